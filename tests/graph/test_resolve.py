"""From a printed citation to the plan it means: number, issuer and date, and never the number alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cascade.graph.resolve import Outcome, Resolution
from cascade.model.plan import Citation
from cascade.model.rule import Sketch
from tests.support import COMMUNE, DISTRICT, EMPTY, PROVINCE, linked, province

RESOLVED, AMBIGUOUS, UNKNOWN = Outcome.RESOLVED, Outcome.AMBIGUOUS, Outcome.UNKNOWN
MISDATED, MISATTRIBUTED = Outcome.MISDATED, Outcome.MISATTRIBUTED
ISSUED = date(2021, 12, 1)
TITLE = "CCHC nhà nước huyện Thử giai đoạn 2021-2025"


def basis(**printed: Any) -> Citation:
    return Citation(role="basis", **printed)


def meant(citation: Citation, *others: Sketch, parent: Sketch | None = EMPTY) -> tuple[Outcome, tuple[str, ...]]:
    """What a citation by the plan of xã Mẫu comes to; the plan of huyện Thử is 01/KH-UBND of 2021-12-01."""
    context = linked(parent, Sketch(citations=(citation,)), *others)
    resolution = next(one for one in context.lineage.resolutions if one.plan == COMMUNE)
    return resolution.outcome, resolution.candidates


def other_district(**more: Any) -> Sketch:
    given_head: dict[str, Any] = {
        "id": "huyen-gia-dinh-2021-2025",
        "place": ("Giả Định", "Ví Dụ"),
        "issuer": "UBND huyện Giả Định",
        "number": "01/KH-UBND",
        "issued": "2021-12-01",
    }
    return Sketch(**(given_head | more))


# The issuer


def test_a_number_alone_never_names_the_plan_of_a_unit_that_is_not_above() -> None:
    assert meant(basis(number="01/KH-UBND"), other_district(), parent=None) == (UNKNOWN, ())


def test_number_and_date_together_do_not_name_it_either() -> None:
    assert meant(basis(number="01/KH-UBND", date=ISSUED), other_district(), parent=None) == (UNKNOWN, ())


def test_without_an_issuer_the_number_is_looked_up_among_the_superiors_of_the_citing_unit() -> None:
    assert meant(basis(number="01/KH-UBND"), other_district()) == (RESOLVED, (DISTRICT,))


def test_two_superiors_with_one_number_stay_ambiguous() -> None:
    namesake = province(number="01/KH-UBND")
    assert meant(basis(number="01/KH-UBND"), namesake) == (AMBIGUOUS, (DISTRICT, PROVINCE))


@pytest.mark.parametrize("issuer", ["UBND huyện Thử", "ubnd huyen thu", "UBND huyện", "Ủy ban nhân dân huyện Thử"])
def test_the_printed_issuer_picks_the_district(issuer: str) -> None:
    namesake = province(number="01/KH-UBND")
    assert meant(basis(number="01/KH-UBND", issuer=issuer), namesake, other_district()) == (RESOLVED, (DISTRICT,))


@pytest.mark.parametrize("issuer", ["UBND tỉnh Ví Dụ", "UBND tỉnh", "Ủy ban nhân dân tỉnh"])
def test_the_printed_issuer_picks_the_province(issuer: str) -> None:
    namesake = province(number="01/KH-UBND")
    assert meant(basis(number="01/KH-UBND", issuer=issuer), namesake) == (RESOLVED, (PROVINCE,))


def test_an_issuer_named_in_full_is_found_outside_the_chain_of_superiors() -> None:
    citation = basis(number="01/KH-UBND", issuer="UBND huyện Giả Định")
    assert meant(citation, other_district()) == (RESOLVED, ("huyen-gia-dinh-2021-2025",))


def test_a_level_named_without_a_place_means_the_citing_units_own_superior() -> None:
    foreign = province(id="tinh-khac", place=("Khác",), issuer="UBND tỉnh Khác")
    assert meant(basis(number="07/KH-UBND", issuer="UBND tỉnh"), foreign) == (UNKNOWN, ())


def test_the_government_is_known_by_its_name() -> None:
    programme = Sketch(id="chinh-phu", level="central", place=(), issuer="Chính phủ", number="99/NQ-CP", type="NQ")
    citation = basis(number="99/NQ-CP", issuer="Chính phủ")
    assert meant(citation, programme) == (RESOLVED, ("chinh-phu",))
    assert meant(basis(number="99/NQ-CP"), programme) == (RESOLVED, ("chinh-phu",))


def test_a_printed_issuer_that_is_another_body_excludes_the_plan() -> None:
    assert meant(basis(number="01/KH-UBND", issuer="UBND huyện Giả Định")) == (UNKNOWN, ())
    assert meant(basis(number="01/KH-UBND", issuer="UBND tỉnh")) == (UNKNOWN, ())
    assert meant(basis(number="01/KH-UBND", issuer="Sở Nội vụ")) == (UNKNOWN, ())


def test_the_title_names_the_issuer_where_none_is_printed() -> None:
    namesake = province(number="01/KH-UBND")
    assert meant(basis(number="01/KH-UBND", title=TITLE), namesake) == (RESOLVED, (DISTRICT,))


def test_a_title_that_names_another_unit_excludes_the_superior() -> None:
    assert meant(basis(number="01/KH-UBND", title="CCHC huyện Giả Định giai đoạn 2021-2025")) == (UNKNOWN, ())


def test_a_title_with_a_level_but_no_name_leaves_the_chain_to_decide() -> None:
    citation = basis(number="01/KH-UBND", title="CCHC nhà nước của huyện giai đoạn 2021-2025")
    assert meant(citation) == (RESOLVED, (DISTRICT,))


def test_social_is_no_commune() -> None:
    citation = basis(number="01/KH-UBND", title="CCHC phục vụ phát triển kinh tế - xã hội năm 2022")
    assert meant(citation) == (RESOLVED, (DISTRICT,))


def test_a_city_of_a_province_and_a_city_that_is_one_are_told_apart_by_their_names() -> None:
    city = Sketch(place=("Thử", "Ví Dụ"), issuer="UBND thành phố Thử")
    namesake = province(number="01/KH-UBND", issuer="UBND thành phố Ví Dụ")
    for issuer, plan in (("UBND thành phố Thử", DISTRICT), ("UBND thành phố Ví Dụ", PROVINCE)):
        assert meant(basis(number="01/KH-UBND", issuer=issuer), namesake, parent=city) == (RESOLVED, (plan,))


def test_a_namesake_in_another_province_is_not_meant() -> None:
    namesake = other_district(id="huyen-thu-khac", place=("Thử", "Khác"), issuer="UBND huyện Thử")
    citation = basis(number="01/KH-UBND", issuer="UBND huyện Thử")
    assert meant(citation, namesake) == (RESOLVED, (DISTRICT,))
    assert meant(citation, namesake, parent=None) == (UNKNOWN, ())


def test_a_superiors_very_number_and_date_under_another_name_is_a_wrong_issuer() -> None:
    citation = basis(number="01/KH-UBND", date=ISSUED, issuer="UBND tỉnh Ví Dụ")
    assert meant(citation) == (MISATTRIBUTED, (DISTRICT,))


def test_the_very_number_and_date_of_a_unit_that_is_not_above_is_a_coincidence() -> None:
    citation = basis(number="01/KH-UBND", date=ISSUED, issuer="UBND huyện Thử")
    assert meant(citation, other_district(), parent=None) == (UNKNOWN, ())


def test_a_place_whose_name_begins_another_is_not_taken_for_it() -> None:
    longer = other_district(id="huyen-thu-moi", place=("Thử Mới", "Ví Dụ"), issuer="UBND huyện Thử Mới")
    citation = basis(number="01/KH-UBND", title="CCHC nhà nước huyện Thử Mới giai đoạn 2021-2025")
    assert meant(citation, longer) == (RESOLVED, ("huyen-thu-moi",))


# The number as typed


@pytest.mark.parametrize(
    "typed", ["1/KH-UBND", "001/KH-UBND", "Số:  01  /KH-UBND", "s6 01/KH-UBND", "01 / kh - ubnd", "01/KH–UBND"]
)
def test_one_number_typed_in_many_ways(typed: str) -> None:
    assert meant(basis(number=typed, issuer="UBND huyện Thử")) == (RESOLVED, (DISTRICT,))


@settings(max_examples=50)
@given(
    zeros=st.text("0", max_size=3),
    spaces=st.lists(st.sampled_from(["", " ", "  "]), min_size=4, max_size=4),
    head=st.sampled_from(["", "Số ", "số: ", "Số:"]),
    lower=st.booleans(),
)
def test_spaces_zeros_and_case_never_change_which_plan_is_meant(
    zeros: str, spaces: list[str], head: str, lower: bool
) -> None:
    one, two, three, four = spaces
    typed = f"{head}{one}{zeros}1{two}/{three}KH{four}-UBND"
    citation = basis(number=typed.lower() if lower else typed, issuer="UBND huyện Thử")
    assert meant(citation) == (RESOLVED, (DISTRICT,))


@pytest.mark.parametrize(("typed", "number"), [("169/QD-UBND", "169/QĐ-UBND"), ("169/QĐ-UBND", "169/QD-UBND")])
def test_a_d_with_or_without_its_bar_is_one_letter(typed: str, number: str) -> None:
    decision = Sketch(number=number, type="QĐ")
    assert meant(basis(number=typed, issuer="UBND huyện Thử"), parent=decision) == (RESOLVED, (DISTRICT,))


@pytest.mark.parametrize("typed", ["01/KH-UBNO", "01/KH-UBN", "01/KH-UBNND", "01/KH-UNBD"])
def test_one_misprinted_letter_is_forgiven(typed: str) -> None:
    assert meant(basis(number=typed, issuer="UBND huyện Thử")) == (RESOLVED, (DISTRICT,))


@pytest.mark.parametrize("typed", ["01/BC-UBND", "01/KH-HĐND", "11/KH-UBND", "01/2021/KH-UBND"])
def test_another_type_issuer_serial_or_year_is_another_document(typed: str) -> None:
    assert meant(basis(number=typed, issuer="UBND huyện Thử")) == (UNKNOWN, ())


def test_short_codes_differ_by_a_single_letter_and_are_never_forgiven_one() -> None:
    decree = Sketch(id="nghi-dinh", level="central", place=(), issuer="Chính phủ", number="99/NĐ-CP", type="NĐ")
    assert meant(basis(number="99/NQ-CP", issuer="Chính phủ"), decree) == (UNKNOWN, ())


def test_in_a_short_issuer_code_a_single_letter_makes_another_body() -> None:
    party = Sketch(number="05-NQ/HU", issuer="Huyện ủy Thử", type="NQ")
    assert meant(basis(number="05-NQ/TU"), parent=party) == (UNKNOWN, ())
    assert meant(basis(number="05-NQ/HU"), parent=party) == (RESOLVED, (DISTRICT,))


def test_a_letter_that_makes_another_type_of_document_is_no_misprint() -> None:
    programme = Sketch(number="05/CTr-UBND", type="CTr")
    assert meant(basis(number="05/CT-UBND", issuer="UBND huyện Thử"), parent=programme) == (UNKNOWN, ())


def test_a_number_that_gives_the_type_alone_is_read_too() -> None:
    assert meant(basis(number="KH số 01", issuer="UBND huyện Thử")) == (RESOLVED, (DISTRICT,))
    assert meant(basis(number="QĐ số 01", issuer="UBND huyện Thử")) == (UNKNOWN, ())


# Without a number


@pytest.mark.parametrize("number", [None, "không số", "KH-UBND", ""])
def test_without_a_number_unit_subject_and_years_of_the_title_must_all_agree(number: str | None) -> None:
    assert meant(basis(number=number, title=TITLE)) == (RESOLVED, (DISTRICT,))
    assert meant(basis(number=number, title="CCHC nhà nước huyện Thử giai đoạn 2021-2030")) == (UNKNOWN, ())
    assert meant(basis(number=number, title="Tuyên truyền pháp luật huyện Thử giai đoạn 2021-2025")) == (UNKNOWN, ())
    assert meant(basis(number=number, title="CCHC nhà nước giai đoạn 2021-2025")) == (UNKNOWN, ())
    assert meant(basis(number=number, title=TITLE, date=date(2021, 12, 2))) == (UNKNOWN, ())


def test_the_issuer_can_name_the_unit_that_the_title_leaves_out() -> None:
    citation = basis(title="CCHC nhà nước giai đoạn 2021-2025", issuer="UBND huyện Thử")
    assert meant(citation) == (RESOLVED, (DISTRICT,))


def test_an_issuer_without_its_name_is_the_own_superior() -> None:
    title = "CCHC nhà nước giai đoạn 2021-2025"
    assert meant(basis(title=title, issuer="UBND huyện"), other_district()) == (RESOLVED, (DISTRICT,))
    assert meant(basis(title=title, issuer="UBND tỉnh")) == (UNKNOWN, ())


def test_laws_are_cited_by_title_and_date_and_are_not_on_file() -> None:
    assert meant(basis(title="Luật Tổ chức chính quyền địa phương", date=date(2015, 6, 19))) == (UNKNOWN, ())


# The date


def test_the_date_decides_between_two_years_of_one_number() -> None:
    later = Sketch(id="huyen-thu-2022", number="01/KH-UBND", issued="2022-01-05", year=2022)
    printed = {"number": "01/KH-UBND", "issuer": "UBND huyện Thử"}
    assert meant(basis(date=ISSUED, **printed), later) == (RESOLVED, (DISTRICT,))
    assert meant(basis(date=date(2022, 1, 5), **printed), later) == (RESOLVED, ("huyen-thu-2022",))
    assert meant(basis(**printed), later) == (AMBIGUOUS, ("huyen-thu-2021-2025", "huyen-thu-2022"))


@pytest.mark.parametrize(("title", "plan"), [(TITLE, DISTRICT), ("CCHC nhà nước huyện Thử năm 2022", "huyen-thu-2022")])
def test_without_a_date_the_years_in_the_title_decide_between_them(title: str, plan: str) -> None:
    later = Sketch(id="huyen-thu-2022", number="01/KH-UBND", issued="2022-01-05", year=2022)
    assert meant(basis(number="01/KH-UBND", title=title), later) == (RESOLVED, (plan,))


def test_another_day_of_the_same_year_is_the_same_document_with_a_wrong_date() -> None:
    citation = basis(number="01/KH-UBND", issuer="UBND huyện Thử", date=date(2021, 1, 12))
    assert meant(citation) == (MISDATED, (DISTRICT,))


def test_the_same_number_in_another_year_is_another_document() -> None:
    citation = basis(number="01/KH-UBND", issuer="UBND huyện Thử", date=date(2022, 12, 1))
    assert meant(citation) == (UNKNOWN, ())


@pytest.mark.parametrize("period", ["2021-2025", "2021 - 2025"])
def test_another_year_is_a_wrong_date_where_the_title_shows_the_plans_own_period(period: str) -> None:
    title = f"CCHC nhà nước huyện Thử giai đoạn {period}"
    assert meant(basis(number="01/KH-UBND", title=title, date=date(2022, 12, 1))) == (MISDATED, (DISTRICT,))


@pytest.mark.parametrize(
    "title", ["CCHC huyện Thử giai đoạn 2026-2030", "Tuyên truyền pháp luật huyện Thử giai đoạn 2021-2025"]
)
def test_another_year_with_another_period_or_subject_stays_another_document(title: str) -> None:
    assert meant(basis(number="01/KH-UBND", title=title, date=date(2022, 12, 1))) == (UNKNOWN, ())


def test_a_plan_whose_own_date_is_unknown_is_meant_whatever_date_is_printed() -> None:
    citation = basis(number="01/KH-UBND", issuer="UBND huyện Thử", date=date(2022, 1, 7))
    assert meant(citation, parent=Sketch(issued="null")) == (RESOLVED, (DISTRICT,))


def test_the_exact_date_goes_before_a_plan_without_a_date() -> None:
    undated = Sketch(id="huyen-thu-2022", number="01/KH-UBND", issued="null", year=2022)
    citation = basis(number="01/KH-UBND", issuer="UBND huyện Thử", date=ISSUED)
    assert meant(citation, undated) == (RESOLVED, (DISTRICT,))


def test_a_wrong_date_that_fits_two_plans_of_the_year_stays_ambiguous() -> None:
    twin = Sketch(id="huyen-thu-2021", number="01/KH-UBND", issued="2021-02-01", year=2021)
    citation = basis(number="01/KH-UBND", issuer="UBND huyện Thử", date=date(2021, 6, 6))
    assert meant(citation, twin) == (AMBIGUOUS, ("huyen-thu-2021", DISTRICT))


# What comes out


def test_only_a_single_meaning_counts_as_the_target() -> None:
    assert Resolution("a", 0, RESOLVED, ("b",)).target == "b"
    assert Resolution("a", 0, MISDATED, ("b",)).target == "b"
    assert Resolution("a", 0, MISATTRIBUTED, ("b",)).target == "b"
    assert Resolution("a", 0, AMBIGUOUS, ("b", "c")).target is None
    assert Resolution("a", 0, UNKNOWN).target is None


def test_a_plan_means_itself_only_where_it_gives_its_own_date() -> None:
    own = {"number": "09/KH-UBND", "issuer": "UBND xã Mẫu"}
    assert meant(basis(**own, date=date(2022, 12, 15))) == (RESOLVED, (COMMUNE,))
    assert meant(basis(**own)) == (UNKNOWN, ())


def test_a_plan_issued_after_the_citing_one_is_meant_only_with_its_very_date() -> None:
    later = Sketch(issued="2023-01-10")
    printed = {"number": "01/KH-UBND", "issuer": "UBND huyện Thử"}
    assert meant(basis(**printed), parent=later) == (UNKNOWN, ())
    assert meant(basis(**printed, date=date(2023, 1, 10)), parent=later) == (RESOLVED, (DISTRICT,))


def test_every_citation_has_one_resolution_in_printed_order() -> None:
    citations = (basis(title="Luật Tổ chức"), basis(number="01/KH-UBND"), basis(number="77/KH-UBND"))
    resolutions = linked(EMPTY, Sketch(citations=citations)).lineage.resolutions
    assert [(one.plan, one.index, one.outcome) for one in resolutions] == [
        (COMMUNE, 0, UNKNOWN),
        (COMMUNE, 1, RESOLVED),
        (COMMUNE, 2, UNKNOWN),
    ]

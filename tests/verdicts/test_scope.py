"""Who is asked: every question of the scope with a case that it decides and a near one that it leaves alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from cascade.model.plan import Plan, Task, Window
from cascade.model.rule import Sketch, plan_of
from cascade.verdicts.scope import Scope, Scoping, deadline
from tests.support import domain, province, target, task

COMMUNES = ("UBND các xã, thị trấn",)
DIVISION = ("Phòng Tư pháp huyện",)
CONCERNED = ("các cơ quan, đơn vị liên quan",)
WORK = "Chứng thực bản sao điện tử từ bản chính"


def scoping(child: Sketch | None = None, **parent: Any) -> Scoping:
    """The questions of huyện Thử's plan for xã Mẫu's, which is for 2023 and the years after it until 2025."""
    above = msgspec.structs.replace(plan_of(Sketch(), "parent")[1], **parent)
    return Scoping(domain(), above, plan_of(child or Sketch(), "child")[1])


def told(scope: Scope) -> tuple[str, str]:
    return scope.asked, scope.reason


def asks(asked: Task, **parent: Any) -> tuple[str, str]:
    return told(scoping(**parent).task(asked))


def binds(text: str, tier: str | None = None) -> tuple[str, str]:
    return told(scoping().target(target("1", "80%", None, text=text, tier=tier)))


# 1. Other single units of the child's level


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        (("UBND xã Giả Định",), ("not-asked", "other-unit")),
        (("UBND xã Giả Định", "UBND xã Mẫu"), ("asked", "leads")),
        (("UBND xã Mẫu",), ("asked", "leads")),
        (("UBND huyện Thử", *COMMUNES), ("asked", "leads")),  # a unit of another level excludes nobody
    ],
)
def test_a_task_that_names_single_communes_asks_those_alone(bodies: tuple[str, ...], expected: tuple[str, str]) -> None:
    assert asks(task("1", WORK, lead=bodies)) == expected


@pytest.mark.parametrize("text", ["Thí điểm một cửa điện tử tại xã Giả Định", "Xây trụ sở xã Giả Định và xã Hai"])
def test_the_words_of_an_item_can_name_single_communes_too(text: str) -> None:
    assert asks(task("1", text)) == ("not-asked", "other-unit")
    assert binds(text) == ("not-asked", "other-unit")


@pytest.mark.parametrize("text", ["Thí điểm một cửa điện tử tại xã Giả Định, xã Mẫu", "Thí điểm một cửa tại xã"])
def test_a_text_that_names_the_child_or_no_commune_leaves_it_in(text: str) -> None:
    assert told(scoping().task(task("1", text)))[0] == "asked"


def test_the_words_that_decided_are_told() -> None:
    scope = scoping().task(task("1", WORK, lead=("UBND xã Giả Định", "UBND xã Hai")))
    assert scope.words == "Giả Định, Hai"


@pytest.mark.parametrize(
    "asked",
    [
        task("1", WORK, lead=("UBND xã Mẫu Khác",)),
        task("1", "Lập biểu mẫu báo cáo tại xã Giả Định"),
    ],
    ids=["name that begins alike", "a word that sounds alike"],
)
def test_a_commune_with_a_like_name_is_another_commune(asked: Task) -> None:
    assert asks(asked) == ("not-asked", "other-unit")


# 2. Other years


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("31/12/2022", ("not-asked", "past")),
        ("Quý IV/2022", ("not-asked", "past")),
        ("Năm 2021-2022", ("not-asked", "past")),
        ("Năm 2026", ("not-asked", "later")),
        ("Quý I/2030", ("not-asked", "later")),
        ("Năm 2023", ("asked", "leads")),
        ("Năm 2025", ("asked", "leads")),
        ("2021-2025", ("asked", "leads")),
        ("Từ năm 2022", ("asked", "leads")),
        ("Hàng năm từ năm 2021", ("asked", "leads")),
        ("Hằng năm, bắt đầu năm 2022", ("asked", "leads")),
        ("Định kỳ, lần đầu trong năm 2022", ("asked", "leads")),
        ("Thường xuyên", ("asked", "leads")),
        (None, ("asked", "leads")),
        ("Năm 2022 và duy trì các năm sau", ("asked", "leads")),
    ],
)
def test_what_is_to_be_done_once_in_years_of_which_the_child_does_not_speak_is_not_asked(
    due: str | None, expected: tuple[str, str]
) -> None:
    assert asks(task("1", WORK, due=due, lead=COMMUNES)) == expected


def test_a_plan_for_the_whole_period_has_no_past_within_it() -> None:
    whole = scoping(Sketch(period=Window(2021, 2025)))
    assert told(whole.task(task("1", WORK, due="Năm 2021", lead=COMMUNES))) == ("asked", "leads")


@pytest.mark.parametrize(
    ("due", "expected"),
    [("Quý II/2023", date(2023, 6, 30)), ("31/10/2023", date(2023, 10, 31)), ("Thường xuyên", None), (None, None)],
)
def test_only_what_is_to_be_finished_once_has_a_last_day(due: str | None, expected: date | None) -> None:
    assert deadline(task("1", WORK, due=due), domain()) == expected


# 3. The child's level leads, or every body


@pytest.mark.parametrize(
    ("lead", "role", "named"),
    [
        (COMMUNES, "lead", True),
        ((*DIVISION, *COMMUNES), "lead", True),
        (("Các cơ quan, đơn vị, địa phương",), "lead", False),
        (CONCERNED, "lead", False),
    ],
)
def test_who_leads_is_asked_whatever_the_matter_is(lead: tuple[str, ...], role: str, named: bool) -> None:
    scope = scoping().task(task("1", "Sắp xếp đơn vị sự nghiệp công lập", lead=lead))
    assert (scope.asked, scope.reason, scope.role, scope.named) == ("asked", "leads", role, named)


def test_the_body_named_in_the_heading_leads_what_stands_under_it() -> None:
    communes, division = task("3", "UBND các xã, thị trấn", lead=COMMUNES), task("2", "Phòng Tư pháp", lead=DIVISION)
    asked = task("2.1", WORK)
    assert told(scoping().task(asked, head=communes)) == ("asked", "leads")
    assert told(scoping().task(asked, head=division)) == ("not-asked", "other-body")


def test_the_bodies_of_a_task_itself_count_before_those_of_its_heading() -> None:
    division = task("2", "Phòng Tư pháp", lead=DIVISION)
    assert told(scoping().task(task("2.1", WORK, lead=COMMUNES), head=division)) == ("asked", "leads")
    assert told(scoping().task(task("2.1", WORK, partners=COMMUNES), head=division)) == ("asked", "takes-part")
    communes = task("3", "UBND các xã, thị trấn", lead=COMMUNES)
    assert told(scoping().task(task("3.1", WORK, partners=DIVISION), head=communes)) == ("not-asked", "other-body")


# 4. The child's level beside others


def helped(text: str, **more: Any) -> tuple[str, str]:
    return asks(task("1", text, lead=DIVISION, partners=COMMUNES, **more))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WORK, ("asked", "takes-part")),
        # a deed of a higher body
        ("Kiểm tra thủ tục hành chính tại 6 xã", ("not-asked", "act")),
        ("Tham mưu UBND huyện giao chỉ tiêu cho các xã", ("not-asked", "act")),
        ("Công bố kết quả xếp loại của các xã", ("not-asked", "act")),
        ("Niêm yết và giải quyết thủ tục hành chính tại các xã", ("asked", "takes-part")),
        # a matter that communes have not, unless the text says that it is done there too
        ("Sắp xếp đầu mối đơn vị sự nghiệp công lập", ("not-asked", "foreign")),
        ("Kiện toàn cơ quan chuyên môn thuộc UBND huyện", ("not-asked", "foreign")),
        ("Rà soát đơn vị sự nghiệp công lập của xã", ("asked", "takes-part")),
        # hospitals and schools are somebody else's only where communes are no partners
        ("Nhà trường công khai khoản thu", ("asked", "takes-part")),
        # what only tells where a thing lies, or who asked for it, decides nothing
        ("Nộp hồ sơ qua Cổng dịch vụ công của tỉnh", ("asked", "takes-part")),
        (f"{WORK} theo Kế hoạch số 12/KH-UBND của UBND huyện", ("asked", "takes-part")),
        ("Rà soát VBQPPL của huyện", ("not-asked", "foreign")),
    ],
)
def test_who_takes_part_is_asked_but_for_deeds_and_matters_of_higher_bodies(
    text: str, expected: tuple[str, str]
) -> None:
    assert helped(text) == expected


@pytest.mark.parametrize(
    ("product", "expected"),
    [
        ("Kế hoạch của UBND huyện", ("not-asked", "act")),
        ("Quyết định của UBND tỉnh", ("not-asked", "act")),
        ("Kế hoạch", ("asked", "takes-part")),  # the higher body must be named
        ("Báo cáo kết quả", ("asked", "takes-part")),
        (None, ("asked", "takes-part")),
        ("Các quyết định của UBND huyện", ("not-asked", "act")),
    ],
)
def test_a_product_that_is_the_act_of_a_higher_body_is_nothing_for_its_partners(
    product: str | None, expected: tuple[str, str]
) -> None:
    assert helped("Phân công nhiệm vụ cải cách hành chính", product=product) == expected


# 5. Other bodies alone


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ({"lead": DIVISION}, ("not-asked", "other-body")),
        ({"lead": DIVISION, "partners": CONCERNED}, ("not-asked", "other-body")),
        ({"lead": DIVISION, "partners": ("UBND các huyện",)}, ("not-asked", "other-body")),
        ({"lead": ("Kho bạc nhà nước",)}, ("not-asked", "other-body")),
        ({"partners": DIVISION}, ("not-asked", "other-body")),
        ({"lead": DIVISION, "partners": (*CONCERNED, *COMMUNES)}, ("asked", "takes-part")),
    ],
)
def test_where_other_bodies_alone_are_named_the_child_is_not_asked(
    bodies: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert asks(task("1", WORK, **bodies)) == expected


def test_the_same_bodies_ask_a_district_for_what_they_do_not_ask_a_commune() -> None:
    above, below = plan_of(province(), "other")[1], plan_of(Sketch(), "parent")[1]
    of_district = Scoping(domain(), above, below)
    assert told(of_district.task(task("1", WORK, lead=("UBND các huyện",)))) == ("asked", "leads")
    assert told(of_district.task(task("1", WORK, lead=COMMUNES))) == ("not-asked", "other-body")


# 6. The tier of a target


@pytest.mark.parametrize(
    ("text", "tier", "expected"),
    [
        ("80% hồ sơ công việc được xử lý trên mạng", "district", ("not-asked", "other-tier")),
        ("80% hồ sơ công việc được xử lý trên mạng", "province", ("not-asked", "other-tier")),
        ("80% hồ sơ công việc được xử lý trên mạng", "commune", ("asked", "tier")),
        ("80% hồ sơ công việc được xử lý trên mạng", None, ("asked", "addressed")),
        # a place among its like that only the higher unit can have
        ("Chỉ số cải cách hành chính nằm trong nhóm 5 dẫn đầu tỉnh", None, ("not-asked", "rank")),
        ("Chỉ số cải cách hành chính của các xã dẫn đầu về điểm", None, ("asked", "addressed")),
        ("Chỉ số cải cách hành chính nằm trong nhóm 5 dẫn đầu tỉnh", "commune", ("asked", "tier")),
    ],
)
def test_a_target_binds_its_tier_and_a_rank_the_unit_that_has_it(
    text: str, tier: str | None, expected: tuple[str, str]
) -> None:
    assert binds(text, tier) == expected


def test_a_rank_is_a_matter_of_targets_only() -> None:
    assert asks(task("1", "Thi đua dẫn đầu về cải cách hành chính")) == ("asked", "addressed")


# 7. Nobody is named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tham mưu UBND huyện bố trí kinh phí", ("not-asked", "act")),
        ("Thành lập đoàn kiểm tra cải cách hành chính", ("not-asked", "act")),
        ("Sắp xếp đơn vị sự nghiệp công lập", ("not-asked", "foreign")),
        ("Nhà trường công khai khoản thu", ("not-asked", "foreign")),
        ("Vận hành trung tâm dữ liệu", ("not-asked", "foreign")),
        ("Rà soát đơn vị sự nghiệp công lập của xã", ("asked", "addressed")),
        ("Niêm yết thủ tục hành chính", ("asked", "addressed")),
    ],
)
def test_where_nobody_is_named_the_matter_tells_whose_business_it_is(text: str, expected: tuple[str, str]) -> None:
    assert asks(task("1", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("100% đơn vị sự nghiệp công lập tự chủ tài chính", ("not-asked", "foreign")),
        ("Thành lập đoàn kiểm tra ít nhất 30% số đơn vị", ("not-asked", "act")),
        ("100% thủ tục hành chính được niêm yết", ("asked", "addressed")),
    ],
)
def test_so_does_the_matter_of_a_target_without_a_tier(text: str, expected: tuple[str, str]) -> None:
    assert binds(text) == expected


def test_the_part_of_a_printed_sentence_is_of_the_matter_of_its_first_part() -> None:
    first = task("1", "Rà soát, sắp xếp các đơn vị sự nghiệp công lập")
    part = task("2", "Bảo đảm tinh gọn, hoạt động hiệu quả")
    own = task("3", "Niêm yết thủ tục hành chính")
    assert told(scoping().task(part)) == ("asked", "addressed")
    assert told(scoping().task(part, first=first)) == ("not-asked", "foreign")
    assert told(scoping().task(own, first=first)) == ("asked", "addressed")  # it says itself what it is about


def test_the_product_alone_can_be_the_act_of_a_higher_body() -> None:
    assert asks(task("1", "Đánh giá cán bộ", product="Quyết định của UBND huyện")) == ("not-asked", "act")


# 8. Matters of which a commune has a share at most


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hoàn thành đề án vị trí việc làm", ("unsure", "shared")),
        ("Đẩy mạnh phân cấp quản lý", ("unsure", "shared")),
        ("Công bố thủ tục hành chính nội bộ", ("not-asked", "act")),
        ("Rà soát thủ tục hành chính nội bộ", ("unsure", "shared")),
        ("Rà soát thủ tục hành chính nội bộ của xã", ("asked", "addressed")),
        ("Rà soát thủ tục hành chính", ("asked", "addressed")),
    ],
)
def test_of_shared_matters_a_person_has_to_decide(text: str, expected: tuple[str, str]) -> None:
    assert asks(task("1", text)) == expected


def test_a_named_commune_is_asked_for_its_share() -> None:
    assert helped("Hoàn thành đề án vị trí việc làm") == ("asked", "takes-part")


# 9. All else is asked, of those whom the plan addresses


@pytest.mark.parametrize(
    ("addressed", "expected"),
    [
        ((), ("asked", "addressed")),
        (("Các phòng, ban; UBND các xã, thị trấn căn cứ kế hoạch này",), ("asked", "addressed")),
        (("Các cơ quan, đơn vị, địa phương",), ("asked", "addressed")),
        (("Các phòng, ban chuyên môn",), ("unsure", "not-addressed")),
        (("UBND các huyện",), ("unsure", "not-addressed")),
    ],
)
def test_what_names_nobody_asks_those_whom_the_plan_addresses(
    addressed: tuple[str, ...], expected: tuple[str, str]
) -> None:
    assert asks(task("1", "Cải tiến lề lối làm việc"), addressed=addressed) == expected
    assert asks(task("1", "Cải tiến lề lối làm việc", lead=COMMUNES), addressed=addressed) == ("asked", "leads")


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, ("not-asked", "objective")),
        ({"lead": COMMUNES}, ("asked", "leads")),
        ({"due": "Năm 2023"}, ("asked", "addressed")),
        ({"product": "Báo cáo"}, ("asked", "addressed")),
    ],
)
def test_an_objective_asks_for_nothing_unless_it_says_who_when_or_what(
    more: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert asks(task("1", WORK, kind="objective", **more)) == expected


# What is told with it


def test_what_every_commune_has_is_told_as_the_reason() -> None:
    scope = scoping().task(task("1", "Số hóa sổ hộ tịch"))
    assert (scope.words, scope.role, scope.named) == ("hộ tịch", "indirect", True)


# Two tiers: since 1 July 2025 a commune stands directly below its province


def test_below_a_province_what_a_district_had_is_still_not_the_communes() -> None:
    above: Plan = plan_of(province(period=Window(2026, 2030)), "other")[1]
    child = plan_of(Sketch(period=Window(2026, 2030), place=("Mẫu", "Ví Dụ"), issued="2026-01-10"), "child")[1]
    two_tier = Scoping(domain(), above, child)
    assert told(two_tier.task(task("1", "Sắp xếp đơn vị sự nghiệp công lập"))) == ("not-asked", "foreign")
    assert told(two_tier.task(task("1", WORK, lead=("Các sở, ban, ngành",)))) == ("not-asked", "other-body")
    assert told(two_tier.task(task("1", WORK, lead=("UBND các xã, phường",)))) == ("asked", "leads")

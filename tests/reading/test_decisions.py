"""Files of decisions: what is read, and how every fault is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cascade.model.decision import Answer, Confirmation, Decision, Denial, Recorded, Review, Waiver
from cascade.model.plan import clean
from cascade.reading.decisions import EMPTY, DecisionsRead, decisions_beside, read_decisions, with_decisions
from cascade.reading.plans import read_corpus
from tests.reading.files import HEAD, Said, placed, said
from tests.support import domain

RULES = ("late-target", "weaker-target")
DAY = date(2026, 1, 12)
QUESTION = "plan: xa-mau-2023, parent: huyen-thu-2021-2025, asked: II.3"
MADE = "by: Phòng CCHC, on: 2026-01-12"
ANSWER = f"  - {{{QUESTION}, answered_by: [2.3.b-7], {MADE}}}\n"
DENIAL = f'  - {{{QUESTION}, not_answered_by: ["2.3.a-5", 2.3], {MADE}}}\n'
WAIVER = f"  - {{plan: xa-mau-2023, rule: weaker-target, asked: VII.1, waived: lùi mức, {MADE}}}\n"
MEND_VI = "hãy bỏ một trong hai, hoặc ghi ngày của kết luận sau"
MEND_EN = "remove one, or give the later one its own day"
EXACTLY = "answered_by | not_answered_by | waived | confirmed | reviewed"


def whole(*entries: str) -> str:
    return "schema: decisions/1\ndecisions:\n" + "".join(entries)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(*texts: str) -> DecisionsRead:
    """The decisions in files of these texts, `0.yaml` and so on."""
    Path("made").mkdir()
    for number, text in enumerate(texts):
        Path(f"made/{number}.yaml").write_text(text, "utf-8")
    return read_decisions([Path("made")], RULES)


def test_answers_denials_and_waivers_are_read_with_their_places() -> None:
    more = WAIVER.replace("on:", "parent: huyen-thu-2021-2025, document: 15/TB-UBND, until: 2026-12-31, on:")
    found = read(whole(ANSWER, DENIAL, more))
    question = ("xa-mau-2023", "huyen-thu-2021-2025", "II.3")
    waived = Waiver("xa-mau-2023", "weaker-target", "lùi mức", "Phòng CCHC", DAY)
    assert found.faults == ()
    assert [(one.file, one.line, one.column) for one in found.decisions.recorded] == [
        ("made/0.yaml", line, 5) for line in (3, 4, 5)
    ]
    answer, denial, waiver = (one.decision for one in found.decisions.recorded)
    assert answer == Answer(*question, ("2.3.b-7",), "Phòng CCHC", DAY)
    assert denial == Denial(*question, ("2.3.a-5", "2.3"), "Phòng CCHC", DAY)
    assert isinstance(waiver, Waiver)
    assert waiver.about == (waived.plan, waived.rule, question[1], "VII.1", "")
    assert (waiver.waived, waiver.document, waiver.until) == ("lùi mức", "15/TB-UBND", date(2026, 12, 31))
    assert found.decisions.answered_by(*question) == ("2.3.b-7",)
    assert found.decisions.denied(*question) == {"2.3.a-5", "2.3"}
    assert found.decisions.waivers == (Recorded(waiver, "made/0.yaml", 5, 5),)


def test_plans_and_items_that_are_not_on_file_are_no_faults() -> None:
    assert read(whole(ANSWER.replace("xa-mau-2023", "xa-khong-co"))).faults == ()


TEXT = "một dòng chữ", "a text"
DATE_EN = "a real date, year-month-day: 2021-12-29"
DATE_VI = "một ngày có thật, viết năm-tháng-ngày: 2021-12-29"


@pytest.mark.parametrize(
    ("entry", "key", "vi", "en"),
    [
        (ANSWER.replace("by: Phòng CCHC, ", ""), "by", "người hoặc đơn vị đã kết luận", "the person or office that"),
        (DENIAL.replace(", on: 2026-01-12", ""), "on", DATE_VI, DATE_EN),
        (WAIVER.replace("waived: lùi mức, ", ""), "waived", "lý do được bỏ qua", "the reason why it may stand"),
        (WAIVER.replace("by: Phòng CCHC, ", ""), "by", "người hoặc đơn vị đã kết luận", "the person or office that"),
        (WAIVER.replace("rule: weaker-target, ", ""), "rule", "mã một quy tắc", "the id of a rule"),
        (ANSWER.replace("asked: II.3, ", ""), "asked", *TEXT),
    ],
)
def test_an_entry_that_lacks_a_key_is_a_fault_at_its_place(entry: str, key: str, vi: str, en: str) -> None:
    found = read(whole(WAIVER.replace("VII.1", "VII.2"), entry))
    (fault,) = said(found.faults)
    assert (fault.line, fault.column, fault.code) == (4, 5, "missing-key")
    assert fault.vi.startswith(f"thiếu khóa «{key}»: cần {vi}")
    assert fault.en.startswith(f"the key «{key}» is missing: expected {en}")
    assert len(found.decisions.recorded) == 1


@pytest.mark.parametrize(
    "entry",
    [
        f"  - {{{QUESTION}, {MADE}}}\n",
        ANSWER.replace("by: P", "not_answered_by: [a], by: P"),
        ANSWER.replace("by: P", "waived: lùi mức, by: P"),
        "  - II.3\n",
    ],
)
def test_an_entry_is_of_exactly_one_kind(entry: str) -> None:
    found = read(whole(entry, WAIVER))
    assert said(found.faults) == [
        Said(
            3,
            5,
            "one-kind",
            f"mỗi mục ghi đúng một trong các khóa hoặc nhóm khóa: {EXACTLY}",
            f"give exactly one of these keys or groups of keys: {EXACTLY}",
        )
    ]
    assert len(found.decisions.recorded) == 1


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (WAIVER.replace("on:", "untill: 2026-12-31, on:"), "unknown-key"),
        (WAIVER.replace("on:", "until: 2026-13-31, on:"), "expected"),
        (WAIVER.replace("lùi mức", "''"), "expected"),
        (WAIVER.replace("lùi mức", ""), "expected"),
        (WAIVER.replace("weaker-target", "weaker-targt"), "expected"),
        (ANSWER.replace("[2.3.b-7]", "[]"), "expected"),
        (ANSWER.replace("[2.3.b-7]", "[2.3.b-7, {}]"), "expected"),
        (ANSWER.replace("[2.3.b-7]", "[2.3.b-7, *x]"), "alias"),
        (ANSWER.replace("on:", "until: 2026-12-31, on:"), "unknown-key"),
        (DENIAL.replace("asked: II.3", "asked: II.3, asked: II.4"), "duplicate-key"),
    ],
)
def test_an_entry_with_any_fault_is_left_out_whole(entry: str, code: str) -> None:
    found = read(whole(WAIVER.replace("VII.1", "VII.2"), entry))
    assert [(line, fault) for line, _, fault in placed(found.faults)] == [(4, code)]
    assert [one.line for one in found.decisions.recorded] == [3]


def test_the_nearest_rule_is_named() -> None:
    found = read(whole(WAIVER.replace("weaker-target", "weaker-targt")))
    assert said(found.faults) == [
        Said(
            3,
            31,
            "expected",
            "ghi «weaker-targt»; cần late-target | weaker-target; có phải «weaker-target» không?",
            "found «weaker-targt»; expected late-target | weaker-target; did you mean «weaker-target»?",
        )
    ]


def test_two_decisions_of_one_day_that_contradict_each_other_are_a_fault_at_the_later_place() -> None:
    found = read(whole(ANSWER), whole(WAIVER, DENIAL.replace('"2.3.a-5"', "2.3.b-7")))
    assert [(fault.file, *place) for fault, place in zip(found.faults, said(found.faults), strict=True)] == [
        (
            "made/1.yaml",
            4,
            5,
            "contradicts",
            f"trái với kết luận ở made/0.yaml:3, cùng ngày {DAY}; {MEND_VI}",
            f"this contradicts the decision at made/0.yaml:3 of the same day, {DAY}; {MEND_EN}",
        )
    ]


def test_all_faults_of_all_files_are_told_and_the_rest_is_read() -> None:
    found = read("schema: decisions/2\ndecisions: []\n", "", whole(ANSWER), "a: [", "schema: decisions/1\n")
    assert [(fault.file, fault.code) for fault in found.faults] == [
        ("made/0.yaml", "expected"),
        ("made/1.yaml", "empty"),
        ("made/3.yaml", "syntax"),
        ("made/4.yaml", "missing-key"),
    ]
    assert len(found.decisions.recorded) == 1


def test_no_decisions_at_all_are_fine_in_a_file_but_not_in_a_folder() -> None:
    assert read("schema: decisions/1\ndecisions: []\n").faults == ()
    Path("bare").mkdir()
    found = read_decisions([Path("bare"), Path("none.yaml")], RULES)
    assert [(fault.file, fault.code) for fault in found.faults] == [
        ("bare", "no-decisions"),
        ("none.yaml", "no-such-path"),
    ]
    assert found.decisions.recorded == ()


def test_the_order_in_which_files_are_named_never_matters() -> None:
    Path("b.yaml").write_text(whole(ANSWER, WAIVER), "utf-8")
    Path("a.yaml").write_text(whole(DENIAL), "utf-8")
    once, again = (read_decisions(map(Path, names), RULES) for names in (("a.yaml", "b.yaml"), ("b.yaml", "a.yaml")))
    assert once == again
    assert len(once.decisions.recorded) == 3


@pytest.mark.parametrize("name", ["decisions.yaml", "decisions.yml", "decisions/2026.yaml"])
def test_decisions_at_the_root_of_a_corpus_are_found_and_taken_for_no_plan(name: str) -> None:
    data = Path("data")
    (data / "commune").mkdir(parents=True)
    (data / "commune/xa-mau-2023.yaml").write_text(HEAD, "utf-8")
    assert decisions_beside([data]) == ()
    (data / name).parent.mkdir(exist_ok=True)
    (data / name).write_text(whole(ANSWER), "utf-8")
    corpus = read_corpus([data], domain())
    assert (list(corpus.plans), corpus.faults) == (["xa-mau-2023"], ())
    found = read_decisions(decisions_beside([data, data / "commune/xa-mau-2023.yaml"]), domain().rules)
    assert (found.faults, [one.file for one in found.decisions.recorded]) == ((), [f"data/{name}"])


def test_further_down_a_file_of_that_name_is_a_plan_file_like_others() -> None:
    Path("data/commune").mkdir(parents=True)
    Path("data/commune/decisions.yaml").write_text(HEAD, "utf-8")
    assert list(read_corpus([Path("data")], domain()).plans) == ["decisions"]


# Writing

IDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8)
SAID = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=30).map(clean).filter(bool)
ON = st.dates(date(1950, 1, 1), date(2099, 12, 31))
SOME_ID = st.none() | IDS.map(clean).filter(bool)
NAMED = IDS.map(clean).filter(bool)
DECISION = st.one_of(
    st.builds(Answer, NAMED, NAMED, NAMED, st.lists(NAMED, min_size=1).map(tuple), SAID, ON),
    st.builds(Denial, NAMED, NAMED, NAMED, st.lists(NAMED, min_size=1).map(tuple), SAID, ON),
    st.builds(
        Waiver,
        plan=NAMED,
        rule=st.sampled_from(RULES),
        waived=SAID,
        by=SAID,
        on=ON,
        parent=SOME_ID,
        asked=SOME_ID,
        item=SOME_ID,
        document=st.none() | SAID,
        until=st.none() | ON,
        wrong=st.booleans(),
    ),
    st.builds(Review, NAMED, NAMED, st.dictionaries(NAMED, NAMED, min_size=1), SAID, ON),
    st.builds(Confirmation, NAMED, st.sampled_from(RULES), st.booleans(), SAID, ON, SOME_ID, SOME_ID, SOME_ID),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(DECISION, min_size=1, max_size=4))
def test_what_is_written_is_read_as_what_was_decided(made: list[Decision]) -> None:
    text = with_decisions(EMPTY, made)
    Path("written.yaml").write_text(text, "utf-8")
    found = read_decisions([Path("written.yaml")], RULES)
    assert [fault for fault in found.faults if fault.code != "contradicts"] == []
    assert [one.decision for one in found.decisions.recorded] == made


def test_what_stands_in_the_file_stays_to_the_byte() -> None:
    text = whole(ANSWER, "  # của Sở Nội vụ\n", WAIVER).replace("\n", "\r\n") + "# hết\r\n"
    added = with_decisions(text, [Confirmation("x", "late-target", True, "P", date(2026, 1, 1))])
    entry = "  - {plan: x, rule: late-target, confirmed: true, by: P, on: 2026-01-01}\r\n"
    assert added == text.replace("# hết", entry + "# hết")

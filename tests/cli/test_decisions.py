"""Decisions of people: what lies beside the plans, and what `--decisions` names, win over what is computed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import COMMUNE, DISTRICT, Command, write

ABOVE = """\
tasks:
  - {id: "2", text: Trồng cây xanh dọc đường thôn, area: 7, lead: ["UBND các xã, thị trấn"]}
  - {id: "3", text: Niêm yết TTHC tại trụ sở, area: 2, lead: ["UBND các xã, thị trấn"]}
"""
BELOW = """\
tasks:
  - {id: "b", text: Công khai TTHC tại trụ sở, area: 2}
  - {id: "c", text: Vệ sinh ngõ xóm vào chủ nhật, area: 7}
"""
ANSWERED = ("2", 'answered_by: ["c"]')
DENIED = ("3", 'not_answered_by: ["b"]')


def decisions(*made: tuple[str, str]) -> str:
    """A file of decisions on items of the plan of huyện Thử."""
    pair = "plan: xa-mau-2023, parent: huyen-thu-2021-2025"
    rows = [f'  - {{{pair}, asked: "{asked}", {what}, by: Phòng CCHC, on: 2026-01-12}}\n' for asked, what in made]
    return "schema: decisions/1\ndecisions:\n" + "".join(rows)


@pytest.fixture
def own(tmp_path: Path) -> Command:
    """The command beside a corpus in which item 3 is answered and item 2 is not."""
    write(
        tmp_path, {"data/district/huyen-thu-2021-2025": DISTRICT + ABOVE, "data/commune/xa-mau-2023": COMMUNE + BELOW}
    )
    return Command(tmp_path)


def audited(cascade: Command, *more: str) -> Any:
    return json.loads(cascade._make("audit", "data", "--format", "json", "--lang", "en", *more).out)


def left_out(cascade: Command, *more: str) -> list[str]:
    """The items of the plan above that are found to be left out."""
    findings = audited(cascade, *more)["findings"]
    return sorted(finding["against"]["item"] for finding in findings if finding["rule"] == "uncovered-task")


def test_without_decisions_the_words_decide(own: Command) -> None:
    assert left_out(own) == ["2"]


@pytest.mark.parametrize(
    ("made", "expected"),
    [((ANSWERED,), []), ((DENIED,), ["2", "3"]), ((ANSWERED, DENIED), ["3"])],
    ids=["one takes a finding away", "one brings a finding", "both"],
)
def test_decisions_beside_the_plans_and_decisions_named_do_the_same(
    own: Command, made: tuple[tuple[str, str], ...], expected: list[str]
) -> None:
    write(own.folder, {"elsewhere/made": decisions(*made)})
    assert left_out(own, "--decisions", "elsewhere/made.yaml") == expected
    assert left_out(own, "--decisions", "elsewhere") == expected
    assert left_out(own) == ["2"]
    write(own.folder, {"data/decisions": decisions(*made)})
    assert left_out(own) == expected
    assert audited(own)["errors"] == []


def test_decisions_that_are_named_replace_those_beside_the_plans(own: Command) -> None:
    write(own.folder, {"data/decisions": decisions(ANSWERED), "other": decisions(DENIED)})
    assert left_out(own, "--decisions", "other.yaml") == ["2", "3"]


def test_compare_and_explain_go_by_the_decisions_too(own: Command) -> None:
    write(own.folder, {"made": decisions(ANSWERED)})
    for call in (("compare", "xa-mau-2023"), ("explain", "xa-mau-2023", "2")):
        status, out, err = own(*call, "--decisions", "made.yaml", "--lang", "en", COLUMNS="240")
        assert (status, err) == (0, "")
        assert "a person has decided" in out.lower()
        assert "a person has decided" not in own(*call, "--lang", "en", COLUMNS="240").out.lower()


def test_a_decision_that_cannot_be_read_is_a_fault_with_its_place(own: Command) -> None:
    write(own.folder, {"data/decisions": decisions(ANSWERED).replace("on: 2026-01-12", "on: 2026-13-12")})
    made = own("audit", "data", "--format", "json", "--lang", "en")
    assert made.status == 2
    assert made.err.startswith("data/decisions.yaml:3:")
    assert left_out(own) == ["2"]


WEAKER = COMMUNE.replace('"80%"', '"50%"')
PLAN = "plan: xa-mau-2023"
WAIVED = "rule: weaker-target, parent: huyen-thu-2021-2025, asked: '1', waived: được huyện đồng ý, document: 15/TB-UBND"


def entry(keys: str, on: str = "2026-01-12") -> str:
    return f"  - {{{PLAN}, {keys}, by: Phòng CCHC, on: {on}}}\n"


@pytest.fixture
def weak(tmp_path: Path) -> Command:
    """The command beside a corpus in which the commune promises less."""
    write(tmp_path, {"data/district/huyen-thu-2021-2025": DISTRICT, "data/commune/xa-mau-2023": WEAKER})
    return Command(tmp_path)


def settle(cascade: Command, *entries: str) -> None:
    write(cascade.folder, {"data/decisions": "schema: decisions/1\ndecisions:\n" + "".join(entries)})


def rules_of(report: Any) -> list[str]:
    return [finding["rule"] for finding in report["findings"]]


def test_a_waived_finding_is_left_out_of_the_report_and_of_the_exit_status(weak: Command) -> None:
    assert weak._make("audit", "data").status == 1
    settle(weak, entry(f"{WAIVED}, until: 2026-12-31"))
    made = weak._make("audit", "data", "--format", "json", "--today", "2026-12-31")
    report = json.loads(made.out)
    assert (made.status, rules_of(report), report["summary"]["waived"]) == (0, [], 1)
    assert report["summary"]["error"] == 0
    text = weak._make("audit", "data", "--today", "2026-12-31").out
    assert "Không còn điểm nào ngoài những điểm đã chấp nhận hoặc bác." in text
    assert "kết luận 1" in text


def test_with_waived_it_stands_with_who_accepted_it_and_still_fails_nothing(weak: Command) -> None:
    settle(weak, entry(f"{WAIVED}, until: 2026-12-31"))
    made = weak._make("audit", "data", "--format", "json", "--today", "2026-06-01", "--with-waived")
    (finding,) = json.loads(made.out)["findings"]
    assert made.status == 0
    assert finding["waived"] == {
        "reason": "được huyện đồng ý",
        "document": "15/TB-UBND",
        "until": "2026-12-31",
        "by": "Phòng CCHC",
    }
    text = weak._make("audit", "data", "--today", "2026-06-01", "--with-waived").out
    said = "Đã chấp nhận: được huyện đồng ý (15/TB-UBND); Phòng CCHC, ngày 12/01/2026; đến hết ngày 31/12/2026."
    assert said in " ".join(text.split())
    assert (
        ": note: " in weak._make("audit", "data", "--format", "concise", "--with-waived", "--today", "2026-06-01").out
    )


def test_a_waiver_past_its_day_brings_the_finding_back_and_says_so(weak: Command) -> None:
    settle(weak, entry(f"{WAIVED}, until: 2026-12-31"))
    made = weak._make("audit", "data", "--format", "json", "--today", "2027-01-01")
    (finding,) = json.loads(made.out)["findings"]
    assert (made.status, finding["rule"], finding["lapsed"]["until"]) == (1, "weaker-target", "2026-12-31")
    assert finding["message"].endswith(
        "(Đã được chấp nhận đến hết ngày 31/12/2026, nay quá hạn: được huyện đồng ý (15/TB-UBND); Phòng CCHC.)"
    )


def test_the_day_is_taken_in_both_forms_and_a_wrong_one_is_a_wrong_call(weak: Command) -> None:
    settle(weak, entry(f"{WAIVED}, until: 2026-12-31"))
    assert weak._make("audit", "data", "--today", "31/12/2026").status == 0
    assert weak._make("audit", "data", "--today", "01/01/2027").status == 1
    assert weak._make("audit", "data", "--today", "2026-13-01").status == 2


def test_a_finding_called_wrong_is_left_out_and_one_called_right_stays(weak: Command) -> None:
    about = "rule: weaker-target, parent: huyen-thu-2021-2025, asked: '1', item: a"
    settle(weak, entry(f"{about}, waived: máy đọc nhầm, wrong: true"))
    assert weak._make("audit", "data").status == 0
    assert "không đúng: máy đọc nhầm" in weak._make("audit", "data", "--with-waived").out
    settle(weak, entry(f"{about}, confirmed: true"))
    (finding,) = audited(weak)["findings"]
    assert finding["confirmed"] == {"by": "Phòng CCHC", "on": "2026-01-12"}
    later = entry(f"{about}, confirmed: true", "2026-02-01")
    settle(weak, entry(f"{about}, waived: máy đọc nhầm, wrong: true"), later)
    assert weak._make("audit", "data").status == 1


def test_right_and_wrong_on_one_day_are_told_as_a_contradiction(weak: Command) -> None:
    about = "rule: weaker-target, parent: huyen-thu-2021-2025, asked: '1'"
    settle(weak, entry(f"{about}, waived: nhầm, wrong: true"), entry(f"{about}, confirmed: true"))
    made = weak._make("audit", "data")
    assert made.status == 2
    assert "data/decisions.yaml:4:5: trái với kết luận ở data/decisions.yaml:3" in made.out


def test_a_waiver_without_reason_day_or_name_is_an_error_with_its_place(weak: Command) -> None:
    whole = entry(WAIVED)
    for key, lacking in (
        ("waived", whole.replace("waived: được huyện đồng ý, ", "")),
        ("by", whole.replace("by: Phòng CCHC, ", "")),
        ("on", whole.replace(", on: 2026-01-12", "")),
    ):
        settle(weak, lacking)
        made = weak._make("audit", "data", "--format", "json", "--lang", "en")
        (error,) = json.loads(made.out)["errors"]
        assert (made.status, error["file"], error["line"], error["code"]) == (
            2,
            "data/decisions.yaml",
            3,
            "missing-key",
        )
        assert f"«{key}»" in error["message"]


def test_decisions_that_fit_nothing_are_told(weak: Command) -> None:
    settle(
        weak,
        entry("rule: no-parent, waived: đã gửi sau"),
        entry("parent: huyen-thu-2021-2025, asked: '9', answered_by: [a]"),
        "  - {plan: xa-mau-2022, rule: no-parent, waived: cũ, by: P, on: 2026-01-12}\n",
    )
    report = audited(weak)
    stale = [finding for finding in report["findings"] if finding["rule"] == "stale-decision"]
    assert [(one["severity"], one["message"].split(" ")[3]) for one in stale] == [
        ("warning", "data/decisions.yaml:4"),
        ("info", "data/decisions.yaml:3"),
    ]
    assert len({one["fingerprint"] for one in stale}) == 2
    assert [(one["line"], one["code"]) for one in report["passed_over"]] == [(5, "decided-elsewhere")]
    assert "did you mean «xa-mau-2023»" in report["passed_over"][0]["message"]
    assert report["errors"] == []


def test_an_item_on_the_measure_that_a_person_says_does_not_answer_does_not(weak: Command) -> None:
    settle(weak, entry("parent: huyen-thu-2021-2025, asked: '1', not_answered_by: [a]"))
    assert rules_of(audited(weak)) == ["missing-target"]


def test_what_is_waived_is_in_no_baseline(weak: Command) -> None:
    settle(weak, entry(f"{WAIVED}, until: 2026-12-31"))
    made = weak._make("baseline", "data", "--today", "2026-06-01")
    assert json.loads(made.out)["findings"] == []
    assert len(json.loads(weak._make("baseline", "data", "--today", "2027-06-01").out)["findings"]) == 1

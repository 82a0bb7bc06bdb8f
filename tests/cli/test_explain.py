"""`cascade explain`: one item of the plan above, by its id or by the code or fingerprint of a finding about it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.command import DISTRICT, WEAKER, Command, write

WHO = "01/KH-UBND of UBND huyện Thử → 09/KH-UBND of UBND xã Mẫu"
ASKED = "1 TTHC được thanh toán trực tuyến"
TWICE = """\
tasks:
  - {id: "b", text: Công khai TTHC tại trụ sở, area: 2}
  - {id: "c", text: Công khai TTHC tại trụ sở, area: 2}
"""


def explain(cascade: Command, *arguments: str) -> tuple[int, str, str]:
    return cascade("explain", *arguments, "--lang", "en", COLUMNS="160")


def test_an_item_is_explained_who_is_asked_what_answers_why_and_year_by_year(cascade: Command) -> None:
    status, out, err = explain(cascade, "xa-mau-2023", "1", "--data", "error")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[:2] == [ASKED, WHO]
    assert "Nearest: a Thanh toán trực tuyến TTHC" in lines
    assert any(line.strip().startswith("thanh toán trực tuyến  the same words") for line in lines)
    assert any(line.strip().endswith("one measure of rules/measures.yaml  (same-measure)") for line in lines)
    assert "Measured by tthc.online-payment: more is better" in lines
    assert any(line.split() == ["2025", "◀", "80%", "50%"] for line in lines)
    assert [line for line in lines if line][-1] == "Verdict: weaker"


def test_it_is_explained_in_vietnamese_where_no_language_is_named(cascade: Command) -> None:
    status, out, err = cascade("explain", "xa-mau-2023", "1", "--data", "error")
    assert (status, err) == (0, "")
    assert "Gần nhất: a Thanh toán trực tuyến TTHC" in out
    assert out.endswith("\nKết quả: thấp hơn\n\n")


def test_a_plan_may_be_named_by_its_file_and_the_one_above_by_its_id(cascade: Command) -> None:
    named = explain(cascade, "xa-mau-2023", "1", "--data", "error")
    assert explain(cascade, "error/commune/xa-mau-2023.yaml", "1", "--data", "error") == named
    assert explain(cascade, "xa-mau-2023", "1", "--parent", "huyen-thu-2021-2025", "--data", "error") == named


def names(cascade: Command, corpus: str, rule: str) -> tuple[str, str]:
    """The code and the fingerprint of the finding of a rule."""
    (code,) = re.findall(rf"\[{rule}\] \((\w+)\)$", cascade("audit", corpus, "--format", "concise").out, re.M)
    report = json.loads(cascade("audit", corpus, "--format", "json").out)
    return code, next(one["fingerprint"] for one in report["findings"] if one["rule"] == rule)


def test_a_code_or_fingerprint_stands_for_the_item_that_its_finding_is_about(cascade: Command) -> None:
    for known in names(cascade, "error", "weaker-target"):
        assert explain(cascade, known, "--data", "error") == explain(cascade, "xa-mau-2023", "1", "--data", "error")


def test_a_finding_within_one_plan_has_nothing_to_explain(tmp_path: Path) -> None:
    write(tmp_path, {"data/huyen-thu-2021-2025": DISTRICT, "data/xa-mau-2023": WEAKER.split("tasks:")[0] + TWICE})
    cascade = Command(tmp_path)
    for known in names(cascade, "data", "duplicate-item"):
        refused = f"Wrong call: {NONE.format(known)}\nSee: cascade explain --help\n"
        assert explain(cascade, known) == (2, "", refused)


NONE = (
    "name a plan and an item of the plan above, or the code (B3) or fingerprint of a finding about one; "
    "there is no such finding «{}»"
)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (("xa-mau-2023", "11"), "no plan above has an item «11»; did you mean «1»?"),
        (("xa-mau-2023", "zzz"), "no plan above has an item «zzz»"),
        (("xa-mau-2023", "a"), "no plan above has an item «a»"),  # an item of the plan itself
        (("huyen-thu-2021-2025", "1"), "no plan above has an item «1»"),
        (("xa-mau-2032", "1"), "there is no plan «xa-mau-2032»; did you mean «xa-mau-2023»?"),
        (
            ("xa-mau-2023", "1", "--parent", "huyen-thu-2021-2026"),
            "there is no plan «huyen-thu-2021-2026»; did you mean «huyen-thu-2021-2025»?",
        ),
        (("abc",), NONE.format("abc")),
        ((), "PLAN is missing"),
    ],
)
def test_what_is_not_there_is_a_wrong_call_with_the_nearest_name(
    cascade: Command, call: tuple[str, ...], told: str
) -> None:
    assert explain(cascade, *call, "--data", "error") == (2, "", f"Wrong call: {told}\nSee: cascade explain --help\n")


def test_plans_that_cannot_be_read_give_status_2_beside_the_explanation(cascade: Command) -> None:
    status, out, err = explain(cascade, "xa-mau-2023", "1", "--data", "error-and-broken")
    assert (status, out) == (2, explain(cascade, "xa-mau-2023", "1", "--data", "error")[1])
    assert err.startswith("error-and-broken/district/huyen-hong.yaml:5:8: ")


def test_a_target_that_says_again_what_another_is_judged_by_is_told_to_be_so(tmp_path: Path) -> None:
    again = (
        '  - {id: "2", text: Nhắc lại mức thanh toán trực tuyến, measure: tthc.online-payment, '
        'value: "80%", where: tasks}\n'
    )
    write(tmp_path, {"data/huyen-thu-2021-2025": DISTRICT + again, "data/xa-mau-2023": WEAKER})
    status, out, err = explain(Command(tmp_path), "xa-mau-2023", "2")
    assert (status, err) == (0, "")
    assert out.endswith("Verdict: not judged by itself: another item of the plan above on the same measure is\n\n")


def test_the_explanation_can_be_written_to_a_file(tmp_path: Path) -> None:
    write(tmp_path, {"data/huyen-thu-2021-2025": DISTRICT, "data/xa-mau-2023": WEAKER})
    cascade = Command(tmp_path)
    shown = explain(cascade, "xa-mau-2023", "1")[1]
    assert explain(cascade, "xa-mau-2023", "1", "-o", "why.txt") == (0, "", "")
    assert (tmp_path / "why.txt").read_text("utf-8") == shown
    assert explain(cascade, "xa-mau-2023", "1", "-o", "why.json")[0] == 2

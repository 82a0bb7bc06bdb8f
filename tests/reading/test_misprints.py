"""What only looks like letters and digits in a plan file gives the same verdict, and is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from cascade.audit import audit
from cascade.reading.plans import read_corpus
from tests.cli.command import COMMUNE, DISTRICT, WEAKER
from tests.support import domain

NUMBER, VALUE = "01/KH-UBND", "50-80%"


def _audited(tmp_path: Path, commune: str) -> tuple[list[tuple[str, str]], list[tuple[str, int]]]:
    """The rules that the commune's plan breaks, with the deciding values, and the faults of its file."""
    (tmp_path / "huyen-thu-2021-2025.yaml").write_text(DISTRICT, "utf-8")
    (tmp_path / "xa-mau-2023.yaml").write_text(commune, "utf-8")
    corpus = read_corpus([tmp_path], domain())
    judged = audit(corpus, domain()).findings
    found = [(one.finding.rule, str(one.finding.child_value)) for one in judged]
    return found, [(fault.code, fault.line) for fault in corpus.faults]


@pytest.mark.parametrize("printed", ["０１/ＫＨ-ＵＢＮＤ", "01／KH－UBND", "𝟎𝟏/𝐊𝐇-UBND", "٠١/KH-UBND", "01∕KH-UBND"])
def test_a_number_of_another_width_or_style_is_that_number(tmp_path: Path, printed: str) -> None:
    assert _audited(tmp_path, WEAKER.replace(NUMBER, printed)) == _audited(tmp_path, WEAKER)


@pytest.mark.parametrize("printed", ["01/КН-UВND", "01/КH-UBND", "O1/KH-UBND", "01/ΚH-UBND", "01/KH-ՍBND"])
def test_a_number_of_letters_that_look_alike_is_that_number_and_a_fault(tmp_path: Path, printed: str) -> None:
    found, faults = _audited(tmp_path, WEAKER.replace(NUMBER, printed))
    plain, _ = _audited(tmp_path, WEAKER)
    line = WEAKER[: WEAKER.index(NUMBER)].count("\n") + 1
    assert faults in ([("misprint", line)], [("unknown-letters", line)])
    assert found == plain or faults == [("unknown-letters", line)]


@pytest.mark.parametrize("printed", ["50-80％", "５０-８０%", "𝟓𝟎-80٪", "5О-8О%", "5O-80%", "5Օ-80﹪"])
def test_a_bound_decides_alike_however_its_digits_are_set(tmp_path: Path, printed: str) -> None:
    assert _audited(tmp_path, WEAKER.replace(VALUE, printed))[0] == _audited(tmp_path, WEAKER)[0]


@pytest.mark.parametrize("printed", ["⑤⓪-80%", "50-80‰", "⁵⁰-80%", "50-80\u0338%"])
def test_a_bound_that_nobody_can_read_is_a_fault_of_its_line(tmp_path: Path, printed: str) -> None:
    codes = {code for code, _ in _audited(tmp_path, WEAKER.replace(VALUE, printed))[1]}
    assert "unknown-letters" in codes


def test_the_words_of_an_item_are_compared_as_meant(tmp_path: Path) -> None:
    text = "Công khai TTHC tại trụ sở"
    assert text in WEAKER
    found, faults = _audited(tmp_path, WEAKER.replace(text, text.replace("C", "С").replace("a", "а")))
    assert found == _audited(tmp_path, WEAKER)[0]
    assert [code for code, _ in faults] == ["misprint"]


def test_a_draft_is_read_alike_and_its_doubts_have_told_it(tmp_path: Path) -> None:
    draft = WEAKER.replace("review: reviewed", "review: draft")
    found, faults = _audited(tmp_path, draft.replace(NUMBER, "01/КН-UВND"))
    assert found == _audited(tmp_path, draft)[0]
    assert faults == []


def test_a_plan_in_usual_letters_has_no_such_fault(tmp_path: Path) -> None:
    assert _audited(tmp_path, COMMUNE)[1] == []

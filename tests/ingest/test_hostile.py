"""Documents made to hang or to break the reader: each costs no more than others of its size, and only itself."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from cascade.documents.read import kind_of, read_document
from cascade.ingest.draft import Draft, read_draft
from cascade.ingest.folder import read_one
from cascade.ingest.limit import OutOfTimeError, time_limit
from cascade.ingest.outline.paragraphs import paragraphs, paragraphs_as_lines
from cascade.lexicon.legible import LONGEST_WORD, MOST_MARKS, legible
from cascade.lexicon.passage import plain_words
from cascade.model.limits import Limits
from tests.cli.documents import COMMUNE
from tests.support import domain, limited

HEAD = COMMUNE[: COMMUNE.index("1. Mục tiêu cụ thể")]


@pytest.mark.parametrize(
    "data",
    [
        b"<!---->" * 30 + b"x",
        b"<!-- a -->\n" * 500 + "Kế hoạch".encode(),
        b"<!-- -->                    " * 140,
        b"<?xml a?>  " * 300 + b"x",
        b" " * 4000 + b"<",
        b"<!--" * 1000,
        b"<?xml " * 600,
    ],
)
def test_what_stands_before_a_page_is_passed_over_once(data: bytes) -> None:
    before = time.process_time()
    assert kind_of(data) == "text"
    assert kind_of(data + b"<html>") in {"text", "html"}
    assert time.process_time() - before < 0.5


def test_a_page_behind_comments_is_a_page() -> None:
    assert kind_of(b"\xef\xbb\xbf\n<?xml version='1.0'?> <!-- a > b -->\n<!-- c --> <!DOCTYPE  html>") == "html"


@pytest.mark.parametrize(
    "unit",
    ["1.", "-", ".", "1", "- ", ". ", "1 ", "1. ", "a", "a ", "A", "(", "1/", "1-", ",", "; ", "%", "_a "],
)
def test_one_word_or_line_of_a_whole_file_takes_time_as_its_length(unit: str, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(HEAD + (unit * 99_000)[:99_000], "utf-8")
    before = time.process_time()
    outcome = read_one(path, domain())
    assert time.process_time() - before < 4  # twice what it may take, for a busy machine
    assert outcome.fault is None


def test_words_and_rows_of_marks_are_shortened_only_beyond_what_a_plan_prints() -> None:
    usual = "Tỷ lệ " + "1 " * MOST_MARKS + "hồ sơ " + "a" * LONGEST_WORD
    assert legible(usual) == usual
    assert legible("b" * 5000 + " hồ sơ") == "b" * LONGEST_WORD + " hồ sơ"
    assert legible("- " * 5000 + "hồ sơ") == "- " * MOST_MARKS + "hồ sơ"


def test_a_paragraph_without_end_is_cut_behind_sentences_and_keeps_every_word() -> None:
    text = "1. " + "Rà soát, đơn giản hóa thủ tục hành chính hằng năm. " * 400
    words = plain_words(text, 1)
    for parts in (paragraphs([words], domain()), paragraphs_as_lines([words])):
        assert len(parts) > 3
        assert parts[0].marker is not None
        assert all(part.text.endswith("năm.") for part in parts)
        assert " ".join(part.text for part in parts) == text[3:].strip()


def _read(tmp_path: Path, text: str) -> Draft:
    path = tmp_path / "xa.txt"
    path.write_text(text, "utf-8")
    return read_draft(read_document(path), domain())


@pytest.mark.parametrize("number", ["99999999999999999999%", "1.0000000000000000000001%", "90-99999999999999999999%"])
def test_a_number_that_cannot_be_recorded_costs_its_own_target_and_is_told(tmp_path: Path, number: str) -> None:
    whole = _read(tmp_path, COMMUNE)
    draft = _read(tmp_path, COMMUNE.replace("60%", number))
    assert [read.item.value for read in draft.targets] == [read.item.value for read in whole.targets[1:]]
    assert [doubt.facts["lines"] for doubt in draft.doubts if doubt.code == "target-left-out"] == ["19"]
    assert draft.plan is not None
    assert draft.plan.doubt == draft.doubts


def test_digits_of_other_scripts_and_widths_are_digits(tmp_path: Path) -> None:
    draft = _read(tmp_path, COMMUNE.replace("60%", "６０％").replace("100%", "१००%"))
    assert [read.item.value.text for read in draft.targets] == ["60%", "100%"]


def test_a_document_that_takes_too_long_is_one_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "xa.txt"
    path.write_text(COMMUNE, "utf-8")

    def slow(*_: object) -> Draft:
        while True:
            pass

    monkeypatch.setattr("cascade.ingest.folder.read_draft", slow)
    with limited(Limits(seconds=1)):
        fault = read_one(path, domain()).fault
    assert fault is not None
    assert fault.code == "out-of-time"
    assert "limits.seconds" in fault.message("vi")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux tells what a process has taken")
def test_a_document_that_takes_too_much_memory_is_one_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "xa.txt"
    path.write_text(COMMUNE, "utf-8")
    monkeypatch.setattr("cascade.ingest.folder.read_draft", lambda *_: bytearray(1 << 29))
    with limited(Limits(memory=64)):
        fault = read_one(path, domain()).fault
    assert fault is not None
    assert (fault.code, "limits.memory" in fault.message("vi"), "64 MiB" in fault.message("en")) == (
        "out-of-memory",
        True,
        True,
    )
    monkeypatch.undo()
    with limited(Limits(memory=1024)):
        assert read_one(path, domain()).draft is not None


def test_the_limit_is_gone_once_the_document_is_read() -> None:
    with pytest.raises(OutOfTimeError), time_limit(0.05):
        _work(1.0)
    with time_limit(0.05):
        pass
    _work(0.2)


def _work(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass

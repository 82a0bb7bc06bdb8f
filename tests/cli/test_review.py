"""`cascade ingest --review`: what a person answers is kept, at once, and asked no more."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from cascade.cli.review import questions
from tests.cli.command import Result, command, environment
from tests.cli.documents import COMMUNE, NAMELESS

UNCLEAR = COMMUNE.replace("triển khai thanh toán trực tuyến", "giải quyết theo mẫu mới")
"""The first target counts what no measure knows, so the reader is not sure of it."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "xa.txt").write_text(UNCLEAR, "utf-8")
    return tmp_path


def review(folder: Path, *answers: str, call: tuple[str, ...] = ("xa.txt",)) -> Result:
    """The result of a review in which a person types `answers`, one a line."""
    made = subprocess.run(
        command("ingest", "--review", "--lang", "en", *call),
        cwd=folder,
        env=environment(),
        input="".join(f"{answer}\n" for answer in answers).encode(),
        capture_output=True,
        check=False,
    )
    return Result(made.returncode, made.stdout.decode(), made.stderr.decode())


def draft(folder: Path, name: str = "mau-2021-2025") -> dict[str, Any]:
    tree: dict[str, Any] = yaml.safe_load((folder / f"{name}.yaml").read_text("utf-8"))
    return tree


def test_a_doubtful_item_is_shown_beside_its_printed_words(folder: Path) -> None:
    made = review(folder, "q")
    assert "mau-2021-2025.yaml: 1 of " in made.out
    assert "Printed (line 19): «a) Tối thiểu 60% thủ tục hành chính có phí được giải quyết theo mẫu mới.»" in made.out


def test_every_answer_is_saved_before_the_next_question(folder: Path) -> None:
    review(folder, "a", "q")
    first = draft(folder)["targets"][0]
    assert first["confidence"] == 1.0
    assert "doubt" not in first
    assert len(list(questions(draft(folder), 0.8))) >= 1
    made = review(folder, "q")
    assert "mẫu mới" not in made.out


def test_an_item_that_is_none_is_dropped_and_the_rest_keeps_its_place(folder: Path) -> None:
    review(folder, "q")
    before = draft(folder)
    asked = sum(1 for _ in questions(before, 0.8))
    review(folder, "d", *["a"] * (asked - 1), "n")
    after = draft(folder)
    assert [item["id"] for item in after["targets"]] == [item["id"] for item in before["targets"][1:]]
    assert [item["id"] for item in after["tasks"]] == [item["id"] for item in before["tasks"]]
    assert list(questions(after, 0.8)) == []
    assert after["review"] == "draft"


def test_when_nothing_is_left_the_plan_may_be_marked_as_reviewed(folder: Path) -> None:
    review(folder, "q")
    asked = sum(1 for _ in questions(draft(folder), 0.8))
    review(folder, *["a"] * asked, "y")
    assert draft(folder)["review"] == "reviewed"
    made = review(folder)
    assert made.status == 0
    assert "Printed" not in made.out


def test_a_correction_is_kept_and_a_wrong_one_told_and_asked_again(folder: Path) -> None:
    made = review(folder, "e", "by=someday", "value=65%", "", "q")
    assert "someday" in made.out
    target = draft(folder)["targets"][0]
    assert (target["value"], target["by"], target["confidence"]) == ("65%", 2025, 1.0)


def test_what_the_text_does_not_say_is_asked_and_typed_in(folder: Path) -> None:
    (folder / "xa.txt").write_text(NAMELESS, "utf-8")
    review(folder, "q", call=("xa.txt",))
    before = draft(folder, "xa")
    assert before["place"] in (None, [])
    names = [question.where for question in questions(before, 0.8)]
    answers = [line for name in names for line in (("e", "Mẫu, Thử, Ví Dụ") if name == "place" else ("l",))]
    review(folder, *answers, call=("xa.yaml",))
    assert draft(folder, "xa")["place"] == ["Mẫu", "Thử", "Ví Dụ"]


def test_later_and_unknown_answers_change_nothing(folder: Path) -> None:
    review(folder, "q")
    before = (folder / "mau-2021-2025.yaml").read_bytes()
    review(folder, "?", "l", "q")
    assert (folder / "mau-2021-2025.yaml").read_bytes() == before


def test_another_document_of_the_same_unit_is_reviewed_in_a_file_of_its_own(folder: Path) -> None:
    (folder / "other.txt").write_text(COMMUNE, "utf-8")
    review(folder, "a", "q")
    kept = (folder / "mau-2021-2025.yaml").read_bytes()
    made = review(folder, "q", call=("other.txt",))
    assert "mẫu mới" not in made.out
    assert (folder / "mau-2021-2025.yaml").read_bytes() == kept
    assert draft(folder, "mau-2021-2025-2")["source"]["document"] == "other.txt"


@pytest.mark.parametrize("text", ["[", "- a\n", "targets: 3\n", "targets: [a]\n", "confidence: 1\n", "\ud800"])
def test_a_file_that_is_no_draft_is_one_fault_and_the_next_is_asked_about(folder: Path, text: str) -> None:
    (folder / "bad.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
    made = review(folder, "q", call=("bad.yaml", "xa.txt"))
    assert made.err.splitlines()[-1].startswith("bad.yaml:1:1: the file is no draft of plan/1")
    assert "mẫu mới" in made.out
    assert made.status == 2


def test_control_characters_of_a_draft_never_reach_the_terminal(folder: Path) -> None:
    review(folder, "q")
    tree = draft(folder)
    tree["targets"][0]["text"] = "a\x1b[31mb"
    (folder / "mau-2021-2025.yaml").write_text(yaml.safe_dump(tree, allow_unicode=True), "utf-8")
    made = review(folder, "q", call=("mau-2021-2025.yaml",))
    assert "\x1b" not in made.out

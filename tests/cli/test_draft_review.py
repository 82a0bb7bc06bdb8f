"""`cascade ingest --review`: what a person answers is kept, at once, and asked no more."""

from __future__ import annotations

import os
import shlex
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from cascade.ingest.review.session import Question, Sheet
from cascade.reading.plans import known_names, read_plan
from tests.cli.command import Command, Result, command, environment, run
from tests.cli.documents import COMMUNE, NAMELESS
from tests.support import domain

UNCLEAR = COMMUNE.replace("triển khai thanh toán trực tuyến", "giải quyết theo mẫu mới")
"""The first target counts what no measure knows, so the reader is not sure of it."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "xa.txt").write_text(UNCLEAR, "utf-8")
    return tmp_path


def review(folder: Path, *answers: str, call: tuple[str, ...] = ("xa.txt",), lang: str = "en") -> Result:
    """The result of a review in which a person types `answers`, one a line, and then nothing any more."""
    typed = "".join(f"{answer}\n" for answer in answers)
    return run(folder, "ingest", "--review", "--lang", lang, *call, typed=typed)


def draft(folder: Path, name: str = "mau-2021-2025") -> dict[str, Any]:
    tree: dict[str, Any] = yaml.safe_load((folder / f"{name}.yaml").read_text("utf-8"))
    return tree


def questions(folder: Path, name: str = "mau-2021-2025") -> list[Question]:
    """What is not settled in a draft."""
    return list(Sheet.of((folder / f"{name}.yaml").read_text("utf-8")).questions())


def test_a_doubtful_item_is_shown_beside_its_printed_words(folder: Path) -> None:
    made = review(folder, "q")
    assert "mau-2021-2025.yaml: " in made.out
    assert "Printed (line 19): «a) Tối thiểu 60% thủ tục hành chính có phí được giải quyết theo mẫu mới.»" in made.out


def test_every_answer_is_saved_before_the_next_question(folder: Path) -> None:
    review(folder, "a", "q")
    first = draft(folder)["targets"][0]
    assert first["confidence"] == 1.0
    assert "doubt" not in first
    assert questions(folder)
    made = review(folder, "q")
    assert "mẫu mới" not in made.out


def test_an_item_that_is_none_is_dropped_and_the_rest_keeps_its_place(folder: Path) -> None:
    review(folder, "q")
    before = draft(folder)
    asked = len(questions(folder))
    review(folder, "d", "d", *["a"] * (asked - 1), "")
    after = draft(folder)
    assert [item["id"] for item in after["targets"]] == [item["id"] for item in before["targets"][1:]]
    assert [item["id"] for item in after["tasks"]] == [item["id"] for item in before["tasks"]]
    assert questions(folder) == []
    assert after["review"] == "draft"


def test_when_nothing_is_left_the_plan_may_be_marked_as_reviewed(folder: Path) -> None:
    review(folder, "q")
    asked = len(questions(folder))
    review(folder, *["a"] * asked, "a")
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
    names = [question.where for question in questions(folder, "xa")]
    answers = [line for name in names for line in (("e", "Mẫu, Thử, Ví Dụ") if name == "place" else ("",))]
    review(folder, *answers, call=("xa.yaml",))
    assert draft(folder, "xa")["place"] == ["Mẫu", "Thử", "Ví Dụ"]


def test_later_and_unknown_answers_change_nothing(folder: Path) -> None:
    review(folder, "q")
    before = (folder / "mau-2021-2025.yaml").read_bytes()
    review(folder, "?", "l", "x", "", "q")
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


TYPES = """\
# a comment of the reviewer
schema: plan/1
title: Kế hoạch cải cách hành chính năm 2023
number: 12/KH-UBND
type: KH
level: commune
issuer: UBND xã Mẫu
place: [Mẫu, Thử, Ví Dụ]
issued: 2022-12-31
period: 2021-2025
year: 2023
content: full
review: draft
targets:
  - {id: 1.10, text: Chỉ tiêu một, measure: tthc.online-payment, value: 1_0%, by: 2025, lines: 12}
  - {id: 2:30, text: no, value: 010, measure: tthc.online-payment, in: 2023, doubt: x}  # hỏi lại
  - {id: 0x10, text: Chỉ tiêu ba, value: 0.10, measure: tthc.online-payment, in: 2024, doubt: y}
tasks:
  - {id: 3.10, text: yes, due: 2023-06-30, lines: 12-14, product: off}
"""
"""A draft whose values a program that loads and dumps would change."""
FIRST = next(line for line in TYPES.splitlines() if "2:30" in line)
SETTLED = TYPES.replace("in: 2023, doubt: x}", "in: 2023, confidence: 1.0}")
SECOND = next(line for line in TYPES.splitlines() if "0x10" in line)


@pytest.fixture
def types(tmp_path: Path) -> Path:
    path = tmp_path / "xa.yaml"
    path.write_text(TYPES, "utf-8")
    path.chmod(0o600)
    return path


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (("đ",), SETTLED),
        (("v",), SETTLED),
        (("Đ",), SETTLED),
        (("b", "b"), TYPES.replace(f"{FIRST}\n", "")),
        (("b", ""), TYPES),
        (
            ("s", "value=60%", ""),
            SETTLED.replace("010,", "60%,"),
        ),
        (("s", "by=abc", "value", ""), TYPES),
        (("", "b", "b"), TYPES.replace(f"{SECOND}\n", "")),
        (("d", "a", "x", "c", "n", "y", "e", "q", "u", "l", "?"), TYPES),
        (("đ", "h"), TYPES),
        (("đ", "b", "b", "h", "h"), TYPES),
        (("b", "b", "đ", "h"), TYPES.replace(f"{FIRST}\n", "")),
        (("h", "", "h", "đ"), SETTLED),
        (("đ", "đ", "h", "h"), TYPES),
    ],
)
def test_only_the_answered_item_changes_and_the_keys_are_those_shown(
    types: Path, answers: tuple[str, ...], expected: str
) -> None:
    made = review(types.parent, *answers, call=("xa.yaml",), lang="vi")
    assert made.status == 0, made.err
    assert types.read_text("utf-8") == expected
    assert stat.S_IMODE(types.stat().st_mode) == 0o600
    assert "[v/đ] đúng  [s] sửa  [b] bỏ  [Enter] để sau  [h] hoàn tác  [t] dừng" in made.out


@pytest.mark.parametrize(
    ("answers", "told"), [((), "Đã lưu 0, còn 2"), (("đ",), "Đã lưu 1, còn 1"), (("đ", "h", "t"), "Đã lưu 0, còn 2")]
)
def test_a_review_that_ends_says_what_is_saved_and_what_is_left(
    types: Path, answers: tuple[str, ...], told: str
) -> None:
    made = review(types.parent, *answers, call=("xa.yaml",), lang="vi")
    assert made.out.endswith(f"{told}\n")
    assert made.status == 0


def test_a_closed_input_ends_the_review(types: Path) -> None:
    call = " ".join(map(shlex.quote, command("ingest", "--review", "xa.yaml")))
    made = subprocess.run(
        ["sh", "-c", f"{call} <&-"], cwd=types.parent, env=environment(), capture_output=True, check=False
    )
    assert made.returncode == 0
    assert made.stderr == b""
    assert types.read_text("utf-8") == TYPES


ODD = {
    "lines: abc": "targets: [{id: a, text: b, doubt: z, lines: abc}]",
    "lines: [1, 2]": "targets: [{id: a, text: b, doubt: z, lines: [1, 2]}]",
    "lines: 0": "targets: [{id: a, text: b, doubt: z, lines: 0}]",
    "lines: 99999-999999999": "targets: [{id: a, text: b, doubt: z, lines: 99999-999999999}]",
    "a key that is a list": "targets: [{id: a, text: b, doubt: z, ? [1, 2] : 3}]",
    "a key that is a mapping": "targets: [{id: a, text: b, doubt: z, {a: 1}: 3}]",
    "a key that is a number": "targets: [{id: a, text: b, doubt: z, 5: 6}]",
    "no key": "targets: [{id: a, text: b, doubt: z, null: 3}]",
    "targets: 5": "targets: 5",
    "an alias": "targets: [&a {id: a, text: b, doubt: z}, *a]",
    "itself": "targets: &a [*a]",
    "confidence: [1]": "confidence: [1]",
    "deep": "targets: " + "[" * 5000,
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_whatever_a_draft_holds_ends_in_one_line_at_most(tmp_path: Path, odd: str) -> None:
    (tmp_path / "x.txt").write_text(COMMUNE, "utf-8")
    path = tmp_path / "xa.yaml"
    path.write_text(f"schema: plan/1\nreview: draft\nsource: {{document: x.txt}}\n{odd}\n", "utf-8")
    before = path.read_bytes()
    made = review(tmp_path, *["l", "e", "value=80%", "lead=5", "", "u"] * 8, "q", call=("xa.yaml",))
    assert "Traceback" not in made.err
    assert len(made.err.splitlines()) <= 1
    assert made.status in {0, 2}
    assert path.exists()
    assert made.status == 0 or path.read_bytes() == before


def test_what_is_no_regular_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "xa.yaml")
    (tmp_path / "xb.yaml").mkdir()
    made = review(tmp_path, "q", call=("xa.yaml", "xb.yaml"))
    assert made.status == 2
    assert [line.split(":")[0] for line in made.err.splitlines()] == ["xa.yaml", "xb.yaml"]


def test_an_answer_that_cannot_be_saved_is_one_line_and_the_file_is_whole(types: Path) -> None:
    call = " ".join(map(shlex.quote, command("ingest", "--review", "xa.yaml")))
    made = subprocess.run(  # no file may grow: as on a full disk
        ["bash", "-c", f"trap '' XFSZ; ulimit -f 0; {call} 2>/dev/stderr | cat"],
        cwd=types.parent,
        env=environment(),
        input="đ\nt\n".encode(),
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in made.stderr
    assert len(made.stderr.splitlines()) == 1
    assert made.stderr.startswith(b"xa.yaml:1:1: ")
    assert types.read_text("utf-8") == TYPES
    assert [path.name for path in types.parent.iterdir()] == ["xa.yaml"]


def test_a_file_that_someone_else_changes_meanwhile_keeps_their_change(tmp_path: Path) -> None:
    path = tmp_path / "xa.yaml"
    path.write_text(TYPES, "utf-8")
    asking = subprocess.Popen(
        command("ingest", "--review", "xa.yaml"),
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert asking.stdout is not None
    while b"2:30" not in asking.stdout.readline():
        pass
    path.write_text(f"{TYPES}# của người khác\n", "utf-8")
    _, told = asking.communicate("đ\nt\n".encode())
    assert asking.returncode == 2
    assert told.startswith(b"xa.yaml:1:1: ")
    assert path.read_text("utf-8") == f"{TYPES}# của người khác\n"


def test_a_file_of_windows_keeps_its_mark_and_its_line_ends(types: Path) -> None:
    text = "\ufeff" + TYPES.replace("\n", "\r\n")
    types.write_bytes(text.encode())
    review(types.parent, "a", "q", call=("xa.yaml",))
    expected = text.replace("in: 2023, doubt: x}", "in: 2023, confidence: 1.0}")
    assert types.read_bytes().decode() == expected


def test_a_reviewed_draft_of_a_document_is_read_whole_and_never_written_again(folder: Path) -> None:
    review(folder, "q")
    asked = len(questions(folder))
    review(folder, *["a"] * asked, "a")
    path = folder / "mau-2021-2025.yaml"
    settled = path.read_bytes()
    assert Command(folder)("ingest", "xa.txt", "-o", ".").status == 2
    assert path.read_bytes() == settled
    read = read_plan(path, path.name, known_names(domain()))
    assert read.faults == []


def test_the_printed_words_are_found_in_the_folder_above_the_drafts(folder: Path) -> None:
    review(folder, "q", call=("xa.txt", "-o", "drafts"))
    made = review(folder, "q", call=("drafts/mau-2021-2025.yaml",))
    assert "Printed (line 19)" in made.out


LIKELY = """\
schema: plan/1
title: x
review: draft
content: full
type: KH
number: 1/KH-UBND
level: commune
issuer: UBND xã Mẫu
place: [Mẫu]
issued: 2023-01-01
period: 2023
targets:
  - {id: a, text: Thanh toán trực tuyến, value: 80%, confidence: 0.66}
tasks:
  - {id: b, text: Công khai, confidence: 0.5}
  - {id: c, text: Trồng cây, confidence: 0.7}
  - {id: d, text: Khảo sát, confidence: 0.75, doubt: x}
"""


def sure_of(path: Path) -> list[float]:
    tree = yaml.safe_load(path.read_text("utf-8"))
    return [item["confidence"] for item in (*tree["targets"], *tree["tasks"])]


def test_what_is_as_sure_as_this_is_accepted_at_once_and_taken_back_at_once(tmp_path: Path) -> None:
    path = tmp_path / "xa.yaml"
    path.write_text(LIKELY, "utf-8")
    made = review(tmp_path, "n", "t", call=("xa.yaml",), lang="vi")
    assert "[n] nhận cả 2 mục chắc từ 66%" in made.out
    assert "độ chắc 66%" in made.out
    assert made.out.endswith("Đã lưu 2, còn 2\n")
    assert sure_of(path) == [1.0, 0.5, 1.0, 0.75]
    path.write_text(LIKELY, "utf-8")
    review(tmp_path, "n", "h", "t", call=("xa.yaml",), lang="vi")
    assert path.read_text("utf-8") == LIKELY


def test_one_alone_and_what_is_doubted_is_answered_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "xa.yaml"
    path.write_text(LIKELY, "utf-8")
    made = review(tmp_path, "n", "", "n", "t", call=("xa.yaml",), lang="vi")
    assert made.out.count("nhận cả") == 1
    assert sure_of(path) == [1.0, 0.5, 1.0, 0.75]


def test_a_measure_is_chosen_by_its_name_from_a_list(tmp_path: Path) -> None:
    path = tmp_path / "xa.yaml"
    path.write_text(LIKELY, "utf-8")
    made = review(tmp_path, "s", "measure=thanh toan truc tuyen", "1", "", "t", call=("xa.yaml",), lang="vi")
    assert "(tthc.online-payment)" in next(line for line in made.out.splitlines() if "1. " in line)
    assert "measure: tthc.online-payment" in path.read_text("utf-8")
    review(tmp_path, "s", "measure=tthc.waiting-time", "", "t", call=("xa.yaml",), lang="vi")
    assert "tthc.waiting-time" not in path.read_text("utf-8")
    made = review(tmp_path, "s", "measure=zzz", "99", "", "t", call=("xa.yaml",), lang="en")
    assert "zzz" not in path.read_text("utf-8")


def test_the_printed_words_are_found_wherever_the_draft_was_written(folder: Path) -> None:
    (folder / "van ban/goc").mkdir(parents=True)
    (folder / "xa.txt").rename(folder / "van ban/goc/xa.txt")
    review(folder, "q", call=("van ban/goc/xa.txt", "-o", "nhap/2026"))
    path = folder / "nhap/2026/mau-2021-2025.yaml"
    assert yaml.safe_load(path.read_text("utf-8"))["source"]["path"] == "../../van ban/goc/xa.txt"
    made = review(folder, "q", call=("nhap/2026/mau-2021-2025.yaml",))
    assert "Printed (line 19)" in made.out
    (folder / "van ban/goc/xa.txt").write_text("khác", "utf-8")
    made = review(folder, "q", call=("nhap/2026/mau-2021-2025.yaml",))
    assert "the document «xa.txt» is not found" in made.out
    assert "khác" not in made.out

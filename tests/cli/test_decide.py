"""`cascade decide`: one key an answer, each kept at once, in place, and never asked again."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import COMMUNE, DISTRICT, command, environment, run, write
from tests.cli.terminal import ENTER, Step, at_terminal

ABOVE = """\
tasks:
  - {id: "2", text: Trồng cây xanh dọc đường thôn, area: 7, lead: ["UBND các xã, thị trấn"]}
"""
BELOW = """\
tasks:
  - {id: "b", text: Vệ sinh ngõ xóm vào chủ nhật, area: 7}
  - {id: "c", text: Công khai ngân sách, area: 5}
"""
WEAKER = COMMUNE.replace('"80%"', '"50%"') + BELOW
OTHER = WEAKER.replace("Mẫu", "Hai").replace('"50%"', '"80%"')
HEAD = "schema: decisions/1\ndecisions:\n"
OLD = "  - {plan: xa-hai-2023, rule: no-parent, waived: cũ,   by: 'Sở Nội vụ', on: 2026-01-01} # giữ\n# hết\n"
TODAY = ("--today", "2026-03-01")
BY = ("--by", "Phòng CCHC")
KEYS = "[t] dừng"
WEAK = "plan: xa-mau-2023, rule: weaker-target, parent: huyen-thu-2021-2025, asked: 1, item: a"
SIGNED = "by: Phòng CCHC, on: 2026-03-01"
LACKS = "rule: uncovered-task, parent: huyen-thu-2021-2025, asked: 2"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(
        tmp_path,
        {
            "data/district/huyen-thu-2021-2025": DISTRICT + ABOVE,
            "data/commune/xa-mau-2023": WEAKER,
            "data/commune/xa-hai-2023": OTHER,
        },
    )
    return tmp_path


def decide(folder: Path, *steps: Step, more: tuple[str, ...] = BY) -> Any:
    return at_terminal(folder, "decide", "data", *TODAY, *more, steps=steps)


def kept(folder: Path) -> str:
    return (folder / "data/decisions.yaml").read_text("utf-8")


def findings(folder: Path) -> set[tuple[str, str]]:
    made = run(folder, "audit", "data", "--format", "json", *TODAY)
    return {(one["rule"], one["plan"]) for one in json.loads(made.out)["findings"]}


def test_an_answer_is_one_key_kept_at_once_and_not_asked_again(folder: Path) -> None:
    made = decide(folder, (KEYS, "xd\x7fđ"), (KEYS, "t"))
    assert (made.status, made.err) == (0, "")
    assert "1/3  B1" in made.out
    assert made.out.endswith("Đã lưu 1, còn 2\n")
    assert kept(folder) == f"{HEAD}  - {{{WEAK}, confirmed: true, {SIGNED}}}\n"
    assert ("weaker-target", "xa-mau-2023") in findings(folder)
    again = decide(folder, (KEYS, "t"))
    assert "1/2" in again.out
    assert "weaker-target" not in again.out
    assert again.out.endswith("Đã lưu 0, còn 2\n")


def test_what_stands_in_the_file_stays_to_the_byte(folder: Path) -> None:
    (folder / "data/decisions.yaml").write_text(HEAD + OLD, "utf-8")
    decide(folder, (KEYS, "đ"), (KEYS, "t"))
    entry = f"  - {{{WEAK}, confirmed: true, {SIGNED}}}\n"
    assert kept(folder) == HEAD + OLD.replace("# hết", f"{entry}# hết")


def test_accepting_asks_why_by_which_document_and_until_when(folder: Path) -> None:
    steps = [(KEYS, "c"), ("Lý do", "lùi mức\r"), ("Văn bản", "15/TB-UBND\r"), ("Đến hết ngày", "mai\r")]
    steps += [("Cần một ngày", "1/1/2026\r"), ("đã qua", "31/12/2026\r"), (KEYS, "^D")]
    made = decide(folder, *steps)
    assert made.out.endswith("Đã lưu 1, còn 2\n")
    waived = f"{WEAK}, waived: lùi mức, document: 15/TB-UBND, {SIGNED}, until: 2026-12-31"
    assert kept(folder) == f"{HEAD}  - {{{waived}}}\n"
    assert ("weaker-target", "xa-mau-2023") not in findings(folder)


def test_nothing_is_decided_where_no_reason_is_given(folder: Path) -> None:
    made = decide(folder, (KEYS, "c"), ("Lý do", "\r"), (KEYS, "t"))
    assert made.out.endswith("Đã lưu 0, còn 3\n")
    assert not (folder / "data/decisions.yaml").exists()


def test_many_alike_are_answered_at_once_and_taken_back_at_once(folder: Path) -> None:
    made = decide(folder, (KEYS, ENTER), (KEYS, "s"), ("Vì sao", "\r"), ("cả 2?", "c"))
    assert "1 kế hoạch khác cũng chưa thấy mục này: xã Mẫu." in made.out
    assert made.out.endswith("Đã lưu 2, còn 1\n")
    assert findings(folder) == {("weaker-target", "xa-mau-2023")}
    wrong = f"waived: nhận xét không đúng, wrong: true, {SIGNED}"
    assert kept(folder) == HEAD + "".join(
        f"  - {{plan: {plan}, {LACKS}, {wrong}}}\n" for plan in ("xa-hai-2023", "xa-mau-2023")
    )


def test_undo_takes_an_answer_out_of_the_file_again(folder: Path) -> None:
    made = decide(folder, (KEYS, "h"), ("Không còn gì để hoàn tác", ""), (KEYS, "v"), (KEYS, "h"), (KEYS, "t"))
    assert made.out.endswith("Đã lưu 0, còn 3\n")
    assert kept(folder) == "schema: decisions/1\ndecisions: []\n"


def test_another_item_is_chosen_from_the_nearest_or_named(folder: Path) -> None:
    steps = [(KEYS, ENTER), (KEYS, "k"), ("1.", "zz; b\r"), ("không có mục «zz»", "2; b\r"), (KEYS, "t")]
    made = decide(folder, *steps)
    assert "b: «Vệ sinh ngõ xóm vào chủ nhật»" in made.out
    (entry,) = [line for line in kept(folder).splitlines() if "answered_by" in line]
    assert entry.startswith("  - {plan: xa-hai-2023, parent: huyen-thu-2021-2025, asked: 2, answered_by: [")
    assert ", b]" in entry
    assert ("uncovered-task", "xa-hai-2023") not in findings(folder)


def test_two_items_that_have_nothing_to_do_with_each_other_are_taken_apart(folder: Path) -> None:
    decide(folder, (KEYS, "g"), (KEYS, "t"))
    pair = "plan: xa-mau-2023, parent: huyen-thu-2021-2025, asked: 1"
    assert kept(folder) == f"{HEAD}  - {{{pair}, not_answered_by: [a], {SIGNED}}}\n"
    assert ("missing-target", "xa-mau-2023") in findings(folder)


def test_who_decides_is_asked_for_and_whoever_decided_last_is_proposed(folder: Path) -> None:
    (folder / "data/decisions.yaml").write_text(HEAD + OLD, "utf-8")
    decide(folder, ("[Sở Nội vụ]", "\r"), (KEYS, "đ"), (KEYS, "t"), more=())
    assert "by: Sở Nội vụ, on: 2026-03-01" in kept(folder)


@pytest.mark.parametrize("end", ["^C", "^D", "t"])
def test_however_it_ends_what_is_saved_and_left_is_told(folder: Path, end: str) -> None:
    made = decide(folder, (KEYS, "đ"), (KEYS, end))
    assert (made.status, made.err) == (0, "")
    assert made.out.endswith("Đã lưu 1, còn 2\n")


def test_all_decided_is_told_and_the_keys_are_english_too(folder: Path) -> None:
    steps = [("[q] stop", "r"), ("[q] stop", "w"), ("Why", "\r"), ("all 2?", "a")]
    made = decide(folder, *steps, more=(*BY, "--lang", "en"))
    assert made.out.endswith("Nothing is left to decide on.\nSaved 3, left 0\n")
    assert "no terminal" not in made.err


def test_a_file_that_someone_else_changes_meanwhile_keeps_their_change(folder: Path) -> None:
    path = folder / "data/decisions.yaml"
    path.write_text(HEAD + OLD, "utf-8")
    made = at_terminal(folder, "decide", "data", *TODAY, *BY, steps=_changing(path))
    assert made.status == 2
    assert made.err.startswith("data/decisions.yaml:1:1: ")
    assert path.read_text("utf-8") == f"{HEAD}{OLD}# khác\n"


def _changing(path: Path) -> Any:
    """Presses a key once the question is asked, after someone else has changed the file."""
    yield KEYS, "x"
    path.write_text(f"{HEAD}{OLD}# khác\n", "utf-8")
    yield "", "đ"


@pytest.mark.parametrize("stream", ["<&-", "</dev/null", ">/dev/null", ">&-"])
def test_without_a_terminal_one_line_says_what_to_do(folder: Path, stream: str) -> None:
    call = " ".join(command("decide", "data"))
    made = subprocess.run(
        ["sh", "-c", f"{call} {stream}"], cwd=folder, env=environment(), capture_output=True, check=False
    )
    assert made.returncode == 2
    (line, _) = made.stderr.decode().splitlines()
    assert "cần một cửa sổ lệnh" in line
    assert "--from bang.xlsx" in line


def test_where_no_folder_is_named_the_file_of_decisions_must_be(folder: Path) -> None:
    made = at_terminal(folder, "decide", "data/commune/xa-mau-2023.yaml", *BY, steps=())
    assert made.status == 2
    assert "--decisions decisions.yaml" in made.err

"""Help and wrong calls, in both languages and without a word of the other."""

from __future__ import annotations

import re

import pytest

from cascade.cli.main import COMMANDS
from tests.cli.command import Command

CALLS: list[tuple[str, ...]] = [(), *((name,) for name in COMMANDS)]
ENGLISH = re.compile(
    r"\b(Usage|Options|Commands|Command|Arguments|Args|Error|Show|Print|default|required|Try|exit|Missing|Invalid"
    r"|version|OPTIONS|COMMAND|ARGS|FILE|DIR|DIRECTORY|TEXT|option|such"
    r"|PATH|PLAN|ITEM|CHILD|PARENT|ID|REPORT|DATE|NAME)\b(?!:? *ID)"
)
VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")
NAMES = re.compile(r"--[a-z-]+|JSON Schema")


@pytest.fixture(scope="module", autouse=True)
def helped(cascade: Command) -> None:
    cascade.together(((*call, "--help") for call in CALLS), CASCADE_LANG="en")
    cascade.together((*call, "--help") for call in CALLS)


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_the_vietnamese_help_has_its_headings_and_no_english_word(cascade: Command, call: tuple[str, ...]) -> None:
    made = cascade(*call, "--help")
    assert (made.status, made.err) == (0, "")
    lines = made.out.splitlines()
    assert lines[0].startswith(" ".join(["Cách dùng: cascade", *call]) + " [TÙY-CHỌN]")
    assert "Tùy chọn:" in lines
    assert re.search(r"^  -h, --help +Hiện hướng dẫn này\.$", made.out, re.MULTILINE)
    assert ENGLISH.findall(NAMES.sub("", made.out)) == []
    assert re.findall(r"mặc định:\s+\(|\[x>=", made.out) == []


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_the_english_help_has_its_headings_and_no_vietnamese_word(cascade: Command, call: tuple[str, ...]) -> None:
    made = cascade(*call, "--help", CASCADE_LANG="en")
    assert (made.status, made.err) == (0, "")
    lines = made.out.splitlines()
    assert lines[0].startswith(" ".join(["Usage: cascade", *call]) + " [OPTIONS]")
    assert "Options:" in lines
    assert re.search(r"^  -h, --help +Show this help\.$", made.out, re.MULTILINE)
    assert VIETNAMESE.findall(made.out) == []


def test_the_help_of_the_command_lists_every_command_with_its_line(cascade: Command) -> None:
    lines = cascade("--help").out.splitlines()
    listed = dict(line.split(maxsplit=1) for line in lines[lines.index("Lệnh:") + 1 :])
    assert list(listed) == [
        "audit",
        "baseline",
        "ingest",
        "compare",
        "explain",
        "stats",
        "decide",
        "review",
        "graph",
        "rules",
        "completion",
        "schema",
    ]
    assert listed == COMMANDS


def test_the_command_alone_shows_its_help_and_is_a_wrong_call(cascade: Command) -> None:
    made = cascade()
    assert (made.status, made.out) == (2, "")
    assert made.err == cascade("--help").out


OF = "{plan|report|comparison|decisions|settings|rule}"
LISTED = "plan | report | comparison | decisions | settings | rule"
WRONG = {
    "audt": ("không có lệnh «audt»; có phải «audit» không?", ""),
    "zzz": ("không có lệnh «zzz»", ""),
    "--zzz": ("không có tùy chọn --zzz", ""),
    "audit": ('chưa nêu tệp hoặc thư mục nào. Ví dụ: cascade audit "D:\\Kế hoạch 2026"', " audit"),
    "audit clean --fomat json": ("không có tùy chọn --fomat; có phải --format?", " audit"),
    "audit clean --fail-on bad": ("--fail-on phải là error | warning | info", " audit"),
    "audit clean --sources none": ("--sources: không có 'none'", " audit"),
    "rules --rules none": ("--rules: không có 'none'", " rules"),
    "rules -o": ("'-o' cần một giá trị", ""),
    "rules --check=1": ("'--check' không nhận giá trị", ""),
    "compare": ("thiếu KẾ-HOẠCH", " compare"),
    "schema": (f"thiếu {OF}", " schema"),
    "schema plans": (f"{OF} phải là {LISTED}", " schema"),
    "schema plan x y": ("thừa x y", " schema"),
}
WRONG_EN = {
    "audt": ("there is no command «audt»; did you mean «audit»?", ""),
    "rules --outptu": ("there is no option --outptu; did you mean --output?", " rules"),
    "rules --rules none": ("--rules: Directory 'none' does not exist.", " rules"),
    "schema": (f"{OF} is missing", " schema"),
    "schema plans": (f"{OF} must be {LISTED}", " schema"),
}


@pytest.fixture(scope="module")
def wrong(cascade: Command) -> Command:
    cascade.together((tuple(call.split()) for call in WRONG_EN), CASCADE_LANG="en")
    return cascade.together(tuple(call.split()) for call in WRONG)


@pytest.mark.parametrize("call", WRONG)
def test_a_wrong_call_says_in_vietnamese_what_is_wrong_and_where_the_help_is(wrong: Command, call: str) -> None:
    told, command = WRONG[call]
    assert wrong(*call.split()) == (2, "", f"Gọi sai lệnh: {told}\nXem: cascade{command} --help\n")


@pytest.mark.parametrize("call", WRONG_EN)
def test_a_wrong_call_says_in_english_what_is_wrong_and_where_the_help_is(wrong: Command, call: str) -> None:
    told, command = WRONG_EN[call]
    assert wrong(*call.split(), CASCADE_LANG="en") == (2, "", f"Wrong call: {told}\nSee: cascade{command} --help\n")

"""The options that commands share: language, output file, own rules; and what the page looks like."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
from pathlib import Path

import pytest

from tests.cli.command import COMMUNE, DISTRICT, WEAKER, Command, command, environment, write
from tests.support import ROOT

COLOUR = "\x1b["
BOX = re.compile(r"[\u2500-\u257f]")
CORPUS = {"plans/district/huyen-thu-2021-2025": DISTRICT, "plans/commune/xa-mau-2023": WEAKER}


def own(folder: Path) -> Command:
    """The command in a folder of its own, where a test may leave what it likes."""
    write(folder, CORPUS)
    return Command(folder)


# Language --------------------------------------------------------------------------------------


def test_the_report_is_vietnamese_unless_english_is_asked_for(cascade: Command) -> None:
    vi, en = "KIỂM TRA KẾ HOẠCH THEO CĂN CỨ · 2023", "CHECK OF PLANS AGAINST THEIR BASIS · 2023"
    assert cascade("audit", "error").out.splitlines()[0] == vi
    assert cascade("audit", "error", CASCADE_LANG="en_GB.UTF-8").out.splitlines()[0] == en
    assert cascade("audit", "error", "--lang", "vi", CASCADE_LANG="en").out.splitlines()[0] == vi


def test_a_wrong_call_is_worded_in_the_language_asked_for(cascade: Command) -> None:
    assert cascade("graph", "clean", "--lang=en", "--format", "png").err == (
        "Wrong call: --format must be tree | mermaid | dot\nSee: cascade graph --help\n"
    )
    assert cascade("graph", "clean", "--lang", "vi", "--format", "png", CASCADE_LANG="en").err == (
        "Gọi sai lệnh: --format phải là tree | mermaid | dot\nXem: cascade graph --help\n"
    )


def test_the_report_is_utf8_whatever_the_locale_says(cascade: Command) -> None:
    assert cascade("graph", "clean", PYTHONIOENCODING="latin-1", LC_ALL="C").out.startswith(
        " huyen-thu-2021-2025  01/KH-UBND của UBND huyện Thử [chỉ có một phần]\n"
    )


# -o --------------------------------------------------------------------------------------------


def test_a_file_gets_the_very_report_and_standard_output_gets_nothing(cascade: Command, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(cascade("audit", "clean").out, encoding="utf-8")
    assert cascade("audit", "error", "-o", str(tmp_path / "report.txt")) == (1, "", "")
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == cascade("audit", "error").out
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("error/commune/xa-mau-2023.yaml/report.txt", "trong đường dẫn có phần không phải thư mục"),
        ("none/r.txt", "không có tệp hay thư mục này"),
    ],
)
def test_a_file_that_cannot_be_written_is_told_and_nothing_is_left(cascade: Command, target: str, reason: str) -> None:
    before = sorted(cascade.folder.rglob("*"))
    assert cascade("audit", "error", "-o", target) == (2, "", f"cascade: {target}: {reason}\n")
    assert sorted(cascade.folder.rglob("*")) == before
    assert (cascade.folder / "error/commune/xa-mau-2023.yaml").read_text(encoding="utf-8") == WEAKER


def test_a_folder_is_no_file_to_write_to(cascade: Command) -> None:
    assert cascade("audit", "clean", "-o", "clean") == (
        2,
        "",
        "Gọi sai lệnh: clean là thư mục; chỉ --format docx, docx-comments ghi vào thư mục\nXem: cascade audit --help\n",
    )


# --rules ---------------------------------------------------------------------------------------


def test_a_rule_of_ones_own_replaces_the_severity(tmp_path: Path) -> None:
    cascade = own(tmp_path)
    shipped = (ROOT / "rules/weaker-target.yaml").read_text(encoding="utf-8")
    milder = re.sub(r"^severity: .*$", "severity: {default: info}", shipped, flags=re.MULTILINE)
    (tmp_path / "own").mkdir()
    (tmp_path / "own/weaker-target.yaml").write_text(milder, encoding="utf-8")
    made = cascade("audit", "plans", "--format", "json", "--rules", "own")
    assert (made.status, made.err) == (0, "")
    found = {finding["rule"]: finding["severity"] for finding in json.loads(made.out)["findings"]}
    assert found == {"weaker-target": "info", "stale-deadline": "warning"}


MEASURE = """\
schema: measures/1
measures:
  - id: own.paperless
    area: 6
    name: {vi: Tỷ lệ cuộc họp không giấy, en: Share of meetings without paper}
    unit: "%"
    better: higher
    phrases: [họp không giấy]
"""


def test_a_measure_of_ones_own_is_added_to_those_shipped(tmp_path: Path) -> None:
    target = '  - {id: "p", text: Họp không giấy, measure: own.paperless, value: "60%"}\n'
    higher = DISTRICT + target.replace("60%", "90%")
    write(tmp_path, {"plans/huyen-thu-2021-2025": higher, "plans/xa-mau-2023": COMMUNE + target})
    write(tmp_path / "own", {"measures": MEASURE})
    cascade = Command(tmp_path)
    without = cascade("audit", "plans", "--format", "json", "--lang", "en")
    assert without.status == 2
    assert without.err.count("found «own.paperless»; expected a declared name") == 2
    made = cascade("audit", "plans", "--format", "json", "--lang", "en", "--rules", "own")
    assert (made.status, made.err) == (1, "")
    (finding,) = json.loads(made.out)["findings"]
    assert (finding["rule"], finding["measure"]) == ("weaker-target", "own.paperless")
    assert "Share of meetings without paper" in finding["message"]


def test_a_fault_in_rules_of_ones_own_is_told_with_its_place_and_all_else_is_audited(tmp_path: Path) -> None:
    cascade = own(tmp_path)
    shipped = (ROOT / "rules/weaker-target.yaml").read_text(encoding="utf-8")
    write(
        tmp_path / "own",
        {
            "measures": MEASURE.replace("higher", "highr"),
            "weaker-tagret": shipped.replace("id: weaker-target", "id: weaker-tagret"),
        },
    )
    made = cascade("audit", "plans", "--format", "json", "--lang", "en", "--rules", "own")
    assert made.status == 2
    assert made.err == (
        "own/measures.yaml:7:13: found «highr»; expected higher | lower; did you mean «higher»?\n"
        "own/weaker-tagret.yaml:1:1: there is no rule «weaker-tagret»; did you mean «weaker-target»?\n"
    )
    assert [finding["rule"] for finding in json.loads(made.out)["findings"]] == ["weaker-target", "stale-deadline"]


# The page --------------------------------------------------------------------------------------


def on_a_terminal(cascade: Command, *arguments: str, **variables: str) -> tuple[int, str]:
    """Status and output of a call whose standard output is a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command(*arguments),
        cwd=cascade.folder,
        env=environment(**({"TERM": "xterm"} | variables)),
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    written = b""
    try:
        while part := os.read(ours, 65536):
            written += part
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(ours)
    return process.wait(), written.decode().replace("\r\n", "\n")


def test_a_terminal_gets_colour_and_lines_and_the_same_status(cascade: Command) -> None:
    status, out = on_a_terminal(cascade, "audit", "error")
    assert status == 1
    assert "\x1b[1;31m" in out


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_that_wants_no_colour_gets_what_a_pipe_gets(cascade: Command, variables: dict[str, str]) -> None:
    assert on_a_terminal(cascade, "audit", "error", **variables) == (1, cascade("audit", "error").out)


def test_a_pipe_gets_no_colour_and_no_box_drawing_even_where_colour_is_forced(cascade: Command) -> None:
    out = cascade("audit", "error", FORCE_COLOR="1", TERM="xterm").out
    assert out == cascade("audit", "error").out
    assert COLOUR not in out
    assert not BOX.search(out)


@pytest.mark.parametrize("columns", [80, 120])
def test_no_line_is_wider_than_the_terminal_and_the_width_is_used(cascade: Command, columns: int) -> None:
    lines = cascade("audit", "error", "--lang", "en", COLUMNS=str(columns)).out.splitlines()
    assert columns - 20 < max(len(line) for line in lines) <= columns

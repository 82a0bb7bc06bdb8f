"""Names of files and words of a call reach no log as commands, and no terminal as anything but text."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.cli.command import DISTRICT, WEAKER, Command, write
from tests.hostile import acts
from tests.support import ROOT

NAMES = {
    "at the beginning": "::error::x ##[error]y ##vso[a]z \x1b[31mx \x1b]0;x\x07 \x9b31mx \u202ex\u2066y \u200bz\ufeff",
    "behind a space": "x ::error file=a::x ##teamcity[b]",
    "on a line of its own": "x\n::error::y\r##[error]y",
    "no text": os.fsdecode(b"x\xff\xfe"),
}
FORMS = {"concise": "a.txt", "github": "b.txt", "markdown": "c.md"}
COMMAND = re.compile(r"^\s*::.*|##\w*\[", re.M)


@pytest.mark.skipif(os.name != "posix", reason="no such names here")
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_no_name_is_a_command_or_acts_on_a_terminal(tmp_path: Path, name: str) -> None:
    plans, read = tmp_path / name, f"{name}/{name}.txt"
    write(plans, {"huyen-thu-2021-2025": DISTRICT, name: WEAKER, "broken": "a: [", f"{name}/{name}": "schema: x"})
    (plans / f"{name}.txt").write_text("x", "utf-8")
    cascade = Command(tmp_path)
    reports = [word for form, report in FORMS.items() for word in ("--format", form, "-o", report)]
    calls = [
        ("audit", name, "--full", "--statistics"),
        ("audit", name, *reports),
        ("audit", name, "-o", f"none/{name}"),
        ("audit", name, "--plan", name),
        ("ingest", read, f"{read}-none", "-o", name),
        ("ingest", "--review", f"{name}/{name}.yaml"),
        ("decide", name, "--from", read, "--by", name),
        ("explain", name, name),
        ("graph", name),
        ("rules", "--rules", name),
        ("baseline", name, "-o", f"{name}.json"),
        ("--config", read, "audit", name),
        (name,),
        (f"--{name}",),
    ]
    for call in calls:
        made = cascade(*call)
        assert "Traceback" not in made.err, call
        assert COMMAND.findall(made.out + made.err) == [], call
        assert acts(made.out + made.err) == [], call
    for form, report in FORMS.items():
        text = (tmp_path / report).read_text("utf-8")
        assert acts(text) == []
        ours = re.compile(r"::(?:error|warning|notice) (?:file=|title=cascade)|::(?:end)?group::")
        assert [one for one in COMMAND.findall(text) if not (form == "github" and ours.match(one))] == []


def test_what_is_said_on_standard_error_goes_one_way() -> None:
    cli = ROOT / "cascade/cli"
    assert [path.name for path in cli.glob("*.py") if re.search(r"\berr=True", path.read_text("utf-8"))] == [
        "streams.py"
    ]

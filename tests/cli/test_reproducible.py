"""The same bytes whatever the seed of hashes, the language, the time zone, the folder and the order of files."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli.command import Command
from tests.support import ROOT

FIRST = {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"}
OTHER = {
    "PYTHONHASHSEED": "4242",
    "LC_ALL": "vi_VN.UTF-8",
    "LANG": "vi_VN",
    "LANGUAGE": "vi",
    "TZ": "Pacific/Kiritimati",
}
REPORTS = ("--format", "json", "-o", "report.json", "--format", "concise", "-o", "report.txt")
CORPUS = ROOT / "tests" / "golden" / "corpus" / "data"


def test_a_report_is_the_same_bytes_wherever_and_however_it_is_made(tmp_path: Path) -> None:
    told = set()
    for place, variables in (("a", FIRST), ("một chỗ khác/sâu", OTHER)):
        folder = tmp_path / place
        for path in sorted(CORPUS.rglob("*.yaml"), reverse=place == "a"):  # so that a folder lists them otherwise
            copy = folder / "plans" / path.relative_to(CORPUS)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
        cascade = Command(folder)
        made = cascade("audit", "plans", "--lang", "vi", *REPORTS, **variables)
        assert made.status == 2  # one of its files cannot be read
        told.add((made, (folder / "report.json").read_bytes(), (folder / "report.txt").read_bytes()))
    assert len(told) == 1
    assert all(told.pop())

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
FORMS = ("json", "concise")
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
        told.add(tuple(cascade("audit", "plans", "--lang", "vi", "--format", form, **variables) for form in FORMS))
    assert len(told) == 1
    assert all(result.status == 2 and result.out for result in told.pop())  # one of its files cannot be read

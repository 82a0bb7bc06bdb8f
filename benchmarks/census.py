"""What of the reader no document uses: patterns that never match, phrases that no text prints.

python -m benchmarks.census                        the documents of benchmarks/documents/ and tests/cases/
python -m benchmarks.census --documents FOLDER …   and those that lie in FOLDER

Every pattern and phrase costs whoever reads the code. One that is listed here either has a test that names its reason,
or goes.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from cascade.documents.fault import DocumentError
from cascade.documents.read import read_document
from cascade.ingest.draft import read_draft
from cascade.model.phrases import Phrases
from cascade.model.text import fold
from cascade.reading.rules import read_rules

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("cascade.lexicon", "cascade.restore", "cascade.ingest", "cascade.documents")
HELD = (ROOT / "benchmarks" / "documents", ROOT / "tests" / "cases")
FORMS = {".txt", ".md", ".html", ".docx", ".pdf"}


class Counted:
    """A compiled pattern that counts in how many documents it has matched; in all else it is the pattern."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self._hit = False
        self.documents = 0

    def __getattr__(self, name: str) -> Any:
        given = getattr(self._pattern, name)
        if not callable(given):
            return given

        def called(*arguments: Any, **named: Any) -> Any:
            made = given(*arguments, **named)
            if name == "finditer":
                made = list(made)
            if name in ("sub", "split"):
                self._hit = self._hit or self._pattern.search(arguments[-1 if name == "split" else 1]) is not None
            else:
                self._hit = self._hit or bool(made)
            return made

        return called

    def close_document(self) -> None:
        """Count the document that was read, if anything matched in it."""
        self.documents += self._hit
        self._hit = False


def modules() -> Iterator[ModuleType]:
    """Every module of the rooms that read."""
    for room in ROOMS:
        package = importlib.import_module(room)
        for found in pkgutil.walk_packages(package.__path__, f"{room}."):
            yield importlib.import_module(found.name)


def counted() -> dict[str, Counted]:
    """The patterns of all modules, each replaced where it stands by one that counts."""
    found: dict[str, Counted] = {}
    for module in modules():
        for name, value in list(vars(module).items()):
            if isinstance(value, re.Pattern):
                known = found.setdefault(f"{module.__name__}.{name}", Counted(value))
                setattr(module, name, known)
    return found


def phrases_of(phrases: Phrases) -> Iterator[tuple[str, str]]:
    """Every phrase with the key of `rules/reading.yaml` under which it stands."""
    for field in phrases.__struct_fields__:
        value = getattr(phrases, field)
        for key, group in value.items() if isinstance(value, dict) else [("", value)]:
            for phrase in group if isinstance(group, tuple) else ():
                yield f"{field}.{key}".rstrip("."), phrase


def documents(folders: Iterable[Path]) -> list[Path]:
    """The documents of the folders."""
    return sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in FORMS)


def main() -> None:
    """Read every document and list what none of them used."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    domain = read_rules().domain
    if domain is None:
        parser.error("rules/ cannot be read: cascade rules --check")
    patterns = counted()
    printed: list[str] = []
    for path in documents([*HELD, *options.documents]):
        try:
            draft = read_draft(read_document(path), domain)
        except DocumentError:
            continue
        printed.append(fold(" ".join(line.text for line in draft.document.lines)))
        for pattern in patterns.values():
            pattern.close_document()
    print(f"{len(printed)} documents, {len(patterns)} patterns")
    for name, pattern in sorted(patterns.items(), key=lambda pair: (pair[1].documents, pair[0])):
        if pattern.documents <= 1:
            print(f"{pattern.documents} documents  {name}")
    text = "\n".join(printed)
    for key, phrase in phrases_of(domain.phrases):
        if fold(phrase) not in text and "#" not in phrase:
            print(f"printed nowhere  {key}: {phrase}")


if __name__ == "__main__":
    main()

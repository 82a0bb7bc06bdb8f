"""How well documents are read that nobody here has seen: one line a document and one for all.

python -m benchmarks.first_contact FOLDER            every document with `<name>.expected.yaml` beside it
python -m benchmarks.first_contact FOLDER --misses   with everything that differs

Labels are fragments of plan/1 (benchmarks/fragments.py). `head`: fields of the head that are right. `fields`: of the
targets found, the share that is right in every field. `lead`, `due`: of the tasks found whose label states them, the
share in which they are right. A figure that was looked at while building is none of first contact any more.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec
import yaml

from benchmarks.fragments import HEAD, Tree, differences, matched, same, wrong
from cascade.documents.fault import DocumentError
from cascade.documents.read import read_document
from cascade.ingest.draft import read_draft
from cascade.reading.rules import read_rules
from cascade.report.draft_file import draft_tree

LABEL = ".expected.yaml"
KINDS = ("citations", "targets", "tasks")


class Count(msgspec.Struct):
    """Right, found and labelled."""

    right: int = 0
    found: int = 0
    labelled: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.found + other.found, self.labelled + other.labelled)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there is nothing."""
        return 2 * self.right / (self.found + self.labelled) if self.found + self.labelled else 1.0

    @property
    def rate(self) -> float:
        """The share of the labelled that is right."""
        return self.right / self.labelled if self.labelled else 1.0


def score(found: Tree, expected: Tree) -> dict[str, Count]:
    """The counts of one document, by figure."""
    known = [name for name in HEAD if name in expected]
    right = sum(same(name, found.get(name), expected[name]) for name in known)
    made = {"head": Count(right, len(known), len(known))}
    for kind in KINDS:
        if kind not in expected:
            continue
        items = matched(kind, found[kind], expected[kind])
        made[kind] = Count(len(items.pairs), len(found[kind]), len(expected[kind]))
        if kind == "targets":
            whole = sum(not wrong(kind, one, wanted) for one, wanted in items.pairs)
            made["fields"] = Count(whole, len(items.pairs), len(items.pairs))
        if kind == "tasks":
            for name in ("lead", "due"):
                stated = [(one, wanted) for one, wanted in items.pairs if wanted.get(name)]
                kept = sum(same(name, one.get(name), wanted[name]) for one, wanted in stated)
                made[name] = Count(kept, len(stated), len(stated))
    return made


def line(name: str, made: dict[str, Count]) -> str:
    """One line of the table."""
    shown = [f"{made[kind].f1:.3f}" if kind in made else "-" for kind in KINDS]
    rates = [f"{made[one].right}/{made[one].labelled}" if one in made else "-" for one in ("fields", "lead", "due")]
    head = f"{made['head'].right}/{made['head'].labelled}"
    return f"{name:34.34} {head:>7} {shown[0]:>7} {shown[1]:>7} {rates[0]:>8} {shown[2]:>7} {rates[1]:>8} {rates[2]:>8}"


def main() -> None:
    """Read every labelled document of a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    domain = read_rules().domain
    if domain is None:
        parser.error("rules/ cannot be read: cascade rules --check")
    print(
        f"{'document':34} {'head':>7} {'cit. F1':>7} {'tgt F1':>7} {'fields':>8} {'task F1':>7} {'lead':>8} {'due':>8}"
    )
    total: dict[str, Count] = {}
    for label in sorted(options.folder.glob(f"*{LABEL}")):
        stem = label.name.removesuffix(LABEL)
        path = next(path for path in sorted(label.parent.glob(f"{stem}.*")) if path != label)
        expected = yaml.safe_load(label.read_text(encoding="utf-8"))
        try:
            found = draft_tree(read_draft(read_document(path), domain))
        except DocumentError as error:
            print(f"{stem:34.34} {error.message('en')}")
            continue
        made = score(found, expected)
        print(line(stem, made))
        if options.misses:
            print("".join(f"    {one}\n" for one in differences(found, expected)), end="")
        total = {name: total.get(name, Count()) + count for name, count in made.items()} | {
            name: count for name, count in total.items() if name not in made
        }
    if total:
        print(line("all", total))


if __name__ == "__main__":
    main()

"""How often the words' vectors alone find the item that answers, against families of plans with their truth.

Usage: python -m benchmarks.measure_vectors TABLE… --families FOLDER     (a table: rules/vectors.tsv or like it)

An item is the mean of its words, weighted by the root of their rarity in both plans. *Rank-1*: the best item of the
child's is one that the reader named; *rank-3*: one of the best three is. *With words*: half the cosine is added to
the overlap of the words (0.4 F + 0.4 of the asked + 0.2 of the answer's, weighted by rarity).
"""

from __future__ import annotations

import argparse
import base64
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from benchmarks.build_syllables import one_spelling
from benchmarks.build_vectors import short_forms, written_out
from cascade.model.text import syllables

Table = Mapping[str, Sequence[int]]
Words = tuple[str, ...]
LONGEST = 6


class Asked(NamedTuple):
    """An item of a parent's with what answers it: places among the child's items of its kind."""

    words: Words
    answers: frozenset[int]


class Pair(NamedTuple):
    """The answered items of a parent's, and all of a child's, of one kind."""

    name: str
    asked: tuple[Asked, ...]
    parent: tuple[Words, ...]
    child: tuple[Words, ...]


class Ranks(NamedTuple):
    """Of how many, how many have the right item first, and among the first three."""

    total: int
    first: int
    third: int

    def __str__(self) -> str:
        return f"{self.first / self.total:.3f} / {self.third / self.total:.3f}" if self.total else "-"


def read_table(path: Path) -> Table:
    """The vectors of a table."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {word: [byte - 256 if byte > 127 else byte for byte in base64.b64decode(code)] for word, code in rows}


def segmented(text: str, table: Table) -> Words:
    """The words of a text from the left: the longest that the table knows, else a syllable."""
    parts, found, at = [one_spelling(part) for part in syllables(written_out(text, short_forms()))], [], 0
    while at < len(parts):
        lengths = range(min(LONGEST, len(parts) - at), 1, -1)
        step = next((size for size in lengths if " ".join(parts[at : at + size]) in table), 1)
        found.append(" ".join(parts[at : at + step]))
        at += step
    return tuple(found)


def read_pairs(family: Path, table: Table) -> Iterable[Pair]:
    """The pairs of a family, once for the targets and once for the tasks."""
    trees = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((family / "data").rglob("*.yaml"))]
    names = [path.stem for path in sorted((family / "data").rglob("*.yaml"))]
    plans: dict[str, Any] = dict(zip(names, trees, strict=True))
    for pair in yaml.safe_load((family / "truth.yaml").read_text(encoding="utf-8"))["pairs"]:
        above, below = (plans[Path(str(pair[key])).stem] for key in ("parent", "child"))
        for kind in ("targets", "tasks"):
            texts = {str(item["id"]): segmented(item["text"], table) for item in above.get(kind) or ()}
            answers = {str(item["id"]): at for at, item in enumerate(below.get(kind) or ())}
            child = tuple(segmented(item["text"], table) for item in below.get(kind) or ())
            rows = [
                Asked(texts[str(row["parent"])], frozenset(answers[str(i)] for i in row["child"] if str(i) in answers))
                for row in pair.get(kind) or ()
                if row.get("child") and str(row["parent"]) in texts
            ]
            asked = tuple(row for row in rows if row.answers)
            yield Pair(f"{family.name}: {pair['child']}, {kind}", asked, tuple(texts.values()), child)


def rarity(items: Sequence[Words]) -> dict[str, float]:
    """How rare each word is among the items."""
    counts = Counter(word for item in items for word in set(item))
    return {word: log((1 + len(items)) / (1 + n)) + 0.1 for word, n in counts.items()}


def vector(item: Words, table: Table, rare: Mapping[str, float]) -> list[float]:
    """The mean of an item's words, of length one; nothing where no word is known."""
    total = [0.0] * 64
    for word in item:
        known = [word] if word in table else [part for part in word.split() if part in table]
        for part in known:
            total = [a + sqrt(rare[word]) * b for a, b in zip(total, table[part], strict=True)]
    size = sqrt(sum(a * a for a in total)) or 1.0
    return [a / size for a in total]


def overlap(asked: Words, answer: Words, rare: Mapping[str, float]) -> float:
    """How much of the words of two items is the same."""
    both, ours, theirs = (
        sum(rare[word] for word in words) for words in (set(asked) & set(answer), set(asked), set(answer))
    )
    return 0.8 * both / (ours + theirs) + 0.4 * both / ours + 0.2 * both / theirs if both else 0.0


def ranks(pair: Pair, table: Table, *, words: float, cosine: float) -> Ranks:
    """How the answers of a pair are ranked by so much of the overlap and so much of the cosine."""
    rare = rarity([*pair.parent, *pair.child])
    child = [vector(item, table, rare) for item in pair.child]
    first = third = 0
    for asked in pair.asked:
        ours = vector(asked.words, table, rare)
        scores = [
            words * overlap(asked.words, item, rare) + cosine * sum(a * b for a, b in zip(ours, theirs, strict=True))
            for item, theirs in zip(pair.child, child, strict=True)
        ]
        order = sorted(range(len(scores)), key=lambda at: (-scores[at], at))
        first += order[0] in asked.answers
        third += bool(asked.answers & set(order[:3]))
    return Ranks(len(pair.asked), first, third)


def together(parts: Iterable[Ranks]) -> Ranks:
    """Ranks of several pairs as one."""
    several = list(parts)
    return Ranks(*(sum(column) for column in zip(*several, strict=True))) if several else Ranks(0, 0, 0)


def report(table: Table, families: Sequence[Path]) -> None:
    """Print the ranks of every family, and of all."""
    pairs = {family.name: list(read_pairs(family, table)) for family in families}
    for title, words, cosine in (("cosine", 0.0, 1.0), ("with words", 1.0, 0.5)):
        found = {name: together(ranks(p, table, words=words, cosine=cosine) for p in of) for name, of in pairs.items()}
        for name, figures in found.items():
            print(f"  {title:10}  {name:32} {figures.total:4}  {figures}")
        for kind in ("targets", "tasks"):
            of = [p for several in pairs.values() for p in several if p.name.endswith(kind)]
            part = together(ranks(p, table, words=words, cosine=cosine) for p in of)
            print(f"  {title:10}  all {kind:28} {part.total:4}  {part}")
        every = together(found.values())
        print(f"  {title:10}  {'all':32} {every.total:4}  {every}")


def main() -> None:
    """Measure each table."""
    arguments = argparse.ArgumentParser(description="rank-1 / rank-3 of the words' vectors")
    arguments.add_argument("tables", nargs="+", type=Path)
    arguments.add_argument("--families", required=True, type=Path)
    given = arguments.parse_args()
    for path in given.tables:
        print(path.name)
        report(read_table(path), sorted(path.parent for path in given.families.glob("*/truth.yaml")))


if __name__ == "__main__":
    main()

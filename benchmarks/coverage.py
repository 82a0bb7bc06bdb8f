"""How well tasks are matched and gaps are found, measured on the labels in `benchmarks/labels/`.

python -m benchmarks.coverage            the table
python -m benchmarks.coverage --misses   with every row on which we and the readers differ
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
from rapidfuzz import fuzz

from cascade.audit import Audit, audit
from cascade.compare.tasks import Cover, Coverage
from cascade.model.finding import Item
from cascade.model.plan import Lines
from cascade.model.words import Words
from cascade.reading.decode import Decoder
from cascade.reading.plans import read_corpus
from cascade.reading.rules import read_rules
from cascade.reading.yaml_tree import read_tree

ROOT = Path(__file__).resolve().parent.parent
LOUD = {"lead", "coordinating"}


class Label(msgspec.Struct, frozen=True):
    """What the readers say of one item of the parent."""

    item: str
    readings: tuple[str, ...]
    lines: tuple[Lines, ...]

    @property
    def part(self) -> str:
        """The part of the table: two readers labelled I-II, one labelled III-VII."""
        return "I-II" if self.item.split(".")[0] in {"I", "II"} else "III-VII"


class Labels(msgspec.Struct, frozen=True):
    """The labels of one pair of plans."""

    parent: str
    child: str
    labels: tuple[Label, ...]


def read_labels(path: Path) -> Labels:
    """The labels of one file."""
    tree = read_tree(path, path.name, Words("nhãn", "labels"))
    decoder = Decoder(path.name, {})
    labels: Labels | None = decoder.read(Labels, tree.root) if tree.root else None
    if labels is None or decoder.faults:
        raise SystemExit("\n".join(fault.message("en") for fault in decoder.faults))
    return labels


class Measured(msgspec.Struct):
    """Counts of one part of the labels."""

    asked: int = 0
    first: int = 0
    first_token_set: int = 0
    gaps: int = 0
    gaps_found: int = 0
    flagged: int = 0
    flagged_rightly: int = 0
    false_alarms: int = 0


def measure(result: Audit, labels: Labels, told: Callable[[str], None]) -> dict[str, Measured]:
    """The counts by part of the labels."""
    context = result.context
    parent, child = context.plans[labels.parent], context.plans[labels.child]
    ids = {item.id: index for index, item in enumerate(parent.items)}
    judged = {c.parent: c for c in context.coverages.pair(labels.child, labels.parent)}
    counts = {"I-II": Measured(), "III-VII": Measured()}
    for label in labels.labels:
        number = ids[label.item]
        is_task = number >= len(parent.targets)
        item = Item(labels.parent, "task", number - len(parent.targets)) if is_task else None
        part = counts[label.part]
        nearest = context.coverages.nearest(labels.child, labels.parent, number)
        if label.lines and set(label.readings) & {"covered", "partial"}:
            texts = [answer.text for answer in child.items]
            plain = max(
                range(len(texts)),
                key=lambda index: (fuzz.token_set_ratio(parent.items[number].text, texts[index]), -index),
            )
            part.asked += 1
            part.first += _hits(result, nearest, label)
            part.first_token_set += _meets(child.items[plain].lines, label.lines)
            if not _hits(result, nearest, label):
                told(f"not first: {label.item} {parent.items[number].text} -> {context.text(nearest)}")
        if item is not None:
            _count_gap(judged[item], label, part, told)
    return counts


def _hits(result: Audit, nearest: Item | None, label: Label) -> bool:
    return nearest is not None and _meets(result.lines_of(nearest), label.lines)


def _meets(lines: Lines | None, wanted: Iterable[Lines]) -> bool:
    return lines is not None and any(lines.first <= other.last and other.first <= lines.last for other in wanted)


def _count_gap(coverage: Coverage, label: Label, part: Measured, told: Callable[[str], None]) -> None:
    uncovered = coverage.cover is Cover.UNCOVERED
    gap = set(label.readings) == {"uncovered"}
    part.gaps += gap
    part.gaps_found += gap and uncovered
    part.flagged += uncovered
    part.flagged_rightly += uncovered and "uncovered" in label.readings
    loud = uncovered and coverage.role in LOUD
    loud = loud or (coverage.cover is Cover.PARTIAL and coverage.role == "lead")
    alarm = loud and set(label.readings) <= {"covered", "not-applicable"}
    part.false_alarms += alarm
    if alarm or gap != uncovered:
        told(f"{coverage.cover.value}: {label.item}, readers: {', '.join(label.readings)}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="every row on which we and the readers differ")
    told = print if parser.parse_args().misses else (lambda _: None)
    domain = read_rules().domain
    if domain is None:
        raise SystemExit("the rules cannot be read")
    result = audit(read_corpus([ROOT / "data"], domain), domain)
    for path in sorted((ROOT / "benchmarks" / "labels").glob("*.yaml")):
        counts = measure(result, read_labels(path), told)
        print(path.stem)
        for part, n in counts.items():
            print(
                f"  {part:8} rank-1 {n.first}/{n.asked} ({n.first / n.asked:.2f}; token_set_ratio "
                f"{n.first_token_set / n.asked:.2f})   uncovered: found {n.gaps_found} of {n.gaps}, "
                f"flagged {n.flagged} of which a reader agrees {n.flagged_rightly}, loud false alarms {n.false_alarms}"
            )


if __name__ == "__main__":
    main()

"""How well documents are read, measured against labels: one line a document.

python -m benchmarks.reading                        the documents of benchmarks/documents/
python -m benchmarks.reading --documents FOLDER …   and those of data/ whose documents lie in FOLDER
python -m benchmarks.reading --misses               with everything that differs
python -m benchmarks.reading --keep                 write the figures that later runs must not fall below

Labels are plan files: data/ for the real documents, benchmarks/documents/ for the invented ones. A target
counts where its bound and its place agree (its words, where the format knows no lines of its own), a
citation where number, date and role agree, a task where its lines (or words) agree. `fields`: of the
targets found, the share whose measure, horizon, tier, baseline, growth, exception and part are all right.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import yaml

from cascade.documents.fault import DocumentError
from cascade.documents.read import read_document
from cascade.ingest.draft import Draft, read_draft
from cascade.model.domain import Domain
from cascade.model.number import parse_number
from cascade.model.plan import Citation, Lines, Plan, Target, Task
from cascade.model.text import fold, syllables
from cascade.reading.plans import known_names, read_plan
from cascade.reading.rules import read_rules

ROOT = Path(__file__).resolve().parent.parent
NOT_PRINTED = ROOT / "benchmarks" / "not-printed.yaml"
FIGURES = ROOT / "benchmarks" / "reading.yaml"
HEAD = ("number", "type", "issued", "level", "issuer", "place", "period", "year")
_CLOSE = 0.5  # share of words in common from which two texts are one item
_FREE = {"va", "co", "cac", "huyen", "hdnd", "ubnd"}
_SPELT = ("uy ban nhan dan", "hoi dong nhan dan")  # UBND and HĐND, spelt out
_SLACK = 0.0005


class Score(msgspec.Struct):
    """Found and right, found in all, labelled in all."""

    right: int = 0
    found: int = 0
    labelled: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there is nothing to find and nothing was found."""
        return 2 * self.right / (self.found + self.labelled) if self.found + self.labelled else 1.0

    def __str__(self) -> str:
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.labelled if self.labelled else 1.0
        return f"{precision:.3f} {recall:.3f} {self.f1:.3f}"


class Result(msgspec.Struct):
    """The figures of one document."""

    name: str
    targets: Score
    fields: Score
    citations: Score
    tasks: Score
    bodies: Score
    head: Score

    def figures(self) -> dict[str, float]:
        """What later runs must not fall below."""
        named = {"targets": self.targets, "citations": self.citations, "tasks": self.tasks}
        rates = {"fields": self.fields, "bodies": self.bodies, "head": self.head}
        f1 = {name: round(score.f1, 3) for name, score in named.items()}
        return f1 | {
            name: round(score.right / score.labelled, 3) if score.labelled else 1.0 for name, score in rates.items()
        }


def labelled(domain: Domain) -> list[tuple[Path, Plan]]:
    """Every plan file that labels a document, the real ones first."""
    found = []
    for folder in (ROOT / "data", ROOT / "benchmarks" / "documents"):
        for path in sorted(folder.rglob("*.yaml")):
            read = read_plan(path, path.name, known_names(domain))
            if read.plan is not None and read.plan.plan.source is not None and read.plan.plan.content == "full":
                found.append((path, read.plan.plan))
    return found


def measure(draft: Draft, label: Plan, name: str, told: Callable[[str], None]) -> Result:
    """The figures of one document against its label."""
    targets = [read.item for read in draft.targets]
    pairs = _paired(label.targets, targets, _same_target)
    fields = Score(sum(1 for one, other in pairs if not _differences(one, other, told)), len(pairs), len(pairs))
    citations = [read.item for read in draft.citations]
    cited = _paired(label.citations, citations, _same_citation)
    tasks = [read.item for read in draft.tasks]
    done = _paired(label.tasks, tasks, _same_task)
    led = [(one, other) for one, other in done if one.lead or one.partners]
    bodies = Score(sum(1 for one, other in led if _bodies(one) == _bodies(other)), len(led), len(led))
    for kind, items, every, matched in (
        ("target", label.targets, targets, pairs),
        ("citation", label.citations, citations, cited),
        ("task", label.tasks, tasks, done),
    ):
        _tell(kind, items, every, matched, told)
    for one, other in led:
        if _bodies(one) != _bodies(other):
            told(f"  bodies of {one.id}: {other.lead} {other.partners}, labelled {one.lead} {one.partners}")
    return Result(
        name,
        Score(len(pairs), len(targets), len(label.targets)),
        fields,
        Score(len(cited), len(citations), len(label.citations)),
        Score(len(done), len(tasks), len(label.tasks)),
        bodies,
        _head(draft, label, told),
    )


def _paired(labels: Sequence[Any], found: Sequence[Any], same: Callable[[Any, Any], float]) -> list[tuple[Any, Any]]:
    """Label and finding one to one, the most alike first."""
    ranked = sorted(
        (
            (score, i, j)
            for i, one in enumerate(labels)
            for j, other in enumerate(found)
            if (score := same(one, other)) > 0
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    left, right, pairs = set(range(len(labels))), set(range(len(found))), []
    for _, i, j in ranked:
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append((i, j))
    return [(labels[i], found[j]) for i, j in sorted(pairs)]


def _same_target(one: Target, other: Target) -> float:
    bounds = [(b.relation, b.low, b.high, fold(b.grade or "")) for b in (one.value, other.value)]
    if bounds[0] != bounds[1]:
        return 0
    alike = (one.measure == other.measure) + (one.tier == other.tier) * 0.5 + (one.by == other.by) * 0.25
    return _near(one, other) * (1 + alike)


def _same_citation(one: Citation, other: Citation) -> float:
    if one.number is None or other.number is None:
        law = one.number is None and other.number is None and one.date == other.date
        return float(law and one.role == other.role)
    if parse_number(one.number) != parse_number(other.number) or (one.date, one.role) != (other.date, other.role):
        return 0
    return 1.0 if one.lines is None or other.lines is None else float(_overlap(one.lines, other.lines) > 0)


def _same_task(one: Task, other: Task) -> float:
    return _near(one, other)


def _near(one: Target | Task, other: Target | Task) -> float:
    """How alike two items are: by their lines where the label has some, else by their words."""
    if one.lines is not None and other.lines is not None:
        return _overlap(one.lines, other.lines)
    mine, theirs = set(syllables(fold(one.text))), set(syllables(fold(other.text)))
    alike = len(mine & theirs) / max(1, min(len(mine), len(theirs)))
    return alike if alike >= _CLOSE else 0


def _overlap(one: Lines, other: Lines) -> float:
    shared = min(one.last, other.last) - max(one.first, other.first) + 1
    longest = max(one.last, other.last) - min(one.first, other.first) + 1
    return max(0, shared) / longest


def _differences(one: Target, other: Target, told: Callable[[str], None]) -> list[str]:
    wrong = [
        f"{name} {getattr(other, name)!r}, labelled {getattr(one, name)!r}"
        for name in ("measure", "by", "in_year", "yearly", "tier", "baseline", "where")
        if getattr(one, name) != getattr(other, name)
    ]
    wrong += [
        name for name in ("growth", "exception") if (getattr(one, name) is None) != (getattr(other, name) is None)
    ]
    if wrong:
        told(f"  fields of {one.id}: {'; '.join(wrong)}")
    return wrong


def _bodies(task: Task) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(map(_body, task.lead)), frozenset(map(_body, task.partners))


def _body(name: str) -> str:
    """A body's name without what readers write or leave out as they like ("Phòng Nội vụ [huyện]")."""
    words = " ".join(syllables(fold(name)))
    for spelt in _SPELT:
        words = words.replace(spelt, "")
    return " ".join(word for word in words.split() if word not in _FREE)


def _head(draft: Draft, label: Plan, told: Callable[[str], None]) -> Score:
    """How many fields of the head are as the document prints them: what a label has from elsewhere is
    listed in `not-printed.yaml`, and null is right for it."""
    right = 0
    elsewhere = yaml.safe_load(NOT_PRINTED.read_text("utf-8")).get(draft.document.name, {})
    for name in HEAD:
        expected = elsewhere[name] if name in elsewhere else getattr(label, name)
        ours, theirs = _shown(getattr(draft.head, name)), _shown(expected)
        right += ours == theirs
        if ours != theirs:
            told(f"  head {name}: {ours}, labelled {theirs}")
    return Score(right, len(HEAD), len(HEAD))


def _shown(value: object) -> str:
    number = parse_number(value) if isinstance(value, str) else None
    parts = value if isinstance(value, (tuple, list)) else [value]
    return str(number) if number else ", ".join(fold(str(part)) for part in parts)


def _tell(
    kind: str,
    labels: Iterable[Any],
    found: Iterable[Any],
    pairs: Iterable[tuple[Any, Any]],
    told: Callable[[str], None],
) -> None:
    mine, theirs = {id(one) for one, _ in pairs}, {id(other) for _, other in pairs}
    for one in labels:
        if id(one) not in mine:
            told(f"  missed {kind} {_named(one)}")
    for other in found:
        if id(other) not in theirs:
            told(f"  added  {kind} {_named(other)}")


def _named(item: Any) -> str:
    name = getattr(item, "id", None) or item.number or ""
    value = getattr(item, "value", None) or getattr(item, "date", None) or ""
    text = getattr(item, "text", None) or item.title or ""
    return f"{name} {value} [{item.lines or '-'}] {text[:90]}"


def row(result: Result) -> str:
    """One document's line of the table."""
    figures = result.figures()
    return (
        f"{result.name[:34]:34} {result.targets!s:18} {figures['fields']:6.3f}   {result.citations!s:18}"
        f" {result.tasks!s:18} {figures['bodies']:6.3f} {result.head.right}/{result.head.labelled}"
    )


def lost(result: Result, kept: dict[str, dict[str, float]]) -> list[str]:
    """Which figures have fallen below those kept."""
    before = kept.get(result.name, {})
    now = result.figures()
    return [f"{result.name}: {name} {now[name]} < {was}" for name, was in before.items() if now[name] < was - _SLACK]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path, nargs="*", default=[], metavar="FOLDER")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    domain = read_rules().domain
    if domain is None:
        raise SystemExit("the rules cannot be read")
    told: Callable[[str], None] = print if options.misses else lambda _: None
    kept: dict[str, dict[str, float]] = yaml.safe_load(FIGURES.read_text("utf-8")) or {} if FIGURES.exists() else {}
    print(
        f"{'document':34} {'targets P R F1':18} {'fields':6}   {'citations P R F1':18}"
        f" {'tasks P R F1':18} {'bodies':6} head"
    )
    losses: list[str] = []
    for path, label in labelled(domain):
        name = label.source.document if label.source else ""
        if options.only not in name and options.only not in path.stem:
            continue
        document = next((f / name for f in (path.parent, *options.documents) if (f / name).is_file()), None)
        if document is None:
            print(f"{path.stem[:34]:34} the document is not at hand")
            continue
        try:
            draft = read_draft(read_document(document), domain)
        except DocumentError as error:
            print(f"{path.stem[:34]:34} {error.message('en')}")
            if error.code not in {"needs-tesseract", "needs-vietnamese"}:
                losses.append(f"{path.stem}: cannot be read")
            continue
        result = measure(draft, label, path.stem, told)
        print(row(result))
        losses += lost(result, kept)
        if options.keep:
            kept[result.name] = result.figures()
    if options.keep:
        FIGURES.write_text(yaml.safe_dump(kept, allow_unicode=True, sort_keys=True), "utf-8")
        return 0
    print("\n".join(f"LOST {loss}" for loss in losses) or "nothing lost against the committed figures")
    return 1 if losses else 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Is the wording as varied as that of the families? Rank-1 of the answers on both, by the same functions."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.answers import figures, measure
from benchmarks.country.corpus import Size, plans, write_plan
from benchmarks.country.grammar import Matter, Matters
from benchmarks.country.plan import Plan, Target, Task
from benchmarks.country.plans import Setting
from benchmarks.families import Family, Label, Pair, families
from cascade.audit import audit
from cascade.model.domain import Domain
from cascade.reading.plans import read_corpus


def country_family(setting: Setting, size: Size, domain: Domain) -> Family:
    """A small corpus as a family: each commune beside the plan that it carries out."""
    made = list(plans(setting, size))
    with tempfile.TemporaryDirectory() as folder:
        for one in made:
            write_plan(Path(folder), one.plan)
        result = audit(read_corpus([Path(folder) / "data"], domain), domain)
    pairs = tuple(_pair(one.plan, one.above, one.asked) for one in made if one.is_asked and one.above)
    return Family(f"country, {setting.shape}, seed {setting.seed}", result, pairs)


def _pair(child: Plan, above: Plan, asked: Matters) -> Pair:
    labels = {
        "targets": _labels(above.targets, child.targets, child.tasks, asked.targets, "holds"),
        "tasks": _labels(above.tasks, child.tasks, child.targets, asked.tasks, "covered"),
    }
    return Pair(child.id, above.id, labels, ())


def _labels(
    above: Iterable[Target | Task],
    same: Iterable[Target | Task],
    others: Iterable[Target | Task],
    asked: Iterable[Matter],
    sound: str,
) -> tuple[Label, ...]:
    ids, found = {one.id for one in asked}, {one.matter.id: one for one in same}
    kin = {one.matter.id: one for one in others}
    labels = []
    for one in above:
        matter = one.matter
        if matter.id not in ids or matter.id not in found:
            labels.append(Label(one.id, frozenset({"not-asked"}), frozenset(), ""))
            continue
        near = [other.id for other in kin.values() if other.matter.id in matter.kin or matter.id in other.matter.kin]
        answer = found[matter.id]
        labels.append(Label(one.id, frozenset({sound}), frozenset({answer.id, *near}), answer.wording or ""))
    return tuple(labels)


def check(
    settings: Iterable[Setting],
    size: Size,
    domain: Domain,
    told: Callable[[str], None],
    *,
    folders: list[Path],
    misses: bool,
) -> None:
    """Print the figures of the families and of a small corpus of each seed, and what both come to."""
    every = {
        "families": families(folders, domain),
        "country": (country_family(one, size, domain) for one in settings),
    }
    for name, found in every.items():
        counts: Counter[tuple[str, str]] = Counter()
        for family in found:
            lines: list[str] = []
            measured = measure(family, lines.append)
            counts += measured.counts
            told(family.name)
            for part, line in figures(measured).items():
                told(f"  {part}: {line}")
            if misses and name == "country":
                told("\n".join(lines))
        told(_together(name, counts))


def _together(name: str, counts: Counter[tuple[str, str]]) -> str:
    parts = []
    for kind in ("targets", "tasks"):
        first, asked = counts[kind, "first"], counts[kind, "asked"]
        parts.append(f"{kind} {first}/{asked} ({100 * first / asked:.1f}%)")
    return f"ALL {name.upper()}: rank-1 {', '.join(parts)}"

"""Precision and recall a rule: what an audit says of a corpus, held against the defects that were put in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from benchmarks.country.corpus import TRUTH
from benchmarks.country.defects import Truth
from cascade.audit import Audit, audit
from cascade.model.domain import Domain
from cascade.reading.plans import read_corpus

FAMILIES = {
    "targets": ("weaker-target", "late-target", "missing-target", "unquantified-target", "carve-out", "softer-target",
                "incomparable-target", "off-pace-target", "contradictory-targets", "doubtful-value",
                "collective-target"),
    "tasks": ("uncovered-task", "partial-task", "late-task", "stale-deadline", "unassigned-task"),
    "citations": ("missing-parent", "no-parent", "citation-mismatch", "ambiguous-citation", "citation-cycle",
                  "cites-lower-level", "skipped-level", "cites-later-document"),
    "plans": ("misplaced-file", "abolished-level", "period-outside-parent", "missing-area", "duplicate-item",
              "duplicate-plan", "amended-plan", "parent-changed", "stale-decision"),
}  # fmt: skip
PAIRED = frozenset(FAMILIES["targets"][:7]) | {"off-pace-target", "uncovered-task", "partial-task", "late-task"}
"""Rules whose findings name an item above."""


class Said(msgspec.Struct, frozen=True):
    """One finding, by ids."""

    rule: str
    severity: str
    plan: str
    item: str | None
    against: tuple[str, str] | None
    message: str

    @property
    def place(self) -> tuple[str, str, str]:
        """Where it is: below an item above, where it has one, else at its own."""
        if self.rule in PAIRED and self.against:
            return (self.plan, *self.against)
        return (self.plan, "", self.item or "")


def place_of(truth: Truth) -> tuple[str, str, str]:
    """The same of a defect."""
    if truth.rule in PAIRED and truth.against:
        return (truth.plan, *truth.against)
    return (truth.plan, "", truth.item or "")


class Scored(msgspec.Struct):
    """Counts. Of each rule: `defects` put in, of them `found` by it (or by a rule that is as good), `noticed` by
    another rule at the same place; `right` of `said` findings that are no mere notes; `notes`. `sound`: of each
    family, how many places have no defect. `alarms`: findings of a family where there is none."""

    defects: Counter[str] = msgspec.field(default_factory=Counter)
    found: Counter[str] = msgspec.field(default_factory=Counter)
    noticed: Counter[str] = msgspec.field(default_factory=Counter)
    said: Counter[str] = msgspec.field(default_factory=Counter)
    right: Counter[str] = msgspec.field(default_factory=Counter)
    notes: Counter[str] = msgspec.field(default_factory=Counter)
    sound: Counter[str] = msgspec.field(default_factory=Counter)
    alarms: Counter[str] = msgspec.field(default_factory=Counter)
    misses: list[tuple[Truth, str]] = []
    false: list[Said] = []


def score(folder: Path, domain: Domain) -> Scored:
    """Audit a corpus and hold it against its truth."""
    result = audit(read_corpus([folder / "data"], domain), domain)
    truths = [
        msgspec.json.decode(line, type=Truth) for line in (folder / TRUTH).read_text(encoding="utf-8").splitlines()
    ]
    return compared(truths, list(_said(result)), _places(result))


def _said(result: Audit) -> Iterator[Said]:
    for judged in result.findings:
        finding = judged.finding
        against = (finding.against.plan, result.id_of(finding.against) or "") if finding.against else None
        item = result.id_of(finding.item)
        yield Said(finding.rule, judged.severity, finding.item.plan, item, against, judged.message.vi)


def _places(result: Audit) -> Counter[str]:
    """How many places there are at which a rule of a family could say something."""
    found: Counter[str] = Counter()
    for plan_id, plan in result.plans.items():
        found["plans"] += 1
        found["citations"] += len(plan.citations)
        for parent in result.context.lineage.parents(plan_id):
            found["targets"] += len(result.plans[parent].targets)
            found["tasks"] += len(result.plans[parent].tasks)
    return found


def compared(truths: list[Truth], said: list[Said], places: Counter[str]) -> Scored:
    """Findings beside defects."""
    scored = Scored(sound=Counter(places))
    at: defaultdict[tuple[str, str, str], list[Said]] = defaultdict(list)
    for one in said:
        at[one.place].append(one)
    expected: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for truth in truths:
        place = place_of(truth)
        good = {truth.rule, *truth.also}
        expected[place] |= good
        if truth.against:  # what one unit promises less, all of them together may
            plan, item = truth.against
            expected[plan, "", item].add("collective-target")
        heard = {one.rule for one in at[place]}
        scored.defects[truth.rule] += 1
        scored.found[truth.rule] += bool(heard & good)
        scored.noticed[truth.rule] += bool(heard)
        scored.sound[family_of(truth.rule)] -= 1
        if not heard & good:
            scored.misses.append((truth, ", ".join(sorted(heard))))
    for one in said:
        _count(scored, one, expected)
    return scored


def _count(scored: Scored, one: Said, expected: dict[tuple[str, str, str], set[str]]) -> None:
    known = expected.get(one.place)
    if one.severity == "info" and not (known and one.rule in known):
        scored.notes[one.rule] += 1
        return
    scored.said[one.rule] += 1
    if known and one.rule in known:
        scored.right[one.rule] += 1
        return
    if not known:
        scored.alarms[family_of(one.rule)] += 1
    scored.false.append(one)


def family_of(rule: str) -> str:
    """Targets, tasks, citations or plans."""
    return next(family for family, rules in FAMILIES.items() if rule in rules)


def table(scored: Scored, told: Callable[[str], None]) -> None:
    """Print the counts."""
    told(
        f"{'rule':<24}{'defects':>8}{'found':>7}{'recall':>8}{'noticed':>8}"
        f"{'said':>7}{'right':>7}{'precision':>10}{'notes':>7}"
    )
    for family, rules in FAMILIES.items():
        for rule in rules:
            _row(scored, rule, (rule,), told)
        _row(scored, family.upper(), rules, told)
        alarms, sound = scored.alarms[family], scored.sound[family]
        told(f"{'':<24}false alarms: {alarms} of {sound} sound places ({_percent(alarms, sound)})")


def _row(scored: Scored, name: str, rules: tuple[str, ...], told: Callable[[str], None]) -> None:
    def total(counts: Counter[str]) -> int:
        return sum(counts[rule] for rule in rules)

    defects, found, noticed = total(scored.defects), total(scored.found), total(scored.noticed)
    said, right, notes = total(scored.said), total(scored.right), total(scored.notes)
    told(
        f"{name:<24}{defects:>8}{found:>7}{_percent(found, defects):>8}{noticed:>8}"
        f"{said:>7}{right:>7}{_percent(right, said):>10}{notes:>7}"
    )


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "-"

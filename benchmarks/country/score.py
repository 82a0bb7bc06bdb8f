"""Precision and recall a rule: what an audit says of a corpus, held against the defects that were put in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from benchmarks.country.corpus import TRUTH
from benchmarks.country.defects import Truth
from cascade.audit import Audit, audit
from cascade.model.domain import Domain
from cascade.model.rule import FAMILIES
from cascade.reading.plans import read_corpus

PAIRED = frozenset((
    "weaker-target", "late-target", "missing-target", "unquantified-target", "carve-out", "softer-target",
    "incomparable-target", "off-pace-target", "uncovered-task", "partial-task", "late-task",
))  # fmt: skip
"""Rules whose findings name an item above."""


Families = Mapping[str, tuple[str, ...]]


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


def place_of(truth: Truth, rule: str) -> tuple[str, str, str]:
    """The same of a defect, where a rule tells it."""
    if rule in PAIRED and truth.against:
        return (truth.plan, *truth.against)
    return (truth.plan, "", truth.item or "")


class Scored(msgspec.Struct):
    """Counts. `families`: the rules of each. Of each rule: `defects` put in, of them `found` by it (or by a rule that
    is as good), `noticed` by another rule at the same place; `right` of `said` findings that are no mere notes;
    `notes`. `sound`: of each family, how many places have no defect. `alarms`: findings of a family where there
    is none."""

    families: Families
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

    def family_of(self, rule: str) -> str:
        """Targets, tasks, citations or plans."""
        return next(family for family, rules in self.families.items() if rule in rules)


def score(folder: Path, domain: Domain) -> Scored:
    """Audit a corpus and hold it against its truth."""
    result = audit(read_corpus([folder / "data"], domain), domain)
    truths = [
        msgspec.json.decode(line, type=Truth) for line in (folder / TRUTH).read_text(encoding="utf-8").splitlines()
    ]
    return compared(truths, list(_said(result)), _places(result), families_of(domain))


def families_of(domain: Domain) -> Families:
    """The rules of each family, as their files say."""
    return {family: tuple(rule.id for rule in domain.rules.values() if rule.family == family) for family in FAMILIES}


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


def compared(truths: list[Truth], said: list[Said], places: Counter[str], families: Families) -> Scored:
    """Findings beside defects."""
    scored = Scored(families, sound=Counter(places))
    at: defaultdict[tuple[str, str, str], list[Said]] = defaultdict(list)
    for one in said:
        at[one.place].append(one)
    expected: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for truth in truths:
        good = {truth.rule, *truth.also}
        for rule in good:
            expected[place_of(truth, rule)].add(rule)
        if truth.against:  # what one unit promises less, all of them together may
            plan, item = truth.against
            expected[plan, "", item].add("collective-target")
        heard = {one.rule for one in at[place_of(truth, truth.rule)]}
        scored.defects[truth.rule] += 1
        scored.found[truth.rule] += bool(heard & good)
        scored.noticed[truth.rule] += bool(heard)
        scored.sound[scored.family_of(truth.rule)] -= 1
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
        scored.alarms[scored.family_of(one.rule)] += 1
    scored.false.append(one)


def table(scored: Scored, told: Callable[[str], None]) -> None:
    """Print the counts."""
    told(
        f"{'rule':<24}{'defects':>8}{'found':>7}{'recall':>8}{'noticed':>8}"
        f"{'said':>7}{'right':>7}{'precision':>10}{'notes':>7}"
    )
    for family, rules in scored.families.items():
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

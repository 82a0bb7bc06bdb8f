"""From raw documents to findings: what an audit of the documents alone finds, beside the audit of data/.

python -m benchmarks.end_to_end FOLDER   with the five documents that data/ was recorded from

Compared are the findings between plans whose documents are in FOLDER; two findings are one where rule,
plan, counterpart and the lines of both sides agree. Left out: what only a person can have noted
(`doubtful-value` recorded as a doubt), and what depends on which other plans are on file.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from cascade.audit import Audit, Judged, audit
from cascade.checks.registry import CHECKS
from cascade.ingest.submitted import submitted
from cascade.model.plan import Lines
from cascade.reading.plans import read_corpus
from cascade.reading.rules import read_rules

ROOT = Path(__file__).resolve().parent.parent
ON_FILE = {"missing-parent", "skipped-level", "no-parent"}


def findings(result: Audit, of: frozenset[str], names: Mapping[str, str]) -> list[tuple[Judged, str, str | None]]:
    """The findings between plans recorded from the documents in `of`, with the documents of both sides."""
    kept = []
    for judged in result.findings:
        finding = judged.finding
        own, other = names[finding.item.plan], names[finding.against.plan] if finding.against else None
        recorded = finding.rule == "doubtful-value" and finding.case == "recorded"
        if own in of and (other is None or other in of) and finding.rule not in ON_FILE and not recorded:
            kept.append((judged, own, other))
    return kept


def documents_of(result: Audit) -> dict[str, str]:
    """The document that each plan was recorded or read from; its id where it names none."""
    return {plan_id: plan.source.document if plan.source else plan_id for plan_id, plan in result.plans.items()}


def overlap(one: Lines | None, other: Lines | None) -> bool:
    """Whether two places are one, as far as both are known."""
    return one is None or other is None or (one.first <= other.last and other.first <= one.last)


def same(one: tuple[Judged, str, str | None], other: tuple[Judged, str, str | None], a: Audit, b: Audit) -> bool:
    """Whether two findings of two audits are one."""
    first, second = one[0].finding, other[0].finding
    if (first.rule, *one[1:]) != (second.rule, *other[1:]) or not overlap(
        a.lines_of(first.item), b.lines_of(second.item)
    ):
        return False
    if first.against is None or second.against is None:
        return True
    return overlap(a.lines_of(first.against), b.lines_of(second.against))


def main() -> int:
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    folder = Path(sys.argv[1])
    domain = read_rules((), CHECKS).domain
    if domain is None:
        raise SystemExit("the rules cannot be read")
    raw = audit(read_corpus([folder], domain, None, submitted(domain)), domain)
    recorded = audit(read_corpus([ROOT / "data"], domain), domain)
    present = frozenset(path.name for path in folder.iterdir())
    wanted = findings(recorded, present, documents_of(recorded))
    found = findings(raw, present, documents_of(raw))
    left = list(found)
    missed = louder = 0
    for one in wanted:
        hit = next((other for other in left if same(one, other, recorded, raw)), None)
        if hit is None:
            missed += 1
            print(f"missed  {one[0].severity:7} {one[0].finding.rule:20} {one[0].message.en[:110]}")
            continue
        left.remove(hit)
        if hit[0].severity != one[0].severity:
            louder += 1
            print(f"{one[0].severity} → {hit[0].severity}: {one[0].finding.rule}  {one[0].message.en[:90]}")
    for judged, _, _ in left:
        print(f"added   {judged.severity:7} {judged.finding.rule:20} {judged.message.en[:110]}")
    print(f"{len(wanted) - missed} of {len(wanted)} findings found, {len(left)} added, {louder} of another severity")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

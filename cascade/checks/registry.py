"""Which check makes which finding. The words, severities and examples are in `rules/<id>.yaml`."""

from __future__ import annotations

from cascade.checks.citations import (
    ambiguous_citation,
    citation_cycle,
    citation_mismatch,
    cites_later_document,
    cites_lower_level,
    missing_parent,
    no_parent,
    skipped_level,
)
from cascade.checks.context import Check
from cascade.checks.plans import (
    abolished_level,
    amended_plan,
    duplicate_item,
    duplicate_plan,
    misplaced_file,
    missing_area,
    parent_changed,
    period_outside_parent,
    stale_decision,
)
from cascade.checks.targets import collective_target, contradictory_targets, doubtful_value, off_pace_target
from cascade.checks.targets.answered import answered
from cascade.checks.tasks import late_task, stale_deadline, unassigned_task
from cascade.checks.tasks.covered import covered
from cascade.verdicts.verdict import TargetVerdict, TaskVerdict

CHECKS: dict[str, Check] = {
    "weaker-target": answered(TargetVerdict.WEAKER),
    "late-target": answered(TargetVerdict.LATE),
    "missing-target": answered(TargetVerdict.MISSING),
    "unquantified-target": answered(TargetVerdict.UNQUANTIFIED),
    "carve-out": answered(TargetVerdict.CARVE_OUT),
    "softer-target": answered(TargetVerdict.SOFTER),
    "incomparable-target": answered(TargetVerdict.INCOMPARABLE),
    "off-pace-target": off_pace_target.check,
    "collective-target": collective_target.check,
    "contradictory-targets": contradictory_targets.check,
    "doubtful-value": doubtful_value.check,
    "uncovered-task": covered(TaskVerdict.UNCOVERED),
    "partial-task": covered(TaskVerdict.PARTIAL),
    "late-task": late_task.check,
    "stale-deadline": stale_deadline.check,
    "unassigned-task": unassigned_task.check,
    "missing-parent": missing_parent.check,
    "no-parent": no_parent.check,
    "citation-mismatch": citation_mismatch.check,
    "ambiguous-citation": ambiguous_citation.check,
    "citation-cycle": citation_cycle.check,
    "cites-lower-level": cites_lower_level.check,
    "skipped-level": skipped_level.check,
    "cites-later-document": cites_later_document.check,
    "misplaced-file": misplaced_file.check,
    "abolished-level": abolished_level.check,
    "period-outside-parent": period_outside_parent.check,
    "missing-area": missing_area.check,
    "duplicate-item": duplicate_item.check,
    "duplicate-plan": duplicate_plan.check,
    "amended-plan": amended_plan.check,
    "parent-changed": parent_changed.check,
    "stale-decision": stale_decision.check,
}
"""Rule id → check, in the order in which `cascade rules` lists them."""

BY_PLAN = frozenset(
    (
        *(rule for rule in CHECKS if rule.endswith(("-target", "-targets", "-task")) and rule != "collective-target"),
        "carve-out",
        "doubtful-value",
        "stale-deadline",
        "missing-area",
        "duplicate-item",
    )
)
"""The checks that look at one plan and those above and below it, and at no other: what they find in a plan is the
same in any part of the corpus that holds these."""

"""A plan that takes the place of an older version of itself: what it changes for the better and for the worse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cascade.checks.context import Context
from cascade.model.finding import Finding, Item
from cascade.model.rule import Rule
from cascade.model.words import Words
from cascade.verdicts.amendment import Amendment, Change, amendment

MOST = 5  # changes of one kind that are told one by one
SAME = Words("chỉ tiêu, nhiệm vụ như bản cũ", "targets and tasks are as they were")
LOWER = Words("chỉ tiêu thấp đi {items}", "targets lowered {items}")
DROPPED = Words("chỉ tiêu bỏ {items}", "targets dropped {items}")
TASKS_DROPPED = Words("nhiệm vụ bỏ {items}", "tasks dropped {items}")
HIGHER = Words("chỉ tiêu cao hơn {items}", "targets raised {items}")
ADDED = Words("chỉ tiêu thêm {items}", "targets added {items}")
TASKS_ADDED = Words("nhiệm vụ thêm {items}", "tasks added {items}")


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding an older version that is set aside."""
    for older_id, newer_id in sorted(context.lineage.newest.items()):
        found = amendment(context.lineage, newer_id, older_id)
        facts: tuple[tuple[str, str | Words], ...] = (
            ("older", context.lineage.older[older_id].label),
            ("file", context.files.get(older_id, older_id)),
            ("changes", _told_of(found)),
        )
        case = "lower" if found.lower or found.dropped else "default"
        yield Finding(rule.id, Item(newer_id), case, facts=facts, mark=older_id)


def _told_of(found: Amendment) -> Words:
    """What was changed, kind by kind, the worse first."""
    told = [kind.filled(items=_listed(changes)) for kind, changes in _by_kind(found) if changes]
    return Words("; ".join(one.vi for one in told), "; ".join(one.en for one in told)) if told else SAME


def _by_kind(found: Amendment) -> tuple[tuple[Words, Sequence[Change]], ...]:
    return (
        (LOWER, found.lower),
        (DROPPED, found.dropped),
        (TASKS_DROPPED, found.tasks_dropped),
        (HIGHER, found.higher),
        (ADDED, found.added),
        (TASKS_ADDED, found.tasks_added),
    )


def _listed(changes: Sequence[Change]) -> str:
    told = [*map(_told, changes[:MOST]), *(["…"] if len(changes) > MOST else [])]
    return f"{len(changes)}: {', '.join(told)}"


def _told(change: Change) -> str:
    text = f"«{change.text}»"
    return f"{text} {change.before} → {change.after}" if change.before else text

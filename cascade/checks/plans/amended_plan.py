"""A plan that takes the place of an older version of itself: what it changes for the better and for the worse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cascade.checks.context import Context
from cascade.model.finding import Finding, Item
from cascade.model.rule import Rule
from cascade.model.words import Words
from cascade.verdicts.amendment import Change, amendment

MOST = 5  # changes of one kind that are told one by one
NOTHING = Words("không", "none")
MORE = Words("và {n} mục nữa", "and {n} more")


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding an older version that is set aside."""
    for older_id, newer_id in sorted(context.lineage.newest.items()):
        found = amendment(context.lineage, newer_id, older_id)
        facts: tuple[tuple[str, str | Words], ...] = (
            ("older", context.lineage.older[older_id].label),
            ("file", context.files.get(older_id, older_id)),
            ("lower", _listed(found.lower)),
            ("dropped", _listed(found.dropped)),
            ("higher", _listed(found.higher)),
            ("added", _listed(found.added)),
            ("tasks_dropped", _listed(found.tasks_dropped)),
            ("tasks_added", _listed(found.tasks_added)),
        )
        case = "lower" if found.lower or found.dropped else "default"
        yield Finding(rule.id, Item(newer_id), case, facts=facts, mark=older_id)


def _listed(changes: Sequence[Change]) -> Words:
    if not changes:
        return NOTHING
    told = "; ".join(map(_told, changes[:MOST]))
    more = len(changes) - MOST
    return (
        Words(f"{told} {MORE.say('vi', n=more)}", f"{told} {MORE.say('en', n=more)}") if more > 0 else Words(told, told)
    )


def _told(change: Change) -> str:
    text = f"«{change.text}»"
    return f"{text}: {change.before} → {change.after}" if change.before else text

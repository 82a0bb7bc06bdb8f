"""The kinds of trouble that a reviewer tells apart: each finding belongs to exactly one."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from cascade.model.words import Words
from cascade.result.result import FindingView, Result


class Kind(msgspec.Struct, frozen=True):
    """One kind. `id` and `name`: what it is called on the command line, in English and in Vietnamese without accents;
    `head`: in a table, of short words that stand below one another; `rules`: what finds it, besides the family of rules
    that goes there as a whole (`kind_of`)."""

    id: str
    name: str
    head: Words
    rules: tuple[str, ...] = ()


WEAKER = Kind(
    "weaker",
    "thap-hon",
    Words("Thấp hơn cấp trên", "Weaker than above"),
    ("weaker-target", "late-target", "late-task", "carve-out", "softer-target", "off-pace-target"),
)
NO_TARGET = Kind(
    "missing-targets", "chua-thay-chi-tieu", Words("Chưa thấy chỉ tiêu", "Target not found"), ("missing-target",)
)
NO_TASK = Kind(
    "missing-tasks", "chua-thay-nhiem-vu", Words("Chưa thấy nhiệm vụ", "Task not found"), ("uncovered-task",)
)
PARTIAL = Kind(
    "partial",
    "chua-du",
    Words("Nêu chưa đủ", "Only in part"),
    ("unquantified-target", "partial-task"),
)
BASIS = Kind(
    "basis",
    "can-cu",
    Words("Căn cứ, thời hạn", "Basis, dates"),
    ("abolished-level", "period-outside-parent", "stale-deadline"),
)
WITHIN = Kind("within", "trong-ke-hoach", Words("Trong kế hoạch", "Within plan"))
CHANGED = Kind(
    "changed",
    "da-thay-doi",
    Words("Bản đã thay đổi", "Changed since"),
    ("amended-plan", "parent-changed", "stale-decision"),
)
NOT_SETTLED = Kind(
    "not-compared", "chua-so-duoc", Words("Máy chưa so được", "Cannot compare"), ("incomparable-target",)
)
KINDS = (WEAKER, NO_TARGET, NO_TASK, PARTIAL, BASIS, WITHIN, CHANGED, NOT_SETTLED)
"""In the order in which tables show them."""
LACKING = (NO_TARGET, NO_TASK, PARTIAL)
"""What the matrix of the items above shows."""
GROUPS: Mapping[str, tuple[Kind, ...]] = {
    **{kind.id: (kind,) for kind in KINDS},
    **{kind.name: (kind,) for kind in KINDS},
    "missing": (NO_TARGET, NO_TASK),
    "chua-thay": (NO_TARGET, NO_TASK),
}
"""Every name by which kinds are asked for."""
QUOTED = frozenset((*WEAKER.rules, *NO_TARGET.rules, *NO_TASK.rules, *PARTIAL.rules)) - {
    "late-target",
    "off-pace-target",
}
"""Rules of which the words of both sides and the suggestion say all that their message says."""
_OF_RULE = {rule: kind for kind in KINDS for rule in kind.rules}


def kind_of(finding: FindingView, result: Result) -> Kind:
    """The kind of a finding; that of a rule which no kind names follows from the family it belongs to."""
    known = _OF_RULE.get(finding.rule)
    return known or (BASIS if result.rules[finding.rule].family == "citations" else WITHIN)

"""Rules of one's own as a test writes them: the demand alone; words are filled in."""

from __future__ import annotations

from cascade.audit import Judged, run
from cascade.checks.context import Context
from cascade.model.own_rule import OwnRule
from cascade.model.words import Words
from cascade.reading.decode import Decoder
from cascade.reading.own_rules import own_rule
from cascade.reading.plans import known_names
from cascade.reading.yaml_tree import parse_tree
from tests.support import domain

HEAD = """\
schema: own-rule/1
id: rieng
title: Quy tắc riêng
severity: warning
message: "{text} · {due} · {lead} · {count}/{wanted} · {periods} · {parent_text} → {answer}"
suggestion: Sửa mục {item} của {plan}, {unit}
reason: Mẫu
"""


def own(demand: str) -> OwnRule:
    """The rule that makes a demand."""
    tree = parse_tree(f"{HEAD}{demand}\n".encode(), "rieng.yaml", Words("", ""))
    assert tree.root is not None
    decoder = Decoder("rieng.yaml", known_names(domain()), one_language=True)
    rule = own_rule(tree.root, decoder)
    assert decoder.faults == []
    assert rule is not None
    return rule


def finds(context: Context, demand: str) -> list[Judged]:
    """What a demand finds."""
    return run(context, own(demand))


def blamed(context: Context, demand: str) -> list[str | None]:
    """The items that it finds, by their ids; None for a plan."""
    items = [judged.finding.item for judged in finds(context, demand)]
    return [None if item.kind == "plan" else context.id_of(item) for item in items]

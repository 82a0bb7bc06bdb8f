"""Which version of an item a person has looked at: a short hash of what it says and asks, not of where it stands."""

from __future__ import annotations

import hashlib

from cascade.model.plan import Plan, Target, Task

LENGTH = 8


def stamp(item: Target | Task) -> str:
    """The hash of an item; the same as long as its words, bound, years, tier, bodies and deadline are."""
    if isinstance(item, Target):
        said: tuple[object, ...] = (
            item.text,
            item.value,
            item.measure,
            item.by,
            item.in_year,
            item.yearly,
            item.tier,
            item.growth,
            item.baseline,
            item.hedge,
            item.exception,
        )
    else:
        said = (item.text, item.kind, item.lead, item.partners, item.due, item.product)
    text = "\x1f".join("" if part is None else str(part) for part in said)
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def stamps(plan: Plan) -> dict[str, str]:
    """The hash of each item of a plan, by its id, in the order of the file."""
    return {item.id: stamp(item) for item in plan.items}

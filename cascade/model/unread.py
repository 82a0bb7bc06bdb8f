"""What of a plan could not be read, and so may hold what the plan seems to lack."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import msgspec

from cascade.model.bound import Bound
from cascade.model.plan import Plan, Target, Task

_NO_BOUND = Bound("?")


class UnreadItem(msgspec.Struct, frozen=True):
    """A target or task that could not be read as a whole; `text`: its words, None where not even they could be."""

    kind: Literal["target", "task"]
    text: str | None = None


class Unread(msgspec.Struct, frozen=True):
    """The items that could not be read, in the order of the file. `lost`: more than single items could not be, so that
    nothing may be concluded from what the plan lacks."""

    items: tuple[UnreadItem, ...] = ()
    lost: bool = False

    def __bool__(self) -> bool:
        return self.lost or bool(self.items)

    @property
    def blank(self) -> bool:
        """Whether of some item nothing is known: it may say anything."""
        return any(item.text is None for item in self.items)

    def beside(self, plan: Plan) -> Plan:
        """The plan with the items of which the words are known behind its own: what they say, no bound, no deadline."""
        told = [(item.kind, item.text) for item in self.items if item.text is not None]
        targets = (Target(f"?{at}", text, _NO_BOUND) for at, (kind, text) in enumerate(told) if kind == "target")
        tasks = (Task(f"?{at}", text) for at, (kind, text) in enumerate(told) if kind == "task")
        return msgspec.structs.replace(plan, targets=(*plan.targets, *targets), tasks=(*plan.tasks, *tasks))


NOTHING_UNREAD: Mapping[str, Unread] = MappingProxyType({})
"""By plan, where every plan was read."""

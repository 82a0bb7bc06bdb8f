"""The one place where a task is built: from prose, and from the row of a table."""

from __future__ import annotations

from typing import Literal

import msgspec

from cascade.ingest.item import Read, Trace
from cascade.lexicon.charges import Charge
from cascade.lexicon.passage import Passage
from cascade.lexicon.vocabulary import Vocabulary
from cascade.model.plan import Task

_EDGES = " ;,.-+"
_STEERING = 7  # what no area owns is a matter of steering the reform (rules/areas.yaml)


class Areas(msgspec.Struct, frozen=True):
    """How a plan is divided: by the areas of reform, or not at all; then all of it is in the area of its title, if that
    names one."""

    vocabulary: Vocabulary
    divided: bool = True
    of_plan: int | None = None

    def of(self, above: int | None, text: str, kind: str) -> int | None:
        """The area of a task under a heading of an area."""
        if not self.divided:
            return self.of_plan
        return above or self.vocabulary.area_of(text) or (None if kind == "aims" else _STEERING)


def built(
    passage: Passage,
    item_id: str,
    *,
    kind: Literal["task", "objective"] = "task",
    area: int | None = None,
    charge: Charge | None = None,
    under: str | None = None,
    confidence: float,
    traces: tuple[Trace, ...] = (),
) -> Read[Task]:
    """The task that a passage says."""
    said = charge or Charge()
    task = Task(
        id=item_id,
        text=passage.printed().strip(_EDGES),
        area=area,
        kind=kind,
        lead=said.lead,
        partners=said.partners,
        due=said.due,
        product=said.product,
        lines=passage.lines(),
        under=under,
        restored=passage.restored(),
        confidence=confidence,
    )
    return Read(task, (Trace.of("text", task.text[:40], passage), *traces))


def charged(read: Read[Task], charge: Charge, *, first: bool = False) -> Read[Task]:
    """A task with what is said of it elsewhere: where it says nothing itself, or `first`."""
    task = read.item
    own = Charge(task.lead, task.partners, task.due, task.product)
    said = charge.over(own) if first else own.over(charge)
    if own.partners and not own.lead and not first:  # it only says who helps whoever does it
        said = msgspec.structs.replace(said, partners=tuple(dict.fromkeys((*own.partners, *charge.partners))))
    item = msgspec.structs.replace(task, lead=said.lead, partners=said.partners, due=said.due, product=said.product)
    return msgspec.structs.replace(read, item=item)

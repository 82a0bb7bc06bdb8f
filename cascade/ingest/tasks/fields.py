"""What a sentence states of a task under the name of a table's column: "Cơ quan chủ trì: Sở Nội vụ; cơ quan phối
hợp: các sở. Thời gian hoàn thành: quý IV."."""

from __future__ import annotations

import re

import msgspec

from cascade.ingest.item import Read
from cascade.lexicon.bodies import bodies
from cascade.lexicon.passage import Passage, plain_words
from cascade.model.domain import Domain
from cascade.model.plan import Task
from cascade.model.text import any_of

_KNOWN = ("lead", "with", "due", "product", "funding", "note")
"""Columns that say something of a task, by their names in `columns` of rules/reading.yaml."""
_EDGES = " ;,.-–+*"


class Fields:
    """Reads labelled statements with the names of columns."""

    def __init__(self, domain: Domain) -> None:
        self.domain = domain
        named = [(name, phrase) for name in _KNOWN for phrase in domain.phrases.columns.get(name, ())]
        self.by_phrase = {phrase.lower(): name for name, phrase in named}
        phrases = any_of(self.by_phrase)
        self.label = re.compile(rf"(?:^|(?<=[.;,]))\W{{0,6}}(?P<label>{phrases})\s*:\s*", re.IGNORECASE)

    def of(self, text: str) -> dict[str, str]:
        """The values by column; none where the text does not begin with a label."""
        first = self.label.match(text)
        if first is None or text[: first.start("label")].strip(_EDGES):
            return {}
        labels = list(self.label.finditer(text))
        found: dict[str, str] = {}
        ends = [*(label.start() for label in labels[1:]), len(text)]
        for label, end in zip(labels, ends, strict=True):
            name = self.by_phrase[" ".join(label["label"].lower().split())]
            found.setdefault(name, text[label.end() : end].strip(_EDGES))
        return found

    def added(self, read: Read[Task], fields: dict[str, str]) -> Read[Task]:
        """A task with what is stated of it; what is stated counts before what was gathered from its words."""
        task = read.item
        lead, partners = (self._bodies(fields.get(name, "")) for name in ("lead", "with"))
        item = msgspec.structs.replace(
            task,
            lead=lead or task.lead,
            partners=partners or task.partners,
            due=fields.get("due") or task.due,
            product=fields.get("product") or task.product,
        )
        return msgspec.structs.replace(read, item=item)

    def _bodies(self, text: str) -> tuple[str, ...]:
        named = bodies(Passage(plain_words(text, 1)), self.domain)
        return tuple(one[0].upper() + one[1:] for one in named)

"""Rows of appendix tables to targets and tasks."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from cascade.ingest.item import Read, Trace
from cascade.ingest.outline.outline import Entry, Section
from cascade.ingest.outline.paragraphs import Paragraph
from cascade.ingest.tables.indicators import Indicator, IndicatorReader, value_columns
from cascade.ingest.tables.rows import Row
from cascade.ingest.targets.targets import TargetReader
from cascade.ingest.tasks.build import built
from cascade.lexicon.bodies import bodies
from cascade.lexicon.charges import Charge
from cascade.lexicon.passage import Passage
from cascade.model.doubt import Doubts, doubt
from cascade.model.plan import Target, Task
from cascade.model.text import syllables

_SURE = 0.9


class RowReader:
    """Reads what rows commit to and ask for. A merged objective counts once."""

    def __init__(self, targets: TargetReader) -> None:
        self.domain, self.targets = targets.lexicon.domain, targets
        self.indicators = IndicatorReader(targets)
        self.known: dict[tuple[str, str, str], str] = {}  # section, label and words of an objective → its id
        self.found_targets: list[Read[Target]] = []
        self.found_tasks: list[Read[Task]] = []
        self.counts: dict[str, int] = {}

    def read(self, rows: Iterable[Row]) -> tuple[list[Read[Target]], list[Read[Task]]]:
        """The targets and tasks of all rows, in order."""
        for row in rows:
            self._row(row)
        return self.found_targets, self.found_tasks

    def _row(self, row: Row) -> None:
        under = None
        for field in ("target", "objective"):
            if row.text(field):
                under = self._objective(row, field)
        if row.text("duty"):
            self._duty(row)
        for field in ("task", "activity"):
            if row.text(field):
                self._task(row, field, under)

    def _objective(self, row: Row, field: str) -> str:
        """An objective cell: its targets, or itself as an objective without a number; its id."""
        indicator = self.indicators.named(row, row.body(field)) if row.valued else Indicator(row.body(field))
        passage = indicator.passage
        words = " ".join(syllables(passage.text))
        key = (row.section, row.label(field), words)
        if key in self.known:
            return self.known[key]
        item_id = self._id(row, row.label(field) or self._number(row), field)
        self.known[key] = item_id
        valued = value_columns(row)
        if valued and (read := self.indicators.read(row, indicator, item_id)):
            self.found_targets += read
            return item_id
        found = self._commitments(row, passage, item_id, in_tasks=False)
        if not found and len(words.split()) >= 4 and not row.valued:
            self.found_tasks.append(self._objective_task(row, passage, item_id))
        return item_id

    def _duty(self, row: Row) -> None:
        """A duty that activities serve: only its numbers are recorded, the activities say what is done."""
        passage = row.body("duty")
        key = (row.section, row.label("duty"), " ".join(syllables(passage.text)))
        if key not in self.known:
            self.known[key] = self._id(row, row.label("duty") or "nv", "duty")
            self._commitments(row, passage, self.known[key], in_tasks=True)

    def _task(self, row: Row, field: str, under: str | None) -> None:
        passage = row.body(field)
        if len(passage.text.split()) < 2:
            return
        item_id = self._id(row, row.label(field) or self._number(row), field)
        targets = self._commitments(row, passage, item_id, in_tasks=True)
        due = row.cells.get("due")
        for cell, doubts in ((row.cells.get("product"), ()), (due, doubt("number-of-deadline"))):
            targets += self._beside(row, passage, cell, f"{item_id}.{len(targets) + 2}", doubts)
        lead, partners = (
            bodies(row.cells[name], self.domain) if name in row.cells else () for name in ("lead", "with")
        )
        product = row.cells.get("product")
        told = self.targets.lexicon.vocabulary.charged.of(passage.text, years=False)
        charge = Charge(lead, partners, _tidy(due), _tidy(product)).over(told)
        named = {
            "lead": "; ".join(charge.lead),
            "with": "; ".join(charge.partners),
            "due": charge.due,
            "product": charge.product,
        }
        cells = ((name, value, row.cells.get(name)) for name, value in named.items() if value)
        traces = [Trace.of(name, value, cell) for name, value, cell in cells if cell is not None]
        sure = _SURE if lead or partners or due else 0.7
        self.found_tasks.append(
            built(passage, item_id, area=row.area, charge=charge, under=under, confidence=sure, traces=tuple(traces))
        )

    def _beside(
        self, row: Row, passage: Passage, cell: Passage | None, item_id: str, doubts: Doubts
    ) -> list[Read[Target]]:
        """A number in the cell of the product or the deadline ("Đạt 100% đến 31/12/2025") commits the task."""
        if cell is None or not any(map(str.isdigit, cell.text)):
            return []
        found = []
        for read, _ in self.targets.read(self._entry(row, cell, item_id), in_tasks=True):
            measured = self.targets.measures.recognise(passage.text, read.item.value.unit)
            target = msgspec.structs.replace(
                read.item,
                text=f"{passage.printed()}: {cell.printed()}" if doubts else read.item.text,
                measure=read.item.measure or (measured.measure.id if measured else None),
                doubt=doubts or None,
                confidence=0.6,
            )
            found.append(msgspec.structs.replace(read, item=target))
        self.found_targets += found
        return found

    def _commitments(self, row: Row, passage: Passage, item_id: str, *, in_tasks: bool) -> list[Read[Target]]:
        found = [read for read, _ in self.targets.read(self._entry(row, passage, item_id), in_tasks=in_tasks)]
        self.found_targets += found
        return found

    def _entry(self, row: Row, passage: Passage, item_id: str) -> Entry:
        above = row.body("objective").text if passage.text != row.body("objective").text else ""
        return Entry(Paragraph(passage), Section((row.section,), "aims", row.area, heading=above), item_id)

    def _objective_task(self, row: Row, passage: Passage, item_id: str) -> Read[Task]:
        return built(passage, item_id, kind="objective", area=row.area, confidence=_SURE)

    def _number(self, row: Row) -> str:
        """The number of the row, where its own column gives one."""
        number = row.text("number").strip(" .)")
        return number if number and len(number) <= 8 else ""

    def _id(self, row: Row, label: str, field: str) -> str:
        if not label:
            letter = "m" if field in ("target", "objective") else "n"
            place = f"{row.section}/{letter}"
            self.counts[place] = self.counts.get(place, 0) + 1
            label = f"{letter}{self.counts[place]}"
        if row.section and not label.startswith(f"{row.section}."):
            return f"{row.section}.{label}"
        return label


def _tidy(passage: Passage | None) -> str | None:
    return passage.printed().strip(" ;,.") or None if passage is not None and passage.words else None

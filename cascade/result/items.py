"""The items of an audit as views, each made once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cascade.audit import Audit
from cascade.documents.document import Printed
from cascade.model.due import shown
from cascade.model.finding import Item
from cascade.model.plan import Lines, Plan, Target
from cascade.model.words import Words
from cascade.result.result import ItemView, Place

Printer = Callable[[Plan, Lines | None], Printed | None]
"""What a plan's document prints on some lines; None where the plan names no document, or no lines."""


class Items:
    """Makes views of items; `printer` brings the printed words, where documents are at hand."""

    def __init__(self, audit: Audit, printer: Printer | None) -> None:
        self._audit, self._printer = audit, printer
        self._made: dict[Item, ItemView] = {}

    def view(self, item: Item) -> ItemView:
        """The item as forms show it."""
        if item not in self._made:
            self._made[item] = self._view(item)
        return self._made[item]

    def all_of(self, plan_id: str) -> Iterator[ItemView]:
        """Every target and task of a plan."""
        return map(self.view, self._audit.context.items(plan_id))

    def of(self, item: Item | None) -> ItemView | None:
        """The same, of an item that may be lacking."""
        return None if item is None else self.view(item)

    def place(self, item: Item) -> Place:
        """Where the item stands in its plan's file."""
        file = self._audit.corpus.plans.get(item.plan)
        return Place(file.file, *file.place(item)) if file else Place(self._audit.context.files[item.plan])

    def _view(self, item: Item) -> ItemView:
        audit = self._audit
        lines = audit.lines_of(item)
        common = (item.plan, item.kind, item.index, audit.id_of(item), audit.context.text(item), self.place(item))
        printed = self._printer(audit.plans[item.plan], lines) if self._printer else None
        if item.kind == "plan":
            return ItemView(*common)
        if item.kind == "citation":
            page = audit.context.citation(item).page
            return ItemView(*common, lines=lines, page=page, printed=printed)
        if item.kind == "target":
            target = audit.context.target(item)
            return ItemView(
                *common,
                lines=lines,
                page=target.page,
                area=audit.context.area(target),
                printed=printed,
                value=str(target.value),
                bound=self._bound(target),
                when=target.by or target.in_year,
                measure=target.measure,
            )
        task = audit.context.task(item)
        return ItemView(
            *common,
            lines=lines,
            page=task.page,
            area=task.area,
            printed=printed,
            lead=task.lead,
            partners=task.partners,
            due=shown(task.due) if task.due else None,
            product=task.product,
        )

    def _bound(self, target: Target) -> Words:
        measure = self._audit.context.domain.measures.get(target.measure or "")
        return measure.say(target.value) if measure else target.value.say()

"""Which items of a plan file could not be read, and what is known of them: as much as their words."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.model.plan import Plan, Target, Task, clean
from cascade.model.unread import Unread, UnreadItem
from cascade.reading.decode import Decoder, Known
from cascade.reading.yaml_tree import Node

_LISTS = (("targets", "target", Target), ("tasks", "task", Task))
_WORDS = ("restored", "text")


def unread_of(root: Node, known: Known) -> Unread:
    """What of a plan's items could not be read: asked only where its file has a fault.

    More than single items is lost where a list is none, stands twice, or under a name that is no key of a plan.
    """
    keys = [(key.scalar, value) for key, value in root.keys or ()]
    names = [name for name, _ in keys]
    fields = frozenset(Plan.__struct_fields__)
    lost = any(
        value.broken or (value.items is not None and (name not in fields or names.count(name) > 1))
        for name, value in keys
    )
    lists = dict(reversed(keys))
    lost = lost or any(_is_no_list(lists.get(name)) for name, _, _ in _LISTS)
    return Unread(tuple(_items(lists, known)), lost)


def _is_no_list(node: Node | None) -> bool:
    return node is not None and node.items is None and not node.is_null


def _items(lists: dict[str | None, Node], known: Known) -> Iterator[UnreadItem]:
    seen: set[str] = set()
    for name, kind, form in _LISTS:
        node = lists.get(name)
        for item in (node.items or ()) if node is not None else ():
            read = Decoder("", known).read(form, item)
            if read is None or read.id in seen:
                yield UnreadItem(kind, _text(item))  # type: ignore[arg-type]
            else:
                seen.add(read.id)


def _text(item: Node) -> str | None:
    """The words of an item, if they can be read."""
    for said in (*map(item.value, _WORDS), item):
        if said is not None and said.scalar is not None and not said.is_null and clean(said.scalar):
            return clean(said.scalar)
    return None

"""A review of one draft: what is asked, what each answer makes of the file, and the way back.

Nothing here reads or writes a file or speaks to a person: the state is the text of the file, and every
answer gives the next text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from cascade.documents.clean import squeezed
from cascade.model.domain import Domain
from cascade.model.doubt import Doubts, doubt_words
from cascade.model.plan import SURE
from cascade.model.words import Lang, Words
from cascade.reading.decode import Decoder
from cascade.reading.edits import Path as KeyPath
from cascade.reading.edits import scalar, sequence, with_value, without_item, without_key
from cascade.reading.plans import known_names, read_plan
from cascade.reading.yaml_tree import Node, parse_tree

LIKELY = 0.5
"""From this confidence on, items can be accepted many at once."""
LISTS = ("citations", "targets", "tasks")
HEAD = ("title", "number", "type", "level", "issuer", "place", "issued", "period")
_SEQUENCES = {"place": ",;", "lead": ";", "with": ";"}
"""Keys that hold several texts, and what parts them where a person types them."""


class NoDraftError(ValueError):
    """The text is no draft: its keys, lists or items are not those of a plan file."""


class Question(msgspec.Struct, frozen=True):
    """One thing to settle: a head field (`index` is None), or an item of a list."""

    where: str
    index: int | None = None

    @property
    def path(self) -> KeyPath:
        """Where the item, or the head field, stands in the file."""
        return (self.where,) if self.index is None else (self.where, self.index)


class Sheet(msgspec.Struct, frozen=True, dict=True):
    """The text of a draft with its tree; edits give other sheets. Raises NoDraftError for anything else."""

    text: str
    root: Node

    @classmethod
    def of(cls, text: str) -> Sheet:
        """The sheet of a text whose lists are lists of mappings, as all that follows takes for granted."""
        read = parse_tree(text.encode("utf-8", "surrogatepass"), "", Words("", ""))
        if read.root is None or read.faults or read.root.keys is None:
            raise NoDraftError
        sheet = cls(text, read.root)
        confidence = sheet.value("confidence")
        lists = [found for name in LISTS if (found := sheet.value(name)) is not None and not found.is_null]
        if confidence is not None and confidence.keys is None and not confidence.is_null:
            raise NoDraftError
        if any(found.items is None or any(item.keys is None for item in found.items) for found in lists):
            raise NoDraftError
        return sheet

    def value(self, name: str, item: Node | None = None) -> Node | None:
        """The value of a key of the head, or of an item."""
        return next((value for key, value in (item or self.root).keys or () if key.scalar == name), None)

    def items(self, name: str) -> list[Node]:
        """The items of a list."""
        found = self.value(name)
        return (found.items or []) if found is not None else []

    def item(self, question: Question) -> Node:
        """The item that a question is about."""
        return self.items(question.where)[question.index or 0]

    def said(self, name: str, item: Node | None = None) -> str | None:
        """What the head, or an item, says under a key, as written."""
        found = self.value(name, item)
        return None if found is None or found.is_null else found.scalar

    def doubt(self, item: Node | None = None) -> Words | None:
        """What is noted of the plan, or of an item: a person's words, or a machine's doubts worded."""
        found = self.value("doubt", item)
        if found is None or found.is_null:
            return None
        return doubt_words(found.scalar or Decoder("", {}).read(Doubts, found))

    def sure(self, question: Question) -> float | None:
        """How sure the machine is of what is asked."""
        if question.index is not None:
            return _share(self.value("confidence", self.item(question)))
        confidence = self.value("confidence")
        return _share(self.value(question.where, confidence)) if confidence is not None else None

    def questions(self) -> Iterator[Question]:
        """Everything that is not settled: what the text lacks, what is doubted, what is unsure."""
        for name in HEAD:
            value = self.value(name)
            known = value is not None and not value.is_null and value.items != []
            sure = self.sure(Question(name))
            if (sure if sure is not None else float(known)) < SURE:
                yield Question(name)
        for name in LISTS:
            for index, item in enumerate(self.items(name)):
                sure = self.sure(Question(name, index))
                doubt = self.value("doubt", item)
                if (doubt is not None and not doubt.is_null) or (sure if sure is not None else 1.0) < SURE:
                    yield Question(name, index)

    def settled(self, question: Question) -> Sheet:
        """The thing is as it should be: nobody is asked again."""
        if question.index is None:
            return self._head_settled(question.where)
        text = with_value(self.text, (*question.path, "confidence"), "1.0")
        return Sheet.of(without_key(text, (*question.path, "doubt")))

    def _head_settled(self, name: str) -> Sheet:
        confidence = self.value("confidence")
        if confidence is None or confidence.keys is None:
            return Sheet.of(with_value(self.text, ("confidence",), f"{{{name}: 1.0}}"))
        return Sheet.of(with_value(self.text, ("confidence", name), "1.0"))

    def dropped(self, question: Question) -> Sheet:
        """The item is none; a head field that is wrong becomes unknown."""
        if question.index is None:
            return Sheet.of(with_value(self.text, question.path, "null")).settled(question)
        return Sheet.of(without_item(self.text, question.path))

    def changed(self, question: Question, key: str, typed: str) -> Sheet:
        """The sheet with what a person typed for a key of the item, or for the head field itself."""
        path = question.path if question.index is None else (*question.path, key)
        return Sheet.of(with_value(self.text, path, _written(str(path[-1]), typed)))

    def reviewed(self) -> Sheet:
        """The whole plan is as it should be."""
        return Sheet.of(with_value(self.text, ("review",), "reviewed"))


def _share(node: Node | None) -> float | None:
    try:
        return float((node.scalar if node is not None else None) or "")
    except ValueError:
        return None


def _written(key: str, typed: str) -> str:
    """What a person typed, as it stands in the file; nothing, `-` and `null` empty the key."""
    text = squeezed(typed)
    if text in {"", "-", "null"}:
        return "null"
    if key not in _SEQUENCES:
        return scalar(text)
    for mark in _SEQUENCES[key]:
        text = text.replace(mark, ";")
    return sequence([part.strip() for part in text.split(";") if part.strip()])


class _State(msgspec.Struct, frozen=True):
    sheet: Sheet
    saved: int = 0
    later: frozenset[Question] = frozenset()


class Session:
    """The questions of one draft in order, with every step taken back as often as a person likes."""

    def __init__(self, text: str, path: Path, domain: Domain) -> None:
        self._steps = [_State(Sheet.of(text))]
        self._path, self._known = path, known_names(domain)

    @property
    def _now(self) -> _State:
        return self._steps[-1]

    @property
    def sheet(self) -> Sheet:
        """The draft as it stands."""
        return self._now.sheet

    @property
    def saved(self) -> int:
        """How many answers the file holds that it did not hold before."""
        return self._now.saved

    @property
    def left(self) -> int:
        """How much is not settled, put off or not."""
        return sum(1 for _ in self.sheet.questions())

    @property
    def current(self) -> Question | None:
        """What is asked next; None where nothing is left but what was put off."""
        return next((one for one in self.sheet.questions() if one not in self._now.later), None)

    @property
    def is_done(self) -> bool:
        """Whether the draft holds no doubt any more and may be marked as reviewed."""
        state = self.sheet.value("review")
        return self.left == 0 and state is not None and state.scalar == "draft"

    def as_sure(self, question: Question) -> tuple[Question, ...]:
        """The open items at least as sure as this one, where it is likely and not doubted: a person may take them all
        for right at once."""
        sure = self.sheet.sure(question)
        if sure is None or sure < LIKELY or not self._is_plain(question):
            return ()
        return tuple(
            one
            for one in self.sheet.questions()
            if one not in self._now.later and self._is_plain(one) and (self.sheet.sure(one) or 0.0) >= sure
        )

    def _is_plain(self, question: Question) -> bool:
        """Whether it is an item of which only the confidence is low."""
        return question.index is not None and self.sheet.doubt(self.sheet.item(question)) is None

    def accept_all(self, questions: Iterable[Question]) -> None:
        """All of it is as it should be; one step, so that it is taken back at once."""
        sheet, n = self.sheet, 0
        for question in questions:
            sheet, n = sheet.settled(question), n + 1
        now = self._now
        self._steps.append(_State(sheet, now.saved + n, now.later))

    def accept(self, question: Question) -> None:
        """It is as it should be."""
        self._answer(self.sheet.settled(question))

    def drop(self, question: Question) -> None:
        """It is none."""
        later = self._now.later
        if question.index is not None:
            later = frozenset(_moved_up(one, question) for one in later)
        self._answer(self.sheet.dropped(question), later)

    def replace(self, question: Question, sheet: Sheet) -> None:
        """It is as a person has corrected it on `sheet`."""
        self._answer(sheet.settled(question))

    def mark_reviewed(self) -> None:
        """The plan is reviewed."""
        self._answer(self.sheet.reviewed())

    def put_off(self, question: Question) -> None:
        """Ask about it another time."""
        now = self._now
        self._steps.append(_State(now.sheet, now.saved, now.later | {question}))

    def undo(self) -> bool:
        """Take the last step back; False where there is none."""
        if len(self._steps) == 1:
            return False
        self._steps.pop()
        return True

    def problems_of(self, sheet: Sheet, lang: Lang) -> list[str]:
        """What the plan reader says against a sheet and not against the draft as it stands."""
        before = self._faults(self.sheet, lang)
        return [message for message in self._faults(sheet, lang) if message not in before]

    def _faults(self, sheet: Sheet, lang: Lang) -> list[str]:
        read = read_plan(self._path, self._path.name, self._known, sheet.text.encode("utf-8", "surrogatepass"))
        return [fault.message(lang) for fault in read.faults]

    def _answer(self, sheet: Sheet, later: frozenset[Question] | None = None) -> None:
        now = self._now
        self._steps.append(_State(sheet, now.saved + 1, now.later if later is None else later))


def _moved_up(one: Question, dropped: Question) -> Question:
    """A question whose item moves up by one where an item above it goes."""
    if one.where != dropped.where or one.index is None or dropped.index is None or one.index < dropped.index:
        return one
    return Question(one.where, one.index - 1)

"""The tasks of a document gathered in order, with what later paragraphs say of earlier ones.

A charge may stand behind its tasks: "Cơ quan chủ trì: Sở Y tế" below one, a block "b) Cơ quan thực hiện: …" behind a
list, "Các nhiệm vụ tại mục này do …" at the end of a section, "chủ trì các nhiệm vụ tại điểm a, c mục 3" in the part
that hands tasks out, and the row of an appendix that says a task of the text again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

import msgspec
from rapidfuzz import fuzz

from cascade.ingest.item import Read
from cascade.ingest.outline.outline import Entry
from cascade.ingest.outline.paragraphs import Style
from cascade.ingest.tasks.build import Areas, charged
from cascade.ingest.tasks.tasks import TaskReader
from cascade.lexicon.charges import Charge
from cascade.lexicon.spans import clauses, sentences
from cascade.model.phrases import Phrases
from cascade.model.plan import Task
from cascade.model.text import any_of, fold

_LABEL = r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]+(?:\.\d{1,2})*|[a-zđ](?![^\W_]))"
_LABELS = rf"{_LABEL}(?:\s*(?:,|;|và)\s*{_LABEL}(?![^\W_]))*"
_ROW = "#"
_SAME = 90  # of 100: how alike the words of a task and of a row are that say the same
_FEWEST = 5  # words of a task that can be known again by its words


class _Drawn(msgspec.Struct):
    """A task with the labels that it stands under, its own last, and how deep its list is."""

    read: Read[Task]
    path: tuple[str, ...]
    depth: int
    paragraph: int
    entry: Entry

    @property
    def number(self) -> str | None:
        """The number of a task that is called by one ("Nhiệm vụ 4.")."""
        marker = self.entry.paragraph.marker
        return marker.label if marker is not None and marker.style is Style.NAMED else None


class _Handed(msgspec.Struct):
    """What a sentence hands out: a charge with the tasks under labels. `only`: whether its paragraph says no more."""

    charge: Charge
    labels: list[tuple[str, ...]]
    paragraph: int
    only: bool = False


class Gathered:
    """Tasks of prose in order. What hands tasks out is kept until all are known."""

    def __init__(self, reader: TaskReader) -> None:
        self.reader = reader
        self.places = _Places(reader.domain.phrases)
        self.drawn: list[_Drawn] = []
        self.handed: list[_Handed] = []
        self.block = (0, 0)  # where the tasks of the last block begin, and how many there were when it was read
        self.count = 0

    def add(self, entry: Entry, taken: Sequence[tuple[int, int]], first: int) -> None:
        """Take what a paragraph says: tasks, or who does those before it."""
        said = self.reader.read(entry, taken, first)
        self.count += 1
        depth = int(entry.paragraph.marker.style) if entry.paragraph.marker else 0
        path = entry.path or entry.section.path
        tasks = said.tasks
        if said.charge is not None and (not tasks or entry.section.kind == "tasks"):
            tasks = () if self._charge_before(said.charge, entry, depth) else tasks
        self.drawn += [_Drawn(read, path, depth, self.count, entry) for read in tasks]
        if said.of_section is not None:
            self._charge([one for one in self.drawn if _under(one.path, entry.section.path)], said.of_section)
        self._handed(entry)

    def united(self, rows: Sequence[Read[Task]]) -> tuple[list[Read[Task]], list[Read[Task]]]:
        """The tasks of the text and those of the rows: one of both where a row says a task of the text again."""
        self._hand_out()
        rows = [_in_area(self._numbered(read), self.reader.areas) for read in rows]
        words = [_words(read) for read in rows]
        left = dict(enumerate(rows))
        for one in self.drawn:
            own = _words(one.read)
            if len(own.split()) < _FEWEST:
                continue
            at = max(left, key=lambda place: fuzz.ratio(own, words[place]), default=None)
            if at is not None and fuzz.ratio(own, words[at]) >= _SAME:
                row = left.pop(at).item
                one.read = charged(one.read, Charge(row.lead, row.partners, row.due, row.product), first=True)
        return [one.read for one in self.drawn], list(left.values())

    def _handed(self, entry: Entry) -> None:
        """Keep what a paragraph hands out by labels; a body whose sentence begins with helping only takes part."""
        text, charged = entry.paragraph.text, self.reader.charged
        label = charged.label(text)
        told = text.index(":") + 1 if label else 0
        found: list[_Handed] = []
        only = True
        for start, end in (clause for sentence in sentences(text) for clause in clauses(text, sentence)):
            labels, rest = self.places.of(text[start:end])
            said = charged.of(rest)
            if not labels and found and said.alone and not said.lead:
                found[-1].charge = found[-1].charge.over(said)
            only = only and (said.alone or charged.tells_nothing(text[max(start, told) : end] if not labels else rest))
            if not labels:
                continue
            lead = said.lead or label or entry.section.lead
            helps = charged.helps(text[max(start, told) : end], said)
            if charged.said["respectively"].search(rest) and len(lead) == len(labels):
                found += [
                    _Handed(Charge((one,)), [wanted], self.count) for one, wanted in zip(lead, labels, strict=True)
                ]
                continue
            charge = Charge((), lead, said.due) if helps else Charge(lead, said.partners, said.due)
            found.append(_Handed(charge, labels, self.count))
        self.handed += [msgspec.structs.replace(one, only=only) for one in found]

    def _charge_before(self, charge: Charge, entry: Entry, depth: int) -> bool:
        """Take a charge with the tasks before it, if there are any that it may be of."""
        begin, seen = self.block
        if len(self.drawn) != seen:
            begin = seen
            self.block = (begin, len(self.drawn))
        path = entry.section.path
        item = not depth and any(one.path == path == one.entry.path for one in self.drawn[begin:])
        if path and (item or self.reader.charged.said["bare_label"].match(entry.section.heading)):
            path = path[:-1]
        reach = [one for one in self.drawn[begin:] if _under(one.path, path)]
        if reach and depth > reach[-1].depth > 0:
            reach = [one for one in reach if one.paragraph == reach[-1].paragraph]
        last = reach[-1].paragraph if reach else 0
        self._charge(
            [one for one in reach if one.paragraph == last or not (charge.lead and one.read.item.lead)], charge
        )
        return bool(reach)

    def _charge(self, drawn: Sequence[_Drawn], charge: Charge) -> None:
        for one in drawn:
            one.read = charged(one.read, charge)

    def _hand_out(self) -> None:
        """Give tasks the bodies of sentences that hand them out by their labels."""
        spent: set[int] = set()
        for handed in self.handed:
            for wanted in handed.labels:
                if wanted[0] == _ROW:
                    found = [one for one in self.drawn if one.number == wanted[1]]
                else:
                    found = [one for one in self.drawn if _holds(_labels(one.read.item.id), wanted)]
                found = [one for one in found if one.paragraph != handed.paragraph]
                if len({_labels(one.read.item.id)[:1] for one in found}) == 1:
                    self._charge(found, handed.charge)
                    spent |= {handed.paragraph} if handed.only else set()
        self.drawn = [one for one in self.drawn if one.paragraph not in spent]

    def _numbered(self, read: Read[Task]) -> Read[Task]:
        """A row with the bodies of a sentence that hands it out by its number."""
        for handed in self.handed:
            if (_ROW, *_labels(read.item.id)[-1:]) in handed.labels:
                read = charged(read, handed.charge)
        return read


class _Places:
    """Finds the labels of the parts of a plan that a sentence hands out ("tại điểm a, c mục 3")."""

    def __init__(self, phrases: Phrases) -> None:
        words = {name: any_of(phrases.charging.get(name, ())) for name in ("places", "handed", "numbered")}
        place = rf"(?<!\w)(?P<word>{words['places']})\s+(?:số\s+)?(?P<label>{_LABELS})(?![^\W_])"
        self.place = re.compile(place, re.IGNORECASE)
        one = place.replace("?P<word>", "?:").replace("?P<label>", "?:")
        spans = any_of(phrases.deadlines.get("spans", ()))
        self.handed = re.compile(
            rf"(?<!\w)(?:{words['handed']})(?!\w)[^.;:]{{0,60}}?(?P<places>{one}(?:[\s,]*(?:và\s+|của\s+|thuộc\s+)?{one})*)"
            rf"|(?:{words['numbered']})\s+(?P<numbers>{_LABELS})(?![^\W_]|\s+(?:{spans})(?!\w))",
            re.IGNORECASE,
        )

    def of(self, text: str) -> tuple[list[tuple[str, ...]], str]:
        """The labels of every part handed out, outermost first, `_ROW` and a number for a task called by one; and
        the words besides."""
        found: list[tuple[str, ...]] = []
        for handed in self.handed.finditer(text):
            if handed["numbers"]:
                found += [(_ROW, label) for label in _listed(handed["numbers"])]
                continue
            parts: dict[str, list[str]] = {}
            for place in self.place.finditer(handed["places"]):
                parts.setdefault(fold(place["word"]), []).extend(_listed(place["label"]))
            found += [tuple(".".join(reversed(chosen)).split(".")) for chosen in product(*parts.values())]
        return found, self.handed.sub("", text)


def _listed(labels: str) -> list[str]:
    return re.findall(_LABEL, labels)


def _under(path: tuple[str, ...], above: tuple[str, ...]) -> bool:
    return path[: len(above)] == above


def _labels(item_id: str) -> tuple[str, ...]:
    """The labels of an id, outermost first: `II.3.a-2` stands under II, 3 and a."""
    return tuple(re.split(r"[.-]", item_id))


def _holds(labels: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether labels in a row are those wanted."""
    return any(labels[at : at + len(wanted)] == wanted for at in range(len(labels) - len(wanted) + 1))


def _words(read: Read[Task]) -> str:
    return fold(read.item.words)


def _in_area(read: Read[Task], areas: Areas) -> Read[Task]:
    if areas.divided:
        return read
    return msgspec.structs.replace(read, item=msgspec.structs.replace(read.item, area=areas.of_plan))

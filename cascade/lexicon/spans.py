"""Which words of a sentence belong to which quantity.

"100% hồ sơ được số hóa" leads with its quantity, "mức độ hài lòng đạt 90%" ends with it; "65% hồ sơ
cấp huyện và 40% hồ sơ cấp xã được xử lý trên mạng" says for two quantities what is done only once.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from cascade.lexicon.passage import before
from cascade.lexicon.quantities import TIMES, Quantity
from cascade.model.phrases import Phrases
from cascade.model.text import LOWER, UPPER, any_of

_SENTENCE_END = re.compile(rf"(?<=[^\d\s.])[.!?](?=\s+[^{LOWER}\s])|(?<=\d|%)\.(?=\s+[{UPPER}])|(?<=%\))\.|[.](?=$)")
_CLAUSE_END = re.compile(r";\s*")
_LIST_OF_INDEXES = re.compile(r"\s*(?:,|;|\bvà)\s*(?=(?:các\s+)?chỉ\s+số)", re.IGNORECASE)


_AND = re.compile(r"\s+và\s*$", re.IGNORECASE)
_LONGEST = 1500  # characters; no sentence of a plan is as long, and what prints no full stop is cut at a space


class Span(msgspec.Struct, frozen=True):
    """A quantity with the words that are its own (`start`-`end`) and, where it shares what another
    quantity's words say, those (`shared`). `sentence` is where its sentence begins and ends."""

    quantity: Quantity
    start: int
    end: int
    sentence: tuple[int, int]
    clause: tuple[int, int]
    leads: bool
    shared: tuple[int, int] | None = None

    @property
    def own_end(self) -> int:
        """Where all words end that say what it is, those it shares among them."""
        return max(self.end, self.shared[1] if self.shared else 0)


def sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of `text` begin and end; a full stop in a number or abbreviation ends none."""
    return [part for one in _cut(text, (0, len(text)), _SENTENCE_END) for part in _shortened(text, one)]


def _shortened(text: str, sentence: tuple[int, int]) -> Iterator[tuple[int, int]]:
    start, stop = sentence
    while stop - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST) + 1
        cut = space or start + _LONGEST
        yield start, cut
        start = cut
    yield start, stop


def clauses(text: str, sentence: tuple[int, int]) -> list[tuple[int, int]]:
    """Where the clauses of a sentence begin and end: it is cut at semicolons."""
    return _cut(text, sentence, _CLAUSE_END)


def _cut(text: str, within: tuple[int, int], ends: re.Pattern[str]) -> list[tuple[int, int]]:
    start, stop = within
    found = []
    for match in ends.finditer(text, start, stop):
        if match.end() > start:
            found.append((start, match.end()))
            start = match.end()
    if text[start:stop].strip():
        found.append((start, stop))
    return [(a + len(text[a:b]) - len(text[a:b].lstrip()), b) for a, b in found]


class Spans:
    """Finds the words of quantities with the phrases of `rules/reading.yaml`."""

    def __init__(self, phrases: Phrases) -> None:
        around = phrases.around
        hedges, openers = any_of(phrases.hedges), any_of([*around.get("openers", ()), *phrases.hedges])
        self._subject = re.compile(
            rf"(?:(?:,|và|\(|;)\s*)?(?:trong\s+(?:số\s+)?đó\s*[,:]?\s*)?(?:(?:{hedges})\s+)?"
            rf"(?<!\w)(?:{any_of(around.get('subjects', ()))})(?!\w)",
            re.IGNORECASE,
        )
        self._openers = re.compile(rf"(?:[\s,:;()–+“”\"-]|(?:{openers}|20\d\d)(?!\w))*$", re.IGNORECASE)
        self._takes_object = re.compile(
            rf"(?<!\w)(?:{any_of(around.get('takes_object', ()))})(?:\s+(?:bình quân|đủ|được|đạt))?\s*$", re.IGNORECASE
        )
        self._object = re.compile(rf"\s+(?!(?:{any_of(around.get('no_object', ()))})(?!\w))[^\W\d_]", re.IGNORECASE)
        self.predicate = re.compile(rf"(?<!\w)(?:{any_of(around.get('predicates', ()))})(?!\w)", re.IGNORECASE)

    def of(self, text: str, quantities: Sequence[Quantity], every: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
        """The words of the quantities of a paragraph, which are in order; `every`: where its sentences are."""
        starts = [one.start for one in quantities]
        found: list[Span] = []
        for sentence in every:
            for clause in clauses(text, sentence):
                within = quantities[bisect_left(starts, clause[0]) : bisect_left(starts, clause[1])]
                found += self._shared(text, self._in_clause(text, sentence, clause, within))
        return tuple(found)

    def _in_clause(
        self, text: str, sentence: tuple[int, int], clause: tuple[int, int], quantities: Sequence[Quantity]
    ) -> list[Span]:
        starts: list[int] = []
        leads: list[bool] = []
        after = clause[0]
        for one in quantities:
            start, leading = self._start(text, after, one, leads)
            between = text[start : one.bound_start]
            starts.append(start + len(between) - len(between.lstrip(" ,;:")))
            leads.append(leading)
            after = one.bound_end
        ends = [*(_without_and(text, start) for start in starts[1:]), clause[1]] if starts else []
        return [
            Span(one, start, max(end, one.bound_end), sentence, clause, leading)
            for one, start, end, leading in zip(quantities, starts, ends, leads, strict=True)
        ]

    def _start(self, text: str, after: int, one: Quantity, earlier: Sequence[bool]) -> tuple[int, bool]:
        """Where the words of a quantity begin, and whether it leads them. `earlier`: which of the
        clause's quantities before it lead theirs."""
        between = text[after : one.bound_start]
        taken = self._takes_object.search(between)
        if taken and self._object.match(text, one.bound_end):
            return after + taken.start(), True
        cut = max((between.rfind(mark) + len(mark) for mark in (",", " và ", ":") if mark in between), default=0)
        told = not earlier and between[:cut].rstrip().endswith(":") and not self._object.match(text, one.bound_end)
        bracketed = between.endswith("(")  # a value in brackets is of what stands before them
        if self._openers.match(between, cut) and not told and not bracketed:  # but "Hồ sơ nộp trực tuyến: đạt 55%"
            return after + (0 if not earlier and self._openers.match(between) else cut), True
        subject = self._subject.search(between)
        if subject is not None and subject.start() > 0 and _breaks(between, subject.start()) and not bracketed:
            return after + subject.start(), False
        if not (earlier and earlier[-1]) or bracketed:
            return after, False
        comma = between.rfind(", ") + 2  # what leads keeps the words behind it, up to the last comma
        if comma == 1 and one.kind == "amount" and one.unit not in TIMES:
            return one.bound_start, True  # a number of what is said of it ("100% thôn có tổ với ít nhất 5 người")
        return after + (comma if comma > 1 else 0), False

    def _shared(self, text: str, found: Sequence[Span]) -> list[Span]:
        """Leading quantities without a verb of their own take that of the next which has one."""
        shared: list[Span] = []
        following: tuple[int, int] | None = None  # the verb and the end of the next that leads and has one
        for span in reversed(found):
            verb = self.predicate.search(text, span.quantity.bound_end, span.end) if span.leads else None
            if verb is not None:
                following = (verb.start(), span.end)
            elif not span.leads:
                following = None
            takes = span.leads and verb is None and following is not None
            shared.append(msgspec.structs.replace(span, shared=following) if takes else span)
        return shared[::-1]


def _without_and(text: str, end: int) -> int:
    """Where words end before `end` without the "và" that joins them to the next."""
    words = before(text, end)
    joined = _AND.search(words)
    return end - len(words) + joined.start() if joined else end


def _breaks(between: str, at: int) -> bool:
    """Whether a new subject may begin here: only behind what closes the words before it."""
    return bool(re.search(r"[,;(:]\s*$|(?<!\w)và\s*$", between[:at])) or between[at] in ",;(v"


def listed_indexes(text: str) -> list[tuple[int, int]]:
    """The parts of a subject that lists several indexes ("Chỉ số A, Chỉ số B"), or one part: all of it."""
    first = re.search(r"(?:các\s+)?chỉ\s+số", text, re.IGNORECASE)
    cuts = [match.end() for match in _LIST_OF_INDEXES.finditer(text) if first and match.end() > first.start()]
    if not cuts or first is None:
        return [(0, len(text))]
    bounds = [first.start(), *cuts, len(text)]
    return list(pairwise(bounds))

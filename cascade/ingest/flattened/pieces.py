"""Pieces of the lines of a flattened table: each lies within one cell, or within none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from cascade.ingest.flattened.marks import Mark
from cascade.ingest.flattened.words import NUMBER, Gap, Run, Starters
from cascade.model.domain import Domain

_LISTED = re.compile(r"[,;:+]$")
_JOINED = re.compile(r"[-–/(&≥≤<>]$")
_ENDED = re.compile(r"[.;:!?]$")
_LEVEL = "cấp"  # "của cấp trên" ends a cell, "trên" alone does not
_COUNT = "số"  # "số 12", but also "chuyển đổi số"
_LONGEST = 4  # words of a phrase that begins a cell
_GENERIC = 2  # words; a body's name that begins with so few ("Phòng", "Văn phòng") goes on


class Piece(msgspec.Struct, frozen=True):
    """Words `start` to `end` of the run, and what they look like from outside.

    `starts`: the kinds of cell that they may begin; `first`: their first letter. `open`: the words
    before go on here (after "của", a hyphen), `listed`: after a comma, `closed`: they end a sentence.
    `wide`: how wide it prints, `lead`: its first word. `whole`: it is a line of its own.
    `numbered`: a row number stands before it; `fresh`: an area heading does. `capital`:
    it begins with no small letter.
    """

    start: int
    end: int
    gap: Gap
    starts: frozenset[str]
    first: str
    wide: float
    lead: float
    open: bool = False
    listed: bool = False
    closed: bool = False
    whole: bool = False
    label: Mark | None = None
    numbered: bool = False
    fresh: bool = False
    capital: bool = True


class Anchors(msgspec.Struct, frozen=True):
    """What parts a run before any guess: labels by where they begin, words that are no cell's, row numbers,
    where pages and areas begin."""

    labels: Mapping[int, Mark]
    apart: Sequence[tuple[int, int]]
    numbers: frozenset[int]
    breaks: frozenset[int]
    fresh: frozenset[int]


class _Cut(msgspec.Struct):
    """A piece before it is looked at."""

    words: list[int]
    gap: Gap
    numbered: bool
    fresh: bool


def pieces(run: Run, start: int, end: int, anchors: Anchors, domain: Domain, *, values: bool) -> list[Piece]:
    """The pieces of the words `start` to `end`, those apart left out. `values`: some columns hold bare numbers."""
    cutter = _Cutter(run, anchors, domain, Starters(run, domain.phrases, values=values))
    return list(cutter.looked_at(list(cutter.cut(start, end))))


class _Cutter:
    def __init__(self, run: Run, anchors: Anchors, domain: Domain, starters: Starters) -> None:
        self.run, self.anchors, self.starters = run, anchors, starters
        phrases = domain.phrases
        ends = {unit.word for unit in domain.language.units}
        ends.update(phrase.split()[-1] for phrase in phrases.starters.get("due", ()))
        self.before_numbers = frozenset(phrases.dangling)
        self.dangling = self.before_numbers - ends - {_COUNT}  # a cell may well end with "huyện" or "hàng năm"
        self.inside = {at for mark in anchors.labels.values() for at in range(mark.start + 1, mark.end + 1)}

    def cut(self, start: int, end: int) -> Iterator[_Cut]:
        """The words in groups, none of which goes beyond a line or over what may begin a cell."""
        apart = {at for first, stop in self.anchors.apart for at in range(first, stop)}
        group: _Cut | None = None
        gap, numbered, fresh = Gap.PAGE, False, True
        for at in range(start, end):
            gap = max(gap, Gap.PAGE if at in self.anchors.breaks else self.run.gaps[at])
            numbered = numbered or at in self.anchors.numbers
            fresh = fresh or at in self.anchors.fresh
            if at in apart:
                continue
            if group is None or gap is not Gap.NONE or numbered or self._may_begin(at):
                if group is not None:
                    yield group
                group = _Cut([at], gap, numbered, fresh)
            else:
                group.words.append(at)
            gap, numbered, fresh = Gap.NONE, False, False
        if group is not None:
            yield group

    def _may_begin(self, at: int) -> bool:
        """Whether a cell may begin at a word in mid-line."""
        if at in self.anchors.labels:
            return True
        word = self.run.words[at].read
        if at in self.inside or self._is_open(at):
            return False
        if word[:1].isupper():
            return True
        starts = self.starters.at(at)
        return "unit" in starts or (bool(starts) and not word[:1].islower())

    def _is_open(self, at: int) -> bool:
        """Whether the words before a word go on with it."""
        return bool(_LISTED.search(self.run.words[at - 1].read)) or self._goes_on(at)

    def _goes_on(self, at: int) -> bool:
        last = self.run.words[at - 1].read
        if self._is_blank(at - 1):
            return False
        if _JOINED.search(last) or self._in_phrase(at):
            return True
        if self.run.words[at - 2].read.lower() == _LEVEL:
            return False
        return last.lower() in (self.before_numbers if NUMBER.fullmatch(self.run.bare[at]) else self.dangling)

    def _is_blank(self, at: int) -> bool:
        """Whether a dash stands for a value that there is none of: in a table of values, behind no number."""
        return (
            self.starters.values
            and self.run.words[at].read in ("-", "–", "x")
            and not self.run.words[at - 1].read[-1:].isdecimal()
        )

    def _in_phrase(self, at: int) -> bool:
        """Whether a word stands in the midst of words that begin a cell together: "Trước" | "31/12/2025"."""
        return any(
            at >= back and self.run.words[at - back].read[:1].isupper() and length > back
            for back in range(1, _LONGEST)
            for length in self.starters.at(at - back).values()
        )

    def _names_on(self, at: int) -> bool:
        """Whether a body's name, hardly begun, goes on with a word: "Phòng" | "Tư pháp"."""
        if not self.run.words[at].read[:1].isupper() or not self.starters.at(at).keys() <= {"agency"}:
            return False
        return any(
            at - back >= 0
            and self.run.words[at - back].read[:1].isupper()
            and self.starters.at(at - back).get("agency") == back
            for back in range(1, _GENERIC + 1)
        )

    def looked_at(self, cuts: Sequence[_Cut]) -> Iterator[Piece]:
        """The pieces with what they look like."""
        before: _Cut | None = None
        for place, cut in enumerate(cuts):
            first, stop = cut.words[0], cut.words[-1] + 1
            last = self.run.words[before.words[-1]].read if before else ""
            joined = before is not None and before.words[-1] == first - 1
            following = cuts[place + 1].gap if place + 1 < len(cuts) else Gap.BLANK
            letter = self.run.words[first].read.lstrip('“"(-+*[')[:1]
            yield Piece(
                first,
                stop,
                cut.gap,
                frozenset(self.starters.at(first)),
                letter,
                self.run.width(first, stop),
                self.run.width(first, first + 1),
                open=joined and (self._goes_on(first) or self._names_on(first)),
                listed=bool(_LISTED.search(last)),
                closed=bool(_ENDED.search(last)),
                whole=(cut.gap is not Gap.NONE or cut.numbered) and following is not Gap.NONE,
                label=self.anchors.labels.get(first),
                numbered=cut.numbered,
                fresh=cut.fresh,
                capital=not letter.islower(),
            )
            before = cut

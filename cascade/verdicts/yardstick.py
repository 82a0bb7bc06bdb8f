"""What a target is measured by: a measure of `rules/measures.yaml`, or one read from its own words.

A target that no measure fits says itself which way is better ("tối đa", "giảm", "trễ hẹn"), in which unit it
counts and how often in a year. Two targets are compared on the asked one's yardstick; an answer that is worded
inside out ("không quá 2% trễ hẹn" for "98% đúng hẹn") is turned first.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property
from typing import Literal

import msgspec

from cascade.model.bound import Bound, Relation, in_unit, number, plain
from cascade.model.measure import Measure
from cascade.model.plan import Target
from cascade.model.quantities import Quantities
from cascade.model.remembered import Remembered
from cascade.model.text import any_of, any_word_of, fold, nfc, plain_text
from cascade.model.words import Words
from cascade.verdicts.months import Months
from cascade.verdicts.ratios import Ratios
from cascade.verdicts.threshold import Thresholds

Better = Literal["higher", "lower"]
_HUNDRED, _HALF = Decimal(100), Decimal(50)
_LOW = r"(?<![\d.,/])(?P<low>\d{1,9}(?:[.,]\d{1,3})?)"
_COUNT = re.compile(rf"{_LOW}\s*(?P<unit>%|[^\W\d_]++(?: [^\W\d_]++)?+(?!\s*/\s*\d))")
_BESIDE = 25  # characters after a count within which what it counts is named
_BEHIND = 20  # characters after a number in which words stand that bind it from behind
_NEAR = 40  # characters before and after a number in which the words that bind it stand
_WAY: dict[Relation, Better] = {
    Relation.ABOVE: "higher",
    Relation.AT_LEAST: "higher",
    Relation.BELOW: "lower",
    Relation.AT_MOST: "lower",
}


class Reading(msgspec.Struct, frozen=True):
    """How a target's own words say to measure it. `better` None: the words contradict one another.

    `bad`: it counts things of which less is better; `rate`: how often a year the number is counted, if it says so.
    """

    better: Better | None
    unit: str
    bad: bool = False
    rate: int | None = None


class Yardsticks(msgspec.Struct, frozen=True, dict=True):
    """Reads targets by the words of `rules/quantities.yaml`."""

    words: Quantities

    def read(self, target: Target) -> Reading:
        """How the words of a target say to measure it."""
        asked = target.words, target.value
        found = self._known.get(asked)
        if found is None:
            found = self._known[asked] = self._reading(target)
        return found

    @cached_property
    def _known(self) -> dict[tuple[str, Bound], Reading]:
        return Remembered()

    def _reading(self, target: Target) -> Reading:
        text, value = plain_text(target.words), target.value
        if value.grade is not None:
            return Reading("higher", "grade")
        unit = self.unit(value.unit)
        bad = self._counts_bad(text, value, unit)
        part = unit == "%" or self.months.named(text)  # a number for half a year is no rate of two a year
        rate = None if part else self._rate(f"{text} {plain_text(value.unit or '')}")
        return Reading(self._better(text, value, unit, bad), unit, bad, rate)

    def _counts_bad(self, text: str, value: Bound, unit: str) -> bool:
        """Whether the number counts things of which less is better: a small share (nobody promises most of them),
        or a count of the things that it names beside it."""
        if value.low is None or (unit == "%" and value.low >= _HALF) or unit in self._durations:
            return False
        before, after = self._around(text, value)
        return self._has("bad", after[:_BESIDE]) or (unit == "%" and self._has("bad", before))

    def unit(self, unit: str | None) -> str:
        """A unit as it is compared: the first of those that count the same, without how often they are counted."""
        folded = self._often.sub("", fold(unit or "").strip())
        return self._units.get(folded, folded)

    @cached_property
    def _often(self) -> re.Pattern[str]:
        """How often something is counted, as a unit ends with it: "mẫu/tháng"."""
        every = (fold(word) for words in self.words.rates.values() for word in words if word.startswith("/"))
        return re.compile(rf"\s*(?:{any_of(every)})$")

    @cached_property
    def _units(self) -> dict[str, str]:
        return {fold(unit): fold(same[0]) for same in self.words.same_units for unit in same}

    @cached_property
    def months(self) -> Months:
        """Tells the part of a year for which a text says its number."""
        return Months(self.words)

    @cached_property
    def thresholds(self) -> Thresholds:
        """Tells from how many on a target is for something."""
        return Thresholds(self.words, self.unit)

    @cached_property
    def ratios(self) -> Ratios:
        """Tells ratios ("người/100.000 dân") among units."""
        return Ratios(self.words, self.unit)

    def _better(self, text: str, value: Bound, unit: str, bad: bool) -> Better | None:
        by_sign = _WAY.get(value.relation)
        waits = unit in self._durations and self._has("waiting", text)
        if unit in self._ranks:
            return "lower"
        around = self._around(text, value)
        if self._has("reduced", around[0]):
            return "lower" if self._has("remaining", around[0]) else "higher"
        bound = by_sign or self._bound(*around)
        if waits:
            return "lower" if bound != "higher" else None
        if bound is not None:
            return bound
        return "lower" if bad else "higher"

    def _around(self, text: str, value: Bound) -> tuple[str, str]:
        """What stands before and after the number."""
        if value.low is not None:
            shown = re.escape(plain(value.low))
            found = re.search(rf"(?<![\d.,])0*{shown}(?![\d])", text)
            if found:
                end = found.end()
                unit = plain_text(value.unit or "")
                end += len(unit) if "/" in unit and text[end:].lstrip().startswith(unit) else 0
                return text[max(0, found.start() - _NEAR) : found.start()], text[end : end + _NEAR]
        return text, ""

    def _bound(self, before: str, after: str) -> Better | None:
        """Which way the words beside a number bind it; the nearest of them counts."""
        most, least = self._last("at_most", before), self._last("at_least", before)
        if self._has("and_less", after[:_BEHIND]):
            return "lower"
        if self._has("and_more", after[:_BEHIND]):
            return "higher"
        if least == most:  # "không dưới" ends where "dưới" does
            return "higher" if least >= 0 else None
        return "lower" if most > least else "higher"

    def _last(self, name: str, text: str) -> int:
        """Where the last of some words ends in `text`; -1 where there is none."""
        ends = [found.end() for found in self._pattern(name).finditer(text)]
        return max(ends, default=-1)

    def _rate(self, text: str) -> int | None:
        for times, pattern in self._rates:
            if pattern.search(text):
                return times
        return None

    @cached_property
    def _rates(self) -> tuple[tuple[int, re.Pattern[str]], ...]:
        ordered = sorted(self.words.rates.items(), key=lambda rate: -int(rate[0]))
        return tuple((int(times), any_word_of(words)) for times, words in ordered)

    @cached_property
    def _durations(self) -> frozenset[str]:
        return frozenset(map(self.unit, self.words.durations))

    @cached_property
    def _ranks(self) -> frozenset[str]:
        return frozenset(map(self.unit, self.words.ranks))

    def _has(self, name: str, text: str) -> bool:
        return bool(self._pattern(name).search(text))

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {}

    def _pattern(self, name: str) -> re.Pattern[str]:
        if name not in self._patterns:
            self._patterns[name] = any_word_of(getattr(self.words, name))
        return self._patterns[name]

    def stated(self, text: str, asked: Bound) -> Bound | None:
        """The quantity in the unit of `asked` that a text states in passing, if it does."""
        if asked.unit == "%" and self._has("everyone", plain_text(text)):
            return Bound("100%", low=_HUNDRED, unit="%")
        if "/" in (asked.unit or ""):
            return self._stated_ratio(plain_text(text), asked)
        for found in _COUNT.finditer(plain_text(text)):
            words = found["unit"].split(" ")
            if self.unit(asked.unit) in {self.unit(" ".join(words[:size])) for size in (1, 2)}:
                return Bound(f"{found['low']} {asked.unit}", low=number(found["low"]), unit=asked.unit)
        return None

    def _stated_ratio(self, text: str, asked: Bound) -> Bound | None:
        """The quantity at just the ratio of `asked` that a text states."""
        found = re.search(rf"{_LOW}\s*(?:{any_of([plain_text(asked.unit or '')])})(?!\w)", text)
        return Bound(f"{found['low']} {asked.unit}", low=number(found["low"]), unit=asked.unit) if found else None

    def is_occasion(self, target: Target) -> bool:
        """Whether a target counts single occasions of a certain month or quarter."""
        words = plain_text(target.words)
        counts = self.unit(target.value.unit) in self._occasions
        return counts and self._rate(words) is None and bool(self._when.search(words))

    @cached_property
    def _occasions(self) -> frozenset[str]:
        return frozenset(map(self.unit, self.words.occasions))

    @cached_property
    def _when(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{any_of(self.words.parts_of_year)})\s+(?:\d|[ivx]+(?!\w))")

    def without_excepting(self, text: str) -> str:
        """What an exception names, without the words that make it one."""
        return self._pattern("excepting").sub(" ", plain_text(text))

    def grade_in(self, text: str) -> str | None:
        """The best grade that a text names as reached, where it names one."""
        words = plain_text(text)
        named = [
            grade
            for scale in self.words.grades
            for grade in scale
            if re.search(rf"(?:{any_of(self.words.graded)})\s+{re.escape(grade)}(?!\w)", words)
        ]
        return max(named, key=len, default=None)

    @cached_property
    def _around_grade(self) -> re.Pattern[str]:
        since, graded, more = map(any_of, (self.words.since, self.words.graded, self.words.and_more))
        return re.compile(rf"^(?:(?:{since}) )?(?:(?:{graded}) )?|(?: (?:{more}))$")

    def _bare(self, grade: str) -> str:
        return self._around_grade.sub("", nfc(grade).lower()).strip()

    def measure(self, target: Target) -> Measure | None:
        """A measure made of the target's own words; None where they do not tell which way is better."""
        read = self.read(target)
        if read.better is None:
            return None
        grade = target.value.grade
        grades: tuple[str, ...] = ()
        if grade is not None:
            grades = next((s for s in self.words.grades if fold(self._bare(grade)) in map(fold, s)), ())
        unit = target.value.unit or ""
        name = target.text.rstrip(". ;")
        return Measure("", 0, Words(name, name), unit, read.better, (), grades=grades)


def turned(bound: Bound) -> Bound:
    """A share turned inside out: at most 2% late is at least 98% on time."""
    low, high = bound.low, bound.high
    if low is None:
        return bound
    swap = {
        Relation.ABOVE: Relation.BELOW,
        Relation.BELOW: Relation.ABOVE,
        Relation.AT_LEAST: Relation.AT_MOST,
        Relation.AT_MOST: Relation.AT_LEAST,
    }
    relation = swap.get(bound.relation, bound.relation)
    ends = (_HUNDRED - low, None) if high is None else (_HUNDRED - high, _HUNDRED - low)
    shown = plain(ends[0]) if ends[1] is None else f"{plain(ends[0])}-{plain(ends[1])}"
    return Bound(f"{relation.value} {shown}%".strip(), relation, ends[0], ends[1], "%")


def counted(bound: Bound, total: Decimal) -> Bound:
    """A count of several occasions taken together."""
    return Bound(f"{plain(total)} {bound.unit or ''}".strip(), bound.relation, total, unit=bound.unit)


def scaled(bound: Bound, times: Decimal, unit: str | None) -> Bound:
    """A count brought from one rate to another, which is told in `unit`: one a quarter is four a year."""
    if bound.low is None:
        return bound
    low = bound.low * times
    high = bound.high * times if bound.high is not None else None
    shown = in_unit(plain(low) if high is None else f"{plain(low)}-{plain(high)}", unit)
    return Bound(f"{bound.relation.value} {shown}".strip(), bound.relation, low, high, unit)

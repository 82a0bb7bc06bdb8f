"""The quantities of a text: percentages, ranges, ranks, grades, durations, with the words that bind them.

A quantity is what a target commits to. Numbers of service levels, laws, dates and sections are
none; they are told apart by the unit that follows or the words before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from cascade.lexicon.passage import apart, before
from cascade.model.bound import number, plain
from cascade.model.doubt import Doubts, doubt
from cascade.model.phrases import Phrases
from cascade.model.text import any_of, fold, folded_same_length

Kind = Literal["percent", "rank", "grade", "amount", "class"]
Relation = Literal["", "at_least", "above", "at_most", "below"]
TIMES = frozenset({"ngày", "giờ", "phút"})
_NUM = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_TO = r"\s*(?:-|–|—|−|đến|tới|÷)\s*"
_PERCENT = re.compile(
    rf"(?<![\w.,/])(?P<low>{_NUM})\s*%?(?:{_TO}(?P<high>{_NUM}))?\s*(?:%|phần\s+trăm(?!\w))", re.IGNORECASE
)
_PAIR = re.compile(rf"\(\s*(?P<list>(?:{_NUM})\s*%(?:\s*[,;]\s*(?:{_NUM})\s*%)+)[^()]*\)")
_SERIES = re.compile(
    rf"(?<![\w.,/])(?P<list>(?:{_NUM})\s*%(?:\s*[,;]\s*(?:{_NUM})\s*%)*\s*(?:,|;|và)\s+(?:{_NUM})\s*%)", re.IGNORECASE
)
_IN_TURN = re.compile(r"lần lượt|tương ứng", re.IGNORECASE)
_NEAR = 60  # characters around a series within which it says that its values stand in the order of things named
_RANK = re.compile(
    r"\b(?:trong|thuộc|vào|nằm trong)?\s*(?:nhóm|top|tốp)\s+(?:thứ\s+|có\s+)?"
    r"(?P<low>\d{1,3})(?!\s*%)(?:\s*[-–]\s*\d{1,3})?"
    r"|\b(?:xếp|đứng|giữ|đạt)\s+(?:từ\s+)?(?:hạng\s+|thứ\s+|vị trí\s+){1,2}(?P<place>\d{1,3})(?:/\d+)?"
    r"|\b(?P<first>\d{1,2})\s+(?:tỉnh|huyện|xã|phường|đơn vị|địa phương)"
    r"(?:,\s+(?:thành phố|thị xã|thị trấn|phường|xã))*[^.;,]{0,30}\s+dẫn đầu",
    re.IGNORECASE,
)
_CLASS = re.compile(
    r"\b(?:trở thành|đạt|lên|là)\s+(?:[^\W\d_]+\s+){1,3}loại\s+(?P<low>\d|I{1,3}|IV|V)\b(?!\s*%)", re.IGNORECASE
)
_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5"}
_RISES = re.compile(
    r"(?:tăng|cải thiện|nâng)(?:\s+(?:thêm|lên|hạng|tối thiểu|ít nhất|từ|trên)){0,3}\s*$", re.IGNORECASE
)
_PLACES = "bậc"  # by which a rank rises, which is no rank
_LOST_HYPHEN = re.compile(r"^(\d{2})(\d{2,3})$")
_NOT_COUNTED = re.compile(r"(?:ngày|tháng|năm|quý|điều|khoản|số|mức độ|mức|mục|phụ lục|/|-)\s*$", re.IGNORECASE)


class Quantity(msgspec.Struct, frozen=True):
    """One quantity. `start`-`end` cover its number and unit; `bound_start` its binding words before,
    `bound_end` those after ("trở lên"). `values`: one text a value, as a plan file writes it, without sign."""

    kind: Kind
    start: int
    end: int
    values: tuple[str, ...]
    unit: str
    relation: Relation = ""
    bound_start: int = 0
    bound_end: int = 0
    doubts: Doubts = ()

    @property
    def top(self) -> str:
        """Its (only) value."""
        return self.values[0]


class Quantities:
    """Finds quantities with the phrases of `rules/reading.yaml`."""

    def __init__(self, phrases: Phrases) -> None:
        leading = {name: [p for p in found if "trở" not in p] for name, found in phrases.bounds.items()}
        trailing = {name: [p for p in found if "trở" in p] for name, found in phrases.bounds.items()}
        self._before = {
            name: re.compile(rf"(?<![\w<=>-])(?:{any_of(found)})\s*$", re.IGNORECASE) for name, found in leading.items()
        }
        self._typed = {
            name: re.compile(rf"(?<!\w)(?:{any_of(fold(one) for one in found if ' ' in one)})\s*$")
            for name, found in leading.items()
        }
        self._within = re.compile(rf"(?<!\w)(?:{any_of(phrases.around.get('within', ()))})\s*$", re.IGNORECASE)
        self._none = re.compile(
            rf"(?<![\w.,/])(?P<low>0|00)\s+(?P<unit>{any_of(phrases.counters)})(?!\w)", re.IGNORECASE
        )
        self._after = {
            name: re.compile(rf"[^.;%\d]{{0,3}}\s*(?:{any_of(found)})(?!\w)", re.IGNORECASE)
            for name, found in trailing.items()
        }
        self._grades = re.compile(
            rf"(?<!\w)(?:(?:đạt|xếp|được xếp|đánh giá)\s+)?(?:(?:mức|từ)\s+){{0,2}}(?P<kind>loại|mức|hạng|từ)\s+"
            rf"(?:từ\s+)?(?P<grade>{any_of(phrases.grades)})(?P<up>\s+trở\s+lên)?(?!\w)",
            re.IGNORECASE,
        )
        self._told_grades = re.compile(
            rf"\bxếp\s+loại\s[^.;:\d]{{0,60}}:\s*(?P<grade>{any_of(phrases.grades)})(?!\w)", re.IGNORECASE
        )
        units = {unit: names for unit, names in phrases.units.items() if unit != "%"}
        self._units = {name.lower(): unit for unit, names in units.items() for name in names}
        self._amount = re.compile(
            rf"(?<![\w.,/])(?P<low>{_NUM})(?:{_TO}(?P<high>{_NUM}))?\s+(?P<unit>{any_of(self._units)})(?!\w)",
            re.IGNORECASE,
        )
        words = any_of(["giảm", "cắt giảm", "tăng thêm", *(word for found in leading.values() for word in found)])
        self._not_ranked = re.compile(rf"\s*(?:{any_of(phrases.around.get('not_ranked', ()))})", re.IGNORECASE)
        self._count = re.compile(
            rf"(?<!\w)(?:{words})\s+(?P<low>{_NUM})\s+(?P<unit>{any_of(phrases.counters)})(?!\w)", re.IGNORECASE
        )

        typed = any_of(fold(word) for found in leading.values() for word in found if " " in word)
        self._count_typed = re.compile(
            rf"(?<!\w)(?:{typed})\s+(?P<low>{_NUM})\s+(?P<unit>{any_of(map(fold, phrases.counters))})(?!\w)"
        )

    def find(self, text: str) -> tuple[Quantity, ...]:
        """Every quantity of `text`, in order."""
        found = [*self._pairs(text), *self._percents(text), *self._ranks(text), *self._classes(text)]
        found += [*self._amounts(text), *self._counts(text)]
        shares = [one.start for one in found if one.kind == "percent"]
        found += [one for one in self._graded(text) if not _beside(text, one, shares)]
        kept = apart(found, len(text))
        return tuple(self._bound(text, one) for one in sorted(kept, key=lambda one: one.start))

    def is_within(self, text: str, one: Quantity) -> bool:
        """Whether a time is bound by no more than "trong"."""
        return bool(self._within.fullmatch(text, one.bound_start, one.start))

    def _pairs(self, text: str) -> list[Quantity]:
        """`(20%, 15%)`, "lần lượt đạt 30%, 20% và 15%": values listed for several tiers."""
        in_turn = (
            match
            for match in _SERIES.finditer(text)
            if _IN_TURN.search(text, max(0, match.start() - _NEAR), match.end() + _NEAR)
        )
        return [
            Quantity(
                "percent",
                *match.span("list"),
                tuple(f"{v.strip(' %')}%" for v in re.split(r"\s*(?:[,;]\s|và\s)\s*", match["list"])),
                "%",
            )
            for match in (*_PAIR.finditer(text), *in_turn)
        ]

    def _percents(self, text: str) -> list[Quantity]:
        return [_percent(match) for match in _PERCENT.finditer(text)]

    def _ranks(self, text: str) -> list[Quantity]:
        found = []
        for match in _RANK.finditer(text):
            value = match["low"] or match["place"] or match["first"]
            if match["low"] and self._not_ranked.match(text, match.end()):
                continue
            doubts = doubt("ranks-read-as-first") if re.search(r"nhóm\s+thứ", match[0]) else ()
            found.append(Quantity("rank", *match.span(), (value,), "hạng", doubts=doubts))
        return found

    def _classes(self, text: str) -> list[Quantity]:
        return [
            Quantity("class", *match.span(), (f"= {_ROMAN.get(match['low'].upper(), match['low'])}",), "loại")
            for match in _CLASS.finditer(text)
        ]

    def _amounts(self, text: str) -> list[Quantity]:
        found = []
        for match in self._amount.finditer(text):
            unit = self._units[" ".join(match["unit"].lower().split())]
            words = before(text, match.start())
            if _NOT_COUNTED.search(words):
                continue
            if match["unit"].lower() == _PLACES and _RISES.search(words):
                unit = _PLACES
            value = _range(match["low"], match["high"])
            found.append(Quantity("amount", *match.span(), (f"{value} {unit}",), unit))
        return found

    def _counts(self, text: str) -> list[Quantity]:
        """A number of things, only behind a binding word ("ít nhất 02 mô hình", "ít nhât"), or none of them."""
        return [
            Quantity(
                "amount", *match.span("low"), (self._counted(text, match),), text[slice(*match.span("unit"))].lower()
            )
            for match in (
                *self._none.finditer(text),
                *self._count.finditer(text),
                *self._count_typed.finditer(folded_same_length(text)),
            )
        ]

    def _counted(self, text: str, match: re.Match[str]) -> str:
        unit = text[slice(*match.span("unit"))].lower()
        return f"{'' if number(match['low']) else '= '}{_plain(match['low'])} {unit}"

    def _graded(self, text: str) -> list[Quantity]:
        return [
            Quantity("grade", *match.span(), (match["grade"].lower(),), "")
            for match in self._grades.finditer(text)
            if match["up"] or match["kind"].lower() != "từ"
        ] + [
            Quantity("grade", *match.span("grade"), (match["grade"].lower(),), "")
            for match in self._told_grades.finditer(text)
        ]

    def _bound(self, text: str, one: Quantity) -> Quantity:
        """The quantity with the words that bind it, before and after."""
        relation: Relation = ""
        start, end = one.start, one.end
        while True:
            words = before(text, start)
            hit = _longest(self._before, words) or _longest(self._typed, folded_same_length(words))
            if hit is None:
                break
            if not relation or relation == "at_least":
                relation = hit[1] if hit[1] != "at_least" or not relation else relation  # type: ignore[assignment]
            start -= len(words) - hit[0].start()
        if not relation and one.unit in TIMES and (within := self._within.search(before(text, start))):
            relation, start = "at_most", start - (within.end() - within.start())
        for name, pattern in self._after.items():
            match = pattern.match(text, end)
            if match:
                relation = relation if relation in {"above", "below"} else name  # type: ignore[assignment]
                end = match.end()
        return msgspec.structs.replace(one, relation=relation, bound_start=start, bound_end=end)


def _longest(patterns: Mapping[str, re.Pattern[str]], words: str) -> tuple[re.Match[str], str] | None:
    """The longest phrase that words end with, and what it says."""
    return max(
        ((match, name) for name, pattern in patterns.items() if (match := pattern.search(words))),
        key=lambda pair: pair[0].end() - pair[0].start(),
        default=None,
    )


def _beside(text: str, grade: Quantity, shares: Sequence[int]) -> bool:
    """Whether a grade stands in one clause with a share: it is what the share has ("90% UBND xã đạt loại tốt")."""
    start = max(text.rfind(";", 0, grade.start), text.rfind(". ", 0, grade.start))
    ends = [end for mark in (";", ". ") if (end := text.find(mark, grade.end)) >= 0]
    first = bisect_left(shares, start)
    return first < len(shares) and shares[first] < min(ends, default=len(text))


def _percent(match: re.Match[str]) -> Quantity:
    low, high = match["low"], match["high"]
    doubts: Doubts = ()
    if high is not None and number(high) <= number(low):
        low, high = (high, low) if number(high) < number(low) else (low, None)
    torn = lost_hyphen(low) if high is None else None
    if torn is not None:
        low, high = torn
        doubts = lost_hyphen_doubt(match["low"], low, high)
    return Quantity("percent", *match.span(), (f"{_range(low, high)}%",), "%", doubts=doubts)


def lost_hyphen(printed: str) -> tuple[str, str] | None:
    """The ends of a range of per cents whose hyphen print has lost ("5560"); None for any other number."""
    torn = _LOST_HYPHEN.match(printed)
    return (torn[1], torn[2]) if torn and int(torn[1]) < int(torn[2]) <= 100 else None


def lost_hyphen_doubt(printed: str, low: str, high: str) -> Doubts:
    """What a person should know of such a range."""
    return doubt("hyphen-lost", printed=f"{printed}%", read=f"{low}-{high}%")


def _range(low: str, high: str | None) -> str:
    return _plain(low) if high is None else f"{_plain(low)}-{_plain(high)}"


def _plain(text: str) -> str:
    return plain(number(text))

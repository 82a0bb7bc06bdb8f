"""The quantities of a text: percentages, ranges, ranks, grades, durations, with the words that bind them.

A quantity is what a target commits to. Numbers of service levels, laws, dates and sections are
none; they are told apart by the unit that follows or the words before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from cascade.lexicon.passage import apart, before
from cascade.model.bound import BASE, PER_THOUSAND, in_unit, number, plain
from cascade.model.doubt import Doubts, doubt
from cascade.model.phrases import Phrases
from cascade.model.text import any_of, fold, folded_same_length

Kind = Literal["percent", "rank", "grade", "amount", "class"]
Relation = Literal["", "at_least", "above", "at_most", "below"]
TIMES = frozenset({"ngày", "giờ", "phút"})
APART = r"(?:[1-9](?:[ \xa0]\d){1,2}|10[ \xa0]0|1[ \xa0]00)"
"""As a pattern: a number whose digits stand apart."""
_JOINT = "\x1f"
"""Stands, while quantities are sought, for a space within a number."""
_NUM = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:\x1f\d+)*(?:[.,]\d+)?"
_TO = r"\s*(?:-|–|—|−|~|đến|tới|÷)\s*"
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
_REACHED = 40  # characters before a sum within which it is said to be reached
_YEAR = re.compile(r"20\d\d")
_LOST_HYPHEN = re.compile(r"^(\d{2})(\d{2,3})$")
_TELLS = re.compile(r"(?<!\w)(?!phấn đấu\s)(?<!mỗi\s)[^\W\d_]+\s+có\s+(?:(?:mới|thêm)\s+)*$", re.IGNORECASE)
_NO_MORE = re.compile(r"(?<!\w)không\s+(?:[^\W\d_]+\s+){1,4}quá\s*$", re.IGNORECASE)
_MONEY = re.compile(
    rf"(?<![\w.,/])(?P<low>{_NUM})(?:{_TO}(?P<high>{_NUM}))?\s+(?P<unit>(?:(?:nghìn|triệu|tỷ|tỉ)\s+){{0,2}}đồng)(?!\w)",
    re.IGNORECASE,
)
_THING = r"[^\W\d_]+(?:\s+[^\W\d_]+){0,3}"
_NOT_COUNTED = re.compile(r"(?:ngày|tháng|năm|quý|điều|khoản|số|mức độ|mức|mục|phụ lục|/|-)\s*$", re.IGNORECASE)


class Quantity(msgspec.Struct, frozen=True):
    """One quantity. `start`-`end` cover its number and unit; `bound_start` its binding words before,
    `bound_end` those after ("trở lên"). `values`: one text a value, as a plan file writes it, without sign.
    `bare`: a sum of money, or a number of things, that no word binds, which is promised among aims alone."""

    kind: Kind
    start: int
    end: int
    values: tuple[str, ...]
    unit: str
    relation: Relation = ""
    bound_start: int = 0
    bound_end: int = 0
    doubts: Doubts = ()
    bare: bool = False

    @property
    def top(self) -> str:
        """Its (only) value."""
        return self.values[0]


class Quantities:
    """Finds quantities with the phrases of `rules/reading.yaml`."""

    def __init__(self, phrases: Phrases) -> None:
        around, grades, counters = phrases.around, any_of(phrases.grades), any_of(phrases.counters)
        self._relations = {fold(phrase): name for name, found in phrases.bounds.items() for phrase in found}
        every = [phrase for found in phrases.bounds.values() for phrase in found]
        leading = [phrase for phrase in every if "trở" not in phrase]
        self._leading = re.compile(rf"(?<![\w<=>-])(?P<bound>{any_of(leading)})\s*$", re.IGNORECASE)
        spelt = any_of(fold(phrase) for phrase in leading if " " in phrase)
        self._misspelt = re.compile(rf"(?<!\w)(?P<bound>{spelt})\s*$")
        trailing = any_of(phrase for phrase in every if "trở" in phrase)
        self._trailing = re.compile(rf"[^.;%\d]{{0,3}}\s*(?P<bound>{trailing})(?!\w)", re.IGNORECASE)
        self._up = re.compile(rf"[^.;,:%\d]{{0,40}}(?<!\w)(?:{trailing})(?!\w)", re.IGNORECASE)
        self._within = re.compile(rf"(?<!\w)(?:{any_of(around.get('within', ()))})\s*$", re.IGNORECASE)
        self._grades = re.compile(
            rf"(?<!\w)(?:(?:đạt|xếp|được xếp|đánh giá)\s+)?(?:(?:mức|từ)\s+){{0,2}}(?P<kind>loại|mức|hạng|từ)\s+"
            rf"(?:từ\s+)?(?P<grade>{grades})(?P<up>\s+trở\s+lên)?(?!\w)",
            re.IGNORECASE,
        )
        self._told_grades = re.compile(rf"\bxếp\s+loại\s[^.;:\d]{{0,60}}:\s*(?P<grade>{grades})(?!\w)", re.IGNORECASE)
        units = {unit: names for unit, names in phrases.units.items() if unit != "%"}
        self._units = {name.lower(): unit for unit, names in units.items() for name in names}
        unit = rf"\s*[%‰]|\s*phần\s+trăm(?!\w)|\s+(?:{any_of([*self._units, *phrases.counters])})(?!\w)"
        self._broken = re.compile(
            rf"(?<![\w.,/%]){APART}"
            rf"(?=(?:,\d+)?(?:{unit}|{_TO}\d[\d \xa0]{{0,4}}(?:,\d+)?(?:{unit})))",
            re.IGNORECASE,
        )
        ordinals = any_of(around.get("ordinals", ()))
        self._ordinal = re.compile(rf"(?<!\w)(?:{ordinals})\s*$", re.IGNORECASE)
        self._amount = re.compile(
            rf"(?<![\w.,/])(?P<low>{_NUM})(?:{_TO}(?P<high>{_NUM}))?\s+(?P<unit>{any_of(self._units)})(?!\w)",
            re.IGNORECASE,
        )
        self._not_ranked = re.compile(rf"\s*(?:{any_of(around.get('not_ranked', ()))})", re.IGNORECASE)
        noun = rf"(?!(?:{any_of([*around.get('not_counted', ()), *self._units])})(?!\w))[^\W\d_]{{2,}}"
        self._count = re.compile(
            rf"(?<![\w.,/])(?P<number>(?P<low>{_NUM})(?:{_TO}(?P<high>{_NUM}))?)\s+"
            rf"(?:(?P<counter>{counters})|(?P<noun>{noun}(?:\s+{noun})?))(?!\w)",
            re.IGNORECASE,
        )
        self._by = re.compile(rf"(?<!\w)(?:{any_of(around.get('counted_by', ()))})\s*$", re.IGNORECASE)
        self._vague = frozenset(around.get("vague_bounds", ()))
        counting = around.get("counting", ())
        self._has, self._does = (
            re.compile(rf"(?<!\w)(?:{any_of(words)})\s*$", re.IGNORECASE) for words in (counting, phrases.verbs)
        )
        self._reaches = re.compile(rf"(?<!\w)(?:{any_of(around.get('reaches', ()))})(?!\w)", re.IGNORECASE)
        per, many = any_of(around.get("per", ())), any_of(around.get("per_many", ()))
        self._ratio = re.compile(
            rf"(?<![\w.,/])(?P<low>{_NUM})(?:{_TO}(?P<high>{_NUM}))?\s*(?P<unit>{PER_THOUSAND}|phần\s+nghìn(?!\w)|"
            rf"(?:{_THING}\s*)?/\s*(?:{BASE}\s+(?:{per})|{many})(?!\w))",
            re.IGNORECASE,
        )
        self._sited = re.compile(rf"(?:{any_of(around.get('sited', ()))})(?!\w)", re.IGNORECASE)

    def find(self, text: str, *, bare: bool = False) -> tuple[Quantity, ...]:
        """Every quantity of `text`, in order; those that no word binds only where `bare` ones are asked for. A number
        whose digits stand apart ("8 0%") is read whole, with a doubt."""
        joined = self._broken.sub(self._joined, text)
        found = self._found(joined, bare=bare)
        return found if joined is text else tuple(_doubted(joined, one) for one in found)

    def _joined(self, match: re.Match[str]) -> str:
        """Digits that stand apart, as one number of the same length; not behind a word whose number the first is."""
        if self._ordinal.search(before(match.string, match.start())):
            return match[0]
        return match[0].replace(" ", _JOINT).replace("\xa0", _JOINT)

    def _found(self, text: str, *, bare: bool) -> tuple[Quantity, ...]:
        found = [
            *self._ratios(text),
            *_listed(text),
            *map(_percent, _PERCENT.finditer(text)),
            *self._ranks(text),
            *_classes(text),
        ]
        found = [self._bound(text, one) for one in (*found, *self._amounts(text))]
        found += [one for one in (*self._sums(text), *self._counts(text)) if bare or not one.bare]
        shares = [one.start for one in found if one.kind == "percent"]
        found += [self._bound(text, one) for one in self._graded(text) if not _beside(text, one, shares)]
        return tuple(sorted(apart(found, len(text)), key=lambda one: one.start))

    def is_within(self, text: str, one: Quantity) -> bool:
        """Whether a time is bound by no more than "trong"."""
        return bool(self._within.fullmatch(text, one.bound_start, one.start))

    def _ranks(self, text: str) -> Iterator[Quantity]:
        for match in _RANK.finditer(text):
            value = match["low"] or match["place"] or match["first"]
            if not (match["low"] and self._not_ranked.match(text, match.end())):
                doubts = doubt("ranks-read-as-first") if re.search(r"nhóm\s+thứ", match[0]) else ()
                yield Quantity("rank", *match.span(), (value,), "hạng", doubts=doubts)

    def _amounts(self, text: str) -> Iterator[Quantity]:
        for match in self._amount.finditer(text):
            unit = self._units[" ".join(match["unit"].lower().split())]
            words = before(text, match.start())
            if match["unit"].lower() == _PLACES and _RISES.search(words):
                unit = _PLACES
            if not _NOT_COUNTED.search(words):
                value = _range(match["low"], match["high"])
                yield Quantity("amount", *match.span(), (f"{value} {unit}",), unit)

    def _ratios(self, text: str) -> Iterator[Quantity]:
        """Numbers of things per many others: "6 người/100.000 dân", "15‰"."""
        for match in self._ratio.finditer(text):
            printed = " ".join(match["unit"].lower().split())
            unit = re.sub(r"\s*/\s*", "/", printed) if "/" in printed else PER_THOUSAND
            yield Quantity("amount", *match.span(), (in_unit(_range(match["low"], match["high"]), unit),), unit)

    def _sums(self, text: str) -> Iterator[Quantity]:
        """Sums of money that are reached ("đạt 18,6 tỷ đồng"); any other only pays for something."""
        for match in _MONEY.finditer(text):
            unit = " ".join(match["unit"].lower().split())
            value = f"{_range(match['low'], match['high'])} {unit}"
            one = self._bound(text, Quantity("amount", *match.span(), (value,), unit))
            words = text[max(0, one.bound_start - _REACHED) : one.start]
            if any(
                not words[said.end() : one.bound_start - one.start].strip() for said in self._reaches.finditer(words)
            ):
                yield msgspec.structs.replace(one, bare=one.relation not in {"at_least", "above"})

    def _counts(self, text: str) -> Iterator[Quantity]:
        """A number of things: only where a word binds it ("ít nhất 02 mô hình", "ít nhât"), or none of them. Things
        of whatever kind are counted, where the word before them means nothing else ("trên 63 tỉnh")."""
        for match in self._count.finditer(text):
            counter, thing = match["counter"], match["counter"] or match["noun"]
            zero = counter and not number(_read(match["low"]))
            unit = thing if thing.isupper() else " ".join(thing.lower().split())
            value = f"{'= ' if zero else ''}{_range(match['low'], match['high'])} {unit}"
            one = self._bound(text, Quantity("amount", *match.span("number"), (value,), unit))
            words = before(text, one.bound_start)
            vague = text[one.bound_start : one.start].strip().lower() in self._vague
            done = self._has.search(words) or (self._does.search(words) and not self._sited.match(thing))
            vague = vague and not self._up.match(text, match.end())
            binds = one.relation and (not vague or done)
            if binds or zero or (counter and self._by.search(words)):
                yield one
            elif not (_YEAR.fullmatch(match["low"]) or self._not_ranked.match(text, match.end("number"))):
                ranged = match["high"] and text[one.bound_start : one.start].strip()
                tells = _TELLS.search(words)  # "xã có 02 mô hình" tells what there is, "có 02 mô hình" what is aimed at
                if (done and not tells) or ranged or words.rstrip().endswith(";"):
                    yield msgspec.structs.replace(one, bare=True)

    def _graded(self, text: str) -> Iterator[Quantity]:
        for match in self._grades.finditer(text):
            if match["up"] or match["kind"].lower() != "từ":
                yield Quantity("grade", *match.span(), (match["grade"].lower(),), "")
        for match in self._told_grades.finditer(text):
            yield Quantity("grade", *match.span("grade"), (match["grade"].lower(),), "")

    def _bound(self, text: str, one: Quantity) -> Quantity:
        """The quantity with the words that bind it, before and after."""
        relation: Relation = ""
        start, end = one.start, one.end
        if no_more := _NO_MORE.search(before(text, start)):
            relation, start = "at_most", start - (no_more.end() - no_more.start())
        while True:
            words = before(text, start)
            hit = self._leading.search(words) or self._misspelt.search(folded_same_length(words))
            if hit is None:
                break
            if relation in {"", "at_least"}:
                relation = self._relation(hit)
            start -= len(words) - hit.start()
        if not relation and one.unit in TIMES and (within := self._within.search(before(text, start))):
            relation, start = "at_most", start - (within.end() - within.start())
        hit = self._trailing.match(text, end)
        if hit is not None:
            relation, end = relation if relation in {"above", "below"} else self._relation(hit), hit.end()
        return msgspec.structs.replace(one, relation=relation, bound_start=start, bound_end=end)

    def _relation(self, hit: re.Match[str]) -> Relation:
        return self._relations[fold(" ".join(hit["bound"].split()))]  # type: ignore[return-value]


def _listed(text: str) -> Iterator[Quantity]:
    """`(20%, 15%)`, "lần lượt đạt 30%, 20% và 15%": values listed for several tiers."""
    in_turn = (
        match
        for match in _SERIES.finditer(text)
        if _IN_TURN.search(text, max(0, match.start() - _NEAR), match.end() + _NEAR)
    )
    for match in (*_PAIR.finditer(text), *in_turn):
        values = re.split(r"\s*(?:[,;]\s|và\s)\s*", match["list"])
        read = tuple(f"{_read(value).strip(' %')}%" for value in values)
        yield Quantity("percent", *match.span("list"), read, "%")


def _classes(text: str) -> Iterator[Quantity]:
    for match in _CLASS.finditer(text):
        yield Quantity("class", *match.span(), (f"= {_ROMAN.get(match['low'].upper(), match['low'])}",), "loại")


def _beside(text: str, grade: Quantity, shares: Sequence[int]) -> bool:
    """Whether a grade stands in one clause with a share: it is what the share has ("90% UBND xã đạt loại tốt")."""
    start = max(text.rfind(";", 0, grade.start), text.rfind(". ", 0, grade.start))
    ends = [end for mark in (";", ". ") if (end := text.find(mark, grade.end)) >= 0]
    first = bisect_left(shares, start)
    return first < len(shares) and shares[first] < min(ends, default=len(text))


def _percent(match: re.Match[str]) -> Quantity:
    low, high = _read(match["low"]), match["high"] and _read(match["high"])
    doubts: Doubts = ()
    start = match.start()
    if high is not None and _YEAR.fullmatch(low):
        low, high, start = high, None, match.start("high")
    if high is not None and number(high) <= number(low):
        low, high = (high, low) if number(high) < number(low) else (low, None)
    torn = lost_hyphen(low) if high is None else None
    if torn is not None:
        low, high = torn
        doubts = lost_hyphen_doubt(_read(match["low"]), low, high)
    return Quantity("percent", start, match.end(), (f"{_range(low, high)}%",), "%", doubts=doubts)


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
    return plain(number(_read(text)))


def _read(text: str) -> str:
    """A number without the spaces within it."""
    return text.replace(_JOINT, "")


def _doubted(text: str, one: Quantity) -> Quantity:
    """The quantity, doubted where its number was printed apart."""
    printed = text[one.start : one.end]
    if _JOINT not in printed:
        return one
    told = apart_doubt(printed.replace(_JOINT, " ").strip(), ", ".join(one.values))
    return msgspec.structs.replace(one, doubts=(*one.doubts, *told))


def apart_doubt(printed: str, read: str) -> Doubts:
    """What a person should know of a number whose digits stand apart."""
    return doubt("digits-apart", printed=printed, read=read)

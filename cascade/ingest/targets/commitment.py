"""What binds a plan: each quantity that is no result and no cap, for each tier and index that it is for, with its
yearly rise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

import msgspec

from cascade.lexicon.passage import before
from cascade.lexicon.quantities import Quantity, Relation
from cascade.lexicon.spans import Span, Spans, listed_indexes
from cascade.lexicon.tagged import Lexicon, Tagged
from cascade.model.bound import number
from cascade.model.doubt import doubt
from cascade.model.plan import Growth
from cascade.model.text import any_of

_GROWS = re.compile(r"(?:mỗi|hàng|hằng|từng)\s+năm[^.;%]{0,40}tăng[^.;%]{0,30}$", re.IGNORECASE)
_GROWS_AFTER = re.compile(r"[^.;%\d]{0,15}(?:mỗi|hàng|hằng)\s+năm", re.IGNORECASE)
_RISE = re.compile(r"tăng[^.;%]{0,30}$", re.IGNORECASE)
_RISES = re.compile(r"(?:tăng|cao hơn|vượt)(?:\s+(?:thêm|lên|từ|khoảng|bình quân)){0,2}\s*$", re.IGNORECASE)
_COMPARED = re.compile(r"[^,;.%\d]{0,40}so\s+với", re.IGNORECASE)
_SINCE = re.compile(r"(?:từ năm|giai đoạn|kể từ)\s+(?P<year>20\d{2})", re.IGNORECASE)
_UNTIL = re.compile(r"(?:đến khi|tới khi|cho đến|cho tới|đến mức)(?:\s+\w+){0,3}\s*$", re.IGNORECASE)
_GOES_TO = re.compile(
    r"(?:\s+[^\W\d_]+){0,6}?\s*(?:\([^)]*\)\s*|(?:vào\s+)?(?:cuối\s+)?năm\s+20\d{2}\s*)?"
    r"(?:(?<!trở )lên|xuống(?:\s+còn)?|tăng lên|thành(?!\s+(?:viên|phố|phần|tích))|còn)\s",
    re.IGNORECASE,
)
_TIERS = re.compile(r"cấp\s+(?:tỉnh|huyện|xã)(?:\s*(?:,|và|&)\s*(?:cấp\s+)?(?:huyện|xã))+", re.IGNORECASE)
_OF_COMMUNES = re.compile(r"\s*(?:tổng\s+)?(?:số\s+)?(?:các\s+)?(?:xã|phường)(?!\w|\s+hội)", re.IGNORECASE)
_YEARS = re.compile(r"năm\s+20\d\d(?:\s*(?:,|và|;)\s*(?:năm\s+)?20\d\d)+", re.IGNORECASE)
_TIER_WORDS = {"tỉnh": "province", "huyện": "district", "xã": "commune"}
_NO_PAIR = re.compile(r"(?:giữa|từ|tại bộ phận[^,;]*)\s*$", re.IGNORECASE)
_JOINS = re.compile(r"\W*\w*\W*(?:,|và|đến)\s*(?:ủy ban nhân dân|UBND)?\s*", re.IGNORECASE)
_OTHER_SIDE: dict[Relation, Relation] = {"below": "at_least", "above": "at_most"}
Role = Literal["level", "rise", "growth", "cap"]


class Commitment(msgspec.Struct):
    """A target on its way: what has been read of one quantity so far. `part`: the words that name what is measured;
    `goes_on_from` to `subject_end`: the subject that it shares with the value before it; `reaches`: where what
    belongs to it ends, as a yearly rise or an exception in a sentence of its own does. `continues`: it is another
    value of what the target before it is about, `part_of_other`: of a part of that; `rises`: a rise, and no level;
    `year`: its own, where years and values are listed in turn."""

    span: Span
    value: str
    tier: str | None
    part: tuple[int, int]
    growth: Growth | None = None
    goes_on_from: int | None = None
    subject_end: int | None = None
    reaches: int = 0
    continues: bool = False
    part_of_other: bool = False
    rises: bool = False
    year: int | None = None

    @property
    def start(self) -> int:
        """Where its own words begin."""
        return min(self.span.start, self.part[0])

    @property
    def extent(self) -> tuple[int, int]:
        """All words that it takes."""
        span = self.span
        start = self.start if self.goes_on_from is None else self.goes_on_from
        return start, max(span.own_end, self.reaches)

    @property
    def shared_subject(self) -> tuple[int | None, int | None]:
        """Where the subject of the first of several values begins and ends, where it stands before it."""
        if self.span.leads:
            return None, None
        if self.goes_on_from is not None:
            return self.goes_on_from, self.subject_end
        return self.span.start, self.span.quantity.bound_start

    def measured(self, text: str) -> str:
        """The words that say what it is about."""
        return " ".join(text[slice(*part)] for part in (self.part, self.span.shared) if part)


class Commitments:
    """Finds commitments with the phrases of `rules/reading.yaml`."""

    def __init__(self, lexicon: Lexicon) -> None:
        phrases, around = lexicon.domain.phrases, lexicon.domain.phrases.around
        told = {
            name: any_of(around.get(name, ()))
            for name in ("conditions", "states", "told", "remarks", "shares", "reached", "judging")
        }
        aimed = any_of([*phrases.hedges, *around.get("aimed", ())])
        self.condition = re.compile(rf"(?<!\w)(?:{told['conditions']})(?!\w)(?:(?!\bthì\b)[^.;])*$", re.IGNORECASE)
        self.state = re.compile(
            rf"(?:(?<!so với )(?<!như )(?<!\w)(?:{told['states']})|\(\s*(?:{told['remarks']}))(?!\w)"
            rf"(?:(?!(?<!\w)(?:{aimed})(?!\w)|[.;]\s).)*$"
            rf"|(?:^|[.!?]\s)\W*(?:{told['told']})(?!\w)[^.;:,]{{0,80}}(?<!\d)20\d\d\s*[,:]"
            rf"(?:(?!(?<!\w)(?:{aimed})(?!\w)|\.\s).)*$"
            rf"|^(?:(?!(?<!\w)(?:{aimed})(?!\w)|[.;]\s).)*\((?:{told['shares']})\s*$"
            rf"|(?<!\w)(?:{told['judging']})\s[^.;%]*\scó\s[^.;%]*$"
            rf"|(?<!\w)(?:{told['reached']})(?:\s+(?:trên|gần|khoảng|là))?\s*$|năm\s+20\d{{2}}\s+là\s*$",
            re.IGNORECASE,
        )
        self.risen = re.compile(rf"(?<!\w)(?:{any_of(around.get('risen_from', ()))})\s*$", re.IGNORECASE)
        self.shared = re.compile(rf"[^.;%]{{0,120}}\(\s*(?:{told['shares']})\s", re.IGNORECASE)
        self.vocabulary, self.spans = lexicon.vocabulary, Spans(phrases)

    def find(self, tagged: Tagged, quantities: Sequence[Quantity]) -> list[Commitment]:
        """The commitments of a passage among its quantities, in order."""
        text = tagged.text
        binding = [held for one in quantities if (held := self._held(text, one)) is not None]
        caps = [one for one in binding if _role(text, one) == "cap"]
        found: list[Commitment] = []
        for span in self.spans.of(text, binding, tagged.sentences):
            role = _role(text, span.quantity)
            if role == "growth":
                _grow(text, span, _risen(found, span), caps)
            elif role == "level" or (role == "rise" and not (found and found[-1].span.clause == span.clause)):
                found += self._of_span(text, span, rises=role == "rise")  # else a remark on the level before it
        return found

    def _held(self, text: str, one: Quantity) -> Quantity | None:
        """A quantity as what is promised: where it says when someone answers for the outcome ("nếu để tỷ lệ … thấp
        hơn 97%"), the other side of it; None where it tells what is there already, or promises nothing."""
        words = before(text, one.start)
        if self.state.search(words) or (self.risen.search(words) and _GOES_TO.match(text, one.end)):
            return None
        if one.bare and self.shared.match(text, one.end):
            return None
        if not self.condition.search(before(text, one.bound_start)):
            return one
        if one.kind != "percent" or one.relation not in _OTHER_SIDE:
            return None
        return msgspec.structs.replace(one, relation=_OTHER_SIDE[one.relation], doubts=doubt("answered-for"))

    def _of_span(self, text: str, span: Span, *, rises: bool) -> list[Commitment]:
        """One quantity may bind several tiers or several indexes."""
        one, part = span.quantity, (span.start, span.end)
        if not span.leads and one.kind != "class":
            parts = listed_indexes(text[span.start : one.bound_start])
            if len(parts) > 1:
                tier = self.vocabulary.tier_of(text[span.start : span.end])
                return [Commitment(span, one.top, tier, (span.start + a, span.start + b)) for a, b in parts]
        listed = _TIERS.search(text, *span.clause)
        if listed and (len(one.values) > 1 or _binds_both(text, span, listed)):
            tiers = [_TIER_WORDS[word.lower()] for word in re.findall(r"tỉnh|huyện|xã", listed[0], re.IGNORECASE)]
            values = one.values if len(one.values) == len(tiers) else one.values[:1] * len(tiers)
            return [Commitment(span, value, tier, part, rises=rises) for tier, value in zip(tiers, values, strict=True)]
        listed = _YEARS.search(text, *span.clause) if len(one.values) > 1 else None
        years = [int(year) for year in re.findall(r"20\d\d", listed[0])] if listed else []
        in_turn = years if len(years) == len(one.values) else [None] * len(one.values)
        tier = self._tier(text, span)
        return [
            Commitment(span, value, tier, part, rises=rises, year=year)
            for value, year in zip(one.values, in_turn, strict=True)
        ]

    def _tier(self, text: str, span: Span) -> str | None:
        """The tier that the words of a quantity name, none where they name two at once; "của xã" counts only in
        what is measured, not in what is done to it ("… được thực hiện trên phần mềm của xã")."""
        if span.quantity.kind == "percent" and _OF_COMMUNES.match(text, span.quantity.bound_end):
            return "commune"
        own = text[span.quantity.bound_end : span.end] if span.leads else text[span.start : span.end]
        for part in (own, text[slice(*span.shared)] if span.shared else ""):
            predicate = self.spans.predicate.search(part)
            stop = predicate.start() if predicate else len(part)
            named = [
                (at, level)
                for at, level in self.vocabulary.tiers_in(part)
                if at < stop or not part[at : at + 3].lower().startswith("của")
            ]
            if named:
                at, level = named[0]
                also = [one for one in named[1:] if one[1] != level]
                return None if also and _JOINS.fullmatch(part, at + len("cấp tỉnh"), also[0][0]) else level
        return None


def _per_cent(quantity: Quantity) -> Decimal:
    """The number of a quantity without its unit, the lower of a range."""
    return number(quantity.top.strip("%").split("-")[0].split(" ")[0])


def _role(text: str, one: Quantity) -> Role:
    """What a quantity does: most are levels to reach; one is a yearly rise, or where that ends, or says by how much
    something is to rise against an earlier year."""
    words = before(text, one.bound_start)
    if _UNTIL.search(words):
        return "cap"
    if _GROWS.search(words) or (_RISE.search(words) and _GROWS_AFTER.match(text, one.bound_end)):
        return "growth"
    rises = one.kind == "percent" and _RISES.search(words) and _COMPARED.match(text, one.bound_end)
    return "rise" if rises else "level"


def _risen(found: Sequence[Commitment], span: Span) -> list[Commitment]:
    """The values that a yearly rise raises: those of its own clause, or of its sentence, that have no rise yet; where
    it has a sentence of its own, those of the one before it."""
    free = [one for one in found if one.growth is None]
    beside = [one for one in free if one.span.clause == span.clause]
    beside = beside or [one for one in free if one.span.sentence == span.sentence]
    return beside or [one for one in free if one.span.sentence == free[-1].span.sentence]


def _grow(text: str, span: Span, found: Sequence[Commitment], caps: Sequence[Quantity]) -> None:
    """A yearly rise belongs to the values before it."""
    cap = next((one for one in caps if one.start > span.quantity.start), None)
    since = _SINCE.search(text, span.sentence[0], span.quantity.start)
    growth = Growth(_per_cent(span.quantity), int(since["year"]) if since else None, _per_cent(cap) if cap else None)
    for one in found:
        one.growth = growth
        one.reaches = max(one.reaches, cap.bound_end if cap else 0, span.end)


def _binds_both(text: str, span: Span, listed: re.Match[str]) -> bool:
    """Whether one value is for each of the tiers named: they stand where the measured is named, and are not two
    ends of something ("liên thông từ cấp tỉnh, huyện")."""
    own = span.start <= listed.start() < span.end or span.clause[0] <= listed.start() < span.quantity.end
    return own and not _NO_PAIR.search(before(text, listed.start()))

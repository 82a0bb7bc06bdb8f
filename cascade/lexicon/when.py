"""Which of the horizons that a paragraph names is that of a quantity."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from cascade.lexicon.horizon import Found, Horizon
from cascade.lexicon.passage import before
from cascade.lexicon.quantities import Quantity
from cascade.lexicon.spans import Span
from cascade.lexicon.tagged import Tagged
from cascade.model.plan import Window

BASELINE = re.compile(
    r"so\s+với\s+(?:(?:cuối|đầu|cùng kỳ|số giao|mức|mức đạt|kết quả|thực hiện|kế hoạch)\s+)?năm\s+(?P<year>20\d{2})"
    r"|so\s+với\s+(?:(?:thời điểm|ngày)\s+){0,2}\d{1,2}/\d{1,2}/(?P<of_day>20\d{2})",
    re.IGNORECASE,
)
"""A year that a value is compared with, which is no horizon."""
_REACH = 120  # characters on either side of a horizon in which a quantity may be its own
_COMPARED = re.compile(r"so với\s*$", re.IGNORECASE)
_LEADS_TO = re.compile(r"\s*(?:đạt|giảm|tăng)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s(]*(?:đối với|ngay|ngay trong)?\s*", re.IGNORECASE)
_VALUE_OF_ITS_OWN = re.compile(r"\s*(?::|là|đạt|xếp|chiếm|mới|chỉ)\s*(?:\w+\s+){0,2}\d", re.IGNORECASE)
_COMPLETED = re.compile(r"\s*(?:hoàn thành|xong)\s+(?P<when>(?:[^;.%\d]|\d(?!\s*%))*)", re.IGNORECASE)
_OPENING = re.compile(r"[\W\d_]|mục tiêu|chỉ tiêu|từ|bảo đảm|đảm bảo", re.IGNORECASE)


class When(msgspec.Struct, frozen=True):
    """The horizons of one paragraph: `named` in its words, `above` in its heading."""

    text: str
    named: Sequence[Found]
    quantities: Sequence[Quantity]
    opening: Found | None
    above: Horizon | None

    @classmethod
    def of(
        cls,
        tagged: Tagged,
        quantities: Sequence[Quantity],
        above: Horizon | None,
        period: Window | None,
        hedges: re.Pattern[str],
    ) -> When:
        """The horizons of a paragraph with its quantities. A period that is the plan's own sets none."""
        text = tagged.text
        named = [one for one in tagged.horizons(period) if not one.loose or _outside(one, period)]
        first = named[0] if named else None
        opens = first and quantities and first.end <= quantities[0].start and _opens(text, first, hedges)
        return cls(text, named, quantities, first if opens else None, above)

    def applies(self, span: Span) -> tuple[Horizon | None, tuple[int, int] | None]:
        """The horizon named nearest, and where: before the quantity in its clause, in its own words, at the
        opening of the paragraph, at the end of the clause, in the heading above."""
        clause = self._within(*span.clause)
        ahead = [one for one in clause if self._leads(one, span)]
        behind = [one for one in clause if self._trails(one, span)]
        if behind and _follows(self.text, behind[0], span.quantity):
            ahead = []
        opening = [self.opening] if self.opening and not self._is_anothers(self.opening, span) else []
        closing = self._closing(clause, span) or self._completing(span)
        for found in (ahead[-1:], behind[:1], opening, closing, self._loose(span)):
            if found:
                return found[0].horizon, (found[0].start, found[0].end)
        return self.above, None

    def _within(self, start: int, end: int) -> Sequence[Found]:
        first = bisect_left(self.named, start, key=_at)
        return self.named[first : bisect_left(self.named, end, key=_at)]

    def _leads(self, one: Found, span: Span) -> bool:
        """Whether a horizon stands before a quantity and is no other quantity's."""
        if one.end > span.quantity.start or _is_baseline(self.text, one):
            return False
        first = bisect_left(self.quantities, max(span.clause[0], one.start - _REACH), key=_at)
        last = bisect_left(self.quantities, min(span.quantity.start, one.end + _REACH), key=_at)
        return not any(_owns(self.text, one, other) for other in self.quantities[first:last])

    def _trails(self, one: Found, span: Span) -> bool:
        """Whether a horizon stands in the words behind a quantity."""
        end = max(span.end, span.shared[1] if span.shared else 0)
        compared = _COMPARED.search(before(self.text, one.start)) or _VALUE_OF_ITS_OWN.match(self.text, one.end)
        return span.quantity.end <= one.start < end and not one.loose and not compared

    def _closing(self, clause: Sequence[Found], span: Span) -> Sequence[Found]:
        """A horizon that closes a clause in which none else stands is of all its values."""
        if len(clause) != 1 or clause[0].loose or clause[0].end <= span.quantity.end:
            return []
        closes = not self.text[clause[0].end : span.clause[1]].strip(" .;)")
        return clause if closes and not (_is_baseline(self.text, clause[0]) or self._is_step(clause[0])) else []

    def _completing(self, span: Span) -> Sequence[Found]:
        """A horizon that has the next clause for itself ("…; hoàn thành trong quý III năm 2026")."""
        done = _COMPLETED.match(self.text, span.clause[1])
        return [one for one in self._within(done.start("when"), done.end("when") + 1) if not one.loose] if done else []

    def _is_step(self, one: Found) -> bool:
        """Whether a horizon is the year of the one value right before it ("…, 50% vào năm 2027")."""
        last = bisect_left(self.quantities, one.start, key=_at)
        return one.horizon.kind == "in" and last > 0 and _follows(self.text, one, self.quantities[last - 1])

    def _is_anothers(self, opening: Found, span: Span) -> bool:
        """Whether the year that opens a paragraph is that of its first value alone ("Năm 2026 đạt 70%, …")."""
        first = self.quantities[0]
        return opening.horizon.kind == "in" and first.start < span.quantity.start and _owns(self.text, opening, first)

    def _loose(self, span: Span) -> Sequence[Found]:
        """The last period named before a quantity."""
        for one in reversed(self.named[: bisect_left(self.named, span.quantity.start, key=_at)]):
            if one.loose and one.end <= span.quantity.start:
                return [one]
        return []


def _at(one: Found | Quantity) -> int:
    return one.start


def _outside(named: Found, period: Window | None) -> bool:
    """Whether a period named is another than the plan's own: a stage of it, or one that ends with another year."""
    if period is None or named.horizon.year is None:
        return False
    return named.horizon.year != period.last or (named.since or 0) > period.first


def _is_baseline(text: str, one: Found) -> bool:
    return bool(BASELINE.search(text, max(0, one.start - 12), one.end))


def _owns(text: str, horizon: Found, quantity: Quantity) -> bool:
    """Whether a horizon is of one quantity alone: right behind it, or right before its verb."""
    near = 0 <= quantity.start - horizon.end < 40
    return _follows(text, horizon, quantity) or (near and bool(_LEADS_TO.match(text, horizon.end)))


def _follows(text: str, horizon: Found, quantity: Quantity) -> bool:
    """Whether a horizon stands right behind a quantity, and not before a value of its own ("60% (năm 2023: 45%)")."""
    if horizon.start < quantity.bound_end or _VALUE_OF_ITS_OWN.match(text, horizon.end):
        return False
    return bool(_BETWEEN.fullmatch(text, quantity.bound_end, horizon.start))


def _opens(text: str, horizon: Found, hedges: re.Pattern[str]) -> bool:
    return not _OPENING.sub("", hedges.sub("", text[: horizon.start]))

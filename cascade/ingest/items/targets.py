"""Targets: every quantity that commits the plan, with its measure, bound, horizon, tier and the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

import msgspec

from cascade.ingest.item import Read, Trace
from cascade.ingest.items.measures import Measures, Recognised
from cascade.ingest.items.quantity import Quantities, Quantity
from cascade.ingest.items.spans import PREDICATE, Span, listed_indexes, spans
from cascade.ingest.passage import Passage
from cascade.ingest.sections.horizon import Found, Horizon, horizons
from cascade.ingest.sections.outline import Entry
from cascade.ingest.vocabulary import Vocabulary, any_of
from cascade.model.bound import number, parse_bound
from cascade.model.domain import Domain
from cascade.model.plan import Growth, Target, Window
from cascade.model.text import fold

_GROWS = re.compile(r"(?:mỗi|hàng|hằng|từng)\s+năm[^.;%]{0,40}tăng[^.;%]{0,30}$", re.IGNORECASE)
_GROWS_AFTER = re.compile(r"^[^.;%\d]{0,15}(?:mỗi|hàng|hằng)\s+năm", re.IGNORECASE)
_RISE = re.compile(r"tăng[^.;%]{0,30}$", re.IGNORECASE)
_SINCE = re.compile(r"(?:từ năm|giai đoạn|kể từ)\s+(?P<year>20\d{2})", re.IGNORECASE)
_UNTIL = re.compile(r"(?:đến khi|tới khi|cho đến|cho tới|đến mức)(?:\s+\w+){0,3}\s*$", re.IGNORECASE)
_BASELINE = re.compile(r"so\s+với\s+(?:cuối\s+|đầu\s+)?năm\s+(?P<year>20\d{2})", re.IGNORECASE)
_FROM_BEFORE = re.compile(r"(?:từ mức|so với mức|hiện (?:nay )?(?:là|đạt)|đã đạt|mới đạt|từ)\s*$", re.IGNORECASE)
_GOES_TO = re.compile(
    r"^\s*(?:\([^)]*\)\s*|(?:vào\s+)?(?:cuối\s+)?năm\s+20\d{2}\s*)?(?:lên|xuống(?:\s+còn)?|tăng lên)\s", re.IGNORECASE
)
_RESULT = re.compile(
    r"\(\s*(?:năm|kết quả|hiện)[^()]*(?:đạt|là)\s*$|(?:đã|mới chỉ|chỉ)\s+đạt\s*(?:trên\s*)?$|năm\s+20\d{2}\s+(?:là|đã đạt)\s*$",
    re.IGNORECASE,
)
_TWO_TIERS = re.compile(r"cấp\s+(?:tỉnh|huyện|xã)(?:\s*(?:,|và|&)\s*(?:cấp\s+)?(?:huyện|xã))+", re.IGNORECASE)
_TIER_WORDS = {"tỉnh": "province", "huyện": "district", "xã": "commune"}
Committed = tuple[Read[Target], tuple[int, int]]
_STEP = re.compile(r"(?:(?:mỗi|hàng|hằng|từng)\s+năm|năm\s+20\d{2})\s+(?:giảm|cắt giảm|tinh giản)\s", re.IGNORECASE)
_FILLERS = re.compile(
    r"(?<!\w)(?:năm|đến|vào|trong|đó|đạt|từ|trở lên|tối thiểu|ít nhất|trên|và|đối với|ở|tại|các|cấp|tỉnh|huyện|xã|là|tỷ lệ|này|còn|lại|mức|số|"
    r"giảm|tăng|thêm|toàn trình|%)(?!\w)|[^\w\s]",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\d\s*(?:(?:triệu|tỷ|tỉ|nghìn)\s+)?đồng(?!\s+bộ)", re.IGNORECASE)
_TIER_LAST = re.compile(r"[\s:,]*(?:(?:ở|tại|đối với)\s+)?cấp\s+(?:tỉnh|huyện|xã)\W*$", re.IGNORECASE)
_TIMES = {"ngày", "giờ", "phút"}
_NUMBERED = re.compile(r"^.*?\d\s*%\s*")
_CONFIDENCE = {"percent": 0.95, "rank": 0.9, "grade": 0.85, "amount": 0.9, "class": 0.7}


class Commitment(msgspec.Struct):
    """A target on its way: what has been read of one quantity so far."""

    span: Span
    value: str
    tier: str | None
    part: tuple[int, int]  # the words that name what is measured
    traces: list[Trace]
    growth: Growth | None = None
    goes_on_from: int | None = None  # where the subject begins that it shares with the value before it
    subject_end: int | None = None
    reaches: int = 0  # where what belongs to it ends: a yearly rise, an exception in a sentence of its own


class TargetReader:
    """Reads the targets of paragraphs and cells."""

    def __init__(self, domain: Domain, vocabulary: Vocabulary, period: Window | None) -> None:
        self.domain, self.vocabulary, self.period = domain, vocabulary, period
        self.quantities = Quantities(domain.phrases)
        self.before: Target | None = None  # the target read just before, in the same paragraph
        self.subject: Commitment | None = None  # and its words
        self.measures = Measures(domain)
        self.hedges = re.compile(rf"(?<!\w)(?:{any_of(domain.phrases.hedges)})(?!\w)", re.IGNORECASE)
        outside = [phrase for phrase in domain.phrases.exceptions if phrase != "riêng"]
        self.exception = re.compile(
            rf"\(\s*(?P<inside>(?:{any_of(domain.phrases.exceptions)})\s[^()]*)\)|(?<!\w)(?P<bare>(?:{any_of(outside)})\s[^.;]*)",
            re.IGNORECASE,
        )
        self.alone = re.compile(r"(?<=[.;])\s*(?P<text>Riêng\s[^.]*thực\s+hiện[^.]*)\.?", re.IGNORECASE)

    def read(self, entry: Entry, *, in_tasks: bool) -> tuple[Committed, ...]:
        """The targets of one paragraph or cell, each with the words it takes; their ids are the entry's, numbered."""
        passage = entry.paragraph.passage
        text = passage.text
        every = self.quantities.find(text)
        quantities = [one for one in every if self._commits(text, one)]
        if not quantities:
            return ()
        found: list[Commitment] = []
        for span in spans(text, quantities):
            if self._is_cap(text, span.quantity):
                continue
            if self._is_growth(text, span.quantity):
                self._grow(text, span, found, quantities)
                continue
            found += self._commitments(passage, span)
        named = horizons(text)
        reads: list[Read[Target] | None] = []
        for one in found:
            earlier = [(read.item, other) for read, other in zip(reads, found, strict=False) if read is not None]
            self.before, self.subject = earlier[-1] if earlier else (None, None)
            reads.append(self._target(entry, one, named, every, in_tasks=in_tasks))
        kept = [(read, one) for read, one in zip(reads, found, strict=True) if read is not None]
        return tuple(
            (
                msgspec.structs.replace(read, item=msgspec.structs.replace(read.item, id=_numbered(entry.id, index))),
                self._extent(one.span, one),
            )
            for index, (read, one) in enumerate(kept)
        )

    def _commits(self, text: str, one: Quantity) -> bool:
        before, after = text[: one.start], text[one.end :]
        if _RESULT.search(before):
            return False
        return not (_FROM_BEFORE.search(before) and _GOES_TO.match(after))

    def _is_cap(self, text: str, one: Quantity) -> bool:
        return bool(_UNTIL.search(text[: one.bound_start]))

    def _is_growth(self, text: str, one: Quantity) -> bool:
        before = text[: one.bound_start]
        if _GROWS.search(before):
            return True
        return bool(_RISE.search(before)) and bool(_GROWS_AFTER.match(text[one.bound_end :]))

    def _grow(self, text: str, span: Span, found: list[Commitment], quantities: Sequence[Quantity]) -> None:
        """A yearly rise belongs to the value before it."""
        per_year = _decimal(span.quantity)
        caps = [one for one in quantities if one.start > span.quantity.start and self._is_cap(text, one)]
        since = _SINCE.search(text[span.sentence[0] : span.quantity.start])
        growth = Growth(per_year, int(since["year"]) if since else None, _decimal(caps[0]) if caps else None)
        for one in found:
            if one.growth is None:
                one.growth = growth
                one.reaches = max(one.reaches, *(cap.bound_end for cap in caps[:1]), span.end)

    def _commitments(self, passage: Passage, span: Span) -> list[Commitment]:
        """One quantity may bind several tiers or several indexes."""
        text, one = passage.text, span.quantity
        own = text[span.start : span.end]
        if not span.leads and one.kind in {"rank", "grade", "percent", "amount"}:
            parts = listed_indexes(text[span.start : one.bound_start])
            if len(parts) > 1:
                return [
                    Commitment(span, one.top, self._tier(own), (span.start + a, span.start + b), []) for a, b in parts
                ]
        listed = _TWO_TIERS.search(text, span.clause[0], span.clause[1])
        part = (span.start, span.end)
        if listed and (len(one.values) > 1 or self._binds_both(text, span, listed)):
            tiers = [_TIER_WORDS[word.lower()] for word in re.findall(r"tỉnh|huyện|xã", listed[0], re.IGNORECASE)]
            values = one.values if len(one.values) == len(tiers) else one.values[:1] * len(tiers)
            return [Commitment(span, value, tier, part, []) for tier, value in zip(tiers, values, strict=True)]
        return [Commitment(span, value, self._tier_of(text, span), part, []) for value in one.values]

    def _binds_both(self, text: str, span: Span, listed: re.Match[str]) -> bool:
        """Whether one value is for each of the tiers named: nothing but them in a place that names the measured."""
        own = span.start <= listed.start() < span.end or span.clause[0] <= listed.start() < span.quantity.end
        return own and not re.search(r"(?:giữa|từ|tại bộ phận[^,;]*)\s*$", text[: listed.start()], re.IGNORECASE)

    def tier_of(self, text: str) -> str | None:
        """The first tier that a text names, as a cell of a table does."""
        return self._tier(text)

    def exception_of(self, text: str) -> str | None:
        """What a text excepts, as a cell of a table does."""
        found = self.exception.search(text)
        return _tidy(found["inside"] or found["bare"]) if found else None

    def _tier(self, text: str) -> str | None:
        found = self.vocabulary.tiers_in(text)
        return found[0][1] if found else None

    def _tier_of(self, text: str, span: Span) -> str | None:
        """The tier that the words of a quantity name; "của xã" counts only in what is measured, not in
        what is done to it ("… được thực hiện trên phần mềm của xã")."""
        words = text[span.quantity.bound_end : span.end] if span.leads else text[span.start : span.end]
        shared = text[slice(*span.shared)] if span.shared else ""
        for part in (words, shared):
            predicate = PREDICATE.search(part)
            stop = predicate.start() if predicate else len(part)
            named = [
                level
                for at, level in self.vocabulary.tiers_in(part)
                if at < stop or not part[at:].lower().startswith("của")
            ]
            if named:
                return named[0]
        return None

    def _target(
        self, entry: Entry, one: Commitment, named: Sequence[Found], quantities: Sequence[Quantity], *, in_tasks: bool
    ) -> Read[Target] | None:
        passage, span = entry.paragraph.passage, one.span
        text, quantity = passage.text, span.quantity
        measured = self._measured(text, one, entry)
        recognised = self._recognise(measured, text, one, entry)
        if self._is_no_target(entry, quantity, recognised, in_tasks=in_tasks):
            return None
        value = _value(quantity, one.value, recognised)
        parse_bound(value)
        horizon, where = self._horizon(entry, span, named, quantities)
        if horizon is not None and horizon.kind == "in" and self._is_past(horizon):
            return None
        baseline = _BASELINE.search(text, quantity.end, span.clause[1]) or _BASELINE.match(text, *span.clause)
        hedge = self._hedge(text, span)
        exception, one.reaches = self._exception(text, span, one.reaches)
        doubts = [quantity.doubt, _direction_doubt(quantity, recognised)]
        if recognised is None and _MONEY.search(text, *span.clause):
            return None
        start, end = self._extent(span, one)
        traces = [
            Trace.of("value", value, passage, quantity.bound_start, quantity.bound_end),
            *([Trace("measure", recognised.measure.id, recognised.phrase)] if recognised else []),
            *([Trace.of("horizon", _said(horizon), passage, *where)] if horizon and where else []),
            *([Trace("horizon", _said(horizon), entry.section.heading)] if horizon and not where else []),
        ]
        sure = _CONFIDENCE[quantity.kind] * (recognised.sure if recognised else 0.8) - (0.25 if any(doubts) else 0)
        target = Target(
            id="",
            text=self._said(passage, one, start, end),
            value=parse_bound(value),
            measure=recognised.measure.id if recognised else None,
            by=horizon.year if horizon and horizon.kind == "by" else None,
            in_year=horizon.year if horizon and horizon.kind == "in" else None,
            yearly=horizon is not None and horizon.kind == "yearly",
            tier=one.tier,
            lines=passage.lines(start, end),
            area=entry.section.area if recognised is None else None,
            growth=one.growth,
            baseline=int(baseline["year"]) if baseline else None,
            hedge=fold_hedge(hedge, self.domain) if hedge else None,
            exception=exception,
            doubt=" ".join(doubt for doubt in doubts if doubt) or None,
            where="tasks" if in_tasks else None,
            restored=passage.restored(start, end),
            confidence=round(max(0.1, sure), 2),
        )
        return Read(target, tuple(traces))

    def _is_no_target(self, entry: Entry, quantity: Quantity, recognised: Recognised | None, *, in_tasks: bool) -> bool:
        """Amounts and grades outside the aims commit only where they are on a known measure."""
        if recognised is not None:
            return False
        if quantity.kind in {"grade", "class"}:
            return in_tasks or quantity.kind == "grade"
        if quantity.kind == "amount":
            return quantity.relation == "" or (in_tasks and quantity.unit in _TIMES)
        return False

    def _measured(self, text: str, one: Commitment, entry: Entry) -> str:
        """The words that say what is measured, with those that the quantity shares with another."""
        own = text[slice(*one.part)]
        if one.span.shared:
            own = f"{own} {text[slice(*one.span.shared)]}"
        return own

    def _recognise(self, measured: str, text: str, one: Commitment, entry: Entry) -> Recognised | None:
        unit = one.span.quantity.unit
        sentence = text[slice(*one.span.sentence)]
        step = _STEP.search(text[one.span.clause[0] : one.span.quantity.bound_start])
        if step and self.before is not None:
            if self.before.measure in self.stepped:
                return Recognised(self.domain.measures[self.before.measure], step[0], 0.8)
            words = f"{step[0]} {_NUMBERED.sub('', self.before.restored or self.before.text)}"
            found = self.measures.recognise(words, unit, phrases_only=True, among=self.stepped)
            if found is not None:
                return found
        own = self.measures.recognise(measured, unit)
        if own is not None or not (self._continues(measured) or one.span.quantity.kind == "rank"):
            return own or self.measures.recognise(f"{entry.section.heading} {measured}", unit)
        if self.before is not None and self.before.measure is not None and self.before.value.unit == unit:
            one.goes_on_from, one.subject_end = self._shared_subject()
            return Recognised(self.domain.measures[self.before.measure], measured, 0.9)
        return self.measures.recognise(sentence, unit, phrases_only=True)

    def _shared_subject(self) -> tuple[int | None, int | None]:
        """Where the subject of the first of several values begins and ends, where it stands before it."""
        if self.subject is None or self.subject.span.leads:
            return None, None
        if self.subject.goes_on_from is not None:
            return self.subject.goes_on_from, self.subject.subject_end
        return self.subject.span.start, self.subject.span.quantity.bound_start

    def _continues(self, measured: str) -> bool:
        """Whether a quantity's own words name no thing: a year or a tier for a value of what was said before."""
        rest = re.sub(r"\([^()]*\)|\d[\d.,]*%?", " ", measured)
        for pattern in (self.hedges, _STEP, _FILLERS):
            rest = pattern.sub(" ", rest)
        return len(rest.split()) <= 2

    @cached_property
    def stepped(self) -> frozenset[str]:
        """The measures of what is cut or raised a year: those that a phrase of "mỗi năm" names."""
        return frozenset(
            measure.id
            for measure in self.domain.measures.values()
            if any(_STEP.search(f"{phrase} ") or "từng năm" in phrase for phrase in measure.phrases)
        )

    def _said(self, passage: Passage, one: Commitment, start: int, end: int) -> str:
        """The words of the target; where it goes on from another, with the subject that both share."""
        own = passage.printed(one.span.start, end).strip(" ;,.-+")
        if start == min(one.span.start, one.part[0]):
            return passage.printed(start, end).strip(" ;,.-+")
        stop = one.subject_end or start
        subject = _TIER_LAST.sub("", passage.printed(start, stop)).strip(" ;,.-+:")
        return f"{subject} … {own}"

    def _extent(self, span: Span, one: Commitment) -> tuple[int, int]:
        start = min(span.start, one.part[0]) if one.goes_on_from is None else one.goes_on_from
        return start, max(span.end, span.shared[1] if span.shared else 0, one.reaches)

    def _horizon(
        self, entry: Entry, span: Span, named: Sequence[Found], quantities: Sequence[Quantity]
    ) -> tuple[Horizon | None, tuple[int, int] | None]:
        """The horizon named nearest: in the quantity's own words, before it in the clause, at the
        opening of the paragraph, in the heading above."""
        usable = [one for one in named if not one.loose or self._outside(one.horizon)]
        text = entry.paragraph.passage.text
        clause = [one for one in usable if span.clause[0] <= one.start < span.clause[1]]
        others = [one for one in quantities if one is not span.quantity]
        before = [
            one
            for one in clause
            if one.end <= span.quantity.start
            and not _BASELINE.search(text[max(0, one.start - 12) : one.end])
            and not any(_owns(text, one, other) for other in others if other.start < span.quantity.start)
        ]
        after = [
            one
            for one in clause
            if span.quantity.end <= one.start < max(span.end, span.shared[1] if span.shared else 0)
            and not one.loose
            and not re.search(r"so với\s*$", text[: one.start], re.IGNORECASE)
        ]
        if after and _follows(text, after[0], span.quantity):
            before = []
        opening = [
            one for one in usable if one.end <= min(q.start for q in quantities) and _opens(text, one, self.hedges)
        ]
        for found in (before[-1:], after[:1], opening[:1], self._closing(text, clause, span)):
            if found:
                return found[0].horizon, (found[0].start, found[0].end)
        loose = [one for one in usable if one.loose and one.end <= span.quantity.start]
        if loose:
            return loose[-1].horizon, (loose[-1].start, loose[-1].end)
        return entry.section.horizon, None

    def _closing(self, text: str, clause: Sequence[Found], span: Span) -> list[Found]:
        """A horizon that closes a clause in which none else stands is of all its values."""
        if len(clause) != 1 or clause[0].loose or clause[0].end <= span.quantity.end:
            return []
        closes = not text[clause[0].end : span.clause[1]].strip(" .;)")
        return list(clause) if closes and not _BASELINE.search(text[max(0, clause[0].start - 12) : clause[0].end]) else []

    def _outside(self, horizon: Horizon) -> bool:
        """Whether a period named is another than the plan's own."""
        return self.period is not None and horizon.year is not None and horizon.year != self.period.last

    def _is_past(self, horizon: Horizon) -> bool:
        """Whether a value is of a year before the plan: a result, not a commitment."""
        return self.period is not None and horizon.year is not None and horizon.year < self.period.first

    def _hedge(self, text: str, span: Span) -> str | None:
        found = list(self.hedges.finditer(text, span.sentence[0], span.quantity.start))
        return found[-1][0].lower() if found else None

    def _exception(self, text: str, span: Span, reaches: int) -> tuple[str | None, int]:
        """What is excepted, and where the words that belong to the target end."""
        stop = max(span.end, span.shared[1] if span.shared else 0, span.clause[1])
        found = self.exception.search(text, span.quantity.end, stop)
        if found:
            return _tidy(found["inside"] or found["bare"]), reaches
        alone = self.alone.search(text, span.sentence[1] - 1)
        return (_tidy(alone["text"]), max(reaches, alone.end())) if alone else (None, reaches)


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" .;,")


def fold_hedge(hedge: str, domain: Domain) -> str:
    """A hedge in its one spelling: the first phrase of the list stands for its misprints."""
    first = domain.phrases.hedges[0]
    return first if fold(hedge) == fold(first) else hedge


def _owns(text: str, horizon: Found, quantity: Quantity) -> bool:
    """Whether a horizon is of one quantity alone: right behind it, or right before its verb."""
    if _follows(text, horizon, quantity):
        return True
    leads_to = re.match(r"\s*(?:đạt|giảm|tăng)\b", text[horizon.end :], re.IGNORECASE)
    return bool(leads_to) and 0 <= quantity.start - horizon.end < 40


def _follows(text: str, horizon: Found, quantity: Quantity) -> bool:
    return horizon.start - quantity.bound_end >= 0 and not text[quantity.bound_end : horizon.start].strip(" (")


def _opens(text: str, horizon: Found, hedges: re.Pattern[str]) -> bool:
    before = hedges.sub("", text[: horizon.start])
    return not re.sub(r"[\W\d_]|mục tiêu|chỉ tiêu|từ", "", before, flags=re.IGNORECASE)


def _said(horizon: Horizon) -> str:
    return "yearly" if horizon.kind == "yearly" else f"{horizon.kind}: {horizon.year}"


def _decimal(quantity: Quantity) -> Decimal:
    return number(quantity.top.strip("%").split("-")[0].split(" ")[0])


def _value(quantity: Quantity, value: str, recognised: Recognised | None) -> str:
    """The bound as a plan file writes it: plain where it binds the better way, with a sign otherwise."""
    if quantity.kind in {"grade", "class", "rank"} or "-" in value:
        return value
    lower = recognised is not None and recognised.measure.better == "lower"
    signs = {
        "": "",
        "above": "> ",
        "below": "< ",
        "at_least": ">= " if lower else "",
        "at_most": "" if lower else "<= ",
    }
    return f"{signs[quantity.relation]}{value}"


def _direction_doubt(quantity: Quantity, recognised: Recognised | None) -> str | None:
    if recognised is None or (quantity.kind != "amount" and quantity.kind != "percent"):
        return None
    lower = recognised.measure.better == "lower"
    if (lower and quantity.relation in {"at_least", "above"}) or (
        not lower and quantity.relation in {"at_most", "below"}
    ):
        wanted = "tối đa" if lower else "tối thiểu"
        return f"Mức in ngược chiều: thước đo này chỉ có nghĩa với “{wanted}”; giữ như in."
    return None


def _numbered(entry_id: str, index: int) -> str:
    return entry_id if index == 0 else f"{entry_id}.{index + 1}"

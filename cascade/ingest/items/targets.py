"""Targets: every quantity that commits the plan, with its measure, bound, horizon, tier and the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

import msgspec

from cascade.ingest.item import Read, Trace
from cascade.ingest.items.accents import Accents
from cascade.ingest.items.commitment import Commitment, Commitments
from cascade.ingest.items.measures import Measures, Recognised, sign_of
from cascade.ingest.items.quantity import TIMES, Quantity
from cascade.ingest.items.spans import Span
from cascade.ingest.items.when import BASELINE, When
from cascade.ingest.passage import Passage
from cascade.ingest.sections.horizon import Horizon
from cascade.ingest.sections.outline import Entry
from cascade.ingest.vocabulary import Vocabulary
from cascade.model.bound import BadBoundError, Bound, parse_bound
from cascade.model.domain import Domain
from cascade.model.plan import Lines, Target, Window
from cascade.model.text import any_of, fold

_STEP = re.compile(r"(?:(?:mỗi|hàng|hằng|từng)\s+năm|năm\s+20\d{2})\s+(?:giảm|cắt giảm|tinh giản)\s", re.IGNORECASE)
_MONEY = re.compile(r"\d\s*(?:(?:triệu|tỷ|tỉ|nghìn)\s+)?đồng(?!\s+bộ)", re.IGNORECASE)
_TIER_LAST = re.compile(r"[\s:,]*(?:(?:ở|tại|đối với)\s+)?cấp\s+(?:tỉnh|huyện|xã)\W*$", re.IGNORECASE)
_BRACKETS_OR_NUMBERS = re.compile(r"\([^()]*\)|\d[\d.,]*%?")
_PART = re.compile(r"\W*(?:trong\s+(?:số\s+)?đó|riêng)\s*,?\s*(?:đối\s+với\s+)?(?!\d+\s+tháng|quý|năm)", re.IGNORECASE)
_VALUED = re.compile(r"\d\s*%")
_VALUED_SINCE = re.compile(r"[;.]\s|%[^,;]*[,;](?!\s*(?:ở |tại |đối với )?cấp\s)", re.IGNORECASE)
_RISE = re.compile(r"(?:tăng|cao hơn|vượt)\s[^,;]{0,30}\d\s*%[^,;%]{0,40}$", re.IGNORECASE)
_NUMBERED = re.compile(r"^.*?\d\s*%\s*")
_CONFIDENCE = {"percent": 0.95, "rank": 0.9, "grade": 0.85, "amount": 0.9, "class": 0.7}
_REMARK = 2000  # characters behind a sentence in which an exception to it may be told
_SHOWN = 40  # characters of a number that is told and not recorded
_EDGES = " ;,.-+"
Committed = tuple[Read[Target], tuple[int, int]]
Earlier = tuple[Target, Commitment] | None


class TargetReader:
    """Reads the targets of paragraphs and cells."""

    def __init__(self, domain: Domain, vocabulary: Vocabulary, period: Window | None) -> None:
        phrases = domain.phrases
        self.domain, self.period = domain, period
        self._left_out: list[str] = []
        self.commitments, self.measures = Commitments(vocabulary), Measures(domain)
        self.accents = Accents(phrases)
        self.hedges = re.compile(rf"(?<!\w)(?:{any_of(phrases.hedges)})(?!\w)", re.IGNORECASE)
        self.fillers = re.compile(
            rf"(?<!\w)(?:{any_of(phrases.around.get('fillers', ()))})(?!\w)|[^\w\s]", re.IGNORECASE
        )
        outside = [phrase for phrase in phrases.exceptions if phrase != "riêng"]
        self.exception = re.compile(
            rf"\(\s*(?P<inside>(?:{any_of(phrases.exceptions)})\s[^()]*)\)|(?<!\w)(?P<bare>(?:{any_of(outside)})\s[^.;]*)",
            re.IGNORECASE,
        )
        self.promises = re.compile(rf"(?<!\w)(?:{any_of(phrases.around.get('promises', ()))})(?!\w)", re.IGNORECASE)
        self.reports = re.compile(rf"(?<!\w)(?:{any_of(phrases.around.get('reports', ()))})(?!\w)", re.IGNORECASE)
        self.alone = re.compile(r"(?<=[.;])\s*(?P<text>Riêng\s[^.]*thực\s+hiện[^.]*)\.?", re.IGNORECASE)

    def read(self, entry: Entry, *, in_tasks: bool) -> tuple[Committed, ...]:
        """The targets of one paragraph or cell, each with the words it takes; their ids are the entry's, numbered."""
        entry = self.accents.given(entry)
        text = entry.paragraph.text
        found, every = self.commitments.find(text)
        if not found:
            return ()
        when = When.of(text, every, entry.section.horizon, self.period, self.hedges)
        committed: list[Committed] = []
        earlier: Earlier = None
        for one, following in zip(found, self._following(text, found), strict=True):
            read = self._target(entry, one, when, earlier, following, in_tasks=in_tasks)
            if read is not None and one.part_of_other and committed:
                committed[-1] = self._without(committed[-1], text[one.span.start : one.span.quantity.bound_start])
            if read is not None:
                earlier = (read.item, one)
                named = msgspec.structs.replace(read.item, id=_numbered(entry.id, len(committed)))
                committed.append((msgspec.structs.replace(read, item=named), one.extent))
        return tuple(committed)

    def _without(self, committed: Committed, part: str) -> Committed:
        """A target without the part of it that has a value of its own."""
        read, extent = committed
        if read.item.exception is not None:
            return committed
        excepted = _tidy(_PART.sub("", part, count=1))
        return msgspec.structs.replace(read, item=msgspec.structs.replace(read.item, exception=excepted)), extent

    def tier_of(self, text: str) -> str | None:
        """The first tier that a text names, as a cell of a table does."""
        return self.commitments.tier_of(text)

    def exception_of(self, text: str) -> str | None:
        """What a text excepts, as a cell of a table does."""
        found = self.exception.search(text)
        return _tidy(found["inside"] or found["bare"]) if found else None

    def _target(
        self, entry: Entry, one: Commitment, when: When, earlier: Earlier, following: int | None, *, in_tasks: bool
    ) -> Read[Target] | None:
        passage, span, quantity = entry.paragraph.passage, one.span, one.span.quantity
        recognised = None if one.rises else self._recognise(passage.text, one, earlier, entry.section.heading)
        same = earlier[0] if earlier is not None and one.continues else None
        horizon, where = when.applies(span)
        deadline = quantity.unit in TIMES and not self._is_promised(passage.text, span)
        deadline = deadline and (in_tasks or self.commitments.quantities.is_within(passage.text, quantity))
        binds = _binds(quantity, recognised, deadline=deadline, in_tasks=in_tasks) and not self._is_past(horizon)
        if not binds or (recognised is None and _MONEY.search(passage.text, *span.clause)):
            return None
        value = _value(quantity, one.value, recognised)
        bound = self._bound_of(value, passage.lines(*one.extent))
        if bound is None:
            return None
        baseline = BASELINE.search(passage.text, quantity.end, span.clause[1])
        if baseline and _RISE.search(passage.text, quantity.end, baseline.start()):
            baseline = None
        baseline = baseline or BASELINE.match(passage.text, *span.clause)
        exception, one.reaches = self._exception(passage.text, one, following)
        doubts = [doubt for doubt in (quantity.doubt, _direction_doubt(quantity, recognised)) if doubt]
        sure = _CONFIDENCE[quantity.kind] * (recognised.sure if recognised else 0.8) - (0.25 if doubts else 0)
        start, end = one.extent
        target = Target(
            id="",
            text=_said(passage, one),
            value=bound,
            measure=recognised.measure.id if recognised else None,
            by=horizon.year if horizon and horizon.kind == "by" else None,
            in_year=horizon.year if horizon and horizon.kind == "in" else None,
            yearly=horizon is not None and horizon.kind == "yearly",
            tier=one.tier or (same.tier if same else None),
            lines=passage.lines(start, end),
            area=entry.section.area if recognised is None else None,
            growth=one.growth,
            baseline=int(baseline["year"]) if baseline else same.baseline if same else None,
            hedge=self._hedge(passage.text, span),
            exception=exception or (same.exception if same else None),
            doubt=" ".join(doubts) or None,
            where="tasks" if in_tasks else None,
            restored=passage.restored(start, end),
            confidence=round(max(0.1, sure), 2),
        )
        traces = [Trace.of("value", value, passage, quantity.bound_start, quantity.bound_end)]
        if recognised:
            traces.append(Trace("measure", recognised.measure.id, recognised.phrase))
        if horizon:
            traces.append(_horizon_trace(horizon, where, entry))
        return Read(target, tuple(traces))

    def _bound_of(self, value: str, lines: Lines) -> Bound | None:
        """The bound that a value writes; a number that is none is told, and costs its own target only."""
        try:
            return parse_bound(value)
        except BadBoundError:
            shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
            self._left_out.append(f"Dòng {lines}: không ghi được mức “{shown}”; chỉ tiêu này bị bỏ qua.")
            return None

    @property
    def left_out(self) -> tuple[str, ...]:
        """One sentence for each target that was seen and could not be recorded."""
        return tuple(dict.fromkeys(self._left_out))

    def _recognise(self, text: str, one: Commitment, earlier: Earlier, heading: str) -> Recognised | None:
        """The measure of a quantity: of what is cut a year, of its own words, of the value before it, of its
        sentence or of the heading above."""
        unit, span = one.span.quantity.unit, one.span
        stepped = self._step(text, one, earlier)
        if stepped is not None:
            return stepped
        measured = " ".join(text[slice(*part)] for part in (one.part, span.shared) if part)
        own = self.measures.recognise(measured, unit) or self._of_part(measured, one, earlier)
        if own is not None or not (self._continues(measured) or span.quantity.kind == "rank"):
            return own or self.measures.recognise(f"{heading} {measured}", unit)
        if earlier is not None and earlier[0].measure is not None and (earlier[0].value.unit or "") == unit:
            one.continues = True
            one.goes_on_from, one.subject_end = _shared_subject(earlier[1])
            return Recognised(self.domain.measures[earlier[0].measure], measured, 0.9)
        if one.tier is None:
            one.tier = self.tier_of(text[span.clause[0] : span.quantity.start])
        return self.measures.recognise(text[slice(*span.sentence)], unit, phrases_only=True)

    def _step(self, text: str, one: Commitment, earlier: Earlier) -> Recognised | None:
        """The measure of what is cut each year, behind a target that says of what ("…, mỗi năm giảm 2%")."""
        step = _STEP.search(text, one.span.clause[0], one.span.quantity.bound_start)
        if step is None or earlier is None:
            return None
        target = earlier[0]
        if target.measure in self.stepped:
            return Recognised(self.domain.measures[target.measure], step[0], 0.8)
        words = f"{step[0]} {_NUMBERED.sub('', target.restored or target.text)}"
        return self.measures.recognise(words, one.span.quantity.unit, phrases_only=True, among=self.stepped)

    def _of_part(self, measured: str, one: Commitment, earlier: Earlier) -> Recognised | None:
        """The measure of a part of what the target before it is about ("…, riêng các xã miền núi tối thiểu 70%"): one
        that measures that part alone, else the same."""
        if earlier is None or earlier[0].measure is None or (earlier[0].value.unit or "") != one.span.quantity.unit:
            return None
        part = _PART.match(measured)
        if part is None or not self._named_by(measured[part.end() :]):
            return None
        same = self.domain.measures[earlier[0].measure]
        words = f"{earlier[0].restored or earlier[0].text} lĩnh vực {measured}"
        alone = self.measures.recognise(words, one.span.quantity.unit, among=frozenset(same.distinct))
        one.part_of_other = alone is None
        return alone or Recognised(same, measured, 0.8)

    def _continues(self, measured: str) -> bool:
        """Whether a quantity's own words name no thing: a year or a tier for a value of what was said before."""
        return len(self._named_by(measured)) <= 2

    def _named_by(self, measured: str) -> list[str]:
        """The words that may name a thing measured."""
        rest = _BRACKETS_OR_NUMBERS.sub(" ", measured)
        for pattern in (self.hedges, _STEP, self.fillers):
            rest = pattern.sub(" ", rest)
        return rest.split()

    @cached_property
    def stepped(self) -> frozenset[str]:
        """The measures of what is cut or raised a year: those that a phrase of "mỗi năm" names."""
        return frozenset(
            measure.id
            for measure in self.domain.measures.values()
            if any(_STEP.search(f"{phrase} ") or "từng năm" in phrase for phrase in measure.phrases)
        )

    def _is_promised(self, text: str, span: Span) -> bool:
        """Whether a time among tasks is promised to the public, and no deadline within the administration."""
        return bool(self.promises.search(text, *span.clause)) and not self.reports.search(text, *span.clause)

    def _is_past(self, horizon: Horizon | None) -> bool:
        """Whether a value is of a year before the plan: a result, not a commitment."""
        return horizon is not None and horizon.kind == "in" and self.is_before_plan(horizon)

    def is_before_plan(self, horizon: Horizon) -> bool:
        """Whether a horizon is a year before those of the plan."""
        return horizon.year is not None and self.period is not None and horizon.year < self.period.first

    def _hedge(self, text: str, span: Span) -> str | None:
        """The hedge before a quantity in its one spelling: the first phrase of the list stands for its misprints."""
        found = list(self.hedges.finditer(text, span.sentence[0], span.quantity.start))
        if not found:
            return None
        hedge, first = found[-1][0].lower(), self.domain.phrases.hedges[0]
        return first if fold(hedge) == fold(first) else hedge

    def _following(self, text: str, found: Sequence[Commitment]) -> list[int | None]:
        """For each quantity, where the next begins whose own words name what is measured."""
        begins: list[int | None] = []
        following: int | None = None
        for one in reversed(found):
            begins.append(following)
            if not self._continues(" ".join(text[slice(*part)] for part in (one.part, one.span.shared) if part)):
                following = one.span.start
        return begins[::-1]

    def _exception(self, text: str, one: Commitment, following: int | None) -> tuple[str | None, int]:
        """What is excepted, and where the words that belong to the target end. An exception behind the words of
        another target is that one's: `following` is where the next begins that is about something else."""
        span, reaches = one.span, one.reaches
        own = max(span.end, span.shared[1] if span.shared else 0)
        stop = span.clause[1] if following is None else min(span.clause[1], following)
        found = self.exception.search(text, span.quantity.end, max(own, stop))
        if found:
            return _tidy(found["inside"] or found["bare"]), reaches
        ahead = self._excepted_ahead(text, one)
        if ahead:
            return ahead, reaches
        alone = self.alone.search(text, span.sentence[1] - 1, span.sentence[1] + _REMARK)
        return (_tidy(alone["text"]), max(reaches, alone.end())) if alone else (None, reaches)

    def _excepted_ahead(self, text: str, one: Commitment) -> str | None:
        """What is excepted in brackets in the words that are measured, where they stand before their values
        ("Hồ sơ xử lý trên mạng (trừ hồ sơ mật): cấp huyện 95%, cấp xã 85%")."""
        first, stop = one.span.clause[0], one.span.quantity.start
        found = self.exception.search(text, first, stop)
        if found is None or not found["inside"]:
            return None
        valued = _VALUED.search(text, first, found.start()) or _VALUED_SINCE.search(text, found.end(), stop)
        return None if valued else _tidy(found["inside"])


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" .;,")


def _binds(quantity: Quantity, recognised: Recognised | None, *, deadline: bool, in_tasks: bool) -> bool:
    """Whether a quantity commits: amounts and grades outside the aims do so only on a known measure. `deadline`: it is
    a time that only says by when someone has to act."""
    if recognised is not None:
        return True
    if quantity.kind == "amount":
        return (quantity.relation != "" or quantity.top.startswith("=")) and not deadline
    return quantity.kind != "grade" and not (quantity.kind == "class" and in_tasks)


def _shared_subject(first: Commitment) -> tuple[int | None, int | None]:
    """Where the subject of the first of several values begins and ends, where it stands before it."""
    if first.span.leads:
        return None, None
    if first.goes_on_from is not None:
        return first.goes_on_from, first.subject_end
    return first.span.start, first.span.quantity.bound_start


def _said(passage: Passage, one: Commitment) -> str:
    """The words of a target as printed; where it goes on from another, with the subject that both share."""
    start, end = one.extent
    if start == one.start:
        return passage.printed(start, end).strip(_EDGES)
    own = passage.printed(one.span.start, end).strip(_EDGES)
    stop = one.subject_end or start
    return f"{_TIER_LAST.sub('', passage.printed(start, stop)).strip(f'{_EDGES}:')} … {own}"


def _horizon_trace(horizon: Horizon, where: tuple[int, int] | None, entry: Entry) -> Trace:
    said = "yearly" if horizon.kind == "yearly" else f"{horizon.kind}: {horizon.year}"
    if where is None:
        return Trace("horizon", said, entry.section.heading)
    return Trace.of("horizon", said, entry.paragraph.passage, *where)


def _value(quantity: Quantity, value: str, recognised: Recognised | None) -> str:
    """The bound as a plan file writes it: plain where it binds the better way, with a sign otherwise."""
    if quantity.kind in {"grade", "class", "rank"} or "-" in value or value.startswith("="):
        return value
    return f"{sign_of(quantity.relation, recognised)}{value}"


def _direction_doubt(quantity: Quantity, recognised: Recognised | None) -> str | None:
    """A bound that makes no sense for its measure ("tối thiểu 30 phút" of a waiting time)."""
    if recognised is None or quantity.kind not in {"amount", "percent"}:
        return None
    lower = recognised.measure.better == "lower"
    wrong = {"at_least", "above"} if lower else {"at_most", "below"}
    if quantity.relation not in wrong:
        return None
    wanted = "tối đa" if lower else "tối thiểu"
    return f"Mức in ngược chiều: chỉ tiêu đo này chỉ có nghĩa với “{wanted}”; giữ như in."


def _numbered(entry_id: str, index: int) -> str:
    return entry_id if index == 0 else f"{entry_id}.{index + 1}"

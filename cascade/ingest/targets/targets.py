"""Targets: every quantity that commits the plan, with its measure, bound, horizon, tier and the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from cascade.ingest.accents import Accents
from cascade.ingest.item import Read, Trace
from cascade.ingest.outline.outline import Entry
from cascade.ingest.targets.build import target_of, written
from cascade.ingest.targets.commitment import Commitment, Commitments
from cascade.ingest.targets.measures import Recognised
from cascade.ingest.targets.subject import PART, Earlier, Subjects
from cascade.lexicon.horizon import Horizon
from cascade.lexicon.passage import Passage
from cascade.lexicon.quantities import TIMES, Quantity
from cascade.lexicon.spans import Span
from cascade.lexicon.tagged import Lexicon
from cascade.lexicon.when import BASELINE, When
from cascade.model.bound import BadBoundError, Bound, parse_bound
from cascade.model.doubt import Doubts, doubt, unique
from cascade.model.plan import Lines, Target, Window
from cascade.model.text import any_of

_MONEY = re.compile(r"\d\s*(?:(?:triệu|tỷ|tỉ|nghìn)\s+)?đồng(?!\s+bộ)", re.IGNORECASE)
_TIER_LAST = re.compile(r"[\s:,]*(?:(?:ở|tại|đối với)\s+)?cấp\s+(?:tỉnh|huyện|xã)\W*$", re.IGNORECASE)
_VALUED = re.compile(r"\d\s*%")
_VALUED_SINCE = re.compile(r"[;.]\s|%[^,;]*[,;](?!\s*(?:ở |tại |đối với )?cấp\s)", re.IGNORECASE)
_RISE = re.compile(r"(?:tăng|cao hơn|vượt)\s[^,;]{0,30}\d\s*%[^,;%]{0,40}$", re.IGNORECASE)
_VERB_LAST = re.compile(r"\s+(?:đạt|là|phải|còn)\s*$", re.IGNORECASE)
_CONFIDENCE = {"percent": 0.95, "rank": 0.9, "grade": 0.85, "amount": 0.9, "class": 0.7}
_REMARK = 2000  # characters behind a sentence in which an exception to it may be told
_SHOWN = 40  # characters of a number that is told and not recorded
_EDGES = " ;,.-+"
Committed = tuple[Read[Target], tuple[int, int]]


class TargetReader:
    """Reads the targets of paragraphs and cells."""

    def __init__(self, lexicon: Lexicon, period: Window | None) -> None:
        phrases, around = lexicon.domain.phrases, lexicon.domain.phrases.around
        self.lexicon, self.period, self.vocabulary = lexicon, period, lexicon.vocabulary
        self._left_out: Doubts = ()
        self.commitments, self.subjects = Commitments(lexicon), Subjects(self.vocabulary)
        self.measures = self.subjects.measures
        self.accents = Accents(phrases)
        self.hedges = re.compile(rf"(?<!\w)(?:{any_of(phrases.hedges)})(?!\w)", re.IGNORECASE)
        outside = [phrase for phrase in phrases.exceptions if phrase != "riêng"]
        self.exception = re.compile(
            rf"\(\s*(?P<inside>(?:{any_of(phrases.exceptions)})\s[^()]*)\)|(?<!\w)(?P<bare>(?:{any_of(outside)})\s[^.;]*)",
            re.IGNORECASE,
        )
        self.alone = re.compile(r"(?<=[.;])\s*(?P<bare>Riêng\s[^.]*thực\s+hiện[^.]*)\.?", re.IGNORECASE)
        self.promises, self.reports = (
            re.compile(rf"(?<!\w)(?:{any_of(around.get(name, ()))})(?!\w)", re.IGNORECASE)
            for name in ("promises", "reports")
        )

    def read(self, entry: Entry, *, in_tasks: bool) -> tuple[Committed, ...]:
        """The targets of one paragraph or cell, each with the words it takes; their ids are the entry's, numbered."""
        entry = self.accents.given(entry)
        tagged = self.lexicon.tagged(entry.paragraph.passage)
        aims = entry.section.kind == "aims" and not in_tasks
        quantities = tagged.aimed if aims else tagged.quantities
        text, found = tagged.text, self.commitments.find(tagged, quantities)
        when = When.of(tagged, quantities, entry.section.horizon, self.period, self.hedges) if found else None
        committed: list[Committed] = []
        earlier: Earlier = None
        for one, following in zip(found, self._following(text, found), strict=True):
            read = self._target(entry, one, when, earlier, following, in_tasks=in_tasks) if when else None
            if read is None:
                continue
            if one.part_of_other and committed:
                committed[-1] = _without(committed[-1], text[one.span.start : one.span.quantity.bound_start])
            earlier = (read.item, one)
            item_id = f"{entry.id}.{len(committed) + 1}" if committed else entry.id
            committed.append(
                (msgspec.structs.replace(read, item=msgspec.structs.replace(read.item, id=item_id)), one.extent)
            )
        return tuple(committed)

    def exception_of(self, text: str) -> str | None:
        """What a text excepts, as a cell of a table does."""
        found = self.exception.search(text)
        return _tidy(found["inside"] or found["bare"]) if found else None

    def _target(
        self, entry: Entry, one: Commitment, when: When, earlier: Earlier, following: int | None, *, in_tasks: bool
    ) -> Read[Target] | None:
        passage, span, quantity = entry.paragraph.passage, one.span, one.span.quantity
        text = passage.text
        recognised = None if one.rises else self.subjects.recognise(text, one, earlier, entry.section.heading)
        horizon, where = (Horizon("in", one.year), None) if one.year else when.applies(span)
        aims = entry.section.kind == "aims" and not in_tasks
        if not self._binds(text, span, recognised, aims=aims, in_tasks=in_tasks) or (
            horizon and self.is_before_plan(horizon)
        ):
            return None
        plain = quantity.kind in {"grade", "class", "rank"}
        value = one.value if plain else written(one.value, quantity.relation, recognised)
        bound = self._bound_of(value, passage.lines(*one.extent))
        if bound is None:
            return None
        same = earlier[0] if earlier is not None and one.continues else None
        exception = self._exception(text, one, following) or (same.exception if same else None)
        start, end = one.extent
        target = target_of(
            _said(passage, one),
            bound,
            recognised,
            horizon,
            area=entry.section.area,
            sure=_CONFIDENCE[quantity.kind],
            doubts=quantity.doubts + _direction_doubt(quantity, recognised),
            tier=one.tier or (same.tier if same else None),
            lines=passage.lines(start, end),
            growth=one.growth,
            baseline=_baseline(text, span) or (same.baseline if same else None),
            hedge=self.vocabulary.hedge_of(text[span.sentence[0] : quantity.start]) or entry.section.hedge,
            exception=exception,
            where="tasks" if in_tasks else None,
            restored=passage.restored(start, end),
        )
        traces = [Trace.of("value", value, passage, quantity.bound_start, quantity.bound_end)]
        if recognised:
            traces.append(Trace("measure", recognised.measure.id, recognised.phrase))
        if horizon:
            said = "yearly" if horizon.kind == "yearly" else f"{horizon.kind}: {horizon.year}"
            heading = Trace("horizon", said, entry.section.heading)
            traces.append(Trace.of("horizon", said, passage, *where) if where else heading)
        return Read(target, tuple(traces))

    def _binds(self, text: str, span: Span, recognised: Recognised | None, *, aims: bool, in_tasks: bool) -> bool:
        """Whether a quantity commits: on a known measure it does; amounts that no word binds, and grades, do so only
        among the aims, money that only pays for something never, and a time by when someone has to act does not."""
        if recognised is not None:
            return True
        quantity = span.quantity
        if quantity.unit.endswith("đồng"):
            return True
        if _MONEY.search(text, *span.clause):
            return False
        if quantity.kind != "amount":
            return quantity.kind != "grade" and not (quantity.kind == "class" and in_tasks)
        if not (quantity.relation or quantity.top.startswith("=") or (aims and quantity.unit not in TIMES)):
            return False
        promised = self.promises.search(text, *span.clause) and not self.reports.search(text, *span.clause)
        acts = in_tasks or self.lexicon.quantities.is_within(text, quantity)
        return quantity.unit not in TIMES or not acts or bool(promised)

    def _bound_of(self, value: str, lines: Lines) -> Bound | None:
        """The bound that a value writes; a number that is none is told, and costs its own target only."""
        try:
            return parse_bound(value)
        except BadBoundError:
            shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
            self._left_out += doubt("target-left-out", lines=lines, printed=shown)
            return None

    @property
    def left_out(self) -> Doubts:
        """A doubt for each target that was seen and could not be recorded."""
        return unique(self._left_out)

    def is_before_plan(self, horizon: Horizon) -> bool:
        """Whether a horizon is a year before those of the plan: what is said of it is a result, no commitment."""
        return horizon.year is not None and self.period is not None and horizon.year < self.period.first

    def _following(self, text: str, found: Sequence[Commitment]) -> list[int | None]:
        """For each quantity, where the next begins whose own words name what is measured."""
        begins: list[int | None] = []
        following: int | None = None
        for one in reversed(found):
            begins.append(following)
            if not self.subjects.continues(one.measured(text)):
                following = one.span.start
        return begins[::-1]

    def _exception(self, text: str, one: Commitment, following: int | None) -> str | None:
        """What is excepted: in the words that belong to the target, in brackets ahead of its values ("Hồ sơ xử lý
        trên mạng (trừ hồ sơ mật): cấp huyện 95%, cấp xã 85%"), or in a sentence of its own, which it then reaches.
        An exception behind the words of another target is that one's: `following` is where the next begins that is
        about something else."""
        span = one.span
        stop = min(span.clause[1], following or span.clause[1])
        found = self.exception.search(text, span.quantity.end, max(span.own_end, stop))
        if found is None:
            first, stop = span.clause[0], span.quantity.start
            found = self.exception.search(text, first, stop)
            valued = found and (
                _VALUED.search(text, first, found.start()) or _VALUED_SINCE.search(text, found.end(), stop)
            )
            found = found if found and found["inside"] and not valued else None
        if found is not None:
            return _tidy(found["inside"] or found["bare"])
        alone = self.alone.search(text, span.sentence[1] - 1, span.sentence[1] + _REMARK)
        if alone is None:
            return None
        one.reaches = max(one.reaches, alone.end())
        return _tidy(alone["bare"])


def _without(committed: Committed, part: str) -> Committed:
    """A target without the part of it that has a value of its own."""
    read, extent = committed
    item = read.item
    excepted = item.exception or _tidy(_VERB_LAST.sub("", PART.sub("", part, count=1)))
    return msgspec.structs.replace(read, item=msgspec.structs.replace(item, exception=excepted)), extent


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" .;,")


def _baseline(text: str, span: Span) -> int | None:
    """The year that a value is compared with; not that of a rise which is a remark on it."""
    found = BASELINE.search(text, span.quantity.end, span.clause[1])
    if found and _RISE.search(text, span.quantity.end, found.start()):
        found = None
    found = found or BASELINE.match(text, *span.clause)
    return int(found["year"] or found["of_day"]) if found else None


def _said(passage: Passage, one: Commitment) -> str:
    """The words of a target as printed; where it goes on from another, with the subject that both share."""
    start, end = one.extent
    if start == one.start:
        return passage.printed(start, end).strip(_EDGES)
    own = passage.printed(one.span.start, end).strip(_EDGES)
    shared = _TIER_LAST.sub("", passage.printed(start, one.subject_end or start))
    return f"{shared.strip(f'{_EDGES}:')} … {own}"


def _direction_doubt(quantity: Quantity, recognised: Recognised | None) -> Doubts:
    """A bound that makes no sense for its measure ("tối thiểu 30 phút" of a waiting time)."""
    if recognised is None or quantity.kind not in {"amount", "percent"}:
        return ()
    lower = recognised.measure.better == "lower"
    wrong = {"at_least", "above"} if lower else {"at_most", "below"}
    return doubt("only-at-most" if lower else "only-at-least") if quantity.relation in wrong else ()

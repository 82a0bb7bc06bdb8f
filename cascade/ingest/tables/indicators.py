"""Rows that name an indicator and give its values in columns of their own."""

from __future__ import annotations

import re
from itertools import groupby

import msgspec

from cascade.ingest.item import Read, Trace
from cascade.ingest.outline.outline import Entry, Section
from cascade.ingest.outline.paragraphs import Paragraph
from cascade.ingest.tables.columns import VALUED, tier_named
from cascade.ingest.tables.rows import Row
from cascade.ingest.tables.values import Value, values_of
from cascade.ingest.targets.build import target_of, written
from cascade.ingest.targets.measures import Recognised
from cascade.ingest.targets.targets import TargetReader
from cascade.lexicon.horizon import Horizon, horizons
from cascade.lexicon.passage import Passage
from cascade.lexicon.quantities import apart_doubt, lost_hyphen, lost_hyphen_doubt
from cascade.lexicon.when import BASELINE
from cascade.model.bound import BASE, PER_THOUSAND, BadBoundError, in_unit, parse_bound
from cascade.model.domain import Domain
from cascade.model.doubt import Doubts
from cascade.model.plan import Target

_SURE = 0.9
_RATIO = re.compile(rf"/\s*{BASE}\s|^\W*{PER_THOUSAND}")
_BULLET = re.compile(r"^\s*[-–—+•*·]\s*")
_FRAGMENT = 3  # words; what is no longer than that says nothing without the row above it
_SPOKEN = re.compile(r"[^\W\d_]{2,}")


class Indicator(msgspec.Struct, frozen=True):
    """What a row measures: its words, with those of the row that it goes on from ("Hồ sơ đúng hạn:" above
    "- Cấp xã"), and the tier that it alone names."""

    passage: Passage
    tier: str | None = None


class _Above(msgspec.Struct, frozen=True):
    """The row that those below it may go on from."""

    number: str
    passage: Passage
    valued: bool


class IndicatorReader:
    """Reads what the rows of a table with columns of values promise, in order."""

    def __init__(self, targets: TargetReader) -> None:
        self.domain, self.targets = targets.lexicon.domain, targets
        self.above: _Above | None = None

    def named(self, row: Row, passage: Passage) -> Indicator:
        """What a row measures, where `passage` is its own cell."""
        number = row.text("number").strip(" .)")
        tier = tier_named(passage.text, self.domain.phrases.columns)
        above = self.above
        if above is None or not self._goes_on(above, number, passage, tier):
            self.above = _Above(number, passage, bool(value_columns(row)))
            return Indicator(passage)
        joined = Passage((*above.passage.words, *passage.words))
        alone = self.targets.measures.recognise(passage.text, None)
        fragment = tier is not None or len(_SPOKEN.findall(passage.text)) <= _FRAGMENT
        if fragment or (alone is None and self.targets.measures.recognise(joined.text, None)):
            return Indicator(joined, tier)
        return Indicator(passage, tier)

    def read(self, row: Row, indicator: Indicator, item_id: str) -> list[Read[Target]]:
        """The targets of all columns of values, their ids the row's own, numbered or named by year."""
        found: list[tuple[str, Read[Target]]] = []
        for field in value_columns(row):
            year = field[:4] if field[:4].isdigit() else ""
            found += [(year, read) for read in self._cell(row, indicator, field)]
        taken: dict[str, int] = {}
        named = []
        for year, read in found:
            base = f"{item_id}.{year}" if year else item_id
            taken[base] = taken.get(base, 0) + 1
            own = base if taken[base] == 1 else f"{base}.{taken[base]}"
            named.append(msgspec.structs.replace(read, item=msgspec.structs.replace(read.item, id=own)))
        return named

    def _goes_on(self, above: _Above, number: str, passage: Passage, tier: str | None) -> bool:
        if tier is not None or _BULLET.match(passage.text) or (above.number and number.startswith(f"{above.number}.")):
            return True
        return bool(above.number) and not number and not above.valued

    def _cell(self, row: Row, indicator: Indicator, field: str) -> list[Read[Target]]:
        cell, column = row.cells[field], VALUED.match(field)
        tier = column["tier"] if column else None
        horizon = row.horizon
        if column and column["year"]:
            horizon = Horizon("by" if column["by"] else "in", int(column["year"]))
        if horizon is not None and self.targets.is_before_plan(horizon):
            return []  # what was reached, whatever the column is called
        found: list[Read[Target]] = []
        for part, own in self._parts(indicator, cell):
            values = values_of(own.text, self.domain.phrases) or self._by_tier(part.passage.text, own.text)
            read = (self._value(row, part, own, value, horizon, tier) for value in values)
            found += (
                [one for one in read if one is not None] if values else self._sentence(row, part, own, horizon, tier)
            )
        return found

    def _parts(self, indicator: Indicator, cell: Passage) -> list[tuple[Indicator, Passage]]:
        """A row printed as one that holds several: as many lines of values as of what they are of."""
        values, names = _lines(cell), _lines(indicator.passage)
        several = 1 < len(values) == len(names)
        if not several or not all(one.text[:1].isupper() or _BULLET.match(one.text) for one in names):
            return [(indicator, cell)]
        if not all(len(values_of(one.text, self.domain.phrases)) == 1 for one in values):
            return [(indicator, cell)]
        first, *rest = names
        wholes = [first, *(Passage((*first.words, *one.words)) if self._needs(one) else one for one in rest)]
        return [(Indicator(one, indicator.tier), value) for one, value in zip(wholes, values, strict=True)]

    def _needs(self, passage: Passage) -> bool:
        """Whether words say what is measured only behind those above them ("Trong đó: lĩnh vực đất đai")."""
        return self.targets.measures.recognise(passage.text, None) is None

    def _by_tier(self, indicator: str, cell: str) -> tuple[Value, ...]:
        """Values in the order of the tiers that the indicator names: "30/20/15" of "(cấp tỉnh/cấp huyện/cấp xã)"."""
        parts = cell.split("/")
        tiers = [tier for _, tier in self.targets.vocabulary.tiers_in(indicator)]
        if not 1 < len(parts) == len(tiers):
            return ()
        values = [values_of(part, self.domain.phrases) for part in parts]
        if any(len(one) != 1 for one in values):
            return ()
        return tuple(msgspec.structs.replace(value, tier=tier) for (value,), tier in zip(values, tiers, strict=True))

    def _value(
        self, row: Row, indicator: Indicator, cell: Passage, value: Value, horizon: Horizon | None, tier: str | None
    ) -> Read[Target] | None:
        passage = indicator.passage
        graded = not any(map(str.isdecimal, value.number))
        unit = "" if graded else _unit(value.unit or row.text("unit"), self.domain)
        recognised = self.targets.measures.recognise(passage.text, unit)
        torn = lost_hyphen(value.number) if unit == "%" else None
        value = msgspec.structs.replace(value, number="-".join(torn)) if torn else value
        try:
            bound = parse_bound(_written(value, unit, recognised))
        except BadBoundError:
            return None
        horizon = Horizon("yearly") if value.unit.endswith("/năm") else horizon or _said_in(passage.text)
        since = BASELINE.search(passage.text)
        whole = Passage((*passage.words, *cell.words))
        target = target_of(
            passage.printed().strip(" ;,.-+:"),
            bound,
            recognised,
            horizon,
            area=row.area,
            sure=_SURE,
            doubts=_doubts(value, torn, bound.text),
            tier=value.tier or tier or indicator.tier or self.targets.vocabulary.tier_of(passage.text),
            lines=whole.lines(),
            baseline=int(since["year"]) if since else None,
            exception=self.targets.exception_of(passage.text),
            restored=passage.restored(),
        )
        traces = [Trace.of("value", bound.text, cell)]
        if recognised:
            traces.append(Trace("measure", recognised.measure.id, recognised.phrase))
        if horizon:
            traces.append(Trace(horizon.kind, str(horizon.year or ""), str(horizon.year or "")))
        return Read(target, tuple(traces))

    def _sentence(
        self, row: Row, indicator: Indicator, cell: Passage, horizon: Horizon | None, tier: str | None
    ) -> list[Read[Target]]:
        """The targets of a cell that says more than values: read behind what it is said of, as one sentence."""
        if not any(map(str.isdigit, cell.text)) or not _SPOKEN.search(cell.text):
            return []
        whole = Passage((*indicator.passage.words, *cell.words))
        start = len(indicator.passage.text)
        entry = Entry(Paragraph(whole), Section((row.section,), "aims", row.area, horizon), "")
        named = tier or indicator.tier
        return [
            msgspec.structs.replace(read, item=msgspec.structs.replace(read.item, tier=named or read.item.tier))
            for read, (_, end) in self.targets.read(entry, in_tasks=False)
            if end > start
        ]


def _doubts(value: Value, torn: tuple[str, str] | None, read: str) -> Doubts:
    """What a person should know of how a value was read."""
    apart = apart_doubt(value.apart, read) if value.apart else ()
    return (*apart, *lost_hyphen_doubt(value.number, *torn)) if torn else apart


def _lines(passage: Passage) -> list[Passage]:
    """The printed lines of a cell."""
    return [Passage(tuple(words)) for _, words in groupby(passage.words, key=lambda word: word.line)]


def value_columns(row: Row) -> list[str]:
    """The columns of values that a row fills, in the order of their years, then as printed."""
    return sorted((field for field in row.cells if VALUED.match(field)), key=lambda field: field[:4])


def _said_in(text: str) -> Horizon | None:
    """The horizon that an indicator names ("Tỷ lệ hồ sơ trực tuyến đến năm 2025")."""
    found = [one.horizon for one in horizons(text) if not one.loose]
    return found[-1] if found else None


def _unit(printed: str, domain: Domain) -> str | None:
    """A printed unit ("Phút/lượt") under the name that plan files keep it by; None where none is printed."""
    if _RATIO.search(printed) or printed.lower().strip(" ().").endswith(domain.phrases.around.get("per_many", ())):
        return " ".join(printed.strip(" ().").lower().split())
    bare = re.split(r"[/(]", printed.strip(" ().").lower())[0].strip() or printed.strip(" ().")
    if "%" in printed:
        return "%"
    for name, phrases in domain.phrases.units.items():
        if bare in phrases:
            return name
    return bare or None


def _written(value: Value, unit: str | None, recognised: Recognised | None) -> str:
    """A value as a plan file writes it: plain where it binds the better way, with a sign otherwise."""
    if not any(map(str.isdigit, value.number)):
        return value.number
    if unit == "hạng":
        return value.number
    number = re.sub(r"(?<![\d.,])0+(?=\d)", "", value.number)
    return written(in_unit(number, unit), value.relation, recognised)

"""Where a plan is from: its own unit's level and the names of the units above it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from cascade.documents.document import Document
from cascade.ingest.heading.letterhead import Issuer
from cascade.ingest.heading.rows import Opening
from cascade.ingest.heading.units import Unit, UnitReader, cased, commonest, respelt
from cascade.lexicon.units import Unit as ListedUnit
from cascade.lexicon.units_table import builtin_units
from cascade.model.domain import Domain
from cascade.model.doubt import Doubts, doubt
from cascade.model.plan import Citation
from cascade.model.text import any_of, fold, folded_same_length

_TIED = re.compile(r"^[\s,–-]*(?:thuoc\s+)?$")
_LISTED = re.compile(r"\s*,\s*(?:phuong|thi tran|dac khu)")
_OFTEN = 3  # mentions that settle a unit which no head names, where no other is named half as often
_NEAR = 60
_LONGEST_CHAIN = 4
_PARTY = {"TU": "province", "HU": "district"}
"""The level of which a committee of the Party is by the code in its numbers."""


class Own(msgspec.Struct, frozen=True):
    """The unit that issues the plan, how sure that is, and what is left open."""

    unit: Unit
    level: str
    sure: float
    doubts: Doubts = ()


class Superiors(msgspec.Struct, frozen=True):
    """The names of the units above, nearest first; the levels for which the text names none, and those whose
    name only the body tells."""

    names: tuple[str, ...]
    lacking: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()


class Evidence(msgspec.Struct, frozen=True, dict=True):
    """What places are read from: the document, its opening, its citations."""

    document: Document
    opening: Opening
    citations: Sequence[Citation]
    issuer: Issuer | None
    issued: date | None
    title: str
    damaged: bool
    number: str = ""


class PlaceReader:
    """Reads own unit and superiors with the phrases of `rules/reading.yaml`."""

    def __init__(self, domain: Domain, units: UnitReader) -> None:
        self.domain, self.units, self.lists = domain, units, builtin_units()
        names = [name for code in ("UBND", "HĐND") for name in domain.phrases.issuers.get(code, ())]
        self.committee = re.compile(rf"(?<!\w)(?:{any_of(map(fold, names))})\s+$")
        self.kinds = {fold(unit.word): unit.word for unit in domain.language.units}
        self.speaks = re.compile(rf"(?<!\w)(?:{any_of(map(fold, names))})\s+(?P<word>{any_of(self.kinds)})(?!\w)")
        issues = any_of(map(fold, domain.phrases.heading.get("issues", ())))
        self.issues = re.compile(rf"^\s*,?\s*(?:{issues})(?!\s+kem)(?!\w)")
        self.owned = re.compile(
            rf"(?:{any_of(map(fold, names))}|tren dia ban|nha nuoc|chinh quyen dien tu|chinh quyen so)\s+(?:cua\s+)?$"
        )

    # --- own unit --------------------------------------------------------------------------------------

    def own(self, seen: Evidence) -> Own | None:
        """The unit that issues the plan: from the letterhead, from who announces it, from the body."""
        if seen.issuer is not None and seen.issuer.units:
            ranked = [
                (self._rank(level), unit, level) for unit in seen.issuer.units if (level := self.level(unit, seen))
            ]
            if ranked:
                _, unit, level = max(ranked, key=lambda one: one[0])
                return self._settled(unit, level, 0.96, seen)
        return self._speaking(seen) or self._most_named(seen)

    def _settled(self, unit: Unit, level: str, sure: float, seen: Evidence, doubts: Doubts = ()) -> Own:
        """The own unit, less sure where the kind of its name may be of two levels."""
        levels = [one for one in self.units.levels.get(unit.word, ()) if self._exists(one, seen.issued)]
        several = len(levels) > 1 and not seen.number.endswith(tuple(_PARTY))
        open_city = several and self._listed_level(unit, seen) is None and not self._provinces(seen)
        if open_city:
            doubts += doubt("unit-level", unit=unit.shown)
        return Own(unit, level, sure - 0.2 * open_city, doubts)

    def _speaking(self, seen: Evidence) -> Own | None:
        """The unit whose committee announces the plan ("UBND xã Mẫu xây dựng kế hoạch …"), or that of "(Kèm theo Kế
        hoạch số … của UBND huyện Thử)" where only the attachment is at hand, or that whose seal signed the text."""
        rows = seen.opening.rows[: seen.opening.end]
        opening = [one.text for one in seen.opening.paragraphs[: rows[-1].paragraph + 1 if rows else 0]]
        attached = [one.text for one in seen.opening.paragraphs[:14] if "kem theo" in fold(one.text)]
        signed = [one.text for one in seen.document.lines if "@" in one.text or "da ky len van ban" in fold(one.text)]
        for sure, texts in ((0.92, opening), (0.85, attached), (0.85, signed)):
            for text in texts:
                folded = folded_same_length(text)
                for unit in self.units.named(text, damaged=seen.damaged):
                    before, after = folded[: unit.start], folded[unit.end : unit.end + _NEAR]
                    holds = texts is signed or ("kem theo" in before if texts is attached else self.issues.match(after))
                    if holds and self.committee.search(before, max(0, unit.start - _NEAR)) and self.level(unit, seen):
                        return self._settled(unit, self.level(unit, seen) or "", sure, seen)
        return None

    def _most_named(self, seen: Evidence) -> Own | None:
        """The unit that the title names, or else the body most often, where there is no head."""
        text = _running(seen.document)
        folded = folded_same_length(text)
        counts: Counter[tuple[str, str]] = Counter()
        for unit in self.units.named(text, damaged=seen.damaged):
            if self.owned.search(folded[max(0, unit.start - 40) : unit.start]):
                counts[unit.word, unit.name] += 1
        titled = [(unit.word, unit.name) for unit in self.units.named(seen.title, damaged=seen.damaged)]
        known = [one for one in counts if one in titled] or (titled if titled and len(set(titled)) == 1 else [])
        if not counts and not known:
            return None
        word, name = max(known or counts, key=lambda one: (counts[one], self._rank(self.units.levels[one[0]][0]), one))
        unit = Unit(word, name)
        level = self.level(unit, seen)
        if level is None:
            return None
        if known:
            return self._settled(unit, level, 0.85, seen)
        speaker = self._speaker(folded)
        if speaker is not None and speaker != word:
            return None  # "UBND xã" speaks, and the only name is the district's
        second = max((count for one, count in counts.items() if one != (word, name)), default=0)
        alone = speaker == word and counts[word, name] >= max(_OFTEN, 2 * second)
        doubts = doubt("issuer-of-content", unit=unit.shown)
        return self._settled(unit, level, 0.8 if alone else 0.6, seen, doubts)

    def _speaker(self, folded: str) -> str | None:
        """The word of the unit whose committee ("UBND huyện", never "UBND các xã") a text names most often."""
        counts = Counter(
            self.kinds[one["word"]] for one in self.speaks.finditer(folded) if not _LISTED.match(folded[one.end() :])
        )
        return max(counts, key=lambda word: (counts[word], word)) if counts else None

    # --- levels ------------------------------------------------------------------------------------------

    def _rank(self, level: str) -> int:
        return self.domain.levels.rank(level)

    def level(self, unit: Unit, seen: Evidence) -> str | None:
        """The level of a unit; a city that no list knows is of the province level, unless a province stands above."""
        levels = [level for level in self.units.levels.get(unit.word, ()) if self._exists(level, seen.issued)]
        party = next((level for code, level in _PARTY.items() if seen.number.endswith(f"/{code}")), None)
        if party in levels:
            return party
        if len(levels) < 2:
            return levels[0] if levels else next(iter(self.units.levels.get(unit.word, ())), None)
        return self._listed_level(unit, seen) or (levels[-1] if self._provinces(seen) else levels[0])

    def _listed_level(self, unit: Unit, seen: Evidence) -> str | None:
        """The level that the official lists have for a unit of this kind and name, where it is one alone."""
        levels = {one.level for one in self.lists.named(unit.name, kind=unit.word, on=seen.issued)}
        return levels.pop() if len(levels) == 1 else None

    def _exists(self, level: str, day: date | None) -> bool:
        """Whether a level exists when the plan is issued; a level that has ended stays where it is the only one."""
        return day is None or self.domain.levels.get(level).exists_on(day)

    def _provinces(self, seen: Evidence) -> list[str]:
        """The names of provinces (not cities) in the head and the basis."""
        only = [word for word, levels in self.units.levels.items() if levels == ("province",)]
        texts = [row.text for row in seen.opening.rows[: seen.opening.end]] + [*_cited(seen.citations)]
        named = [unit.name for text in texts for unit in self._all(text, seen) if unit.word in only]
        bare = any(fold(citation.issuer or "") == f"ubnd {fold(word)}" for citation in seen.citations for word in only)
        return named or ([""] if bare else [])

    def _all(self, text: str, seen: Evidence) -> Iterable[Unit]:
        return self.units.in_capitals(text) if text.isupper() else self.units.named(text, damaged=seen.damaged)

    # --- superiors ---------------------------------------------------------------------------------------

    def superiors(self, own: Own, seen: Evidence, window_starts: int | None) -> Superiors:
        """The names of the units above, nearest first: those of the official lists, where what the text says leaves
        one unit there, else those that the text names."""
        day = seen.issued or (date(window_starts, 1, 1) if window_starts else None)
        chain = self._chain(own, seen)
        levels: list[str] = []
        named: dict[str, str] = {}
        guessed: dict[str, str] = {}
        for level in reversed(self.domain.levels.all):
            if not 0 < level.rank < self._rank(own.level) or (day is not None and not level.exists_on(day)):
                continue
            levels.append(level.id)
            name = chain.get(level.id) or self._above(level.id, own, seen, day)
            if name is not None:
                named[level.id] = name
            elif (name := self._in_body(level.id, own, seen)) is not None:
                guessed[level.id] = name
        named |= self._listed_above(own, named, seen, day)
        names = guessed | named
        return Superiors(
            tuple(names[level] for level in levels if level in names),
            tuple(level for level in levels if level not in names),
            tuple(level for level in levels if level in guessed and level not in named),
        )

    def _listed_above(self, own: Own, named: dict[str, str], seen: Evidence, day: date | None) -> dict[str, str]:
        """The names, by level, above the innermost unit that the lists know where the text says that it lies."""
        chain = [(own.level, own.unit.name), *named.items()]
        for at, (level, name) in enumerate(chain):
            within = [above for _, above in chain[at + 1 :]]
            found = self._listed(name, level, "" if at else own.unit.word, within, seen, day)
            if found is not None:
                above = self.lists.superiors(found, day)
                return {one.level: one.name for one in (*above, *((found,) if at else ()))}
        return {}

    def _listed(
        self, name: str, level: str, kind: str, within: Sequence[str], seen: Evidence, day: date | None
    ) -> ListedUnit | None:
        """The unit of the lists that a name means: below units that are named one of its letters, or in a damaged text
        one near to it; alone only one that is spelt so."""
        if not within:
            return self.lists.printed(name, kind=kind, level=level, on=day)
        if seen.damaged:
            return self.lists.spelt(name, kind=kind, level=level, on=day, within=within)
        return self.lists.find((name, *within), level, day, kind)

    def respelt(self, own: Own, above: Superiors, seen: Evidence) -> Own:
        """The own unit with the name that the lists have for it below the units above."""
        found = self._listed(own.unit.name, own.level, own.unit.word, above.names, seen, seen.issued)
        return own if found is None else replace(own, unit=replace(own.unit, name=found.name))

    def _chain(self, own: Own, seen: Evidence) -> dict[str, str]:
        """The units that follow the own name at once: "xã Mẫu, huyện Thử, tỉnh Ví Dụ"."""
        found: dict[str, str] = {}
        texts = [paragraph.text for paragraph in seen.opening.paragraphs]
        for text in texts:
            if fold(own.unit.name) not in fold(text):
                continue
            units = list(self._all(text, seen))
            folded = folded_same_length(text)
            for index, unit in enumerate(units):
                if (unit.word, fold(unit.name)) != (own.unit.word, fold(own.unit.name)):
                    continue
                before = unit
                for other in units[index + 1 : index + _LONGEST_CHAIN]:
                    level = self.level(other, seen)
                    if (
                        not _TIED.match(folded[before.end : other.start])
                        or level is None
                        or self._rank(level) >= self._rank(own.level)
                    ):
                        break
                    found.setdefault(level, cased(other.name))
                    before = other
        return found

    def _above(self, level: str, own: Own, seen: Evidence, day: date | None) -> str | None:
        """The name of the unit of a level that the letterhead, the basis, or else the whole text names most."""
        recent = [one for one in seen.citations if day and one.date and self._same_tiers(one.date, day)]
        basis = [one for one in seen.citations if one.role == "basis"]
        letterhead = list(seen.issuer.units) if seen.issuer else []
        texts: list[Iterable[str]] = [
            _cited([one for one in basis if one in recent]),
            [seen.title, *(row.text for row in seen.opening.rows[: seen.opening.end]), *_cited(basis)],
            _cited(seen.citations),
        ]
        groups: list[list[Unit]] = [
            letterhead,
            *([unit for text in group for unit in self._all(text, seen)] for group in texts),
        ]
        for units in groups:
            name = commonest(self._names_above(units, level, own, seen))
            if name is not None:
                every = [unit.name for group in groups for unit in group if level in self.units.levels[unit.word]]
                return respelt(name, every) if seen.damaged else name
        return None

    def _in_body(self, level: str, own: Own, seen: Evidence) -> str | None:
        """The name of the unit of a level that the whole text names most, and more than once."""
        counts = Counter(self._names_above(self._all(_running(seen.document), seen), level, own, seen))
        name = commonest(counts.elements())
        return name if name and counts[name] > 1 else None

    def _names_above(self, units: Iterable[Unit], level: str, own: Own, seen: Evidence) -> list[str]:
        return [
            cased(unit.name)
            for unit in units
            if level in self.units.levels.get(unit.word, ()) and self._is_above(unit, level, own, seen)
        ]

    def _is_above(self, unit: Unit, level: str, own: Own, seen: Evidence) -> bool:
        """Whether a unit named is of the level above, and not the own one by another word."""
        if unit.word == own.unit.word and fold(unit.name) == fold(own.unit.name):
            return False
        return self.level(unit, seen) == level

    def _same_tiers(self, one: date, other: date) -> bool:
        """Whether the same levels exist on two days."""
        return all(level.exists_on(one) == level.exists_on(other) for level in self.domain.levels.all)


def _cited(citations: Iterable[Citation]) -> list[str]:
    return [text for one in citations for text in (one.issuer, one.title) if text]


def _running(document: Document) -> str:
    """The document's lines as one text, so that a name broken over two is found."""
    return " ".join(line.text.strip() for line in document.lines if line.text.strip())

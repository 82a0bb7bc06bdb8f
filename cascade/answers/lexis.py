"""Texts to units of meaning: phrases that stand for a concept, known words of two syllables, else syllables.

Abbreviations are written out, one spelling is kept of several, function words are left out; accents count,
because Vietnamese without them confuses words (measurements.md, Matching). How near two units are is told
from 0 to 100, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import msgspec

from cascade.model.domain import Domain
from cascade.model.language import Language
from cascade.model.remembered import Remembered
from cascade.model.text import nfc
from cascade.model.wording import Wording

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Tie = Literal["same", "synonym", "near", "shared"]
"""Why two units are near: the same words, words of one concept, of a loose one, or syllables in common."""

SAME = 100
NOTHING = "∅"  # stands for an item without any word
END = "."
_WORD = re.compile(r"[^\W_]+|\.(?=\s|$)")


class _Known(msgspec.Struct):
    """What is known of one phrase: the concepts it stands for (True: loosely), the groups that it puts a
    text into, the topics that it speaks of, and whether it is a word of two syllables that the vectors know."""

    concepts: dict[int, bool] = msgspec.field(default_factory=dict)
    groups: list[tuple[int, int]] = msgspec.field(default_factory=list)
    topics: list[int] = msgspec.field(default_factory=list)
    pair: bool = False


class Read(msgspec.Struct, frozen=True):
    """A text as it was read: its syllables, its units (each once, in order) and, by the number of the contrast, the
    sets of groups that it belongs to, as bits."""

    syllables: tuple[str, ...]
    units: tuple[str, ...]
    groups: dict[int, int]


class Lexis:
    """Reads texts by the words of `rules/`; what was read is remembered."""

    def __init__(self, language: Language, wording: Wording) -> None:
        self.wording = wording
        self.nearness, self._length = wording.answers.nearness, wording.answers.length
        self._language = language
        self._read: dict[str, Read] = Remembered()
        self._spelt: dict[str, tuple[str, ...]] = Remembered()
        self._parted: dict[str, tuple[frozenset[str], Mapping[int, bool]]] = Remembered()
        self._directions: dict[str, NDArray[np.int64]] = Remembered()
        self._strict: dict[str, tuple[tuple[str | int, ...], int]] = {}

    @cached_property
    def _short(self) -> re.Pattern[str]:
        words = sorted(map(nfc, self._language.abbreviations), key=lambda word: (-len(word), word))
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words)) or '(?!)'})(?!\w)")

    @cached_property
    def _long(self) -> Mapping[str, str]:
        return {nfc(short): nfc(words) for short, words in self._language.abbreviations.items()}

    @cached_property
    def _spellings(self) -> Mapping[str, str]:
        return {nfc(one): nfc(other) for one, other in self._language.spellings.items()}

    @cached_property
    def _endings(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![qQ])(?:{'|'.join(map(nfc, self._language.endings)) or '(?!)'})(?!\w)")

    @cached_property
    def _empty(self) -> frozenset[str]:
        return frozenset(word for word in map(nfc, self.wording.general.empty) if " " not in word)

    @cached_property
    def light(self) -> frozenset[str]:
        """Verbs that say nothing of what is done ("triển khai", "tăng cường")."""
        general = self.wording.general
        return frozenset(" ".join(self.normal(word)) for word in (*general.opening, *general.light))

    def normal(self, text: str) -> tuple[str, ...]:
        """The syllables of `text` as it is spelt, numbers left out."""
        return tuple(word for word in self.spelt(text) if not word.isdigit())

    def spelt(self, text: str) -> tuple[str, ...]:
        """The syllables of `text` in lower case and one spelling, abbreviations written out; the end of a sentence
        stands between them, so that no phrase runs across it."""
        found = self._spelt.get(text)
        if found is None:
            found = self._spelt[text] = self._spelling(text)
        return found

    def _spelling(self, text: str) -> tuple[str, ...]:
        spelt = nfc(text).replace(";", END)
        if not spelt.islower():
            spelt = self._short.sub(lambda found: self._long[found[0]], spelt).lower()
        if any(ending in spelt for ending in self._language.endings):
            spelt = self._endings.sub(lambda found: self._language.endings[found[0]], spelt)
        same = self._spellings
        found = [same.get(word, word) for word in _WORD.findall(spelt)]
        return tuple(found[:-1] if found and found[-1] == END else found)

    @cached_property
    def _phrases(self) -> dict[tuple[str, ...], _Known]:
        known: dict[tuple[str, ...], _Known] = {}

        def entry(phrase: str) -> _Known:
            return known.setdefault(self.normal(phrase), _Known())

        for number, concept in enumerate(self.wording.concepts):
            for phrase in concept.words:
                found = entry(phrase)
                found.concepts[number] = found.concepts.get(number, True) and concept.loose
        for word in self.wording.vectors.words:
            if " " in word:
                entry(word).pair = word.count(" ") == 1
        for number, contrast in enumerate(self.wording.contrasts):
            for bit, group in enumerate(contrast.groups):
                for phrase in group:
                    entry(phrase).groups.append((number, 1 << bit))
            for phrase in contrast.when:
                entry(phrase).topics.append(number)
        known.pop((), None)
        return known

    @cached_property
    def _begun(self) -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """The phrases by their first two syllables (or their only one), the longest first."""
        begun: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        for phrase in self._phrases:
            begun.setdefault(phrase[:2], []).append(phrase)
        return {first: tuple(sorted(phrases, key=lambda p: (-len(p), p))) for first, phrases in begun.items()}

    def _phrases_at(self, syllables: tuple[str, ...], place: int) -> Iterator[tuple[str, ...]]:
        """Every known phrase that stands at a place, the longest first."""
        for phrase in self._begun.get(syllables[place : place + 2], ()):
            if syllables[place : place + len(phrase)] == phrase:
                yield phrase
        if place + 1 < len(syllables):
            yield from self._begun.get(syllables[place : place + 1], ())

    def read(self, text: str) -> Read:
        """The units of `text` and the contrasts that it speaks of."""
        found = self._read.get(text)
        if found is None:
            found = self._read[text] = self._reading(text)
        return found

    def _reading(self, text: str) -> Read:
        syllables = self.normal(text)
        groups: dict[int, int] = {}
        ends: dict[int, int] = {}
        topics: set[int] = set()
        concepts: list[tuple[int, int]] = []
        pairs: set[int] = set()
        for place in range(len(syllables)):
            for phrase in self._phrases_at(syllables, place):
                known, end = self._phrases[phrase], place + len(phrase)
                topics.update(known.topics)
                for number, bit in known.groups:
                    if end > ends.get(number, 0):
                        groups[number] = groups.get(number, 0) | bit
                        ends[number] = end
                if known.concepts:
                    concepts.append((place, end))
                elif known.pair:
                    pairs.add(place)
        units = self._units(syllables, _apart(concepts), pairs)
        contrasts = self.wording.contrasts
        spoken = {number: bits for number, bits in groups.items() if not contrasts[number].when or number in topics}
        return Read(syllables, tuple(units) or (NOTHING,), spoken)

    def _units(self, syllables: tuple[str, ...], concepts: list[tuple[int, int]], pairs: set[int]) -> dict[str, None]:
        """The units of a text in order, each once: phrases of concepts, known pairs between them, else syllables."""
        units: dict[str, None] = {}
        place = 0
        for start, end in (*concepts, (len(syllables), len(syllables))):
            while place < start:
                size = 2 if place in pairs and place + 2 <= start else 1
                unit = " ".join(syllables[place : place + size])
                if unit not in self._empty and unit != END:
                    units[unit] = None
                place += size
            if start < end:
                units[" ".join(syllables[start:end])] = None
            place = end
        return units

    def excluded(self, one: str, other: str) -> tuple[tuple[str, str], ...]:
        """The words of two texts that put them into different groups of one contrast."""
        first, second = self.read(one).groups, self.read(other).groups
        apart = [number for number in sorted(first) if number in second and not first[number] & second[number]]
        return tuple((self._spoken(one, number), self._spoken(other, number)) for number in apart)

    def _spoken(self, text: str, contrast: int) -> str:
        """The first words of `text` that put it into a group of a contrast."""
        syllables = self.read(text).syllables
        for place in range(len(syllables)):
            for phrase in self._phrases_at(syllables, place):
                if any(number == contrast for number, _ in self._phrases[phrase].groups):
                    return " ".join(phrase)
        return ""

    def strict(self, unit: str) -> tuple[tuple[str | int, ...], int]:
        """By what the rarity of a unit is told (itself, and the concepts for which it stands, but not loosely), and
        the percentage at which its length counts: a longer phrase tells more than its syllables alone."""
        found = self._strict.get(unit)
        if found is None:
            strict = (concept for concept, loose in self.concepts(unit).items() if not loose)
            size = unit.count(" ") + 1
            found = self._strict[unit] = ((unit, *strict), 0 if unit == NOTHING else self._told_by_length(size))
        return found

    def _told_by_length(self, size: int) -> int:
        return self._length.one if size == 1 else self._length.two + self._length.further * (size - 2)

    def words_of(self, text: str, concept: int) -> frozenset[str]:
        """The words of a concept that a text holds, whether or not a longer phrase takes them in."""
        syllables = self.read(text).syllables
        found = (phrase for place in range(len(syllables)) for phrase in self._phrases_at(syllables, place))
        return frozenset(" ".join(phrase) for phrase in found if concept in self._phrases[phrase].concepts)

    def concepts(self, unit: str) -> Mapping[int, bool]:
        """The concepts for which a unit stands, by number; True where it does so loosely."""
        return self._taken_apart(unit)[1]

    def _taken_apart(self, unit: str) -> tuple[frozenset[str], Mapping[int, bool]]:
        """The syllables of a unit, and the concepts for which it stands."""
        found = self._parted.get(unit)
        if found is None:
            syllables = tuple(unit.split())
            known = self._phrases.get(syllables)
            found = self._parted[unit] = frozenset(syllables), known.concepts if known else {}
        return found

    def near(self, one: str, other: str) -> tuple[int, Tie | None]:
        """How near two units are, from 0 to 100, and why."""
        if one == other:
            return SAME, "same"
        near = self.nearness
        (first, ours), (second, theirs) = self._taken_apart(one), self._taken_apart(other)
        loose = [is_loose or theirs[c] for c, is_loose in ours.items() if c in theirs] if ours and theirs else []
        if loose and not all(loose):
            return near.synonym, "synonym"
        common, fewer = len(first & second), min(len(first), len(second))
        if not common and not loose:
            return 0, None
        shared = near.shared * common // (len(first) + len(second))
        if common > 1 and common == fewer:
            most = max(len(first), len(second))
            held = near.holds if most <= 2 * fewer else 2 * near.shared * common // (len(first) + len(second))
            shared = max(shared, held)
        if loose and shared < near.loose:
            return near.loose, "near"
        return shared, "shared" if shared else None

    def nearest(self, unit: str, given: Sequence[str]) -> tuple[int, Tie | None, str]:
        """Which of the `given` units comes nearest to one, the first of those as near: how near, why, and it."""
        if unit in given:
            return SAME, "same", unit
        found: tuple[int, Tie | None, str] = (0, None, "")
        ours, concepts = self._taken_apart(unit)
        for other in given:
            syllables, theirs = self._taken_apart(other)
            if ours.isdisjoint(syllables) and not (concepts and theirs):
                continue  # nothing in common: most units are not near
            near, tie = self.near(unit, other)
            if near > found[0]:
                found = near, tie, other
        return found

    @cached_property
    def table(self) -> NDArray[np.int64]:
        """The table of vectors, a row a word."""
        import numpy as np

        known = self.wording.vectors
        return np.frombuffer(known.rows, dtype=np.int8).reshape(-1, known.size).astype(np.int64)

    def direction(self, unit: str) -> NDArray[np.int64]:
        """The vector of a unit: its own, else the sum of those of its parts."""
        found = self._directions.get(unit)
        if found is None:
            rows = list(self._rows.get(unit, ()) or self._parts(unit))
            found = self._directions[unit] = self.table[rows].sum(axis=0)
        return found

    @cached_property
    def _rows(self) -> dict[str, tuple[int, ...]]:
        words = self.wording.vectors.words
        spelt: dict[str, tuple[int, ...]] = {" ".join(self.normal(word)): (row,) for row, word in enumerate(words)}
        return spelt | {word: (row,) for row, word in enumerate(words)}

    def _parts(self, unit: str) -> Iterable[int]:
        syllables = unit.split()
        place = 0
        while place < len(syllables):
            for size in (2, 1):
                row = self._rows.get(" ".join(syllables[place : place + size]))
                if row is not None and place + size <= len(syllables):
                    yield row[0]
                    place += size - 1
                    break
            place += 1


def lexis_of(domain: Domain) -> Lexis:
    """How texts are read by the words of `domain`: its tables take a while, so they are made once and kept with it."""
    lexis: Lexis = domain.__dict__.setdefault("lexis", Lexis(domain.language, domain.wording))
    return lexis


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of spans that overlap the longest (of as long ones the first), in their order."""
    taken: set[int] = set()
    kept = []
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            kept.append((start, end))
    return sorted(kept)

"""Which measure of `rules/measures.yaml` a printed target is about.

A phrase of the measure decides, the longest where several fit. Where none is there word for word,
the measure whose phrases share nearly all their weight with the text does, if it is alone in that.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cached_property

import msgspec

from cascade.model.domain import Domain
from cascade.model.measure import Measure
from cascade.model.text import NOTHING, nfc

_ENOUGH = 0.8  # share of a phrase's weight that must be there
_LEAD = 0.05  # by how much the best measure must lead
_SHORT = 4  # a phrase of fewer syllables must be there word for word
_WORDS = re.compile(r"[^\W_]+")


class Recognised(msgspec.Struct, frozen=True):
    """A measure, the phrase that decided, and how sure that is (0 to 1)."""

    measure: Measure
    phrase: str
    sure: float


def sign_of(relation: str, recognised: Recognised | None) -> str:
    """The sign before a number in a plan file, for how it binds (a name of `bounds` in rules/reading.yaml, or "="):
    none where it binds the better way of its measure."""
    lower = recognised is not None and recognised.measure.better == "lower"
    signs = {"above": "> ", "below": "< ", "=": "= "}
    better = {"at_least": ">= " if lower else "", "at_most": "" if lower else "<= "}
    return (signs | better).get(relation, "")


class _Phrase(msgspec.Struct, frozen=True):
    """A phrase of a measure in normal form, its syllables, and their weight in all."""

    words: str
    measure: Measure
    syllables: Counter[str]
    weight: float


class Measures(msgspec.Struct, frozen=True, dict=True):
    """All measures' phrases, ready to be found."""

    domain: Domain

    @cached_property
    def _abbreviations(self) -> re.Pattern[str]:
        shorts = sorted(self.domain.language.abbreviations, key=lambda short: (-len(short), short))
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, shorts))})(?!\w)")

    @cached_property
    def _spellings(self) -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
        language = self.domain.language
        whole, ends = ("|".join(map(re.escape, known)) for known in (language.spellings, language.endings))
        return (
            (re.compile(rf"(?<!\w)(?:{whole or NOTHING})(?!\w)"), language.spellings),
            (re.compile(rf"(?<!q)(?:{ends or NOTHING})(?!\w)"), language.endings),
        )

    def normal(self, text: str) -> str:
        """`text` with abbreviations spelt out, in lower case, one spelling a word, no punctuation."""
        language = self.domain.language
        spelt = self._abbreviations.sub(lambda match: language.abbreviations[match[0]], nfc(text))
        spelt = " ".join(_WORDS.findall(spelt.lower()))
        for pattern, known in self._spellings:
            spelt = pattern.sub(lambda found, known=known: known[found[0]], spelt)  # type: ignore[misc]
        return spelt

    @cached_property
    def _weights(self) -> dict[str, float]:
        seen: Counter[str] = Counter()
        for measure in self.domain.measures.values():
            seen.update({word for phrase in measure.phrases for word in self.normal(phrase).split()})
        return {word: math.log(1 + len(self.domain.measures) / count) for word, count in seen.items()}

    @cached_property
    def _phrases(self) -> tuple[_Phrase, ...]:
        """Every phrase, the longest first."""
        pairs = [(self.normal(p), measure) for measure in self.domain.measures.values() for p in measure.phrases]
        pairs.sort(key=lambda pair: (-len(pair[0]), pair[0], pair[1].id))
        return tuple(self._phrase(words, measure) for words, measure in pairs)

    def _phrase(self, words: str, measure: Measure) -> _Phrase:
        syllables = Counter(words.split())
        weight = sum(self._weights[word] * count for word, count in syllables.items())
        return _Phrase(words, measure, syllables, weight)

    @cached_property
    def _known(self) -> dict[tuple[str, str | None, bool, frozenset[str] | None], Recognised | None]:
        """What was recognised before: the values of one sentence ask the same again."""
        return {}

    def recognise(
        self, text: str, unit: str | None, *, phrases_only: bool = False, among: frozenset[str] | None = None
    ) -> Recognised | None:
        """The measure that `text` is about, among those in `unit` (`%`, `phút`, `hạng`, `` for a grade)
        and, where they are given, those with an id of `among`."""
        asked = (text, unit, phrases_only, among)
        if asked not in self._known:
            self._known[asked] = self._recognise(text, unit, phrases_only=phrases_only, among=among)
        return self._known[asked]

    def _recognise(
        self, text: str, unit: str | None, *, phrases_only: bool, among: frozenset[str] | None
    ) -> Recognised | None:
        normal = f" {self.normal(text)} "
        fit = [one for one in self._phrases if _fits(one.measure, unit) and (among is None or one.measure.id in among)]
        hit = next((one for one in fit if f" {one.words} " in normal), None)
        if hit is not None:
            return Recognised(hit.measure, hit.words, 1.0)
        return None if phrases_only else self._nearest(Counter(normal.split()), fit)

    def _nearest(self, words: Counter[str], fit: list[_Phrase]) -> Recognised | None:
        best: dict[str, tuple[float, str, Measure]] = {}
        for one in fit:
            if one.syllables.total() < _SHORT:
                continue
            shared = sum(
                self._weights[word] * min(count, words[word]) for word, count in one.syllables.items() if word in words
            )
            score = shared / one.weight
            if score > best.get(one.measure.id, (0.0, "", one.measure))[0]:
                best[one.measure.id] = (score, one.words, one.measure)
        ranked = sorted(best.values(), key=lambda found: (-found[0], -len(found[1]), found[2].id))
        if not ranked or ranked[0][0] < _ENOUGH:
            return None
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _LEAD and len(ranked[0][1]) <= len(ranked[1][1]):
            return None
        score, phrase, measure = ranked[0]
        return Recognised(measure, phrase, round(0.85 * score, 2))


def _fits(measure: Measure, unit: str | None) -> bool:
    if unit == "":
        return bool(measure.grades)
    return unit is None or (measure.unit == unit and not measure.grades)

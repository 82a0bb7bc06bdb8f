"""Which measure of `rules/measures.yaml` a printed target is about.

A phrase of the measure decides, the longest where several fit; "…" in a phrase stands for a few words more. Where none
is there word for word, the measure whose phrases share nearly all their weight with the text does, if it is alone in
that.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

import msgspec

from cascade.model.domain import Domain
from cascade.model.measure import Measure
from cascade.model.text import NOTHING, any_of, nfc

_ENOUGH = 0.8  # share of a phrase's weight that must be there
_LEAD = 0.05  # by how much the best measure must lead
_SHORT = 4  # a phrase of fewer syllables must be there word for word
_GAP = r"(?: \S+){0,12}? "  # what "…" in a phrase stands for
_WORDS = re.compile(r"[^\W_]+")


class Recognised(msgspec.Struct, frozen=True):
    """A measure, the phrase that decided, and how sure that is (0 to 1)."""

    measure: Measure
    phrase: str
    sure: float


class _Phrase(msgspec.Struct, frozen=True):
    """A phrase of a measure in normal form, its syllables, their weight, and how to find it where it has gaps."""

    words: str
    measure: Measure
    syllables: Counter[str]
    weight: float
    gaps: re.Pattern[str] | None

    def said_in(self, normal: str) -> str | None:
        """What of a text says this phrase."""
        if self.gaps is None:
            return self.words if f" {self.words} " in normal else None
        found = self.gaps.search(normal)
        return found[0].strip() if found else None


class Measures(msgspec.Struct, frozen=True, dict=True):
    """All measures' phrases, ready to be found."""

    domain: Domain

    def normal(self, text: str) -> str:
        """`text` with abbreviations spelt out, in lower case, one spelling a word, no punctuation."""
        spelt = self._abbreviations.sub(lambda match: self.domain.language.abbreviations[match[0]], nfc(text))
        spelt = " ".join(_WORDS.findall(spelt.lower()))
        for pattern, known in self._spellings:
            spelt = pattern.sub(lambda found, known=known: known[found[0]], spelt)  # type: ignore[misc]
        return spelt

    @cached_property
    def _abbreviations(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{any_of(self.domain.language.abbreviations)})(?!\w)")

    @cached_property
    def _spellings(self) -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
        language = self.domain.language
        whole, ends = ("|".join(map(re.escape, known)) or NOTHING for known in (language.spellings, language.endings))
        return (
            (re.compile(rf"(?<!\w)(?:{whole})(?!\w)"), language.spellings),
            (re.compile(rf"(?<!q)(?:{ends})(?!\w)"), language.endings),
        )

    @cached_property
    def _weights(self) -> dict[str, float]:
        seen: Counter[str] = Counter()
        for measure in self.domain.measures.values():
            seen.update({word for phrase in measure.phrases for word in self.normal(phrase).split()})
        return {word: math.log(1 + len(self.domain.measures) / count) for word, count in seen.items()}

    @cached_property
    def _phrases(self) -> tuple[_Phrase, ...]:
        """Every phrase, the longest first."""
        made = [
            self._phrase(phrase, measure) for measure in self.domain.measures.values() for phrase in measure.phrases
        ]
        return tuple(sorted(made, key=lambda one: (-len(one.words), one.words, one.measure.id)))

    def _phrase(self, phrase: str, measure: Measure) -> _Phrase:
        parts = [self.normal(part) for part in phrase.split("…")]
        syllables = Counter(" ".join(parts).split())
        weight = sum(self._weights[word] * count for word, count in syllables.items())
        gaps = re.compile(rf" {_GAP.join(map(re.escape, parts))} ") if len(parts) > 1 else None
        return _Phrase(" ".join(parts), measure, syllables, weight, gaps)

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
            fit = [
                one for one in self._phrases if _fits(one.measure, unit) and (among is None or one.measure.id in among)
            ]
            normal = f" {self.normal(text)} "
            said = ((words, one) for one in fit if (words := one.said_in(normal)))
            words, best = max(said, key=lambda pair: len(pair[0]), default=("", None))
            found = Recognised(best.measure, words, 1.0) if best else None
            self._known[asked] = found or (None if phrases_only else self._nearest(Counter(normal.split()), fit))
        return self._known[asked]

    def _nearest(self, words: Counter[str], fit: Iterable[_Phrase]) -> Recognised | None:
        best: dict[str, tuple[float, _Phrase]] = {}
        for one in fit:
            if one.gaps is None and one.syllables.total() >= _SHORT:
                shared = sum(self._weights[word] * min(many, words[word]) for word, many in one.syllables.items())
                score = shared / one.weight
                if score > best.get(one.measure.id, (0.0, one))[0]:
                    best[one.measure.id] = (score, one)
        ranked = sorted(best.values(), key=lambda found: (-found[0], -len(found[1].words), found[1].measure.id))
        if not ranked or ranked[0][0] < _ENOUGH:
            return None
        (score, first), rival = ranked[0], ranked[1] if len(ranked) > 1 else None
        if rival and score - rival[0] < _LEAD and len(first.words) <= len(rival[1].words):
            return None
        return Recognised(first.measure, first.words, round(0.85 * score, 2))


def _fits(measure: Measure, unit: str | None) -> bool:
    if unit == "":
        return bool(measure.grades)
    return unit is None or (measure.unit == unit and not measure.grades)

"""What a commitment is about: its measure by its own words, or, where these name no thing, by those that it shares."""

from __future__ import annotations

import re
from functools import cached_property

import msgspec

from cascade.ingest.targets.commitment import Commitment
from cascade.ingest.targets.measures import Measures, Recognised
from cascade.lexicon.passage import before
from cascade.lexicon.vocabulary import Vocabulary
from cascade.model.plan import Target
from cascade.model.text import any_of

_STEP = re.compile(r"(?:(?:mỗi|hàng|hằng|từng)\s+năm|năm\s+20\d{2})\s+(?:giảm|cắt giảm|tinh giản)\s", re.IGNORECASE)
_BRACKETS_OR_NUMBERS = re.compile(r"\([^()]*\)|\d[\d.,]*%?")
PART = re.compile(
    r"\W*(?:trong\s+(?:số\s+)?đó|(?P<except>riêng))\s*,?\s*(?:đối\s+với\s+)?(?!\s*(?:\d+\s+tháng|quý|năm))",
    re.IGNORECASE,
)
"""How words begin that name a part of what the value before them is about."""
_NUMBERED = re.compile(r"^.*?\d\s*%\s*")
_NO_THING = 2  # so many words are left of a year or a tier
Earlier = tuple[Target, Commitment] | None


class Subjects(msgspec.Struct, frozen=True, dict=True):
    """Tells what commitments are about, each with the target before it in its paragraph at hand."""

    vocabulary: Vocabulary

    @cached_property
    def measures(self) -> Measures:
        """All measures' phrases."""
        return Measures(self.vocabulary.domain)

    def recognise(self, text: str, one: Commitment, earlier: Earlier, heading: str) -> Recognised | None:
        """The measure of a quantity: of what is cut a year, of its own words, or, where these name no thing, of the
        value before it, of its sentence or the one before, or of the heading above."""
        unit, span, measured = one.span.quantity.unit, one.span, one.measured(text)
        same = self._same(earlier, unit)
        own = self._step(text, one, earlier) or self.measures.recognise(measured, unit)
        own = own or self._of_part(measured, one, earlier, same)
        if own is not None or not (self.continues(measured) or span.quantity.kind == "rank"):
            shares = (
                earlier is not None and earlier[1].span.shared is not None and earlier[1].span.shared[0] > span.start
            )
            return own or (Recognised(same.measure, measured, 0.85) if same and shares else None)
        if same is not None and earlier is not None:
            one.continues = True
            one.goes_on_from, one.subject_end = earlier[1].shared_subject
            return Recognised(same.measure, measured, 0.9)
        if one.tier is None:
            one.tier = self.vocabulary.tier_of(text[span.clause[0] : span.quantity.start])
        for words in (text[slice(*span.sentence)], before(text, span.sentence[0])):
            if said := self.measures.recognise(words, unit, phrases_only=True):
                return said
        return self.measures.recognise(f"{heading} {measured}", unit)

    def continues(self, measured: str) -> bool:
        """Whether a quantity's own words name no thing: a year or a tier for a value of what was said before."""
        return len(self._named_by(measured)) <= _NO_THING

    def _same(self, earlier: Earlier, unit: str) -> Recognised | None:
        """The measure of the target before it, where that is in the same unit."""
        if earlier is None or earlier[0].measure is None or (earlier[0].value.unit or "") != unit:
            return None
        return Recognised(self.vocabulary.domain.measures[earlier[0].measure], "", 1.0)

    def _step(self, text: str, one: Commitment, earlier: Earlier) -> Recognised | None:
        """The measure of what is cut each year, behind a target that says of what ("…, mỗi năm giảm 2%")."""
        step = _STEP.search(text, one.span.clause[0], one.span.quantity.bound_start)
        if step is None or earlier is None:
            return None
        target = earlier[0]
        if target.measure in self._stepped:
            return Recognised(self.vocabulary.domain.measures[target.measure], step[0], 0.8)
        words = f"{step[0]} {_NUMBERED.sub('', target.words)}"
        return self.measures.recognise(words, one.span.quantity.unit, phrases_only=True, among=self._stepped)

    def _of_part(self, measured: str, one: Commitment, earlier: Earlier, same: Recognised | None) -> Recognised | None:
        """The measure of a part of what the target before it is about ("…, riêng các xã miền núi tối thiểu 70%"): one
        that measures that part alone, else the same."""
        part = PART.match(measured)
        if earlier is None or part is None or not self._named_by(measured[part.end() :]):
            return None
        if same is None:
            excepts = part["except"] is not None and one.tier is None
            one.part_of_other = excepts and earlier[0].value.unit == one.span.quantity.unit
            return None
        words = f"{earlier[0].words} lĩnh vực {measured}"
        alone = self.measures.recognise(words, one.span.quantity.unit, among=frozenset(same.measure.distinct))
        one.part_of_other = alone is None
        return alone or Recognised(same.measure, measured, 0.8)

    def _named_by(self, measured: str) -> list[str]:
        """The words that may name a thing measured."""
        return self._idle.sub(" ", _STEP.sub(" ", _BRACKETS_OR_NUMBERS.sub(" ", measured))).split()

    @cached_property
    def _idle(self) -> re.Pattern[str]:
        phrases = self.vocabulary.domain.phrases
        idle = any_of([*phrases.hedges, *phrases.around.get("fillers", ())])
        return re.compile(rf"(?<!\w)(?:{idle})(?!\w)|[^\w\s]", re.IGNORECASE)

    @cached_property
    def _stepped(self) -> frozenset[str]:
        """The measures of what is cut or raised a year: those that a phrase of "mỗi năm" names."""
        return frozenset(
            measure.id
            for measure in self.vocabulary.domain.measures.values()
            if any(_STEP.search(f"{phrase} ") or "từng năm" in phrase for phrase in measure.phrases)
        )

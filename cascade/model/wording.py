"""The words by which items are told to say the same, as data: what stands for what, what excludes what.

`rules/concepts.yaml`, `contrasts.yaml`, `general.yaml` and `answers.yaml` decode into these types.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from cascade.model.words import Words

Pair = tuple[str, ...]


class Concept(msgspec.Struct, frozen=True):
    """Words that stand for one thing; with `loose` they are near one another and not the same.

    `example`: two statements that say it in different words.
    """

    id: str
    words: tuple[str, ...]
    example: Pair = ()
    loose: bool = False


class Contrast(msgspec.Struct, frozen=True):
    """Groups of words that exclude one another: who asks about one group is not answered by another.

    `when`: words of the topic on which the set speaks; empty: always. `example`: two statements
    that must not be taken for one another. `unproven`: no look-alike was caught by it yet.
    """

    id: str
    groups: tuple[tuple[str, ...], ...]
    example: Pair = ()
    when: tuple[str, ...] = ()
    unproven: bool = False


class General(msgspec.Struct, frozen=True):
    """Words of little substance. `opening`: verbs with which a merely general task begins; `light`: verbs that
    begin any task and do not say what is done; `titles`: words that any plan's title holds; `before_years`: words
    before the years of a title; `hollow`: words that only fill; `work`: nouns before the
    topic of such a task; `concrete`: signs of a definite act; `empty`: function
    words. `makes_plan`: how a task begins that asks for a plan; `plan_besides`: words there beside the subject;
    `plan_tells`: how what the plan is to hold is added."""

    opening: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    before_years: tuple[str, ...] = ()
    hollow: tuple[str, ...] = ()
    work: tuple[str, ...] = ()
    concrete: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    makes_plan: tuple[str, ...] = ()
    plan_besides: tuple[str, ...] = ()
    plan_tells: tuple[str, ...] = ()


class Band(msgspec.Struct, frozen=True):
    """Where a score of the competition (hundredths of a natural logarithm, at most 0) begins to count.

    At `sure` and above an item is answered; below `none` nothing answers it; between them a person
    has to look. `middle` and `slope` make the score a probability: a logistic curve that is one half
    at `middle` and rises from a quarter to three quarters within 2.2 `slope`.
    """

    sure: int
    none: int
    middle: int
    slope: int


class Competition(msgspec.Struct, frozen=True):
    """How rival answers divide what they claim, in hundredths of a natural logarithm, at most 0.

    `other_kind`: what a claim by an item of the other kind (a task for a target) counts. `excluded`: what a
    best answer loses, after the competition, that is about a thing which excludes the asked one. `twin`: what an
    answer of a twin loses, so that an own one comes before it. `enough`: the evidence from which an answer needs no
    rivals to be believed.
    """

    other_kind: int
    excluded: int
    twin: int
    enough: int


class Nearness(msgspec.Struct, frozen=True):
    """How near two units of meaning are, in percent, where they are not the same words.

    `synonym`: words of one concept; `loose`: of a concept that is loose; `holds`: the one holds all syllables of
    the other, and at most twice as many; `shared`: counts by the syllables in common, of those of both together.
    """

    synonym: int
    loose: int
    holds: int
    shared: int


class Length(msgspec.Struct, frozen=True):
    """How much a unit tells by its length, in percent: of `one` syllable, of `two`, and each `further` one."""

    one: int
    two: int
    further: int


class Alike(msgspec.Struct, frozen=True):
    """From which likeness, in thousandths, two texts speak of one thing: two targets of one plan (`twins`), for another
    year or tier, that no measure fits; two `titles` of no known subject, by what the shorter of them says."""

    twins: int
    titles: int


class EvidenceRule(msgspec.Struct, frozen=True):
    """What one evidence weighs, in thousandths (negative: it speaks against), and what it says to a person."""

    weight: Annotated[int, msgspec.Meta(ge=-20_000, le=20_000)]
    says: Words


class VerdictRules(msgspec.Struct, frozen=True):
    """From where a verdict counts; in thousandths of words said, or hundredths of a score where it says so.

    `general_below`: a general item that says less of a task than this names only its topic. `same_object`: how much
    each of two tasks says of the other for the object to be the same though the deed is not said. `part_from`: an
    item that may answer says a part from here on. `own_words`: the score of an item that answers nothing else
    that is asked better, and how surely the neighbours of the asked one are answered beside it (thousandths), from
    which it may answer in words of its own. `in_words`: what a task says
    of a target to do its work without the number, and each of them of the other; no such task is looked for beside a
    target of this score, `near_enough`. `same_exception`: how much of an exception the plan above makes itself. `twin`:
    score by which a second target of the child may stay behind the best to answer for other years; `occasion`:
    likewise a second single occasion. `same_thing`: likeness of two targets of one plan that are about one thing.
    """

    general_below: int
    same_object: int
    part_from: int
    own_words: tuple[int, ...]
    in_words: tuple[int, ...]
    near_enough: int
    same_exception: int
    twin: int
    occasion: int
    same_thing: int


class AnswerRules(msgspec.Struct, frozen=True):
    """`rules/answers.yaml`: how near words are, each evidence, competition, the bands by kind of item, verdicts."""

    nearness: Nearness
    length: Length
    alike: Alike
    evidence: dict[str, EvidenceRule]
    competition: Competition
    bands: dict[str, Band]
    verdicts: VerdictRules

    @property
    def weights(self) -> dict[str, int]:
        """The weight of each evidence by its name."""
        return {name: rule.weight for name, rule in self.evidence.items()}


class Vectors(msgspec.Struct, frozen=True):
    """Words with their vectors: `size` signed bytes a word, in the order of `words` (see rules/vectors.tsv)."""

    words: tuple[str, ...]
    rows: bytes
    size: int


class Wording(msgspec.Struct, frozen=True):
    """All of it: what the answers room needs to know of the language."""

    concepts: tuple[Concept, ...]
    contrasts: tuple[Contrast, ...]
    general: General
    answers: AnswerRules
    vectors: Vectors

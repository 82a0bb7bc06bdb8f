"""The words by which items are told to say the same, as data: what stands for what, what excludes what.

`rules/concepts.yaml`, `contrasts.yaml`, `general.yaml` and `answers.yaml` decode into these types.
"""

from __future__ import annotations

import msgspec

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
    """Words of little substance. `opening`: verbs with which a merely general task begins; `hollow`:
    words that only fill; `concrete`: signs of a definite act; `clauses`: how a clause of purpose,
    manner or place begins; `empty`: function words; `all`: words that say "every one of them"."""

    opening: tuple[str, ...] = ()
    hollow: tuple[str, ...] = ()
    concrete: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()


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
    best answer loses, after the competition, that is about a thing which excludes the asked one. `enough`: the
    evidence from which an answer needs no rivals to be believed.
    """

    other_kind: int
    excluded: int
    enough: int


class AnswerRules(msgspec.Struct, frozen=True):
    """`rules/answers.yaml`: the weight of each evidence in thousandths, and the bands by kind of item."""

    weights: dict[str, int]
    competition: Competition
    bands: dict[str, Band]


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

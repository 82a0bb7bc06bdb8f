"""Why two items belong together: the pairs of words that tie them, each with its kind, and what keeps them apart."""

from __future__ import annotations

from typing import Literal

import msgspec

from cascade.answers.lexis import NOTHING, Lexis, Tie

Kind = Literal["same", "synonym", "near", "shared", "excluded", "unsaid"]


class Because(msgspec.Struct, frozen=True):
    """One reason: words of the parent's item, words of the child's, and how they are tied.

    `same` words, a `synonym` (one concept of rules/concepts.yaml), words `near` in meaning (a loose concept),
    syllables `shared`; `excluded`: words of rules/contrasts.yaml that exclude one another; `unsaid`: words of
    the parent's item that the child's does not say.
    """

    kind: Kind
    parent: str
    child: str

    @property
    def pair(self) -> str:
        """Both words as one text; what both say alike stands once."""
        return self.parent if self.parent == self.child or not self.child else f"{self.parent} ~ {self.child}"


def because(lexis: Lexis, asked: str, said: str) -> tuple[Because, ...]:
    """What ties the item that says `said` to the one that asks `asked`, in the order of the asked words."""
    given = [unit for unit in lexis.read(said).units if unit != NOTHING]
    ties, unsaid = [], []
    for unit in lexis.read(asked).units:
        if unit == NOTHING:
            continue
        near, tie, other = lexis.nearest(unit, given)
        if near >= lexis.nearness.loose and tie is not None:
            ties.append(Because(_KIND[tie], unit, other))
        else:
            unsaid.append(Because("unsaid", unit, ""))
    apart = [Because("excluded", theirs, ours) for theirs, ours in lexis.excluded(asked, said)]
    return (*apart, *ties, *unsaid)


_KIND: dict[Tie, Kind] = {"same": "same", "synonym": "synonym", "near": "near", "shared": "shared"}

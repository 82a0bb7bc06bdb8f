"""Why two items belong together: the pairs of words that tie them, each with its kind, and what keeps them apart."""

from __future__ import annotations

from collections.abc import Iterable
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
    """What ties the item that says `said` to the one that asks `asked`, in the order of the asked words; syllables that
    follow one another are told as one word."""
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
    told = _joined((*ties, *unsaid), *(" ".join(("", *lexis.spelt(text), "")) for text in (asked, said)))
    return (*apart, *told)


def _joined(ties: Iterable[Because], asked: str, said: str) -> list[Because]:
    """The ties, with syllables joined that stand side by side wherever they are said (`giao`, `dịch`)."""
    joined: list[Because] = []
    alone = False  # the last holds no word of several syllables
    for one in ties:
        was_alone, alone = alone, " " not in one.parent and one.kind in ("same", "unsaid")
        word = f"{joined[-1].parent} {one.parent}" if joined and alone and was_alone else ""
        beside = word and f" {word} " in asked and (one.kind == "unsaid" or f" {word} " in said)
        if beside and joined[-1].kind == one.kind:
            joined[-1] = Because(one.kind, word, word if one.child else "")
        else:
            joined.append(one)
    return joined


_KIND: dict[Tie, Kind] = {"same": "same", "synonym": "synonym", "near": "near", "shared": "shared"}

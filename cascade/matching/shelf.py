"""All answers of a child at once: how much weight each of them shares with what is asked.

Every term holds its weight in the slot of each answer that says it; adding the terms of what is
asked adds all slots in one stroke. A slot is 64 bits of one large whole number, which is exact and,
for the few hundred items of a plan, far faster than counting answer by answer.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from cascade.matching.terms import Terms, Weights

_SLOT = 8  # bytes; no text weighs anywhere near 2**64


class Shelf:
    """The answers' terms, ready to be asked."""

    def __init__(self, answers: Sequence[Terms], weights: Weights) -> None:
        self._size = len(answers)
        self._slots: dict[str, int] = {}
        for index, terms in enumerate(answers):
            place = 1 << (8 * _SLOT * index)
            for term in terms:
                self._slots[term] = self._slots.get(term, 0) + weights.by_term[term] * place

    def __contains__(self, term: str) -> bool:
        return term in self._slots

    def shared(self, asked: Terms) -> Sequence[int]:
        """For each answer, the weight of the terms that it shares with `asked`."""
        slots = self._slots
        total = sum([slots[term] for term in asked if term in slots])
        return memoryview(total.to_bytes(_SLOT * self._size, sys.byteorder)).cast("Q")

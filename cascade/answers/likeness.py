"""How alike two short texts are, by the same words and synonyms as everything else here."""

from __future__ import annotations

from cascade.answers.lexis import NOTHING, SAME, Lexis, Read


def said_share(lexis: Lexis, asked: str, said: str) -> int:
    """How much of `asked` the text `said` says, in thousandths; 1000 where `asked` says nothing."""
    wanted = [unit for unit in lexis.read(asked).units if unit != NOTHING]
    given = lexis.read(said).units
    if not wanted:
        return 1000
    found = sum(max((lexis.near(unit, other)[0] for other in given), default=0) for unit in wanted)
    return 1000 * found // (SAME * len(wanted))


def overlap(one: Read, other: Read) -> int:
    """The share of the units of two texts that both hold, in thousandths: quick, and blind to synonyms."""
    first, second = frozenset(one.units), frozenset(other.units)
    return 1000 * len(first & second) // len(first | second)


def alike(lexis: Lexis, one: str, other: str) -> int:
    """How much each of two texts says of the other, in thousandths: the smaller share."""
    return min(said_share(lexis, one, other), said_share(lexis, other, one))

"""The deed: a Vietnamese task opens with its verb; where the lower plan never says it, the task is hardly done."""

from __future__ import annotations

import numpy as np

from cascade.answers.lexis import HOLDS, Lexis
from cascade.answers.pairing import Pairing
from cascade.answers.statement import Statement
from cascade.answers.whole import Grid

_VERB = 2  # syllables; nearly every verb of this prose has two


def deed_absent(pair: Pairing) -> Grid:
    """The deed of the asked task is said nowhere in the lower plan, in no other words either."""
    lexis = pair.lexis
    said = frozenset(unit for one in pair.said.statements for unit in one.read.units)
    runs = frozenset(
        one.read.syllables[place : place + _VERB]
        for one in pair.said.statements
        for place in range(len(one.read.syllables) - 1)
    )
    absent = [_is_absent(deed(lexis, one), said, runs, lexis) for one in pair.asked.statements]
    found: Grid = 1000 * np.array(absent, dtype=np.int64)[:, None] * np.ones((1, len(pair.said)), dtype=np.int64)
    return found


def deed(lexis: Lexis, statement: Statement) -> str | None:
    """The first verb of a task that says what is done ("lưu trữ", "chứng thực"); None where there is none."""
    if statement.kind != "task":
        return None
    return next((unit for unit in statement.read.units if " " in unit and unit not in lexis.light), None)


def _is_absent(unit: str | None, said: frozenset[str], runs: frozenset[tuple[str, ...]], lexis: Lexis) -> bool:
    if unit is None:
        return False
    verb = tuple(unit.split()[:_VERB])
    if unit in said or verb in runs:
        return False
    return all(lexis.near(unit, other)[0] < HOLDS for other in said)

"""The deed: a Vietnamese task opens with its verb; where the whole lower plan never says it, it is hardly done."""

from __future__ import annotations

import numpy as np

from cascade.answers.lexis import Lexis
from cascade.answers.pairing import Pairing
from cascade.answers.statement import Statement
from cascade.answers.whole import Grid

_VERB = 2  # syllables; nearly every verb of this prose has two


def deed_absent(pair: Pairing) -> Grid:
    """The deed of the asked task is said nowhere in the lower plan, in no other words either."""
    columns = {unit: column for column, unit in enumerate(pair.asked.vocabulary)}
    nearest, holds = pair.near.max(axis=0), pair.lexis.nearness.holds
    absent = []
    for one in pair.asked.statements:
        unit = deed(pair.lexis, one)
        near = unit in columns and nearest[columns[unit]] >= holds
        said = unit is None or near or _verb(unit) in pair.said.running
        absent.append(not said)
    found: Grid = np.repeat(1000 * np.array(absent, dtype=np.int32)[:, None], len(pair.said), axis=1)
    return found


def deed(lexis: Lexis, statement: Statement) -> str | None:
    """The first verb of a task that says what is done ("lưu trữ", "chứng thực"); None where there is none."""
    if statement.kind != "task":
        return None
    done = statement.done or statement.read
    return next((unit for unit in done.units if " " in unit and unit not in lexis.light), None)


def _verb(unit: str) -> str:
    """The verb with which a unit begins, as it stands in running text."""
    return f" {' '.join(unit.split()[:_VERB])} "

"""A task is answered by a task before it is by a target, and the other way round."""

from __future__ import annotations

from cascade.answers.pairing import Pairing
from cascade.answers.whole import Grid, full


def same_kind(pair: Pairing) -> Grid:
    """Both are targets, or both are tasks."""
    return full(pair.asked.is_task[:, None] == pair.said.is_task[None, :])

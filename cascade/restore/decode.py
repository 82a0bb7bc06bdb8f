"""The likeliest reading of a run of damaged prints: what the letters suggest, weighed with what plans say."""

from __future__ import annotations

from collections.abc import Sequence

from cascade.restore.channel import Candidate
from cascade.restore.syllables import Model
from cascade.restore.tokens import STOP

_BEAM = 8
_HOPELESS = 10.0
_State = tuple[str, str]


def likeliest(columns: Sequence[Sequence[Candidate]], model: Model) -> list[Candidate]:
    """One candidate of each column, so that all together are the cheapest that a narrow search finds.

    A column must hold a candidate. Runs of three are weighed.
    """
    beam: dict[_State, tuple[float, _Path | None]] = {(STOP, STOP): (0.0, None)}
    for column in columns:
        grown: dict[_State, tuple[float, _Path | None]] = {}
        states = sorted(beam.items(), key=_by_cost)[:_BEAM]
        for state, (cost, path) in states:
            if cost > states[0][1][0] + _HOPELESS:
                break
            for candidate in column:
                reached, then = _extended(state, cost + candidate.cost, candidate, model)
                known = grown.get(then)
                if known is None or reached < known[0]:
                    grown[then] = (reached, (candidate, path))
        beam = grown
    return _unwound(min(beam.values(), key=lambda found: found[0])[1])


_Path = tuple[Candidate, "_Path | None"]


def _by_cost(entry: tuple[_State, tuple[float, _Path | None]]) -> tuple[float, _State]:
    return entry[1][0], entry[0]


def _extended(state: _State, cost: float, candidate: Candidate, model: Model) -> tuple[float, _State]:
    before, last = state
    for token in candidate.syllables:
        cost += model.cost(before, last, token)
        before, last = last, token
    return cost, (before, last)


def _unwound(path: _Path | None) -> list[Candidate]:
    chosen = []
    while path is not None:
        candidate, path = path
        chosen.append(candidate)
    return chosen[::-1]

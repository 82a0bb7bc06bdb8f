"""The syllables of plans and how they follow one another: counts, and the probabilities they give."""

from __future__ import annotations

from functools import cache
from math import log
from typing import NamedTuple

from cascade.reading.rules import builtin_rules
from cascade.restore.channel import Channel, parse_confusions
from cascade.restore.tokens import CODE, DATE, NAME, NUMBER, PERCENT, STOP

_CLASSES = frozenset({CODE, DATE, NAME, NUMBER, PERCENT, STOP})
_DISCOUNT = 0.7
_OF_PAIRS, _OF_TRIPLES = 8.0, 2.0
"""How many occurrences the next smaller run of syllables weighs as much as."""


class _Run(NamedTuple):
    """What follows a run of tokens: how often, with what weight for all else, and the weight of everything."""

    following: dict[str, int]
    rest: float
    total: float


class Model:
    """What Vietnamese plans look like, and what a wrong reader makes of their letters. Immutable but for a
    memory of what it worked out."""

    def __init__(self, counts: dict[str, int], following: dict[str, str], channel: dict[str, dict[str, int]]):
        self._counts = counts
        self._lines = following
        self._total = sum(counts.values())
        self._runs: dict[str, _Run | None] = {}
        self._memory: dict[tuple[str, str, str], float] = {}
        self.abbreviations = frozenset(token for token in counts if token != token.lower() and token not in _CLASSES)
        self.syllables = frozenset(counts) - self.abbreviations - _CLASSES
        self.channel = Channel(channel, sorted(self.syllables))

    def count(self, first: str, second: str) -> int:
        """How often two tokens were seen in this order; rare pairs count as never."""
        run = self._run(first)
        return run.following.get(second, 0) if run is not None else 0

    def cost(self, before: str, last: str, token: str) -> float:
        """How unlikely a token is after two others (natural logarithm)."""
        key = (before, last, token)
        known = self._memory.get(key)
        if known is None:
            known = self._memory[key] = -log(self._probability(before, last, token))
        return known

    def _probability(self, before: str, last: str, token: str) -> float:
        share = (self._counts.get(token, 0) + 0.3) / (self._total + 0.3 * len(self._counts))
        for run in (self._run(last), self._run(f"{before} {last}")):
            if run is not None:
                share = (max(0.0, run.following.get(token, 0) - _DISCOUNT) + run.rest * share) / run.total
        return share

    def _run(self, tokens: str) -> _Run | None:
        if tokens not in self._runs:
            self._runs[tokens] = self._parsed(tokens)
        return self._runs[tokens]

    def _parsed(self, tokens: str) -> _Run | None:
        line = self._lines.get(tokens)
        if line is None:
            return None
        number, *fields = line.split(" ")
        following = dict(zip(fields[::2], map(int, fields[1::2]), strict=True))
        weight = _OF_TRIPLES if " " in tokens else _OF_PAIRS
        kept = sum(following.values()) - _DISCOUNT * len(following)
        return _Run(following, max(0.0, int(number) - kept) + weight, int(number) + weight)


def _parse_counts(text: str) -> tuple[dict[str, int], dict[str, str]]:
    """The table of `rules/syllables.tsv`: of each token its count; of each run its count and what follows it how
    often, still unread: few of the runs are asked for."""
    counts: dict[str, int] = {}
    following: dict[str, str] = {}
    for line in text.splitlines():
        run, _, rest = line.partition("\t")
        following[run] = rest
        if " " not in run:
            counts[run] = int(rest.partition(" ")[0])
    return counts, following


@cache
def load_model() -> Model:
    """The model of `rules/syllables.tsv` and `rules/confusions.tsv`."""
    folder = builtin_rules()
    counts, following = _parse_counts((folder / "syllables.tsv").read_text(encoding="utf-8"))
    confusions = parse_confusions((folder / "confusions.tsv").read_text(encoding="utf-8"))
    return Model(counts, following, confusions)

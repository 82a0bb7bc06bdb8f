"""What a reader of the wrong language makes of Vietnamese letters: the cost of a print, given the syllable."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from math import log
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from cascade.model.text import fold
from cascade.restore.health import is_specific

_LOOKS = {
    ord(seen): letter
    for letter, prints in {
        "o": "60©",
        "a": "4&@83",
        "e": "¢€£",
        "i": "|!",
        "l": "1]",
        "s": "$5",
        "g": "9",
        "t": "7",
        "y": "¥",
        "u": "}w",
    }.items()
    for seen in prints
} | {ord("ﬁ"): "fi", ord("ﬂ"): "fl"}
_STROKES = re.compile(r"(?<=.)(?:[it][rtfil?’'ve]|u[trv]|w|v)(?=.)|(?<=.)(?:[it][rtfi?’'v]|u[trv]|w|v)$")
"""What horned letters fall apart into."""
_SHARPNESS = 0.8
"""How far the measured confusions are trusted: below 1, rare ones cost less than measured."""
_SAME_LETTER, _OTHER_LETTER, _LOST, _ADDED = 2.5, 8.0, 7.0, 6.5
_OTHER_MARK = 2.0
_NO_MARK = 9.0
_MARGIN = 7.5
_GOOD, _GOOD_LETTER = 1.0, 0.6
_KEPT = 12
_DEAREST = 16.0
_Table = dict[str, dict[str, float]]


class Candidate(NamedTuple):
    """A reading of a print: its syllables, and how unlikely the print is for them (natural logarithm)."""

    syllables: tuple[str, ...]
    cost: float


def look(printed: str) -> str:
    """The plain letters that a print looks like: `s6` like `so`."""
    return fold(printed.translate(_LOOKS))


def parse_confusions(text: str) -> dict[str, dict[str, int]]:
    """The table of `rules/confusions.tsv`: of each letter or pair of letters, how often it was printed how."""
    counts: dict[str, dict[str, int]] = {}
    for line in text.splitlines():
        unit, _, prints = line.partition("\t")
        fields = prints.split()
        counts[unit] = {
            ("" if seen == "_" else seen): int(n) for seen, n in zip(fields[::2], fields[1::2], strict=True)
        }
    return counts


def _with_capitals(counts: dict[str, dict[str, int]]) -> dict[str, dict[str, float]]:
    """The counts with capitals confused like their small letters, where too few capitals were seen."""
    every: dict[str, dict[str, float]] = {unit: dict(prints) for unit, prints in counts.items()}
    for unit, prints in counts.items():
        if unit.upper() == unit:
            continue
        capital = every.setdefault(unit.upper(), {})
        for seen, number in prints.items():
            capital[seen.upper()] = capital.get(seen.upper(), 0) + 0.05 * number
    return every


class Channel:
    """The confusions as costs, and the syllables that can be read with them."""

    def __init__(self, counts: dict[str, dict[str, int]], syllables: Iterable[str]):
        self._exact: _Table = _costs(_with_capitals(counts))
        self._plain: _Table = _cheapest(self._exact)
        self._variants: dict[str, list[str]] = defaultdict(list)
        for syllable in syllables:
            self._variants[fold(syllable)].append(syllable)
        self._skeletons = list(self._variants)
        self._pairs = {unit: prints for unit, prints in self._plain.items() if len(unit) == 2}
        self._steps: dict[tuple[str, str], list[tuple[int, float]]] = {}
        self._known: dict[tuple[str, int], tuple[Candidate, ...]] = {}

    def is_skeleton(self, bare: str) -> bool:
        """Whether letters without marks are those of a known syllable."""
        return bare in self._variants

    def looks_whole(self, printed: str) -> bool:
        """Whether a print looks like a syllable, its marks left out."""
        shape = look(printed)
        return shape in self._variants or _STROKES.sub("u", shape) in self._variants

    def candidates(self, printed: str, capitals: int) -> tuple[Candidate, ...]:
        """The syllables that may stand behind a print, cheapest first; `capitals` is 0 for a word in small
        letters, 1 for one with a capital, 2 for one in capitals."""
        key = (printed, capitals)
        if key not in self._known:
            self._known[key] = tuple(sorted(self._read(printed, capitals), key=lambda found: found.cost)[:_KEPT])
        return self._known[key]

    def _read(self, printed: str, capitals: int) -> list[Candidate]:
        found: list[Candidate] = []
        limit = 9.0 + 2.2 * len(printed)
        for skeletons in self._near(look(printed)):
            for skeleton in skeletons:
                segments = self._aligned(_cased(skeleton, capitals), printed, limit)
                for syllable in self._variants[skeleton] if segments is not None else ():
                    cost = self._cost(_cased(syllable, capitals), segments or [])
                    if cost <= limit:
                        limit = min(limit, cost + _MARGIN)
                        found.append(Candidate((syllable,), cost))
            if found and limit < _MARGIN + _GOOD + _GOOD_LETTER * len(printed):
                break
        return found

    def _near(self, shape: str) -> Iterator[list[str]]:
        """The skeletons like a shape, the nearest first: one change away, then two."""
        whole = _STROKES.sub("u", shape)
        near = extract(shape, self._skeletons, scorer=Levenshtein.distance, score_cutoff=1, limit=40)
        if whole != shape:
            near += extract(whole, self._skeletons, scorer=Levenshtein.distance, score_cutoff=1, limit=20)
        yield list(dict.fromkeys(found[0] for found in near))
        for reach in range(2, min(3, (len(shape) + 1) // 2) + 1):
            near = extract(shape, self._skeletons, scorer=Levenshtein.distance, score_cutoff=reach, limit=40)
            yield [found[0] for found in near if found[1] == reach]

    def _cost(self, syllable: str, segments: list[tuple[int, int, str]]) -> float:
        cost = 0.0
        for start, end, seen in segments:
            unit = syllable[start:end]
            known = self._exact.get(unit, _NOTHING).get(seen)
            if known is None:
                known = 0.05 if unit == seen else _OTHER_MARK + _plain_cost(self._plain, _fold_cased(unit), seen)
            cost += known
        return cost

    def _aligned(self, skeleton: str, printed: str, limit: float) -> list[tuple[int, int, str]] | None:
        """The cheapest way to share out a print among the letters of a skeleton, at most `limit` dear."""
        rows, columns = len(skeleton), len(printed)
        best: list[dict[int, tuple[float, int, int]]] = [{0: (0.0, 0, 0)}] + [{} for _ in range(rows)]
        for row in range(rows):
            letter, pair = skeleton[row], self._pairs.get(skeleton[row : row + 2])
            for column, (here, _, _) in best[row].items():
                seen = printed[column : column + 3]
                steps = self._steps.get((letter, seen)) or self._possible(letter, seen)
                _step(best[row + 1], steps, column, here, 1, limit)
                if pair is not None:
                    steps = [(size, pair[seen[:size]]) for size in range(len(seen) + 1) if seen[:size] in pair]
                    _step(best[row + 2], steps, column, here, 2, limit)
        return _walk_back(best, printed) if columns in best[rows] else None

    def _possible(self, letter: str, seen: str) -> list[tuple[int, float]]:
        """What a letter may have become: the size of the print and its cost."""
        costs = [(size, _plain_cost(self._plain, letter, seen[:size])) for size in range(len(seen) + 1)]
        steps = self._steps[letter, seen] = [(size, cost) for size, cost in costs if cost < _DEAREST]
        return steps


def _step(
    at: dict[int, tuple[float, int, int]],
    steps: list[tuple[int, float]],
    column: int,
    here: float,
    letters: int,
    limit: float,
) -> None:
    for size, cost in steps:
        reached, then = here + cost, column + size
        if reached <= limit and (then not in at or reached < at[then][0]):
            at[then] = (reached, letters, size)


_NOTHING: dict[str, float] = {}


@cache
def _fold_cased(text: str) -> str:
    """`text` without marks, its capitals kept."""
    bare = fold(text)
    return bare.upper() if text != text.lower() else bare


def _cased(syllable: str, capitals: int) -> str:
    if capitals == 2:
        return syllable.upper()
    return syllable[:1].upper() + syllable[1:] if capitals else syllable


def _walk_back(best: list[dict[int, tuple[float, int, int]]], printed: str) -> list[tuple[int, int, str]]:
    segments = []
    row, column = len(best) - 1, len(printed)
    while row:
        _, letters, size = best[row][column]
        segments.append((row - letters, row, printed[column - size : column]))
        row, column = row - letters, column - size
    return segments[::-1]


def _plain_cost(plain: _Table, letter: str, seen: str) -> float:
    """The cost of a confusion that the table may not hold, for a letter without its mark."""
    known = plain.get(letter, _NOTHING).get(seen)
    if known is not None:
        return known
    if len(letter) > 1 or len(seen) > 2:
        return _DEAREST
    if not seen:
        return _LOST
    like = [_fold_cased(char) for char in seen]
    if len(seen) == 2:
        return _ADDED + (0.0 if letter in like else 3.0)
    if letter == like[0] or letter.lower() == like[0].lower():
        return _SAME_LETTER
    return _OTHER_LETTER + (_NO_MARK if is_specific(seen) else 0.0)


def _costs(counts: dict[str, dict[str, float]]) -> _Table:
    totals: dict[str, float] = defaultdict(float)
    for unit, prints in counts.items():
        totals[unit[0]] += sum(prints.values())
    return {
        unit: {seen: -_SHARPNESS * log(number / (totals[unit[0]] + 1)) for seen, number in prints.items()}
        for unit, prints in counts.items()
    }


def _cheapest(exact: _Table) -> _Table:
    plain: _Table = defaultdict(dict)
    for unit, prints in exact.items():
        bare = plain[_fold_cased(unit)]
        for seen, cost in prints.items():
            bare[seen] = min(cost, bare.get(seen, 1e9))
    return dict(plain)

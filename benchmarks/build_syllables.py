"""Count the syllables of healthy plans and of our own words into `rules/syllables.tsv`.

Usage: python -m benchmarks.build_syllables SEEDS_DIR

Only counts are kept, sorted by letters, and no run of syllables that occurs once: no sentence can be read
back out of them. Documents that are damaged themselves are left out, and so is what describes them.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from cascade.model.text import nfc
from cascade.reading.rules import DATA_FILES, builtin_rules
from cascade.restore.tokens import NAME, STOP, edges, ends_sentence, is_abbreviation, number_class, pieces

ROOT = Path(__file__).resolve().parent.parent
WORDS = ROOT / "benchmarks" / "common_words.txt"
DESCRIBES_DAMAGED = {"nhat-quang-2021-2025.yaml"}
UNITS = {"xã", "phường", "huyện", "quận", "tỉnh", "thôn", "trấn", "phố"}
BULLET = re.compile(r"^[-+*•–#|>]+$|^[a-zđ]\)$|^[IVX]+\.$|^\d+(?:\.\d+)*[.:)]$")
SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[aeiouyăâêôơư]{1,3}(?:ch|ng|nh|[cmnpt])?|gi(?:n|ng|m|p|t|ch)?"
)
ALONE = {"ở", "ý", "à", "ô", "y"}
OPEN = re.compile("(?<!q)([ou])([aey])([\u0300\u0301\u0303\u0309\u0323])$")
TONES = str.maketrans(dict.fromkeys("\u0300\u0301\u0303\u0309\u0323"))
SPECIFIC = re.compile("[ăđơưĩũẠ-ỹĂĐƠƯĨŨ]")
SMALLEST, SMALLEST_TRIPLE = 2, 3
OURS = 2
"""Our own words count double: no need to hide that they were written once."""
Counts = dict[tuple[str, ...], Counter[str]]


def strings(node: Any) -> Iterator[str]:
    """Every string of a YAML tree, keys left out."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for key, value in node.items():
            if key != "en":
                yield from strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from strings(value)


def own_words() -> Iterator[str]:
    """The phrases of the domain in `rules/` and the texts of `data/`; the prose of rules is no plan's."""
    for path in sorted([*(builtin_rules() / name for name in DATA_FILES), *(ROOT / "data").rglob("*.yaml")]):
        if path.name not in DESCRIBES_DAMAGED:
            tree = yaml.safe_load(path.read_text(encoding="utf-8"))
            yield from (text for text in strings(tree) if SPECIFIC.search(nfc(text)) and not re.search("[fjwz]", text))


def is_syllable(part: str) -> bool:
    """Whether some letters are spelt like a Vietnamese syllable, whatever its tone."""
    bare = nfc(unicodedata.normalize("NFD", part.lower()).translate(TONES))
    return bool(SYLLABLE.fullmatch(bare)) and (len(part) > 1 or part.lower() in ALONE)


def one_spelling(syllable: str) -> str:
    """A syllable with its tone where the older spelling has it: `hóa` for `hoá`, `ủy` for `uỷ`."""
    bare = unicodedata.normalize("NFD", syllable)
    return nfc(OPEN.sub(lambda found: found[1] + found[3] + found[2], bare))


def is_healthy(text: str) -> bool:
    """Whether most words of a text can carry the letters that only Vietnamese has."""
    words = [word for word in re.findall(r"[^\W\d_]{2,}", nfc(text)) if not word.isupper()]
    return sum(bool(SPECIFIC.search(word)) for word in words) > 0.4 * len(words)


def tokens(text: str) -> Iterator[tuple[str, bool]]:
    """The syllables and classes of a text, each with whether it is written with a capital."""
    for word in nfc(text).split():
        _, core, after = edges(word)
        if BULLET.match(word) or not core:
            yield STOP, False
            continue
        kind = number_class(core, after)
        if kind:
            yield kind, False
        elif is_abbreviation(core) and not is_syllable(core) and len(core) < 9:
            yield core, True
        else:
            for part in pieces(core)[::2]:
                if is_syllable(part):
                    yield one_spelling(part.lower()), part[0].isupper() and not (len(part) > 1 and part.isupper())
        if ends_sentence(after):
            yield STOP, False


def without_names(stream: Iterable[tuple[str, bool]]) -> Iterator[str]:
    """The stream with the names of units masked: what follows `xã`, `huyện` … with a capital."""
    naming = False
    for token, capital in stream:
        naming = capital and naming
        yield NAME if naming and not token.isupper() else token
        naming = naming or token in UNITS


def count(texts: Iterable[str], sizes: tuple[int, ...] = (1, 2, 3)) -> Counter[tuple[str, ...]]:
    """How often each run of tokens occurs."""
    counts: Counter[tuple[str, ...]] = Counter()
    for text in texts:
        every = [STOP, *without_names(tokens(text)), STOP]
        run = [token for at, token in enumerate(every) if token != STOP or not at or every[at - 1] != STOP]
        for size in sizes:
            counts.update(zip(*(run[at:] for at in range(size)), strict=False))
    return counts


def table(counts: Counter[tuple[str, ...]]) -> str:
    """The counts as lines: a run, its count, what follows it how often."""
    following: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for run, number in sorted(counts.items()):
        if len(run) > 1 and number >= (SMALLEST_TRIPLE if len(run) == 3 else SMALLEST):
            following[run[:-1]].append(f"{run[-1]} {number}")
    runs = sorted({run for run in counts if len(run) == 1} | set(following))
    lines = [" ".join(run) + "\t" + " ".join([str(counts[run]), *following.get(run, [])]) for run in runs]
    return "\n".join(lines) + "\n"


def build(seeds: Iterable[Path]) -> str:
    """The table from the healthy ones of these documents and our own words."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(seeds)]
    healthy = [text for text in texts if is_healthy(text)]
    counts = count(healthy)
    ours = [*own_words(), *WORDS.read_text(encoding="utf-8").splitlines()]
    for run, number in count(ours).items():
        counts[run] += OURS * number
    return table(counts)


if __name__ == "__main__":
    built = build(Path(sys.argv[1]).glob("*.txt"))
    (ROOT / "rules" / "syllables.tsv").write_text(built, encoding="utf-8")
    print(f"{len(built.encode()):,} bytes, {built.count(chr(10)):,} lines")

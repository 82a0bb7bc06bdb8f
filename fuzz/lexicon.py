"""The finders of what a passage names: each finds within the passage, in order, and once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cascade.lexicon.charges import Charged
from cascade.lexicon.legible import legible
from cascade.lexicon.passage import Passage, Placed, plain_words
from cascade.lexicon.tagged import Lexicon
from cascade.model.plan import Window
from tests.support import ROOT, domain

LEXICON = Lexicon(domain())
CHARGES = Charged(domain())
PERIOD = Window(2021, 2025)


def seeds() -> Iterator[bytes]:
    """The lines of the invented documents of the tests."""
    for path in sorted((ROOT / "tests" / "cases").glob("*.txt")):
        yield from (line.encode() for line in path.read_text("utf-8").splitlines() if len(line) > 20)


def one(data: bytes) -> None:
    """What is found stands within the text, and what must not overlap does not."""
    text = data.decode("utf-8", "replace")
    tagged = LEXICON.tagged(Passage(plain_words(legible(text), 1)))
    length = len(tagged.text)
    assert len(tagged.folded) == length
    for found in (tagged.numbers, tagged.dates, tagged.issuers, tagged.quantities, tagged.aimed):
        _within(found, length)
    for start, end in tagged.sentences:
        assert 0 <= start <= end <= length
    assert all(0 <= at <= length for at, _ in tagged.tiers)
    _within(tagged.horizons(PERIOD), length)
    CHARGES.of(tagged.text)
    CHARGES.stated(tagged.text)


def _within(found: Sequence[Placed], length: int) -> None:
    for each in found:
        assert 0 <= each.start < each.end <= length
    assert all(before.start <= after.start for before, after in pairwise(found))

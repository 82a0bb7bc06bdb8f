"""A passage with what its words name, each kind found once, when a reader first asks for it.

Every reader of a document works on the same `Tagged` passage: the numbers of documents, quantities, horizons, tiers
and sentences of a paragraph are found by one finder each, however many readers ask for them.
"""

from __future__ import annotations

from functools import cached_property

import msgspec

from cascade.lexicon.dates import Day, days
from cascade.lexicon.horizon import Found, horizons
from cascade.lexicon.issuers import Issuer, IssuerReader
from cascade.lexicon.numbers import Numbered, NumberReader
from cascade.lexicon.passage import Passage
from cascade.lexicon.quantities import Quantities, Quantity
from cascade.lexicon.spans import sentences
from cascade.lexicon.vocabulary import Vocabulary
from cascade.model.domain import Domain
from cascade.model.plan import Window
from cascade.model.text import folded_same_length


class Lexicon(msgspec.Struct, frozen=True, dict=True):
    """The finders of one domain, each made when it is first asked for."""

    domain: Domain

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The phrases of headings, areas, bodies, tiers and deeds."""
        return Vocabulary(self.domain)

    @cached_property
    def numbers(self) -> NumberReader:
        """What finds the numbers of documents."""
        return NumberReader(self.domain)

    @cached_property
    def issuers(self) -> IssuerReader:
        """What finds the bodies that issue documents."""
        return IssuerReader(self.domain)

    @cached_property
    def quantities(self) -> Quantities:
        """What finds quantities with the words that bind them."""
        return Quantities(self.domain.phrases)

    def tagged(self, passage: Passage) -> Tagged:
        """The passage, ready to be asked what its words name."""
        return Tagged(passage, self)


class Tagged(msgspec.Struct, frozen=True, dict=True):
    """What the words of one passage name. All offsets are those of `text`."""

    passage: Passage
    lexicon: Lexicon

    @property
    def text(self) -> str:
        """The words as read, single spaces between them."""
        return self.passage.text

    @cached_property
    def folded(self) -> str:
        """The text in small letters without accents, of the same length."""
        return folded_same_length(self.text)

    @cached_property
    def numbers(self) -> tuple[Numbered, ...]:
        """The numbers of documents, in order."""
        return tuple(self.lexicon.numbers.find(self.text, self.folded))

    @cached_property
    def dates(self) -> tuple[Day, ...]:
        """The dates, in order."""
        return days(self.folded)

    @cached_property
    def issuers(self) -> tuple[Issuer, ...]:
        """The bodies that issue documents, in order."""
        return self.lexicon.issuers.find(self.text, self.folded)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities, in order."""
        return self.lexicon.quantities.find(self.text)

    @cached_property
    def aimed(self) -> tuple[Quantity, ...]:
        """The quantities of what is aimed at, in order: those that no word binds are among them."""
        return self.lexicon.quantities.find(self.text, bare=True)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where sentences begin and end."""
        return tuple(sentences(self.text))

    @cached_property
    def tiers(self) -> tuple[tuple[int, str], ...]:
        """The levels whose performance the text names, with the offset of each."""
        return self.lexicon.vocabulary.tiers_in(self.text)

    def horizons(self, period: Window | None = None) -> tuple[Found, ...]:
        """The years by which, in which or from which something applies."""
        return horizons(self.text, period)

"""Units of government as a text names them: `huyện Thử`, `TP. Thử`, `XÃ MẪU`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec
from rapidfuzz import fuzz

from cascade.lexicon.issuers import unit_words
from cascade.model.domain import Domain
from cascade.model.text import any_of, fold, folded_same_length, nfc

_WORDS = re.compile(r"\S+")
_EDGE = ",.;:()“”\"'’|<>*/"
_NUMERAL = re.compile(r"^(?:[IVX]+|\w)$(?<!\d)")
_DOUBLE = re.compile(r"\s+[-–]\s+(?=\S)")
_PARTY = ("", "ủy", "uỷ")
_PARTY_WORDS = {"thành ủy": "thành phố", "thị ủy": "thị xã"}
"""Short words before the name of a committee of the Party, and the units that they mean."""
_LONGEST = 4
_ONE_NAME = 80


class Unit(msgspec.Struct, frozen=True):
    """A unit named: the word of its kind (`huyện`), its name, and where both stand in the text."""

    word: str
    name: str
    start: int = 0
    end: int = 0

    @property
    def shown(self) -> str:
        """`huyện Thử`."""
        return f"{self.word} {self.name}"


class UnitReader:
    """Finds units with the words of `rules/language.yaml`."""

    def __init__(self, domain: Domain) -> None:
        self.domain = domain
        self.words = unit_words(domain) | {fold(name): unit for name, unit in _PARTY_WORDS.items()}
        self.spelt = {nfc(word) for unit in domain.language.units for word in (unit.word,)} | set(_PARTY_WORDS)
        self.levels = {unit.word: unit.levels for unit in domain.language.units}
        short = any_of(map(fold, domain.phrases.places))
        full = any_of(map(fold, (*(unit.word for unit in domain.language.units), *_PARTY_WORDS)))
        party = r"(?:(?P<party>(?i:ủy|uỷ|uy))\s+)?"  # the unit of "Huyện ủy Thử" is huyện Thử
        self.folded = re.compile(rf"(?<!\w)(?:(?P<word>{full})|(?P<short>{short})\.?)\s+{party}(?=\S)")
        exact = any_of((*(unit.word for unit in domain.language.units), *_PARTY_WORDS))
        shorts = any_of(domain.phrases.places)
        self.exact = re.compile(rf"(?<!\w)(?:(?P<word>(?i:{exact}))|(?P<short>{shorts})\.?)\s+{party}(?=\S)")
        agencies = [*domain.phrases.starters.get("agency", ()), *domain.phrases.kinds]
        agencies += [kind.name.vi for kind in domain.document_types.values()]
        self.not_name = re.compile(rf"(?:{any_of(map(str.lower, agencies))})(?!\w)")
        self.other = re.compile(rf"(?:{exact})\s", re.IGNORECASE)
        self.no_names = {fold(name) for name in domain.phrases.heading.get("no_names", ())}
        self.stops = re.compile(rf"(?:{any_of(map(str.lower, domain.phrases.heading.get('after_name', ())))})(?!\w)")
        no_first = any_of(map(str.lower, domain.phrases.heading.get("begin_no_name", ())))
        self.no_first = re.compile(rf"(?:{no_first})(?:(?<=\d)|(?!\w))")

    def named(self, text: str, *, damaged: bool = False) -> Iterator[Unit]:
        """The units named in running text; of damaged text the words of kind are known by their letters alone."""
        where = folded_same_length(text) if damaged else text
        for match in (self.folded if damaged else self.exact).finditer(where):
            unit = self._unit(match, text)
            if unit is not None and not (text[match.start()].isupper() and self._all_capitals(text, match, unit)):
                yield unit

    def in_capitals(self, text: str) -> Iterator[Unit]:
        """The units named in a line of a letterhead or a title in capitals."""
        bare = fold(text) == text.lower()
        for match in self.folded.finditer(folded_same_length(text)):
            unit = self._unit(match, text)
            printed = text[match.start() : match.start() + len(match["word"] or match["short"])].lower()
            other = not bare and match["word"] and printed not in self.spelt  # "QUẢN LÝ", "PHƯƠNG ÁN"
            if unit is not None and not other:
                yield msgspec.structs.replace(unit, name=cased(unit.name))

    def _all_capitals(self, text: str, match: re.Match[str], unit: Unit) -> bool:
        """Whether a unit stands in a run of capitals, where the end of its name is not told by small letters."""
        word = match["word"] or match["short"]
        word = text[match.start() : match.start() + len(word)]
        return len(word) > 2 and word.isupper() and unit.name.isupper()

    def _unit(self, match: re.Match[str], text: str) -> Unit | None:
        word = self.words[fold(" ".join((match["word"] or match["short"]).split()))]
        party = text[slice(*match.span("party"))].lower()
        start = match.end() if party in _PARTY else match.start("party")
        if self.no_first.match(text[start : start + 20].lower()):
            return None
        names, end = self._name(text, start)
        joined = _DOUBLE.match(text, end) if len(names) == 2 else None
        if joined:  # Ví Dụ - Giả Định
            others, other_end = self._name(text, joined.end())
            if len(others) == 2:
                names, end = [*names, "-", *others], other_end
        name = " ".join(names)
        begins_other = self.not_name.match(name.lower()) or self.other.match(name)  # "TỈNH" | "XÃ MẪU" names one unit
        if not names or begins_other or _NUMERAL.match(name) or fold(name) in self.no_names:
            return None
        return Unit(word, name, match.start(), end)

    def _name(self, text: str, at: int) -> tuple[list[str], int]:
        """The words of a name that begins at an offset, and where it ends."""
        names: list[str] = []
        end = at
        for found in _WORDS.finditer(text, at):
            name = found[0].lstrip("“\"'").rstrip(_EDGE)
            numbered = name.isdigit() and not names and len(name) <= 2 and len(found[0]) - len(name) <= 1
            if not (name[:1].isupper() or numbered) or len(names) == _LONGEST or self._ends(text, found.start(), names):
                break
            names.append(name)
            end = found.start() + len(found[0].rstrip(_EDGE))
            if numbered or found[0][-1:] in _EDGE:
                break
        return names, end

    def _ends(self, text: str, at: int, names: list[str]) -> bool:
        """Whether a name is over before the word at `at`: a word of the next part of a title or letterhead."""
        rest = text[at : at + 40]
        return bool(names) and bool(self.stops.match(rest.lower()) or self.exact.match(rest))


def cased(name: str) -> str:
    """A name in capitals as a name: each word with a capital, also behind a hyphen."""
    return " ".join(
        word if not word.isupper() else "-".join(part[:1] + part[1:].lower() for part in word.split("-"))
        for word in name.split()
    )


def commonest(names: Iterable[str]) -> str | None:
    """The name that is named most often."""
    counts = Counter(names)
    return max(sorted(counts), key=lambda name: counts[name]) if counts else None


def respelt(name: str, names: Iterable[str]) -> str:
    """Of the prints that damage made of one name the likeliest: of syllables that the language has, and often."""
    counts = Counter(other for other in names if fuzz.ratio(fold(other), fold(name)) >= _ONE_NAME)
    return max(sorted({*counts, name}), key=lambda other: (_spelt(other), counts[other], other == name))


def _spelt(name: str) -> bool:
    """Whether every word of a name is a syllable that the language knows."""
    from cascade.restore.syllables import load_model

    channel = load_model().channel
    return all(channel.is_skeleton(fold(word)) for word in name.split())

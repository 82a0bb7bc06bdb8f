"""The language of plans as data: abbreviations, spellings, subjects, units, deadlines."""

from __future__ import annotations

import re
from functools import cached_property

import msgspec

from cascade.model.plan import LevelId
from cascade.model.remembered import Remembered
from cascade.model.text import NOTHING, UPPER, fold, nfc
from cascade.model.words import Words

_CAPITALISED = rf"(?:[{UPPER}]\w*(?:['’]\w+)*|[0-9]{{1,2}}(?![\w/-]))"


class Subject(msgspec.Struct, frozen=True):
    """A subject that plans are about; two plans on one subject can carry out one another."""

    id: str
    name: Words
    phrases: tuple[str, ...]


class UnitName(msgspec.Struct, frozen=True):
    """How the name of a unit begins: `huyện` Tứ Kỳ, `tỉnh` Hải Dương; a `thành phố` may be of two levels."""

    word: str
    levels: tuple[LevelId, ...]


class Named(msgspec.Struct, frozen=True):
    """A unit named in a text: the levels it can be of, and its name as printed."""

    levels: tuple[str, ...]
    name: str


class Language(msgspec.Struct, frozen=True, dict=True):
    """`rules/language.yaml`. `abbreviations` map a short form to its words; `spellings` a
    syllable to the one spelling that is kept of both, `endings` the end of a syllable likewise.
    `amending`: how a title says that the plan amends another."""

    abbreviations: dict[str, str]
    spellings: dict[str, str]
    endings: dict[str, str]
    subjects: tuple[Subject, ...]
    units: tuple[UnitName, ...]
    recurring: tuple[str, ...]
    amending: tuple[str, ...] = ()

    @cached_property
    def _subjects(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple(
            (subject.id, re.compile(rf"\b(?:{'|'.join(re.escape(fold(p)) for p in subject.phrases) or NOTHING})\b"))
            for subject in self.subjects
        )

    @cached_property
    def _units(self) -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
        levels = {unit.word.lower(): unit.levels for unit in self.units}
        words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(levels, key=lambda w: (-len(w), w)))
        # a name is a run of capitalised words: it ends where the sentence goes on in small letters
        return re.compile(
            rf"(?<!\w)(?P<word>(?i:{words or NOTHING}))\s+(?P<name>{_CAPITALISED}(?:\s+{_CAPITALISED})*)"
        ), levels

    def subjects_of(self, text: str) -> frozenset[str]:
        """The ids of the subjects that `text` is about."""
        folded = fold(text)
        return frozenset(subject for subject, pattern in self._subjects if pattern.search(folded))

    def units_named(self, text: str) -> tuple[Named, ...]:
        """The units that `text` names ("UBND huyện Tứ Kỳ", "CCHC tỉnh Hải Dương giai đoạn …")."""
        found = self._named.get(text)
        if found is None:
            found = self._named[text] = self._units_named(text)
        return found

    @cached_property
    def _named(self) -> dict[str, tuple[Named, ...]]:
        return Remembered()

    def _units_named(self, text: str) -> tuple[Named, ...]:
        pattern, levels = self._units
        return tuple(
            Named(levels[" ".join(found["word"].lower().split())], " ".join(found["name"].split()))
            for found in pattern.finditer(nfc(text))
        )

    def unit_of(self, issuer: str) -> str | None:
        """The unit whose body issued a document, as people say it: "xã Mẫu" of "UBND xã Mẫu"; None: none is named."""
        found = self._units[0].search(nfc(issuer))
        return " ".join(found[0].split()) if found else None

    @cached_property
    def _amending(self) -> re.Pattern[str]:
        said = sorted(self.amending, key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, said)) or NOTHING})\b", re.IGNORECASE)

    def says_amended(self, title: str) -> bool:
        """Whether a title says that the plan amends another."""
        return self._amending.search(nfc(title)) is not None

    def without_amendment(self, title: str) -> str:
        """A title without the words that say that the plan amends another."""
        return " ".join(self._amending.sub(" ", nfc(title)).split())

    def is_recurring(self, due: str) -> bool:
        """Whether a deadline recurs or never ends ("hàng năm", "thường xuyên")."""
        folded = fold(due)
        return any(phrase in folded for phrase in self._recurring)

    @cached_property
    def _recurring(self) -> tuple[str, ...]:
        return tuple(map(fold, self.recurring))

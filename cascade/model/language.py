"""The language of plans as data: abbreviations, empty words, subjects, deadlines."""

from __future__ import annotations

import re
from functools import cached_property

import msgspec

from cascade.model.plan import LevelId
from cascade.model.text import fold
from cascade.model.words import Words


class Subject(msgspec.Struct, frozen=True):
    """A subject that plans are about; two plans on one subject can carry out one another."""

    id: str
    name: Words
    phrases: tuple[str, ...]


class UnitName(msgspec.Struct, frozen=True):
    """How the name of a unit begins: `huyện` Tứ Kỳ, `tỉnh` Hải Dương."""

    word: str
    level: LevelId


class Language(msgspec.Struct, frozen=True, dict=True):
    """`rules/language.yaml`. `abbreviations` map a short form to its words; `synonyms` map a
    phrase to the one that stands for both; `empty` words say nothing of substance."""

    abbreviations: dict[str, str]
    synonyms: dict[str, str]
    empty: tuple[str, ...]
    subjects: tuple[Subject, ...]
    units: tuple[UnitName, ...]
    recurring: tuple[str, ...]

    @cached_property
    def _subjects(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple(
            (subject.id, re.compile(r"\b(?:" + "|".join(re.escape(fold(p)) for p in subject.phrases) + r")\b"))
            for subject in self.subjects
        )

    @cached_property
    def _units(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple(
            (unit.level, re.compile(rf"\b{re.escape(unit.word)}\s+((?:[^\W\d_][^\W_]*)(?:\s+[^\W\d_][^\W_]*){{0,3}})"))
            for unit in self.units
        )

    def subjects_of(self, text: str) -> frozenset[str]:
        """The ids of the subjects that `text` is about."""
        folded = fold(text)
        return frozenset(subject for subject, pattern in self._subjects if pattern.search(folded))

    def units_named(self, text: str) -> tuple[tuple[str, str], ...]:
        """Units that `text` names, as (level, the words after the unit's word)."""
        return tuple((level, found[1]) for level, pattern in self._units for found in pattern.finditer(text))

    def is_recurring(self, due: str) -> bool:
        """Whether a deadline recurs or never ends ("hàng năm", "thường xuyên")."""
        folded = fold(due)
        return any(fold(phrase) in folded for phrase in self.recurring)

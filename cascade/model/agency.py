"""Who a plan speaks to: the bodies that it names as lead or coordinating, and what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Literal

import msgspec

from cascade.model.plan import LevelId
from cascade.model.remembered import Remembered
from cascade.model.text import NOTHING, fold
from cascade.model.words import Words

Role = Literal["lead", "coordinating", "indirect"]


class Body(msgspec.Struct, frozen=True):
    """A kind of body. `meaning`: `members` names every unit of `level` itself (UBND các xã),
    `office` an office inside a unit of `level`, `anyone` leaves open who is meant, `outside`
    is no part of the administration that plans here."""

    id: str
    name: Words
    meaning: Literal["members", "office", "anyone", "outside"]
    phrases: tuple[str, ...]
    level: LevelId | None = None


class Agencies(msgspec.Struct, frozen=True, dict=True):
    """The bodies of `rules/agencies.yaml`. `joining`: words that stand between bodies named one after the other."""

    bodies: tuple[Body, ...]
    joining: tuple[str, ...] = ()

    @cached_property
    def _bodies(self) -> tuple[tuple[re.Pattern[str], Body], ...]:
        pairs = [(phrase, body) for body in self.bodies for phrase in body.phrases]
        pairs.sort(key=lambda pair: (-len(pair[0]), pair[0]))
        return tuple((_pattern([phrase]), body) for phrase, body in pairs)

    def bodies_in(self, text: str) -> tuple[Body, ...]:
        """Every body that `text` names; where phrases overlap, the longest decides."""
        found = self._named.get(text)
        if found is None:
            found = self._named[text] = self._bodies_in(text)
        return found

    @cached_property
    def _named(self) -> dict[str, tuple[Body, ...]]:
        """What was asked before: a plan names the same bodies again and again."""
        return Remembered()

    def deed_of(self, text: str) -> str:
        """`text` without the bodies with which it opens, where something is left: not who, but what is to be done."""
        opened = self._subject.match(text)
        return text[opened.end() :] if opened else text

    @cached_property
    def _subject(self) -> re.Pattern[str]:
        """Bodies one after the other at the beginning of a text that goes on with another word."""
        phrases = sorted((p for body in self.bodies for p in body.phrases), key=lambda phrase: (-len(phrase), phrase))
        body = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases) or NOTHING
        between = "|".join(map(re.escape, self.joining)) or NOTHING
        return re.compile(rf"(?:\b(?:{body})\b(?:[\s,;:]|\b(?:{between})\b)*)+(?=[^\W\d_])", re.IGNORECASE)

    def _bodies_in(self, text: str) -> tuple[Body, ...]:
        rest, found = fold(text), []
        for pattern, body in self._bodies:
            if pattern.search(rest):
                rest = pattern.sub(" | ", rest)
                found.append(body)
        return tuple(dict.fromkeys(found))


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted((fold(phrase) for phrase in phrases), key=lambda phrase: (-len(phrase), phrase))
    alternatives = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered) or NOTHING
    return re.compile(rf"\b(?:{alternatives})\b")

"""Who a plan speaks to: the bodies that it names as lead or coordinating, and what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Literal

import msgspec

from cascade.model.plan import LevelId
from cascade.model.text import NOTHING, fold
from cascade.model.words import Words

Role = Literal["lead", "coordinating", "indirect"]
ROLES: tuple[Role, ...] = ("lead", "coordinating", "indirect")


class Body(msgspec.Struct, frozen=True):
    """A kind of body. `meaning`: `members` names every unit of `level` itself (UBND các xã),
    `office` an office inside a unit of `level`, `anyone` leaves open who is meant, `outside`
    is no part of the administration that plans here."""

    id: str
    name: Words
    meaning: Literal["members", "office", "anyone", "outside"]
    phrases: tuple[str, ...]
    level: LevelId | None = None


class Subject(msgspec.Struct, frozen=True):
    """A thing that only some levels have (`levels`): a task about it is no other level's business."""

    id: str
    name: Words
    levels: tuple[LevelId, ...]
    phrases: tuple[str, ...]


class Agencies(msgspec.Struct, frozen=True, dict=True):
    """The bodies and subjects of `rules/agencies.yaml`, and the products that are acts of authority.

    `acts`: products (a plan, a decision …) that the lead issues by its own authority, so that a
    body which only takes part has nothing to plan for them. `at_level`: phrases that say a task
    is carried out at a level, whoever leads it.
    """

    bodies: tuple[Body, ...]
    subjects: tuple[Subject, ...]
    acts: tuple[str, ...]
    at_level: dict[str, tuple[str, ...]]

    @cached_property
    def _bodies(self) -> tuple[tuple[re.Pattern[str], Body], ...]:
        pairs = [(phrase, body) for body in self.bodies for phrase in body.phrases]
        pairs.sort(key=lambda pair: (-len(pair[0]), pair[0]))
        return tuple((_pattern([phrase]), body) for phrase, body in pairs)

    @cached_property
    def _subjects(self) -> tuple[tuple[re.Pattern[str], Subject], ...]:
        return tuple((_pattern(subject.phrases), subject) for subject in self.subjects)

    @cached_property
    def _acts(self) -> re.Pattern[str]:
        acts = "|".join(re.escape(fold(act)) for act in self.acts) or NOTHING
        return re.compile(rf"^\W*(?:cac )?(?:{acts})\b")

    @cached_property
    def _levels(self) -> dict[str, re.Pattern[str]]:
        return {level: _pattern(phrases) for level, phrases in self.at_level.items()}

    def bodies_in(self, text: str) -> tuple[Body, ...]:
        """Every body that `text` names; where phrases overlap, the longest decides."""
        if text not in self._named:
            self._named[text] = self._bodies_in(text)
        return self._named[text]

    @cached_property
    def _named(self) -> dict[str, tuple[Body, ...]]:
        """What was asked before: a plan names the same bodies again and again."""
        return {}

    def _bodies_in(self, text: str) -> tuple[Body, ...]:
        rest, found = fold(text), []
        for pattern, body in self._bodies:
            if pattern.search(rest):
                rest = pattern.sub(" | ", rest)
                found.append(body)
        return tuple(dict.fromkeys(found))

    def role_of(self, level: str, lead: Iterable[str], partners: Iterable[str]) -> Role | None:
        """What a task with these bodies asks of a unit of `level`; None: it is not among them."""
        leads = [body for text in lead for body in self.bodies_in(text)]
        others = [body for text in partners for body in self.bodies_in(text)]
        for role, bodies in (("lead", leads), ("coordinating", others)):
            if any(body.meaning == "members" and body.level == level for body in bodies):
                return role  # type: ignore[return-value]
        return "indirect" if any(body.meaning == "anyone" for body in (*leads, *others)) else None

    def foreign_subject(self, text: str, level: str) -> Subject | None:
        """The thing that `text` is about and that units of `level` do not have, if any."""
        folded = fold(text)
        if self.happens_at(text, level):
            return None
        return next(
            (subject for pattern, subject in self._subjects if level not in subject.levels and pattern.search(folded)),
            None,
        )

    def is_act(self, product: str | None) -> bool:
        """Whether the product is an act that its lead issues by its own authority."""
        return product is not None and bool(self._acts.search(fold(product)))

    def happens_at(self, text: str, level: str) -> bool:
        """Whether `text` itself says that it is carried out at `level`."""
        pattern = self._levels.get(level)
        return pattern is not None and bool(pattern.search(fold(text)))


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted((fold(phrase) for phrase in phrases), key=lambda phrase: (-len(phrase), phrase))
    alternatives = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered) or NOTHING
    return re.compile(rf"\b(?:{alternatives})\b")

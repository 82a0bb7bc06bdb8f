"""Measures: what a target measures, of whom, in which unit, and which way is better.

The measure says which direction is better; a rule never does (docs/domain.md, Targets).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

import msgspec

from cascade.model.bound import SIGNS, Bound, Relation, in_unit, plain, same_unit
from cascade.model.plan import LevelId
from cascade.model.text import fold
from cascade.model.words import Words

_GRADE_FRAME = re.compile(r"^(?:tu )?(?:loai )?|(?: tro len)$")
WHOLE = Decimal(100)


class Member(msgspec.Struct, frozen=True):
    """What a target on a collective binds each member to: `value` on `measure`, at `level`."""

    level: LevelId
    measure: str
    value: Bound


class Measure(msgspec.Struct, frozen=True):
    """One measure of `rules/measures.yaml`.

    `holders`: the levels that have the measured thing at all (a commune has no public-service
    unit to cut); empty: every level. `met_by`: measures whose target does this one's work too.
    `distinct`: measures with like words that this one must not be confused with.
    """

    id: str
    area: int
    name: Words
    unit: str
    better: Literal["higher", "lower"]
    phrases: tuple[str, ...]
    grades: tuple[str, ...] = ()
    distinct: tuple[str, ...] = ()
    holders: tuple[LevelId, ...] = ()
    met_by: tuple[str, ...] = ()
    member: Member | None = None

    def worst(self, bound: Bound) -> Worst | None:
        """The worst value that `bound` permits; None where it settles none on this measure.

        None: a grade off the scale, a number in another unit, or a bound that points the wrong
        way ("at least 30 minutes" where less is better): never silently repaired.
        """
        if bound.grade is not None:
            return self._grade(bound.grade)
        if bound.low is None or not same_unit(bound.unit, self.unit):
            return None
        higher, relation = self.better == "higher", bound.relation
        wrong_way = (Relation.BELOW, Relation.AT_MOST) if higher else (Relation.ABOVE, Relation.AT_LEAST)
        if relation is wrong_way[0] or relation is wrong_way[1]:
            return None
        strict = relation is Relation.ABOVE or relation is Relation.BELOW
        value = bound.low if higher or bound.high is None else bound.high
        return Worst(value if higher else -value, strict)

    def bound(self, worst: Worst) -> Bound:
        """The bound that permits no worse than `worst`, as a plan would write it."""
        if self.grades:
            return Bound(self.grades[int(worst.value)], grade=self.grades[int(worst.value)])
        value = worst.value if self.better == "higher" else -worst.value
        relation = (Relation.ABOVE if self.better == "higher" else Relation.BELOW) if worst.strict else Relation.AS_GOOD
        text = f"{relation.value} {in_unit(plain(value), self.unit)}".strip()
        return Bound(text, relation, value, unit=self.unit)

    def say(self, bound: Bound) -> Words:
        """The bound in words, with the direction that the measure gives it."""
        if bound.grade is not None:
            return Words(f"loại {bound.grade} trở lên", f"grade «{bound.grade}» or better")
        unit = bound.unit or self.unit
        value = in_unit(plain(bound.low), unit) if bound.low is not None else bound.text
        if bound.high is not None and bound.low is not None:
            return _between(plain(bound.low), plain(bound.high), unit)
        if bound.relation is Relation.AS_GOOD and unit == "%" and bound.low == WHOLE and self.better == "higher":
            return Words(value, value)
        at_least = Words(f"tối thiểu {value}", f"at least {value}")
        at_most = Words(f"không quá {value}", f"at most {value}")
        said = {
            Relation.ABOVE: Words(f"trên {value}", f"over {value}"),
            Relation.BELOW: Words(f"dưới {value}", f"under {value}"),
            Relation.AT_LEAST: at_least,
            Relation.AT_MOST: at_most,
            Relation.EXACTLY: Words(f"đúng {value}", f"exactly {value}"),
        }
        return said.get(bound.relation, at_least if self.better == "higher" else at_most)

    def promise(self, bound: Bound) -> Words:
        """What a plan that states the bound promises, or where less is better, what it permits."""
        said = self.say(bound)
        if self.better == "lower" and bound.high is None and bound.relation in (Relation.AS_GOOD, Relation.AT_MOST):
            value = said.vi.removeprefix("không quá ")
            return Words(f"cho phép đến {value}", f"permits up to {value}")
        return Words(f"cam kết {said.vi}", f"commits to {said.en}")

    def _grade(self, grade: str) -> Worst | None:
        folded = [fold(name) for name in self.grades]
        named = _GRADE_FRAME.sub("", fold(grade)).strip()
        return Worst(Decimal(folded.index(named))) if named in folded else None


def _between(low: str, high: str, unit: str) -> Words:
    """Both ends of a range; a percent sign stands at each, as administrative prose writes it."""
    first, last = (f"{low}{unit}" if unit in SIGNS else low), in_unit(high, unit)
    return Words(f"từ {first} đến {last}", f"{first} to {last}")


class Worst(msgspec.Struct, frozen=True, order=True):
    """A worst permitted value, ordered from worse to better: first by value, then strict beats equal.

    `value` is oriented so that larger is better (negated where the measure is better lower).
    """

    value: Decimal
    strict: bool = False

"""What people have decided: which items answer, and which findings stand (docs/contracts.md, `decisions/1`).

A decision always wins over the matcher. Of two that contradict each other the one made later counts;
where both were made on one day neither does, and the reader reports them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Generic, TypeVar

import msgspec
from msgspec import Meta

from cascade.model.words import Words

ItemIds = Annotated[tuple[str, ...], Meta(min_length=1)]
RuleId = Annotated[
    str,
    Meta(
        extra={"known": "rules", "expected": Words("mã một quy tắc", "the id of a rule")},
        extra_json_schema={"x-known": "rules"},
    ),
]
Decider = Annotated[
    str, Meta(extra={"expected": Words("người hoặc đơn vị đã kết luận", "the person or office that decided")})
]
Reason = Annotated[str, Meta(extra={"expected": Words("lý do được bỏ qua", "the reason why it may stand")})]


class Answer(msgspec.Struct, frozen=True):
    """Item `asked` of the plan `parent` is answered by these items of `plan`, and by no others."""

    plan: str
    parent: str
    asked: str
    answered_by: ItemIds
    by: Decider
    on: date


class Denial(msgspec.Struct, frozen=True):
    """Item `asked` of the plan `parent` is not answered by these items of `plan`; others may answer it."""

    plan: str
    parent: str
    asked: str
    not_answered_by: ItemIds
    by: Decider
    on: date


About = tuple[str, str, str, str, str]
"""Which findings a decision is about: plan, rule, parent, the parent's item, the plan's item ("": any)."""


class Waiver(msgspec.Struct, frozen=True):
    """The findings of `rule` on `plan` that are let stand, for the reason `waived` and until a day, included.

    `parent` and `asked` narrow it to what the plan falls short of, `item` to an item of the plan itself.
    `wrong`: there is nothing to let stand, the finding is not right.
    """

    plan: str
    rule: RuleId
    waived: Reason
    by: Decider
    on: date
    parent: str | None = None
    asked: str | None = None
    item: str | None = None
    document: str | None = None
    until: date | None = None
    wrong: bool = False

    def holds_on(self, day: date) -> bool:
        """Whether the waiver has not run out on `day`."""
        return self.until is None or day <= self.until

    @property
    def about(self) -> About:
        """What is waived: two waivers of the same are one, or contradict each other."""
        return self.plan, self.rule, self.parent or "", self.asked or "", self.item or ""


class Confirmation(msgspec.Struct, frozen=True):
    """The findings of `rule` on `plan` that a person has looked at: they are right, and nobody is asked again.

    `parent`, `asked` and `item` narrow it as in a waiver. `confirmed: false`, later, takes it back.
    """

    plan: str
    rule: RuleId
    confirmed: bool
    by: Decider
    on: date
    parent: str | None = None
    asked: str | None = None
    item: str | None = None

    @property
    def about(self) -> About:
        """What is confirmed."""
        return self.plan, self.rule, self.parent or "", self.asked or "", self.item or ""


class Review(msgspec.Struct, frozen=True):
    """The plan was checked against these versions of the items of `parent`: a hash by the id of each."""

    plan: str
    parent: str
    reviewed: dict[str, str]
    by: Decider
    on: date


Decision = Answer | Denial | Waiver | Confirmation | Review
D_co = TypeVar("D_co", bound=Decision, covariant=True)
Question = tuple[str, str, str]
"""The child's id, the parent's id, and the id of the parent's item."""


class Recorded(msgspec.Struct, Generic[D_co], frozen=True):
    """A decision and where it is written: a report that calls it stale, or contradicted, names the place."""

    decision: D_co
    file: str
    line: int
    column: int

    @property
    def place(self) -> tuple[str, int, int]:
        """File, line and column."""
        return self.file, self.line, self.column


class Conflict(msgspec.Struct, frozen=True):
    """Two decisions of one day that cannot both hold; `first` is written before `second`."""

    first: Recorded[Decision]
    second: Recorded[Decision]


class _Ruling(msgspec.Struct, frozen=True):
    """What holds for one question, and what contradicts itself there."""

    answered_by: tuple[str, ...] | None
    denied: frozenset[str]
    conflicts: tuple[Conflict, ...]


class Decisions(msgspec.Struct, frozen=True, dict=True):
    """All decisions of some files, and what holds of them; the order in which they are given never matters."""

    recorded: tuple[Recorded[Decision], ...] = ()

    def answered_by(self, child_id: str, parent_id: str, item_id: str) -> tuple[str, ...] | None:
        """The items of the child that answer this item of the parent; None: nobody has decided that."""
        ruling = self._rulings.get((child_id, parent_id, item_id))
        return ruling.answered_by if ruling else None

    def denied(self, child_id: str, parent_id: str, item_id: str) -> frozenset[str]:
        """The items of the child that do not answer this item of the parent."""
        ruling = self._rulings.get((child_id, parent_id, item_id))
        return ruling.denied if ruling else frozenset()

    def renamed(self, ids: Mapping[str, str]) -> Decisions:
        """The same decisions on plans that have other ids now."""
        if not ids:
            return self
        return Decisions(
            tuple(msgspec.structs.replace(one, decision=_renamed(one.decision, ids)) for one in self.recorded)
        )

    @cached_property
    def waivers(self) -> tuple[Recorded[Waiver], ...]:
        """Of all that is waived the waiver that counts, whether or not it has run out, in the order of plans."""
        newest = (_newest(same) for same in self._waived.values())
        return tuple(min(same, key=_content) for same in newest if len({_terms(waiver) for waiver in same}) == 1)

    @cached_property
    def confirmations(self) -> tuple[Recorded[Confirmation], ...]:
        """Of all that is confirmed the confirmation that counts, in the order of plans."""
        newest = (_newest(same) for same in self._confirmed.values())
        agreed = (same for same in newest if all(one.decision.confirmed for one in same))
        return tuple(min(same, key=_content) for same in agreed)

    @cached_property
    def reviews(self) -> tuple[Recorded[Review], ...]:
        """Of each plan and plan above it the review made last."""
        found: dict[tuple[str, str], Recorded[Review]] = {}
        for one in sorted(_sorted(self.recorded), key=lambda one: one.decision.on):
            if isinstance(one.decision, Review):
                found[one.decision.plan, one.decision.parent] = Recorded(one.decision, *one.place)
        return tuple(found[key] for key in sorted(found))

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Every pair of decisions that contradict each other on one day, in the order of their places."""
        found = [conflict for ruling in self._rulings.values() for conflict in ruling.conflicts]
        for same in self._waived.values():
            found += _unlike(_newest(same), [_terms(waiver) for waiver in _newest(same)])
        for told in self._confirmed.values():
            found += _unlike(_newest(told), [one.decision.confirmed for one in _newest(told)])
        found += self._both_ways()
        return tuple(sorted(set(found), key=lambda conflict: (conflict.second.place, conflict.first.place)))

    @cached_property
    def _rulings(self) -> dict[Question, _Ruling]:
        answers: defaultdict[Question, list[Recorded[Answer]]] = defaultdict(list)
        denials: defaultdict[Question, list[Recorded[Denial]]] = defaultdict(list)
        for one in _sorted(self.recorded):
            made = one.decision
            if isinstance(made, Answer):
                answers[made.plan, made.parent, made.asked].append(Recorded(made, *one.place))
            elif isinstance(made, Denial):
                denials[made.plan, made.parent, made.asked].append(Recorded(made, *one.place))
        questions = dict.fromkeys((*answers, *denials))
        return {question: _ruling(answers[question], denials[question]) for question in questions}

    def _both_ways(self) -> list[Conflict]:
        """What one day calls right and not right."""
        right = {one.decision.about: one for one in self.confirmations}
        wrong = (one for one in self.waivers if one.decision.wrong)
        return [
            Conflict(*_sorted([other, one]))
            for one in wrong
            if (other := right.get(one.decision.about)) is not None and other.decision.on == one.decision.on
        ]

    @cached_property
    def _waived(self) -> dict[About, list[Recorded[Waiver]]]:
        waived: defaultdict[About, list[Recorded[Waiver]]] = defaultdict(list)
        for one in _sorted(self.recorded):
            if isinstance(one.decision, Waiver):
                waived[one.decision.about].append(Recorded(one.decision, *one.place))
        return dict(sorted(waived.items()))

    @cached_property
    def _confirmed(self) -> dict[About, list[Recorded[Confirmation]]]:
        confirmed: defaultdict[About, list[Recorded[Confirmation]]] = defaultdict(list)
        for one in _sorted(self.recorded):
            if isinstance(one.decision, Confirmation):
                confirmed[one.decision.about].append(Recorded(one.decision, *one.place))
        return dict(sorted(confirmed.items()))


def _ruling(answers: list[Recorded[Answer]], denials: list[Recorded[Denial]]) -> _Ruling:
    """The newest answer, less what was denied after it; the denials, less what was answered after them."""
    newest = _newest(answers)
    conflicts = _unlike(newest, [frozenset(answer.decision.answered_by) for answer in newest])
    answer = min(newest, key=_content) if newest and not conflicts else None
    answering = dict.fromkeys(answer.decision.answered_by) if answer else {}
    denied = _denied(denials)
    for item_id, denial in list(denied.items()):
        if answer is None or item_id not in answering:
            continue
        if answer.decision.on >= denial.decision.on:
            del denied[item_id]
        if answer.decision.on <= denial.decision.on:
            del answering[item_id]
        if answer.decision.on == denial.decision.on:
            conflicts.append(Conflict(*_sorted([answer, denial])))
    return _Ruling(tuple(answering) or None, frozenset(denied), tuple(conflicts))


def _denied(denials: Iterable[Recorded[Denial]]) -> dict[str, Recorded[Denial]]:
    """For each item the denial of it that was made last."""
    in_time = sorted(denials, key=lambda denial: denial.decision.on)
    return {item_id: denial for denial in in_time for item_id in denial.decision.not_answered_by}


def _newest(same: list[Recorded[D_co]]) -> list[Recorded[D_co]]:
    """Those of the last day on which one of them was made."""
    last = max((one.decision.on for one in same), default=None)
    return [one for one in same if one.decision.on == last]


def _renamed(decision: Decision, ids: Mapping[str, str]) -> Decision:
    plan, parent = decision.plan, decision.parent or ""
    return msgspec.structs.replace(decision, plan=ids.get(plan, plan), parent=ids.get(parent, parent) or None)


def _terms(waiver: Recorded[Waiver]) -> tuple[date | None, bool]:
    """What two waivers of the same must agree on: how long it is let stand, and whether it is right at all."""
    return waiver.decision.until, waiver.decision.wrong


def _unlike(same: list[Recorded[D_co]], said: list[Any]) -> list[Conflict]:
    """A conflict for each decision that does not say the same as the first."""
    return [Conflict(same[0], one) for one, other in zip(same, said, strict=True) if other != said[0]]


def _sorted(recorded: Iterable[Recorded[Decision]]) -> list[Recorded[Decision]]:
    return sorted(recorded, key=lambda one: one.place)


def _content(one: Recorded[D_co]) -> str:
    """What a decision says, for an order in which places do not count."""
    return repr(one.decision)

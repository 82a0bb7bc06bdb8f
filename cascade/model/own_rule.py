"""Rules that a reviewer writes: what is looked at, and what is demanded of it, as data.

These types are the rule file's one definition: the reader decodes into them, and the JSON Schema (`cascade schema
rule`) is generated from them.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from cascade.model.bound import Bound
from cascade.model.due import Day
from cascade.model.plan import Area, LevelId, Window, declared
from cascade.model.rule import Audience, Family, Rule, Severity, Sketches
from cascade.model.words import Words

Every = Literal["plan", "target", "task", "item", "asked-target", "asked-task", "asked-item"]
Looked = Literal["target", "task", "item", "asked-target", "asked-task", "asked-item"]
Period = Literal["month", "quarter", "half-year", "year"]
PER_YEAR: dict[Period, int] = {"month": 12, "quarter": 4, "half-year": 2, "year": 1}
"""How many of each a year has."""
VerdictId = Literal[
    "holds",
    "softer",
    "carve-out",
    "late",
    "weaker",
    "unquantified",
    "missing",
    "incomparable",
    "doubtful",
    "other-years",
    "covered",
    "partial",
    "uncovered",
]
Column = Literal["lead", "with", "due", "product", "measure"]


def _many(said: str, *examples: Any) -> Meta:
    """Marks a list that may be written as its one value."""
    extra = {"x-or-one": True} | ({"examples": [*examples]} if examples else {})
    return Meta(min_length=1, description=said, extra={"or_one": True}, extra_json_schema=extra)


def _said(description: str, *examples: Any) -> Meta:
    return Meta(description=description, examples=[*examples] if examples else None)


Phrases = Annotated[
    tuple[str, ...],
    _many("one of these phrases is said, in these words or others of the same meaning (rules/concepts.yaml)"),
]
Share = Annotated[int, Meta(ge=0, le=100)]


class Percent(msgspec.Struct, frozen=True, rename="kebab"):
    """From `at_least` to `at_most` percent."""

    at_least: Share = 0
    at_most: Share = 100


class Signed(msgspec.Struct, frozen=True, rename="kebab"):
    """A day of signing, no earlier than `since` and no later than `until`."""

    since: Annotated[Day | None, _said("no earlier than this day", "01/12")] = msgspec.field(name="from", default=None)
    until: Annotated[Day | None, _said("no later than this day", "31/01")] = None


class Due(Signed, frozen=True, rename="kebab"):
    """A deadline: every day that it names lies within, and it recurs at least as often as `repeats`."""

    repeats: Annotated[Period | None, _said("at least once each month, quarter, half-year or year")] = None
    words: Phrases = ()


class PlanCondition(msgspec.Struct, frozen=True, kw_only=True, rename="kebab"):
    """What the head of a plan says; every key that is given must hold."""

    all: Annotated[tuple[PlanCondition, ...], Meta(min_length=1, description="all of these hold")] = ()
    any: Annotated[tuple[PlanCondition, ...], Meta(min_length=1, description="at least one of these holds")] = ()
    negated: Annotated[PlanCondition | None, _said("this does not hold")] = msgspec.field(name="not", default=None)
    level: Annotated[tuple[LevelId, ...], _many("of one of these levels", "commune")] = ()
    type: Annotated[
        tuple[
            Annotated[str, Meta(extra={"known": "document-types"}, extra_json_schema={"x-known": "document-types"})],
            ...,
        ],
        _many("of one of these types of document", "KH"),
    ] = ()
    title: Phrases = ()
    issuer: Phrases = ()
    place: Annotated[tuple[str, ...], _many("of one of these units, or of a unit in one of them", "Ví Dụ")] = ()
    years: Annotated[Window | None, _said("for these years, or for some of them", "2026-2030")] = None
    yearly: Annotated[bool | None, _said("for one year (true) or for several (false)")] = None
    signed: Annotated[Signed | None, _said("signed between these days")] = None
    review: Literal["draft", "reviewed"] | None = None


class Condition(msgspec.Struct, frozen=True, kw_only=True, rename="kebab"):
    """What an item says and how it stands with other plans; every key that is given must hold."""

    all: Annotated[tuple[Condition, ...], Meta(min_length=1, description="all of these hold")] = ()
    any: Annotated[tuple[Condition, ...], Meta(min_length=1, description="at least one of these holds")] = ()
    negated: Annotated[Condition | None, _said("this does not hold")] = msgspec.field(name="not", default=None)
    kind: Annotated[Literal["target", "task"] | None, _said("a target, or a task")] = None
    words: Phrases = ()
    printed: Annotated[tuple[str, ...], _many("one of these phrases is printed, in just these words")] = ()
    area: Annotated[tuple[Area, ...], _many("in one of these areas (rules/areas.yaml)", 2, [2, 6])] = ()
    tier: Annotated[tuple[LevelId, ...], _many("a target on the performance of one of these levels")] = ()
    measure: Annotated[
        tuple[Annotated[str, declared("measures")], ...],
        _many("a target on one of these measures (rules/measures.yaml)", "tthc.on-time"),
    ] = ()
    guarantees: Annotated[Bound | None, _said("a target that promises at least as much", "98%")] = None
    lead: Annotated[tuple[str, ...], _many("one of these bodies leads", "Văn phòng HĐND và UBND")] = ()
    partners: Annotated[tuple[str, ...], _many("one of these bodies takes part")] = msgspec.field(
        name="with", default=()
    )
    product: Phrases = ()
    has: Annotated[tuple[Column, ...], _many("all of these are stated", "lead", ["lead", "due"])] = ()
    due: Annotated[Due | None, _said("its deadline; that of a target is the year by which it holds")] = None
    verdict: Annotated[
        tuple[VerdictId, ...],
        _many("of an item above: what the plan makes of it", "uncovered", ["weaker", "late"]),
    ] = ()
    confidence: Annotated[Percent | None, _said("of an item above: how sure its verdict is, in percent")] = None
    answer: Annotated[Condition | None, _said("of an item above: the plan's item that answers it")] = None
    above: Annotated[Condition | None, _said("of an item of the plan: an item above that it answers")] = None
    plan: Annotated[PlanCondition | None, _said("the plan that the item stands in")] = None


class Demand(msgspec.Struct, frozen=True):
    """What is demanded of every plan that meets `of`.

    With `must`: of each `looked` item that meets `where`, that it meets `must`. Without: that at least `at_least` of
    them meet `where`, or one in each month, quarter or half-year (`in_each`).
    """

    looked: Every
    of: PlanCondition
    where: Condition
    must: Condition | None = None
    at_least: int = 1
    in_each: Period | None = None

    @property
    def asked(self) -> bool:
        """Whether it looks at items of plans above."""
        return self.looked.startswith("asked-")

    @property
    def kinds(self) -> tuple[Literal["target", "task"], ...]:
        """The kinds of items that it looks at; none where it looks at plans."""
        kind = self.looked.removeprefix("asked-")
        return ("target", "task") if kind == "item" else ("target",) if kind == "target" else ("task",)

    @property
    def family(self) -> Family:
        """Among which findings of the shipped rules its own stand."""
        if self.looked == "plan":
            return "plans"
        return "targets" if self.kinds == ("target",) else "tasks"


class OwnRule(Rule, frozen=True, kw_only=True):
    """A rule of a reviewer: like the shipped ones in all that reports show, but its check is its demand."""

    demand: Demand


class OwnRuleFile(msgspec.Struct, frozen=True, kw_only=True, rename="kebab"):
    """A file of one's own rule. Words may be Vietnamese alone."""

    schema: Literal["own-rule/1"]
    id: Annotated[
        str,
        Meta(
            description="its name in reports: the file's name without .yaml",
            pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
            examples=["bao-cao-truoc-15-12"],
        ),
    ]
    title: Annotated[Words, _said("what a finding is called")]
    severity: Annotated[Severity, _said("how loud a finding is")]
    of: Annotated[PlanCondition, _said("which plans it looks at; left out: every plan")] = PlanCondition()
    each: Annotated[
        Every | None,
        _said("each of these that meets `where` must meet `must`; asked-…: an item of a plan above", "task"),
    ] = None
    some: Annotated[
        Looked | None,
        _said("the plan must have some of these that meet `where`; asked-…: an item of a plan above", "task"),
    ] = None
    where: Annotated[Condition, _said("which of them it looks at; left out: all")] = Condition()
    must: Annotated[Condition | None, _said("with `each`: what it demands of them")] = None
    at_least: Annotated[
        Annotated[int, Meta(ge=1, le=1000)] | None, _said("with `some`: how many; left out: one", 2)
    ] = None
    in_each: Annotated[
        Literal["month", "quarter", "half-year"] | None, _said("with `some`: one that is due in each of these")
    ] = None
    message: Annotated[
        Words,
        _said("what a finding says; {text}, {item}, {due}, {lead}, {plan} and others are filled in", "«{text}» …"),
    ]
    suggestion: Annotated[Words, _said("what would mend it")]
    reason: Annotated[Words, _said("why it matters: the document that asks for it, or what goes wrong without")]
    scope: Annotated[Words | None, _said("what it looks at, in words; left out: said by the program")] = None
    audience: Annotated[Audience, _said("who can mend it: the writer of the plan, or only the reviewer")] = "writer"
    fires: Annotated[tuple[Sketches, ...], _said("plans in which it must find something")] = ()
    silent: Annotated[tuple[Sketches, ...], _said("plans in which it must find nothing")] = ()


Keys = tuple[str | int, ...]


def parts(condition: PlanCondition | Condition) -> list[tuple[Keys, Any]]:
    """The condition, and those of its `all`, `any` and `not` that are asked of the same thing, with their keys."""
    found: list[tuple[Keys, Any]] = [((), condition)]
    lists: list[tuple[str, tuple[Any, ...]]] = [("all", condition.all), ("any", condition.any)]
    for name, several in lists:
        for index, one in enumerate(several):
            found += [((name, index, *keys), part) for keys, part in parts(one)]
    if condition.negated is not None:
        found += [(("not", *keys), part) for keys, part in parts(condition.negated)]
    return found


PLACEHOLDERS = (
    "text",
    "item",
    "due",
    "lead",
    "value",
    "plan",
    "unit",
    "count",
    "wanted",
    "periods",
    "answer",
    "answer_item",
    "parent_text",
    "parent_item",
    "parent_plan",
)
"""The names that the words of one's own rule may be filled with."""

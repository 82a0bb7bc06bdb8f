"""Rules as data: severity, parameters, words, why it matters, and examples that prove it."""

from __future__ import annotations

from typing import Literal

import msgspec

from cascade.model.decision import Answer, Confirmation, Denial, Review, Waiver
from cascade.model.plan import Citation, LevelId, Plan, Target, Task, Window
from cascade.model.words import Words

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
Family = Literal["targets", "tasks", "citations", "plans"]
FAMILIES: tuple[Family, ...] = ("targets", "tasks", "citations", "plans")
Audience = Literal["writer", "reviewer"]


class Sketch(msgspec.Struct, frozen=True):
    """A plan of an example: what is left out is filled in with invented places (huyện Thử, xã Mẫu)."""

    id: str | None = None
    folder: str | None = None
    level: LevelId | None = None
    title: str | None = None
    number: str | None = None
    type: str | None = None
    issuer: str | None = None
    place: tuple[str, ...] | None = None
    issued: str | None = None
    period: Window | None = None
    year: int | None = None
    content: Literal["full", "excerpt", "cited"] | None = None
    citations: tuple[Citation, ...] | None = None
    targets: tuple[Target, ...] = ()
    tasks: tuple[Task, ...] = ()


class Expected(msgspec.Struct, frozen=True):
    """A finding that an example must give: on which plan and item, how severe."""

    plan: str = "xa-mau-2023"
    item: str | None = None
    severity: Severity | None = None


class Example(msgspec.Struct, frozen=True):
    """A small corpus. `parent` is the plan of huyện Thử, `child` that of xã Mẫu, which cites it."""

    about: Words
    parent: Sketch | None = None
    child: Sketch | None = None
    others: tuple[Sketch, ...] = ()
    decisions: tuple[Answer | Denial | Waiver | Confirmation | Review, ...] = ()
    expect: tuple[Expected, ...] = ()


class Rule(msgspec.Struct, frozen=True):
    """One finding that cascade can make. `severity` by case; the cases are the check's own.

    `message` and `suggestion` are filled from the facts of each finding. `audience`: who can mend it, the writer of
    the plan, or only the reviewer, whose files or whose knowledge are lacking: no letter to the writer tells it.
    """

    schema: Literal["rule/1"]
    id: str
    family: Family
    title: Words
    severity: dict[str, Severity]
    scope: Words
    message: Words
    suggestion: Words
    rationale: Words
    audience: Audience = "writer"
    fires: tuple[Example, ...] = ()
    silent: tuple[Example, ...] = ()
    parameters: dict[str, float] = {}


def plan_of(sketch: Sketch, role: Literal["parent", "child", "other"]) -> tuple[str, Plan]:
    """The id and plan that a sketch stands for. All places are invented."""
    from datetime import date

    child = role == "child"
    level = sketch.level or ("commune" if child else "district")
    place = sketch.place if sketch.place is not None else (("Mẫu", "Thử", "Ví Dụ") if child else ("Thử", "Ví Dụ"))
    citations = sketch.citations
    if citations is None:
        citations = (
            (Citation(role="basis", number="01/KH-UBND", date=date(2021, 12, 1), issuer="UBND huyện Thử"),)
            if child
            else ()
        )
    issued = sketch.issued or ("2022-12-15" if child else "2021-12-01")
    plan = Plan(
        schema="plan/1",
        title=sketch.title or f"CCHC nhà nước giai đoạn 2021-2025{', năm 2023' if child else ''}",
        number=sketch.number or ("09/KH-UBND" if child else "01/KH-UBND" if role == "parent" else None),
        type=sketch.type or "KH",
        level=level,
        issuer=sketch.issuer or ("UBND xã Mẫu" if child else "UBND huyện Thử"),
        place=place,
        issued=None if issued == "null" else date.fromisoformat(issued),
        period=sketch.period or Window(2021, 2025),
        year=sketch.year if sketch.year is not None or not child or sketch.period else 2023,
        content=sketch.content or "full",
        review="reviewed",
        citations=citations,
        targets=sketch.targets,
        tasks=sketch.tasks,
    )
    return sketch.id or ("xa-mau-2023" if child else "huyen-thu-2021-2025"), plan

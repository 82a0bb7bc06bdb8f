"""A plan as recorded: its head, citations, targets and tasks (contracts.md, `plan/1`).

These types are the plan file's one definition: the reader decodes into them, and the JSON Schema
is generated from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from cascade.model.bound import Bound
from cascade.model.doubt import Doubts
from cascade.model.text import nfc
from cascade.model.words import Words


def _declared(where: str, description: str | None = None) -> Meta:
    """Marks a name that `rules/` declares: the reader and the JSON Schema accept no other."""
    return Meta(extra={"known": where}, extra_json_schema={"x-known": where}, description=description)


FIRST_YEAR, LAST_YEAR = 1945, 2100
"""The years that a plan can speak of; any other is a slip of the pen."""
Year = Annotated[int, Meta(ge=FIRST_YEAR, le=LAST_YEAR)]
LevelId = Annotated[str, _declared("levels", "a level of rules/levels.yaml")]
Page = Annotated[int, Meta(ge=1, le=100_000, description="the page of the document, from 1")]
Confidence = Annotated[float, Meta(description="how sure the machine that read this is, from 0 to 1")]
Area = Annotated[int, Meta(ge=1, le=7, description="one of the seven areas of rules/areas.yaml")]
SURE = 0.8
"""From this confidence on, what a machine read is taken for what is printed."""
_LINES = re.compile(r"^([1-9][0-9]{0,8})(?:\s*-\s*([1-9][0-9]{0,8}))?$")
_PERIOD = re.compile(r"^([0-9]{4})(?:\s*[-–—]\s*([0-9]{4}))?$")


class Lines(msgspec.Struct, frozen=True, order=True):
    """A run of lines of the source document, both ends included, counted from 1."""

    first: int
    last: int

    @classmethod
    def parse(cls, text: str) -> Lines:
        """`12` or `12-14`; raises ValueError otherwise."""
        found = _LINES.match(text.strip())
        if not found or (found[2] and int(found[2]) < int(found[1])):
            raise ValueError(text)
        return cls(int(found[1]), int(found[2] or found[1]))

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


class Window(msgspec.Struct, frozen=True, order=True):
    """A run of years, both ends included."""

    first: int
    last: int

    @classmethod
    def parse(cls, text: str) -> Window:
        """`2022` or `2021-2025`; raises ValueError otherwise."""
        found = _PERIOD.match(text.strip())
        if not found or (found[2] and int(found[2]) < int(found[1])):
            raise ValueError(text)
        return cls(int(found[1]), int(found[2] or found[1]))

    def __contains__(self, other: Window) -> bool:
        return self.first <= other.first and other.last <= self.last

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"

    def years(self) -> range:
        """The years, first to last."""
        return range(self.first, self.last + 1)


class Source(msgspec.Struct, frozen=True):
    """The submitted document from which the plan was recorded. `path`: the way to it from the folder of the plan's
    file, where it lies in another; who follows it opens nothing whose hash is not `sha256`."""

    document: str
    sha256: str | None = None
    path: str | None = None


class Citation(msgspec.Struct, frozen=True):
    """One printed reference to another document.

    `role` is `basis` in the opening Căn cứ, `body` anywhere later. A law may be cited by title
    and date alone. `issuer` is set only where the text prints it.
    """

    role: Literal["basis", "body"]
    number: str | None = None
    title: str | None = None
    date: date | None = None
    issuer: str | None = None
    lines: Lines | None = None
    page: Page | None = None
    doubt: str | Doubts | None = None
    confidence: Confidence | None = None


class Growth(msgspec.Struct, frozen=True):
    """A yearly rise of `per_year` (in the measure's unit) up to `until`; `from`: the year of the first rise."""

    per_year: Decimal
    since: Year | None = msgspec.field(name="from", default=None)
    until: Decimal | None = None


class Target(msgspec.Struct, frozen=True):
    """A commitment on a measure, for a tier, from a bound and a horizon (domain.md, Targets).

    At most one of `by`, `in`, `yearly` is set. `tier` is the level whose performance is measured;
    None: the issuer's whole area. `where: tasks` marks a number that stands in the task part.
    """

    id: str
    text: str
    value: Bound
    measure: Annotated[str, _declared("measures")] | None = None
    by: Year | None = None
    in_year: Year | None = msgspec.field(name="in", default=None)
    yearly: bool = False
    tier: LevelId | None = None
    lines: Lines | None = None
    area: Area | None = None
    growth: Growth | None = None
    baseline: Year | None = None
    hedge: str | None = None
    exception: str | None = msgspec.field(name="except", default=None)
    doubt: str | Doubts | None = None
    where: Literal["tasks"] | None = None
    restored: str | None = None
    page: Page | None = None
    confidence: Confidence | None = None

    @property
    def words(self) -> str:
        """The words by which the item is compared: those of a damaged text as they were restored."""
        return self.restored or self.text

    @property
    def has_horizon(self) -> bool:
        """Whether the text says when the target applies."""
        return self.by is not None or self.in_year is not None or self.yearly


class Task(msgspec.Struct, frozen=True):
    """A task or activity, or an objective that states no number (`kind: objective`).

    `lead` carries it out, `with` takes part. `under` is the id of the objective it serves.
    """

    id: str
    text: str
    area: Area | None = None
    kind: Literal["task", "objective"] = "task"
    lead: tuple[str, ...] = ()
    partners: tuple[str, ...] = msgspec.field(name="with", default=())
    due: str | None = None
    product: str | None = None
    lines: Lines | None = None
    under: str | None = None
    doubt: str | Doubts | None = None
    restored: str | None = None
    page: Page | None = None
    confidence: Confidence | None = None

    @property
    def words(self) -> str:
        """The words by which the item is compared: those of a damaged text as they were restored."""
        return self.restored or self.text


def assumed_period(issued: date | None, years: Iterable[int]) -> Window | None:
    """The period for which a plan is audited that states none: from its year of issue to the last of the years that
    its targets name; None where nothing tells a year."""
    every = {*years, *([issued.year] if issued else [])}
    return Window(issued.year if issued else min(every), max(every)) if every else None


class Plan(msgspec.Struct, frozen=True):
    """One plan. `place` is innermost first; `period` the years it covers; `year` set on a yearly plan.

    `content` says how much of the document is recorded: `full`, `excerpt` (part of it was seen)
    or `cited` (known only from citations). Nothing may be concluded from what the latter two lack.
    `addressed`: whom its "Tổ chức thực hiện" tells to carry it out, as printed; empty where it is not recorded.
    """

    schema: Literal["plan/1"]
    title: str | None
    type: Annotated[str, _declared("document-types")] | None
    level: LevelId
    issuer: str
    place: tuple[str, ...]
    period: Window
    content: Literal["full", "excerpt", "cited"]
    review: Literal["draft", "reviewed"]
    number: str | None = None
    issued: date | None = None
    year: Year | None = None
    source: Source | None = None
    doubt: str | Doubts | None = None
    addressed: Annotated[
        tuple[str, ...],
        Meta(
            description='whom "Tổ chức thực hiện" tells to carry it out, as printed: theirs is a task that names nobody'
        ),
    ] = ()
    confidence: dict[str, float] = {}
    citations: tuple[Citation, ...] = ()
    targets: tuple[Target, ...] = ()
    tasks: tuple[Task, ...] = ()

    @property
    def items(self) -> tuple[Target | Task, ...]:
        """Targets and tasks, each in the order of the file."""
        return (*self.targets, *self.tasks)

    @property
    def about(self) -> str:
        """Words that tell the plan's subject: its title, or what its items say where no title is printed."""
        return self.title or "; ".join(item.words for item in self.items)

    @property
    def label(self) -> Words:
        """How a report names the plan: its number, or its type and years, and who issued it."""
        years = Words(f"năm {self.year}", f"{self.year}") if self.year else Words(f"{self.period}", f"{self.period}")
        kind = self.type or "KH"
        vi, en = (self.number or f"{kind} {said}" for said in (years.vi, years.en))
        return Words(f"{vi} của {self.issuer}", f"{en} of {self.issuer}")

    @property
    def window(self) -> Window:
        """The years the plan speaks for: a yearly plan of a period starts with its own year."""
        return Window(max(self.period.first, self.year), self.period.last) if self.year else self.period

    @property
    def span(self) -> Window:
        """The years that the plan is for: its one year, or its period."""
        return Window(self.year, self.year) if self.year else self.period

    @property
    def yearly(self) -> bool:
        """Whether this is a plan for one year."""
        return self.year is not None or self.period.first == self.period.last


def clean(text: str) -> str:
    """A text of a plan file in the one form that cascade holds: NFC, no space around it."""
    return nfc(text).strip()

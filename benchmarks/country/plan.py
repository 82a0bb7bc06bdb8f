"""An invented plan while it is made: what it says is kept apart into sentence, number and years, so that a defect can
change one of them; then it is printed as a plan file.

Values are printed as JSON strings, which YAML reads as they stand: this is several times as fast as a YAML library,
and a corpus has thousands of files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from benchmarks.country.grammar import Matter, fill, quantity

Wording = Literal["copied", "reworded", "rewritten"]
Horizon = Literal["in", "by", "yearly"]


@dataclass
class Target:
    """A target. `sentence` has its slots open; `asked`: the matter is one that the plan above asks for."""

    id: str
    matter: Matter
    sentence: str
    value: int | str
    style: int
    of: str
    wording: Wording | None = None
    horizon: Horizon = "in"
    year: int = 0
    high: int | None = None
    above: bool = False  # strictly more than the value
    hedge: str | None = None
    exception: str | None = None
    measure: str | None = None
    counted: int | None = None  # so many things instead of a share

    @property
    def bound(self) -> str:
        """The value as plan files write it."""
        unit = "%" if self.matter.unit == "%" else f" {self.matter.unit}"
        if self.counted is not None:
            return f"{self.counted} {self.matter.counted}"
        if isinstance(self.value, str):
            return self.value
        if self.high is not None:
            return f"{self.value}-{self.high}{unit}"
        return f"{'> ' if self.above else ''}{self.value}{unit}"

    def text(self, plan: Plan) -> str:
        """The sentence as printed in its plan."""
        if self.counted is not None:
            said = str(self.counted)
        elif self.above:
            said = f"trên {self.value}{'%' if self.matter.unit == '%' else ' ' + self.matter.unit}"
        else:
            ahead = self.sentence.startswith("{q}")
            said = quantity(self.value, self.matter, self.style, ahead=ahead, high=self.high)
        text = fill(self.sentence, plan.slots(self.of, said))
        if self.horizon == "by":
            text = f"Đến năm {self.year}, {_small(text)}"
        if self.horizon == "yearly":
            text = f"Hằng năm, {_small(text)}"
        if self.hedge:
            text = f"{self.hedge.capitalize()} {_small(text)}"
        return f"{text[:-1]}, {self.exception}." if self.exception else text


@dataclass
class Task:
    """A task. `general`: it only names the topic."""

    id: str
    matter: Matter
    sentence: str
    of: str
    wording: Wording | None = None
    lead: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    due: str | None = None
    product: str | None = None

    def text(self, plan: Plan) -> str:
        """The sentence as printed in its plan."""
        return fill(self.sentence, plan.slots(self.of, ""))


@dataclass
class Citation:
    """A citation; see `cascade.model.plan.Citation`."""

    role: Literal["basis", "body"]
    number: str | None = None
    title: str | None = None
    date: date | None = None
    issuer: str | None = None

    @property
    def name(self) -> str:
        """What a report names it by."""
        return self.number or self.title or ""


@dataclass
class Plan:
    """A plan. `unit_word`: how its sentences name the units that do the work ("xã", "xã, phường")."""

    id: str
    level: str
    issuer: str
    place: tuple[str, ...]
    title: str
    number: str
    issued: date
    period: str
    year: int | None
    unit_word: str
    folder: str
    addressed: tuple[str, ...] = ()
    areas: bool = True
    citations: list[Citation] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)

    def slots(self, of: str, said: str) -> dict[str, str]:
        """What fills the sentences of this plan."""
        first = self.year or int(self.period[:4])
        return {"q": said, "of": of, "u": self.unit_word, "u1": self.unit_word, "year": str(first)}

    @property
    def file(self) -> str:
        """Where the plan is written, below the corpus's folder."""
        return f"{self.folder}/{self.id}.yaml"


def printed(plan: Plan) -> str:
    """The plan file."""
    return "\n".join(_lines(plan)) + "\n"


def _lines(plan: Plan) -> Iterator[str]:
    yield "# Invented test data (benchmarks/country): the unit is real, everything else is made up."
    yield "schema: plan/1"
    for key, value in (("title", plan.title), ("number", plan.number)):
        yield f"{key}: {_quoted(value)}"
    yield f"type: KH\nlevel: {plan.level}\nissuer: {_quoted(plan.issuer)}\nplace: {_listed(plan.place)}"
    yield f"issued: {plan.issued}\nperiod: {plan.period}"
    if plan.year is not None:
        yield f"year: {plan.year}"
    yield 'content: full\nreview: reviewed\nsource: {document: "invented"}'
    if plan.addressed:
        yield f"addressed: {_listed(plan.addressed)}"
    yield from _section("citations", map(_citation, plan.citations))
    yield from _section("targets", (_target(target, plan) for target in plan.targets))
    yield from _section("tasks", (_task(task, plan) for task in plan.tasks))


def _section(name: str, items: Iterable[str]) -> Iterator[str]:
    lines = [f"  - {{{item}}}" for item in items]
    yield from (f"{name}:", *lines) if lines else (f"{name}: []",)


def _citation(one: Citation) -> str:
    texts = (("number", one.number), ("title", one.title), ("issuer", one.issuer))
    said = [f"{key}: {_quoted(value)}" for key, value in texts if value is not None]
    return ", ".join((*said, *([f"date: {one.date}"] if one.date else []), f"role: {one.role}"))


def _target(one: Target, plan: Plan) -> str:
    said = [f"id: {_quoted(one.id)}", f"text: {_quoted(one.text(plan))}", f"value: {_quoted(one.bound)}"]
    said.append("yearly: true" if one.horizon == "yearly" else f"{one.horizon}: {one.year}")
    said += [f"tier: {one.matter.tier}"] if one.matter.tier else []
    said += [f"area: {one.matter.area}"] if plan.areas and not one.measure else []
    texts = (("measure", one.measure), ("hedge", one.hedge), ("except", one.exception))
    return ", ".join((*said, *(f"{key}: {_quoted(value)}" for key, value in texts if value is not None)))


def _task(one: Task, plan: Plan) -> str:
    said = [f"id: {_quoted(one.id)}", f"text: {_quoted(one.text(plan))}"]
    said += [f"area: {one.matter.area}"] if plan.areas else []
    said += [f"{key}: {_listed(value)}" for key, value in (("lead", one.lead), ("with", one.partners)) if value]
    texts = (("due", one.due), ("product", one.product))
    return ", ".join((*said, *(f"{key}: {_quoted(value)}" for key, value in texts if value is not None)))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _listed(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"


def _small(text: str) -> str:
    """A sentence that goes on after other words; names in capitals stay."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]

"""Small corpora of invented plans (xã Mẫu, huyện Thử, tỉnh Ví Dụ), and the corpus of `data/`, audited once.

The plans are built as the examples of the rules are (`cascade.model.rule.plan_of`): what a test
leaves out of a `Sketch` is filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from cascade.answers.answer import Answer
from cascade.answers.answering import Answering
from cascade.audit import Audit, Judged, audit, context_of, run
from cascade.checks.context import Context
from cascade.checks.registry import CHECKS
from cascade.examples import example_plans
from cascade.model.bound import parse_bound
from cascade.model.decision import Decisions
from cascade.model.domain import Domain
from cascade.model.limits import Limits, limits, set_limits
from cascade.model.plan import Target, Task
from cascade.model.rule import Example, Rule, Sketch
from cascade.model.words import Words
from cascade.reading.plans import Corpus, PlanFile, read_corpus
from cascade.reading.rules import read_rules

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
PAYMENT = "tthc.online-payment"  # better higher, in %
WAITING = "tthc.waiting-time"  # better lower, in phút

PROVINCE, DISTRICT, COMMUNE = "tinh-vi-du-2021-2025", "huyen-thu-2021-2025", "xa-mau-2023"
EMPTY = Sketch()


@cache
def domain() -> Domain:
    """The shipped rules."""
    read = read_rules((), CHECKS)
    assert read.domain is not None
    assert read.faults == []
    return read.domain


def rule(rule_id: str) -> Rule:
    """One of the shipped rules."""
    return domain().rules[rule_id]


@cache
def recorded() -> Audit:
    """The audit of `data/`."""
    return audit(read_corpus([DATA], domain()), domain())


def target(item_id: str, value: str, measure: str | None = PAYMENT, **more: Any) -> Target:
    """A target, by default on the share of procedures payable online."""
    return Target(
        id=item_id, text=more.pop("text", f"Chỉ tiêu {item_id}"), value=parse_bound(value), measure=measure, **more
    )


def task(item_id: str, text: str, **more: Any) -> Task:
    """A task."""
    return Task(id=item_id, text=text, **more)


def province(**more: Any) -> Sketch:
    """The plan 07/KH-UBND of tỉnh Ví Dụ, of 2021-10-01."""
    given: dict[str, Any] = {
        "id": PROVINCE,
        "level": "province",
        "place": ("Ví Dụ",),
        "issuer": "UBND tỉnh Ví Dụ",
        "number": "07/KH-UBND",
        "issued": "2021-10-01",
    }
    return Sketch(**(given | more))


def commune(name: str, **more: Any) -> Sketch:
    """The plan of another commune of huyện Thử, with the number and the date of xã Mẫu's."""
    given: dict[str, Any] = {
        "id": f"xa-{name.lower()}-2023",
        "level": "commune",
        "place": (name, "Thử", "Ví Dụ"),
        "issuer": f"UBND xã {name}",
        "number": "09/KH-UBND",
        "issued": "2022-12-15",
        "year": 2023,
    }
    return Sketch(**(given | more))


def linked(parent: Sketch | None = None, child: Sketch | None = None, *others: Sketch) -> Context:
    """The corpus of the district's plan (`parent`), xã Mẫu's (`child`), which cites it, and others."""
    placed = example_plans(Example(about=Words("", ""), parent=parent, child=child, others=others))
    files = {plan_id: file for plan_id, (_, file) in placed.items()}
    return context_of({plan_id: plan for plan_id, (plan, _) in placed.items()}, domain(), files)


def decided(context: Context, decisions: Decisions) -> Context:
    """The same corpus with what people have decided."""
    return Context(context.lineage, context.files, context.unread, decisions)


class Told(Answering):
    """Answers as a test tells them, whatever the words are."""

    def __init__(self, context: Context, *answers: Answer) -> None:
        super().__init__(context.plans, context.domain)
        self._told = answers

    def answers(self, child_id: str, parent_id: str) -> tuple[Answer, ...]:
        """The same for every two plans."""
        assert child_id != parent_id
        return self._told


def found(context: Context, rule_id: str) -> list[Judged]:
    """What one rule finds."""
    return run(context, rule(rule_id))


def audited(context: Context) -> Audit:
    """What all rules find in a corpus, as if its files had been read."""
    files = {plan_id: PlanFile(plan_id, context.files[plan_id], plan, {}) for plan_id, plan in context.plans.items()}
    return audit(Corpus(files, ()), domain())


def places(context: Context, judged: Iterable[Judged]) -> list[tuple[str, str | None, str]]:
    """Of each finding the plan, the item as a person cites it, and the severity."""
    result = Audit(Corpus({}, ()), context, ())
    return [(one.finding.item.plan, result.id_of(one.finding.item), one.severity) for one in judged]


@contextmanager
def limited(wanted: Limits) -> Iterator[None]:
    """These limits apply in the block."""
    before = limits()
    set_limits(wanted)
    try:
        yield
    finally:
        set_limits(before)

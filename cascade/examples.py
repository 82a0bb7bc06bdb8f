"""The examples of the rules, run: each must fire or stay silent as its rule file says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from cascade.answers.lexis import lexis_of
from cascade.audit import Judged, context_of, run_all
from cascade.model.decision import Decisions, Recorded
from cascade.model.domain import Domain
from cascade.model.matter import Matters
from cascade.model.plan import Plan
from cascade.model.rule import Example, Expected, Rule, plan_of
from cascade.model.words import LANGS

PAIR = 2  # an example of words is two statements


class Failure(msgspec.Struct, frozen=True):
    """An example that does not do what its rule file says."""

    rule: str
    about: str
    problem: str


def check_examples(domain: Domain) -> Iterator[Failure]:
    """Every example of every rule that fails."""
    yield from _check_words(domain)
    for rule in domain.rules.values():
        if not rule.fires or not rule.silent:
            yield Failure(rule.id, "", "needs at least one example that fires and one that stays silent")
        for example in rule.fires:
            yield from check_fires(rule, example, domain)
        for example in rule.silent:
            yield from check_silent(rule, example, domain)


def _check_words(domain: Domain) -> Iterator[Failure]:
    """Every example of the words of the language that does not do what it is there to show."""
    lexis = lexis_of(domain)
    for number, concept in enumerate(domain.wording.concepts):
        held = [lexis.words_of(text, number) for text in concept.example]
        if len(held) != PAIR or not all(held) or held[0] == held[1]:
            yield Failure(
                f"concepts/{concept.id}", "; ".join(concept.example), "needs two statements in other words of it"
            )
    for contrast in domain.wording.contrasts:
        if len(contrast.example) != PAIR or not lexis.excluded(*contrast.example):
            yield Failure(f"contrasts/{contrast.id}", "; ".join(contrast.example), "needs two statements that it parts")
    for matter in domain.matters.matters:
        for phrase, example in matter.phrases.items():
            alone = Matters((msgspec.structs.replace(matter, phrases={phrase: example}, level=matter.level or "any"),))
            if alone.find(alone.plain(example), (matter.kind,), (matter.level or "any",)) is None and matter.level:
                yield Failure(f"matters/{matter.kind}", example, f"does not hold «{phrase}»")


def check_silent(rule: Rule, example: Example, domain: Domain) -> Iterator[Failure]:
    """What an example that must stay silent says all the same."""
    for judged in findings(rule, example, domain):
        yield Failure(rule.id, example.about.en, f"must stay silent but says: {judged.message.en}")


def check_fires(rule: Rule, example: Example, domain: Domain) -> Iterator[Failure]:
    """What an example that must fire does otherwise than it expects."""
    found = findings(rule, example, domain)
    if not found:
        yield Failure(rule.id, example.about.en, "must fire but stays silent")
    for expected in example.expect:
        if not any(_meets(judged, expected, example) for judged in found):
            seen = "; ".join(f"{j.finding.item.plan} {_item_id(j, example)} {j.severity}" for j in found)
            wanted = f"{expected.plan} {expected.item} {expected.severity}"
            yield Failure(rule.id, example.about.en, f"expected {wanted}, found {seen or 'nothing'}")
    for judged in found:
        for lang in LANGS:
            if not judged.message.say(lang).strip() or not judged.suggestion.say(lang).strip():
                yield Failure(rule.id, example.about.en, f"has no words in {lang}")


def _meets(judged: Judged, expected: Expected, example: Example) -> bool:
    return (
        judged.finding.item.plan == expected.plan
        and (expected.item is None or _item_id(judged, example) == expected.item)
        and (expected.severity is None or judged.severity == expected.severity)
    )


def _item_id(judged: Judged, example: Example) -> str | None:
    item = judged.finding.item
    plan = example_plans(example)[item.plan][0]
    if item.kind == "target":
        return plan.targets[item.index].id
    if item.kind == "task":
        return plan.tasks[item.index].id
    return plan.citations[item.index].number if item.kind == "citation" else None


def findings(rule: Rule, example: Example, domain: Domain) -> list[Judged]:
    """What a rule finds in the corpus of an example."""
    plans = example_plans(example)
    context = context_of(
        {plan_id: plan for plan_id, (plan, _) in plans.items()},
        domain,
        {plan_id: file for plan_id, (_, file) in plans.items()},
        decisions=Decisions(tuple(Recorded(one, "decisions.yaml", n, 5) for n, one in enumerate(example.decisions, 3))),
    )
    rules = domain.rules.values() if example.decisions else (rule,)
    return [judged for judged in run_all(context, rules) if judged.finding.rule == rule.id]


def example_plans(example: Example) -> dict[str, tuple[Plan, str]]:
    """The plans of an example by id, each with the file it would stand in."""
    roles: list[tuple[Literal["parent", "child", "other"], object]] = [
        ("parent", example.parent),
        ("child", example.child),
        *(("other", sketch) for sketch in example.others),
    ]
    found = {}
    for role, sketch in roles:
        if sketch is not None:
            plan_id, plan = plan_of(sketch, role)  # type: ignore[arg-type]
            folder = getattr(sketch, "folder", None) or plan.level
            found[plan_id] = plan, f"data/{folder}/{plan_id}.yaml"
    return dict(sorted(found.items()))

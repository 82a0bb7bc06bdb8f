"""One item of a higher plan explained for the terminal: who is asked, what answers it, why, and what follows."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from cascade.answers.because import because
from cascade.answers.explaining import Explained, Explanation, explain
from cascade.audit import Audit
from cascade.model.finding import Item
from cascade.model.measure import Measure
from cascade.model.words import Lang, Words
from cascade.report import phrases
from cascade.report.screen import Screen, joined, safe
from cascade.verdicts.fulfilment import Comparison
from cascade.verdicts.scope import Scope
from cascade.verdicts.tasks import Coverage

MOST_EVIDENCE = 6  # the rest counts for little


def explanation_text(result: Audit, child: str, asked: Item, lang: Lang, screen: Screen) -> str:
    """Everything that decided what `child` makes of one item of a plan above it."""
    found = _verdict(result, child, asked)
    explanation = explain(result.context.answering, child, asked.plan, asked)
    parts: list[RenderableType] = _head(result, child, asked, lang)
    parts += _asked(found.scope if found else None, lang)
    parts += _answer(result, explanation, asked, lang)
    if isinstance(found, Comparison):
        parts += _years(found, lang, screen)
    parts += [joined(phrases.VERDICT_HEAD.say(lang), ": ", _said(found, lang)), Text()]
    return screen.draw(*parts)


def _verdict(result: Audit, child: str, asked: Item) -> Comparison | Coverage | None:
    """The verdict on an item; None for a target that says again what another of its plan is judged by."""
    context = result.context
    found: list[Comparison | Coverage] = list(context.targets.pair(child, asked.plan))
    found += context.tasks.pair(child, asked.plan)
    return next((one for one in found if one.parent == asked), None)


def _head(result: Audit, child: str, asked: Item, lang: Lang) -> list[RenderableType]:
    plans = result.context.plans
    return [
        joined(safe(result.id_of(asked) or "", "bold"), " ", safe(result.context.text(asked), "bold")),
        safe(f"{plans[asked.plan].label.say(lang)} → {plans[child].label.say(lang)}", "dim"),
        Text(),
    ]


def _asked(scope: Scope | None, lang: Lang) -> list[RenderableType]:
    if scope is None:
        return []
    reason = phrases.SCOPE[scope.reason].say(lang)
    words = f" («{scope.words}»)" if scope.words else ""
    return [joined(phrases.ASKED[scope.asked].say(lang), ": ", safe(f"{reason}{words}")), Text()]


def _answer(result: Audit, explanation: Explanation, asked: Item, lang: Lang) -> list[RenderableType]:
    answer = explanation.answer
    if not explanation.candidates:
        return [safe(phrases.NO_CANDIDATE.say(lang)), Text()]
    standing = phrases.SETTLED if answer.settled else phrases.STANDING[answer.standing]
    parts: list[RenderableType] = [joined(standing.say(lang, chance=answer.chance)), Text()]
    for place, candidate in enumerate(explanation.candidates):
        head = phrases.BEST if place == 0 else phrases.RUNNER_UP
        parts += _candidate(result, candidate, asked, head, lang)
    return parts


def _candidate(result: Audit, found: Explained, asked: Item, head: Words, lang: Lang) -> list[RenderableType]:
    item = found.candidate.item
    context = result.context
    parts: list[RenderableType] = [
        joined(head.say(lang), ": ", safe(result.id_of(item) or "", "bold"), " ", safe(context.text(item)))
    ]
    for one in because(context.answering.lexis, context.words(asked), context.words(item)):
        said = phrases.TIES[one.kind].say(lang)
        parts.append(joined("    ", safe(one.pair), "  ", safe(said, "dim")))
    for weighed in found.evidence[:MOST_EVIDENCE]:
        said = context.domain.wording.answers.evidence[weighed.name].says.say(lang)
        parts.append(joined(f"  {weighed.counts:+5d}  ", safe(said), "  ", safe(f"({weighed.name})", "dim")))
    if found.answers_rather is not None:
        rather = found.answers_rather
        words = phrases.RATHER.say(lang, item=result.id_of(rather), text=context.text(rather))
        parts.append(joined("  ", safe(words)))
    return [*parts, Text()]


def _years(found: Comparison, lang: Lang, screen: Screen) -> list[RenderableType]:
    if not found.years:
        return []
    table = screen.table(
        phrases.YEAR_HEAD.say(lang), phrases.HIGHER.say(lang), phrases.THIS_PLAN.say(lang), widths=(1, 2, 2)
    )
    nothing = phrases.NO_BOUND.say(lang)
    for row in found.years:
        parent, child = (safe(str(bound) if bound else nothing) for bound in (row.parent, row.child))
        decides = row.year == found.year
        table.add_row(Text(f"{row.year}{' ◀' if decides else ''}"), parent, child)
    return [*_measured(found.measure, lang), table, Text()]


def _measured(measure: Measure | None, lang: Lang) -> list[RenderableType]:
    """What both were measured by, as `rules/` says it: who finds the way wrong knows where to look."""
    if measure is None:
        return []
    by = measure.id or phrases.OWN_WORDS.say(lang)
    return [safe(phrases.MEASURED[measure.better].say(lang, measure=by)), Text()]


def _said(found: Comparison | Coverage | None, lang: Lang) -> Text:
    if found is None:
        return Text(phrases.JUDGED_ELSEWHERE.say(lang), style="bold")
    words = phrases.VERDICT if isinstance(found, Comparison) else phrases.COVER
    verdict = words[found.verdict.value].say(lang)
    unsure = f" ({phrases.CASES['unsure'].say(lang)})" if found.unsure else ""
    return Text(f"{verdict}{unsure}", style="bold")

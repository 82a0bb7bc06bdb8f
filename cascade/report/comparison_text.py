"""A plan beside the plans that it carries out: every target and task above, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import RenderableType
from rich.text import Text

from cascade.answers.answer import Answer
from cascade.answers.because import because
from cascade.audit import Audit
from cascade.model.finding import Item
from cascade.model.words import Lang, Words
from cascade.report import phrases
from cascade.report.screen import Screen, joined, safe
from cascade.verdicts.targets import Comparison
from cascade.verdicts.tasks import Coverage
from cascade.verdicts.verdict import TargetVerdict, TaskVerdict

_GOOD = {TargetVerdict.HOLDS, TaskVerdict.COVERED}
_BAD = {TargetVerdict.WEAKER, TargetVerdict.LATE, TargetVerdict.MISSING, TaskVerdict.UNCOVERED}
_QUIET = {TargetVerdict.NOT_ASKED, TargetVerdict.OTHER_YEARS, TaskVerdict.NOT_ASKED}


def comparison_text(
    result: Audit, child: str, parents: Iterable[str], lang: Lang, screen: Screen, *, why: bool = False
) -> str:
    """The comparison with each of `parents`, targets first; with `why`, the words that tie each item to its answer."""
    parts: list[RenderableType] = []
    for parent in parents:
        parts += _beside(result, child, parent, lang, screen, why)
    return screen.draw(*parts)


def _beside(result: Audit, child: str, parent: str, lang: Lang, screen: Screen, why: bool) -> list[RenderableType]:
    context = result.context
    title = phrases.COMPARE_TITLE.say(
        lang, child=context.plans[child].label.say(lang), parent=context.plans[parent].label.say(lang)
    )
    parts: list[RenderableType] = [safe(title, "bold"), Text()]
    targets = context.targets.pair(child, parent)
    parts += _table(
        phrases.TARGETS, phrases.NO_TARGETS, [_target_row(result, c, lang, why) for c in targets], lang, screen
    )
    tasks = [coverage for coverage in context.tasks.pair(child, parent) if coverage.scope.reason != "objective"]
    parts += _table(phrases.TASKS, phrases.NO_TASKS, [_task_row(result, c, lang, why) for c in tasks], lang, screen)
    return parts


def _table(
    head: Words, nothing: Words, rows: list[tuple[Text, ...]], lang: Lang, screen: Screen
) -> list[RenderableType]:
    parts: list[RenderableType] = [Text(head.say(lang), style="bold")]
    if not rows:
        return [*parts, Text(nothing.say(lang)), Text()]
    heads = (phrases.HIGHER.say(lang), phrases.THIS_PLAN.say(lang), phrases.VERDICT_HEAD.say(lang))
    table = screen.table(*heads, widths=(5, 5, 3))
    for row in rows:
        table.add_row(*row)
    return [*parts, table, Text()]


def _target_row(result: Audit, comparison: Comparison, lang: Lang, why: bool) -> tuple[Text, ...]:
    verdict = phrases.VERDICT[comparison.verdict.value].say(lang)
    if comparison.year:
        verdict = f"{verdict} ({phrases.YEAR.say(lang, year=comparison.year)})"
    answered = comparison.verdict is not TargetVerdict.MISSING
    return (
        _item(result, comparison.parent),
        _with_why(_item(result, comparison.child), result, comparison.parent, comparison.child, lang, why),
        Text(_sure(verdict, comparison.answer, comparison.unsure, answered, lang), style=_style(comparison.verdict)),
    )


def _task_row(result: Audit, coverage: Coverage, lang: Lang, why: bool) -> tuple[Text, ...]:
    verdict = phrases.COVER[coverage.verdict.value].say(lang)
    if coverage.verdict is TaskVerdict.NOT_ASKED:
        verdict = f"{verdict}: {phrases.SCOPE[coverage.scope.reason].say(lang)}"
    elif coverage.role is not None:
        verdict = f"{verdict} ({phrases.CASES[coverage.role].say(lang)})"
    asked = coverage.verdict is not TaskVerdict.NOT_ASKED
    answered = coverage.verdict in (TaskVerdict.COVERED, TaskVerdict.PARTIAL)
    if asked:
        verdict = _sure(verdict, coverage.answer, coverage.unsure, answered, lang)
    child = coverage.child if asked else None
    return (
        _item(result, coverage.parent),
        _with_why(_item(result, child), result, coverage.parent, child, lang, why),
        Text(verdict, style=_style(coverage.verdict)),
    )


def _sure(verdict: str, answer: Answer | None, unsure: bool, answered: bool, lang: Lang) -> str:
    """The verdict with how sure it is, where words decided it.

    A figure stands only beside what it supports: that nothing answers may rest on a fact that refuses
    the nearest item (another unit, another measure), and "bỏ sót, 30%" would then contradict itself.
    """
    if answer is None:
        return verdict
    chance = answer.confidence(answered=answered)
    said = ""
    if answer.settled:
        said = f"; {phrases.SETTLED.say(lang).lower()}"
    elif answered or (chance >= 50 and not unsure):
        said = f"; {phrases.CONFIDENCE.say(lang, chance=chance)}"
    look = f"; {phrases.CASES['unsure'].say(lang)}" if unsure else ""
    return f"{verdict}{said}{look}"


def _with_why(shown: Text, result: Audit, parent: Item, child: Item | None, lang: Lang, why: bool) -> Text:
    """An answer with the words that tie it to what is asked."""
    if not why or child is None:
        return shown
    context = result.context
    for one in because(context.answering.lexis, context.words(parent), context.words(child)):
        shown.append_text(joined("\n  ", safe(f"{one.pair} ({phrases.TIES[one.kind].say(lang)})", "dim")))
    return shown


def _item(result: Audit, item: Item | None) -> Text:
    if item is None:
        return Text("—", style="dim")
    words = safe(result.context.text(item))
    if item.kind == "target":
        target = result.context.target(item)
        words.append_text(joined(" ", safe(f"→ {target.value}", "bold")))
        when = target.by or target.in_year
        if when:
            words.append(f" ({when})")
    return joined(safe(result.id_of(item) or "", "dim"), " ", words)


def _style(verdict: TargetVerdict | TaskVerdict) -> str:
    if verdict in _GOOD:
        return "green"
    if verdict in _QUIET:
        return "dim"
    return "bold red" if verdict in _BAD else "yellow"

"""A plan beside the plans that it carries out: every target and task above, and what became of it."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from cascade.model.words import Lang, Words
from cascade.report import phrases
from cascade.report.screen import Screen, joined, safe
from cascade.result.result import ItemComparison, ItemView, PairView, Result

PAGE = Screen()
_GOOD = {"holds", "covered"}
_BAD = {"weaker", "late", "missing", "uncovered"}
_QUIET = {"not-asked", "other-years"}


def render(result: Result, lang: Lang, screen: Screen = PAGE, *, why: bool = False) -> bytes:
    """Each comparison, targets first; with `why`, the words that tie each item to its answer."""
    parts: list[RenderableType] = []
    for pair in result.comparisons:
        parts += _beside(result, pair, lang, screen, why)
    return screen.draw(*parts).encode()


def _beside(result: Result, pair: PairView, lang: Lang, screen: Screen, why: bool) -> list[RenderableType]:
    child, parent = (result.plan(plan_id).label.say(lang) for plan_id in (pair.child, pair.parent))
    title = phrases.COMPARE_TITLE.say(lang, child=child, parent=parent)
    targets = [_row(one, _target_verdict(one, lang), one.child, lang, why) for one in pair.targets]
    tasks = [
        _row(one, _task_verdict(one, lang), one.child if one.verdict != "not-asked" else None, lang, why)
        for one in pair.tasks
        if one.reason != "objective"
    ]
    return [
        safe(title, "bold"),
        Text(),
        *_table(phrases.TARGETS, phrases.NO_TARGETS, targets, lang, screen),
        *_table(phrases.TASKS, phrases.NO_TASKS, tasks, lang, screen),
    ]


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


def _row(found: ItemComparison, verdict: str, child: ItemView | None, lang: Lang, why: bool) -> tuple[Text, ...]:
    shown = _item(child, lang)
    if why and child is not None:
        for one in found.because:
            shown.append_text(joined("\n  ", safe(f"{one.pair} ({phrases.TIES[one.kind].say(lang)})", "dim")))
    return _item(found.parent, lang), shown, Text(verdict, style=_style(found.verdict))


def _target_verdict(found: ItemComparison, lang: Lang) -> str:
    verdict = phrases.VERDICT[found.verdict].say(lang)
    if found.year:
        verdict = f"{verdict} ({phrases.YEAR.say(lang, year=found.year)})"
    return _sure(verdict, found, lang)


def _task_verdict(found: ItemComparison, lang: Lang) -> str:
    verdict = phrases.COVER[found.verdict].say(lang)
    if found.verdict == "not-asked":
        return f"{verdict}: {phrases.SCOPE[found.reason or ''].say(lang)}"
    if found.role is not None:
        verdict = f"{verdict} ({phrases.CASES[found.role].say(lang)})"
    return _sure(verdict, found, lang)


def _sure(verdict: str, found: ItemComparison, lang: Lang) -> str:
    """The verdict with how sure it is, where words decided it.

    A figure stands only beside what it supports: that nothing answers may rest on a fact that refuses
    the nearest item (another unit, another measure), and "chưa thấy, 30%" would then contradict itself.
    """
    chance = found.confidence
    if not found.by_words:
        return verdict
    said = ""
    if found.settled:
        said = f"; {phrases.SETTLED.say(lang).lower()}"
    elif chance is not None and (found.answered or (chance >= 50 and not found.unsure)):
        said = f"; {phrases.CONFIDENCE.say(lang, chance=chance)}"
    look = f"; {phrases.CASES['unsure'].say(lang)}" if found.unsure else ""
    return f"{verdict}{said}{look}"


def _item(item: ItemView | None, lang: Lang) -> Text:
    if item is None:
        return Text("—", style="dim")
    words = safe(item.text)
    if item.kind == "target":
        bound = item.bound.say(lang) if item.bound else item.value
        words.append_text(joined(" ", safe(f"→ {bound}", "bold")))
        if item.when:
            words.append(f" ({item.when})")
    return joined(safe(item.id or "", "dim"), " ", words)


def _style(verdict: str) -> str:
    if verdict in _GOOD:
        return "green"
    if verdict in _QUIET:
        return "dim"
    return "bold red" if verdict in _BAD else "magenta"

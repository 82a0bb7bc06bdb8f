"""The figures for people: bars of what plans make of the targets and tasks above them."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from cascade.model.words import Lang, Words
from cascade.report import phrases
from cascade.report.screen import Screen, clipped, safe
from cascade.result.figures import TARGET_OUTCOMES, TASK_OUTCOMES, LevelFigures, Tally, figures
from cascade.result.result import Result

PAGE = Screen()
_GOOD, _HALF = ("exceeded", "met", "covered"), ("partial", "late", "weaker")
_STYLES = {"full": "green", "half": "magenta", "rest": "red"}
_FIGURE, _WIDE_FIGURE = 7, 10  # cells of a column of figures, on a narrow and on a wide screen
_WIDE = 100
_NAME = (16, 34)  # cells of a name, at least and at most


def render(result: Result, lang: Lang, screen: Screen = PAGE) -> bytes:
    """A table of targets and one of tasks for each level: in all, by area, and by year where there are several."""
    parts: list[RenderableType] = [Text(phrases.STATS_TITLE.say(lang), style="bold"), Text()]
    found = figures(result)
    for level in found:
        parts += _Level(result, level, lang, screen).parts()
    if not found:
        parts.append(Text(phrases.NOTHING_COMPARED.say(lang), style="bold magenta"))
    else:
        parts.append(Text(phrases.STATS_LEGEND.say(lang, **screen.marks), style="dim"))
    return screen.draw(*parts).encode()


class _Level:
    """The figures of one level being laid out."""

    def __init__(self, result: Result, figures: LevelFigures, lang: Lang, screen: Screen) -> None:
        self.result, self.figures, self.lang, self.screen = result, figures, lang, screen

    def parts(self) -> list[RenderableType]:
        head = phrases.STATS_LEVEL.say(self.lang, level=self.figures.name.say(self.lang), n=self.figures.plans)
        parts: list[RenderableType] = [safe(head, "bold")]
        targets = {name: dict(tally.targets) for name, tally in self._rows()}
        tasks = {name: dict(tally.tasks) for name, tally in self._rows()}
        tables = ((phrases.TARGETS, TARGET_OUTCOMES, targets), (phrases.TASKS, TASK_OUTCOMES, tasks))
        for title, outcomes, rows in tables:
            if any(any(counts.values()) for counts in rows.values()):
                parts.append(self._table(title, outcomes, rows))
        return parts if len(parts) > 1 else []

    def _rows(self) -> list[tuple[str, Tally]]:
        """In all, each area, and each year where there are several."""
        areas = [
            (f"{area}. {self.result.areas[area].say(self.lang)}" if area else phrases.NO_AREA.say(self.lang), tally)
            for area, tally in self.figures.areas.items()
        ]
        years = list(self.figures.years.items()) if len(self.figures.years) > 1 else []
        return [(phrases.IN_ALL.say(self.lang), self.figures.whole), *areas, *years]

    def _table(self, title: Words, outcomes: tuple[str, ...], rows: Mapping[str, Mapping[str, int]]) -> Table:
        figure = _FIGURE if self.screen.width < _WIDE else _WIDE_FIGURE
        room = self.screen.width - figure * (len(outcomes) + 1) - 2
        name = min(max(room // 2, _NAME[0]), _NAME[1])
        bar = max(room - name, 6)
        table = Table.grid(padding=(0, 1, 0, 0), pad_edge=False)
        for width in (name - 1, bar - 1):
            table.add_column(width=width, no_wrap=True, vertical="bottom")
        for _ in range(len(outcomes) + 1):
            table.add_column(width=figure - 1, justify="right", vertical="bottom")
        heads = [phrases.OUTCOMES[outcome].say(self.lang) for outcome in outcomes]
        table.add_row(safe(f"{title.say(self.lang)}", "bold"), "", phrases.IN_ALL_SHORT.say(self.lang), *heads)
        for what, counts in rows.items():
            total = sum(counts.values())
            if total:
                figures = (str(counts[outcome] or "-") for outcome in outcomes)
                table.add_row(safe(clipped(what, name - 1)), self._bar(counts, total, bar - 1), str(total), *figures)
        table.add_row("")
        return table

    def _bar(self, counts: Mapping[str, int], total: int, width: int) -> Text:
        """How much of all is reached, only in part, and not found; what is not settled stays empty."""
        good = sum(counts.get(outcome, 0) for outcome in _GOOD)
        half = sum(counts.get(outcome, 0) for outcome in _HALF)
        bar, ends = Text(), 0
        for mark, n in (("full", good), ("half", half), ("rest", counts["missing"])):
            begins, ends = ends, ends + n
            cells = round(ends * width / total) - round(begins * width / total)
            bar.append(self.screen.marks[mark] * cells, style=_STYLES[mark])
        return bar

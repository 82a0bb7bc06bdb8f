"""A workbook for Excel: a summary, one row a finding with room for decisions, and a sheet for each pair of plans.

Every text is written as text: no cell is a formula, whatever a plan says. The sheet of findings has the keys of its
columns (`columns.FINDINGS`) in a hidden first row and each finding's fingerprint in a hidden last column, by which
decisions that people write into it are read back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, time
from io import BytesIO
from math import ceil
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from cascade.formats.columns import FINDINGS, KEYS
from cascade.formats.notices import not_compared_words
from cascade.formats.packed import WRITTEN, packed
from cascade.formats.remark import more_of, remark, words_of
from cascade.model.rule import SEVERITIES, Severity
from cascade.model.text import fold, one_line
from cascade.model.words import Lang
from cascade.reading.reports import MARK, WRITER
from cascade.report import office_phrases as phrases
from cascade.report import phrases as report_phrases
from cascade.report.places import place
from cascade.result.result import FindingView, ItemComparison, ItemView, PairView, PlanView, Result

_COLOURS: dict[Severity, str] = {"error": "#F8D7D0", "warning": "#FCEFC9", "info": "#E8EEF4"}
_HEAD = "#D9E2EC"
_OPEN = "#FFFDF2"
_FORMULA = ("=", "+", "-", "@")
"""With these a text begins that Excel would read as a formula if someone edited its cell."""
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_SUMMARY_WIDTHS = (18, 36, 36, 9, 9, 8, 8, 8, 36)
_PAIR_WIDTHS = (9, 14, 36, 15, 36, 15, 6, 12, 28, 6)
_TALLEST = 409  # points, the most that Excel gives a row
_LINE = 15.0  # points of a line of text
_LETTERS = 1.2  # letters of the text in the width of one figure


def render(result: Result, lang: Lang) -> bytes:
    """The whole workbook."""
    out = BytesIO()
    book = _Book(Workbook(out, {"in_memory": True}), result, lang)
    book.summary()
    book.findings()
    for pair in result.comparisons:
        book.pair(pair)
    book.workbook.close()
    return packed(out.getvalue())


class _Book:
    """A workbook being written."""

    def __init__(self, workbook: Workbook, result: Result, lang: Lang) -> None:
        self.workbook, self.result, self.lang = workbook, result, lang
        workbook.set_properties({"author": WRITER, "keywords": MARK, "created": WRITTEN})
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        self._names: set[str] = set()
        self._widths: Sequence[float] = ()
        self._lines: dict[int, int] = {}

    def summary(self) -> None:
        """The sheet that counts: a row a plan, and what could not be compared or read."""
        plan = (phrases.HEAD_UNIT, phrases.HEAD_PLAN, phrases.HEAD_ABOVE)
        counts = (phrases.HEAD_CHECKED_TARGETS, phrases.HEAD_CHECKED_TASKS, *report_phrases.SEVERITY.values())
        heads = (*plan, *counts, phrases.HEAD_STATE)
        sheet = self._sheet(phrases.SUMMARY_SHEET.say(self.lang), _SUMMARY_WIDTHS)
        self._heads(sheet, 0, [words.say(self.lang) for words in heads])
        plans = [plan for plan in self.result.plans if plan.compared_with or plan.id in self.result.by_plan]
        missing = {one.plan: one.missing for one in self.result.not_compared}
        plans += [self.result.plan(one) for one in missing if self.result.plan(one) not in plans]
        for row, one in enumerate(plans, 1):
            self._plan(sheet, row, one, missing.get(one.id))
        row = len(plans) + 2
        for fault in self.result.faults:
            said = phrases.UNREADABLE.say(self.lang, place=fault.place.file)
            self._text(sheet, row, 0, f"{said}: {fault.message.say(self.lang)}", text_wrap=False)
            row += 1
        if not self.result.compares and not missing:
            for _, said in not_compared_words(self.result, self.lang):
                self._text(sheet, row, 0, said, text_wrap=False)
        self._finish(sheet, 0, max(len(plans), 1), len(heads))

    def _plan(self, sheet: Worksheet, row: int, plan: PlanView, missing: Sequence[str] | None) -> None:
        lang = self.lang
        above = "; ".join(self.result.plan(one).label.say(lang) for one in plan.compared_with)
        self._texts(sheet, row, [plan.unit, plan.name.say(lang), above])
        found = [finding.severity for finding in self.result.by_plan.get(plan.id, ())]
        counts = (plan.checked.targets, plan.checked.tasks, *(found.count(one) for one in SEVERITIES))
        for column, count in enumerate(counts, 3):
            sheet.write_number(row, column, count, self._format(align="center"))
        notes = [phrases.DRAFT.say(lang)] if plan.review == "draft" else []
        if missing is not None:
            words = phrases.NOTHING_ABOVE if missing else phrases.NAMES_NO_PLAN
            notes.append(words.say(lang, missing=", ".join(missing)))
        self._text(sheet, row, 8, "; ".join(notes))

    def findings(self) -> None:
        """The sheet of findings, with the columns in which people decide."""
        sheet = self._sheet(phrases.FINDINGS_SHEET.say(self.lang), [column.width for column in FINDINGS])
        for number, key in enumerate(KEYS):
            sheet.write_string(0, number, key)
        sheet.set_row(0, None, None, {"hidden": True})
        self._heads(sheet, 1, [column.head.say(self.lang) for column in FINDINGS])
        for row, finding in enumerate(self.result.findings, 2):
            self._finding(sheet, row, finding)
        last = max(len(self.result.findings) + 1, 2)
        self._choices(sheet, last)
        hidden = len(FINDINGS) - 1
        sheet.set_column(hidden, hidden, FINDINGS[hidden].width, None, {"hidden": True})
        self._finish(sheet, 1, last, len(FINDINGS), printed=KEYS.index("reason") + 1)

    def _finding(self, sheet: Worksheet, row: int, finding: FindingView) -> None:
        lang = self.lang
        told = remark(finding, self.result, lang)
        parts = [f"{told.title}.", told.said, f"({told.note})" if told.note else ""]
        plan = self.result.plan(finding.plan)
        asked, said = self._sides(finding)
        self._text(sheet, row, 0, finding.code)
        severity = report_phrases.SEVERITY[finding.severity].say(lang)
        self._text(sheet, row, 1, severity, bg_color=_COLOURS[finding.severity])
        remarked = " ".join(part for part in parts if part)
        self._texts(sheet, row, [plan.unit, asked, said, remarked, told.suggestion], first=2)
        self._decision(sheet, row, finding)
        sheet.write_string(row, KEYS.index("fingerprint"), finding.fingerprint)

    def _sides(self, finding: FindingView) -> tuple[str, str]:
        """Both sides' words, each with its plan and its place in front."""
        against, item = finding.against, finding.item
        asked = ""
        if against is not None and against.kind in ("target", "task"):
            label = self.result.plan(against.plan).label.say(self.lang)
            bound = finding.parent_bound.say(self.lang) if finding.parent_bound else None
            asked = f"{label}, {self._quoted(against, bound)}"
        if not finding.lacks:
            bound = finding.child_bound.say(self.lang) if finding.child_bound else None
            return asked, "" if item.is_plan else self._quoted(item, bound)
        if finding.nearest is None:
            return asked, report_phrases.NOTHING_NEAR.say(self.lang)
        near = finding.nearest
        where = place(near, self.result.plan(near.plan), self.lang)
        words = phrases.QUOTE.say(self.lang, words=words_of(near))
        return asked, phrases.NEAREST_AT.say(self.lang, place=where, words=words)

    def _quoted(self, item: ItemView, bound: str | None) -> str:
        where = place(item, self.result.plan(item.plan), self.lang)
        more = more_of(item, self.lang, bound) if item.kind in ("target", "task") else ""
        said = f"{where}: {phrases.QUOTE.say(self.lang, words=words_of(item))}"
        return f"{said} ({more})" if more else said

    def _decision(self, sheet: Worksheet, row: int, finding: FindingView) -> None:
        """The cells in which people decide; what is decided already is there."""
        first = KEYS.index("decision")
        waived = finding.waived
        chosen = ("wrong" if waived.wrong else "accepted") if waived else "right" if finding.confirmed else None
        decision = phrases.CHOICES[chosen].say(self.lang) if chosen else ""
        texts = [decision, waived.waived, waived.document or ""] if waived else [decision, "", ""]
        self._texts(sheet, row, texts, first=first, bg_color=_OPEN, locked=False)
        until = KEYS.index("until")
        day = self._format(bg_color=_OPEN, num_format="dd/mm/yyyy", locked=False)
        if waived and waived.until:
            sheet.write_datetime(row, until, datetime.combine(waived.until, time()), day)
        else:
            sheet.write_blank(row, until, None, day)
        self._text(sheet, row, KEYS.index("answered_by"), "", bg_color=_OPEN, locked=False, num_format="@")

    def _choices(self, sheet: Worksheet, last: int) -> None:
        """What may be written into the columns of decisions."""
        choices = {
            "validate": "list",
            "source": [words.say(self.lang) for words in phrases.CHOICES.values()],
            "input_message": phrases.CHOOSE.say(self.lang),
        }
        day = {
            "validate": "date",
            "criteria": ">",
            "value": WRITTEN,
            "input_message": phrases.CHOOSE_DAY.say(self.lang),
        }
        item = {"validate": "any", "input_message": phrases.CHOOSE_ITEM.say(self.lang)}
        for key, rule in (("decision", choices), ("until", day), ("answered_by", item)):
            sheet.data_validation(2, KEYS.index(key), last, KEYS.index(key), rule)

    def pair(self, pair: PairView) -> None:
        """One plan beside one above it: every target and task of that, and what the plan makes of it."""
        child, parent = self.result.plan(pair.child), self.result.plan(pair.parent)
        lang = self.lang
        sheet = self._sheet(child.unit, _PAIR_WIDTHS)
        above = phrases.HEAD_PARENT.say(lang, plan=one_line(parent.label.say(lang)))
        below = phrases.HEAD_CHILD.say(lang, plan=one_line(child.label.say(lang)))
        level = phrases.HEAD_LEVEL.say(lang)
        heads = [phrases.HEAD_KIND.say(lang), phrases.HEAD_AREA.say(lang), above, level, below, level]
        more = (phrases.HEAD_YEAR, phrases.HEAD_VERDICT, phrases.HEAD_SUGGESTION, phrases.HEAD_CODE)
        self._heads(sheet, 0, heads + [words.say(lang) for words in more])
        for row, one in enumerate(pair.items, 1):
            self._compared(sheet, row, one)
        self._finish(sheet, 0, max(len(pair.items), 1), len(_PAIR_WIDTHS))

    def _compared(self, sheet: Worksheet, row: int, one: ItemComparison) -> None:
        lang = self.lang
        kind = phrases.TARGET if one.parent.kind == "target" else phrases.TASK
        verdicts = report_phrases.VERDICT if one.parent.kind == "target" else report_phrases.COVER
        area = self.result.areas.get(one.parent.area or 0)
        told = self.result.by_fingerprint  # without what was set aside
        found = [told[mark] for mark in one.findings if mark in told]
        child, level = "", ""
        if one.child is not None and one.answered:
            child = self._plain(one.child)
            level = more_of(one.child, lang, one.given.say(lang) if one.given else None)
        elif one.child is not None and one.asked != "not-asked":
            words = phrases.QUOTE.say(lang, words=words_of(one.child))
            where = place(one.child, self.result.plan(one.child.plan), lang)
            child = phrases.NEAREST_AT.say(lang, place=where, words=words)
        wanted = more_of(one.parent, lang, one.wanted.say(lang) if one.wanted else None)
        worst = min((finding.severity for finding in found), key=SEVERITIES.index, default=None)
        texts = [kind.say(lang), area.say(lang) if area else "", self._plain(one.parent), wanted, child, level]
        self._texts(sheet, row, [*texts, str(one.year or "")])
        colour = {"bg_color": _COLOURS[worst]} if worst else {}
        self._text(sheet, row, 7, verdicts[one.verdict].say(lang), **colour)
        mends = "\n".join(remark(finding, self.result, lang).suggestion for finding in found)
        self._texts(sheet, row, [mends, ", ".join(finding.code for finding in found)], first=8)

    def _plain(self, item: ItemView) -> str:
        return f"{place(item, self.result.plan(item.plan), self.lang)}: {words_of(item)}"

    def _sheet(self, name: str, widths: Sequence[float]) -> Worksheet:
        """A new sheet with a name that no other has."""
        sheet = self.workbook.add_worksheet(self._free_name(name))
        self._widths, self._lines = widths, {}
        for number, width in enumerate(widths):
            sheet.set_column(number, number, width)
        return sheet

    def _free_name(self, name: str) -> str:
        plain = _NOT_IN_NAMES.sub(" ", one_line(name)).strip(" '") or "-"
        number, found = 1, plain[:_LONGEST_NAME].rstrip(" '")
        while fold(found) in self._names or fold(found) == "history":
            number += 1
            end = f" ({number})"
            found = plain[: _LONGEST_NAME - len(end)].rstrip(" '") + end
        self._names.add(fold(found))
        return found

    def _heads(self, sheet: Worksheet, row: int, heads: Sequence[str]) -> None:
        self._texts(sheet, row, heads, bold=True, bg_color=_HEAD, align="center", valign="vcenter")

    def _texts(self, sheet: Worksheet, row: int, texts: Sequence[str], first: int = 0, **look: Any) -> None:
        for column, text in enumerate(texts, first):
            self._text(sheet, row, column, text, **look)

    def _text(self, sheet: Worksheet, row: int, column: int, text: str, **look: Any) -> None:
        """A cell that is text, whatever it says."""
        lines = "\n".join(map(one_line, text.split("\n")))
        if lines.startswith(_FORMULA):
            look["quote_prefix"] = True
        sheet.write_string(row, column, lines, self._format(**look))
        if look.get("text_wrap", True):
            needed = sum(max(1, ceil(len(line) / (self._widths[column] * _LETTERS))) for line in lines.split("\n"))
            self._lines[row] = max(self._lines.get(row, 1), needed)

    def _format(self, **look: Any) -> Any:
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            usual = {"font_name": "Times New Roman", "font_size": 11, "text_wrap": True, "valign": "top", "border": 1}
            usual["border_color"] = "#B0B8C0"
            self._formats[key] = self.workbook.add_format(usual | look)
        return self._formats[key]

    def _finish(self, sheet: Worksheet, head: int, last: int, columns: int, printed: int | None = None) -> None:
        """Rows as tall as their text; the heading in sight and on every page; filters; A4 across, one page wide."""
        for row, lines in self._lines.items():
            sheet.set_row(row, min(lines * _LINE + 3, _TALLEST))
        sheet.freeze_panes(head + 1, 0)
        sheet.autofilter(head, 0, last, columns - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.5, right=0.4, top=0.6, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(head)
        sheet.print_area(0, 0, last, (printed or columns) - 1)
        sheet.set_footer(f"&C{phrases.PAGE_OF.say(self.lang)}")

"""Decisions that people wrote into the workbook of an audit, read back: none is lost, each fault names its cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from cascade.cli.asking import day_of
from cascade.cli.decisions_file import keep
from cascade.cli.kept import Kept
from cascade.cli.load import tell
from cascade.cli.usage import say

if TYPE_CHECKING:
    from cascade.documents.workbook import Row
    from cascade.model.decision import Confirmation, Decision, Waiver
    from cascade.model.words import Lang, Words
    from cascade.reading.fault import Fault
    from cascade.result.docket import Author
    from cascade.result.items import Items
    from cascade.result.result import FindingView, Result

KEYS = ("decision", "reason", "document", "until", "answered_by", "fingerprint")
"""The columns that are read, by the keys in the workbook's hidden first row."""
_GONE = "cell-gone"


class _CellError(Exception):
    """What is wrong in one cell."""

    def __init__(self, key: str, code: str, **facts: str | Words) -> None:
        super().__init__(code)
        self.key, self.code, self.facts = key, code, facts


class Found(msgspec.Struct, frozen=True):
    """What a workbook holds: decisions to be kept, how many are kept already, and what is wrong. `gone`: rows of
    findings that are found no more."""

    made: tuple[Decision, ...]
    known: int
    faults: tuple[Fault, ...]
    gone: tuple[Fault, ...]


def decided_in(path: Path, result: Result, items: Items, author: Author, kept: Kept, lang: Lang) -> int:
    """Keep what a workbook decides; the exit status: 2 where a cell could not be understood."""
    from cascade.documents.fault import DocumentError
    from cascade.documents.workbook import read_rows
    from cascade.model.text import file_name
    from cascade.reading.fault import Fault

    shown = file_name(path.as_posix())
    try:
        rows = read_rows(path, KEYS)
    except DocumentError as error:
        raise click.ClickException(f"{path}: {error.message(lang)}") from error
    if rows is None:
        tell([Fault(shown, 1, 1, "no-decision-column")], lang)
        return 2
    found = _Reader(result, items, author, lang).read(rows, shown)
    if found.made:
        keep(kept, found.made, lang)
    tell((*found.faults, *found.gone), lang)
    if found == Found((), 0, (), ()):
        click.echo(_how(shown, lang))
        return 0
    click.echo(
        say(
            f"Đã ghi {len(found.made)} kết luận vào {kept.path}; đã có từ trước {found.known}, "
            f"dòng có lỗi {len(found.faults)}",
            f"{len(found.made)} decisions written to {kept.path}; known before {found.known}, "
            f"rows with a fault {len(found.faults)}",
        )
    )
    return 2 if found.faults else 0


def _how(shown: str, lang: Lang) -> str:
    """That nothing is filled in, and how a decision is."""
    from cascade.report import office_phrases as phrases

    sheet, column = phrases.FINDINGS_SHEET.say(lang), phrases.HEAD_DECISION.say(lang)
    return phrases.NOT_FILLED_IN.say(lang, file=shown, sheet=sheet, column=column, choices=_listed().say(lang))


class _Reader:
    """Rows being made into decisions."""

    def __init__(self, result: Result, items: Items, author: Author, lang: Lang) -> None:
        from cascade.report.office_phrases import CHOICES

        self.result, self.items, self.author, self.lang = result, items, author, lang
        self._choices = _by_words(CHOICES)
        self._numbers: dict[str, Mapping[str, tuple[str, ...]]] = {}

    def read(self, rows: tuple[Row, ...], shown: str) -> Found:
        """The decisions of all rows; what is wrong with one leaves the others as they are."""
        from cascade.reading.fault import Fault

        made: dict[str, Decision | None] = {}
        known, faults = 0, []
        for row in rows:
            if not row.values.get("decision"):
                faults += self._idle(row, shown)
                continue
            try:
                decision = self._decision(row, made)
            except _CellError as error:
                place = (row.number, row.columns[error.key])
                faults.append(Fault(shown, *place, error.code, (("cell", row.cell(error.key)), *error.facts.items())))
                continue
            known += decision is None
            made.setdefault(row.text("fingerprint"), decision)
        gone = tuple(fault for fault in faults if fault.code == _GONE)
        wrong = tuple(fault for fault in faults if fault.code != _GONE)
        return Found(tuple(one for one in made.values() if one is not None), known, wrong, gone)

    def _idle(self, row: Row, shown: str) -> list[Fault]:
        """A row without a decision, in which somebody wrote what belongs to one."""
        from cascade.reading.fault import Fault

        written = next((key for key in ("reason", "document", "until", "answered_by") if key in row.values), None)
        if written is None:
            return []
        facts = (("cell", row.cell("decision")), ("other", row.cell(written)))
        return [Fault(shown, row.number, row.columns["decision"], "cell-no-choice", facts)]

    def _decision(self, row: Row, made: Mapping[str, Decision | None]) -> Decision | None:
        """What a row decides; None where it is decided so already. Raises _CellError."""
        from cascade.model.text import fold

        choice = self._choices.get(fold(row.text("decision")))
        if choice is None:
            raise _CellError("decision", "cell-choice", found=row.text("decision"), choices=_listed())
        mark = row.text("fingerprint")
        if not mark:
            raise _CellError("fingerprint", "cell-fingerprint")
        finding = self.result.by_fingerprint.get(mark)
        if finding is None:
            raise _CellError("decision", _GONE)
        decision = self._of(choice, finding, row)
        if mark in made and made[mark] != decision:
            raise _CellError("decision", "cell-twice")
        return None if mark in made or self._is_known(finding, decision) else decision

    def _of(self, choice: str, finding: FindingView, row: Row) -> Decision:
        from cascade.report.deciding_phrases import WRONG
        from cascade.result.docket import Accepted

        reason, document = row.text("reason"), row.text("document") or None
        if choice == "right":
            return self.author.right(finding)
        if choice == "answered":
            return self.author.answered(finding, self._items(finding, row))
        if choice == "wrong":
            said = reason or WRONG.say(self.lang)
            return self.author.waived(finding, Accepted(said, document, self._until(row), wrong=True))
        if not reason:
            raise _CellError("reason", "cell-reason")
        return self.author.waived(finding, Accepted(reason, document, self._until(row)))

    def _until(self, row: Row) -> date | None:
        value = row.values.get("until")
        if value is None or isinstance(value, date):
            return value
        day = day_of(value)
        if day is None:
            raise _CellError("until", "cell-day", found=value)
        return day

    def _is_known(self, finding: FindingView, decision: Decision) -> bool:
        """Whether a finding is decided so already. Raises _CellError where it is decided otherwise on the same day:
        two such entries would contradict each other, and neither would hold."""
        from cascade.model.decision import Confirmation, Waiver

        before = finding.waived or finding.confirmed
        if before is None or not isinstance(decision, Waiver | Confirmation):
            return False
        if _said(before) == _said(decision):
            return True
        if before.on == self.author.day:
            raise _CellError("decision", "cell-same-day", by=before.by)
        return False

    def _items(self, finding: FindingView, row: Row) -> tuple[str, ...]:
        """The ids of the items that a cell names, as the workbook prints them or as the plan's file has them."""
        from cascade.model.text import fold
        from cascade.reading.fault import nearest

        if not finding.of_two:
            raise _CellError("decision", "cell-one-plan")
        asked = [part.strip() for part in row.text("answered_by").split(";") if part.strip()]
        if not asked:
            raise _CellError("answered_by", "cell-items")
        known = self._numbered(finding.plan)
        found: list[str] = []
        for one in asked:
            ids = known.get(fold(one), ())
            if not ids:
                near = nearest(one, {each for several in known.values() for each in several})
                raise _CellError("answered_by", "cell-item", found=one, nearest=near)
            if len(ids) > 1:
                raise _CellError("answered_by", "cell-several", found=one, items=", ".join(ids))
            found += ids
        return tuple(dict.fromkeys(found))

    def _numbered(self, plan_id: str) -> Mapping[str, tuple[str, ...]]:
        """The ids of a plan's items by everything that they may be called."""
        from cascade.model.text import fold
        from cascade.model.words import LANGS
        from cascade.report.places import place, short

        if plan_id not in self._numbers:
            exact: dict[str, tuple[str, ...]] = {}
            called: defaultdict[str, list[str]] = defaultdict(list)
            plan = self.result.plan(plan_id)
            for item in self.items.all_of(plan_id):
                own = item.id or ""
                exact[fold(own)] = (own,)
                plain = msgspec.structs.replace(item, page=None, lines=None)
                for name in {fold(short(item)), *(fold(place(plain, plan, lang)) for lang in LANGS)}:
                    called[name].append(own)
            self._numbers[plan_id] = {name: tuple(ids) for name, ids in called.items()} | exact
        return self._numbers[plan_id]


def _listed() -> Words:
    """The choices of the column of decisions."""
    from cascade.model.words import Words
    from cascade.report.office_phrases import CHOICES

    return Words(" | ".join(one.vi for one in CHOICES.values()), " | ".join(one.en for one in CHOICES.values()))


def _by_words(choices: Mapping[str, Words]) -> dict[str, str]:
    from cascade.model.text import fold

    return {fold(said): choice for choice, words in choices.items() for said in (words.vi, words.en)}


def _said(decision: Waiver | Confirmation) -> tuple[object, ...]:
    """What a decision on a finding says, whoever made it and when."""
    from cascade.model.decision import Confirmation

    if isinstance(decision, Confirmation):
        return (decision.confirmed,)
    return decision.waived, decision.document, decision.until, decision.wrong

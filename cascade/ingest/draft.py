"""The draft of a plan: everything read from one document, and what a person has to settle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec

from cascade.documents.clean import squeezed
from cascade.documents.document import UNWRAPPED, Document
from cascade.ingest.addressed import Addressing
from cascade.ingest.citations.read import read_citations
from cascade.ingest.heading.head import Head, read_head
from cascade.ingest.item import Read
from cascade.ingest.outline.outline import Entry, outline
from cascade.ingest.outline.paragraphs import paragraphs, paragraphs_as_lines
from cascade.ingest.sound import Item, all_sound, sound_head, sound_names, told_apart
from cascade.ingest.targets.targets import TargetReader
from cascade.ingest.tasks.build import Areas
from cascade.ingest.tasks.gathered import Gathered
from cascade.ingest.tasks.tasks import TaskReader
from cascade.lexicon.legible import legible
from cascade.lexicon.passage import Passage, Word, plain_words
from cascade.lexicon.tagged import Lexicon
from cascade.lexicon.vocabulary import Vocabulary
from cascade.model.domain import Domain
from cascade.model.doubt import Doubt, Doubts, doubt, unique
from cascade.model.misprint import is_strange, meant, misprint
from cascade.model.number import parse_number
from cascade.model.plan import Citation, Plan, Source, Target, Task, Window, assumed_period
from cascade.model.text import any_of, file_name, fold
from cascade.restore.health import Health, is_healthy, judged_words

_SILENT = {"head", "results", "recipients", "funding", "purpose"}
_HEADS = ("number", "lead", "with", "product", "due")
_FEWEST = 2  # lines that begin like a header or a label before a flattened table is looked for
_SEVERAL = 3  # areas that headings name where a plan is divided by them
_IN_TASKS = {"tasks", "organisation", "appendix"}
REQUIRED = ("level", "issuer", "place", "period")
"""What a plan cannot be audited without."""


if TYPE_CHECKING:
    from cascade.ingest.tables.rows import Row


class Draft(msgspec.Struct, frozen=True, dict=True):
    """A document read by the machine. `notes`: codes of what a person should know of the reading;
    `left_out`: a doubt for each target that was seen and could not be recorded; `addressed`: whom the plan tells
    to carry it out."""

    document: Document
    head: Head
    citations: tuple[Read[Citation], ...]
    targets: tuple[Read[Target], ...]
    tasks: tuple[Read[Task], ...]
    health: Health
    left_out: Doubts = ()
    addressed: tuple[str, ...] = ()

    @property
    def notes(self) -> Doubts:
        """What a person should know of how the document was read."""
        damaged = doubt("damaged-text") if self.health is Health.DAMAGED else ()
        return (*map(Doubt, self.document.notes), *damaged)

    @property
    def doubts(self) -> Doubts:
        """What the text does not settle about the plan as a whole, with the notes on its reading."""
        nothing = () if self.targets or self.tasks else doubt("nothing-asked")
        return (*self.head.no_plan, *self.head.doubts, *nothing, *self.left_out, *self.notes)

    @property
    def is_nothing(self) -> bool:
        """Whether the document has nothing of a plan: no letterhead, number, title or basis, no target and no task."""
        head = self.head
        printed = head.number or head.title or any(trace.field == "issuer" for trace in head.traces)
        basis = any(read.item.role == "basis" for read in self.citations)
        return not (printed or basis or self.targets or self.tasks)

    @property
    def missing(self) -> tuple[str, ...]:
        """What the text does not say and an audit needs."""
        return tuple(name for name in REQUIRED if not getattr(self.head, name) and not self._central(name))

    def _central(self, name: str) -> bool:
        return name == "place" and self.head.level == "central"

    @property
    def source(self) -> Source:
        """The document, by a name that a plan file can hold."""
        return Source(squeezed(file_name(self.document.name)) or "?", self.document.sha256)

    @property
    def assumed_period(self) -> Window | None:
        """The period for which the plan is audited where it states none."""
        years = (year for read in self.targets for year in (read.item.by, read.item.in_year) if year is not None)
        return assumed_period(self.head.issued, years)

    @cached_property
    def plan(self) -> Plan | None:
        """The draft as a plan; None where the text does not say what an audit needs."""
        head = self.head
        period = head.period or self.assumed_period
        if set(self.missing) - {"period"} or head.level is None or head.issuer is None or period is None:
            return None
        assumed = () if head.period else doubt("period-assumed", period=period)
        return Plan(
            schema="plan/1",
            level=head.level,
            issuer=head.issuer,
            place=head.place,
            period=period,
            content="full",
            review="draft",
            title=head.title,
            type=head.type,
            number=head.number,
            issued=head.issued,
            year=head.year,
            source=self.source,
            doubt=(*self.doubts, *assumed) or None,
            addressed=self.addressed,
            confidence=head.confidence,
            citations=tuple(read.item for read in self.citations),
            targets=tuple(read.item for read in self.targets),
            tasks=tuple(read.item for read in self.tasks),
        )


def read_draft(document: Document, domain: Domain) -> Draft:
    """The draft of the plan that `document` holds."""
    printed = [legible(line.text) for line in document.lines]
    state, words = _words(printed)
    lexicon = Lexicon(domain)
    prose, rows = _tables(document, words, lexicon)
    apart = document.form in UNWRAPPED
    parts = paragraphs_as_lines(prose) if apart else paragraphs(prose, domain)
    citations = read_citations(parts, lexicon, _cells(rows))
    head = sound_head(read_head(document, parts, citations, lexicon))
    odd = _misprints(words)
    others = [read for read in citations if not _is_itself(read.item, head)]
    cited = tuple(_recorded([read for read in others if not _is_titled(read, others, head)], document, odd))
    if state is Health.FOREIGN:
        return Draft(document, head, cited, (), (), state)
    vocabulary = lexicon.vocabulary
    targets = TargetReader(lexicon, head.period)
    entries = outline(parts, vocabulary)
    areas = _areas(entries, rows, head, vocabulary)
    tasks = TaskReader(lexicon, areas)
    prose_targets, gathered = _prose_items(entries, targets, tasks)
    row_targets, row_tasks = _row_items(rows, targets)
    prose_tasks, row_tasks = gathered.united(row_tasks)
    groups = (prose_targets, prose_tasks), (row_targets, row_tasks)
    damaged = state is Health.DAMAGED
    found = told_apart(
        *(
            (_recorded(one, document, odd, damaged=damaged), _recorded(other, document, odd, damaged=damaged))
            for one, other in groups
        )
    )
    addressed = sound_names(Addressing(lexicon).read(parts, entries, head.level))
    elsewhere = _told_of_no_item(odd, (*cited, *found[0], *found[1]))
    return Draft(document, head, cited, *found, state, (*targets.left_out, *elsewhere), addressed)


def _misprints(lines: Sequence[Sequence[Word]]) -> dict[int, Doubts]:
    """What a person should know of the words of each line that are read otherwise than printed."""
    found: dict[int, Doubts] = {}
    for words in lines:
        for word in words:
            if word.printed != word.read or is_strange(word.read):
                told = misprint(word.printed, word.read)
                found |= {word.line: (*found.get(word.line, ()), *told)} if told else {}
    return found


def _told_of_no_item(odd: Mapping[int, Doubts], reads: Iterable[Read[Any]]) -> Doubts:
    """The misprints of lines that no item stands on: none is read silently."""
    placed = {
        number for read in reads if (at := read.item.lines) is not None for number in range(at.first, at.last + 1)
    }
    return unique(one for number, told in odd.items() if number not in placed for one in told)


def _is_itself(citation: Citation, head: Head) -> bool:
    """Whether a citation is of the document itself, as where the page of a portal announces it: it bears the own
    number, and nothing that it prints beside differs."""
    number = parse_number(citation.number or "")
    if number is None or number != parse_number(head.number or ""):
        return False
    cited, own = fold(citation.issuer or ""), fold(head.issuer or "")
    alike = cited.startswith(own) or own.startswith(cited)
    return alike and (citation.date == head.issued or None in (citation.date, head.issued))


def _is_titled(read: Read[Citation], every: Sequence[Read[Citation]], head: Head) -> bool:
    """Whether a citation only stands in the title, in other words than where the text cites the document."""
    title = next((trace.lines for trace in head.traces if trace.field == "title"), None)
    lines, number = read.item.lines, read.item.number
    if title is None or lines is None or number is None or not title.first <= lines.first <= lines.last <= title.last:
        return False
    return any(other is not read and other.item.number == number for other in every)


def _words(printed: Sequence[str]) -> tuple[Health, tuple[tuple[Word, ...], ...]]:
    """The words of every line; what a damaged text takes is imported for one."""
    if is_healthy(judged_words(printed)):
        return Health.HEALTHY, _plain(printed)
    from cascade.restore.restore import health, load_model, restore

    model = load_model()
    state = health(printed, model)
    if state is not Health.DAMAGED:
        return state, _plain(printed)
    restored = restore([meant(line) for line in printed], model)
    return state, tuple(
        tuple(Word(word, one.read, one.line) for word, one in zip(line.split(), words, strict=True))
        for line, words in zip(printed, restored, strict=True)
    )


def _plain(printed: Sequence[str]) -> tuple[tuple[Word, ...], ...]:
    return tuple(plain_words(text, number) for number, text in enumerate(printed, start=1))


def _tables(
    document: Document, words: Sequence[Sequence[Word]], lexicon: Lexicon
) -> tuple[list[Sequence[Word]], tuple[Row, ...]]:
    """The lines of prose (those of tables left blank), and the rows of all tables in order."""
    prose: list[Sequence[Word]] = list(words)
    rows: list[Row] = []
    if document.tables:
        from cascade.ingest.tables.rows import table_rows
    for table in document.tables:
        found = table_rows(table, lambda number: words[number - 1], lexicon)
        rows += found
        if found:
            prose[table.lines.first - 1 : table.lines.last] = [()] * (table.lines.last - table.lines.first + 1)
    if _may_be_flattened(prose, lexicon.domain):
        from cascade.ingest.flattened.table import flat_rows

        flat = flat_rows(prose, lexicon)
    else:
        flat = None
    if flat is not None:
        rows += flat.rows
        for run in flat.runs:
            prose[run.first - 1 : run.last] = [()] * (run.last - run.first + 1)
    return prose, tuple(rows)


def _may_be_flattened(lines: Sequence[Sequence[Word]], domain: Domain) -> bool:
    """Whether lines may be a table flattened to text: some begin like the header of a column or a numbered
    activity. What reads such tables is imported only then."""
    columns = domain.phrases.columns
    heads = any_of(fold(phrase) for name in _HEADS for phrase in columns.get(name, ()))
    begins = re.compile(rf"\W*(?:\d\W*)*(?:(?:{heads})(?!\w)|(?:\S+ ){{0,2}}\d{{1,2}}\s?:)")
    return sum(1 for line in lines if line and begins.match(fold(" ".join(word.read for word in line[:5])))) >= _FEWEST


def _cells(rows: Iterable[Row]) -> list[Passage]:
    """Every cell once, however many rows a merged one covers."""
    found: dict[int, Passage] = {}
    for row in rows:
        for passage in row.cells.values():
            found.setdefault(id(passage), passage)
    return [passage for passage in found.values() if passage.words]


def _areas(entries: Sequence[Entry], rows: Sequence[Row], head: Head, vocabulary: Vocabulary) -> Areas:
    """Whether the plan is divided by the areas of reform: its subject is reform, or its headings name several."""
    title = head.title or ""
    named = {one.section.area for one in entries} | {row.area for row in rows}
    divided = "reform" in vocabulary.domain.language.subjects_of(title) or len(named - {None}) >= _SEVERAL
    return Areas(vocabulary, divided, vocabulary.area_of(title))


def _prose_items(
    entries: Sequence[Entry], targets: TargetReader, tasks: TaskReader
) -> tuple[list[Read[Target]], Gathered]:
    found_targets: list[Read[Target]] = []
    gathered = Gathered(tasks)
    for entry in entries:
        kind = entry.section.kind
        if kind in _SILENT:
            continue
        in_tasks = kind in _IN_TASKS
        commitments = targets.read(entry, in_tasks=in_tasks)
        found_targets += [read for read, _ in commitments]
        gathered.add(entry, [span for _, span in commitments], len(commitments))
    return found_targets, gathered


def _row_items(rows: Sequence[Row], targets: TargetReader) -> tuple[list[Read[Target]], list[Read[Task]]]:
    if not rows:
        return [], []
    from cascade.ingest.tables.row_items import RowReader

    return RowReader(targets).read(rows)


def _placed(read: Read[Item], document: Document, odd: Mapping[int, Doubts], *, damaged: bool) -> Read[Item]:
    """The item with its page and the misprints of its lines; these, and a damaged text, lower its confidence."""
    item: Item = read.item
    lines = item.lines
    page = document.lines[lines.first - 1].page if lines is not None else None
    told: list[Doubt] = (
        [one for number in range(lines.first, lines.last + 1) for one in odd.get(number, ())] if lines else []
    )
    sure = item.confidence
    if sure is not None:
        sure = round(max(0.1, sure * (0.85 if damaged else 1) - (0.25 if told else 0)), 2)
    doubts = unique((*(item.doubt or ()), *told)) if not isinstance(item.doubt, str) else item.doubt
    return msgspec.structs.replace(
        read, item=msgspec.structs.replace(item, page=page, confidence=sure, doubt=doubts or None)
    )


def _recorded(
    reads: Sequence[Read[Item]], document: Document, odd: Mapping[int, Doubts], *, damaged: bool = False
) -> list[Read[Item]]:
    """Items with their pages, as a plan file can hold them."""
    return all_sound(_placed(read, document, odd, damaged=damaged) for read in reads)

"""Tasks and objectives of prose: what a paragraph says is to be done, by whom, by when."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from cascade.ingest.accents import Accents
from cascade.ingest.item import Read, Trace
from cascade.ingest.outline.outline import Entry
from cascade.ingest.tasks.fields import Fields
from cascade.lexicon.charges import Charge, Charged
from cascade.lexicon.horizon import horizons
from cascade.lexicon.passage import before
from cascade.lexicon.quantities import Quantities
from cascade.lexicon.spans import clauses, sentences
from cascade.lexicon.vocabulary import Vocabulary
from cascade.model.domain import Domain
from cascade.model.plan import Task
from cascade.model.text import any_of

_STEERING = 7  # what no area owns is a matter of steering the reform (rules/areas.yaml)
_OPENING = 4  # words before a number that tell no deed yet ("Bảo đảm tối thiểu 90% …")
_DEED = 7  # syllables; what is shorter beside a semicolon is part of one deed with what stands on the other side
_FEW = 5  # syllables; fewer say nothing that could be done
_DAY = re.compile(
    r"(?:trước|đến hết|đến|chậm nhất(?: là)?|hoàn thành(?: xong)?(?: trước)?|xong|trong)\s+"
    r"(?:(?:hết\s+)?(?:ngày\s+)?\d{1,2}/\d{1,2}/20\d{2}"
    r"|(?:ngày\s+\d{1,2}\s+)?tháng\s+\d{1,2}\s*(?:/|năm\s+)\s*20\d{2}|(?:hết\s+)?năm\s+20\d{2})"
    r"|(?:trong\s+)?quý\s+(?:\d|[IV]{1,3})\s*(?:/|năm\s+)\s*20\d{2}",
    re.IGNORECASE,
)
_DEPARTURE = re.compile(
    r"\btrên đây là\b|^\([^()]*\)\.?$|yêu cầu .{0,160}(?:nghiêm túc|tổ chức) (?:tổ chức )?(?:triển khai )?thực hiện"
    r"|trong quá trình (?:triển khai |tổ chức )*thực hiện,? nếu|ban hành kèm theo"
    r"|^.{0,160}\b(?:tại|theo|ở|kèm)\s+(?:các\s+)?phụ lục(?:\s+(?:số\s+)?(?:\d+|[IVX]+|đính kèm|kèm theo|và|,))*\W*$",
    re.IGNORECASE | re.DOTALL,
)
_BESIDE_DUE = 2  # words beside a deadline that tell nothing else ("Hoàn thành trong quý III/2024.")
_QUARTER = re.compile(r"(?:trong |trước |hết )?quý\s+(?:\d|[IV]{1,3})(?!\w)", re.IGNORECASE)
_DONE = re.compile(r"\s*(?:hoàn thành|xong|thời gian)\b", re.IGNORECASE)
_SPENDING = re.compile(r"(?:chi|kinh phí)\s+$", re.IGNORECASE)
_CONNECTED = re.compile(r"^\s*(?:và|trong đó|nhất là|đặc biệt|bao gồm|gồm|như|đồng thời là)\b", re.IGNORECASE)


def with_charge(read: Read[Task], charge: Charge) -> Read[Task]:
    """A task with the bodies that a later sentence charges with it, where it names none itself."""
    task = read.item
    lead, partners = task.lead or charge.lead, task.partners or charge.partners
    return msgspec.structs.replace(read, item=msgspec.structs.replace(task, lead=lead, partners=partners))


class TaskReader:
    """Reads the tasks of paragraphs."""

    def __init__(self, domain: Domain, vocabulary: Vocabulary) -> None:
        self.domain, self.vocabulary, self.accents = domain, vocabulary, Accents(domain.phrases)
        self.charged, self.fields = Charged(domain), Fields(domain)
        self.quantities = Quantities(domain.phrases)
        self.hedges = re.compile(rf"\s*(?:{any_of(domain.phrases.hedges)})(?!\w)", re.IGNORECASE)
        openers = (*domain.phrases.around.get("openers", ()), *domain.phrases.hedges)
        self.openers = re.compile(rf"(?:\W|(?<!\w)(?:{any_of(openers)})(?!\w))*", re.IGNORECASE)
        recurring = any_of(domain.language.recurring)
        self.recurring = re.compile(
            rf"(?<!\w)(?:{recurring})(?!\w)"
            r"(?:\s*(?:,|và|hoặc)?\s*(?:hàng quý|quý|6 tháng|9 tháng|năm|hàng năm|đột xuất)(?!\w))*",
            re.IGNORECASE,
        )

    def read(self, entry: Entry, taken: Sequence[tuple[int, int]], first: int) -> tuple[Read[Task], ...]:
        """The tasks of one paragraph outside the words `taken` by its targets; numbered from `first`."""
        entry = self.accents.given(entry)
        text = entry.paragraph.text
        if text.rstrip().endswith(":") or _DEPARTURE.search(text) or not self._speaks(text):
            return ()
        found: list[Read[Task]] = []
        told: tuple[str, ...] = ()
        labelled = self.charged.own_lead(text) if self.vocabulary.label_of(text) else ()
        for start, end in self._parts(text):
            words = text[start:end]
            if self._completes(found, words):
                continue
            told = self.charged.own_lead(words) or (told if text[:start].rstrip().endswith(";") else labelled)
            committed = any(start < stop and begin < end for begin, stop in taken)
            if len(words.split()) < _FEW or (committed and self._is_number_alone(entry, words)):
                continue
            number = first + len(found)
            task_id = entry.id if number == 0 else f"{entry.id}.{number + 1}"
            found.append(self._task(entry, start, end, task_id, told))
        return tuple(found)

    def completed(self, found: list[Read[Task]], entry: Entry) -> None:
        """Add what a paragraph of its own states of the task before it ("+ Cơ quan chủ trì: Sở Nội vụ.")."""
        fields = self.fields.of(entry.paragraph.text) if found else {}
        if fields:
            found[-1] = self.fields.added(found[-1], fields)

    def charge_of_section(self, entry: Entry) -> Charge | None:
        """Who does all the tasks of a section, where a sentence of a paragraph says that."""
        text = entry.paragraph.text
        charges = (self.charged.charge_of_section(text[start:end].strip()) for start, end in sentences(text))
        return next((charge for charge in charges if charge is not None), None)

    def _completes(self, found: list[Read[Task]], words: str) -> bool:
        """Take a sentence that only says who does the tasks before it, by when or to what end, for what it is."""
        bare = words.strip()
        fields = self.fields.of(bare)
        if fields:
            found[:] = [self.fields.added(read, fields) for read in found]
        if fields or self.charged.charge_of_section(bare) is not None:
            return True
        charge = self.charged.bracketed(bare) if bare.startswith("(") else self.charged.charge(bare) if found else None
        if charge is not None:
            found[:] = [with_charge(read, charge) for read in found]
            return True
        quarter = _QUARTER.search(words)
        due = self._due(words) or (quarter[0] if quarter else None)
        if not found or due is None or len(words.split()) - len(due.split()) > _BESIDE_DUE or not _DONE.match(words):
            return False
        found[-1] = msgspec.structs.replace(found[-1], item=msgspec.structs.replace(found[-1].item, due=due))
        return True

    def _is_number_alone(self, entry: Entry, words: str) -> bool:
        """Whether words say no more than the target in them: in the aims always, among tasks where the
        number comes before any deed is told, but for its year, and where it is only striven for."""
        if entry.section.kind in {"aims", "both"}:
            return True
        first = next(iter(self.quantities.find(words)), None)
        if first is None or self.hedges.match(words):
            return first is not None
        opening = words[: first.start]
        for named in reversed(horizons(opening)):
            opening = opening[: named.start] + opening[named.end :]
        return len(words[: first.start].split()) <= _OPENING or bool(self.openers.fullmatch(opening))

    def _speaks(self, text: str) -> bool:
        """Whether a paragraph is more than a name or a line of a letterhead."""
        return len(text.split()) >= _FEW and not text.isupper()

    def _parts(self, text: str) -> list[tuple[int, int]]:
        """Sentences, cut at semicolons behind which a deed begins."""
        parts: list[tuple[int, int]] = []
        for sentence in sentences(text):
            for start, end in clauses(text, sentence):
                words = text[start:end]
                same = parts and parts[-1][1] > sentence[0]
                if same and not (self._begins_deed(words) and self._stands(text[slice(*parts[-1])])):
                    parts[-1] = (parts[-1][0], end)
                else:
                    parts.append((start, end))
        return parts

    def _stands(self, words: str) -> bool:
        """Whether words before a semicolon tell a deed of their own: a verb, or enough words."""
        return len(words.split()) >= _DEED or bool(self.charged.verbs.match(words.lstrip()))

    def _begins_deed(self, words: str) -> bool:
        return (
            bool(self.charged.verbs.match(words.lstrip()))
            and len(words.split()) >= _DEED
            and not _CONNECTED.match(words)
        )

    def _task(self, entry: Entry, start: int, end: int, task_id: str, told: tuple[str, ...]) -> Read[Task]:
        """`told`: who leads it, where its sentence says so."""
        passage, section = entry.paragraph.passage, entry.section
        text = passage.text[start:end]
        bracketed = self.charged.bracketed(text)
        due, partners = self._due(text), self.charged.partners(text) or (bracketed.partners if bracketed else ())
        lead = (bracketed.lead if bracketed else told) or self.charged.lead_above(section.lead, section.heading)
        kind = "objective" if section.kind == "aims" else "task"
        if due is None and section.horizon is not None:
            due = str(section.horizon.year) if section.horizon.year else "hàng năm"
        task = Task(
            id=task_id,
            text=passage.printed(start, end).strip(" ;,.-+"),
            area=self._area(text, entry),
            kind=kind,  # type: ignore[arg-type]
            lead=lead,
            partners=partners,
            due=due,
            lines=passage.lines(start, end),
            restored=passage.restored(start, end),
            confidence=0.8 if section.kind in {"tasks", "aims", "organisation"} else 0.6,
        )
        traces = [Trace.of("text", task.text[:40], passage, start, end)]
        traces += [Trace(name, "; ".join(value), section.heading) for name, value in (("lead", lead),) if value]
        return Read(task, tuple(traces))

    def _area(self, text: str, entry: Entry) -> int | None:
        section = entry.section
        if section.area is not None:
            return section.area
        if section.kind == "aims":
            return self.vocabulary.area_of(text)
        return self.vocabulary.area_of(text) or _STEERING

    def _due(self, text: str) -> str | None:
        day = _DAY.search(text)
        if day:
            return " ".join(day[0].split())
        found = next(
            (one for one in self.recurring.finditer(text) if not _SPENDING.search(before(text, one.start()))), None
        )
        return " ".join(found[0].split()).lower() if found else None

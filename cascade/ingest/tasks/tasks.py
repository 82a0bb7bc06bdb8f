"""Tasks and objectives of prose: what a paragraph says is to be done, by whom, by when."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from cascade.ingest.accents import Accents
from cascade.ingest.item import Read, Trace
from cascade.ingest.outline.outline import Entry
from cascade.ingest.tasks.build import Areas, built, charged
from cascade.lexicon.charges import Charge
from cascade.lexicon.horizon import horizons
from cascade.lexicon.spans import clauses, sentences
from cascade.lexicon.tagged import Lexicon
from cascade.model.plan import Task
from cascade.model.text import any_of

_OPENING = 4  # words before a number that tell no deed yet ("Bảo đảm tối thiểu 90% …")
_DEED = 7  # syllables; what is shorter beside a semicolon is part of one deed with what stands on the other side
_FEW = 5  # syllables; fewer say nothing that could be done
_SURE = {"tasks", "aims", "organisation"}
_DEPARTURE = re.compile(
    r"\btrên đây là\b|yêu cầu .{0,160}(?:nghiêm túc|tổ chức) (?:tổ chức )?(?:triển khai )?thực hiện"
    r"|trong quá trình (?:triển khai |tổ chức )*thực hiện\b.{0,40}?\b(?:nếu|trường hợp|có (?:khó khăn|vướng mắc))"
    r"|ban hành kèm theo"
    r"|^.{0,160}\b(?:tại|theo|ở|kèm)\s+(?:các\s+)?phụ lục"
    r"(?:\s+(?:số\s+)?(?:\d+|[IVX]+|đính kèm|kèm theo|kế hoạch|chương trình|quyết định|này|và|,))*\W*$",
    re.IGNORECASE | re.DOTALL,
)
_BRACKETED = re.compile(r"\([^()]*\)\.?$")
_CONNECTED = re.compile(r"^\s*(?:và|trong đó|nhất là|đặc biệt|bao gồm|gồm|như|đồng thời là)\b", re.IGNORECASE)


class Said(msgspec.Struct, frozen=True):
    """What a paragraph says: its tasks; `charge`, where it only says who does those before it; `of_section`: a charge
    with all tasks of its section."""

    tasks: tuple[Read[Task], ...] = ()
    charge: Charge | None = None
    of_section: Charge | None = None


class TaskReader:
    """Reads the tasks of paragraphs."""

    def __init__(self, lexicon: Lexicon, areas: Areas | None = None) -> None:
        domain, vocabulary = lexicon.domain, lexicon.vocabulary
        self.domain, self.vocabulary, self.accents = domain, vocabulary, Accents(domain.phrases)
        self.charged, self.areas = vocabulary.charged, areas or Areas(vocabulary)
        self.verbs, self.quantities = self.charged.bodies.verbs, lexicon.quantities
        self.hedges = re.compile(rf"\s*(?:{any_of(domain.phrases.hedges)})(?!\w)", re.IGNORECASE)
        openers = (*domain.phrases.around.get("openers", ()), *domain.phrases.hedges)
        self.openers = re.compile(rf"(?:\W|(?<!\w)(?:{any_of(openers)})(?!\w))*", re.IGNORECASE)

    def read(self, entry: Entry, taken: Sequence[tuple[int, int]], first: int) -> Said:
        """What one paragraph says outside the words `taken` by its targets; its tasks are numbered from `first`."""
        entry = self.accents.given(entry)
        text = entry.paragraph.text
        stated = self.charged.stated(text, entry.section.heading)
        if stated is not None:
            return Said(charge=stated)
        if text.rstrip().endswith(":") or self._departs(text):
            return Said()
        labelled = Charge(self.charged.label(text))
        found: list[Read[Task]] = []
        of_section: Charge | None = None
        told, charge, start = labelled, Charge(), 0
        for start, end in self._parts(text):
            words = text[start:end]
            of_section = self.charged.of_section(words.strip()) or of_section
            stated = self.charged.stated(words)
            charge = stated or self.charged.of(words)
            if charge.alone and _BRACKETED.match(words.strip()) and not self._completes(found, charge, stated=False):
                return Said((), charge)
            if of_section is None and not (charge.alone and self._completes(found, charge, stated=stated is not None)):
                number = first + len(found)
                committed = any(start < stop and begin < end for begin, stop in taken)
                told = charge.over(told if text[:start].rstrip().endswith(";") else labelled)
                if self._asks_nothing(words) or (committed and self._is_number_alone(entry, words, told)):
                    continue
                due = charge.due if committed is False else self.charged.deadlines.of(words, years=False)
                said = Charge(told.lead, charge.partners, due, charge.product)
                found.append(self._task(entry, (start, end), number, said))
        alone = charge if len(found) == 1 and charge.alone and not text[:start].strip() else None
        return Said(tuple(found), alone, of_section)

    def _departs(self, text: str) -> bool:
        """Whether a paragraph asks for no deed: a name, a letterhead, a pointer to an appendix, a farewell."""
        if _BRACKETED.match(text):
            return not self.charged.of(text).alone
        return bool(_DEPARTURE.search(text)) or len(text.split()) < _FEW or text.isupper()

    def _asks_nothing(self, words: str) -> bool:
        return len(words.split()) < _FEW or self.vocabulary.is_formal("reasons", words)

    def _completes(self, found: list[Read[Task]], charge: Charge, *, stated: bool) -> bool:
        """Take a sentence that only says who does the tasks before it, or by when, for what it is."""
        if not found:
            return False
        of_all = msgspec.structs.replace(charge, due=charge.due if charge.lead or stated else None)
        found[:] = [charged(read, of_all) for read in found]
        found[-1] = charged(found[-1], charge)
        return True

    def _is_number_alone(self, entry: Entry, words: str, told: Charge) -> bool:
        """Whether words say no more than the target in them: in the aims always, among tasks where the
        number comes before any deed is told, but for its year, and where it is only striven for. Where aims and
        tasks are mixed, what somebody is to do is a task."""
        if entry.section.kind == "aims" or (entry.section.kind == "both" and not told.lead):
            return True
        first = next(iter(self.quantities.find(words)), None)
        if first is None or self.hedges.match(words):
            return first is not None
        opening = words[: first.start]
        for named in reversed(horizons(opening)):
            opening = opening[: named.start] + opening[named.end :]
        return len(words[: first.start].split()) <= _OPENING or bool(self.openers.fullmatch(opening))

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
        return len(words.split()) >= _DEED or bool(self.verbs.match(words.lstrip()))

    def _begins_deed(self, words: str) -> bool:
        if _CONNECTED.match(words):
            return False
        words = words.lstrip()
        when = next(iter(self.charged.deadlines.find(words)), None)
        begins = when is not None and when.start == 0 and (when.rank < 2 or not self.quantities.find(words))
        verb = self.verbs.match(words[when.end :].lstrip() if when and begins else words)
        return bool(verb and len(words.split()) >= _DEED)

    def _task(self, entry: Entry, span: tuple[int, int], number: int, said: Charge) -> Read[Task]:
        section, text = entry.section, entry.paragraph.text[slice(*span)]
        due = said.due
        if due is None and section.horizon is not None:
            due = str(section.horizon.year) if section.horizon.year else "hàng năm"
        lead, partners = said.lead or section.lead, said.partners
        if entry.paragraph.passage.restored(*span) is not None:
            lead, partners = (tuple(map(self.charged.bodies.known, names)) for names in (lead, partners))
        return built(
            entry.paragraph.passage.part(*span),
            entry.id if number == 0 else f"{entry.id}.{number + 1}",
            kind="objective" if section.kind == "aims" else "task",
            area=self.areas.of(section.area, text, section.kind),
            charge=Charge(lead, partners, due, said.product),
            confidence=0.8 if section.kind in _SURE else 0.6,
            traces=(Trace("lead", "; ".join(lead), section.heading),) if lead else (),
        )

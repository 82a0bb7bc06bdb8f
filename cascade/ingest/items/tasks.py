"""Tasks and objectives of prose: what a paragraph says is to be done, by whom, by when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cascade.ingest.bodies import bodies
from cascade.ingest.item import Read, Trace
from cascade.ingest.items.spans import clauses, sentences
from cascade.ingest.passage import Passage, before, plain_words
from cascade.ingest.sections.outline import Entry
from cascade.ingest.vocabulary import Vocabulary, any_of
from cascade.model.domain import Domain
from cascade.model.plan import Task

_STEERING = 7  # what no area owns is a matter of steering the reform (rules/areas.yaml)
_OPENING = 4  # words before a number that tell no deed yet ("Bảo đảm tối thiểu 90% …")
_FEW = 5  # syllables; fewer say nothing that could be done
_DAY = re.compile(
    r"(?:trước|đến hết|đến|chậm nhất(?: là)?|hoàn thành(?: xong)?(?: trước)?|xong|trong)\s+"
    r"(?:(?:hết\s+)?(?:ngày\s+)?\d{1,2}/\d{1,2}/20\d{2}"
    r"|(?:ngày\s+\d{1,2}\s+)?tháng\s+\d{1,2}\s*(?:/|năm\s+)\s*20\d{2}|(?:hết\s+)?năm\s+20\d{2})"
    r"|(?:trong\s+)?quý\s+(?:\d|[IV]{1,3})\s*(?:/|năm\s+)\s*20\d{2}",
    re.IGNORECASE,
)
_PARTNERS = re.compile(r"phối hợp\s+(?:chặt chẽ\s+)?(?:với\s+)?(?P<who>.+)$", re.IGNORECASE)
_LEADS = re.compile(
    r"^(?:[Gg]iao\s+)?(?P<who>[A-ZĐÀ-Ỹ][^.;:]{2,80}?)\s*"
    r"(?::|chủ trì|có trách nhiệm|chịu trách nhiệm|chủ động|phối hợp)",
    re.DOTALL,
)
_OF = re.compile(r"^trách nhiệm\s+(?:thực hiện\s+)?của\s+", re.IGNORECASE)
_DEPARTURE = re.compile(
    r"\btrên đây là\b|^\([^()]*\)\.?$|yêu cầu .{0,160}(?:nghiêm túc|tổ chức) (?:tổ chức )?(?:triển khai )?thực hiện"
    r"|trong quá trình (?:triển khai |tổ chức )*thực hiện,? nếu|ban hành kèm theo",
    re.IGNORECASE | re.DOTALL,
)
_SPENDING = re.compile(r"(?:chi|kinh phí)\s+$", re.IGNORECASE)
_CONNECTED = re.compile(r"^\s*(?:và|trong đó|nhất là|đặc biệt|bao gồm|gồm|như|đồng thời là)\b", re.IGNORECASE)


class TaskReader:
    """Reads the tasks of paragraphs."""

    def __init__(self, domain: Domain, vocabulary: Vocabulary) -> None:
        self.domain, self.vocabulary = domain, vocabulary
        recurring = any_of(domain.language.recurring)
        self.recurring = re.compile(
            rf"(?<!\w)(?:{recurring})(?!\w)"
            r"(?:\s*(?:,|và|hoặc)?\s*(?:hàng quý|quý|6 tháng|9 tháng|năm|hàng năm|đột xuất)(?!\w))*",
            re.IGNORECASE,
        )
        self.verbs = re.compile(rf"(?<!\w)(?:{any_of(domain.phrases.verbs)})(?!\w)", re.IGNORECASE)
        self.body = re.compile(rf"^(?:{any_of(domain.phrases.starters.get('agency', ()))})(?!\w)", re.IGNORECASE)

    def read(self, entry: Entry, taken: Sequence[tuple[int, int]], first: int) -> tuple[Read[Task], ...]:
        """The tasks of one paragraph outside the words `taken` by its targets; numbered from `first`."""
        text = entry.paragraph.text
        if text.rstrip().endswith(":") or _DEPARTURE.search(text) or not self._speaks(text):
            return ()
        found: list[Read[Task]] = []
        for start, end in self._parts(text):
            words = text[start:end]
            committed = any(start < stop and begin < end for begin, stop in taken)
            if len(words.split()) < _FEW or (committed and self._is_number_alone(entry, words)):
                continue
            number = first + len(found)
            found.append(self._task(entry, start, end, entry.id if number == 0 else f"{entry.id}.{number + 1}"))
        return tuple(found)

    def _is_number_alone(self, entry: Entry, words: str) -> bool:
        """Whether words say no more than the target in them: in the aims always, among tasks where the
        number comes before any deed is told."""
        if entry.section.kind in {"aims", "both"}:
            return True
        number = re.search(r"\d", words)
        return number is not None and len(words[: number.start()].split()) <= _OPENING

    def _speaks(self, text: str) -> bool:
        """Whether a paragraph is more than a name or a line of a letterhead."""
        return len(text.split()) >= _FEW and not text.isupper()

    def _parts(self, text: str) -> list[tuple[int, int]]:
        """Sentences, cut at semicolons behind which a deed begins."""
        parts: list[tuple[int, int]] = []
        for sentence in sentences(text):
            for start, end in clauses(text, sentence):
                words = text[start:end]
                goes_on = parts and parts[-1][1] > sentence[0] and not self._begins_deed(words)
                if goes_on:
                    parts[-1] = (parts[-1][0], end)
                else:
                    parts.append((start, end))
        return parts

    def _begins_deed(self, words: str) -> bool:
        return bool(self.verbs.match(words.lstrip())) and len(words.split()) >= _FEW and not _CONNECTED.match(words)

    def _task(self, entry: Entry, start: int, end: int, task_id: str) -> Read[Task]:
        passage, section = entry.paragraph.passage, entry.section
        text = passage.text[start:end]
        due, lead, partners = self._due(text), self._lead(text, section.lead), self._partners(text)
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

    def _lead(self, text: str, above: str | None) -> tuple[str, ...]:
        own = _LEADS.match(text)
        who = own["who"] if own and self.body.match(own["who"]) else self._before_verb(text)
        if who and len(who.split()) <= 24:
            return self._bodies(who)
        return self._bodies(_OF.sub("", above.strip(" :.;"))) if above else ()

    def _before_verb(self, text: str) -> str | None:
        """The body that a sentence begins with, up to what it is to do ("Sở Tài chính bố trí kinh phí")."""
        verb = self.verbs.search(text) if self.body.match(text) else None
        who = text[: verb.start()].strip(" ,") if verb else ""
        return who if 2 <= len(who.split()) <= 12 else None

    def _partners(self, text: str) -> tuple[str, ...]:
        found = _PARTNERS.search(text)
        if not found or not self.body.match(found["who"]):
            return ()
        who = re.split(r"[.;:]", found["who"])[0]
        stop = self.verbs.search(who)
        return self._bodies(who[: stop.start()] if stop else who)

    def _bodies(self, text: str) -> tuple[str, ...]:
        named = bodies(Passage(plain_words(text, 1)), self.domain)
        return tuple(one[0].upper() + one[1:] for one in named if len(one.split()) <= 20)

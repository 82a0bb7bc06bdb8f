"""The words with which a paragraph, a headline or an article announces a plan, and what they say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from cascade.ingest.outline.paragraphs import Paragraph, Style
from cascade.lexicon.dates import DATE, read_day
from cascade.lexicon.numbers import Numbered, NumberReader
from cascade.lexicon.passage import Passage
from cascade.lexicon.titles import shown_title
from cascade.model.domain import Domain
from cascade.model.text import any_of, fold, folded_same_length

_WITHIN = 60
"""So many paragraphs may announce the plan."""
_LONGEST = 400
_DAY = re.compile(DATE)
_ASKED = re.compile(r"^\W*(?:can cu|xet|theo)(?!\w)")
_SAYS = re.compile(r"[\s,(]*(?:so\s*[:.]?\s*)?$")
_STOPS = re.compile(r"[;:“(]|[.](?:\s|$)|\./")


class Announced(msgspec.Struct, frozen=True):
    """What an announcement says: its words from the kind of plan on and where they stand, the type code, the number
    with the day beside it, and the title. `passage`: the whole paragraph."""

    passage: Passage
    text: str
    start: int
    code: str | None = None
    number: Numbered | None = None
    issued: date | None = None
    title: str = ""
    title_span: tuple[int, int] = (0, 0)


class AnnouncementReader:
    """Reads announcements with the phrases of `rules/reading.yaml`."""

    def __init__(self, domain: Domain, numbers: NumberReader) -> None:
        self.numbers = numbers
        heading, citing = domain.phrases.heading, domain.phrases.citing
        verbs, names = (any_of(map(fold, heading.get(name, ()))) for name in ("announces", "plans"))
        self.codes = {fold(kind.name.vi): kind.code for kind in domain.document_types.values()} | {"kh": "KH"}
        self.verb = re.compile(
            rf"(?<!\w)(?:{verbs})\s+(?:va\s+\w+\s+\w+\s+)?(?:kem theo\s+(?:quyet dinh\s+)?(?:nay\s+)?)?"
            rf"(?P<kind>{names}|kh)(?!\w)(?:\s+hanh dong(?!\w))?"
        )
        ends = any_of(map(fold, heading.get("announced_ends", ())))
        self.ends = re.compile(rf"[\s,]+(?:{ends})(?!\w)|,\s+(?=(?:theo|trong)\s+do)")
        self.about = re.compile(rf"[\s,]*(?:(?:{any_of(map(fold, citing.get('about', ())))})(?!\w)[\s:“\"]*)*")

    def find(self, paragraphs: Sequence[Paragraph]) -> Iterator[Announced]:
        """The announcements among the first paragraphs, in order."""
        for paragraph in paragraphs[:_WITHIN]:
            found = list(self.verb.finditer(folded_same_length(paragraph.text[:4000])))
            if found:
                yield self._read(paragraph.passage, found[-1])

    def article(self, paragraphs: Sequence[Paragraph]) -> Announced | None:
        """What the first article that issues a plan says."""
        articles = (one for one in paragraphs if one.marker is not None and one.marker.style is Style.ARTICLE)
        return next((one for one in self.find(list(articles)) if one.title), None)

    def _read(self, passage: Passage, verb: re.Match[str]) -> Announced:
        text = passage.text
        folded = folded_same_length(text)
        start, at = verb.start("kind"), verb.end()
        number = next((one for one in self.numbers.find(text, folded) if one.start >= at), None)
        day = None
        if number is not None and _SAYS.fullmatch(folded, at, number.start) and not _ASKED.match(folded):
            at = number.end
            day = _DAY.match(folded, at + len(folded[at:]) - len(folded[at:].lstrip(" ,(")))
            at = day.end() if day else at
            day = day or next(iter(_DAY.finditer(folded, max(0, verb.start() - 120), verb.start())), None)
        else:
            number = None
        about = self.about.match(folded, at)
        at = about.end() if about else at
        stops = [one.start() for pattern in (self.ends, _STOPS) if (one := pattern.search(folded, at, at + _LONGEST))]
        end = min(stops, default=min(len(text), at + _LONGEST))
        title = shown_title(text[at:end])
        return Announced(
            passage,
            text[start:],
            start,
            self.codes.get(" ".join(verb["kind"].split())),
            number,
            read_day(day).date if day else None,
            title if len(title.split()) > 2 else "",  # two words name no plan
            (at, end),
        )

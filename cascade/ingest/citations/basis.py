"""Which paragraphs are the basis of a plan: its opening, before the first heading (domain.md, Citations)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Literal

from rapidfuzz import fuzz

from cascade.ingest.outline.paragraphs import Paragraph, Style
from cascade.lexicon.passage import Passage, Word
from cascade.lexicon.vocabulary import Vocabulary
from cascade.model.domain import Domain
from cascade.model.text import any_of, fold, folded_same_length

Role = Literal["basis", "body"]
_HEADINGS = (Style.PART, Style.CHAPTER, Style.CAPITAL, Style.ROMAN, Style.ARTICLE)
_ENDED = re.compile(r"[.;:]\W*$")
_LEADS_ON = re.compile(r"(?:sau|duoi)(?:\s+day)?\W*$")
_SECTION = re.compile(r"^\W*(?:(?:cac\s+)?can cu|co so phap ly|co so xay dung)(?!\w)")
_CITES = re.compile(r"\d\s*[/-]\s*(?:\d{4}\s*/\s*)?[a-z]{1,5}\s*[-/]\s*[a-z]{1,5}|ngay\s+\d")
_ATTACHED = re.compile(r"^\W*\([^()]*\)\s*")
_ANNOUNCES = re.compile(r"(?:xay dung|ban hanh|lap)\s+(?:va\s+\w+\s+\w+\s+)?(?:ke hoach|chuong trinh|de an)")
_ASKED = re.compile(r"^\W*(?:can cu|xet|theo de nghi|theo yeu cau)(?!\w)")
_ALIKE = 75


_SPLIT_WITHIN = 60
"""So many paragraphs may be of an opening."""


class Roles:
    """Tells the basis from the body, paragraph by paragraph."""

    def __init__(self, domain: Domain) -> None:
        self.vocabulary = Vocabulary(domain)
        self.phrases = [fold(phrase) for phrase in domain.phrases.basis]
        self.begins = re.compile(rf"^\W*(?:{any_of(self.phrases)})(?!\w)")
        kinds = [fold(kind.name.vi) for kind in domain.document_types.values()]
        kinds += [f"{fold(code)} so" for code in domain.document_types]
        cited = [*kinds, *map(fold, domain.document_types), *map(fold, domain.phrases.kinds)]
        self.named = re.compile(rf"^\W*(?:{any_of(cited)})(?!\w)")
        said = any_of(phrase for phrase in self.phrases if " " in phrase)  # not "kèm theo"
        self.within = re.compile(rf"(?<!\w)(?:{said})\s+(?:\w+\s+){{0,3}}(?:{any_of(kinds)})(?!\w)")
        self.furniture = frozenset(map(fold, domain.phrases.citing.get("furniture", ())))
        self.kinds = {fold(kind.name.vi) for kind in domain.document_types.values()}

    def of(self, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, Role, bool]]:
        """Every paragraph with its role, and whether it stands in an opening."""
        opening, section, goes_on, listed = True, False, False, False
        for paragraph in self.parted(paragraphs):
            folded = folded_same_length(paragraph.text)
            if fold(paragraph.text).strip(" .:*") in self.kinds:
                opening, section, goes_on = True, False, False
            elif self._is_heading(paragraph, folded):
                section = bool(_SECTION.match(folded)) and not _CITES.search(folded)
                opening, goes_on = False, False
            enumerated = opening and paragraph.marker is not None  # a list of laws without "Căn cứ" above it
            named = (listed or enumerated) and bool(self.named.match(folded) and _CITES.search(folded))
            basis = section or (opening and (goes_on or named or self._begins(folded, paragraph)))
            yield paragraph, "basis" if basis else "body", opening
            goes_on = basis and not section and not _ENDED.search(folded)
            listed = basis and not section and folded.rstrip().endswith(";")
            if basis and folded.rstrip().endswith(":") and _LEADS_ON.search(folded):
                opening = False

    def parted(self, paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
        """The paragraphs, those of the opening cut before each line that begins the basis: a title that
        reaches the margin runs into it."""
        for index, paragraph in enumerate(paragraphs):
            words = paragraph.passage.words
            if index >= _SPLIT_WITHIN or not words or words[0].line == words[-1].line:
                yield paragraph
                continue
            rows = [tuple(row) for _, row in groupby(words, key=lambda word: word.line)]
            cuts = [at for at in range(1, len(rows)) if self._cuts(rows[at - 1], rows[at:])]
            for start, end in pairwise([0, *cuts, len(rows)]):
                part = Passage(tuple(word for row in rows[start:end] for word in row))
                yield Paragraph(part, paragraph.marker if start == 0 else None)

    def _cuts(self, before: Sequence[Word], rows: Sequence[Sequence[Word]]) -> bool:
        """Whether a line begins the basis, or names a kind of document, though the line before has not ended."""
        text = " ".join(word.read for word in rows[0])
        folded = folded_same_length(text)
        if not text[:1].isupper() or before[-1].read.endswith((",", "-", "/")):
            return False
        if text.isupper() and folded.strip(" .:*") in self.kinds:
            return True
        following = folded + " " + folded_same_length(" ".join(word.read for row in rows[1:3] for word in row))
        return bool(_ASKED.match(folded) or (self.begins.match(folded) and _CITES.search(following)))

    def printed(self, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, Role, bool]]:
        """As `of`, without what a web page shows beside the document ("Văn bản liên quan")."""
        beside = False
        for paragraph, role, opening in self.of(paragraphs):
            named = fold(paragraph.text).strip(" .:*")
            begins = named in self.kinds or (paragraph.marker is not None and paragraph.marker.style in _HEADINGS)
            beside = named in self.furniture or (beside and not begins)
            if not beside:
                yield paragraph, role, opening

    def _is_heading(self, paragraph: Paragraph, folded: str) -> bool:
        """Whether a paragraph is a heading of the body."""
        if paragraph.marker is None:
            return paragraph.text.isupper() and self.vocabulary.kind_of(folded) is not None and len(folded) < 120
        if paragraph.marker.style in _HEADINGS:
            return not paragraph.text[:1].islower()
        return (
            paragraph.marker.style in (Style.ARABIC, Style.DECIMAL)
            and not self.begins.match(folded)
            and not _CITES.search(folded)
        )

    def _begins(self, folded: str, paragraph: Paragraph) -> bool:
        """Whether a paragraph begins like the basis, its letters damaged or not."""
        folded = _ATTACHED.sub("", folded)
        if self.begins.match(folded):
            return True
        if not _CITES.search(folded):
            return False
        if (_ANNOUNCES.search(folded) or self.within.search(folded)) and not paragraph.text.startswith("("):
            return True
        words = " ".join(re.findall(r"\w+", folded)[:2])
        damaged = any(fuzz.ratio(words, phrase) >= _ALIKE for phrase in self.phrases if phrase.count(" ") == 1)
        return damaged and not paragraph.text[:1].islower()


def cites(text: str) -> bool:
    """Whether a paragraph that begins like the basis is of it, and no title ("Thực hiện cải cách hành chính …")."""
    folded = folded_same_length(text)
    return bool(_CITES.search(folded) or _ASKED.match(folded))

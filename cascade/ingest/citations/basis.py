"""Which paragraphs are the basis of a plan: its opening, before the first heading (docs/domain.md, Citations)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Literal

from cascade.ingest.outline.paragraphs import BULLETS, Paragraph, Style
from cascade.lexicon.passage import Passage, Word
from cascade.lexicon.tagged import Lexicon
from cascade.model.text import any_of, fold, folded_same_length

Role = Literal["basis", "body"]
_HEADINGS = (Style.PART, Style.CHAPTER, Style.CAPITAL, Style.ROMAN, Style.ARTICLE)
_LEADS_ON = re.compile(r"(?:sau|duoi)(?:\s+day)?\s*:\W*$")
_CITES = re.compile(r"\d\s*[/-]\s*(?:\d{4}\s*/\s*)?[a-z]{1,5}\s*[-/]\s*[a-z]{1,5}|ngay\s+\d")
_ATTACHED = re.compile(r"^\W*\([^()]*\)\s*")
_ASKED = re.compile(r"^\W*(?:can cu|xet|theo de nghi|theo yeu cau)(?!\w)")
_EDGES = " .:*|"
_SPLIT_WITHIN = 60
"""So many paragraphs may be of an opening."""
_AHEAD = 12
"""So many paragraphs behind a line in capitals tell whether it is a title or a heading."""
_LONGEST_HEADING = 120


class Roles:
    """Tells the basis from the body, paragraph by paragraph."""

    def __init__(self, lexicon: Lexicon) -> None:
        domain, phrases = lexicon.domain, lexicon.domain.phrases
        self.vocabulary = lexicon.vocabulary
        self.begins = re.compile(rf"^\W*(?:{any_of(map(fold, phrases.basis))})(?!\w)")
        self.kinds = {fold(kind.name.vi) for kind in domain.document_types.values()}
        issues = any_of(map(fold, phrases.heading.get("issues", ())))
        plans = any_of(map(fold, phrases.heading.get("plans", ())))
        self.announces = re.compile(rf"(?:{issues})\s+(?:va\s+\w+\s+\w+\s+)?(?:{plans})")
        self.section = re.compile(
            rf"^\W*(?:(?:cac\s+)?can cu|[^.;]*(?:{any_of(map(fold, phrases.citing.get('basis_headings', ())))}))(?!\w)"
        )
        furniture = any_of(map(fold, phrases.citing.get("furniture", ())))
        self.beside = re.compile(rf"^\W*(?:cac\s+)?(?:{furniture})(?!\w)")

    def of(self, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, Role, bool]]:
        """Every paragraph with its role, and whether it stands in an opening: there of the basis is what begins so."""
        opening, titled, begun = True, False, False
        section: Style | None = None
        parts = list(self.parted(paragraphs))
        for index, paragraph in enumerate(parts):
            folded = folded_same_length(paragraph.text)
            kind = folded.strip(_EDGES) in self.kinds
            titled = kind or (titled and paragraph.marker is None and paragraph.text.isupper())
            if kind:
                opening, begun, section = True, False, None
            elif not titled and self._is_heading(parts, index, folded):
                opening, begun, section = False, False, self._section(paragraph, folded, section)
            elif opening and not titled:
                begun = begun or bool(self.begins.match(_ATTACHED.sub("", folded)))
            yield paragraph, "basis" if begun or section is not None else "body", opening
            if (begun or self.announces.search(folded)) and _LEADS_ON.search(folded):
                opening = begun = False

    def _section(self, paragraph: Paragraph, folded: str, within: Style | None) -> Style | None:
        """The style of the heading whose section is of the basis, from this heading on."""
        style = paragraph.marker.style if paragraph.marker else Style.PART
        if self.section.match(folded) and not _CITES.search(folded):
            return style
        deeper = within is not None and style > within
        return within if deeper and self.vocabulary.kind_of(folded) in (None, "purpose") else None

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
        if text.isupper() and folded.strip(_EDGES) in self.kinds:
            return True
        following = folded + " " + folded_same_length(" ".join(word.read for row in rows[1:3] for word in row))
        return bool(_ASKED.match(folded) or (self.begins.match(folded) and _CITES.search(following)))

    def printed(self, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, Role, bool]]:
        """As `of`, without what is printed beside the text: above the kind of document and the basis, to whom it
        goes ("Nơi nhận"), and what a web page shows of others ("Văn bản liên quan")."""
        parts = [(part, folded_same_length(part[0].text)) for part in self.of(paragraphs)]
        first = next((at for at, (_, folded) in enumerate(parts) if folded.strip(_EDGES) in self.kinds), 0)
        beside = recipients = False
        for at, ((paragraph, role, opening), folded) in enumerate(parts):
            recipients = recipients and paragraph.marker is not None and paragraph.marker.style in BULLETS
            recipients = recipients or self.vocabulary.opens_with("recipients", folded)
            if self.beside.match(folded) and not _CITES.search(folded):
                beside = True
            elif paragraph.marker is not None:
                beside = beside and paragraph.marker.style not in _HEADINGS
            else:
                begins = folded.strip(_EDGES) in self.kinds or self.vocabulary.opens_with("appendix", folded)
                beside = beside and not begins and not (opening and role == "basis")
            above = at < first and opening and role == "body"
            if not (beside or recipients or above):
                yield paragraph, role, opening

    def _is_heading(self, parts: Sequence[Paragraph], index: int, folded: str) -> bool:
        """Whether a paragraph is a heading of the body: one in capitals, where no basis comes behind it."""
        text, marker = parts[index].text, parts[index].marker
        if marker is None:
            capital = text.isupper() and len(folded) < _LONGEST_HEADING and self.vocabulary.kind_of(folded) is not None
            return capital and not self._leads(parts[index + 1 : index + 1 + _AHEAD])
        if marker.style in _HEADINGS:
            return not text[:1].islower()
        numbered = marker.style in (Style.ARABIC, Style.DECIMAL)
        return numbered and not self.begins.match(folded) and not _CITES.search(folded)

    def _leads(self, following: Sequence[Paragraph]) -> bool:
        """Whether the basis, or what announces the plan, follows before a heading that is numbered."""
        for paragraph in following:
            folded = folded_same_length(paragraph.text)
            if _ASKED.match(folded) and _CITES.search(folded):
                return True
            if self.announces.search(folded) and _LEADS_ON.search(folded):
                return True
            if paragraph.marker is not None and paragraph.marker.style in _HEADINGS:
                return False
        return False


def cites(text: str) -> bool:
    """Whether a paragraph that begins like the basis is of it, and no title ("Thực hiện cải cách hành chính …")."""
    folded = folded_same_length(text)
    return bool(_CITES.search(folded) or _ASKED.match(folded))

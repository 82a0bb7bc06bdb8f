"""Which paragraphs are the basis of a plan: its opening, before the first heading (domain.md, Citations)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from rapidfuzz import fuzz

from cascade.ingest.sections.paragraphs import Paragraph, Style
from cascade.ingest.vocabulary import Vocabulary, any_of
from cascade.model.domain import Domain
from cascade.model.text import fold, folded_same_length

Role = Literal["basis", "body"]
_HEADINGS = (Style.PART, Style.CHAPTER, Style.ROMAN, Style.ARTICLE)
_ENDED = re.compile(r"[.;:]\W*$")
_LEADS_ON = re.compile(r"(?:sau|duoi)(?:\s+day)?\W*$")
_SECTION = re.compile(r"^\W*(?:(?:cac\s+)?can cu|co so phap ly|co so xay dung)(?!\w)")
_CITES = re.compile(r"\d\s*[/-]\s*(?:\d{4}\s*/\s*)?[a-z]{1,5}\s*[-/]\s*[a-z]{1,5}|ngay\s+\d")
_ATTACHED = re.compile(r"^\W*\([^()]*\)\s*")
_ANNOUNCES = re.compile(r"(?:xay dung|ban hanh|lap)\s+(?:va\s+\w+\s+\w+\s+)?(?:ke hoach|chuong trinh|de an)")
_ALIKE = 75


class Roles:
    """Tells the basis from the body, paragraph by paragraph."""

    def __init__(self, domain: Domain) -> None:
        self.vocabulary = Vocabulary(domain)
        self.phrases = [fold(phrase) for phrase in domain.phrases.basis]
        self.begins = re.compile(rf"^\W*(?:{any_of(self.phrases)})(?!\w)")
        self.kinds = {fold(kind.name.vi) for kind in domain.document_types.values()}

    def of(self, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, Role, bool]]:
        """Every paragraph with its role, and whether it stands in an opening."""
        opening, section, goes_on = True, False, False
        for paragraph in paragraphs:
            folded = folded_same_length(paragraph.text)
            if fold(paragraph.text).strip(" .:*") in self.kinds:
                opening, section, goes_on = True, False, False
            elif self._is_heading(paragraph, folded):
                section = bool(_SECTION.match(folded)) and not _CITES.search(folded)
                opening, goes_on = False, False
            basis = section or (opening and (goes_on or self._begins(folded, paragraph)))
            yield paragraph, "basis" if basis else "body", opening
            goes_on = basis and not section and not _ENDED.search(folded)
            if basis and folded.rstrip().endswith(":") and _LEADS_ON.search(folded):
                opening = False

    def _is_heading(self, paragraph: Paragraph, folded: str) -> bool:
        """Whether a paragraph is a heading of the body."""
        if paragraph.marker is None:
            return paragraph.text.isupper() and self.vocabulary.kind_of(folded) is not None and len(folded) < 120
        if paragraph.marker.style in _HEADINGS:
            return True
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
        if _ANNOUNCES.search(folded) and not paragraph.text.startswith("("):
            return True
        words = " ".join(re.findall(r"\w+", folded)[:2])
        damaged = any(fuzz.ratio(words, phrase) >= _ALIKE for phrase in self.phrases if phrase.count(" ") == 1)
        return damaged and not paragraph.text[:1].islower()

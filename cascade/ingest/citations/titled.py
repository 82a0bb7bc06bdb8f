"""Documents of the basis that are cited by title alone, without a number: plans, programmes, resolutions, decisions.

A plan above is cited so where its number was not at hand: what names it then are its title with the years, and who
issued it. Without either of these a title is too little to be a citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cascade.ingest.citations.beside import Cited
from cascade.lexicon.passage import before
from cascade.lexicon.tagged import Lexicon, Tagged
from cascade.lexicon.titles import TitleReader, title_of
from cascade.model.text import any_of, fold

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_CLAUSE = re.compile(r"[^;]+")
_OWN = re.compile(r"\s+(?:nay|do|tren|so|lien|cong|kem)\b|\s*[:.(,]")
_OF = re.compile(r"\scua\s+\Z")
_BEHIND = re.compile(r"\s+cua\s+")
_DATED = re.compile(r"[\s,(]*(?:ngay|thong qua)\s*$")
_FEWEST, _LONGEST = 4, 40  # words of a title


class TitledReader:
    """Finds them with the phrases of `rules/`."""

    def __init__(self, lexicon: Lexicon, titles: TitleReader) -> None:
        phrases, types = lexicon.domain.phrases, lexicon.domain.document_types
        kinds = any_of([*(fold(kind.name.vi) for kind in types.values()), *map(fold, phrases.kinds)])
        leads = any_of(map(fold, phrases.basis))
        self._opens = re.compile(rf"[\W_]*(?:(?:{leads})\s+)?(?:cac\s+)?(?P<kind>{kinds})(?!\w)")
        self._laws = re.compile(r"(?:bo\s+)?luat|phap\s+lenh|hien\s+phap|nghi\s+dinh|thong\s+tu|van\s+ban|cong\s+van")
        self._titles = titles

    def find(self, tagged: Tagged) -> Iterator[Cited]:
        """The documents that clauses of a paragraph of the basis begin with."""
        for clause in _CLAUSE.finditer(tagged.folded):
            opened = self._opens.match(tagged.folded, *clause.span())
            numbered = any(clause.start() <= one.start < clause.end() for one in tagged.numbers)
            if opened and not numbered and (cited := self._cited(tagged, opened, clause.end())):
                yield cited

    def _cited(self, tagged: Tagged, opened: re.Match[str], stop: int) -> Cited | None:
        text, folded, start = tagged.text, tagged.folded, opened.start("kind")
        if not text[start].isupper() or self._laws.match(folded, start) or _OWN.match(folded, opened.end()):
            return None
        stop = self._titles.closed(folded, opened.end(), stop)
        named = (one for one in tagged.issuers if opened.end() <= one.start < stop)
        issuer = next((one for one in named if _OF.search(before(folded, one.start))), None)
        day = next((one for one in tagged.dates if start <= one.start < stop), None)
        if issuer and _BEHIND.fullmatch(folded, opened.end(), issuer.start):
            title = self._titles.after(text, folded, issuer.end, stop)
        else:
            ends = [stop, *(one.start for one in (issuer, day) if one)]
            until = folded[start : min(ends)]
            title = title_of(text, start, start + len(_DATED.sub("", _OF.sub("", until))))
        if title is None or not _FEWEST <= len(title.text.split()) <= _LONGEST:
            return None
        if issuer is None and not _YEAR.search(title.text):
            return None
        end = max(one.end for one in (title, issuer, day) if one)
        return Cited(None, start, end, day, issuer, title)

"""Why a document may be no plan: its kind, its form, or a decision that brings none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cascade.ingest.heading.rows import Opening
from cascade.ingest.heading.title import Title
from cascade.ingest.outline.paragraphs import Paragraph, Style
from cascade.model.domain import Domain
from cascade.model.doubt import Doubts, doubt
from cascade.model.text import any_of, fold

NO_PLAN = frozenset(("kind-of-no-plan", "legal-text", "decision-without-plan"))
"""Codes of doubts for which a document is not taken for a plan unless somebody names it as one."""
_ARTICLES = 4
"""So many articles without the title of a plan make a legal text."""
_FIRST = 20


def why_no_plan(
    code: str | None, title: Title | None, opening: Opening, paragraphs: Sequence[Paragraph], domain: Domain
) -> Doubts:
    """The reasons why a document of type `code` may be no plan; () where it is one by all that it shows."""
    heading = domain.phrases.heading
    kind = domain.document_types.get(code or "")
    if kind is not None and not kind.plan and kind.code not in heading.get("hands_out", ()):
        return doubt("kind-of-no-plan", kind=kind.name.vi)
    first = next((one for one in opening.kinds if one.row < max(opening.end, _FIRST)), None)
    named = opening.rows[first.row].folded if first is not None and first.code is None else ""
    other = re.match(rf"^\W*(?P<kind>{any_of(map(fold, heading.get('no_plans', ())))})(?!\w)", named)
    if other and first is not None:
        printed = opening.rows[first.row].text[: other.end()].strip()
        return doubt("kind-of-no-plan", kind=printed)
    articles = [one.text for one in paragraphs if one.marker is not None and one.marker.style is Style.ARTICLE]
    if code is None and title is None and len(articles) >= _ARTICLES:
        return doubt("legal-text")
    if code == "QĐ" and not _brings(title, articles, domain):
        return doubt("decision-without-plan")
    return doubt("kind-untold") if code is None else ()


def _brings(title: Title | None, articles: Sequence[str], domain: Domain) -> bool:
    """Whether a decision brings a plan with it: as its subject, attached to it, or by an article."""
    heading = domain.phrases.heading
    changes, names = (any_of(map(fold, heading.get(name, ()))) for name in ("changes", "plans"))
    if title is not None:
        kind = domain.document_types.get(title.code or "")
        if kind is not None and fold(kind.name.vi) in set(map(fold, heading.get("plans", ()))):
            return True
        if re.match(rf"^\W*(?:(?:{changes})(?!\w)[\s,]*)*(?:{names})(?!\w)", fold(title.text)):
            return True
    brings = re.compile(rf"^\W*(?:ban hanh|phe duyet)(?:\s+kem theo(?:\s+quyet dinh)?(?:\s+nay)?)?\W+(?:{names})(?!\w)")
    return any(brings.search(fold(text[:200])) for text in articles)

"""The submitted Word documents with comments at the sentences concerned, for those who wrote them.

Each copy has what its writer can mend: a comment at the item that falls short, or at the nearest one of the same area
where something is lacking, else at the beginning. What only the reviewer can mend, and what is let stand, is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from cascade.formats import word
from cascade.formats.packed import WRITTEN, packed
from cascade.formats.remark import is_for_writer, mend, remark, side_text
from cascade.model.text import one_line
from cascade.model.words import Lang
from cascade.reading.reports import COMMENTED, WRITER
from cascade.report import office_phrases as phrases
from cascade.result.original import Original
from cascade.result.result import FindingView, ItemView, Result

_P, _R, _T = qn("w:p"), qn("w:r"), qn("w:t")
_SPACE = qn("xml:space")
_GONE = frozenset((qn("w:del"), qn("w:moveFrom")))


def render_each(result: Result, lang: Lang, originals: Mapping[str, Original]) -> Mapping[str, bytes]:
    """A copy of each original that something is to be said about, named by its plan's id; `originals`: by plan id."""
    made = {}
    for plan_id, original in originals.items():
        findings = [one for one in result.by_plan.get(plan_id, ()) if is_for_writer(one, result)]
        if findings:
            made[f"{plan_id}.docx"] = _commented(original, findings, result, lang)
    return made


def _commented(original: Original, findings: Iterable[FindingView], result: Result, lang: Lang) -> bytes:
    document = docx.Document(BytesIO(original.data))
    margin, paragraphs = word.Margin(document), list(document.element.iter(_P))
    for finding in findings:
        item = _where(finding)
        number = _number(item, original)
        element = paragraphs[number] if number is not None and number < len(paragraphs) else _beginning(paragraphs)
        runs = _runs(Paragraph(element, document), item.text if item and number is not None else "")
        margin.comment(runs, _text(finding, result, lang))
    _sign(document)
    out = BytesIO()
    document.save(out)
    return packed(out.getvalue())


def _where(finding: FindingView) -> ItemView | None:
    """The item that a comment stands at; None: the plan as a whole."""
    if not finding.item.is_plan:
        return finding.item
    near, against = finding.nearest, finding.against
    return near if near and against and near.area is not None and near.area == against.area else None


def _number(item: ItemView | None, original: Original) -> int | None:
    if item is None or item.lines is None or not 0 < item.lines.first <= len(original.paragraphs):
        return None
    return original.paragraphs[item.lines.first - 1]


def _beginning(paragraphs: list[Any]) -> Any:
    """The first paragraph that is no letterhead but the plan: the first long one, else the first."""
    return max(paragraphs[:30], key=lambda one: min(len("".join(one.itertext(_T))), 40), default=paragraphs[0])


def _runs(paragraph: Paragraph, words: str) -> list[Run]:
    """The runs of some words in a paragraph, parted from the rest; all of it where they are not found."""
    runs: list[Any] = [run for run in paragraph._p.iter(_R) if _is_own(run, paragraph)]
    texts = ["".join(part.text or "" for part in run.iter(_T)) for run in runs]
    whole = "".join(" " if char.isspace() else char for char in "".join(texts))
    sought = one_line(words)
    start = whole.find(sought) if sought else -1
    if start >= 0:
        runs = _parted(runs, texts, start, start + len(sought))
    return [Run(run, paragraph) for run in runs] or [paragraph.add_run()]


def _is_own(run: Any, paragraph: Paragraph) -> bool:
    """Whether a run with text is this paragraph's own, not a text box's, and was not deleted."""
    if next(run.iter(_T), None) is None:
        return False
    for above in run.iterancestors():
        if above.tag in _GONE:
            return False
        if above.tag == _P:
            return above is paragraph._p
    return False


def _parted(runs: list[Any], texts: list[str], start: int, end: int) -> list[Any]:
    """The runs from one place of their text to another, those parted that reach beyond."""
    found, at = [], 0
    for run, text in zip(runs, texts, strict=True):
        first, last = max(start - at, 0), min(end - at, len(text))
        at += len(text)
        if first < last:
            found.append(_cut(run, first, last))
    return found


def _cut(run: Any, first: int, last: int) -> Any:
    """The run that holds a piece of a run's text, the rest before and behind it in runs of their own; a run that is
    more than its text stays whole."""
    parts = [inner for inner in run if inner.tag != qn("w:rPr")]
    if len(parts) != 1 or parts[0].tag != _T:
        return run
    text = parts[0].text or ""
    for piece, add in ((text[:first], run.addprevious), (text[last:], run.addnext)):
        if piece:
            beside = deepcopy(run)
            _write(beside, piece)
            add(beside)
    _write(run, text[first:last])
    return run


def _write(run: Any, text: str) -> None:
    part = next(run.iter(_T))
    part.text = text
    part.set(_SPACE, "preserve")


def _text(finding: FindingView, result: Result, lang: Lang) -> str:
    """Title, message, the words of the plan above, and what would mend it, each a paragraph."""
    said = remark(finding, result, lang)
    lines = [phrases.COMMENT_OF.say(lang, code=finding.code, title=said.title), said.said]
    if said.parent is not None:
        lines.append(f"{side_text(said.parent, lang, asks=True)}.")
    return "\n".join(line for line in [*lines, mend(said, lang)] if line)


def _sign(document: Document) -> None:
    """Mark the copy as ours, for as long as nobody else saves it."""
    known = any(one.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for one in document.part.package.rels.values())
    about = document.core_properties
    if not known:
        about.title, about.created, about.modified = "", WRITTEN, WRITTEN
    about.keywords = f"{about.keywords[:200]} {COMMENTED}".strip()
    about.last_modified_by = WRITER

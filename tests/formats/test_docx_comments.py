"""The submitted Word document with comments: at the sentences concerned, and nothing else in it changed."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import msgspec
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from cascade.audit import audit
from cascade.documents.docx import read_docx
from cascade.documents.paragraphs import paragraphs_of
from cascade.formats.docx_comments import render_each
from cascade.ingest.submitted import submitted
from cascade.model.plan import Lines
from cascade.model.words import LANGS
from cascade.reading.plans import read_corpus
from cascade.reading.reports import is_report, is_untouched_report
from cascade.result.fill import fill
from cascade.result.original import Original
from cascade.result.result import FindingView, ItemView, Result
from tests.documents.word import docx as word
from tests.documents.word import para, run
from tests.formats.forms import hostile_result
from tests.hostile import TEXTS, acts
from tests.support import ROOT, domain

HERE = ROOT / "benchmarks/documents"
PARENT, CHILD = HERE / "tinh-vi-du-quyet-dinh-2026-2030.docx", HERE / "xa-mau-2026.docx"


@cache
def audited() -> Result:
    """What is found in two documents as they were submitted."""
    corpus = read_corpus([PARENT, CHILD], domain(), documents=submitted(domain()))
    return fill(audit(corpus, domain()))


TITLE = "Cải cách hành chính nhà nước năm 2026 trên địa bàn xã Mẫu"


def originals() -> Mapping[str, Original]:
    data = CHILD.read_bytes()
    return {"mau-2026": Original(CHILD.name, data, paragraphs_of(data, CHILD.name))}


def made(result: Result | None = None) -> bytes:
    return render_each(result or audited(), "vi", originals())["mau-2026.docx"]


def anchored(document: Document) -> dict[int, str]:
    """The words that each comment stands at."""
    open_: dict[int, str] = {}
    found: dict[int, str] = {}
    for element in document.element.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_[int(element.get(qn("w:id")))] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            number = int(element.get(qn("w:id")))
            found[number] = open_.pop(number)
        elif element.tag == qn("w:t"):
            open_ = {number: text + (element.text or "") for number, text in open_.items()}
    assert not open_
    return found


def told() -> dict[str, tuple[str, str]]:
    """For each code the words that its comment stands at, and the comment."""
    document = docx.Document(BytesIO(made()))
    words = anchored(document)
    return {one.text.split(" ")[0]: (words[one.comment_id], one.text) for one in document.comments}


def of_writer() -> list[FindingView]:
    result = audited()
    return [one for one in result.by_plan["mau-2026"] if result.rules[one.rule].audience == "writer"]


def test_each_finding_that_the_writer_can_mend_is_one_comment_at_its_sentence() -> None:
    comments = told()
    assert set(comments) == {finding.code for finding in of_writer()}
    assert len(comments) > 8
    weaker = [finding for finding in of_writer() if finding.rule == "weaker-target"]
    assert len(weaker) >= 3
    for finding in weaker:
        words, text = comments[finding.code]
        assert words == finding.item.text
        assert finding.against is not None
        assert f"“{finding.against.text}”" in text
        assert finding.suggestion.vi in text


def test_what_is_lacking_stands_at_the_nearest_item_of_its_area_or_at_the_beginning() -> None:
    comments = told()
    for finding in of_writer():
        if finding.lacks and finding.nearest and finding.against:
            words, _ = comments[finding.code]
            near = finding.nearest.area is not None and finding.nearest.area == finding.against.area
            assert words in (
                finding.nearest.text if near else "Cải cách hành chính nhà nước năm 2026 trên địa bàn xã Mẫu"
            )


def test_the_words_of_the_document_stay_as_they_were() -> None:
    before, after = (read_docx(data, "a.docx") for data in (CHILD.read_bytes(), made()))
    assert [line.text for line in after.lines] == [line.text for line in before.lines]
    assert after.tables == before.tables
    changes = [
        docx.Document(BytesIO(data)).element.xpath("count(//w:ins|//w:del)") for data in (CHILD.read_bytes(), made())
    ]
    assert changes[0] == changes[1] > 0


def test_it_is_ours_until_somebody_works_in_it(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(made())
    assert is_report(path)
    assert is_untouched_report(path)
    document = docx.Document(str(path))
    document.core_properties.last_modified_by = "Công chức"
    document.save(str(path))
    assert not is_report(path)
    assert not is_untouched_report(path)


def test_comments_of_others_stay_with_their_numbers_and_dates() -> None:
    given = docx.Document()
    given.add_comment(
        given.add_paragraph("Một câu dài hơn bốn mươi chữ cái để làm đầu đề của văn bản").runs, "cũ", "Người khác"
    )
    out = BytesIO()
    given.save(out)
    original = Original("a.docx", out.getvalue(), paragraphs_of(out.getvalue(), "a.docx"))
    document = docx.Document(BytesIO(render_each(audited(), "vi", {"mau-2026": original})["mau-2026.docx"]))
    first, *ours = document.comments
    assert (first.author, first.text) == ("Người khác", "cũ")
    assert first.timestamp is not None
    assert len(ours) == len(of_writer())
    assert len({one.comment_id for one in document.comments}) == len(ours) + 1


def placed(text: str, data: bytes) -> str:
    """The words that a comment stands at, where an item with these words stands on the first line."""
    result = audited()
    some = of_writer()[2]
    item: ItemView = msgspec.structs.replace(some.item, text=text, lines=Lines(1, 1))
    finding = msgspec.structs.replace(some, item=item)
    result = msgspec.structs.replace(result, findings=(finding,))
    original = Original("a.docx", data, (0,))
    (words,) = anchored(
        docx.Document(BytesIO(render_each(result, "vi", {"mau-2026": original})["mau-2026.docx"]))
    ).values()
    return words


PARTS = {
    "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    b'wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    b'Target="word/document.xml"/></Relationships>',
}


def small(*inner: str) -> bytes:
    return word(para(*inner), more=PARTS)


@pytest.mark.parametrize(
    ("inner", "text", "words"),
    [
        (("Câu một. Câu hai. Câu ba.",), "Câu hai.", "Câu hai."),
        ((run("Câu một. Câu"), run(" hai. "), run("Câu ba.")), "Câu hai.", "Câu hai."),
        ((run("Câu một."), "<w:ins>" + run(" Câu hai.") + "</w:ins>"), "Câu hai.", "Câu hai."),
        (("<w:del>" + run("Câu hai.") + "</w:del>", "Câu ba."), "Câu hai.", "Câu ba."),
        (("Câu một.",), "không có trong đoạn", "Câu một."),
        (("Câu\u00a0một. Câu hai.",), "Câu một.", "Câu\u00a0một."),
        ((), "gì cũng được", ""),
    ],
)
def test_a_comment_stands_at_the_sentence_or_else_at_the_paragraph(
    inner: tuple[str, ...], text: str, words: str
) -> None:
    assert placed(text, small(*inner)) == words


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_of_a_plan_acts_in_a_comment(name: str) -> None:
    result = hostile_result(name)
    plan = next(iter(result.by_plan))
    for lang in LANGS:
        report = render_each(result, lang, {plan: Original("a.docx", small("Một câu."), (0,))})[f"{plan}.docx"]
        assert all(acts(one.text) == [] for one in docx.Document(BytesIO(report)).comments)


def test_the_same_bytes_whenever_it_is_made() -> None:
    assert made() == made()
    with zipfile.ZipFile(BytesIO(made())) as package:
        assert {part.date_time[0] for part in package.infolist()} == {2000}

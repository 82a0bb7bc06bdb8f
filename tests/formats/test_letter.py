"""Letters in Word: the layout of Decree 30/2020/NĐ-CP, each remark with both sides' words, nothing internal in them."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO

import docx
import msgspec
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from cascade.formats.letter import NOTES_NAME, render, render_each
from cascade.model.decision import Waiver
from cascade.model.words import LANGS, Lang
from cascade.report import office_phrases as phrases
from tests.formats.forms import clean, golden, hostile_result, many
from tests.hostile import TEXTS, acts


def opened(data: bytes) -> Document:
    return docx.Document(BytesIO(data))


def text_of(document: Document) -> str:
    """All that is printed of a document, a paragraph a line."""
    paragraphs = document.element.body.iter(qn("w:p"))
    return "\n".join("".join(part.text or "" for part in one.iter(qn("w:t"))) for one in paragraphs)


def of_commune() -> Document:
    return opened(render_each(golden(), "vi")["xa-mau-2023.docx"])


def test_the_page_is_that_of_the_decree() -> None:
    for section in opened(render(golden(), "vi")).sections:
        margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        top, bottom, left, right = (round(margin.mm) if margin else 0 for margin in margins)
        assert [round(side.mm) for side in (section.page_width, section.page_height) if side] == [210, 297]
        assert 20 <= top <= 25
        assert 20 <= bottom <= 25
        assert 30 <= left <= 35
        assert 15 <= right <= 20
        assert section.different_first_page_header_footer
    font = of_commune().styles["Normal"].font
    assert (font.name, font.size) == ("Times New Roman", Pt(14))


def test_the_letterhead_leaves_open_what_only_the_sender_knows() -> None:
    left, right = of_commune().tables[0].rows[0].cells
    assert left.text.startswith("UBND HUYỆN THỬ\n[CƠ QUAN GÓP Ý]\n")
    assert "V/v góp ý Kế hoạch số 09/KH-UBND ngày 15/12/2022 của UBND xã Mẫu" in left.text
    assert right.text.startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n")
    blanks = [run for cell in (left, right) for one in cell.paragraphs for run in one.runs if run.text.startswith("[")]
    assert len(blanks) >= 5
    assert all(run.font.highlight_color is not None for run in blanks)


@pytest.mark.parametrize("lang", LANGS)
def test_a_remark_has_both_plans_in_full_both_passages_the_year_and_what_would_mend_it(lang: Lang) -> None:
    result = golden()
    for finding in result.findings:
        if finding.rule in ("weaker-target", "late-target", "carve-out") and finding.against is not None:
            text = text_of(opened(render_each(result, lang)[f"{finding.plan}.docx"]))
            for side in (finding.item, finding.against):
                assert result.plan(side.plan).name.say(lang) in text
                assert f"“{side.text}”" in text
            assert finding.suggestion.say(lang) in text
            assert phrases.YEAR.say(lang, year=finding.year) in text


def test_what_is_lacking_stands_with_the_nearest_words() -> None:
    text = text_of(of_commune())
    finding = next(one for one in golden().findings if one.rule == "uncovered-task" and one.nearest)
    assert finding.nearest is not None
    assert finding.against is not None
    assert f"“{finding.against.text}”" in text
    assert f"chưa có nội dung tương ứng; nội dung gần nhất (mục {finding.nearest.id}" in text
    assert f"“{finding.nearest.text}”" in text


def test_codes_and_doubts_are_in_the_margin_alone() -> None:
    document = of_commune()
    notes = [comment.text for comment in document.comments]
    assert any(note.startswith("G1") for note in notes)
    assert "G1" not in text_of(document)
    assert any(phrases.FOR_REVIEWER.vi in note for note in notes)
    assert all(comment.timestamp is None for comment in document.comments)
    assert [comment.comment_id for comment in document.comments] == list(range(len(notes)))


def test_what_the_writer_cannot_mend_is_in_no_letter() -> None:
    result = golden()
    hidden = [one for one in result.findings if result.rules[one.rule].audience == "reviewer"]
    assert len(hidden) >= 3
    for finding in hidden:
        made = render_each(result, "vi")
        if f"{finding.plan}.docx" in made:
            assert finding.message.vi not in text_of(opened(made[f"{finding.plan}.docx"]))
        else:
            assert finding.message.vi in text_of(opened(made[NOTES_NAME]))


def test_numbers_count_on_by_themselves_and_anew_in_each_letter() -> None:
    numbered = opened(render(golden(), "vi")).element.body.iter(qn("w:numId"))
    assert len({one.get(qn("w:val")) for one in numbered}) == len(render_each(golden(), "vi")) - 1


def test_where_there_is_nothing_to_say_it_says_so() -> None:
    assert phrases.NO_LETTER.vi in text_of(opened(render(clean(), "vi")))
    assert render_each(clean(), "vi") == {}


def test_a_finding_that_is_let_stand_is_told_to_the_reviewer_alone() -> None:
    result = golden()
    some = next(one for one in result.findings if one.rule == "late-target")
    waiver = Waiver(some.plan, some.rule, "được đồng ý", "Phòng CCHC", date(2026, 1, 12))
    findings = (msgspec.structs.replace(one, waived=waiver) if one is some else one for one in result.findings)
    document = opened(render(msgspec.structs.replace(result, findings=tuple(findings)), "vi"))
    assert some.suggestion.vi in text_of(opened(render(result, "vi")))
    assert some.suggestion.vi not in text_of(document)
    assert any("được đồng ý; Phòng CCHC, ngày 12/01/2026" in comment.text for comment in document.comments)


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_of_a_plan_acts_or_breaks_the_document(name: str) -> None:
    for lang in LANGS:
        document = opened(render(hostile_result(name), lang))
        assert acts(text_of(document)) == []
        assert len(text_of(document)) < 400_000


def test_no_file_says_when_it_was_made() -> None:
    for data in (render(many(), "vi"), *render_each(golden(), "en").values()):
        with zipfile.ZipFile(BytesIO(data)) as package:
            assert {part.date_time[0] for part in package.infolist()} == {2000}
        about = opened(data).core_properties
        assert {when.year for when in (about.created, about.modified) if when} == {2000}

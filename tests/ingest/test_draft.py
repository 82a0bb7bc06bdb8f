"""What is read otherwise than printed is told: with the item that it stands in, or with the document."""

from __future__ import annotations

from pathlib import Path

from cascade.documents.read import read_document
from cascade.ingest.draft import Draft, read_draft
from cascade.model.doubt import Doubt
from tests.support import domain

PLAN = """ỦY BAN NHÂN DÂN
XÃ MẪU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: l2/KH-UBND
Xã Mẫu, ngày 14 tháng 02 năm 2025

KẾ HOẠCH
Cải cách hành chính nhà nước xã Mẫu năm 2025

Căn cứ Kế hoạch số 4S/KH-UBND ngày 10/01/2025 của UBND huyện Thử về cải cách hành chính năm 2025;

I. MỤC TIÊU

- 9S% hồ sơ thủ tục hành chính được giải quyết đúng hạn.

- 80% hồ sơ được nộp trực tuyến.
"""


def drafted(folder: Path, text: str) -> Draft:
    document = folder / "xa-mau.txt"
    document.write_text(text, encoding="utf-8")
    return read_draft(read_document(document), domain())


def test_a_letter_for_a_digit_is_a_doubt_of_its_item_and_stays_printed(tmp_path: Path) -> None:
    draft = drafted(tmp_path, PLAN)
    wrong, right = (read.item for read in draft.targets)
    told = (Doubt("letters-for-digits", {"printed": "9S%", "read": "95%"}),)
    assert (wrong.value.text, wrong.doubt, right.doubt) == ("95%", told, None)
    assert wrong.text.startswith("9S%")
    assert wrong.confidence is not None
    assert right.confidence is not None
    assert wrong.confidence < right.confidence


def test_a_citation_and_the_head_are_told_too(tmp_path: Path) -> None:
    draft = drafted(tmp_path, PLAN)
    (cited,) = (read.item for read in draft.citations)
    assert (cited.number, bool(cited.doubt), draft.head.number) == ("45/KH-UBND", True, "12/KH-UBND")
    assert [one.facts["printed"] for one in draft.left_out] == ["l2/KH-UBND"]


def test_what_is_printed_well_is_told_nothing(tmp_path: Path) -> None:
    well = PLAN.replace("9S", "95").replace("l2/", "12/").replace("4S/", "45/")
    draft = drafted(tmp_path, well)
    assert (draft.left_out, [read.item.doubt for read in draft.targets]) == ((), [None, None])


def test_fullwidth_signs_and_hyphens_of_print_are_plain_ones(tmp_path: Path) -> None:
    odd = PLAN.replace("9S%", "９５％").replace("l2/KH-UBND", "12/KH\u2011UBND").replace("4S/KH-", "45/KH\u2212")
    draft = drafted(tmp_path, odd)
    assert [read.item.value.text for read in draft.targets] == ["95%", "80%"]
    assert (draft.head.number, draft.citations[0].item.number) == ("12/KH-UBND", "45/KH-UBND")

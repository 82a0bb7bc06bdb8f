"""A clause that holds nothing but a number, or is short, is no task of its own."""

from __future__ import annotations

import pytest

from tests.ingest.made import tasks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cử 02 công chức đi học, có 100% công chức được tập huấn.", 1),
        ("Phấn đấu chỉ số cải cách hành chính của xã năm 2023 xếp loại tốt.", 0),
        ("Bảo đảm đến hết quý II năm 2023, 100% kết quả được số hóa.", 0),
    ],
)
def test_a_number_alone_is_no_task(text: str, found: int) -> None:
    assert len(tasks(text, taken=((0, len(text)),))) == found


@pytest.mark.parametrize(
    "text",
    [
        "Kiểm soát chặt việc ban hành thủ tục mới; đánh giá tác động trước.",
        "Về thể chế của huyện; quản lý đất đai, môi trường và xây dựng.",
    ],
)
def test_what_is_short_beside_a_semicolon_is_no_task_of_its_own(text: str) -> None:
    assert len(tasks(text)) == 1

"""What a task asks, part by part; and which texts name only a topic."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.verdicts.parts import Parts
from tests.answers.made import shipped
from tests.support import domain

PARTS = Parts(domain().wording.general, shipped())


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Trồng cây ven đường", ("Trồng cây ven đường",)),
        ("Trồng cây ven đường, dọn rác kênh mương", ("Trồng cây ven đường", "dọn rác kênh mương")),
        (
            "Kiện toàn tổ công nghệ số; tập huấn cho thành viên",
            ("Kiện toàn tổ công nghệ số", "tập huấn cho thành viên"),
        ),
        ("Sửa quy chế làm việc và mua máy quét", ("Sửa quy chế làm việc", "mua máy quét")),
        # purpose, manner and source are no part of the work
        ("Rà soát thủ tục hành chính nhằm cắt giảm chi phí", ("Rà soát thủ tục hành chính",)),
        ("Số hóa hồ sơ theo Kế hoạch số 12/KH-UBND", ("Số hóa hồ sơ",)),
        # at least one, whatever the text
        ("Tăng cường", ("Tăng cường",)),
        ("", ("",)),
    ],
)
def test_a_task_is_cut_into_what_is_to_be_done(text: str, parts: tuple[str, ...]) -> None:
    assert PARTS.of(text) == parts


def test_a_short_part_is_kept_with_the_one_before_it() -> None:
    parts = " ".join(PARTS.of("Rà soát thủ tục hành chính, lập danh mục"))
    assert "lập danh mục" in parts


WORDS = st.sampled_from(["rà soát", "thủ tục hành chính", ",", "và", ";", "nhằm", "hồ sơ", "12", "của xã", "trồng cây"])


@given(st.lists(WORDS, min_size=1, max_size=8).map(" ".join))
def test_every_part_stands_in_the_text_in_its_order(text: str) -> None:
    place = 0
    for part in PARTS.of(text):
        place = text.index(part, place) + len(part)


@pytest.mark.parametrize(
    ("text", "general"),
    [
        ("Tăng cường công tác cải cách hành chính", True),
        ("Tiếp tục nâng cao chất lượng", True),
        ("  Thực hiện tốt  công tác cải cách", True),
        ("Đẩy mạnh cải cách thủ tục hành chính", True),
        ("Duy trì 2 cuộc họp giao ban", False),  # a number is concrete
        ("Tiếp tục nâng cao chất lượng 2", False),
        ("Tăng cường niêm yết thủ tục", False),  # so is a definite act
        ("Niêm yết thủ tục hành chính", False),  # no general verb opens it
        ("Lập danh mục, tiếp tục rà soát", False),
        ("", False),
    ],
)
def test_a_text_that_holds_nothing_definite_is_general(text: str, general: bool) -> None:
    assert PARTS.is_general(text) is general
    assert PARTS.is_general(unicodedata.normalize("NFD", text)) is general

"""What holds for the head of any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cascade.ingest.heading.head import Head
from cascade.model.text import fold
from tests.ingest.heading.made import AREAS, BASIS, BODY, DATED, TITLE
from tests.ingest.heading.test_head import STATE, head
from tests.support import domain

WORDS = tuple(unit.word for unit in domain().language.units)
PIECES = (
    *(*STATE, *TITLE, *AREAS[:4], *BODY[:4], BASIS, DATED),
    *("ỦY BAN NHÂN DÂN", "UBND HUYỆN THỬ", "XÃ MẪU", "THÀNH PHỐ THỬ", "TỈNH ỦY VÍ DỤ", "SỞ NỘI VỤ TỈNH"),
    *("PHÒNG VĂN HÓA - XÃ HỘI", "Số: 05/KH-UBND", "Số:  /KH-UBND", "GIẤY MỜI", "PHỤ LỤC", "QUYẾT ĐỊNH", "V/v", "ngày"),
    *("Điều 1. Ban hành kèm theo Kế hoạch", "năm 2026, định hướng 2027-2030", "giai đoạn 2030-2021, năm 2025"),
    *("xã", "Huyện Thử Tỉnh Ví Dụ", "xã Mẫu - huyện Thử", "(Kèm theo Kế hoạch số 3/KH-UBND", "đến năm 2030"),
)
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(PIECES), st.lists(st.sampled_from(PIECES), max_size=3).map(" ".join), st.text(max_size=12)
    ),
    max_size=12,
)


def assert_sound(found: Head) -> None:
    for name in found.place:
        assert name.strip()
        assert not any(fold(name).startswith(f"{fold(word)} ") for word in WORDS)
        assert fold(name) not in {fold(word) for word in WORDS}
    if found.period is not None:
        assert found.period.first <= found.period.last
    if found.year is not None:
        assert found.period is not None
        assert found.year in found.period.years()
    assert found.level is None or found.level in domain().levels.ids()
    assert (found.issuer is None) == (found.level is None)


@given(TEXTS)
@example(["SỞ NỘI VỤ TỈNH", "XÃ MẪU"])
def test_a_head_is_sound_whatever_the_text(lines: list[str]) -> None:
    assert_sound(head(*lines))


@given(
    st.sampled_from(["xã", "phường", "thị trấn", "đặc khu"]), st.sampled_from(["Mẫu", "Kiểu Tân", "Y Mẫu", "Ia Mẫu"])
)
def test_a_name_in_capitals_is_the_name_in_small_letters(word: str, name: str) -> None:
    shown = f"{word} {name}"
    upper = head(f"UBND {shown.upper()}", "Số: 05/KH-UBND", *STATE, DATED, *TITLE, BASIS, *BODY)
    lower = head(f"Ủy ban nhân dân {shown}", "Số: 05/KH-UBND", *STATE, DATED, *TITLE, BASIS, *BODY)
    assert upper.issuer == lower.issuer == f"UBND {shown}"
    assert upper.place[0] == name


@pytest.mark.parametrize(
    "piece",
    [
        *("năm 2025 ", "giai đoạn 2021-2025 ", "UBND xã Mẫu ", "ban hành kế hoạch ", "KẾ HOẠCH ", "Số: /", "ngày … "),
        *(
            "thành phố ",
            "( ",
            "tỉnh Ví Dụ - ",
            "_ ",
            ". ",
            "kèm theo ",
            "CỘNG HÒA XÃ HỘI ",
            "2025",
            "ngày 5/1/",
            "- ",
        ),
    ],
)
@pytest.mark.parametrize("lines", [1, 40])
def test_time_grows_with_the_length_of_a_text(piece: str, lines: int) -> None:
    row = piece * (20_000 // len(piece) // lines)
    started = time.process_time()
    assert_sound(head(*[row] * lines))
    assert time.process_time() - started < 3  # a second, on a machine that does other work too

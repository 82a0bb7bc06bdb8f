from __future__ import annotations

import pytest

from cascade.ingest.accents import Accents, lacks_accents
from tests.ingest.made import entry, target, tasks
from tests.support import domain


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Ty le ho so giai quyet dung han", True),
        ("Tỷ lệ hồ sơ giải quyết đúng hạn", False),
        ("Ty le ho so đúng han cua xa", False),
        ("12/KH-UBND", False),
        ("UBND XA MAU", False),
        ("", False),
    ],
)
def test_only_what_has_no_accent_at_all_lacks_them(text: str, lacks: bool) -> None:
    assert lacks_accents(text) is lacks


def test_a_paragraph_typed_without_accents_is_read_with_them_and_quoted_as_printed() -> None:
    given = Accents(domain().phrases).given(entry("Ty le ho so giai quyet dung han dat 98% tro len"))
    passage = given.paragraph.passage
    assert passage.text == "Tỷ lệ hồ sơ giải quyết đúng hạn đạt 98% trở lên"
    assert passage.printed() == "Ty le ho so giai quyet dung han dat 98% tro len"


def test_a_paragraph_with_accents_stays_as_it_is() -> None:
    one = entry("Tỷ lệ hồ sơ giải quyết đúng hạn đạt 98%")
    assert Accents(domain().phrases).given(one) is one


def test_letters_and_numbers_never_change() -> None:
    printed = "Mua 1 may scan va 2 may tinh cho thon Mau 03/KH-UBND"
    passage = Accents(domain().phrases).given(entry(printed)).paragraph.passage
    assert passage.printed() == printed
    assert {"1", "scan", "2", "03/KH-UBND"} <= set(passage.text.split())


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("Ty le ho so giai quyet dung han: 98% tro len", "98%", "tthc.on-time"),
        ("Thoi gian cho doi cua nguoi dan ko qua 20 phut/luot giao dich", "20 phút", "tthc.waiting-time"),
        ("100% can bo, cong chuc su dung thu dien tu cong vu", "100%", "civil.official-email"),
    ],
)
def test_targets_without_accents(text: str, value: str, measure: str) -> None:
    found = target(text)
    assert (found.value.text, found.measure, found.text) == (value, measure, text.rstrip("."))
    assert found.restored is not None


def test_an_exception_without_accents() -> None:
    assert target("96% can bo xa co trinh do dai hoc tro len (tru thon Mot)").exception is not None


def test_tasks_without_accents_keep_their_print() -> None:
    (found,) = tasks("Cong khai ngan sach cua xa theo quy dinh hang nam")
    assert (found.text, found.due) == ("Cong khai ngan sach cua xa theo quy dinh hang nam", "hàng năm")

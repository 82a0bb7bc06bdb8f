from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.model.number import Number, parse_number

CODES = ["KH-UBND", "QĐ-TTg", "NQ-CP", "NĐ-CP", "ĐA-UBND", "BNV-CCHC", "CTr-UBND"]
SPACES = st.text(alphabet=" \t\n\u00a0", max_size=3)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("248/KH-UBND", Number("248", "", "kh-ubnd")),
        ("5158/QĐ-UBND", Number("5158", "", "qd-ubnd")),
        ("108/2020/NĐ-CP", Number("108", "2020", "nd-cp")),
        ("05-NQ/TU", Number("5", "", "nq/tu")),
        ("593-CV/HU", Number("593", "", "cv/hu")),
        ("3759/BNV-CCHC", Number("3759", "", "bnv-cchc")),
        ("Số:  27  /KH-UBND", Number("27", "", "kh-ubnd")),
        ("458/QD- TTg", Number("458", "", "qd-ttg")),
        ("s6 02/KH-UBND", Number("2", "", "kh-ubnd")),
        ("KH số 02", Number("2", "", "kh")),
        ("27/KH–UBND.", Number("27", "", "kh-ubnd")),
        ("02/2021/KH-UBND", Number("2", "2021", "kh-ubnd")),
        ("100/KH-UBND", Number("100", "", "kh-ubnd")),
    ],
)
def test_a_number_is_read_as_it_is_typed(printed: str, expected: Number) -> None:
    assert parse_number(printed) == expected


@pytest.mark.parametrize("printed", ["", "KH-UBND", "02", "Số 02", "/KH-UBND", "Luật 63", "hai/KH-UBND"])
def test_what_is_no_number_gives_none(printed: str) -> None:
    assert parse_number(printed) is None


@st.composite
def typed_numbers(draw: st.DrawFn) -> tuple[str, Number]:
    """A number as somebody types it, and the number that it is."""
    serial, year = draw(st.integers(1, 99999)), draw(st.just("") | st.integers(1990, 2099).map(str))
    kind, issuer = draw(st.sampled_from(CODES)).split("-")
    prefix = draw(st.sampled_from(["", "Số: ", "Số ", "SỐ:", "so. ", "s6 ", "  số  : "]))
    bar, dash = draw(st.sampled_from("ĐđDÐ")), draw(st.sampled_from("-–—"))
    tokens = ["0" * draw(st.integers(0, 4)) + str(serial), *(["/", year] if year else []), "/"]
    tokens += [kind.replace("Đ", bar), dash, issuer]
    typed = prefix + "".join(token + draw(SPACES) for token in tokens)
    typed = unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), typed)
    canonical = Number(str(serial), year, f"{kind}-{issuer}".replace("Đ", "D").lower())
    return draw(st.sampled_from([typed, typed.lower(), typed.upper()])), canonical


@given(typed_numbers())
def test_every_way_of_typing_a_number_is_that_number(case: tuple[str, Number]) -> None:
    typed, number = case
    assert parse_number(typed) == number


@given(st.text(max_size=30))
def test_no_text_makes_the_reader_of_numbers_raise(text: str) -> None:
    found = parse_number(text)
    assert found is None or found.serial.isdigit()


@pytest.mark.parametrize(
    ("printed", "kind", "issuer"),
    [
        ("248/KH-UBND", "kh", "ubnd"),
        ("108/2020/NĐ-CP", "nd", "cp"),
        ("05-NQ/TU", "nq", "tu"),
        ("593-CV/HU", "cv", "hu"),
        ("KH số 02", "kh", ""),
        ("12/QĐ-BCĐ-UBND", "qd", "bcd-ubnd"),
    ],
)
def test_a_number_tells_the_type_of_document_and_its_issuer(printed: str, kind: str, issuer: str) -> None:
    number = parse_number(printed)
    assert number is not None
    assert (number.type_code, number.issuer_code) == (kind, issuer)

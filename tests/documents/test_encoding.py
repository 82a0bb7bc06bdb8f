from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.documents import encoding
from cascade.documents.encoding import decode, is_syllable, repair
from cascade.documents.fault import DocumentError
from cascade.model.doubt import DOUBTS
from cascade.model.text import nfc

PLAN = """Kế hoạch cải cách hành chính của xã Mẫu, huyện Thử năm 2026
- Đến hết năm 2026, ít nhất 90% hồ sơ được tiếp nhận và giải quyết trực tuyến đúng hạn;
- Tỷ lệ hài lòng của người dân, tổ chức đạt tối thiểu 95%, không để xảy ra khiếu nại kéo dài;
+ Cơ quan chủ trì: Văn phòng Ủy ban nhân dân; phối hợp: các đơn vị thuộc huyện.
"""
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text: str) -> bytes:
    out = []
    for char in text:
        bare = unicodedata.normalize("NFD", char)
        out.append(nfc("".join(mark for mark in bare if mark not in _TONES)))
        out += [mark for mark in bare if mark in _TONES]
    return "".join(out).encode("cp1258")


def tcvn3(text: str) -> bytes:
    back = {letter: chr(code) for code, letter in encoding._TCVN3.items()}
    return "".join(back.get(char, char) for char in text).encode("cp1252")


def vni(text: str) -> bytes:
    back: dict[str, str] = {}
    for typed, letter in encoding._VNI.items():
        back.setdefault(letter, typed)
    return "".join(back.get(char, char) for char in text).encode("cp1252")


SMALL = PLAN.replace("Ủy", "ủy")
"""TCVN3 has no accented capitals in its small fonts."""
WIDE = [
    ("utf-8", "utf-8", None),
    ("utf-8-sig", "utf-8-sig", None),
    ("utf-16", "utf-16", "utf-16"),
    ("utf-16-le", "utf-16-le", "utf-16"),
    ("utf-16-be", "utf-16-be", "utf-16"),
    ("utf-32", "utf-32", "utf-32"),
]


@pytest.mark.parametrize(("name", "codec", "note"), WIDE, ids=[name for name, *_ in WIDE])
def test_unicode_encodings(name: str, codec: str, note: str | None) -> None:
    found = decode(PLAN.encode(codec))
    assert found.text == PLAN
    assert found.notes == ((note,) if note else ()), name


def test_utf_16_big_endian_with_mark() -> None:
    assert decode(b"\xfe\xff" + PLAN.encode("utf-16-be")).text == PLAN


@pytest.mark.parametrize(
    ("data", "note", "text"),
    [
        (windows_1258(PLAN), "windows-1258", PLAN),
        (tcvn3(SMALL), "tcvn3", SMALL),
        (vni(PLAN), "vni", PLAN),
    ],
    ids=["windows-1258", "tcvn3", "vni"],
)
def test_old_encodings(data: bytes, note: str, text: str) -> None:
    found = decode(data)
    assert found.text == text
    assert found.notes == (note,)
    assert set(found.notes) <= set(DOUBTS)


@pytest.mark.parametrize(("data", "note"), [(tcvn3(SMALL), "tcvn3"), (vni(SMALL), "vni")], ids=["tcvn3", "vni"])
def test_text_pasted_from_an_old_font_is_restored(data: bytes, note: str) -> None:
    found = decode(data.decode("cp1252").encode())
    assert (found.text, found.notes) == (SMALL, (note,))


def test_only_the_lines_in_an_old_font_are_restored() -> None:
    found = decode((PLAN + tcvn3(SMALL).decode("cp1252") + PLAN).encode())
    assert found.text == PLAN + SMALL + PLAN
    assert found.notes == ("tcvn3",)


def test_text_encoded_twice_is_restored() -> None:
    found = repair(PLAN.encode().decode("latin-1"))
    assert (found.text, found.notes) == (PLAN, ("utf-8-twice",))


def test_capitals_of_tcvn3() -> None:
    old = tcvn3("CộNG HòA Xã HộI\ntM. ủy ban\nTừ Kế").decode("cp1252")
    assert encoding.tcvn3(old) == "CỘNG HÒA XÃ HỘI\ntM. ủy ban\nTừ Kế"


def test_text_in_nfd_becomes_nfc() -> None:
    assert decode(unicodedata.normalize("NFD", PLAN).encode()).text == PLAN


@pytest.mark.parametrize(
    "text",
    [
        "Le préfet a décidé que la réforme était différée à l'été, malgré les réserves exprimées.",
        "Die Behörde prüft die Anträge für das nächste Jahr gemäß den geänderten Maßgaben.",
    ],
)
def test_other_languages_in_old_encodings_are_refused(text: str) -> None:
    with pytest.raises(DocumentError) as caught:
        decode(text.encode("cp1252"))
    assert caught.value.code == "encoding"
    assert str(caught.value.facts["byte"]).isdigit()


@pytest.mark.parametrize("codec", ["shift_jis", "gbk", "koi8-r", "euc-kr"])
def test_other_scripts_are_refused(codec: str) -> None:
    text = {
        "shift_jis": "行政改革の計画",
        "gbk": "行政改革计划方案",
        "koi8-r": "План реформы",
        "euc-kr": "행정 개혁 계획",
    }
    with pytest.raises(DocumentError):
        decode(text[codec].encode(codec) * 5)


def test_a_broken_byte_is_no_reason_to_guess() -> None:
    data = PLAN.encode()
    with pytest.raises(DocumentError) as caught:
        decode(data[:50] + b"\xff" + data[50:])
    assert caught.value.facts["byte"] in ("50", "51")


def test_western_quotes_alone_are_read_as_such() -> None:
    found = decode(b"Ke hoach \x93so 1\x94 \x96 nam 2026")
    assert (found.text, found.notes) == ("Ke hoach “so 1” – nam 2026", ("windows-1252",))


@pytest.mark.parametrize("data", [b"PK\x03\x04abc", b"abc\0def\0gh", bytes(range(32)) * 9])
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        decode(data)
    assert caught.value.code == "not-a-document"
    assert caught.value.message("vi")


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0"])
def test_a_mark_before_a_half_character_is_refused(mark: bytes) -> None:
    with pytest.raises(DocumentError):
        decode(mark + b"a")


@pytest.mark.parametrize(
    "word", ["nghiệp", "Quốc", "gì", "giêng", "thuế", "khuya", "đ", "QĐ", "NĐ", "ưu", "yêu", "quý"]
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["céng", "été", "hoµ", "kiém", "nhiém", "đạch́", "für", "cêu", "thôc", "ngề"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_in_nfc_or_refused(data: bytes) -> None:
    try:
        text = decode(data).text
    except DocumentError as error:
        text = error.message("vi")
    assert unicodedata.is_normalized("NFC", text)
    text.encode()


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậếềểễệốồổỗộớờởỡợứừửữự ,.%0123456789\n", max_size=200))
def test_unicode_text_is_never_changed(text: str) -> None:
    assert decode(text.encode()).text == nfc(text)

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

import msgspec
import pytest
from msgspec import Meta

from cascade.model.bound import Bound, Relation, parse_bound
from cascade.model.plan import Lines, Window
from cascade.model.words import Words
from cascade.reading.decode import Decoder, expected_words
from cascade.reading.yaml_tree import parse_tree
from tests.reading.files import Said, placed, said

KNOWN = {"measures": ["tthc.online-payment", "tthc.on-time"], "levels": [f"cap-{n:02}" for n in range(13)]}


class Leaf(msgspec.Struct, frozen=True):
    """An item of a list."""

    id: str
    size: int | None = None
    note: str | None = msgspec.field(name="with", default=None)


class Mixed(msgspec.Struct, frozen=True):
    """One field of every shape that files have."""

    name: str
    leaves: tuple[Leaf, ...] = ()
    shares: dict[str, float] = {}
    leaf: Leaf | None = None
    measure: Annotated[str, Meta(extra={"known": "measures"})] | None = None
    level: Annotated[str, Meta(extra={"known": "levels"})] | None = None
    area: Annotated[int, Meta(ge=1, le=7)] | None = None
    role: Literal["lead", "coordinating"] = "lead"


def decoder_of(kind: Any, text: str) -> tuple[Any, Decoder]:
    tree = parse_tree(text.encode(), "mau.yaml", Words("", ""))
    assert tree.root is not None
    decoder = Decoder("mau.yaml", KNOWN)
    return decoder.read(kind, tree.root), decoder


def decode(kind: Any, text: str) -> tuple[Any, list[Said]]:
    value, decoder = decoder_of(kind, text)
    return value, said(decoder.faults)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (str, "xã Mẫu", "xã Mẫu"),
        (str, "'  xa\u0303  '", "xã"),
        (str, "2023", "2023"),
        (int, "12", 12),
        (int, "'-3'", -3),
        (bool, "true", True),
        (bool, "False", False),
        (float, "0.350", 0.35),
        (float, "0,35", 0.35),
        (Decimal, "20", Decimal(20)),
        (Decimal, "12,5", Decimal("12.5")),
        (date, "2024-02-29", date(2024, 2, 29)),
        (Bound, "'> 90%'", Bound("> 90%", Relation.ABOVE, Decimal(90), unit="%")),
        (Bound, "5", Bound("5", Relation.AS_GOOD, Decimal(5))),
        (Lines, "12-14", Lines(12, 14)),
        (Lines, "12", Lines(12, 12)),
        (Window, "2021-2025", Window(2021, 2025)),
        (Window, "2022", Window(2022, 2022)),
    ],
)
def test_a_scalar_is_read_as_its_type(kind: Any, text: str, value: object) -> None:
    assert decode(kind, text) == (value, [])


A_DAY = "2021-12-29"
EXPECTED: dict[Any, tuple[str, str]] = {
    str: ("một dòng chữ", "a text"),
    int: ("một số nguyên", "a whole number"),
    bool: ("true hoặc false", "true or false"),
    float: ("một số", "a number"),
    Decimal: ("một số, ví dụ 20", "a number, such as 20"),
    date: (f"một ngày có thật, viết năm-tháng-ngày: {A_DAY}", f"a real date, year-month-day: {A_DAY}"),
    Bound: (
        'một mức: 80%, "> 90%", "= 5", 50-80%, 15 phút, 6 người/100.000 dân, tốt',
        'a bound: 80%, "> 90%", "= 5", 50-80%, 15 phút, 6 người/100.000 dân, tốt',
    ),
    Lines: ("dòng của văn bản nguồn: 12 hoặc 12-14", "lines of the source document: 12 or 12-14"),
    Window: ("một năm hoặc giai đoạn: 2022 hoặc 2021-2025", "a year or period: 2022 or 2021-2025"),
    Leaf: ("các khóa id, size, with", "the keys id, size, with"),
    tuple[str, ...]: ("một danh sách", "a list"),
    dict[str, float]: ("các khóa và giá trị", "keys and values"),
}


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        (str, "' '", " "),
        (str, "null", "null"),
        (str, "[a]", "[…]"),
        (str, "{a: b}", "{…}"),
        (int, "1.5", "1.5"),
        (int, "1_000", "1_000"),
        (int, "٣", "٣"),
        (int, "12345678901", "12345678901"),
        (bool, "yes", "yes"),
        (bool, "1", "1"),
        (float, "nan", "nan"),
        (float, "inf", "inf"),
        (float, "1e9", "1e9"),
        (Decimal, "NaN", "NaN"),
        (Decimal, "1E+999999999", "1E+999999999"),
        (Decimal, "-20", "-20"),
        (Decimal, "20%", "20%"),
        (date, "2023-02-29", "2023-02-29"),
        (date, "29/12/2021", "29/12/2021"),
        (date, "20211229", "20211229"),
        (date, "2021-12-29 10:00:00", "2021-12-29 10:00:00"),
        (Bound, "80-50%", "80-50%"),
        (Bound, "[80%]", "[…]"),
        (Lines, "14-12", "14-12"),
        (Lines, "0", "0"),
        (Window, "20212025", "20212025"),
        (Window, "2025-2021", "2025-2021"),
        (Leaf, "chữ", "chữ"),
        (Leaf, "[a]", "[…]"),
        (tuple[str, ...], "a", "a"),
        (tuple[str, ...], "{a: b}", "{…}"),
        (dict[str, float], "[a]", "[…]"),
    ],
)
def test_a_value_that_cannot_be_read_says_what_was_expected(kind: Any, text: str, found: str) -> None:
    vi, en = EXPECTED[kind]
    value, faults = decode(kind, text)
    assert value is None
    assert faults == [Said(1, 1, "expected", f"ghi «{found}»; cần {vi}", f"found «{found}»; expected {en}")]


def test_what_is_left_out_takes_its_default() -> None:
    assert decode(Mixed, "name: a") == (Mixed(name="a"), [])


def test_null_is_no_value_where_a_value_may_be_left_out() -> None:
    assert decode(Leaf, "{id: a, size: ~, with: null}") == (Leaf(id="a"), [])


def test_a_key_is_read_by_its_name_in_the_file() -> None:
    assert decode(Leaf, "{id: a, with: b}") == (Leaf(id="a", note="b"), [])
    assert [fault.code for fault in decode(Leaf, "{id: a, note: b}")[1]] == ["unknown-key"]


def test_the_nearest_key_is_named_for_an_unknown_one() -> None:
    value, faults = decode(Leaf, "id: a\nsiz: 3\n")
    assert value == Leaf(id="a")
    assert faults == [
        Said(
            2,
            1,
            "unknown-key",
            "khóa «siz» không có ở đây; có phải «size» không?",
            "there is no key «siz» here; did you mean «size»?",
        )
    ]


def test_no_key_is_named_where_none_is_near() -> None:
    assert decode(Leaf, "id: a\nxyz: 3\n")[1] == [
        Said(2, 1, "unknown-key", "khóa «xyz» không có ở đây", "there is no key «xyz» here")
    ]


def test_a_missing_key_is_told_at_the_first_key_of_its_mapping() -> None:
    value, faults = decode(Mixed, "name: a\nleaves:\n  - size: 3\n    with: b\n")
    assert value == Mixed(name="a")
    assert faults == [
        Said(3, 5, "missing-key", "thiếu khóa «id»: cần một dòng chữ", "the key «id» is missing: expected a text")
    ]


def test_of_two_equal_keys_the_first_is_kept_and_the_second_told() -> None:
    value, faults = decode(Leaf, "id: a\nsize: 1\nsize: x\n")
    assert value == Leaf(id="a", size=1)
    assert faults == [
        Said(
            3,
            1,
            "duplicate-key",
            "khóa «size» đã có ở dòng 2; mỗi khóa chỉ ghi một lần",
            "the key «size» was already given on line 2; give each key once",
        )
    ]


def test_a_key_was_already_given_where_it_stands_and_not_its_value() -> None:
    (fault,) = decoder_of(Mixed, "name: a\nleaves:\n\n- id: b\nleaves: []\n")[1].faults
    assert fault.message("en") == "the key «leaves» was already given on line 2; give each key once"


def test_an_unknown_key_given_twice_is_unknown_where_it_first_stands() -> None:
    assert placed(decoder_of(Leaf, "id: a\nxyz: 1\nxyz: 2\n")[1].faults) == [
        (3, 1, "duplicate-key"),
        (2, 1, "unknown-key"),
    ]


def test_a_key_that_is_no_text_is_told() -> None:
    value, faults = decode(Leaf, "id: a\n? [b]\n: c\n")
    assert value == Leaf(id="a")
    assert faults == [Said(2, 3, "key-not-text", "tên khóa phải là chữ", "a key must be text")]


def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert decode(Leaf, "id: a\n<<: {size: 3}\n") == (
        Leaf(id="a"),
        [Said(2, 1, "unknown-key", "khóa «<<» không có ở đây", "there is no key «<<» here")],
    )


def test_a_known_name_is_read() -> None:
    assert decode(Mixed, "{name: a, measure: tthc.on-time}") == (Mixed(name="a", measure="tthc.on-time"), [])


def test_the_valid_names_are_told_where_they_are_few() -> None:
    value, faults = decode(Mixed, "name: a\nmeasure: tthc.ontime\n")
    assert value == Mixed(name="a")
    assert faults == [
        Said(
            2,
            10,
            "expected",
            "ghi «tthc.ontime»; cần tthc.on-time | tthc.online-payment; có phải «tthc.on-time» không?",
            "found «tthc.ontime»; expected tthc.on-time | tthc.online-payment; did you mean «tthc.on-time»?",
        )
    ]


def test_only_the_nearest_name_is_told_where_they_are_many() -> None:
    assert decode(Mixed, "name: a\nlevel: cap-7\n")[1] == [
        Said(
            2,
            8,
            "expected",
            "ghi «cap-7»; cần một tên đã khai báo; có phải «cap-07» không?",
            "found «cap-7»; expected a declared name; did you mean «cap-07»?",
        )
    ]


def test_a_closed_list_tells_its_words() -> None:
    assert decode(Mixed, "name: a\nrole: led\n")[1] == [
        Said(
            2,
            7,
            "expected",
            "ghi «led»; cần lead | coordinating; có phải «lead» không?",
            "found «led»; expected lead | coordinating; did you mean «lead»?",
        )
    ]


@pytest.mark.parametrize("area", [1, 7])
def test_a_number_at_its_limits_is_read(area: int) -> None:
    assert decode(Mixed, f"name: a\narea: {area}\n") == (Mixed(name="a", area=area), [])


@pytest.mark.parametrize("text", ["0", "8", "x", "[1]", "3.0"])
def test_a_number_outside_its_limits_tells_them(text: str) -> None:
    value, faults = decode(Mixed, f"name: a\narea: {text}\n")
    found = "[…]" if text == "[1]" else text
    assert value == Mixed(name="a")
    assert faults == [
        Said(
            2,
            7,
            "expected",
            f"ghi «{found}»; cần một số nguyên từ 1 đến 7",
            f"found «{found}»; expected a whole number from 1 to 7",
        )
    ]


def test_an_unreadable_value_that_may_be_left_out_loses_only_itself() -> None:
    value, faults = decode(Mixed, "name: a\nleaves: [{id: b, size: lớn}]\nshares: {x: 0.5, y: nhiều}\n")
    assert value == Mixed(name="a", leaves=(Leaf(id="b"),), shares={"x": 0.5})
    assert [(fault.line, fault.column) for fault in faults] == [(2, 24), (3, 21)]


def test_an_unreadable_item_loses_only_itself() -> None:
    value, faults = decode(Mixed, "name: a\nleaves:\n- {id: b}\n- chữ\n- {size: 1}\n- {id: c}\n")
    assert value == Mixed(name="a", leaves=(Leaf(id="b"), Leaf(id="c")))
    assert [(fault.line, fault.column, fault.code) for fault in faults] == [
        (4, 3, "expected"),
        (5, 3, "missing-key"),
    ]


def test_an_unreadable_item_does_not_shift_the_places_of_the_next_ones() -> None:
    _, decoder = decoder_of(Mixed, "name: a\nleaves:\n- {size: 1, with: x}\n- {id: b}\n- [x]\n- {id: c, size: 2}\n")
    items = {at[1:]: place for at, place in decoder.places.items() if at[0:1] == ("leaves",) and len(at) > 1}
    assert items == {(0,): (4, 3), (0, "id"): (4, 8), (1,): (6, 3), (1, "id"): (6, 8), (1, "size"): (6, 17)}


def test_an_unreadable_last_item_leaves_no_place() -> None:
    _, decoder = decoder_of(Mixed, "name: a\nleaves:\n- {id: b}\n- {size: 1}\n")
    assert ("leaves", 1) not in decoder.places


def test_every_fault_of_a_file_is_told_in_one_reading() -> None:
    text = "nam: a\nleaves: b\nshares: {x: y}\nleaf: {id: [], sise: 1}\nmeasure: m\nlevel: l\narea: 9\nrole: r\n"
    value, decoder = decoder_of(Mixed, text)
    assert value is None
    assert placed(decoder.faults) == [
        (1, 1, "unknown-key"),
        (1, 1, "missing-key"),
        (2, 9, "expected"),
        (3, 13, "expected"),
        (4, 16, "unknown-key"),
        (4, 12, "expected"),
        (5, 10, "expected"),
        (6, 8, "expected"),
        (7, 7, "expected"),
        (8, 7, "expected"),
    ]


@pytest.mark.parametrize("text", ["name: *x", "name: a\nleaf: *x", "name: a\nleaves: [*x]", "name: a\n*x : 1"])
def test_an_alias_is_not_told_a_second_time(text: str) -> None:
    tree = parse_tree(text.encode(), "mau.yaml", Words("", ""))
    assert [fault.code for fault in tree.faults] == ["alias"]
    assert tree.root is not None
    decoder = Decoder("mau.yaml", KNOWN)
    decoder.read(Mixed, tree.root)
    assert decoder.faults == []


def test_a_fault_at_a_path_that_was_not_read_is_placed_at_what_holds_it() -> None:
    _, decoder = decoder_of(Mixed, "name: a\nleaf:\n  id: b\n")
    decoder.fault(("leaf", "size", "x"), "key-not-text")
    assert placed(decoder.faults) == [(3, 3, "key-not-text")]


@pytest.mark.parametrize(
    ("kind", "vi", "en"),
    [
        (str, "một dòng chữ", "a text"),
        (int | None, "một số nguyên", "a whole number"),
        (Annotated[str, Meta(extra={"expected": Words("một cấp", "a level")})], "một cấp", "a level"),
        (Annotated[int, Meta(ge=1)], "một số nguyên", "a whole number"),
        (Literal["a", "b"], "a | b", "a | b"),
        (tuple[str, ...], "một danh sách", "a list"),
        (Leaf, "các khóa và giá trị", "keys and values"),
    ],
)
def test_what_a_missing_key_should_hold_is_told_in_words(kind: Any, vi: str, en: str) -> None:
    assert expected_words(kind) == Words(vi, en)


def test_a_bound_is_read_as_the_model_reads_it() -> None:
    assert decode(tuple[Bound, ...], "['95,5%', 1.000 hồ sơ]")[0] == (parse_bound("95,5%"), parse_bound("1.000 hồ sơ"))

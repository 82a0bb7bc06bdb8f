from __future__ import annotations

import pytest

from cascade.ingest.heading.units import UnitReader
from tests.ingest.heading.made import BASIS, BODY, DATED, LATER, TITLE, issued_by
from tests.ingest.heading.test_head import head
from tests.support import domain

OF_CITY = BASIS.replace("tỉnh Ví Dụ", "thành phố Giả Định")
NOTHING = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"


@pytest.mark.parametrize(
    ("lines", "issuer", "level", "place"),
    [
        (("UBND TỈNH VÍ DỤ", "SỞ Y TẾ VÀ DÂN SỐ"), "Sở Y tế và Dân số tỉnh Ví Dụ", "province", ("Ví Dụ",)),
        (("UBND TỈNH VÍ DỤ", "SỞ Y TẾ", "VÀ DÂN SỐ"), "Sở Y tế và Dân số tỉnh Ví Dụ", "province", ("Ví Dụ",)),
        (("SỞ NỘI VỤ TỈNH VÍ DỤ",), "Sở Nội vụ tỉnh Ví Dụ", "province", ("Ví Dụ",)),
        (("UBND HUYỆN THỬ", "PHÒNG NỘI VỤ"), "Phòng Nội vụ huyện Thử", "district", ("Thử", "Ví Dụ")),
        (
            ("UBND HUYỆN THỬ", "PHÒNG VĂN HÓA - XÃ HỘI"),
            "Phòng Văn hóa - Xã hội huyện Thử",
            "district",
            ("Thử", "Ví Dụ"),
        ),
        (("UBND XÃ MẪU", "VĂN PHÒNG HĐND VÀ UBND"), "Văn phòng HĐND và UBND xã Mẫu", "commune", ("Mẫu", "Ví Dụ")),
        (("TỈNH ỦY VÍ DỤ",), "Tỉnh ủy Ví Dụ", "province", ("Ví Dụ",)),
        (("HUYỆN ỦY THỬ",), "Huyện ủy Thử", "district", ("Thử", "Ví Dụ")),
        (("ỦY BAN NHÂN DÂN", "THÀNH PHỐ THỬ"), "UBND thành phố Thử", "district", ("Thử", "Ví Dụ")),
        (("ỦY BAN NHÂN DÂN", "THÀNH PHỐ VÍ DỤ"), "UBND thành phố Ví Dụ", "district", ("Ví Dụ", "Ví Dụ")),
        (("ỦY BAN NHÂN DÂN", "THỊ XÃ THỬ"), "UBND thị xã Thử", "district", ("Thử", "Ví Dụ")),
        (("UBND HUYỆN THỬ", "UBND THỊ TRẤN THỬ"), "UBND thị trấn Thử", "commune", ("Thử", "Thử", "Ví Dụ")),
        (("UBND TP. THỬ", "UBND PHƯỜNG KIỂU"), "UBND phường Kiểu", "commune", ("Kiểu", "Thử", "Ví Dụ")),
        (("UBND HUYỆN IA THỬ", "UBND XÃ IA O"), "UBND xã Ia O", "commune", ("Ia O", "Ia Thử", "Ví Dụ")),
        (("ỦY BAN NHÂN DÂN", "HUYỆN KRÔNG THỬ"), "UBND huyện Krông Thử", "district", ("Krông Thử", "Ví Dụ")),
        (("ỦY BAN NHÂN DÂN", "HUYỆN ĐẮK M'THỬ"), "UBND huyện Đắk M'thử", "district", ("Đắk M'thử", "Ví Dụ")),
        (("ỦY BAN NHÂN DÂN", "HUYỆN NĂM MẪU"), "UBND huyện Năm Mẫu", "district", ("Năm Mẫu", "Ví Dụ")),
        (("UBND HUYỆN TÂN-THỬ MẪU",), "UBND huyện Tân-Thử Mẫu", "district", ("Tân-Thử Mẫu", "Ví Dụ")),
    ],
)
def test_who_issues_and_where(lines: tuple[str, ...], issuer: str, level: str, place: tuple[str, ...]) -> None:
    found = issued_by(*lines)
    if level == "commune" and place[1] == "Ví Dụ":
        found = issued_by(*lines, dated=LATER)
    assert (found.issuer, found.level, found.place) == (issuer, level, place)


@pytest.mark.parametrize(
    ("lines", "basis", "level", "place"),
    [
        (("ỦY BAN NHÂN DÂN", "THÀNH PHỐ GIẢ ĐỊNH"), NOTHING, "province", ("Giả Định",)),
        (("ỦY BAN NHÂN DÂN", "QUẬN THỬ"), OF_CITY, "district", ("Thử", "Giả Định")),
        (("ỦY BAN NHÂN DÂN", "QUẬN 1"), OF_CITY, "district", ("1", "Giả Định")),
        (("UBND TỈNH VÍ DỤ - GIẢ ĐỊNH",), NOTHING, "province", ("Ví Dụ - Giả Định",)),
    ],
)
def test_cities_and_what_lies_in_them(lines: tuple[str, ...], basis: str, level: str, place: tuple[str, ...]) -> None:
    found = issued_by(*lines, basis=basis)
    assert (found.level, found.place) == (level, place)


DAMAGED = ("UY BAN NHAN DAN", "XÃ QUANG KHAI Déc 1ap - Tw do - Hanh phc", "S6: 05/KH-UBND")


@pytest.mark.parametrize(
    ("lines", "dated", "level", "place"),
    [
        (("UBND HUYỆN TỨ KỲ",), DATED, "district", ("Tứ Kỳ", "Hải Dương")),
        (("UBND HUYỆN TỨ KỲ", "UBND XÃ QUANG KHẢI"), DATED, "commune", ("Quang Khải", "Tứ Kỳ", "Hải Dương")),
        (("UBND XÃ QUANG KHẢI",), DATED, "commune", ("Quang Khải", "Tứ Kỳ", "Hải Dương")),
        (("UBND XÃ TỨ KỲ",), LATER, "commune", ("Tứ Kỳ", "Hải Phòng")),
        (("UBND XÃ TÂN KỲ",), LATER, "commune", ("Tân Kỳ",)),  # in three provinces
        (("UBND HUYỆN TƯ KỲ",), DATED, "district", ("Tư Kỳ",)),  # no such name
        (("UBND THÀNH PHỐ HẢI DƯƠNG",), DATED, "district", ("Hải Dương", "Hải Dương")),
        (("UBND THÀNH PHỐ HUẾ",), LATER, "province", ("Huế",)),
    ],
)
def test_the_official_lists_tell_what_lies_above_where_the_text_does_not(
    lines: tuple[str, ...], dated: str, level: str, place: tuple[str, ...]
) -> None:
    found = issued_by(*lines, dated=dated, basis=NOTHING)
    assert (found.level, found.place) == (level, place)
    assert any(doubt.code == "no-province" for doubt in found.doubts) == (level != "province" and len(place) == 1)


def test_what_the_text_says_parts_namesakes() -> None:
    basis = BASIS.replace("tỉnh Ví Dụ", "tỉnh Thái Nguyên")
    assert issued_by("UBND XÃ TÂN KỲ", dated=LATER, basis=basis).place == ("Tân Kỳ", "Thái Nguyên")


def test_a_unit_that_has_gone_from_the_lists_keeps_its_name_below_a_district_that_is_there() -> None:
    found = issued_by("UBND HUYỆN TỨ KỲ", "UBND XÃ MẪU", basis=NOTHING)
    assert found.place == ("Mẫu", "Tứ Kỳ", "Hải Dương")


def test_a_damaged_name_is_the_one_of_its_letters_in_the_unit_above() -> None:
    basis = BASIS.replace("tỉnh Ví Dụ", "huyện Tứ Kỳ, tỉnh Hải Dương")
    found = head(*DAMAGED, "Mau, ngay 0 5 thang 01 nam 2023", *TITLE, basis, *BODY)
    assert (found.issuer, found.place) == ("UBND xã Quang Khải", ("Quang Khải", "Tứ Kỳ", "Hải Dương"))


@pytest.mark.parametrize("unit", ["XÃ MẪU TÂN KIỂU", "PHƯỜNG 5", "ĐẶC KHU MẪU", "XÃ Y MẪU"])
def test_since_the_district_level_ended_a_province_is_above_a_commune(unit: str) -> None:
    former = f"{BASIS} Quyết định số 9/QĐ-UBND ngày 01/01/2022 của UBND huyện Thử;"
    found = issued_by("ỦY BAN NHÂN DÂN", unit, dated=LATER, basis=former)
    assert (found.level, found.place[1:]) == ("commune", ("Ví Dụ",))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("UBND huyện Thử, tỉnh Ví Dụ", ["huyện Thử", "tỉnh Ví Dụ"]),
        ("Huyện ủy Thử và Đảng ủy xã Mẫu", ["huyện Thử", "xã Mẫu"]),
        ("phát triển kinh tế - Xã Hội; tỉnh ủy, huyện ủy", []),
        ("trên địa bàn xã Uy Mẫu", ["xã Uy Mẫu"]),
        ("của tỉnh Ví Dụ - Giả Định năm 2023", ["tỉnh Ví Dụ - Giả Định"]),
        ("UBND xã Mẫu - Chủ tịch", ["xã Mẫu"]),
    ],
)
def test_units_in_running_text(text: str, names: list[str]) -> None:
    assert [unit.shown for unit in UnitReader(domain()).named(text)] == names

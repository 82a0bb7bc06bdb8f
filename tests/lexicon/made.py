"""A small table of invented units: two provinces that became one, and a city that was a province for a while."""

from __future__ import annotations

from cascade.lexicon.units import Units

ROWS = """\
# Invented.
valid||2024-12-31
03|tỉnh|Kinh Đô||03
valid||2025-06-30
01|tỉnh|Ví Dụ||01
02|tỉnh|Giả Định||01
001|huyện|Thử|01
002|huyện|Đông Thử|01
003|huyện|Động Thử|02
004|thành phố|Ví Dụ|01
005|huyện|Đảo Mẫu|02|00009
006|quận|Nội|03
00001|xã|Mẫu|001|00001
00002|xã|Mậu|001|00001,00003
00003|xã|Mẫu|003|00003
00004|thị trấn|Thử|001|00001
00005|phường|09|004|00003
00006|phường|Hoà Mẫu|006|00006
00007|xã|Ven|002|00003
00008|xã|Bờ|003|00003
valid|2025-01-01|2025-06-30
03|thành phố|Kinh Đô||03
valid|2025-07-01|
01|tỉnh|Ví Dụ
03|thành phố|Kinh Đô
00001|xã|Thử|01
00003|xã|Động Thử|01
00006|phường|Hòa Mẫu|03
00009|đặc khu|Đảo Mẫu|01
"""
TABLE = ROWS.replace("|", "\t")
MADE = Units(lambda: TABLE)

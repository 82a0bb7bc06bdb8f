"""Telling a report that cascade saved earlier from every other file, by how it begins."""

from __future__ import annotations

import re
from pathlib import Path

REPORT_SUFFIXES = frozenset(("", ".txt", ".json", ".mmd", ".mermaid", ".dot", ".gv"))
"""The extensions, in small letters, that a saved report has."""
_HEAD = 4096  # bytes within which every report shows what it is
_BEGINNINGS = re.compile(
    r"""\A(?:
      \{\s*"format":\s*"cascade-[a-z]+/\d+"                                      # any report in JSON
    | \{\s*"\$schema":\s*"[^"]+",\s*"title":\s*"(?:plan|cascade-[a-z]+)/\d+"      # a schema
    | (?:Kiểm\ tra\ kế\ hoạch\ (?:cải\ cách\ hành\ chính|theo\ căn\ cứ)\n\n
         (?:Các\ kế\ hoạch\ và\ căn\ cứ|CHƯA\ ĐỐI\ CHIẾU:)
      |Check\ of\ (?:administrative-reform\ plans|plans\ against\ those\ they\ carry\ out)\n\n
         (?:The\ plans\ and\ what\ they\ carry\ out|NOT\ COMPARED:))           # an audit of before
    | KIỂM\ TRA\ KẾ\ HOẠCH\ THEO\ CĂN\ CỨ(?:\ ·\ [\d-]+)?\n\n
         (?:CHƯA\ ĐỐI\ CHIẾU:|KHÔNG\ ĐỌC\ ĐƯỢC\n|\d+\ kế\ hoạch)
    | CHECK\ OF\ PLANS\ AGAINST\ THEIR\ BASIS(?:\ ·\ [\d-]+)?\n\n
         (?:NOT\ COMPARED:|COULD\ NOT\ BE\ READ\n|\d+\ plans)
    | (?:THỐNG\ KÊ\ THỰC\ HIỆN\ KẾ\ HOẠCH\ CẤP\ TRÊN|HOW\ PLANS\ ABOVE\ ARE\ CARRIED\ OUT)\n\n
    | Đối\ chiếu\ [^\0]{1,800}?\ với\s[^\0]{1,800}?\n\n(?:Chỉ\ tiêu|Targets)\n    # a comparison
    | [^\n]{1,800}\n[^\n]{1,400}\ →\ [^\n]{1,400}\n\n                             # one item explained
         (?:Giao\ cho|Không\ giao|Chưa\ rõ|Asked\ of|Not\ asked|Not\ clear)
    | [^\0]{1,800}?\sbeside\s[^\0]{1,800}?\n\nTargets\n
    | [^\n]{1,300}\ chưa\ nối\ được\ với\ kế\ hoạch\ cấp\ trên\ nào\ trong\ hồ\ sơ;
    | [^\n]{1,300}\ is\ not\ linked\ to\ any\ plan\ above\ it\ on\ file;
    | \ [a-z0-9-]+\ \ [^\0]{1,800}?\[(?:đủ\ nội\ dung|chỉ\ có\ một\ phần|chỉ\ biết\ qua\ viện\ dẫn
      |full\ text\ on\ file|excerpt\ only|known\ from\ citations\ only)\]\n       # the tree of plans
    | flowchart\ BT\n
    | digraph\ cascade\ \{\n
    | (?:Chỉ\ tiêu|Targets)\n[a-z]+(?:-[a-z]+)+\ \ +\S                            # the list of rules
    | [a-z]+(?:-[a-z]+)+\ ·\ [^\n]+\n\n(?:Phạm\ vi\ xét|Looks\ at)\n              # one rule
    )""",
    re.VERBOSE,
)


def is_report(path: Path) -> bool:
    """Whether the file at `path` is a report of ours; a file that cannot be read is none."""
    if path.suffix.lower() not in REPORT_SUFFIXES or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return begins_as_report(file.read(_HEAD))
    except OSError:
        return False


def begins_as_report(head: bytes) -> bool:
    """Whether these first bytes of a file are those of a report of ours, with any line ends."""
    text = head[:_HEAD].decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    return _BEGINNINGS.match(text) is not None


def is_untouched_report(path: Path) -> bool:
    """Whether the file at `path` is a report of ours in which nobody has written since, so that it may be replaced."""
    return is_report(path)

"""Plan files of the readers' tests: one that is whole, the ways to change it, and what reading it says."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from cascade.reading.decode import Known
from cascade.reading.fault import Fault
from cascade.reading.plans import PlanRead, read_plan

HEAD = """\
schema: plan/1
title: CCHC năm 2023
type: KH
level: commune
issuer: UBND xã Mẫu
place: [Mẫu, Thử, Ví Dụ]
period: 2021-2025
content: full
review: reviewed
"""
"""The nine lines that every plan has; what a test adds begins on line 10."""

KNOWN: Known = {
    "levels": ("central", "province", "district", "commune"),
    "measures": {"tthc.online-payment": 1, "tthc.waiting-time": 2},
    "document-types": ("KH", "QĐ"),
}


class Said(NamedTuple):
    """A fault as its reader sees it."""

    line: int
    column: int
    code: str
    vi: str
    en: str


def read(text: str | bytes, name: str = "xa-mau-2023.yaml") -> PlanRead:
    """The plan that a file of this text and name gives."""
    return read_plan(Path(name), name, KNOWN, text.encode() if isinstance(text, str) else text)


def changed(old: str, new: str) -> str:
    """The plan that is whole with one of its lines changed."""
    assert HEAD.count(old) == 1
    return HEAD.replace(old, new)


def said(faults: Iterable[Fault]) -> list[Said]:
    """Faults in order, in both languages."""
    return [Said(fault.line, fault.column, fault.code, fault.message("vi"), fault.message("en")) for fault in faults]


def placed(faults: Iterable[Fault]) -> list[tuple[int, int, str]]:
    """Faults in order, without their words."""
    return [(fault.line, fault.column, fault.code) for fault in faults]

"""Document numbers (số hiệu): one canonical form for the many ways in which one number is typed.

A number alone never identifies a document: every UBND restarts at 1 each January (docs/domain.md).
"""

from __future__ import annotations

import re

import msgspec

from cascade.model.text import fold

_TYPED = re.compile(r"^([a-z]{2,3})so0*(\d+)$")
_PARTS = re.compile(r"^0*(\d+(?:\.\d+)?[a-d]?)((?:/\d{4})?)[/-](.+)$")
_CODES = re.compile(r"[-/]")


class Number(msgspec.Struct, frozen=True):
    """A document number taken apart: `248/KH-UBND` is serial 248, code KH-UBND, no year."""

    serial: str
    year: str
    code: str

    @property
    def type_code(self) -> str:
        """The code of the document's type as folded text: `kh` of 248/KH-UBND, `nq` of 05-NQ/TU."""
        return _CODES.split(self.code, maxsplit=1)[0]

    @property
    def issuer_code(self) -> str:
        """The code of the issuer as folded text: `ubnd` of 248/KH-UBND; empty where none is printed."""
        return "".join(_CODES.split(self.code, maxsplit=1)[1:])


def parse_number(printed: str) -> Number | None:
    """The number in canonical form (`Số:  27  /KH-UBND` and `27/KH-UBND` are one), or None.

    `KH số 02` is read too; its code holds the type alone.
    """
    text = fold(printed)
    text = re.sub(r"^\s*(so|s6)\b\s*[:.]?\s*", "", text)
    text = re.sub(r"\s+", "", text)
    text = re.sub(r"[–—]", "-", text)
    typed = _TYPED.match(text)
    if typed:
        return Number(typed[2], "", typed[1])
    found = _PARTS.match(text)
    if not found:
        return None
    return Number(found[1], found[2].strip("/"), found[3].strip("-/."))

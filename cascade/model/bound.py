"""The bound of a target: what its words permit, before the measure says which way is better.

A bound is written as a person would write it (docs/contracts.md, `value`): `80%`, `"> 90%"`, `"= 5"`,
`50-80%`, `15 phút`, `tốt`. Numbers take a decimal comma or point; a point before exactly three
digits groups thousands, as in Vietnamese print. A ratio names its base: `6 người/100.000 dân`, `15‰`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum

import msgspec

from cascade.model.text import fold, nfc

_NUMBER = r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,5}(?:,[0-9]{1,9})?|[0-9]{1,18}(?:[.,][0-9]{1,9})?"
BASE = r"1(?:0{2,6}|0{0,2}(?:\.000){1,2})"
"""The number that a ratio counts per, as it is printed: a power of ten, from a hundred to a million."""
PER_THOUSAND = "‰"
SIGNS = ("%", PER_THOUSAND)
"""Units that stand right behind their number."""
_WORDS = r"[^\d\s<>=%-][^<>=%\d]*"
_BOUND = re.compile(
    rf"^(?P<sign>>=|<=|>|<|=|≥|≤)?\s*(?P<low>{_NUMBER})\s*(?P<percent>%)?"
    rf"(?:\s*(?:-|–|—|đến)\s*(?P<high>{_NUMBER}))?\s*"
    rf"(?P<unit>%|(?:[^\d\s<>=%/-][^<>=%\d/]*)?/\s*{BASE}\s+{_WORDS}|{_WORDS})?$"
)
_GRADE = re.compile(r"^[^\W\d_]+(?: [^\W\d_]+){0,5}$")
_THOUSANDS = re.compile(r"^[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?$")


LONGEST = 100  # characters; no bound is longer


class Relation(Enum):
    """How a bound's number binds, as printed."""

    AS_GOOD = ""  # at least as good as the number, whichever way is better
    ABOVE = ">"
    BELOW = "<"
    AT_LEAST = ">="
    AT_MOST = "<="
    EXACTLY = "="


class Bound(msgspec.Struct, frozen=True):
    """One bound. Either `low` (with `high` for a range) or `grade` is set, never both.

    `text` is the bound as written; `unit` is `%`, `phút`, `hạng`, … or None where none is written.
    """

    text: str
    relation: Relation = Relation.AS_GOOD
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    grade: str | None = None

    def __str__(self) -> str:
        return self.text


class BadBoundError(ValueError):
    """The text is no bound."""


def parse_bound(text: str) -> Bound:
    """The bound that `text` writes; raises `BadBoundError` where it writes none, or an empty range."""
    text = " ".join(nfc(str(text)).split())
    if len(text) > LONGEST:
        raise BadBoundError(text[:LONGEST])
    found = _BOUND.match(text)
    if found:
        relation = Relation({"≥": ">=", "≤": "<="}.get(found["sign"] or "", found["sign"] or ""))
        low, high = number(found["low"]), number(found["high"]) if found["high"] else None
        if high is not None and (high < low or relation is not Relation.AS_GOOD):
            raise BadBoundError(text)
        if found["percent"] and found["unit"] and (high is None or found["unit"] != "%"):
            raise BadBoundError(text)  # words after the unit could say anything: "80% trở xuống"
        unit = "%" if "%" in text else (found["unit"] or "").strip() or None
        return Bound(text, relation, low, high, unit)
    if _GRADE.match(text):
        return Bound(text, grade=text)
    raise BadBoundError(text)


def number(text: str) -> Decimal:
    """A printed number: `95,5` and `95.5` are 95.5, `1.000` is 1000, `0.500` is a half."""
    if _THOUSANDS.match(text):
        text = text.replace(".", "")
    return Decimal(text.replace(",", "."))


def same_unit(one: str | None, other: str | None) -> bool:
    """Whether two written units are one unit; a unit left out is the measure's own."""
    return one is None or other is None or one == other or fold(one) == fold(other)


def in_unit(value: str, unit: str | None) -> str:
    """A printed number with its unit: a sign, or "/1.000 trẻ", stands right behind it, words after a space."""
    if not unit:
        return value
    return f"{value}{unit}" if unit.startswith((*SIGNS, "/")) else f"{value} {unit}"


def plain(value: Decimal) -> str:
    """`value` as Vietnamese prints it: decimal comma, no idle zeros."""
    text = f"{value.normalize():f}"
    return text.replace(".", ",")

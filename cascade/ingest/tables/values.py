"""What a cell of values says: bounds with their units, each perhaps of one tier of bodies."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from cascade.ingest.tables.columns import TIERS, tier_named
from cascade.lexicon.quantities import APART
from cascade.model.phrases import Phrases
from cascade.model.text import any_of

_SIGNS = {"≥": "at_least", ">=": "at_least", "≤": "at_most", "<=": "at_most", ">": "above", "<": "below", "=": "="}
_NUMBER = r"\d+(?:[.,]\d+)*"
_TO = r"\s*%?\s*(?:-|–|—|đến)\s*"
_APART = re.compile(rf"{APART}(?:,\d+)? ?%?")
_LONGEST = 160  # characters; a longer cell is prose


class Value(msgspec.Struct, frozen=True):
    """One value of a cell: a number, range or grade as a plan file writes it, its unit as printed, how it
    binds (a name of `bounds` in rules/reading.yaml, `=`, or nothing), the tier that the cell names, and the cell as it
    is printed where the digits of its one number stand apart."""

    number: str
    unit: str = ""
    relation: str = ""
    tier: str | None = None
    apart: str = ""


def values_of(text: str, phrases: Phrases) -> tuple[Value, ...]:
    """The values that a cell says and nothing besides; none where it says anything else."""
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST:
        return ()
    if _APART.fullmatch(text):
        return tuple(msgspec.structs.replace(one, apart=text) for one in values_of(text.replace(" ", ""), phrases))
    reader = _patterns(_key(phrases))
    rank = reader.rank.fullmatch(text)
    if rank:
        return (Value(rank["number"].lstrip("0") or "0", "hạng"),)
    grade = reader.grade.fullmatch(text)
    if grade:
        return (Value(grade["grade"].lower()),)
    found: list[Value] = []
    at = 0
    while at < len(text):
        one = reader.value.match(text, at)
        if one is None:
            return ()
        tier = one["tier"] or one["behind"]
        named = tier_named(tier, phrases.columns) if tier else None
        found.append(Value(re.sub(_TO, "-", one["number"]), one["unit"] or "", _relation(one, reader), named))
        at = one.end()
    return tuple(found) if len(found) == 1 or all(one.tier for one in found) else ()


def is_quantity(text: str, phrases: Phrases) -> bool:
    """Whether a cell holds values with numbers."""
    return any(map(str.isdigit, text)) and bool(values_of(text, phrases))


def _relation(one: re.Match[str], reader: _Patterns) -> str:
    after = reader.names.get((one["after"] or "").lower(), "")
    bound = " ".join((one["bound"] or "").lower().split())
    before = _SIGNS.get(bound) or reader.names.get(bound, "")
    return after if before in ("", "at_least") and after else before


class _Patterns(msgspec.Struct, frozen=True):
    value: re.Pattern[str]
    rank: re.Pattern[str]
    grade: re.Pattern[str]
    names: dict[str, str]


_Key = tuple[tuple[tuple[str, tuple[str, ...]], ...], tuple[str, ...], tuple[str, ...]]


def _key(phrases: Phrases) -> _Key:
    tiers = tuple(phrase for tier in TIERS for phrase in phrases.columns.get(tier, ()))
    return tuple((name, tuple(found)) for name, found in phrases.bounds.items()), tuple(phrases.grades), tiers


@lru_cache(maxsize=8)
def _patterns(key: _Key) -> _Patterns:
    bounds, grades, tiers = key
    names = {phrase.lower(): name for name, found in bounds for phrase in found}
    after = [phrase for phrase in names if "trở" in phrase]
    before = any_of([*(phrase for phrase in names if "trở" not in phrase), *_SIGNS, "đạt"])
    tier = any_of(tiers or ("cấp",))
    value = (
        rf"\W{{0,3}}?(?:(?P<tier>{tier})\s*[:\-–]?\s+)?(?:đạt\s+)?(?P<bound>{before})?\s*"
        rf"(?P<number>{_NUMBER}(?:{_TO}{_NUMBER})?)\s*"
        rf"(?P<unit>%|(?!(?:{tier}|trở)(?!\w))[^\W\d_]+(?:\s(?!(?:{tier}|trở)(?!\w))[^\W\d_]+){{0,2}}(?:/[^\W\d_]+)?)?"
        rf"(?:\s+(?P<after>{any_of(after or ['trở lên'])}))?"
        rf"(?:\s*(?:\(\s*|đối với\s+|ở\s+)?(?P<behind>{tier})\s*\)?)?\s*(?:[;,.]\s*|$|(?=\s)|(?<=\s)|(?<=\)))"
    )
    rank = (
        r"(?:(?:xếp|đứng|trong|thuộc|vào|đạt)\s+)?(?:từ\s+)?(?:(?:thứ|hạng|vị trí|nhóm|top|tốp|đầu)\s+)+"
        r"(?P<number>\d{1,3})(?:/\d+)?(?:\s+trở lên)?\W*"
    )
    grade = rf"(?:(?:đạt|xếp)\s+)?(?:(?:loại|mức|hạng|từ)\s+)*(?P<grade>{any_of(grades)})(?:\s+trở lên)?\W*"
    return _Patterns(re.compile(value, re.I), re.compile(rank, re.I), re.compile(grade, re.I), names)

"""The header of an appendix table: which column holds what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec

from cascade.model.text import any_of, fold

TEXTS = ("target", "objective", "duty", "task", "activity")
"""Columns that say what is to be reached or done, the widest first."""
TIERS = ("province", "district", "commune")
"""Columns that hold the values of one tier of bodies."""
_VALUES = {"value", *TIERS}
VALUED = re.compile(r"^(?:(?P<year>20\d\d)|value)?\s?(?P<tier>province|district|commune)?(?P<by> by)?$")
"""The field of a column of values: its year, its tier, or both ("2025 commune"), `by` where it is reached by that year
and not in it."""
Columns = Mapping[str, Sequence[str]]
_NUMBERING = re.compile(r"^\s*(?:\(?\d{1,2}\s*[.):]|[IVX]{1,4}\s*[.):])\s*")
_ASIDE = re.compile(r"\([^()]*\)")
_YEAR = re.compile(r"(?<![\d-])((?:19|20)\d\d)(?![\d-])")
_YEARLY = {"target", "objective", "unit", "product", "value"}
_IN_YEAR = re.compile(r"(?:\bnăm\s+)?(?<![\d-])(?:19|20)\d\d(?![\d-])", re.IGNORECASE)
_UNTIL = re.compile(r"(?<!\w)đến\s+(?:(?:hết|cuối)\s+)?năm(?!\w)", re.IGNORECASE)
_COVERED = 0.6  # the share of a cell's letters that its phrase must take up for the cell to be sure


class Header(msgspec.Struct, frozen=True):
    """The field of each column, and the index of the first row below the header."""

    fields: tuple[str, ...]
    end: int


def field_of(text: str, columns: Columns) -> tuple[str, float] | None:
    """What the column under a header cell holds, and the share of the cell's letters that say so.

    The longest phrase decides; where a cell names those who lead and those who take part, the
    first of the two. A year ("Kế hoạch năm 2026") is its own field.
    """
    bare = " ".join(_ASIDE.sub(" ", _NUMBERING.sub("", text)).split())
    folded = fold(bare)
    letters = sum(map(str.isalnum, folded))
    if not letters:
        return None
    wanted = _COVERED * sum(map(str.isalnum, _IN_YEAR.sub("", bare)))
    found = sorted(
        (one for one in _found(folded, columns) if one[0] not in _VALUES or one[1] >= wanted),
        key=lambda one: (-one[1], one[2]),
    )
    years = _YEAR.findall(bare)
    if len(years) == 1 and found and found[0][0] in TIERS:
        return f"{years[0]} {found[0][0]}", 1.0
    if len(years) == 1 and (not found or found[0][0] in _YEARLY):
        return years[0], 1.0
    if not found:
        return None
    bodies = sorted((one for one in found if one[0] in ("lead", "with")), key=lambda one: one[2])
    best = bodies[0] if found[0][0] in ("lead", "with") and bodies else found[0]
    return best[0], min(1.0, best[1] / letters)


def _found(folded: str, columns: Columns) -> Iterator[tuple[str, int, int]]:
    """Fields with a phrase in a header cell: the field, the letters of its longest phrase, where it begins."""
    for field, pattern in _header_patterns(columns):
        matches = [(sum(map(str.isalnum, match[0])), -match.start()) for match in pattern.finditer(folded)]
        if matches:
            length, start = max(matches)
            yield field, length, -start


def tier_named(text: str, columns: Columns) -> str | None:
    """The tier that words name and little besides ("- Cấp xã")."""
    found = field_of(text.strip(" -–+•*:().;,"), {tier: columns.get(tier, ()) for tier in TIERS})
    return found[0] if found and found[0] in TIERS else None


def without_values(columns: Columns) -> Columns:
    """The columns but those of values, whose words stand in prose too often to tell a header."""
    return {field: phrases for field, phrases in columns.items() if field not in _VALUES}


def _header_patterns(columns: Columns) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """For each field the pattern of its phrases, without accents."""
    return _patterns(tuple((field, tuple(phrases)) for field, phrases in columns.items()))


@lru_cache(maxsize=8)
def _patterns(columns: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((field, re.compile(rf"(?<!\w)(?:{any_of(map(fold, phrases))})(?!\w)")) for field, phrases in columns)


def resolved(fields: Sequence[str]) -> tuple[str, ...]:
    """The fields of a whole header: beside activities, a column of tasks holds the duties that they serve."""
    known = list(fields)
    if "activity" in known and "duty" not in known:
        known = ["duty" if field == "task" else field for field in known]
    return tuple(known)


def header_of(rows: Sequence[Sequence[str]], columns: Columns) -> Header | None:
    """The header among a table's rows of cell texts; it may take up two rows."""
    for index, row in enumerate(rows[:8]):
        if _is_header(row, columns):
            end = index + 1
            while end < len(rows) and end - index < 3 and _goes_on(rows[end - 1], rows[end], columns):
                end += 1
            return Header(_fields(rows[index:end], columns), end)
    return None


def _is_header(row: Sequence[str], columns: Columns) -> bool:
    sure = {
        found[0] for text in row if len(text) <= 120 and (found := field_of(text, columns)) and found[1] >= _COVERED
    }
    if len({field for field in sure if not VALUED.match(field)} - {"note"}) < 2 and not sure.intersection(TEXTS):
        return False
    return len(sure - {"note"}) >= 2 and len(sure) >= min(3, len({text for text in row if text.strip()}) // 2)


def _goes_on(above: Sequence[str], row: Sequence[str], columns: Columns) -> bool:
    """Whether a row is the second one of a header: each cell is the one above or names a column."""
    own = [text for text, over in zip(row, above, strict=False) if text.strip() and text != over]
    return bool(own) and all(
        len(text) <= 60 and (found := field_of(text, columns)) and found[1] >= _COVERED for text in own
    )


def _fields(rows: Sequence[Sequence[str]], columns: Columns) -> tuple[str, ...]:
    """The field of each column: what the lowest cell that says anything says."""
    fields: list[str] = []
    for place in range(len(rows[0])):
        texts = [row[place] for row in rows if place < len(row) and row[place].strip()]
        found = [one[0] for text in reversed(texts) if (one := field_of(text, columns))]
        if len(found) > 1 and (both := _year_and_tier(found)):
            found = [both]
        if found and (match := VALUED.match(found[0])) and match["year"] and any(map(_UNTIL.search, texts)):
            found = [f"{found[0]} by"]
        fields.append(found[0] if found else " ".join(" ".join(texts).lower().split()))
    return resolved(fields)


def _year_and_tier(found: Sequence[str]) -> str:
    """The field of a column under a year and a tier, whichever stands above; empty where one of them is missing."""
    matches = [match for field in found if (match := VALUED.match(field))]
    year = next((match["year"] for match in matches if match["year"]), "")
    tier = next((match["tier"] for match in matches if match["tier"]), "")
    return f"{year} {tier}" if year and tier else ""

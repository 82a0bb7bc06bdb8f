"""What stands out in the words of a flattened table: headers, labels, row numbers, area headings, its end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

import msgspec

from cascade.ingest.flattened.words import Gap, Run
from cascade.ingest.tables.columns import TEXTS, Columns, field_of, resolved, without_values
from cascade.lexicon.vocabulary import Vocabulary
from cascade.model.domain import Domain
from cascade.model.text import any_of, fold, roman

ASSIGNED = ("product", "lead", "with", "due")
USUAL = ("number", "objective", "duty", "activity", "product", "lead", "with", "due", "funding")
"""The columns of a table whose labels show that it is one and whose header is lost."""


class Mark(msgspec.Struct, frozen=True):
    """Words that are no cell's own, or that begin one: `start` to `end` among the words of the run.

    `field` and `label`: of a label ("3.7: Hoạt động 7:"); `label` and `area`: of an area heading;
    `number`: of a row.
    """

    start: int
    end: int
    field: str = ""
    label: str = ""
    area: int | None = None
    number: tuple[int, ...] = ()


class HeaderMark(msgspec.Struct, frozen=True):
    """A header row: its words and the columns it names."""

    start: int
    end: int
    fields: tuple[str, ...]


# --- headers --------------------------------------------------------------------------------------

_NUMBERING = re.compile(r"\(?\d{1,2}\)?\s+")
_BLANKS = re.compile(r"\s+")
_ASIDE = re.compile(r"\([^()]{1,60}\)\s*")
_UNKNOWN = re.compile(r"[^\W\d_]+\s*")
_BEFORE_YEAR = ("value", "past", "target", "objective", "product")
"""Columns whose words may stand before a year ("Kế hoạch 2026", "Ước thực hiện năm 2025")."""
_MOST = 70  # words of a header


class _Words(msgspec.Struct, frozen=True):
    """What a header is made of: the names of columns, and years with the words before them."""

    names: re.Pattern[str]
    year: re.Pattern[str]

    @classmethod
    def of(cls, columns: Columns) -> _Words:
        names = [_plain(phrase) for phrases in without_values(columns).values() for phrase in phrases]
        before = [_plain(phrase) for field in _BEFORE_YEAR for phrase in columns.get(field, ())]
        return cls(
            re.compile(rf"(?:{any_of(names)})(?!\w)\s*"),
            re.compile(rf"(?:(?:{any_of(before)})\s+)?(?:nam\s+)?(?P<year>(?:19|20)\d\d)(?!\w)\s*"),
        )


def headers(run: Run, columns: Columns) -> list[HeaderMark]:
    """Every header row, the numbers under its columns included."""
    words = _Words.of(columns)
    found: list[HeaderMark] = []
    at = 0
    while at < len(run):
        begins = run.gaps[at] is not Gap.NONE and not run.words[at].read.isdecimal()
        header = _header(run, at, words, columns) if begins else None
        if header is None:
            at += 1
            continue
        found.append(header)
        at = header.end
    return found


def _plain(phrase: str) -> str:
    return " ".join(re.sub(r"[^\w()]", " ", fold(phrase)).split())


def _header(run: Run, first: int, words: _Words, columns: Columns) -> HeaderMark | None:
    fields: list[str] = []
    whole: tuple[str, ...] = ()
    offset, end, unknown = run.folds[first], first, 0
    stop = run.folds[first + _MOST] if first + _MOST < len(run) else len(run.folded)
    while offset < stop:
        offset = _skip(run.folded, offset)
        year = words.year.match(run.folded, offset)
        found = None if year else words.names.match(run.folded, offset)
        field = (field_of(found[0], columns) or ("", 0.0))[0] if found else ""
        if field and field not in fields[:-1] and (_capital(run, offset) or fields[-1:] == [field]):
            fields.append(field)
        elif year and fields:
            fields.append(year["year"])
        else:
            word = _UNKNOWN.match(run.folded, offset)
            unknown += 1
            if word is None or unknown > 3 or not fields or not _capital(run, offset):
                break
            offset = word.end()
            continue
        unknown = 0
        match = found or year
        offset = match.end() if match else offset
        at = run.word_after(offset)
        if at >= len(run) or run.gaps[at] is not Gap.NONE:
            end, whole = at, tuple(dict.fromkeys(fields))
    if not _is_header(whole):
        return None
    return HeaderMark(first, _ordinals(run, end, len(whole)), resolved(whole))


def _skip(text: str, offset: int) -> int:
    """Behind the blanks, numbering and asides at an offset."""
    while offset < len(text):
        found = _BLANKS.match(text, offset) or _ASIDE.match(text, offset)
        found = found or _NUMBERING.match(text, offset)
        if found is None:
            break
        offset = found.end()
    return offset


def _capital(run: Run, offset: int) -> bool:
    """Whether what begins at an offset of the folded words is printed with a capital."""
    at = bisect_right(run.folds, offset) - 1
    return run.words[at].read[offset - run.folds[at] :][:1].isupper()


def _is_header(fields: Sequence[str]) -> bool:
    years = sum(field.isdecimal() for field in fields)
    assigned = sum(field in ASSIGNED for field in fields)
    return len(fields) >= 3 and any(field in TEXTS for field in fields) and (assigned >= 1 or years >= 2)


def _ordinals(run: Run, at: int, columns: int) -> int:
    """Behind the numbers under the columns, (1) (2) (3) …, where a header has them."""
    expected, here = 1, at
    while here < len(run) and run.words[here].read.strip("()[].,") == str(expected):
        expected += 1
        here += 1
    return here if expected > 3 and expected >= columns else at


# --- labels ---------------------------------------------------------------------------------------


def labels(run: Run, columns: Columns) -> list[Mark]:
    """Labels that name their column: "1.2. Mục tiêu 2:", "3.8.Hoạt động 8:", "1.6 Mục tiêu 6"."""
    phrases = {_plain(phrase): field for field in TEXTS for phrase in columns.get(field, ())}
    pattern = re.compile(
        rf"(?<!\S)(?P<label>\d{{1,2}} \d{{1,2}})\s+(?P<kind>{any_of(phrases)})\s+(?P<number>\d{{1,2}})(?!\w)"
        rf"|(?<!\S)(?P<only>{any_of(phrases)})\s+(?P<single>\d{{1,2}})(?!\w)"
    )
    found = []
    for match in pattern.finditer(run.folded):
        start = run.word_after(match.start())
        kind, label = match["kind"] or match["only"], match["label"]
        if start >= len(run) or run.folds[start] != match.start():
            continue
        end = run.word_after(match.end())
        colon = run.words[end - 1].read.endswith((":", ".")) or run.words[min(end, len(run) - 1)].read == ":"
        if label is None and (run.gaps[start] is Gap.NONE or not colon):
            continue
        found.append(Mark(start, end, phrases[" ".join(kind.split())], (label or match["single"]).replace(" ", ".")))
    return found


# --- area headings and the end --------------------------------------------------------------------

_ROMAN = re.compile(r"^(?P<label>(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3}))\s*[.):/-]?$")
_SIGNED = re.compile(r"^(?:TM|KT|TL|TUQ)\.?\s|^(?:CHỦ TỊCH|PHÓ CHỦ TỊCH)$")
_ENDS = {"recipients", "organisation", "funding", "results", "purpose", "appendix"}
_LONGEST = 30  # words of a heading


def headings(run: Run, vocabulary: Vocabulary, start: int, end: int, begun: Iterable[int]) -> list[Mark]:
    """Area headings ("II Cải cách thủ tục hành chính"): a Roman number, the next one or before an area's name.

    `begun`: where labels and numbers begin, with which a heading ends.
    """
    stops = sorted(begun)
    found: list[Mark] = []
    last = 0
    for at in range(start, end - 1):
        match = _ROMAN.match(run.words[at].read) if run.gaps[at] is not Gap.NONE else None
        if match is None or not run.words[at + 1].read[:1].isupper() or run.gaps[at + 1] is Gap.PAGE:
            continue
        stop = _heading_end(run, at, min(end, at + _LONGEST), stops)
        title = run.text(at + 1, stop)
        area, value = vocabulary.area_of(title), roman(match["label"])
        if value == last + 1 or (area is not None and value > last):
            found.append(Mark(at, stop, label=match["label"], area=area))
            last = value
    return found


def _heading_end(run: Run, at: int, end: int, stops: Sequence[int]) -> int:
    """A heading goes on over a line end only in small letters or, where it is in capitals, in capitals."""
    here = run.line_end(at)
    loud = run.text(at, here).isupper()
    place = bisect_right(stops, at)
    stop = stops[place] if place < len(stops) else end
    while here < min(end, stop) and run.gaps[here] is Gap.LINE:
        line = run.text(here, run.line_end(here))
        if not (line.isupper() if loud else line[:1].islower()):
            break
        here = run.line_end(here)
    return min(here, stop)


def table_end(run: Run, domain: Domain, vocabulary: Vocabulary, start: int, end: int) -> int:
    """Where the document goes on behind a table: recipients, signature, a letterhead, the next part."""
    letterhead = re.compile(any_of(fold(phrase) for phrase in domain.phrases.letterhead))
    for at in range(start, end):
        if run.gaps[at] is Gap.NONE:
            continue
        line = run.text(at, run.line_end(at))
        if _SIGNED.match(line) or letterhead.match(fold(line)) or _is_part(line, vocabulary):
            return at
    return end


def _is_part(line: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is the heading of a part of the document that is no table."""
    found = re.match(r"^(?:(?P<roman>[IVX]{1,4})[.)/]?\s+)?(?P<title>.+)$", line)
    title = found["title"] if found else line
    kind = vocabulary.kind_of(title)
    if kind == "recipients":
        return fold(title).startswith("noi nhan")
    loud = title.isupper() or (found is not None and found["roman"] is not None and title[:1].isupper())
    return loud and kind in _ENDS and len(line.split()) <= 12 and vocabulary.area_of(title) is None


# --- row numbers ----------------------------------------------------------------------------------

_NUMBER = re.compile(r"^(?P<number>\d{1,3}(?:\.\d{1,2}){0,2})[.)]?$")


def numbers(
    run: Run, start: int, end: int, fresh: Iterable[int], *, labelled: Iterable[int], breaks: Iterable[int]
) -> list[Mark]:
    """Row numbers: the longest run of rising numbers at the beginnings of lines.

    `fresh`: where counting may begin again (area headings end there); `labelled`: where labels begin;
    `breaks`: where headers begin, before which a number may be that of the page.
    """
    labels_at, breaks_at = set(labelled), set(breaks)
    found = [
        (mark, weight)
        for at in range(start, end)
        if run.gaps[at] is not Gap.NONE and at not in labels_at
        for mark, weight in [_number(run, at, labels_at, breaks_at)]
        if mark is not None
    ]
    return _chain(found, sorted(fresh))


def _number(run: Run, at: int, labels_at: set[int], breaks_at: set[int]) -> tuple[Mark | None, float]:
    match = _NUMBER.match(run.words[at].read)
    if match is None:
        return None, 0.0
    number = tuple(int(part) for part in match["number"].split("."))
    after = at + 1
    if after >= len(run) or after in breaks_at:
        return Mark(at, after, number=number), -1.5
    alone = run.gaps[after] is not Gap.NONE
    following = run.words[after].read
    begins = (
        following.lstrip('“"(-+')[:1].isupper() or after in labels_at or bool(re.match(r"\d+(?:,\d+)?%", following))
    )
    if not begins and not alone:
        return None, 0.0
    return Mark(at, after, number=number), (0.5 if begins else 0.0) + (0.3 if after in labels_at else 0.0)


def _chain(found: Sequence[tuple[Mark, float]], fresh: Sequence[int]) -> list[Mark]:
    """The heaviest chain of numbers each of which follows the one before it."""
    best: list[tuple[float, int]] = []
    for place, (mark, weight) in enumerate(found):
        score, before = (1.0 if mark.number[-1] == 1 else 0.0), -1
        for earlier in range(max(0, place - 60), place):
            other = found[earlier][0]
            renewed = any(other.start < at <= mark.start for at in fresh)
            step = _step(other.number, mark.number, renewed=renewed)
            if step is not None and best[earlier][0] + step > score:
                score, before = best[earlier][0] + step, earlier
        best.append((score + weight, before))
    chain: list[Mark] = []
    at = max(range(len(best)), key=lambda place: best[place][0], default=-1)
    while at >= 0:
        chain.append(found[at][0])
        at = best[at][1]
    return chain[::-1]


def _step(before: tuple[int, ...], after: tuple[int, ...], *, renewed: bool) -> float | None:
    """How well a number follows another; None where it cannot."""
    if renewed and after[-1] == 1:
        return 2.0
    depth = len(after)
    if depth == len(before) + 1:
        return 2.0 if after[:-1] == before and after[-1] == 1 else None
    if depth <= len(before):
        head, last = before[: depth - 1], before[depth - 1]
        if after[:-1] == head and after[-1] > last:
            gap = after[-1] - last - 1
            return 2.0 if not gap else max(0.1, 1.0 - 0.2 * gap)
    return None

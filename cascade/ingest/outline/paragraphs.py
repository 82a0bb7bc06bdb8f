"""Lines to paragraphs: where a paragraph begins, and the marker (`II.`, `2.1.`, `a)`, `-`) that it begins with.

Print wraps paragraphs over lines, and a PDF puts blank lines anywhere; so neither a line break nor
a blank line ends a paragraph. A marker begins one; so does a capital letter after a line that
stops short of the margin or ends a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import pairwise

import msgspec

from cascade.lexicon.passage import Passage, Word
from cascade.model.domain import Domain
from cascade.model.text import LOWER, any_of


class Style(IntEnum):
    """Styles of markers, in the order in which documents usually nest them."""

    PART = 0
    CHAPTER = 1
    CAPITAL = 2
    ROMAN = 3
    ARTICLE = 4
    ARABIC = 5
    DECIMAL = 6
    PAREN = 7
    LETTER = 8
    NAMED = 9
    STAR = 10
    DASH = 11
    PLUS = 12


class Marker(msgspec.Struct, frozen=True):
    """What numbers a paragraph. `label`: as a person would cite it (`II`, `2.1`, `a`); empty for a dash."""

    style: Style
    label: str = ""
    depth: int = 0  # of a decimal number: 2.1 is 2, 2.1.3 is 3


class Paragraph(msgspec.Struct, frozen=True):
    """One paragraph without its marker."""

    passage: Passage
    marker: Marker | None = None

    @property
    def text(self) -> str:
        """The paragraph's words as read."""
        return self.passage.text


BULLETS = (Style.STAR, Style.DASH, Style.PLUS)
_NUMERAL = r"(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})"
_ORDINAL = r"(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám)"
_GOES_ON = rf"(?=[^\W\d_{LOWER}]|[“\"(]|[a-zà-ỹđ]{{2,}}\s|\d{{1,3}}(?:,\d+)?\s*%)"
_MARKERS: tuple[tuple[Style, re.Pattern[str]], ...] = (
    (
        Style.PART,
        re.compile(rf"^(?:phần)\s+(?P<label>(?:thứ\s+)?{_ORDINAL}|{_NUMERAL}|\d{{1,2}})(?!\w)\s*[.:)]?\s*", re.I),
    ),
    (Style.CHAPTER, re.compile(rf"^(?:chương|mục)\s+(?P<label>{_NUMERAL}|\d{{1,2}})\s*(?:[.:]\s*|$)", re.I)),
    (Style.ARTICLE, re.compile(r"^điều\s+(?P<label>\d{1,2})\s*[.:]\s*", re.I)),
    (Style.ROMAN, re.compile(r"^(?P<label>(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3}))\s*(?!/(?:[vV]\b|\d))[.)/:-]+\s*(?=\S)")),
    (Style.CAPITAL, re.compile(rf"^(?P<label>[A-HĐ])\s*[.)/]\s*(?=[^\W\d_{LOWER}][^\W\d_.)]*\s)")),
    (
        Style.DECIMAL,
        re.compile(r"^(?P<label>\d{1,2}(?:\.\d{1,2}){1,3})(?:\s*[.:)]*|[-–](?=\s))\s*(?=[^\W\d_]|[“\"(*])"),
    ),
    (
        Style.ARABIC,
        re.compile(rf"^(?P<label>\d{{1,2}})(?:\s*(?:\.[.)]*|/(?=\s))\s*{_GOES_ON}|[-–]\s+(?=[^\W\d_{LOWER}]))"),
    ),
    (Style.PAREN, re.compile(rf"^\(?(?P<label>\d{{1,2}})\s*\)[.)]*\s*{_GOES_ON}")),
    (Style.LETTER, re.compile(r"^(?P<label>[a-zđ])\s*(?:\)\s*\.?|\.)\s*(?=\S)")),
    (
        Style.NAMED,
        re.compile(
            rf"^(?:nhóm\s+)?(?:nhiệm vụ|giải pháp|dự án)\s+(?:số\s+)?(?P<label>\d{{1,2}})\s*[.:)]\s*{_GOES_ON}", re.I
        ),
    ),
    (Style.STAR, re.compile(r"^[*•●▪■◆❖➢►✓✔]+\s*(?=\S)")),
    (Style.DASH, re.compile(r"^(?:[-–—−=]+>|[→➔➜⇒])\s*(?=\S)|^[-–—−]+\s*(?=[^\W\d_]|[“\"(]|\d)")),
    (Style.PLUS, re.compile(r"^[+○◦]\s*(?=\S)")),
)
_SPECK = re.compile(r"^[’'‘`´.,:;|]+\s*(?=[-+]\s*\S)")
_ENDED = re.compile(r"(?:[.;:!?…]|\./)[”\"’)»]*$|/\s*$")
_BROKEN_OFF = re.compile(r",$|[^\W_][-/]$")
_NO_WORD = re.compile(r"^(?:[*•●▪■◆❖➢►✓✔○◦→➔➜⇒]|[-–—−=]+>)")  # what no wrapped line begins with
_PAGE_NUMBER = re.compile(r"^[-–—\s]*(?:trang\s+)?(?P<page>\d{1,3})(?:\s*/\s*\d{1,3})?[-–—\s]*$", re.I)
_LONGEST = 3000  # characters
_PAGE = 12  # so many lines a printed page has at least
_RUNNING = 100  # a running header or footer is no longer
_GOES_ON_IN = re.compile(r"(?:\w*[A-ZĐ]\w*[A-ZĐ]\w*(?!\w)|\d+(?:,\d+)?\s*%)")
"""What a sentence may go on with at the beginning of a line: an abbreviation, a percentage."""
_NUMBER, _SERIAL = "số", re.compile(r"\d{1,5}[a-d]?(?!\d|\s*%)")
_SHARE = re.compile(r"[-–+]\s+\d{1,3}(?:,\d+)?\s*%")  # how an item begins, and a range goes on only behind a number
_NUMBER_BEFORE = re.compile(r"(?:(?<!\d)\d{1,3}|%)$")
_NO_NAME = re.compile(rf"[^\W\d_]+\s+[{LOWER}]")  # a unit's name goes on in capitals
_YEAR_GOES_ON = re.compile(r"^[-–—]?\s*\d{4}\b")


def marker_of(text: str) -> tuple[Marker, int] | None:
    """The marker that `text` begins with and where the words after it begin; None where there is none."""
    speck = _SPECK.match(text)
    offset = speck.end() if speck else 0
    for style, pattern in _MARKERS:
        found = pattern.match(text[offset:])
        if found and found.end():
            label = " ".join((found.groupdict().get("label") or "").split())
            depth = label.count(".") + 1 if style is Style.DECIMAL else 0
            return Marker(style, label, depth), offset + found.end()
    return None


def paragraphs(lines: Iterable[Sequence[Word]], domain: Domain) -> tuple[Paragraph, ...]:
    """The paragraphs of a run of lines, blank lines among them. After a phrase of `dangling` none ends."""
    rows = _without_running([tuple(line) for line in lines])
    splitter = _Splitter(_width(rows), _Joints.of(domain), spaced=_spaced(rows))
    return tuple(part for group in splitter.groups(rows) for part in _bounded(_paragraph(group)))


def _without_running(rows: Sequence[tuple[Word, ...]]) -> list[tuple[Word, ...]]:
    """The lines without page numbers and the running headers and footers beside them.

    Page numbers are alone on their lines, rise one by one and stand a page apart; what repeats beside
    at least two of them is a running line.
    """
    filled = [index for index, row in enumerate(rows) if row]
    numbers = _page_numbers(rows, filled)
    beside: dict[str, list[int]] = {}
    for position in numbers:
        for near in (position - 1, position + 1):
            if 0 <= near < len(filled) and _length(rows[filled[near]]) <= _RUNNING:
                beside.setdefault(_read(rows[filled[near]]), []).append(near)
    repeated = [near for places in beside.values() if len(places) >= 2 for near in places]
    dropped = {filled[position] for position in (*numbers, *repeated)}
    return [row for index, row in enumerate(rows) if index not in dropped]


def _page_numbers(rows: Sequence[tuple[Word, ...]], filled: Sequence[int]) -> list[int]:
    """Which of the filled lines are page numbers."""
    found = []
    for position, index in enumerate(filled):
        match = _PAGE_NUMBER.match(_read(rows[index])) if len(rows[index]) <= 4 else None
        if match:
            found.append((position, int(match["page"])))
    kept: set[int] = set()
    for (at, page), (after, following) in pairwise(found):
        if following == page + 1 and after - at >= _PAGE:
            kept |= {at, after}
    return sorted(kept)


def _width(rows: Sequence[Sequence[Word]]) -> int:
    """How long a line that reaches the margin is, in characters."""
    lengths = sorted(_length(row) for row in rows if row)
    return lengths[(len(lengths) * 9) // 10] if lengths else 0


def _spaced(rows: Sequence[Sequence[Word]]) -> bool:
    """Whether blank lines part the paragraphs: nearly every marker has one before it, and few other lines do."""
    filled = [
        (marker_of(_read(row)) is not None, index == 0 or not rows[index - 1]) for index, row in enumerate(rows) if row
    ]
    marked = [blank for numbered, blank in filled if numbered]
    plain = [blank for numbered, blank in filled if not numbered]
    return len(marked) >= 10 and sum(marked) >= 0.9 * len(marked) and sum(plain) <= 0.4 * len(plain)


def _length(row: Sequence[Word]) -> int:
    return sum(len(word.printed) + 1 for word in row)


def _read(row: Sequence[Word]) -> str:
    return " ".join(word.read for word in row)


def paragraphs_as_lines(lines: Iterable[Sequence[Word]]) -> tuple[Paragraph, ...]:
    """The paragraphs of a format that keeps them apart: one a line."""
    return tuple(part for line in lines if line for part in _bounded(_paragraph([tuple(line)])))


def _bounded(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The paragraph, cut at ends of sentences where it is longer than any that a person writes: what reads it takes
    time with the square of its length."""
    words = paragraph.passage.words
    if sum(len(word.read) + 1 for word in words) <= _LONGEST:
        yield paragraph
        return
    first, length = 0, 0
    for at, word in enumerate(words):
        length += len(word.read) + 1
        if length > _LONGEST or (length > _LONGEST // 2 and word.read.endswith((".", ";"))):
            yield Paragraph(Passage(words[first : at + 1]), None if first else paragraph.marker)
            first, length = at + 1, 0
    if first < len(words):
        yield Paragraph(Passage(words[first:]))


def _is_open(line: str) -> bool:
    """Whether a bracket that a line opens is still open at its end."""
    return line.rfind("(") > line.rfind(")")


class _Joints(msgspec.Struct, frozen=True):
    """What a paragraph cannot end with (`dangling`), the words of units among them (`units`), what begins a
    paragraph rather than a unit's name (`begins`), a line that only names a body or says who does what stands before
    it (`label`), and how a sentence begins that tells a deed (`deed`)."""

    dangling: frozenset[str]
    units: frozenset[str]
    begins: re.Pattern[str]
    label: re.Pattern[str]
    deed: re.Pattern[str]

    @classmethod
    def of(cls, domain: Domain) -> _Joints:
        phrases = domain.phrases
        bodies = phrases.starters.get("agency", ())
        labels = any_of(phrase for name in ("lead", "with") for phrase in phrases.columns.get(name, ()))
        begins = any_of([*phrases.verbs, *bodies])
        return cls(
            frozenset(phrases.dangling),
            frozenset(unit.word.lower() for unit in domain.language.units),
            re.compile(rf"(?:{begins})(?!\w)", re.IGNORECASE),
            re.compile(rf"(?:{any_of(bodies)})(?!\w)[^.:]{{0,100}}:$|(?:{labels})\s*:", re.IGNORECASE),
            re.compile(rf"(?:{any_of([*phrases.verbs, *phrases.hedges])})(?!\w)", re.IGNORECASE),
        )

    def goes_on(self, before: str, text: str, *, blank: bool = False) -> bool:
        """Whether a line ends with what cannot end a paragraph: a comma, a word broken off, or one that wants
        another. The word of a unit wants its name, which no deed and no agency is."""
        words = before.lower().split()
        last = next((one for one in (" ".join(words[-2:]), *words[-1:]) if one in self.dangling), None)
        if last in self.units and (self.begins.match(text) or (blank and _NO_NAME.match(text))):
            return False
        if last == _NUMBER and not _SERIAL.match(text):  # "chính quyền số" is no word for a number
            return False
        return last is not None or bool(_BROKEN_OFF.search(before)) or _is_open(before)


class _Splitter:
    """Decides where paragraphs begin. `width`: how long a line that reaches the margin is; `spaced`:
    whether blank lines stand between paragraphs and nowhere else."""

    def __init__(self, width: int, joints: _Joints, *, spaced: bool) -> None:
        self.width, self.joints, self.spaced = width, joints, spaced

    def groups(self, rows: Sequence[Sequence[Word]]) -> Iterator[list[Sequence[Word]]]:
        """The lines of each paragraph."""
        group: list[Sequence[Word]] = []
        blank = False
        for row in rows:
            if not row:
                blank = True
                continue
            if group and self._begins(group, row, blank=blank):
                yield group
                group = []
            group.append(row)
            blank = False
        if group:
            yield group

    def _begins(self, group: list[Sequence[Word]], row: Sequence[Word], *, blank: bool) -> bool:
        """Whether `row` begins a new paragraph after the lines of `group`."""
        before, text = _read(group[-1]), _read(row)
        ended = bool(_ENDED.search(before)) and not _is_open(before)
        short = _length(group[-1]) < 0.75 * self.width
        marked = marker_of(text)
        if marked is not None:
            listed = marker_of(_read(group[0])) if marked[0].style is Style.PLUS else None
            if _NO_WORD.match(text) or (listed is not None and listed[0].style in BULLETS):
                return True
            short = short or (
                self.joints.deed.match(text[marked[1] :]) is not None and not self.joints.goes_on(before, text)
            )
            return _marks(marked[0], before, text, ended=ended, short=short, blank=blank)
        if self.spaced and not blank:
            closes = _length(group[-1]) < 0.6 * self.width and not self.joints.goes_on(before, text)
            return closes and text.lstrip("“\"'‘(*")[:1].isupper()
        first = text.lstrip("“\"'‘(*")[:1]
        if ended:
            labels = first.isupper() and self.joints.label.match(text) is not None
            return labels or self._after_end(group, first, before, blank=blank, short=short)
        goes_on = first.islower() or (first.isdigit() and not short) or self.joints.goes_on(before, text, blank=blank)
        return short and not goes_on and (blank or not self._is_unfinished(group, text))

    def _is_unfinished(self, group: list[Sequence[Word]], text: str) -> bool:
        """Whether an item of a list, or a sentence with a number, wants the words of the line behind it: it tells a
        deed or has only begun to say of what its number is, and no body's name begins there."""
        if not _GOES_ON_IN.match(text):
            return False
        found = marker_of(_read(group[0]))
        said = " ".join(map(_read, group))[found[1] if found else 0 :]
        if said.isupper() or self.joints.begins.match(text):
            return False
        heads = found is not None and found[0].style <= Style.DECIMAL and text[0].isdigit()
        return said.rstrip().endswith("%") or (self.joints.deed.match(said) is not None and not heads)

    def _after_end(self, group: list[Sequence[Word]], first: str, before: str, *, blank: bool, short: bool) -> bool:
        """Whether a paragraph begins after a line that ends a sentence: in a list item the next sentence goes on."""
        if first.islower():
            return before.endswith((":", "./.")) and short
        tight = not blank and _length(group[-1]) >= 0.85 * self.width and before.endswith(".")
        return not (tight and marker_of(_read(group[0])) is not None)


def _marks(marker: Marker, before: str, text: str, *, ended: bool, short: bool, blank: bool) -> bool:
    """Whether what looks like a marker is one here, and not a word that happens to begin a line."""
    if marker.style in (Style.CAPITAL, *BULLETS):
        if _YEAR_GOES_ON.match(text) and before[-1:].isdigit():
            return False
        return ended or short or blank or bool(_SHARE.match(text) and not _NUMBER_BEFORE.search(before))
    if marker.style is Style.LETTER and not ended and not short:
        return ")" in text[:4]
    if marker.style is Style.PAREN and not (ended or short):
        return False
    if marker.style is Style.ARABIC and not (ended or short):
        return blank or before.isupper()
    return True


def _paragraph(group: list[Sequence[Word]]) -> Paragraph:
    words = [word for row in group for word in row]
    found = marker_of(_read(group[0]))
    if found is None:
        return Paragraph(Passage(tuple(words)))
    marker, end = found
    rest = _without(words, end)
    return Paragraph(Passage(tuple(rest)), marker) if rest else Paragraph(Passage(tuple(words)), marker)


def _without(words: list[Word], count: int) -> list[Word]:
    """The words without the first `count` characters as read."""
    for index, word in enumerate(words):
        if count <= 0:
            return words[index:]
        if count < len(word.read):
            cut = word.read[count:]
            printed = word.printed[-len(cut) :] if word.printed.endswith(cut) else word.printed
            return [Word(printed, cut, word.line), *words[index + 1 :]]
        count -= len(word.read) + 1
    return []

"""Reads pictures of pages: Tesseract tells the words, the picture itself shows the ruling lines."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import warnings
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from itertools import pairwise
from math import atan, degrees
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from cascade.documents.document import Document
from cascade.documents.fault import DocumentError
from cascade.documents.layout import Page, Rule, Rules, Word, rows_of
from cascade.documents.pages import document_of
from cascade.documents.program import run
from cascade.documents.ruled import grids_of, tables_of
from cascade.documents.watch import page_read
from cascade.model.limits import limits

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_SIDE = 20_000
MOST_PIXELS = 100_000_000
"""The longest side and the size of a picture that is still decoded, in pixels."""
SECONDS = 120
"""How long one page may take."""

_KINDS = ("PNG", "JPEG", "TIFF")
_DPI = 300.0
_A4 = 842.0  # points, the long side of a page whose picture tells no resolution
_INK = 140  # darker is ink
_LONG = 0.4  # inches: longer than any stroke of a letter
_SHORT = 0.26  # inches: the side of a row with one line, a ruling line if both its ends meet one
_NEAR = 8  # pixels; ends this near a ruling line meet it
_THICK = 14  # pixels; thicker is no ruling line

_DOUBTFUL = 15.0  # of 100; what Tesseract is less sure of may be dirt
_CROOKED = 0.002  # a picture whose ruling lines fall more steeply is turned upright
_NARROW = 60.0  # points; columns up to this width hold row numbers and figures
_FRAME = 60  # pixels of white that are put around such a column
_FIGURE = re.compile(r"[<>≥≤]?\d[\d.,/%]*|[IVXLC]{1,5}\.?")
_AUTOMATIC, _ONE_COLUMN, _ONE_BLOCK = "3", "4", "6"  # how Tesseract splits a page

Picture = tuple[int, "Image", float]
"""A page's number, its picture in grey and its resolution in dots per inch."""


def read_image(data: bytes, name: str) -> Document:
    """A scanned picture (PNG, JPEG, or TIFF with one or more pages) as a document.

    Raises DocumentError: damaged, picture-too-large, too-many-pages, needs-tesseract, needs-vietnamese,
    ocr-failed, ocr-timeout.
    """
    pages = list(recognised(_pictures(data)))
    return document_of(name, data, "scan", pages, ["read-by-ocr"])


def recognised(pictures: Iterable[Picture], total: int | None = None) -> Iterator[Page]:
    """Pages read by OCR, several at a time, in the order in which they come; `total`: how many, where it is known."""
    for done, page in enumerate(_recognised(pictures), start=1):
        page_read(done, total)
        yield page


def _recognised(pictures: Iterable[Picture]) -> Iterator[Page]:
    program = _tesseract()
    workers = os.cpu_count() or 1
    with ThreadPoolExecutor(workers) as pool:
        waiting: deque[Future[Page]] = deque()
        try:
            for picture in pictures:
                waiting.append(pool.submit(_read_page, program, *picture))
                if len(waiting) > workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


@cache
def _tesseract() -> str:
    """Where Tesseract is."""
    program = shutil.which("tesseract")
    if program is None:
        raise DocumentError("needs-tesseract")
    if b"vie" not in run([program, "--list-langs"], SECONDS).out.split():
        raise DocumentError("needs-vietnamese")
    return program


def _pictures(data: bytes) -> Iterator[Picture]:
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            file = Image.open(io.BytesIO(data), formats=_KINDS)
        with file:
            count = getattr(file, "n_frames", 1)
            if count > limits().pages:
                raise DocumentError("too-many-pages", pages=str(count), most=str(limits().pages))
            for index in range(count):
                file.seek(index)
                _check_size(*file.size)
                yield index + 1, _grey(file), _resolution(file)
    except UnidentifiedImageError as error:
        raise DocumentError("damaged", part="PNG, JPEG, TIFF") from error
    except Image.DecompressionBombError as error:
        raise DocumentError("picture-too-large", size="".join(re.findall(r"\d+", str(error))[:1])) from error
    except (OSError, ValueError, SyntaxError) as error:
        raise DocumentError("damaged", part="PNG, JPEG, TIFF") from error


def _check_size(width: int, height: int) -> None:
    if max(width, height) > LONGEST_SIDE or width * height > MOST_PIXELS:
        raise DocumentError("picture-too-large", size=f"{width} × {height}")


def _grey(file: Image) -> Image:
    """The picture in grey, upright, on white where it is transparent."""
    from PIL import Image, ImageOps

    picture = ImageOps.exif_transpose(file)
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        picture = Image.new("RGBA", clear.size, "white")
        picture.alpha_composite(clear)
    return picture.convert("L")


def _resolution(file: Image) -> float:
    dpi = float(file.info.get("dpi", (0.0, 0.0))[0])
    return dpi if 100 <= dpi <= 1200 else max(file.size) / _A4 * 72


def _read_page(program: str, number: int, picture: Image, dpi: float) -> Page:
    from PIL.Image import Resampling

    reader = _Reader(program, number, dpi)
    runs = _Runs(picture, dpi)
    if abs(tilt := runs.tilt()) > _CROOKED:
        runs = _Runs(picture.rotate(degrees(atan(tilt)), Resampling.BICUBIC, fillcolor=255), dpi)
    found = reader.page(runs)
    scale, slope = 72 / dpi, _slope(found)
    words = [_placed(mark, slope, scale) for mark in found]
    tables, rest = tables_of(words, runs.rules(slope, scale), number)
    for table in tables:
        table.by_ocr = True
    return Page(number, picture.width * scale, picture.height * scale, rows_of(rest), tables, by_ocr=True)


class _Reader(NamedTuple):
    """Tesseract, set to one page."""

    program: str
    number: int
    dpi: float

    def page(self, runs: _Runs) -> list[_Mark]:
        """The words of a page; in tables, where one way of reading leaves out lone figures, others add them."""
        picture = runs.without_rules()
        if not (runs.across and runs.down):
            return self.words(picture, _ONE_COLUMN)
        found = self.words(picture, _AUTOMATIC)
        more = self.words(picture, _ONE_BLOCK)
        found += [mark for mark in more if not any(_same_place(mark, other) for other in found)]
        scale = self.dpi / 72
        for grid in grids_of(runs.rules(0.0, 1 / scale)):
            for left, right in pairwise(grid.xs):
                if right - left <= _NARROW:
                    box = (left * scale, grid.ys[0] * scale, right * scale, grid.ys[-1] * scale)
                    found = self._figures(picture, box, found)
        return found

    def _figures(self, picture: Image, box: tuple[float, float, float, float], found: list[_Mark]) -> list[_Mark]:
        """Words with the lone figures of a narrow column read once more, by themselves."""
        from PIL import ImageOps

        left, top, right, bottom = (round(value) for value in box)
        column = ImageOps.expand(picture.crop((left + _NEAR, top, right - _NEAR, bottom)), _FRAME, 255)
        for mark in self.words(column, _ONE_BLOCK):
            if not _FIGURE.fullmatch(mark.text):
                continue
            shift = left + _NEAR - _FRAME
            lone = mark._replace(
                left=mark.left + shift,
                right=mark.right + shift,
                middle=mark.middle + top - _FRAME,
                line=("column", str(left), *mark.line),
            )
            found = [other for other in found if not _stands_for(lone, other, left, right)] + [lone]
        return found

    def words(self, picture: Image, mode: str) -> list[_Mark]:
        return _words(_run(self.program, picture, self.number, self.dpi, mode))


def _stands_for(lone: _Mark, other: _Mark, left: int, right: int) -> bool:
    """Whether a word in a narrow column is another reading of a lone figure, or dirt beside it."""
    inside = left <= other.left and other.right <= right
    if not inside and not (_same_place(lone, other) and other.sure < _DOUBTFUL):
        return False
    dirt = not any(sign.isalnum() for sign in other.text)
    return _same_place(lone, other) or (dirt and abs(lone.middle - other.middle) < lone.size)


def _same_place(one: _Mark, other: _Mark) -> bool:
    beside = one.left < other.right and other.left < one.right
    return beside and abs(one.middle - other.middle) < 0.5 * max(one.size, other.size)


def _run(program: str, picture: Image, number: int, dpi: float, mode: str) -> str:
    """What Tesseract finds on a page, as tab-separated values."""
    head = f"P5 {picture.width} {picture.height} 255\n".encode()
    command = [program, "stdin", "stdout", "-l", "vie", "--psm", mode, "--dpi", str(round(dpi)), "tsv"]
    try:
        done = run(command, SECONDS, head + picture.tobytes(), variables={"OMP_THREAD_LIMIT": "1"})
    except subprocess.TimeoutExpired as error:
        raise DocumentError("ocr-timeout", page=str(number), seconds=str(SECONDS)) from error
    if done.status:
        raise DocumentError("ocr-failed", page=str(number))
    return done.out.decode(errors="replace")


class _Mark(NamedTuple):
    """A word found, in pixels; `size` is that of its line, `sure` how sure Tesseract is, of 100."""

    text: str
    left: float
    right: float
    middle: float
    size: float
    sure: float
    line: tuple[str, ...]


_Found = tuple[str, float, float, float, float, float]


def _words(table: str) -> list[_Mark]:
    lines: dict[tuple[str, ...], list[_Found]] = defaultdict(list)
    for row in table.splitlines()[1:]:
        level, _, block, paragraph, line, _, left, top, width, height, sure, text = row.split("\t")
        if level == "5" and text.strip(" |"):
            lines[block, paragraph, line].append(
                (text, float(left), float(top), float(width), float(height), float(sure))
            )
    return [mark for line, words in lines.items() for mark in _line_marks(line, words)]


def _line_marks(line: tuple[str, ...], words: list[_Found]) -> Iterator[_Mark]:
    """Words of one line; all get the same size, with tails and accents or without."""
    size = 1.2 * median(word[4] for word in words)
    for text, left, top, width, height, sure in words:
        yield _Mark(text, left, left + width, top + height / 2, size, sure, line)


def _slope(marks: list[_Mark]) -> float:
    """By how much lines fall from left to right, in pixels a pixel."""
    lines: dict[tuple[str, ...], list[_Mark]] = defaultdict(list)
    for mark in marks:
        lines[mark.line].append(mark)
    slopes = [
        (line[-1].middle - line[0].middle) / (line[-1].left - line[0].left)
        for line in lines.values()
        if len(line) >= 5 and line[-1].left > line[0].left
    ]
    return median(slopes) if len(slopes) >= 5 else 0.0


def _placed(mark: _Mark, slope: float, scale: float) -> Word:
    """A word in points, as if its page lay straight."""
    middle = mark.middle - slope * mark.left
    shift = slope * mark.middle
    top, bottom = middle - mark.size / 2, middle + mark.size / 2
    left, right, base = mark.left + shift, mark.right + shift, middle + mark.size / 3
    return Word(mark.text, scale * left, scale * top, scale * right, scale * bottom, scale * base)


class _Runs:
    """Long straight runs of ink in a picture: its ruling lines."""

    def __init__(self, picture: Image, dpi: float) -> None:
        from PIL.Image import Transpose

        self.picture, self.dpi = picture, dpi
        ink = picture.point([0] * _INK + [255] * (256 - _INK))
        self.across = _grouped(_long_runs(ink, round(_LONG * dpi)))
        down = _grouped(_long_runs(ink.transpose(Transpose.TRANSPOSE), round(_SHORT * dpi)))
        self.down = [group for group in down if _length(group) >= _LONG * dpi or self._hangs(group)]

    def tilt(self) -> float:
        """By how much the long ruling lines across fall from left to right, in pixels a pixel."""
        slopes = [_fall(group) for group in self.across if _length(group) > 5 * _LONG * self.dpi]
        return median(slopes) if slopes else 0.0

    def _hangs(self, group: list[Run]) -> bool:
        """Whether a line down reaches from one line across to another."""
        start, end = _reach(group)
        at = group[0][0]
        beside = [line for lines in self.across for line in lines if line[1] - _NEAR <= at <= line[2] + _NEAR]
        return all(any(abs(line[0] - y) <= _NEAR for line in beside) for y in (start, end))

    def without_rules(self) -> Image:
        """The picture with its ruling lines wiped out, so that they are not read as letters."""
        from PIL import ImageDraw

        if not self.across and not self.down:
            return self.picture
        wiped = self.picture.copy()
        pen = ImageDraw.Draw(wiped)
        for group in self.across:
            for at, start, end in group:
                pen.rectangle((start, at - 2, end, at + 2), fill=255)
        for group in self.down:
            for at, start, end in group:
                pen.rectangle((at - 2, start, at + 2, end), fill=255)
        return wiped

    def rules(self, slope: float, scale: float) -> Rules:
        """The ruling lines in points, as if the page lay straight."""
        return Rules(
            [_straight(group, slope, scale) for group in self.across],
            [_straight(group, -slope, scale) for group in self.down],
        )


Run = tuple[int, int, int]


def _long_runs(ink: Image, longest: int) -> list[Run]:
    width, data = ink.width, ink.tobytes()
    dark = re.compile(rb"\x00{%d,}" % longest)
    runs: list[Run] = []
    for at in range(ink.height):
        row = data[at * width : (at + 1) * width]
        runs.extend((at, found.start(), found.end()) for found in dark.finditer(row))
    return runs


def _grouped(runs: list[Run]) -> list[list[Run]]:
    """Runs that lie side by side, as long as they make a line and no dark area."""
    groups: list[list[Run]] = []
    for one in runs:
        near = next((group for group in reversed(groups[-40:]) if _beside(group[-1], one)), None)
        if near is None:
            groups.append([one])
        else:
            near.append(one)
    return [group for group in groups if _ink(group) / _length(group) <= _THICK]


def _beside(before: Run, after: Run) -> bool:
    return after[0] - before[0] <= 2 and after[1] <= before[2] + 4 and after[2] >= before[1] - 4


def _ink(group: list[Run]) -> int:
    return sum(end - start for _, start, end in group)


def _reach(group: list[Run]) -> tuple[int, int]:
    return min(run[1] for run in group), max(run[2] for run in group)


def _length(group: list[Run]) -> int:
    start, end = _reach(group)
    return end - start


def _fall(group: list[Run]) -> float:
    """The slope of the line on which runs lie, by least squares."""
    ink = _ink(group)
    x = sum((low + high) / 2 * (high - low) for _, low, high in group) / ink
    y = sum(at * (high - low) for at, low, high in group) / ink
    spread = sum(((low + high) / 2 - x) ** 2 * (high - low) for _, low, high in group)
    rise = sum(((low + high) / 2 - x) * (at - y) * (high - low) for at, low, high in group)
    return rise / spread if spread > ink else 0.0


def _straight(group: list[Run], slope: float, scale: float) -> Rule:
    start, end = _reach(group)
    at = sum((at - slope * (low + high) / 2) * (high - low) for at, low, high in group) / _ink(group)
    shift = slope * at
    return Rule(scale * at, scale * (start + shift), scale * (end + shift))

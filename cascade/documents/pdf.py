"""Reads PDF files: printed text through its places on the page, pages without text through OCR."""

from __future__ import annotations

import ctypes
import re
import threading
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice, pairwise
from math import hypot, pi
from typing import TYPE_CHECKING, Any, NamedTuple

from cascade.documents.document import Document, Form
from cascade.documents.fault import DocumentError
from cascade.documents.layout import Page, Rule, Rules, Word, rows_of
from cascade.documents.pages import document_of
from cascade.documents.ruled import tables_of
from cascade.model.limits import limits

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_SIDE = 14_400.0
"""The longest side of a page, in points (200 inches): the format's own limit."""
MOST_CHARACTERS = 200_000
"""The most characters of one page."""

_DPI = 300
_A4 = 842.0  # points, the long side
_PAPER = (500.0, 1300.0)  # points, the long side of paper from A5 to A3
_PICTURES = ((0.6, 300), (0.3, 40))
"""A page is a scan if pictures take up more than this share of it, and it has fewer characters than this.

A stamp with the signer's name and time is often printed over a scanned page.
"""
_DEEP = 6  # forms within forms
_MOST_OBJECTS = 100_000  # of one page; what is drawn after them is not looked at
_MOST_SEGMENTS = 400  # of one path
_THIN = 3.0  # a filled shape at most this thick, in points, is a ruling line
_SHORT = 5.0  # shorter is no ruling line
_STRAIGHT = 0.7  # by how much a ruling line may slant, in points

_PDFIUM = threading.Lock()  # PDFium serves one thread at a time


def read_pdf(data: bytes, name: str) -> Document:
    """A PDF file as a document; `form` is "scan" if most of its pages had to be read by OCR.

    Raises DocumentError: damaged, encrypted, no-text, too-many-pages, page-too-large, and what OCR raises.
    """
    if _is_cut_short(data):
        raise DocumentError("damaged", part="PDF")
    with _PDFIUM, _opened(data) as pdf:
        pages = [_read_page(pdf, number) for number in range(len(pdf))]
        _by_ocr(pdf, pages)
    scanned = sum(1 for page in pages if page.by_ocr)
    form: Form = "scan" if 2 * scanned > len(pages) else "pdf"
    return document_of(name, data, form, pages, ["read-by-ocr"] if scanned else [])


def _is_cut_short(data: bytes) -> bool:
    """Whether nothing ends the file, or objects follow what should end it."""
    end = data.rfind(b"%%EOF")
    return end < 0 or re.search(rb"\d+ \d+ obj\b", data[end:]) is not None


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    import pypdfium2  # type: ignore[import-untyped]

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _fault(error.err_code, data) from error
    try:
        if len(pdf) == 0:
            raise DocumentError("no-text")
        if len(pdf) > limits().pages:
            raise DocumentError("too-many-pages", pages=str(len(pdf)), most=str(limits().pages))
        yield pdf
    except pypdfium2.PdfiumError as error:
        raise DocumentError("damaged", part="PDF") from error
    finally:
        pdf.close()


def _fault(reason: int, data: bytes) -> DocumentError:
    import pypdfium2.raw as c  # type: ignore[import-untyped]

    if reason in {c.FPDF_ERR_PASSWORD, c.FPDF_ERR_SECURITY}:
        return DocumentError("encrypted")
    without_pages = re.search(rb"/Count\s+0\b", data) and not re.search(rb"/Type\s*/Page\b", data)
    return DocumentError("no-text") if without_pages else DocumentError("damaged", part="PDF")


def _read_page(pdf: Any, index: int) -> Page:
    page = pdf[index]
    try:
        if max(page.get_size()) > LONGEST_SIDE:
            raise DocumentError("page-too-large", page=str(index + 1))
        return _laid_out(page, index + 1)
    finally:
        page.close()


def _laid_out(page: Any, number: int) -> Page:
    text = page.get_textpage()
    try:
        if text.count_chars() > MOST_CHARACTERS:
            raise DocumentError("page-too-large", page=str(number))
        signs = _Signs(text, _View.of(page, text))
        words = signs.words()
    finally:
        text.close()
    width, height = signs.view.width, signs.view.height
    drawn = _Drawing(page, signs.view)
    share = drawn.pictures / max(width * height, 1.0)  # a page may say that it has no size at all
    if signs.unreadable or any(share > least and signs.count < few for least, few in _PICTURES):
        return Page(number, width, height, [], [], by_ocr=True)
    tables, rest = tables_of(words, drawn.rules, number)
    return Page(number, width, height, rows_of(rest), tables)


def _by_ocr(pdf: Any, pages: list[Page]) -> None:
    wanted = [page.number for page in pages if page.by_ocr]
    if not wanted:
        return
    from cascade.documents.scan import recognised

    for page in recognised(((number, *_picture(pdf, number)) for number in wanted), len(wanted)):
        pages[page.number - 1] = page


def _picture(pdf: Any, number: int) -> tuple[Image, float]:
    """A page rendered in grey, with its resolution.

    A page whose size is no paper's is a picture put into a PDF pixel by point: it is taken for A4.
    """
    page = pdf[number - 1]
    try:
        longest = max(*page.get_size(), 1.0)
        side = longest if _PAPER[0] <= longest <= _PAPER[1] else _A4
        image: Image = page.render(scale=side / longest * _DPI / 72, grayscale=True, may_draw_forms=False).to_pil()
        return image.copy(), _DPI
    finally:
        page.close()


# Where a page's points lie when a person looks at it


class _View(NamedTuple):
    """Turns a page's own coordinates (y upwards) to those of the page as read (y downwards)."""

    matrix: Any
    width: float
    height: float

    @classmethod
    def of(cls, page: Any, text: Any) -> _View:
        """The page turned so that most of its text stands upright."""
        import pypdfium2
        import pypdfium2.raw as c

        count = text.count_chars()
        marks = [i for i in range(0, count, max(1, count // 60)) if not c.FPDFText_IsGenerated(text, i)]
        angles = Counter(round(c.FPDFText_GetCharAngle(text, i) / (pi / 2)) % 4 for i in marks)
        turn = -angles.most_common(1)[0][0] % 4 if angles else page.get_rotation() // 90
        left, bottom, right, top = page.get_cropbox()
        matrix = (
            (1, 0, 0, -1, -left, top),
            (0, 1, 1, 0, -bottom, -left),
            (-1, 0, 0, 1, right, -bottom),
            (0, -1, -1, 0, top, right),
        )[turn]
        size = (top - bottom, right - left) if turn % 2 else (right - left, top - bottom)
        return cls(pypdfium2.PdfMatrix(*matrix), *size)


# Text


class _Signs:
    """The characters of a page, put together into words."""

    def __init__(self, text: Any, view: _View) -> None:
        self.text, self.view = text, view
        self.count = self.unmapped = 0
        self._words: list[Word] = []
        self._parts: list[str] = []
        self._box = (0.0, 0.0, 0.0, 0.0)
        self._base = 0.0
        self._loose = True

    @property
    def unreadable(self) -> bool:
        """Whether the glyphs are printed without saying which letters they are."""
        return self.unmapped > 0.3 * self.count

    def words(self) -> list[Word]:
        """All words of the page, as they come in the file."""
        import pypdfium2.raw as c

        generated = False
        for index in range(self.text.count_chars()):
            sign = _sign(c.FPDFText_GetUnicode(self.text, index))
            if not sign:
                continue
            if sign.isspace():
                generated = bool(c.FPDFText_IsGenerated(self.text, index))
                if not generated or sign in "\r\n":
                    self._flush(loose=generated)
                continue
            self._add(sign, index, generated=generated)
            generated = False
        self._flush(loose=True)
        return self._words

    def _add(self, sign: str, index: int, *, generated: bool) -> None:
        import pypdfium2.raw as c

        if self._parts and unicodedata.combining(sign):
            self._parts.append(sign)
            return
        self.count += 1
        odd = unicodedata.category(sign) in {"Co", "Cc", "Cn"} or sign == "\ufffd"
        self.unmapped += odd or c.FPDFText_HasUnicodeMapError(self.text, index) == 1
        x, y = ctypes.c_double(), ctypes.c_double()
        c.FPDFText_GetCharOrigin(self.text, index, x, y)
        _, base = self.view.matrix.on_point(x.value, y.value)
        # the box of a character has the room that its font leaves around it
        box = _upright(self.view.matrix.on_rect(*self.text.get_charbox(index, loose=True)))
        if self._parts and self._parted(box, base, generated=generated):
            self._flush(loose=True)
        if self._parts:
            left, top, right, bottom = self._box
            self._box = min(left, box[0]), min(top, box[1]), max(right, box[2]), max(bottom, box[3])
        else:
            self._box, self._base = box, base
        self._parts.append(sign)

    def _parted(self, box: _Box, base: float, *, generated: bool) -> bool:
        gap, size = box[0] - self._box[2], box[3] - box[1]
        if abs(base - self._base) > 0.3 * size or gap > 0.5 * size or gap < -1.5 * size:
            return True
        return generated and gap > 0.02 * size

    def _flush(self, *, loose: bool) -> None:
        if self._parts:
            text = unicodedata.normalize("NFC", "".join(self._parts))
            self._words.append(Word(text, *self._box, self._base, self._loose))
            self._parts = []
        self._loose = loose


_Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


def _upright(ends: tuple[float, float, float, float]) -> _Box:
    one, other, another, last = ends
    return min(one, another), min(other, last), max(one, another), max(other, last)


def _sign(code: int) -> str:
    """A character as printed: a hyphen at the end of a line comes under a code of its own."""
    if code in {0x02, 0xAD, 0xFFFE}:
        return "-"
    return "" if code in {0, 0xFEFF, 0x200B} or 0xD800 <= code <= 0xDFFF else chr(code)


# Ruling lines and pictures


class _Drawing:
    """What is drawn on a page: its ruling lines, and how many square points pictures take up."""

    def __init__(self, page: Any, view: _View) -> None:
        import pypdfium2.raw as c

        self.pictures = 0.0
        self.rules = Rules([], [])
        for item in islice(page.get_objects(max_depth=_DEEP), _MOST_OBJECTS):
            if item.type == c.FPDF_PAGEOBJ_IMAGE:
                a, b, d, e, *_ = _placed(item).get()
                self.pictures += hypot(a, b) * hypot(d, e)
            elif item.type == c.FPDF_PAGEOBJ_PATH:
                self._path(item, view)

    def _path(self, item: Any, view: _View) -> None:
        import pypdfium2.raw as c

        fill, stroke = ctypes.c_int(), ctypes.c_int()
        c.FPDFPath_GetDrawMode(item, fill, stroke)
        if not fill.value and not stroke.value:
            return
        for points in _outlines(item, _placed(item).multiply(view.matrix)):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            wide, high = max(xs) - min(xs), max(ys) - min(ys)
            if high <= wide and high <= _THIN:
                self._rule((min(ys) + max(ys)) / 2, min(xs), max(xs), down=False)
            elif wide <= _THIN:
                self._rule((min(xs) + max(xs)) / 2, min(ys), max(ys), down=True)
            elif stroke.value:
                self._sides(points)

    def _sides(self, points: list[tuple[float, float]]) -> None:
        for (x0, y0), (x1, y1) in pairwise(points):
            if abs(x0 - x1) <= _STRAIGHT:
                self._rule((x0 + x1) / 2, min(y0, y1), max(y0, y1), down=True)
            elif abs(y0 - y1) <= _STRAIGHT:
                self._rule((y0 + y1) / 2, min(x0, x1), max(x0, x1), down=False)

    def _rule(self, at: float, start: float, end: float, *, down: bool) -> None:
        if end - start >= _SHORT:
            (self.rules.down if down else self.rules.across).append(Rule(at, start, end))


def _placed(item: Any) -> Any:
    """The matrix from an object's own coordinates to the page's, through the forms that it stands in."""
    matrix = item.get_matrix()
    while (item := item.container) is not None:
        matrix = matrix.multiply(item.get_matrix())
    return matrix


def _outlines(item: Any, matrix: Any) -> Iterator[list[tuple[float, float]]]:
    """The outlines of a path as the points between which it runs straight."""
    import pypdfium2.raw as c

    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(c.FPDFPath_CountSegments(item), _MOST_SEGMENTS)):
        part = c.FPDFPath_GetPathSegment(item, index)
        if c.FPDFPathSegment_GetType(part) != c.FPDF_SEGMENT_LINETO and points:
            yield points
            points = []
        c.FPDFPathSegment_GetPoint(part, x, y)
        points.append(matrix.on_point(x.value, y.value))
        if c.FPDFPathSegment_GetClose(part):
            points.append(points[0])
    if points:
        yield points

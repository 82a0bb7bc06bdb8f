"""Reads PDF files: printed text through its places on the page, pages without text through OCR."""

from __future__ import annotations

import ctypes
import re
import threading
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from math import hypot, pi
from typing import TYPE_CHECKING, Any, NamedTuple

from cascade.documents.document import Document, Form
from cascade.documents.fault import DocumentError
from cascade.documents.layout import Page, Rule, Rules, Word, rows_of
from cascade.documents.pages import document_of
from cascade.documents.ruled import tables_of

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PAGES = 2_000
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
_THIN = 3.0  # a filled shape at most this thick, in points, is a ruling line
_SHORT = 5.0  # shorter is no ruling line
_STRAIGHT = 0.7  # by how much a ruling line may slant, in points

_PDFIUM = threading.Lock()  # PDFium serves one thread at a time


def read_pdf(data: bytes, name: str) -> Document:
    """A PDF file as a document; `form` is "scan" if most of its pages had to be read by OCR.

    Raises DocumentError: empty, not-pdf, truncated-pdf, damaged-pdf, encrypted, no-pages,
    too-many-pages, page-too-large, needs-extra, and what OCR raises.
    """
    _check_shape(data)
    with _PDFIUM, _opened(data) as pdf:
        pages = [_read_page(pdf, number) for number in range(len(pdf))]
        _by_ocr(pdf, pages)
    scanned = sum(1 for page in pages if page.by_ocr)
    form: Form = "scan" if 2 * scanned > len(pages) else "pdf"
    return document_of(name, data, form, pages, ["read-by-ocr"] if scanned else [])


def _check_shape(data: bytes) -> None:
    if not data:
        raise DocumentError("empty")
    if b"%PDF-" not in data[:1024]:
        raise DocumentError("not-pdf")
    end = data.rfind(b"%%EOF")
    if end < 0 or re.search(rb"\d+ \d+ obj\b", data[end:]):
        raise DocumentError("truncated-pdf")


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    try:
        import pypdfium2  # type: ignore[import-untyped]
    except ImportError as error:
        raise DocumentError("needs-extra", package="pypdfium2") from error
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise DocumentError(_why(error.err_code, data)) from error
    try:
        if len(pdf) == 0:
            raise DocumentError("no-pages")
        if len(pdf) > MOST_PAGES:
            raise DocumentError("too-many-pages", pages=str(len(pdf)), most=str(MOST_PAGES))
        yield pdf
    except pypdfium2.PdfiumError as error:
        raise DocumentError("damaged-pdf") from error
    finally:
        pdf.close()


def _why(reason: int, data: bytes) -> str:
    import pypdfium2.raw as c  # type: ignore[import-untyped]

    if reason in {c.FPDF_ERR_PASSWORD, c.FPDF_ERR_SECURITY}:
        return "encrypted"
    return (
        "no-pages" if re.search(rb"/Count\s+0\b", data) and not re.search(rb"/Type\s*/Page\b", data) else "damaged-pdf"
    )


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
    drawn = _Drawing(signs.view).of(page)
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

    box: tuple[float, float, float, float]
    turn: int

    @classmethod
    def of(cls, page: Any, text: Any) -> _View:
        """The page turned so that most of its text stands upright."""
        import pypdfium2.raw as c

        count = text.count_chars()
        marks = [i for i in range(0, count, max(1, count // 60)) if not c.FPDFText_IsGenerated(text, i)]
        angles = Counter(round(c.FPDFText_GetCharAngle(text, i) / (pi / 2)) % 4 for i in marks)
        turn = 90 * (-angles.most_common(1)[0][0] % 4) if angles else page.get_rotation()
        return cls(page.get_cropbox(), turn)

    @property
    def width(self) -> float:
        left, bottom, right, top = self.box
        return top - bottom if self.turn in {90, 270} else right - left

    @property
    def height(self) -> float:
        left, bottom, right, top = self.box
        return right - left if self.turn in {90, 270} else top - bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        left, bottom, right, top = self.box
        if self.turn == 90:
            return y - bottom, x - left
        if self.turn == 180:
            return right - x, y - bottom
        if self.turn == 270:
            return top - y, right - x
        return x - left, top - y


# Text


class _Signs:
    """The characters of a page, made into words."""

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
        if self._parts and unicodedata.combining(sign):
            self._parts.append(sign)
            return
        self._tell(sign, index)
        x0, top, x1, bottom, base = self._place(index)
        if self._parts and self._parted(x0, base, bottom - top, generated=generated):
            self._flush(loose=True)
        if self._parts:
            left, upper, right, lower = self._box
            self._box = (min(left, x0), min(upper, top), max(right, x1), max(lower, bottom))
        else:
            self._box, self._base = (x0, top, x1, bottom), base
        self._parts.append(sign)

    def _tell(self, sign: str, index: int) -> None:
        import pypdfium2.raw as c

        self.count += 1
        odd = unicodedata.category(sign) in {"Co", "Cc", "Cn"} or sign == "\ufffd"
        if odd or c.FPDFText_HasUnicodeMapError(self.text, index) == 1:
            self.unmapped += 1

    def _parted(self, x0: float, base: float, size: float, *, generated: bool) -> bool:
        gap = x0 - self._box[2]
        if abs(base - self._base) > 0.3 * size or gap > 0.5 * size or gap < -1.5 * size:
            return True
        return generated and gap > 0.02 * size

    def _place(self, index: int) -> tuple[float, float, float, float, float]:
        """The box of a character, with the room that its font leaves around it, and its baseline."""
        import pypdfium2.raw as c

        rect = c.FS_RECTF()
        c.FPDFText_GetLooseCharBox(self.text, index, rect)
        x, y = ctypes.c_double(), ctypes.c_double()
        c.FPDFText_GetCharOrigin(self.text, index, x, y)
        one, other = self.view.point(rect.left, rect.top), self.view.point(rect.right, rect.bottom)
        xs, ys = sorted((one[0], other[0])), sorted((one[1], other[1]))
        return xs[0], ys[0], xs[1], ys[1], self.view.point(x.value, y.value)[1]

    def _flush(self, *, loose: bool) -> None:
        if self._parts:
            text = unicodedata.normalize("NFC", "".join(self._parts))
            self._words.append(Word(text, *self._box, self._base, self._loose))
            self._parts = []
        self._loose = loose


def _sign(code: int) -> str:
    """A character as printed: a hyphen at the end of a line comes under a code of its own."""
    if code in {0x02, 0xAD, 0xFFFE}:
        return "-"
    return "" if code in {0, 0xFEFF, 0x200B} or 0xD800 <= code <= 0xDFFF else chr(code)


# Ruling lines and pictures

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    u, v, w, x, y, z = outer
    return (
        a * u + b * w,
        a * v + b * x,
        c * u + d * w,
        c * v + d * x,
        e * u + f * w + y,
        e * v + f * x + z,
    )


class _Drawing:
    """What is drawn on a page: its ruling lines, and how many square points pictures take up."""

    def __init__(self, view: _View) -> None:
        self.view, self.pictures, self.seen = view, 0.0, 0
        self.rules = Rules([], [])

    def of(self, page: Any) -> _Drawing:
        import pypdfium2.raw as c

        for index in range(c.FPDFPage_CountObjects(page)):
            self._see(c.FPDFPage_GetObject(page, index), _SAME, _DEEP)
        return self

    def _see(self, item: Any, outer: Matrix, depth: int) -> None:
        import pypdfium2.raw as c

        kind = c.FPDFPageObj_GetType(item)
        self.seen += 1
        if kind == c.FPDF_PAGEOBJ_TEXT or self.seen > _MOST_OBJECTS:
            return
        matrix = _times(_matrix(item), outer)
        if kind == c.FPDF_PAGEOBJ_PATH:
            self._path(item, matrix)
        elif kind == c.FPDF_PAGEOBJ_IMAGE:
            self.pictures += hypot(*matrix[:2]) * hypot(*matrix[2:4])
        elif kind == c.FPDF_PAGEOBJ_FORM and depth:
            for index in range(c.FPDFFormObj_CountObjects(item)):
                if self.seen > _MOST_OBJECTS:
                    break
                self._see(c.FPDFFormObj_GetObject(item, index), matrix, depth - 1)

    def _path(self, item: Any, matrix: Matrix) -> None:
        import pypdfium2.raw as c

        fill, stroke = ctypes.c_int(), ctypes.c_int()
        c.FPDFPath_GetDrawMode(item, fill, stroke)
        if not fill.value and not stroke.value:
            return
        for points in self._outlines(item, matrix):
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

    def _outlines(self, item: Any, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
        """The outlines of a path as the points between which it runs straight."""
        import pypdfium2.raw as c

        a, b, d, e, tx, ty = matrix
        points: list[tuple[float, float]] = []
        x, y = ctypes.c_float(), ctypes.c_float()
        for index in range(min(c.FPDFPath_CountSegments(item), 400)):
            part = c.FPDFPath_GetPathSegment(item, index)
            kind = c.FPDFPathSegment_GetType(part)
            if kind != c.FPDF_SEGMENT_LINETO and points:
                yield points
                points = []
            c.FPDFPathSegment_GetPoint(part, x, y)
            points.append(self.view.point(a * x.value + d * y.value + tx, b * x.value + e * y.value + ty))
            if c.FPDFPathSegment_GetClose(part):
                points.append(points[0])
        if points:
            yield points


def _matrix(item: Any) -> Matrix:
    import pypdfium2.raw as c

    found = c.FS_MATRIX()
    if not c.FPDFPageObj_GetMatrix(item, found):
        return _SAME
    return found.a, found.b, found.c, found.d, found.e, found.f

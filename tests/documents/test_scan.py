"""Pictures of pages: what Tesseract reads, and what is refused before it is asked."""

from __future__ import annotations

import io
import shutil
import struct
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image, ImageDraw

from cascade.documents import scan
from cascade.documents.document import Document
from cascade.documents.fault import DocumentError
from cascade.documents.pdf import read_pdf
from cascade.documents.program import Done
from cascade.documents.scan import read_image
from cascade.model.limits import Limits
from tests.support import limited

FILES = Path(__file__).parent / "files"


def _vietnamese() -> bool:
    program = shutil.which("tesseract")
    if program is None:
        return False
    return b"vie" in subprocess.run([program, "--list-langs"], capture_output=True, check=False).stdout.split()


needs_tesseract = pytest.mark.skipif(not _vietnamese(), reason="Tesseract with Vietnamese is not installed")


@pytest.fixture(autouse=True)
def _forgetful() -> Iterator[None]:
    scan._tesseract.cache_clear()
    yield
    scan._tesseract.cache_clear()


def picture(file: str, page: int, dpi: int = 300) -> Image.Image:
    pdf = pypdfium2.PdfDocument((FILES / file).read_bytes())
    image: Image.Image = pdf[page - 1].render(scale=dpi / 72, grayscale=True).to_pil().copy()
    pdf.close()
    return image


def saved(images: list[Image.Image], kind: str) -> bytes:
    out = io.BytesIO()
    more = {"save_all": True, "append_images": images[1:]} if len(images) > 1 else {}
    images[0].save(out, kind, **more)
    return out.getvalue()


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def refusal(data: bytes, name: str = "quet.png") -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        read_image(data, name)
    assert "{" not in caught.value.message("vi") + caught.value.message("en")
    return caught.value


@needs_tesseract
def test_pages_of_a_picture_file_are_read_in_their_order() -> None:
    document = read_image(saved([picture("plan.pdf", 1), picture("plan.pdf", 2)], "TIFF"), "quet.tif")
    lines = texts(document)
    assert lines[:3] == ["ỦY BAN NHÂN DÂN", "XÃ MẪU", "Số: 12/KH-UBND"]
    assert "1. Ít nhất 85% hồ sơ của xã Mẫu được trả trước hạn; mỗi tháng công bố" in lines
    assert [line.page for line in document.lines] == sorted(line.page or 0 for line in document.lines)
    assert document.lines[lines.index("Nơi nhận:")].page == 2
    assert (document.form, document.notes) == ("scan", ("read-by-ocr",))


@needs_tesseract
def test_a_pdf_that_is_one_picture_is_read_as_a_scan() -> None:
    document = read_pdf(saved([picture("plan.pdf", 2)], "PDF"), "quet.pdf")
    assert "- UBND huyện Thử;" in texts(document)
    assert (document.form, document.notes) == ("scan", ("read-by-ocr",))


@needs_tesseract
@pytest.mark.parametrize("turned", [0.0, 0.4])
def test_ruled_tables_are_found_in_pictures(turned: float) -> None:
    page = picture("table.pdf", 3).rotate(turned, fillcolor=255, resample=Image.Resampling.BICUBIC)
    (table,) = read_image(saved([page], "PNG"), "quet.png").tables
    assert [row[0].text for row in table.rows[2:]] == ["", "13", "14", "15", "16"]
    by_number = {row[0].text: row for row in table.rows}
    assert by_number["13"][1] is by_number["14"][1]
    assert by_number["15"][5].text == "Quý 4/2026"
    assert table.rows[0][3] is table.rows[0][4]


def test_a_missing_program_is_said_with_the_way_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    fault = refusal(saved([Image.new("L", (100, 100), 255)], "PNG"))
    assert fault.code == "needs-tesseract"
    assert "apt install tesseract-ocr tesseract-ocr-vie" in fault.message("vi")


def test_missing_vietnamese_data_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: "tesseract")
    monkeypatch.setattr(scan, "run", lambda *_, **__: Done(0, b"List of available languages:\neng\n"))
    assert refusal(saved([Image.new("L", (100, 100), 255)], "PNG")).code == "needs-vietnamese"


def test_a_page_that_takes_too_long_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "_tesseract", _FakeProgram())

    def run(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("tesseract", 1)

    monkeypatch.setattr(scan, "run", run)
    fault = refusal(saved([Image.new("L", (100, 100), 255)], "PNG"))
    assert (fault.code, fault.facts["page"]) == ("ocr-timeout", "1")


class _FakeProgram:
    def __call__(self) -> str:
        return "tesseract"

    def cache_clear(self) -> None:
        pass


def _png_head(width: int, height: int) -> bytes:
    """A PNG file that claims a size and holds no pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(50_000, 50_000), (50_000, 10), (12_000, 12_000)])
def test_a_huge_picture_is_refused_before_it_is_decoded(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "_tesseract", _FakeProgram())
    monkeypatch.setattr(scan, "_grey", lambda _: pytest.fail("the picture was decoded"))
    fault = refusal(_png_head(*size))
    assert fault.code == "picture-too-large"
    assert fault.facts["size"] in {f"{size[0]} × {size[1]}", str(size[0] * size[1])}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "damaged"),
        (b"GIF89a and more", "damaged"),
        (saved([Image.effect_noise((300, 300), 90)], "PNG")[:5000], "damaged"),
    ],
)
def test_what_is_no_whole_picture_is_refused(data: bytes, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "_tesseract", _FakeProgram())
    assert refusal(data).code == code


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "_tesseract", _FakeProgram())
    pages = [Image.new("L", (40, 40), 255)] * 2
    with limited(Limits(pages=1)):
        assert refusal(saved(pages, "TIFF"), "quet.tif").code == "too-many-pages"


def test_dark_areas_are_no_ruling_lines() -> None:
    page = Image.new("L", (1200, 1200), 255)
    pen = ImageDraw.Draw(page)
    pen.rectangle((100, 100, 600, 400), fill=0)
    pen.line((100, 800, 1000, 800), fill=0, width=4)
    runs = scan._Runs(page, 300)
    (rule,) = runs.rules(0.0, 0.24).across
    assert rule.at == pytest.approx(800 * 0.24, abs=1)
    assert runs.down == []
    assert runs.without_rules().getpixel((500, 800)) == 255

"""Writes the invented documents that are not plain text: `python -m benchmarks.documents.make [NAME…]`.

Word documents come out the same byte for byte everywhere. The PDFs need chromium (and pdftoppm for the scan), and
are the same only with the same versions of these. Labels hold the documents' hashes: a document that changes wants
its label read again and its hash renewed.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.documents import huyen_thu, phuong_kieu, tinh_vi_du, word, xa_mau

FOLDER = Path(__file__).resolve().parent
CHROMIUM = shutil.which("chromium") or "chromium"
_DATE = re.compile(rb"\(D:\d{14}")


def print_pdf(html: str, path: Path) -> None:
    """`html` printed by chromium, with fixed dates in place of today's."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(html, "utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
        command = [
            CHROMIUM,
            *options,
            f"--user-data-dir={folder}/profile",
            "--no-pdf-header-footer",
            f"--print-to-pdf={path}",
            str(page),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    path.write_bytes(_DATE.sub(b"(D:20231229080000", path.read_bytes()))


MAKERS: dict[str, Callable[[Path], None]] = {
    "xa-mau-2026.docx": lambda path: word.write(path, xa_mau.body()),
    "tinh-vi-du-quyet-dinh-2026-2030.docx": lambda path: word.write(path, tinh_vi_du.body()),
    "huyen-thu-2024.pdf": lambda path: print_pdf(huyen_thu.html(), path),
    "phuong-kieu-2025-scan.pdf": lambda path: phuong_kieu.scan(print_pdf, path),
}


def main() -> int:
    for name in sys.argv[1:] or MAKERS:
        MAKERS[name](FOLDER / name)
        print(f"{name}: {(FOLDER / name).stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

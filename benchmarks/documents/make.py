"""Writes the invented documents that are not plain text: `python -m benchmarks.documents.make [NAME…]`.

Word documents come out the same byte for byte everywhere; the PDFs need chromium and pdftoppm, and are the same
only with the same versions of these. Labels hold the documents' hashes: a document that changes wants them renewed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.documents import word, xa_mau

FOLDER = Path(__file__).resolve().parent


def _word(name: str, body: Callable[[], object]) -> None:
    raise NotImplementedError

"""Reading `rules/vectors.tsv`: a word, a tab, its vector's signed bytes in base64."""

from __future__ import annotations

import base64
from pathlib import Path

from cascade.model.wording import Vectors


def read_vectors(path: Path) -> Vectors:
    """The table of word vectors; raises ValueError where rows differ in size or a row is no base64."""
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    rows = [base64.b64decode(row, validate=True) for _, row in pairs]
    sizes = {len(row) for row in rows}
    if len(sizes) != 1:
        raise ValueError(path.name)
    return Vectors(tuple(word for word, _ in pairs), b"".join(rows), sizes.pop())

"""Cells of a document."""

from __future__ import annotations

from cascade.documents.document import Cell, cell_of
from cascade.model.plan import Lines


def test_a_cell_holds_its_lines_without_blank_ones() -> None:
    assert cell_of([(3, " Rà  soát "), (4, " "), (5, "văn bản")]) == Cell("Rà soát\nvăn bản", Lines(3, 5))
    assert cell_of([(1, ""), (2, "\t")]) == Cell()

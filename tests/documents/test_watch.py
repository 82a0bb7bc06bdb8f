"""Whoever listens hears of pages, and nobody after that."""

from __future__ import annotations

from cascade.documents.watch import heard_by, page_read


def test_only_who_listens_hears() -> None:
    inner: list[tuple[int, int | None]] = []
    outer: list[tuple[int, int | None]] = []
    page_read(1, 2)
    with heard_by(lambda done, total: outer.append((done, total))):
        page_read(1, 9)
        with heard_by(lambda done, total: inner.append((done, total))):
            page_read(2, None)
        with heard_by(None):
            page_read(3, 9)
        page_read(4, 9)
    page_read(5, 9)
    assert (outer, inner) == ([(1, 9), (4, 9)], [(2, None)])

"""The table of word vectors: every row of one size, and as it is written."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from cascade.model.wording import Vectors
from cascade.reading.rules import builtin_rules
from cascade.reading.vectors import read_vectors


def table(folder: Path, *rows: tuple[str, bytes], before: str = "") -> Path:
    path = folder / "vectors.tsv"
    lines = [f"{word}\t{base64.b64encode(row).decode()}" for word, row in rows]
    path.write_text(before + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_words_and_rows_are_read_in_their_order_without_comments(tmp_path: Path) -> None:
    path = table(tmp_path, ("hồ sơ", b"\x01\xff"), ("cây", b"\x80\x00"), before="# một dòng\n\n")
    assert read_vectors(path) == Vectors(("hồ sơ", "cây"), b"\x01\xff\x80\x00", 2)


def test_rows_of_two_sizes_are_an_error_that_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"vectors\.tsv"):
        read_vectors(table(tmp_path, ("hồ sơ", b"\x01\xff"), ("cây", b"\x80")))


@pytest.mark.parametrize("text", ["cây\tkhông phải base64!\n", "cây\n", "cây\tAA==\tAA==\n", "", "# chỉ lời chú\n"])
def test_a_table_that_is_none_is_an_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "vectors.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError):  # noqa: PT011 - several causes, one kind
        read_vectors(path)


def test_the_shipped_table_is_sorted_so_that_a_change_shows_as_one_line() -> None:
    words = read_vectors(builtin_rules() / "vectors.tsv").words
    assert list(words) == sorted(words)
    assert len(words) > 1000

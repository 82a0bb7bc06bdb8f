"""Plan files under 100 kB that once took many seconds: their time grows with their size, not with its square."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cascade.audit import audit
from cascade.formats.audit_text import render
from cascade.reading.plans import read_corpus
from cascade.report.screen import Screen
from cascade.result.fill import fill
from tests.reading.files import HEAD
from tests.support import domain

SIZE = 97_000
FILES: dict[str, tuple[str, Callable[[int], str]]] = {
    "one number": ("citations:\n", lambda _: "- {role: basis, number: 5/KH-UBND, date: 2021-01-01}\n"),
    "many titles": ("citations:\n", lambda n: f"- {{role: basis, number: 5/KH-UBND, title: t{n}, date: 2021-01-01}}\n"),
    "one plan": ("citations:\n", lambda _: "- {role: basis, title: CCHC xã Mẫu năm 2023, date: 2021-01-01}\n"),
    "one key": ("", lambda _: "a: 1\n"),
    "many keys": ("", lambda n: f"a{n}: 1\n"),
    "empty items": ("targets:\n", lambda _: "- {}\n"),
    "aliases": ("targets:\n", lambda n: f"- *x{n}\n"),
    "unknown measures": ("targets:\n", lambda n: f"- {{id: t{n}, text: a, value: 8%, measure: m{n}}}\n"),
    "unknown objectives": ("tasks:\n", lambda n: f"- {{id: k{n}, text: a, under: z{n}}}\n"),
    "nearly alike": ("tasks:\n", lambda n: f"- {{id: k{n}, text: a b c d e f g h i j k {n} x{7 * n}}}\n"),
    "one text": ("tasks:\n", lambda n: f"- {{id: k{n}, text: Rà soát TTHC}}\n"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_plan_file_under_100_kb_is_audited_in_linear_time(name: str, tmp_path: Path) -> None:
    key, line = FILES[name]
    (tmp_path / "xa-mau.yaml").write_text(HEAD + key + _lines(line), encoding="utf-8")
    rules = domain()
    begun = time.process_time()
    render(fill(audit(read_corpus([tmp_path], rules), rules)), "vi", Screen())
    assert time.process_time() - begun < 6  # two seconds, on a machine that does other work too


def _lines(line: Callable[[int], str]) -> str:
    lines: list[str] = []
    size = 0
    while size < SIZE:
        lines.append(line(len(lines)))
        size += len(lines[-1].encode())
    return "".join(lines)

from __future__ import annotations

import pytest

from cascade.formats.audit_text import render
from cascade.report.screen import Screen
from tests.formats.forms import golden

COMMANDS = ("--show C1", "--full", "--statistics", "-o bang.xlsx", "-o gop-y.docx", "-o bao-cao.html")


@pytest.mark.parametrize("width", [40, 66, 80, 100, 140])
def test_no_command_is_broken_over_two_lines(width: int) -> None:
    lines = render(golden(), "vi", screen=Screen(width), view="summary").decode().splitlines()
    assert [command for command in COMMANDS if not any(command in line for line in lines[-8:])] == []

"""The page that terminal reports are drawn on: its width, and whether it takes colour and lines."""

from __future__ import annotations

import io
from collections.abc import Mapping

import msgspec
from rich import box
from rich.cells import cell_len, set_cell_size
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from cascade.model.text import page_line, visible

STYLES = {"error": "bold red", "warning": "magenta", "info": ""}
"""Colours that stand out on a light and on a dark ground alike."""
MARKS = {"error": "✗", "warning": "!", "info": "·"}
_MARKS = {"lacking": "✗", "partial": "~", "unsure": "?", "none": "·", "full": "█", "half": "▒", "rest": "░"}
_PLAIN_MARKS = {"lacking": "x", "partial": "~", "unsure": "?", "none": ".", "full": "#", "half": "=", "rest": "-"}


_RULER = Console(file=io.StringIO(), width=1, color_system=None, legacy_windows=False)


class Screen(msgspec.Struct, frozen=True):
    """`fancy` screens take colour and box drawing; plain ones are for files and pipes."""

    width: int = 100
    fancy: bool = False

    @property
    def marks(self) -> Mapping[str, str]:
        """Signs of the verdicts in a matrix, and what bars are drawn with: of ASCII where lines are not drawn."""
        return _MARKS if self.fancy else _PLAIN_MARKS

    def draw(self, *parts: RenderableType) -> str:
        """The parts, one below the other, as text of this width."""
        out = io.StringIO()
        console = Console(
            file=out,
            width=self.width,
            force_terminal=self.fancy,
            color_system="standard" if self.fancy else None,
            legacy_windows=False,
            markup=False,
            highlight=False,
            emoji=False,
        )
        for part in parts:
            console.print(part, soft_wrap=False)
        lines = out.getvalue().split("\n")
        return "\n".join(line.rstrip() for line in lines)

    def hanging(self, guides: str, text: Text) -> Table:
        """A row of a tree: where the text runs over, it stays right of its guides."""
        row = Table.grid()
        row.add_column(no_wrap=True, width=len(guides) + 1, style="dim")
        row.add_column(overflow="fold")
        row.add_row(Text(f" {guides}"), text)
        return row

    def grid(self, *widths: int) -> Table:
        """A table without head or lines whose columns take up so many cells each, the space after them included."""
        table = Table.grid(padding=(0, 1, 0, 0), pad_edge=False)
        for width in widths:
            table.add_column(width=width - 1 if width > 1 else 1, overflow="fold", vertical="top")
        return table

    def table(self, *heads: str, widths: tuple[int, ...]) -> Table:
        """A table with a head row; ruled on a fancy screen."""
        table = Table(
            box=box.SIMPLE_HEAD if self.fancy else None,
            expand=True,
            padding=(0, 1),
            pad_edge=False,
            header_style="bold",
        )
        for head, width in zip(heads, widths, strict=True):
            table.add_column(head, ratio=width, overflow="fold", vertical="top")
        return table


def safe(text: str, style: str = "") -> Text:
    """Text of a plan as text on one line: nothing in it acts on a terminal or on the layout."""
    return Text(page_line(text), style=style)


def clipped(text: str, cells: int) -> str:
    """The beginning of a text that takes up no more than so many cells."""
    text = safe(text).plain
    return text if cell_len(text) <= cells else f"{set_cell_size(text, max(cells - 1, 1)).rstrip()}…"


def fitted(text: Text, cells: int, lines: int) -> Text:
    """The beginning of a text that takes up no more than so many lines of so many cells."""
    wrapped = text.wrap(_RULER, cells, overflow="fold")
    if len(wrapped) <= lines:
        return text
    kept = wrapped[:lines]
    kept[-1].rstrip()
    kept[-1].truncate(cells - 1)
    kept[-1].append("…")
    return Text("\n").join(kept)


def joined(*parts: Text | str) -> Text:
    """Texts one after the other."""
    whole = Text()
    for part in parts:
        whole.append_text(part) if isinstance(part, Text) else whole.append(visible(part))
    return whole

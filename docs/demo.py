"""The demo of the README: calls on the example with what they really print, as one moving picture without any script.

`python -m docs.generate` runs the audit and writes the picture anew; who asks for less motion sees the first screen.
"""

from __future__ import annotations

import io
import re
from contextlib import chdir
from pathlib import Path

import msgspec
from rich.console import Console
from rich.text import Text

from cascade import api
from cascade.formats.audit_text import View, render
from cascade.model.words import Lang
from cascade.report.screen import Screen
from cascade.result.result import Result

ROOT = Path(__file__).resolve().parent.parent
PLANS = "examples/tinh-vi-du"
COLUMNS, ROWS, SECONDS = 100, 53, 9
_FRAME = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-label="cascade">
<style>
.scene {{ opacity: 0; animation: show {whole}s infinite steps(1); }}
{delays}
@keyframes show {{ 0% {{ opacity: 1 }} {part}% {{ opacity: 0 }} }}
@media (prefers-reduced-motion: reduce) {{ .scene {{ animation: none }} .scene:first-of-type {{ opacity: 1 }} }}
text {{ font: 20px/24.4px Consolas, Menlo, "Noto Sans Mono", "Liberation Mono", monospace; white-space: pre; }}
{styles}
</style>
<rect width="100%" height="100%" rx="8" fill="#292929"/>
{scenes}
</svg>
"""
_SCENE = "{styles}\x1f{backgrounds}<g>{matrix}</g>"
_CLIP = re.compile(r' clip-path="[^"]*"| textLength="[^"]*"')


class Call(msgspec.Struct, frozen=True):
    """One call: its arguments as a person types them, and what of the result it shows."""

    typed: str
    view: View = "summary"
    show: tuple[str, ...] = ()


CALLS = (Call(""), Call("--show b2", show=("b2",)), Call("--show d1", show=("d1",)), Call("--statistics", "statistics"))


def demo(result: Result, lang: Lang) -> str:
    """The picture, from the audit of the example."""
    made = [_scene(result, call, lang, place) for place, call in enumerate(CALLS)]
    part = 100 / len(made)
    return _FRAME.format(
        width=round(COLUMNS * 12.2 + 20),
        height=round(ROWS * 24.4 + 20),
        whole=SECONDS * len(made),
        part=f"{part:g}",
        delays="\n".join(f".s{place} {{ animation-delay: {place * SECONDS}s }}" for place in range(len(made))),
        styles="\n".join(styles for styles, _ in made),
        scenes="\n".join(
            f'<g class="scene s{place}" transform="translate(10 4)">{drawn}</g>'
            for place, (_, drawn) in enumerate(made)
        ),
    )


def audited() -> Result:
    """The audit of the example, as its README calls it."""
    with chdir(ROOT):
        return api.audit([PLANS])


def _scene(result: Result, call: Call, lang: Lang, place: int) -> tuple[str, str]:
    """The styles and the lines of one screen: what was typed, and what is printed, its last lines where it is long."""
    printed = render(result, lang, Screen(COLUMNS, fancy=True), view=call.view, show=call.show).decode().rstrip()
    typed = " ".join(("$ cascade audit", PLANS, call.typed, *(["--lang en"] if lang == "en" else []))).replace(
        "  ", " "
    )
    lines = printed.split("\n")[-(ROWS - 2) :]
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), color_system="standard", force_terminal=True)
    console.print(Text(typed, style="bold green"), "", Text.from_ansi("\n".join(lines)), sep="\n")
    made = console.export_svg(code_format=_SCENE, unique_id=f"d{place}")
    styles, _, drawn = made.partition("\x1f")
    return styles.strip(), "\n".join(line.rstrip() for line in _CLIP.sub("", drawn).split("\n"))

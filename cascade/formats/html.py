"""The page: one HTML file that opens from disk without a network, in both languages, with all that was found.

Without scripts everything on it can be read; the script only filters and searches. Text of plans is text: the template
library escapes it, and a policy in the page lets nothing run, load or leave but the page's own script and style.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from importlib import resources

import jinja2
from markupsafe import Markup

from cascade import __version__
from cascade.formats.page import words
from cascade.formats.page.matrix import SIGNS
from cascade.formats.page.passages import place, shown
from cascade.formats.page.view import View
from cascade.formats.page.words import both, said
from cascade.model.rule import SEVERITIES
from cascade.model.text import page_line
from cascade.model.words import Lang
from cascade.report import phrases
from cascade.result.result import Result

SHAPES: Mapping[str, str] = {"error": "■", "warning": "▲", "info": "●", "sound": "○", "held": "◇", "basis": "–"}
"""What tells a severity without its colour."""
_POLICY = "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'"
_LONG = 30
"""More rows than this scroll in a box of their own."""
_FEW = 4
"""More warnings than this open when they are asked for."""


def render(result: Result, lang: Lang) -> bytes:
    """The whole page; `lang` is the language that it opens in."""
    style, script = _part("page.css"), _part("page.js")
    drawn = _template().render(
        page=View(result),
        result=result,
        lang=lang,
        W=words,
        P=phrases,
        style=Markup(style),  # noqa: S704 - ours, a file of this package
        script=Markup(script),  # noqa: S704 - likewise
        policy=_POLICY.format(_digest(script), _digest(style)),
        version=__version__,
    )
    return drawn.encode()


def _part(name: str) -> str:
    return resources.files("cascade.formats.page").joinpath(name).read_text("utf-8")


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("cascade.formats", "page"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_safe,
    )
    environment.globals |= {
        "both": both,
        "said": said,
        "SHAPES": SHAPES,
        "SIGNS": SIGNS,
        "SEVERITIES": SEVERITIES,
        "LONG": _LONG,
        "FEW": _FEW,
        "place": place,
        "shown": shown,
    }
    return environment.get_template("page.html.jinja")


def _safe(value: object) -> object:
    """What a template writes: nothing in it is invisible, or breaks a line; escaped after that, unless it is markup."""
    if isinstance(value, float):
        return f"{value:g}"
    return value if isinstance(value, Markup) else page_line(str(value))

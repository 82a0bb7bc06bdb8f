"""A badge: how many findings there are, as a small picture for a page."""

from __future__ import annotations

from xml.sax.saxutils import escape

from cascade.model.words import Lang
from cascade.report import phrases
from cascade.result.result import Result

LABEL = "cascade"
COLOURS = {"error": "#c0392b", "warning": "#b7791f", "info": "#2b6cb0"}
GOOD, UNKNOWN = "#2f855a", "#4a5568"
_LETTER, _PADDING = 7, 10  # pixels of a letter and beside the words, with room for any font
_PICTURE = """\
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="20" role="img" aria-label="{label}: {said}">
<!-- cascade-audit/1 -->
<title>{label}: {said}</title>
<rect width="{width}" height="20" rx="3" fill="#2d3748"/>
<path d="M{left} 0h{right}v20h-{right}z" fill="{colour}"/>
<g fill="#fff" text-anchor="middle" font-family="Verdana, DejaVu Sans, sans-serif" font-size="11">
<text x="{at}" y="14">{label}</text>
<text x="{where}" y="14">{said}</text>
</g>
</svg>
"""


def render(result: Result, lang: Lang) -> bytes:
    """The picture, as SVG: the worst that was found, and how often; grey where something was not looked at."""
    worst = next(((severity, n) for severity, n in result.counts.items() if n), None)
    if result.faults or not result.compares:
        said = (phrases.FAULTS if result.faults else phrases.HEAD_NOT_COMPARED).say(lang).lower()
        colour = UNKNOWN
    elif worst is None:
        said, colour = phrases.SOUND.say(lang), GOOD
    else:
        said, colour = phrases.count(*worst, lang), COLOURS[worst[0]]
    left, right = (_LETTER * len(words) + 2 * _PADDING for words in (LABEL, said))
    places = {"width": left + right, "left": left, "right": right, "at": left // 2, "where": left + right // 2}
    return _PICTURE.format(label=LABEL, said=escape(said), colour=colour, **places).encode()

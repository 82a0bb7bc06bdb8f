"""Plans that say what would act if it were not text, and what to look for in reports on them."""

from __future__ import annotations

import unicodedata

from cascade.audit import Audit
from cascade.model.plan import Citation
from cascade.model.rule import Sketch
from tests.support import audited, linked, target, task

ACTING = {"Cc", "Cs", "Zl", "Zp"}
HIDDEN = {
    chr(point)
    for first, last in ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069))
    for point in range(first, last + 1)
}
HIDDEN |= {"\u061c", "\ufeff", "\U000e0041"}
TEXTS = {
    "colour": "\x1b[31mđỏ\x1b[0m",
    "clear the screen": "\x1b[2J\x1b[H",
    "set the title": "\x1b]0;title\x07",
    "a link": "\x1b]8;;http://example.invalid\x1b\\đây\x1b]8;;\x1b\\",
    "one-byte escapes": "\x9b31m\x9d0;title\x9c",
    "back over the line": "sai\b\b\bđúng\rmới",
    "bell, null and delete": "\x07\x00\x7f",
    "bidi": "\u202eđảo\u202c \u2066cô lập\u2069 \u200fphải\u200e \u061c",
    "invisible": "ẩ\u200bn\ufeff \u2060\U000e0041",
    "rich markup": "[bold]đậm[/bold] [link=http://example.invalid]đây[/link] [/] [red",
    "emoji names": ":warning: :smile:",
    "mermaid": '"]:::full --> p0; click p0 "http://example.invalid" %%{init: {}}%% `x` <b>|#quot;',
    "dot": '", shape=none]; "x" -> "y" \\" \\n \\ {',
    "html": "<script>alert(1)</script>&amp;",
    "lines": "một\nhai\r\nba\u2028bốn\u2029năm\x85sáu\x0bbảy\x0ctám\ttab",
    "long": "dài " * 2500,
    "long without a space": "x" * 10_000,
    "wide": "漢字" * 200,
    "accents": "a" + "\u0301\u0323\u20dd\u0489" * 500 + "b",
    "only accents": "\u0301" * 2000,
    "empty": "",
    "braces": "{parent_text} {0} {",
}
"""What a plan might say, by what it would do if it were not text."""


def hostile(text: str) -> Audit:
    """The audit of a commune and a district that say `text` wherever they may say anything.

    Their titles are as long as they may be; everywhere else a thousand characters do.
    """
    title, text = f"CCHC {text}", text[:1000]
    parent = Sketch(
        title=title,
        targets=(
            target(f"1 {text}", "80%", text=f"Thanh toán {text}", tier="commune"),
            target("2", "15 phút", "tthc.waiting-time", text=text, tier="commune"),
        ),
        tasks=(task("T", f"Chứng thực {text}", area=2, lead=("UBND các xã, thị trấn", text), due=text),),
    )
    child = Sketch(
        title=title,
        number=f"9 {text}",
        issuer=f"UBND {text}",
        citations=(
            Citation(role="basis", number="01/KH-UBND", issuer="UBND huyện Thử"),
            Citation(role="body", title=text, number=text),
        ),
        targets=(
            target(f"a {text}", "50-80%", text=text, exception=text, hedge=text, doubt=f"ngờ {text}"),
            target(f"b {text}", "3040%", None, text=f"Tỷ lệ {text}"),
        ),
        tasks=(task(f"t {text}", f"Rà soát {text}", area=2, due=f"30/6/2021 {text}", lead=(text,)),),
    )
    return audited(linked(parent, child))


def acts(text: str) -> list[str]:
    """The characters that would do something, or hide something, if they were shown."""
    return [char for char in text if char in HIDDEN or (unicodedata.category(char) in ACTING and char != "\n")]

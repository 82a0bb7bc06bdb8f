"""`cascade schema plan|report|…`: the JSON Schemas, generated from the types."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cascade.cli.deliver import deliver, destination
from cascade.cli.load import load_domain
from cascade.cli.options import lang_option, output_option, rules_option
from cascade.cli.usage import Translated, say

if TYPE_CHECKING:
    from cascade.model.words import Lang


OF = {
    "plan": say("tệp kế hoạch", "plan files"),
    "report": say("báo cáo JSON", "the JSON report"),
    "comparison": say("cascade compare --format json", "cascade compare --format json"),
    "decisions": say("tệp kết luận", "files of decisions"),
    "settings": say("cascade.toml", "cascade.toml"),
}
"""Each schema with what it is of."""
_LISTED = "; ".join(f"{name}: {about}" for name, about in OF.items())


@click.command(
    "schema",
    cls=Translated,
    help=say(
        f"In JSON Schema, để trình soạn thảo kiểm tra, giải thích và gợi ý khi gõ ({_LISTED}).",
        f"Print a JSON Schema, by which editors check, explain and complete what is typed ({_LISTED}).",
    ),
)
@click.argument("which", type=click.Choice(list(OF)), metavar=f"{{{'|'.join(OF)}}}")
@rules_option
@lang_option
@output_option
def command(which: str, rule_folders: tuple[Path, ...], lang: Lang, output: Path | None) -> int:
    from cascade.formats.schemas import SCHEMAS, schema_text

    destination(None, output, {"json": (".json",)})
    domain, whole = load_domain(rule_folders, lang)
    deliver(schema_text(SCHEMAS[which](domain, lang)), output)
    return 0 if whole else 2

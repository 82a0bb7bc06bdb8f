"""`cascade schema plan|report|decisions`: the JSON Schemas, generated from the types."""

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


@click.command(
    "schema",
    cls=Translated,
    help=say(
        "In JSON Schema của tệp kế hoạch (plan), của báo cáo (report) hoặc của tệp quyết định (decisions).",
        "Print the JSON Schema of the plan file (plan), the report (report) or the decisions file (decisions).",
    ),
)
@click.argument("which", type=click.Choice(["plan", "report", "decisions"]), metavar="{plan|report|decisions}")
@rules_option
@lang_option
@output_option
def command(which: str, rule_folders: tuple[Path, ...], lang: Lang, output: Path | None) -> int:
    from cascade.formats.schemas import decisions_schema, plan_schema, report_schema, schema_text

    destination(None, output, {"json": (".json",)})
    if which == "report":
        deliver(schema_text(report_schema()), output)
        return 0
    domain, whole = load_domain(rule_folders, lang)
    made = plan_schema(domain) if which == "plan" else decisions_schema(domain)
    deliver(schema_text(made), output)
    return 0 if whole else 2

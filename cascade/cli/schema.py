"""`cascade schema plan|report`: the JSON Schemas, generated from the types."""

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
        "In JSON Schema của tệp kế hoạch (plan) hoặc của báo cáo (report).",
        "Print the JSON Schema of the plan file (plan) or of the report (report).",
    ),
)
@click.argument("which", type=click.Choice(["plan", "report"]), metavar="{plan|report}")
@rules_option
@lang_option
@output_option
def command(which: str, rule_folders: tuple[Path, ...], lang: Lang, output: Path | None) -> int:
    from cascade.report.schemas import plan_schema, report_schema, schema_text

    destination(None, output, {"json": (".json",)})
    if which == "report":
        deliver(schema_text(report_schema()), output)
        return 0
    domain, whole = load_domain(rule_folders, lang)
    deliver(schema_text(plan_schema(domain)), output)
    return 0 if whole else 2

"""`cascade schema plan|report|decisions|rule`: the JSON Schemas, generated from the types."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cascade.cli.deliver import deliver, destination
from cascade.cli.load import load_domain
from cascade.cli.options import lang_option, output_option, rules_option
from cascade.cli.settings import settled_paths
from cascade.cli.usage import Translated, say

if TYPE_CHECKING:
    from cascade.model.words import Lang


@click.command(
    "schema",
    cls=Translated,
    help=say(
        "In JSON Schema của tệp kế hoạch (plan), của báo cáo (report), của tệp quyết định (decisions) hoặc của quy tắc "
        "riêng (rule).",
        "Print the JSON Schema of the plan file (plan), the report (report), the decisions file (decisions) or a rule "
        "of one's own (rule).",
    ),
)
@click.argument(
    "which", type=click.Choice(["plan", "report", "decisions", "rule"]), metavar="{plan|report|decisions|rule}"
)
@rules_option
@lang_option
@output_option
@click.pass_context
def command(ctx: click.Context, which: str, rule_folders: tuple[Path, ...], lang: Lang, output: Path | None) -> int:
    from cascade.formats.schemas import decisions_schema, plan_schema, report_schema, rule_schema, schema_text

    destination(None, output, {"json": (".json",)})
    if which == "report":
        deliver(schema_text(report_schema()), output)
        return 0
    domain, whole = load_domain(rule_folders, lang, settled_paths(ctx))
    made = {"plan": plan_schema, "decisions": decisions_schema, "rule": rule_schema}[which](domain)
    deliver(schema_text(made), output)
    return 0 if whole else 2

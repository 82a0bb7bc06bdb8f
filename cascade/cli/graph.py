"""`cascade graph PATH`: who carries out whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cascade.cli.deliver import deliver, destination
from cascade.cli.load import load_audit, load_domain, tell
from cascade.cli.options import lang_option, output_option, paths_argument, rules_option, screen
from cascade.cli.usage import Translated, say

if TYPE_CHECKING:
    from cascade.model.words import Lang

FORMS = {"tree": (".txt",), "mermaid": (".mmd", ".mermaid"), "dot": (".dot", ".gv")}


@click.command(
    "graph",
    cls=Translated,
    help=say(
        "Vẽ các kế hoạch trong ĐƯỜNG-DẪN theo căn cứ của chúng.", "Draw the plans in PATH by what their bases name."
    ),
)
@paths_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMS)),
    show_default="tree",
    help=say("Dạng hình vẽ.", "Form of the picture."),
)
@rules_option
@lang_option
@output_option
def command(
    paths: tuple[Path, ...], form: str | None, rule_folders: tuple[Path, ...], lang: Lang, output: Path | None
) -> int:
    from cascade.report.lineage_pictures import dot, mermaid, tree

    form = destination(form, output, FORMS, paths)
    domain, rules_whole = load_domain(rule_folders, lang, paths)
    result = load_audit(paths, domain, lang, rule_folders)
    tell(result.faults, lang)
    if form == "tree":
        text = tree(result.context.lineage, lang, screen(output))
    else:
        text = {"mermaid": mermaid, "dot": dot}[form](result.context.lineage, lang)
    deliver(text, output)
    return 2 if result.faults or not rules_whole else 0

"""`cascade rules [ID]`: what is checked, and why; `--check` runs the examples."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cascade.cli import completion
from cascade.cli.deliver import TEXT, deliver, destination
from cascade.cli.load import fail, load_domain, tell
from cascade.cli.options import lang_option, output_option, rules_option, screen
from cascade.cli.settings import settled_paths
from cascade.cli.streams import warn
from cascade.cli.usage import Translated, say

if TYPE_CHECKING:
    from cascade.model.domain import Domain
    from cascade.model.words import Lang


@click.command(
    "rules",
    cls=Translated,
    help=say(
        "Liệt kê các quy tắc, hoặc giải thích quy tắc MÃ: kiểm tra gì, vì sao, tham số, ví dụ.",
        "List the rules, or explain rule ID: what it checks, why, its parameters and examples.",
    ),
)
@click.argument("rule_id", required=False, metavar=say("[MÃ]", "[ID]"), shell_complete=completion.rules)
@click.option("--check", is_flag=True, help=say("Chạy mọi ví dụ trong các quy tắc.", "Run every example of the rules."))
@rules_option
@lang_option
@output_option
@click.pass_context
def command(
    ctx: click.Context,
    rule_id: str | None,
    check: bool,
    rule_folders: tuple[Path, ...],
    lang: Lang,
    output: Path | None,
) -> int:
    from cascade.reading.fault import nearest
    from cascade.report.rules_text import rule_text, rules_text

    destination(None, output, TEXT)
    domain, whole = load_domain(rule_folders, lang, settled_paths(ctx), examples=True)
    if rule_id is not None and rule_id not in domain.rules:
        near = nearest(rule_id, domain.rules).say(lang)
        fail(say(f"không có quy tắc «{rule_id}»{near}", f"there is no rule «{rule_id}»{near}"))
    if check:
        return _check(domain, lang, whole)
    page = screen(output)
    text = rule_text(domain.rules[rule_id], lang, page) if rule_id else rules_text(domain, lang, page)
    deliver(text, output)
    return 0 if whole else 2


def _check(domain: Domain, lang: Lang, whole: bool) -> int:
    from cascade.examples import check_examples
    from cascade.lexicon.units_table import unit_faults, units_file
    from cascade.report import phrases

    faults = unit_faults(units_file())
    tell(faults, lang)
    whole = whole and not faults
    failures = list(check_examples(domain))
    for failure in failures:
        warn(f"{failure.rule}: {failure.about}: {failure.problem}")
    if not failures:
        examples = sum(len(rule.fires) + len(rule.silent) for rule in domain.rules.values())
        said = phrases.RULES_OK if whole else phrases.RULES_NOT_WHOLE
        click.echo(said.say(lang, rules=len(domain.rules), examples=examples))
    return 1 if failures else 0 if whole else 2

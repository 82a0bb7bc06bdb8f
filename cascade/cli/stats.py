"""`cascade stats PATH…`: how far plans carry out what is above them, in numbers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cascade.cli.deliver import deliver, deliveries
from cascade.cli.forms import needs_of, rendered, suffixes
from cascade.cli.load import load_audit, load_domain, tell
from cascade.cli.options import decisions_option, lang_option, paths_argument, reports_options, rules_option
from cascade.cli.usage import Translated, say
from cascade.formats.table import STATS

if TYPE_CHECKING:
    from cascade.model.words import Lang


@click.command(
    "stats",
    cls=Translated,
    help=say(
        "Thống kê theo cấp, lĩnh vực và năm: bao nhiêu chỉ tiêu cấp trên được đạt, vượt, thấp hơn, trễ hạn, chưa thấy, "
        "bao nhiêu nhiệm vụ được thực hiện.",
        "Count by level, area and year how many targets above are met, exceeded, weaker, late or not found, and how "
        "many tasks are covered.",
    ),
)
@paths_argument
@decisions_option
@rules_option
@lang_option
@reports_options(STATS)
def command(
    paths: tuple[Path, ...],
    decision_files: tuple[Path, ...],
    rule_folders: tuple[Path, ...],
    lang: Lang,
    asked: tuple[str, ...],
    outputs: tuple[Path, ...],
) -> int:
    from cascade.result.fill import fill

    wanted = deliveries(asked, outputs, suffixes(STATS), paths)
    domain, rules_whole = load_domain(rule_folders, lang, paths)
    result = load_audit(paths, domain, lang, rule_folders, decision_files)
    filled = fill(result, needs_of(STATS, wanted))
    for one, report in rendered(filled, STATS, wanted, lang):
        deliver(report, one.output)
    tell(result.faults, lang)
    return 2 if result.faults or not rules_whole or not result.compares else 0

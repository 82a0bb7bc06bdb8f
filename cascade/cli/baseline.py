"""`cascade baseline PATH…`: the findings of today, to be set aside from tomorrow on."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cascade.cli.deliver import deliver, destination
from cascade.cli.load import load_audit, load_domain, tell
from cascade.cli.options import decisions_option, lang_option, output_option, paths_argument, rules_option, today_option
from cascade.cli.usage import Translated, say

if TYPE_CHECKING:
    from cascade.model.words import Lang

FORMS = {"baseline": (".json",)}


@click.command(
    "baseline",
    cls=Translated,
    help=say(
        "Ghi các phát hiện hiện có trong ĐƯỜNG-DẪN làm mốc; «cascade audit --baseline TỆP» chỉ báo những gì mới hơn.",
        "Keep what is found in PATH now; «cascade audit --baseline FILE» reports only what is newer.",
    ),
)
@paths_argument
@decisions_option
@today_option
@rules_option
@lang_option
@output_option
def command(
    paths: tuple[Path, ...],
    decision_files: tuple[Path, ...],
    today: date,
    rule_folders: tuple[Path, ...],
    lang: Lang,
    output: Path | None,
) -> int:
    from cascade.audit import select
    from cascade.formats.baseline import render
    from cascade.result.fill import fill

    destination(None, output, FORMS, paths)
    domain, rules_whole = load_domain(rule_folders, lang)
    result = load_audit(paths, domain, lang, rule_folders, decision_files, today)
    tell(result.faults, lang)
    deliver(render(fill(select(result)), lang), output)
    return 2 if result.faults or not rules_whole else 0

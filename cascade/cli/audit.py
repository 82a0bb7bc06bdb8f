"""`cascade audit PATH…`: the report, and the exit status for CI."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cascade.cli.load import fail, load_audit, load_domain, tell
from cascade.cli.options import deliver, lang_option, names, output_option, rules_option, screen
from cascade.cli.usage import Translated, say
from cascade.model.rule import SEVERITIES, Severity

if TYPE_CHECKING:
    from cascade.model.words import Lang


@click.command(
    "audit",
    cls=Translated,
    help=say(
        "Kiểm tra mọi kế hoạch trong PATH (tệp hoặc thư mục) và in báo cáo.",
        "Check every plan in PATH (files or folders) and print the report.",
    ),
)
@click.argument("paths", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--format",
    "form",
    type=click.Choice(["rich", "json"]),
    default="rich",
    show_default=True,
    help=say("Dạng báo cáo.", "Form of the report."),
)
@click.option(
    "--sources",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar=say("THƯ-MỤC", "DIR"),
    help=say(
        "Thư mục văn bản gốc: in thêm nguyên văn các dòng.", "Folder of the source documents: adds their printed words."
    ),
)
@click.option(
    "--select",
    "only",
    multiple=True,
    metavar="ID[,ID…]",
    help=say("Chỉ báo các quy tắc này.", "Report only these rules."),
)
@click.option(
    "--ignore", multiple=True, metavar="ID[,ID…]", help=say("Bỏ qua các quy tắc này.", "Leave these rules out.")
)
@click.option(
    "--plan",
    "plans",
    multiple=True,
    metavar="ID[,ID…]",
    help=say("Chỉ báo các kế hoạch này.", "Report only these plans."),
)
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    default="error",
    show_default=True,
    help=say("Mức thấp nhất làm mã thoát bằng 1.", "The least severity that makes the exit status 1."),
)
@rules_option
@lang_option
@output_option
def command(
    paths: tuple[Path, ...],
    form: str,
    sources: Path | None,
    only: tuple[str, ...],
    ignore: tuple[str, ...],
    plans: tuple[str, ...],
    fail_on: Severity,
    rule_folders: tuple[Path, ...],
    lang: Lang,
    output: Path | None,
) -> int:
    from cascade.audit import select

    _check_output(output, paths)
    domain, rules_whole = load_domain(rule_folders, lang)
    _check_names(names((*only, *ignore)), domain.rules, lang)
    result = load_audit(paths, domain, lang, rule_folders)
    _check_names(names(plans), result.plans, lang)
    result = select(result, only=names(only), ignore=names(ignore), plans=names(plans))
    if form == "json":
        from cascade.report.audit_json import audit_json

        text = audit_json(result, lang)
    else:
        from cascade.documents.sources import Sources
        from cascade.report.audit_text import audit_text

        text = audit_text(result, lang, screen(output), Sources(sources) if sources else None)
    deliver(text, output)
    if form == "json" or output is not None:
        tell(result.faults, lang)
    if result.faults or not rules_whole:
        return 2
    return 1 if result.fails(fail_on) else 0


def _check_output(output: Path | None, paths: tuple[Path, ...]) -> None:
    """The report never takes the place of a plan that it is about."""
    from cascade.reading.plans import PLAN_SUFFIXES

    if output is None or output.suffix.lower() not in PLAN_SUFFIXES:
        return
    here = output.resolve()
    if any(here == path.resolve() or path.resolve() in here.parents for path in paths):
        fail(say(f"{output} nằm trong các kế hoạch được kiểm tra", f"{output} lies among the plans being checked"))


def _check_names(given: frozenset[str], valid: object, lang: Lang) -> None:
    """A mistyped rule or plan id is a wrong call, never silently nothing."""
    from cascade.reading.fault import nearest

    known = list(valid)  # type: ignore[call-overload]
    for name in sorted(given):
        if name not in known:
            near = nearest(name, known).say(lang)
            fail(say(f"không có «{name}»{near}", f"there is no «{name}»{near}"))

"""`cascade audit PATH…`: the report, and the exit status for CI."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cascade.cli import completion
from cascade.cli.deliver import deliver, deliveries
from cascade.cli.effort import Effort, effort_options
from cascade.cli.forms import check_seen, into_folders, needs_of, printer, rendered, suffixes
from cascade.cli.load import fail, load_audit, load_domain, tell
from cascade.cli.named import plan_ids, plans_named
from cascade.cli.options import (
    decisions_option,
    lang_option,
    names,
    paths_argument,
    reports_options,
    rules_option,
    sources_option,
    today_option,
)
from cascade.cli.originals import originals_of
from cascade.cli.settings import own_reports, settled
from cascade.cli.since import before, saved
from cascade.cli.streams import warn
from cascade.cli.usage import Translated, say
from cascade.formats.table import AUDIT
from cascade.model.rule import SEVERITIES, Severity

if TYPE_CHECKING:
    from cascade.audit import Audit
    from cascade.model.words import Lang
    from cascade.result.result import Result


@click.command(
    "audit",
    cls=Translated,
    help=say(
        "Kiểm tra mọi kế hoạch trong ĐƯỜNG-DẪN (tệp hoặc thư mục) và in báo cáo.",
        "Check every plan in PATH (files or folders) and print the report.",
    ),
)
@paths_argument
@sources_option
@click.option(
    "--select",
    "only",
    multiple=True,
    shell_complete=completion.rules,
    metavar=say("MÃ[,MÃ…]", "ID[,ID…]"),
    help=say("Chỉ báo các quy tắc này.", "Report only these rules."),
)
@click.option(
    "--ignore",
    multiple=True,
    shell_complete=completion.rules,
    metavar=say("MÃ[,MÃ…]", "ID[,ID…]"),
    help=say("Bỏ qua các quy tắc này.", "Leave these rules out."),
)
@click.option(
    "--plan",
    "plans",
    multiple=True,
    shell_complete=completion.plans,
    metavar=say("MÃ[,MÃ…]", "ID[,ID…]"),
    help=say(
        "Chỉ báo các kế hoạch này: mã, tên tệp hoặc tên đơn vị («xã Mẫu»).",
        "Report only these plans: ids, names of files or of units.",
    ),
)
@click.option(
    "--show",
    multiple=True,
    shell_complete=completion.rules,
    metavar=say("MÃ", "WHAT"),
    help=say(
        "Chỉ hiện một điểm (A1), một kế hoạch (A), một loại (chua-thay, thap-hon, chua-du, can-cu …), một quy tắc "
        "hoặc một mục của cấp trên; nhắc lại được.",
        "Show only a point (A1), a plan (A), a kind (missing, weaker, partial, basis …), a rule or an item of the "
        "plan above; repeatable.",
    ),
)
@click.option(
    "--full", is_flag=True, help=say("Hiện mọi điểm, mỗi điểm vài dòng.", "Show every point, a few lines each.")
)
@click.option(
    "--statistics",
    is_flag=True,
    help=say("Hiện số lượng theo quy tắc và theo kế hoạch.", "Show how many there are, by rule and by plan."),
)
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    default="error",
    show_default=True,
    help=say("Mức thấp nhất làm mã thoát bằng 1.", "The least severity that makes the exit status 1."),
)
@click.option(
    "--exit-zero",
    is_flag=True,
    help=say("Có phát hiện vẫn thoát với mã 0 thay vì 1.", "End with 0 instead of 1 where there are findings."),
)
@click.option(
    "--allow-missing-parent",
    is_flag=True,
    help=say(
        "Không thoát với mã 2 khi không có kế hoạch nào được đối chiếu vì thiếu kế hoạch cấp trên.",
        "Do not end with 2 where nothing was compared because every plan above is missing.",
    ),
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=say("TỆP", "FILE"),
    help=say(
        "Bỏ ra ngoài những gì đã có trong mốc này (cascade baseline).",
        "Set aside what this baseline holds (cascade baseline).",
    ),
)
@click.option(
    "--since",
    metavar=say("TỆP|BẢN-GHI", "REPORT|REVISION"),
    help=say(
        "Chỉ báo điểm mới và điểm đã khắc phục so với một báo cáo JSON đã lưu, hoặc một bản ghi của git.",
        "Report only what is new, and what was mended, since a saved report in JSON or a revision of git.",
    ),
)
@click.option(
    "--with-waived",
    is_flag=True,
    help=say("Báo cả những điểm đã được chấp nhận hoặc bác.", "Report what was accepted or rejected too."),
)
@effort_options
@decisions_option
@today_option
@rules_option
@lang_option
@reports_options(AUDIT)
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    sources: Path | None,
    only: tuple[str, ...],
    ignore: tuple[str, ...],
    plans: tuple[str, ...],
    show: tuple[str, ...],
    full: bool,
    statistics: bool,
    fail_on: Severity,
    exit_zero: bool,
    allow_missing_parent: bool,
    baseline: Path | None,
    since: str | None,
    with_waived: bool,
    decision_files: tuple[Path, ...],
    today: date,
    effort: Effort,
    rule_folders: tuple[Path, ...],
    lang: Lang,
    asked: tuple[str, ...],
    outputs: tuple[Path, ...],
) -> int:
    from cascade.audit import select
    from cascade.result.fill import fill
    from cascade.result.since import held_against, set_aside

    wanted = deliveries(*own_reports(ctx, asked, outputs), suffixes(AUDIT), paths, into_folders(AUDIT))
    check_seen(AUDIT, wanted)
    settings = settled(ctx)
    if baseline is not None and not baseline.exists():
        fail(
            say(f"chưa có mốc «{baseline}»; tạo bằng: cascade baseline", f"no baseline «{baseline}»: cascade baseline")
        )
    domain, rules_whole = load_domain(rule_folders, lang, paths)
    _check_names((*names((*only, *ignore)), *chain(*settings.ignores.values())), domain.rules, lang)
    whole = load_audit(paths, domain, lang, rule_folders, decision_files, today, effort)
    chosen: Any = {
        "only": names(only),
        "ignore": names(ignore),
        "plans": plan_ids(whole, names(plans), lang),
        "ignores": _ignores(whole, settings.ignores),
    }
    earlier = before(since, paths, domain, lang, rule_folders, decision_files, today) if since else None
    result = select(whole, **chosen, waived=with_waived)
    filled = fill(result, needs_of(AUDIT, wanted), printer(sources))
    if baseline is not None:
        filled = set_aside(filled, saved(baseline, lang))
    if earlier is not None:
        filled = held_against(filled, earlier.of(**chosen), frozenset(map(whole.fingerprint, whole.findings)))
    _check_shown(names(show), filled, lang)
    view = "full" if full else "statistics" if statistics else "summary"
    commented = any(AUDIT[one.form].originals for one in wanted)
    originals = originals_of(result, filled.by_plan, sources, lang) if commented else {}
    for one, report in rendered(filled, AUDIT, wanted, lang, originals, view=view, show=sorted(names(show))):
        deliver(report, one.output)
    if not any(AUDIT[one.form].drawn and one.output is None for one in wanted):
        tell(result.faults, lang)
    uncompared = not result.compares and not allow_missing_parent
    if result.faults or not rules_whole or uncompared:
        return 2
    return 1 if filled.fails(fail_on) and not exit_zero else 0


def _check_shown(asked: frozenset[str], result: Result, lang: Lang) -> None:
    """What `--show` names must be there; small or large letters do not count."""
    if asked:
        from cascade.formats.terminal.shown import allowed
        from cascade.formats.terminal.shown import names as known

        _check_names({name.lower() for name in asked}, known(result), lang, allowed(result).say(lang))


def _check_names(given: Iterable[str], known: Collection[str], lang: Lang, allowed: str = "") -> None:
    """A mistyped name is a wrong call, never silently nothing; `allowed`: what may be named instead."""
    from cascade.reading.fault import nearest

    for name in sorted(set(given) - set(known)):
        listed = allowed or say("một quy tắc (cascade rules)", "a rule (cascade rules)")
        hint = nearest(name, known).say(lang) or say(f". Có thể nêu: {listed}", f". It may be: {listed}")
        fail(say(f"không có «{name}»{hint}", f"there is no «{name}»{hint}"))


def _ignores(result: Audit, settled: Mapping[str, Collection[str]]) -> dict[str, frozenset[str]]:
    """The rules that the settings leave out for some plans, by plan; a name that is no plan's is told."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, rules in settled.items():
        named = plans_named(result, name)
        if not named:
            vi = f"cấu hình [ignores]: không có kế hoạch «{name}» trong lần kiểm tra này"
            en = f"settings [ignores]: there is no plan «{name}» in this call"
            warn(say(vi, en))
        for plan_id in named:
            found[plan_id].update(rules)
    return {plan_id: frozenset(rules) for plan_id, rules in found.items()}

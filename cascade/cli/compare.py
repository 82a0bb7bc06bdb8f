"""`cascade compare CHILD [PARENT]`: every item of the plan above beside the child's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cascade.cli import completion
from cascade.cli.deliver import deliver, deliveries
from cascade.cli.forms import needs_of, rendered, suffixes
from cascade.cli.load import fail, load_audit, load_domain, tell
from cascade.cli.named import beside, plan_id
from cascade.cli.options import data_option, decisions_option, lang_option, reports_options, rules_option
from cascade.cli.usage import Translated, say
from cascade.formats.table import COMPARISON

if TYPE_CHECKING:
    from cascade.model.words import Lang


@click.command(
    "compare",
    cls=Translated,
    help=say(
        "Đặt từng chỉ tiêu, nhiệm vụ của kế hoạch CẤP-TRÊN bên cạnh KẾ-HOẠCH "
        "(mã kế hoạch, tệp kế hoạch hoặc văn bản). "
        "Không nêu CẤP-TRÊN thì lấy các kế hoạch mà KẾ-HOẠCH thực hiện.",
        "Put every target and task of the plan above, PARENT, beside CHILD (plan ids, plan files or documents). "
        "Without PARENT: the plans that CHILD carries out.",
    ),
)
@click.argument("child", metavar=say("KẾ-HOẠCH", "CHILD"), shell_complete=completion.plan)
@click.argument("parent", required=False, metavar=say("[CẤP-TRÊN]", "[PARENT]"), shell_complete=completion.plan)
@data_option
@click.option(
    "--why",
    is_flag=True,
    help=say("Nêu những từ nối hai mục với nhau.", "Show the words that tie each item to its answer."),
)
@decisions_option
@rules_option
@lang_option
@reports_options(COMPARISON)
def command(
    child: str,
    parent: str | None,
    data: tuple[Path, ...],
    why: bool,
    decision_files: tuple[Path, ...],
    rule_folders: tuple[Path, ...],
    lang: Lang,
    asked: tuple[str, ...],
    outputs: tuple[Path, ...],
) -> int:
    from cascade.result.fill import fill

    files = tuple(Path(name) for name in (child, parent) if name and Path(name).is_file())
    wanted = deliveries(asked, outputs, suffixes(COMPARISON), files)
    domain, rules_whole = load_domain(rule_folders, lang, beside(files, data))
    result = load_audit(beside(files, data), domain, lang, rule_folders, decision_files)
    tell(result.faults, lang)
    child_id = plan_id(result, child, lang)
    parents = (plan_id(result, parent, lang),) if parent else result.context.lineage.parents(child_id)
    if not parents:
        fail(
            say(
                f"{child_id} chưa nối được với kế hoạch cấp trên nào trong hồ sơ; "
                f"hãy nêu rõ: cascade compare {child_id} MÃ-KẾ-HOẠCH",
                f"{child_id} is not linked to any plan above it on file; name one: cascade compare {child_id} PLAN-ID",
            )
        )
    pairs = [(child_id, parent_id) for parent_id in parents]
    filled = fill(result, needs_of(COMPARISON, wanted), pairs=pairs)
    for one, report in rendered(filled, COMPARISON, wanted, lang, why=why):
        deliver(report, one.output)
    return 2 if result.faults or not rules_whole else 0

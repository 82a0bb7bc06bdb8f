"""`cascade explain PLAN ITEM`: why an item of the plan above is judged as it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cascade.cli import completion
from cascade.cli.deliver import TEXT, deliver, destination
from cascade.cli.load import fail, load_audit, load_domain, tell
from cascade.cli.named import beside, plan_id
from cascade.cli.options import data_option, decisions_option, lang_option, output_option, rules_option, screen
from cascade.cli.usage import Translated, say

if TYPE_CHECKING:
    from cascade.audit import Audit, Judged
    from cascade.model.finding import Item
    from cascade.model.words import Lang


@click.command(
    "explain",
    cls=Translated,
    help=say(
        "Giải thích kết quả của một mục: có giao cho kế hoạch này không, mục nào trả lời, vì sao, mức từng năm. "
        "PLAN là kế hoạch cấp dưới (mã hoặc tệp), ITEM là mục của kế hoạch cấp trên; "
        "hoặc chỉ nêu mã của một phát hiện (B3, hay mã nhận dạng: fingerprint).",
        "Explain what is made of one item: is it asked of the plan, what answers it, why, the bounds of each year. "
        "PLAN is the lower plan (id or file), ITEM an item of the plan above; or give the code (B3) or fingerprint of "
        "a finding alone.",
    ),
)
@click.argument("plan", shell_complete=completion.plan)
@click.argument("item", required=False)
@click.option(
    "--parent",
    shell_complete=completion.plan,
    metavar="ID",
    help=say("Kế hoạch cấp trên có mục ấy.", "The plan above that has the item."),
)
@data_option
@decisions_option
@rules_option
@lang_option
@output_option
def command(
    plan: str,
    item: str | None,
    parent: str | None,
    data: tuple[Path, ...],
    decision_files: tuple[Path, ...],
    rule_folders: tuple[Path, ...],
    lang: Lang,
    output: Path | None,
) -> int:
    from cascade.report.explanation_text import explanation_text

    files = (Path(plan),) if Path(plan).is_file() else ()
    destination(None, output, TEXT, files)
    domain, rules_whole = load_domain(rule_folders, lang, beside(files, data))
    result = load_audit(beside(files, data), domain, lang, rule_folders, decision_files)
    tell(result.faults, lang)
    if item is None:
        child, asked = _found(result, plan)
    else:
        child = plan_id(result, plan, lang)
        parents = (plan_id(result, parent, lang),) if parent else result.context.lineage.ancestors(child)
        asked = _item(result, item, parents, lang)
    deliver(explanation_text(result, child, asked, lang, screen(output)), output)
    return 2 if result.faults or not rules_whole else 0


def _found(result: Audit, name: str) -> tuple[str, Item]:
    """The plan and the asked item of the finding with this code or fingerprint."""
    found = [
        (judged.finding.item.plan, judged.finding.against)
        for judged in result.findings
        if judged.finding.against is not None
        and _is_of_two_plans(judged)
        and name in (judged.code, result.fingerprint(judged))
    ]
    if not found:
        vi = "nêu kế hoạch và mục của cấp trên, hoặc mã (B3) hay mã nhận dạng của một phát hiện về mục ấy"
        en = "name a plan and an item of the plan above, or the code (B3) or fingerprint of a finding about one"
        fail(say(f"{vi}; không có phát hiện «{name}» như thế", f"{en}; there is no such finding «{name}»"))
    return found[0]


def _is_of_two_plans(judged: Judged) -> bool:
    """Whether a finding is about what a plan makes of an item of a plan above it."""
    against = judged.finding.against
    return against is not None and against.kind in ("target", "task") and against.plan != judged.finding.item.plan


def _item(result: Audit, name: str, parents: tuple[str, ...], lang: Lang) -> Item:
    """The item of the nearest plan above that has this id."""
    from cascade.reading.fault import nearest

    known: dict[str, Item] = {}
    for parent in parents:
        for one in result.context.items(parent):
            known.setdefault(result.id_of(one) or "", one)
    if name not in known:
        near = nearest(name, known).say(lang)
        fail(say(f"kế hoạch cấp trên không có mục «{name}»{near}", f"no plan above has an item «{name}»{near}"))
    return known[name]

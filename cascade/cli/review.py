"""`cascade review PLAN`: keep against which versions of the items above a plan was checked."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cascade.cli import completion
from cascade.cli.decisions_file import decisions_file, keep, kept_decisions
from cascade.cli.kept import UnsavedError
from cascade.cli.load import fail, load_audit, load_domain, tell
from cascade.cli.named import beside, plan_id
from cascade.cli.options import data_option, kept_decisions_option, lang_option, rules_option, today_option
from cascade.cli.usage import Translated, say

if TYPE_CHECKING:
    from cascade.audit import Audit
    from cascade.model.decision import Review
    from cascade.model.words import Lang


@click.command(
    "review",
    cls=Translated,
    help=say(
        "Ghi vào decisions.yaml rằng KẾ-HOẠCH (mã, tệp hoặc «xã Mẫu») đã được soát theo các mục hiện có của "
        "kế hoạch cấp trên; khi cấp trên đổi mục nào, cascade audit nêu các mục cần xem lại.",
        "Keep in decisions.yaml that PLAN (an id, a file or a unit) was checked against the items of the plans "
        "above as they are now; when one of these changes, cascade audit names the items to look at.",
    ),
)
@click.argument("plan", metavar=say("KẾ-HOẠCH", "PLAN"), shell_complete=completion.plans)
@click.option(
    "--by",
    "name",
    required=True,
    metavar=say("TÊN", "NAME"),
    help=say("Người hoặc đơn vị soát.", "Who reviewed it."),
)
@data_option
@kept_decisions_option
@today_option
@rules_option
@lang_option
def command(
    plan: str,
    name: str,
    data: tuple[Path, ...],
    decision_files: tuple[Path, ...],
    today: date,
    rule_folders: tuple[Path, ...],
    lang: Lang,
) -> int:
    from cascade.model.plan import clean

    given = Path(plan)
    paths = beside((given,) if given.is_file() else (), data)
    kept = kept_decisions(decisions_file(paths, decision_files))
    domain, rules_whole = load_domain(rule_folders, lang, paths)
    audit = load_audit(paths, domain, lang, rule_folders, decision_files, today)
    tell(audit.faults, lang)
    if not clean(name):
        fail(say("hãy nêu người soát: --by TÊN", "say who reviewed it: --by NAME"))
    made = _reviews_of(audit, plan_id(audit, plan, lang), clean(name), today)
    if not made:
        fail(say(f"«{plan}» không có kế hoạch cấp trên trong hồ sơ", f"no plan above «{plan}» is on file"))
    try:
        keep(kept, made, lang)
    except UnsavedError as error:
        tell([error.fault], lang)
        return 2
    for review in made:
        label = audit.plans[review.parent].label.say(lang)
        n = len(review.reviewed)
        click.echo(say(f"Đã ghi vào {kept.path}: soát theo {n} mục của {label}", f"{kept.path}: {n} items of {label}"))
    return 2 if audit.faults or not rules_whole else 0


def _reviews_of(audit: Audit, plan_id: str, by: str, day: date) -> list[Review]:
    """A review of a plan against each plan that it carries out and whose items are on file, as they are now."""
    from cascade.model.decision import Review
    from cascade.model.stamp import stamps

    parents = [parent for parent in audit.context.lineage.parents(plan_id) if audit.plans[parent].items]
    return [Review(plan_id, parent, stamps(audit.plans[parent]), by, day) for parent in parents]

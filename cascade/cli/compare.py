"""`cascade compare CHILD [PARENT]`: every item of the plan above beside the child's."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cascade.cli.deliver import TEXT, deliver, destination
from cascade.cli.load import fail, load_audit, load_domain, tell
from cascade.cli.options import lang_option, output_option, rules_option, screen
from cascade.cli.usage import Translated, say

if TYPE_CHECKING:
    from cascade.audit import Audit
    from cascade.model.words import Lang


@click.command(
    "compare",
    cls=Translated,
    help=say(
        "Đặt từng chỉ tiêu, nhiệm vụ của kế hoạch cấp trên PARENT bên cạnh kế hoạch CHILD "
        "(mã kế hoạch, tệp kế hoạch hoặc văn bản). "
        "Không nêu PARENT thì lấy các kế hoạch mà CHILD thực hiện.",
        "Put every target and task of the plan above, PARENT, beside CHILD (plan ids, plan files or documents). "
        "Without PARENT: the plans that CHILD carries out.",
    ),
)
@click.argument("child")
@click.argument("parent", required=False)
@click.option(
    "--data",
    type=click.Path(path_type=Path, exists=True),
    multiple=True,
    show_default="data",
    metavar="PATH",
    help=say("Nơi có các kế hoạch.", "Where the plans are."),
)
@rules_option
@lang_option
@output_option
def command(
    child: str,
    parent: str | None,
    data: tuple[Path, ...],
    rule_folders: tuple[Path, ...],
    lang: Lang,
    output: Path | None,
) -> int:
    from cascade.report.comparison_text import comparison_text

    files = tuple(Path(name) for name in (child, parent) if name and Path(name).is_file())
    destination(None, output, TEXT, files)
    domain, rules_whole = load_domain(rule_folders, lang)
    usual = Path("data")
    folders = data or ((usual,) if usual.exists() or not files else ())
    result = load_audit((*folders, *files), domain, lang, rule_folders)
    tell(result.faults, lang)
    child_id = _plan_id(result, child, lang)
    parents = (_plan_id(result, parent, lang),) if parent else result.context.lineage.parents(child_id)
    deliver(comparison_text(result, child_id, parents, lang, screen(output)), output)
    return 2 if result.faults or not rules_whole else 0


def _plan_id(result: Audit, name: str, lang: Lang) -> str:
    """The id of the plan that a call names: by its id, or by the file that holds it or its document."""
    from cascade.reading.fault import nearest

    path = Path(name)
    if path.is_file():
        found = _plan_of(result, path)
        if found is None:
            fail(say(f"không đọc được kế hoạch nào từ {name}", f"no plan could be read from {name}"))
        return found
    plan_id = path.stem if path.suffix in (".yaml", ".yml") else name
    if plan_id not in result.plans:
        near = nearest(plan_id, result.plans).say(lang)
        fail(say(f"không có kế hoạch «{plan_id}»{near}", f"there is no plan «{plan_id}»{near}"))
    return plan_id


def _plan_of(result: Audit, path: Path) -> str | None:
    """The plan that was read from this file, or that a plan file on file was recorded from."""
    from cascade.model.text import file_name
    from cascade.reading.plans import real

    shown, here = file_name(path.as_posix()), real(path)
    for plan_id, file in result.corpus.plans.items():
        if file.file == shown or real(Path(file.file)) == here:
            return plan_id
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    sources = ((plan_id, plan.source) for plan_id, plan in result.plans.items())
    return next((plan_id for plan_id, source in sources if source is not None and source.sha256 == digest), None)

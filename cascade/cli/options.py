"""Options that several commands share, and what they stand for."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

from cascade.cli.usage import DEFAULT, say

if TYPE_CHECKING:
    from cascade.report.screen import Screen

F = TypeVar("F", bound=Callable[..., Any])


def lang_option(command: F) -> F:
    """`--lang vi|en`."""
    return click.option(
        "--lang",
        type=click.Choice(["vi", "en"]),
        default=DEFAULT,
        show_default=True,
        help=say("Ngôn ngữ của báo cáo.", "Language of the report."),
    )(command)


def rules_option(command: F) -> F:
    """`--rules DIR`, repeatable."""
    return click.option(
        "--rules",
        "rule_folders",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        multiple=True,
        metavar=say("THƯ-MỤC", "DIR"),
        help=say(
            "Thư mục quy tắc của đơn vị: thay hoặc bổ sung quy tắc có sẵn.",
            "A folder of your own rules: they replace or add to the shipped ones.",
        ),
    )(command)


def data_option(command: F) -> F:
    """`--data PATH`, repeatable."""
    return click.option(
        "--data",
        type=click.Path(path_type=Path, exists=True),
        multiple=True,
        show_default="data",
        metavar=say("ĐƯỜNG-DẪN", "PATH"),
        help=say("Nơi có các kế hoạch.", "Where the plans are."),
    )(command)


def decisions_option(command: F) -> F:
    """`--decisions PATH`, repeatable, of a command that reads them."""
    return _decisions(command, _are_there)


def kept_decisions_option(command: F) -> F:
    """The same, of a command that makes the file where there is none."""
    return _decisions(command, None)


def _decisions(command: F, callback: Callable[..., tuple[Path, ...]] | None) -> F:
    return click.option(
        "--decisions",
        "decision_files",
        type=click.Path(path_type=Path, readable=False),
        callback=callback,
        multiple=True,
        metavar=say("TỆP", "FILE"),
        help=say(
            "Kết luận của người soát (decisions.yaml); không nêu thì lấy tệp ấy ở gốc thư mục kế hoạch.",
            "What people have decided (decisions.yaml); by default the file of that name at the root of the plans.",
        ),
    )(command)


def _are_there(ctx: click.Context, _: click.Parameter, given: tuple[Path, ...]) -> tuple[Path, ...]:
    """A file that the call names must be there to be read; one that is settled may come with the first decision."""
    named = ctx.get_parameter_source("decision_files") is ParameterSource.COMMANDLINE
    for path in given if named else ():
        if not path.exists():
            raise click.BadParameter(say(f"không có «{path}»", f"there is no «{path}»"))
    return given


def sources_option(command: F) -> F:
    """`--sources DIR`."""
    return click.option(
        "--sources",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        metavar=say("THƯ-MỤC", "DIR"),
        help=say(
            "Thư mục văn bản gốc: in thêm nguyên văn các dòng.",
            "Folder of the source documents: adds their printed words.",
        ),
    )(command)


def today_option(command: F) -> F:
    """`--today DATE`: the only place where the day is asked of the machine."""
    return click.option(
        "--today",
        callback=lambda _ctx, _parameter, given: given.date() if given else date.today(),
        type=click.DateTime(["%Y-%m-%d", "%d/%m/%Y"]),
        metavar=say("NGÀY", "DATE"),
        help=say(
            "Ngày để xét thời hạn của các chấp nhận; không nêu thì là hôm nay.",
            "The day that waivers are held against; by default today.",
        ),
    )(command)


def output_option(command: F) -> F:
    """`-o FILE`."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar=say("TỆP", "FILE"),
        help=say(
            "Ghi báo cáo ra tệp thay vì màn hình; chỉ thay tệp là báo cáo trước đó.",
            "Write the report to a file; it replaces nothing but an earlier report.",
        ),
    )(command)


def _some(ctx: click.Context, _parameter: click.Parameter, paths: tuple[Path, ...]) -> tuple[Path, ...]:
    if not paths and not ctx.resilient_parsing:
        vi = f'chưa nêu tệp hoặc thư mục nào. Ví dụ: {ctx.command_path} "D:\\Kế hoạch 2026"'
        en = f'no file or folder is named. For example: {ctx.command_path} "D:\\Plans 2026"'
        raise click.UsageError(say(vi, en), ctx)
    return paths


def paths_argument(command: F) -> F:
    """`PATH…`: where the plans are; what the settings name, where the call names nothing."""
    kind: click.Path = click.Path(path_type=Path, readable=False)
    return click.argument("paths", type=kind, nargs=-1, metavar=say("ĐƯỜNG-DẪN…", "PATH…"), callback=_some)(command)


def reports_options(forms: Iterable[str]) -> Callable[[F], F]:
    """`--format` and `-o`, both repeatable; `forms`: those of the command."""

    def options(command: F) -> F:
        output = click.option(
            "-o",
            "--output",
            "outputs",
            type=click.Path(path_type=Path, allow_dash=True),
            multiple=True,
            metavar=say("TỆP", "FILE"),
            help=say(
                "Ghi báo cáo ra tệp thay vì màn hình («-»: màn hình), nhắc lại được; chỉ thay tệp là báo cáo trước đó. "
                "Với docx và docx-comments: cũng có thể là thư mục, mỗi kế hoạch một tệp.",
                "Write the report to a file («-»: the screen), repeatable; it replaces nothing but an earlier report. "
                "For docx and docx-comments also a folder: a file a plan.",
            ),
        )
        form = click.option(
            "--format",
            "asked",
            type=click.Choice(list(forms)),
            multiple=True,
            help=say(
                "Dạng báo cáo, nhắc lại được; không nêu thì theo đuôi tệp của -o.",
                "Form of the report, repeatable; left out, the suffix of -o says it.",
            ),
        )
        return form(output(command))

    return options


def screen(output: Path | None) -> Screen:
    """The page for a report: the terminal's width; colour and lines only on a terminal."""
    from cascade.report.screen import Screen

    terminal = output is None and sys.stdout.isatty()
    fancy = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Screen(max(60, shutil.get_terminal_size((100, 24)).columns), fancy)


def names(values: tuple[str, ...]) -> frozenset[str]:
    """`--select a,b --select c` as a set."""
    return frozenset(name.strip() for value in values for name in value.split(",") if name.strip())


__all__ = [
    "data_option",
    "decisions_option",
    "kept_decisions_option",
    "lang_option",
    "names",
    "output_option",
    "paths_argument",
    "reports_options",
    "rules_option",
    "screen",
    "sources_option",
    "today_option",
]

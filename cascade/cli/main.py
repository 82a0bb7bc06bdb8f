"""`cascade`: finds the command that was called and runs it."""

from __future__ import annotations

import errno
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from cascade import __version__
from cascade.cli.settings import LIMITED, settle
from cascade.cli.streams import forget_output, open_streams, warn
from cascade.cli.usage import LANG, Translated, say, shown_error
from cascade.processes import collect_rarely

COMMANDS = {
    "audit": say("Kiểm tra các kế hoạch và in báo cáo.", "Check plans and print the report."),
    "baseline": say("Ghi các phát hiện hiện có làm mốc.", "Keep today's findings as a baseline."),
    "ingest": say("Đọc văn bản thành bản nháp kế hoạch.", "Read documents into drafts of plans."),
    "compare": say("Đặt kế hoạch cấp trên bên cạnh kế hoạch này.", "Put the plan above beside a plan."),
    "explain": say("Giải thích kết quả của một mục.", "Explain what is made of one item."),
    "stats": say("Thống kê mức độ thực hiện kế hoạch cấp trên.", "Count how far plans above are carried out."),
    "decide": say("Kết luận từng điểm, và ghi lại.", "Decide on findings, and keep the decisions."),
    "review": say(
        "Ghi lại đã soát kế hoạch theo bản nào của cấp trên.", "Keep which version above a plan was checked against."
    ),
    "graph": say("Vẽ các kế hoạch theo căn cứ của chúng.", "Draw who carries out whom."),
    "rules": say("Liệt kê, giải thích, kiểm tra các quy tắc.", "List, explain or test the rules."),
    "completion": say(
        "In lệnh để shell tự điền lệnh, quy tắc, kế hoạch.", "Print what makes the shell complete calls."
    ),
    "schema": say("In JSON Schema của các tệp, báo cáo, cấu hình.", "Print the JSON Schemas."),
}
"""Each command with one line about it; its module is `cascade.cli.<name>`."""


_NOT_WRITTEN = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF))
"""A disk that is full or broken, and a stream that the caller has closed: no fault of ours."""


class Commands(Translated, click.Group):
    """The commands by name; a command's module is imported when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"cascade.cli.{name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] == "help":  # `cascade help audit` is `cascade audit --help`
            args = [*(args[1:2] or ["--help"]), "--help"]
        if args[0] == "--help":
            click.echo(self.get_help(ctx))
            ctx.exit()
        if args[0] in LIMITED and not {"-h", "--help"} & set(args):
            settle(ctx, ctx.params.get("config"))
        if args[0] in COMMANDS or args[0].startswith("-"):
            return super().resolve_command(ctx, args)
        from cascade.reading.fault import nearest

        near = nearest(args[0], COMMANDS).say(LANG)
        raise click.UsageError(say(f"không có lệnh «{args[0]}»{near}", f"there is no command «{args[0]}»{near}"), ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=Commands,
    name="cascade",
    help=say(
        "Kiểm tra kế hoạch của các cấp chính quyền: mỗi kế hoạch có thực hiện đủ kế hoạch mà căn cứ của nó nêu.\n\n"
        "Mã thoát: 0 không có phát hiện nào từ mức --fail-on trở lên; 1 có; "
        "2 có chỗ không đọc được, gọi sai lệnh, hoặc không đối chiếu được gì.",
        "Checks that each plan of a level of government carries out the plan that it names in its basis.\n\n"
        "Exit status: 0 nothing at or above --fail-on; 1 findings; "
        "2 something could not be read, a wrong call, or nothing compared.",
    ),
)
@click.version_option(__version__, "--version", help=say("In số phiên bản.", "Show the version."))
@click.option(
    "--config",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar=say("TỆP", "FILE"),
    help=say(
        "Tệp cấu hình; không nêu thì lấy cascade.toml hoặc [tool.cascade] gần nhất.",
        "The settings; by default the nearest cascade.toml or [tool.cascade].",
    ),
)
def cascade(config: Path | None) -> None:
    pass


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit status."""
    collect_rarely()
    open_streams()
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(encoding="utf-8", errors="replace")
    try:
        sys.exit(cascade.main(args=arguments, prog_name="cascade", standalone_mode=False) or 0)
    except click.exceptions.Exit as leave:
        sys.exit(leave.exit_code)
    except click.ClickException as error:
        warn(shown_error(error))
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        warn(say("Đã dừng.", "Stopped."))
        sys.exit(130)
    except BrokenPipeError:
        forget_output()
        sys.exit(0)
    except Exception as error:  # noqa: BLE001 - a fault of ours is no finding: CI must not read it as one
        if isinstance(error, OSError) and error.errno in _NOT_WRITTEN:
            from cascade.model.refused import refused

            forget_output()
            warn(f"cascade: {refused(error).say(LANG)}")
            sys.exit(2)
        import traceback

        traceback.print_exc()
        warn(say("cascade gặp lỗi của chính nó.", "cascade failed by a fault of its own."))
        sys.exit(2)


__all__ = ["LANG", "main"]

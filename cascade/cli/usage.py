"""How the command line itself speaks: Vietnamese, or English where CASCADE_LANG=en."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from cascade.model.words import Lang

LANG: Lang = "en" if os.environ.get("CASCADE_LANG", "vi").lower().startswith("en") else "vi"


def say(vi: str, en: str) -> str:
    """The words in the language of the command line."""
    return vi if LANG == "vi" else en


class Translated(click.Command):
    """A command whose help has its headings in the language of the command line."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say("In hướng dẫn này.", "Show this help.")
        return option

    def get_help(self, ctx: click.Context) -> str:
        text = super().get_help(ctx)
        for en, vi in (("Usage:", "Cách dùng:"), ("Options:", "Tùy chọn:"), ("Commands:", "Lệnh:")):
            text = text.replace(en, say(vi, en), 1)
        return text.replace("[default: ", say("[mặc định: ", "[default: ")).replace(
            "[required]", say("[bắt buộc]", "[required]")
        )


def shown_error(error: click.ClickException) -> str:
    """A wrong call in words, with the way to the help."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "cascade"
    hint = say(f"Xem: {command} --help", f"See: {command} --help")
    return f"{say('Gọi sai lệnh', 'Wrong call')}: {_reason(error)}\n{hint}"


def _reason(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        near = ", ".join(error.possibilities or ())
        vi = f"không có tùy chọn {error.option_name}" + (f"; có phải {near}?" if near else "")
        en = f"there is no option {error.option_name}" + (f"; did you mean {near}?" if near else "")
        return say(vi, en)
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param else ""
        return say(f"thiếu {name}", f"{name} is missing")
    if isinstance(error, click.BadParameter) and error.param is not None:
        name = error.param.human_readable_name
        if isinstance(error.param.type, click.Choice):
            choices = " | ".join(str(choice) for choice in error.param.type.choices)
            return say(f"{name} phải là {choices}", f"{name} must be {choices}")
        return f"{name}: {error.format_message()}"
    return error.format_message()

"""How the command line itself speaks: Vietnamese, or English where --lang or CASCADE_LANG asks for it."""

from __future__ import annotations

import os
import re
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from cascade.model.words import Lang

DEFAULT: Lang = "en" if os.environ.get("CASCADE_LANG", "vi").lower().startswith("en") else "vi"
"""The language where the call names none."""

_ASKED = {f"{option}={value}" for option, value in pairwise(sys.argv)} | set(sys.argv)
LANG: Lang = "en" if "--lang=en" in _ASKED else "vi" if "--lang=vi" in _ASKED else DEFAULT
"""The language of this call: help and errors are worded before any option is read."""

_HEADINGS = {
    "Usage:": "Cách dùng:",
    "Options:": "Tùy chọn:",
    "Commands:": "Lệnh:",
    "[OPTIONS]": "[TÙY-CHỌN]",
    "COMMAND [ARGS]...": "LỆNH …",
    "[default:": "[mặc định:",
    "[required]": "[bắt buộc]",
    "[x>=1]": "[từ 1]",
}
_IN_WORDS = re.compile(r"(\[default:\s+)\(([^()]+)\)\]")
"""What click puts in brackets where a default is told in words."""
_ERRORS = {
    r"(?:Directory|File|Path) (.+) does not exist\.": "không có {0}",
    r"(?:Directory|Path) (.+) is a file\.": "{0} là tệp, cần thư mục",
    r"(?:File|Path) (.+) is a directory\.": "{0} là thư mục, cần tệp",
    r"(?:Directory|File|Path) (.+) is not readable\.": "không có quyền đọc {0}",
    r"Option (.+) requires an argument\.": "{0} cần một giá trị",
    r"Option (.+) does not take a value\.": "{0} không nhận giá trị",
    r"Got unexpected extra arguments? \((.+)\)": "thừa {0}",
}
"""What click says of a wrong call, and the same in Vietnamese."""


def say(vi: str, en: str) -> str:
    """The words in the language of the command line."""
    return vi if LANG == "vi" else en


class Translated(click.Command):
    """A command whose help has its headings in the language of the command line, and is asked for by `-h` too."""

    def get_help_option_names(self, ctx: click.Context) -> list[str]:
        return ["-h", "--help"]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say("Hiện hướng dẫn này.", "Show this help.")
        return option

    def get_help(self, ctx: click.Context) -> str:
        text = _IN_WORDS.sub(r"\1\2]", super().get_help(ctx))
        for en, vi in _HEADINGS.items():
            text = text.replace(en, say(vi, en))
        return text


def shown_error(error: click.ClickException) -> str:
    """What went wrong in words; for a wrong call with the way to the help."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.ctx.get_help()
    if not isinstance(error, click.UsageError):
        return f"cascade: {error.format_message()}"
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
    if isinstance(error, click.BadParameter) and error.param is not None:
        return _of_parameter(error, error.param)
    return _translated(error.message)


def _of_parameter(error: click.BadParameter, parameter: click.Parameter) -> str:
    name = parameter.opts[-1] if isinstance(parameter, click.Option) else parameter.human_readable_name
    if isinstance(error, click.MissingParameter):
        return say(f"thiếu {name}", f"{name} is missing")
    if isinstance(parameter.type, click.Choice):
        choices = " | ".join(str(choice) for choice in parameter.type.choices)
        return say(f"{name} phải là {choices}", f"{name} must be {choices}")
    return f"{name}: {_translated(error.message)}"


def _translated(message: str) -> str:
    for en, vi in _ERRORS.items():
        found = re.fullmatch(en, message)
        if found:
            return say(vi.format(*found.groups()), message)
    return message

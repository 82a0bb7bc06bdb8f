"""Where a report goes: standard output, or a file that may be written, in the form that its name promises."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from cascade.cli.load import fail
from cascade.cli.usage import say

Forms = Mapping[str, tuple[str, ...]]
"""The forms of a command's report, the usual one first, each with the suffixes of the files that hold it."""
TEXT: Forms = {"rich": (".txt",)}
FORMS: Forms = {"rich": (".txt",), "json": (".json",)}


def destination(form: str | None, output: Path | None, forms: Forms, inputs: Iterable[Path] = ()) -> str:
    """The form of the report: the one asked for, or else the one that the suffix of `output` means.

    Leaves with status 2 where the suffix fits no form, or the file is an input or holds anything but
    an earlier report.
    """
    if output is None:
        return form or next(iter(forms))
    fitting = _fitting(form, output, forms)
    _check_free(output, inputs)
    return fitting


def _fitting(form: str | None, output: Path, forms: Forms) -> str:
    suffix = output.suffix.lower()
    asked = {form: forms[form]} if form is not None else forms
    fitting = next((name for name, suffixes in asked.items() if not suffix or suffix in suffixes), None)
    if fitting is None:
        known = ", ".join(f"{' '.join(suffixes)} ({name})" for name, suffixes in asked.items())
        fail(
            say(
                f"{output}: báo cáo không ghi được thành tệp {suffix}; dùng {known}, hoặc tên không có đuôi",
                f"{output}: a report cannot be written as a {suffix} file; use {known}, or a name without a suffix",
            )
        )
    return fitting


def _check_free(output: Path, inputs: Iterable[Path]) -> None:
    from cascade.reading.plans import real
    from cascade.reading.reports import is_report

    here = real(output)
    if here in map(real, inputs):
        fail(say(f"{output} chính là tệp được kiểm tra", f"{output} is itself among the files being checked"))
    if here.is_file() and here.stat().st_size and not is_report(here):
        fail(
            say(
                f"{output} đã có và không phải là báo cáo của cascade nên không bị ghi đè; hãy chọn tên khác",
                f"{output} exists and is no report of cascade, so it is not replaced; choose another name",
            )
        )


def deliver(text: str, output: Path | None) -> None:
    """The report to standard output, or whole to a file."""
    from cascade.cli.files import write_whole

    try:
        if output is None:
            click.echo(text, nl=False)
        else:
            write_whole(output, text.encode())
    except BrokenPipeError:  # the reader has seen enough; the exit status still tells the rest
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        name = output or say("đầu ra chuẩn", "standard output")
        raise click.ClickException(f"{name}: {error.strerror}") from error


__all__ = ["FORMS", "TEXT", "Forms", "deliver", "destination"]

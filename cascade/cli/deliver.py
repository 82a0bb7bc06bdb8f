"""Where reports go: standard output, or files that may be written, each in the form that its name promises."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path

import click
import msgspec

from cascade.cli.load import fail
from cascade.cli.streams import forget_output
from cascade.cli.usage import LANG, say

Forms = Mapping[str, tuple[str, ...]]
"""The forms of a command's report, the usual one first, each with the suffixes of the files that hold it."""
TEXT: Forms = {"rich": (".txt",)}
SCREEN = Path("-")
"""As an output: standard output."""


class Delivery(msgspec.Struct, frozen=True):
    """One report to be made: its form, and the file that it goes to (None: standard output); `folder`: what that
    names is a folder, which gets a file a plan."""

    form: str
    output: Path | None
    folder: bool = False


def deliveries(
    asked: Sequence[str],
    outputs: Sequence[Path],
    forms: Forms,
    inputs: Iterable[Path] = (),
    folders: Collection[str] = (),
) -> tuple[Delivery, ...]:
    """The reports of a call: the first `--format` with the first `-o` and so on; a form without a file goes to
    standard output, a file without a form gets the form that its suffix means. `folders`: the forms that may go into
    a folder, which is one that exists or a name without a suffix.

    Leaves with status 2 where a suffix fits no form, a file is an input or holds anything but an earlier report,
    or two reports would go to one place.
    """
    inputs = tuple(inputs)
    places = [None if output == SCREEN else output for output in outputs]
    pairs = list(zip_longest(asked, places)) or [(None, None)]
    wanted = tuple(_delivery(form, place, forms, inputs, folders) for form, place in pairs)
    _check_apart(wanted)
    return wanted


def _delivery(
    form: str | None, output: Path | None, forms: Forms, inputs: Iterable[Path], folders: Collection[str]
) -> Delivery:
    if output is not None and form is not None and form in folders and (output.is_dir() or not output.suffix):
        if output.exists() and not output.is_dir():
            fail(say(f"{output} không phải là thư mục", f"{output} is no folder"))
        return Delivery(form, output, folder=True)
    if output is not None and output.is_dir():
        names = ", ".join(folders)
        fail(
            say(
                f"{output} là thư mục; chỉ --format {names} ghi vào thư mục" if names else f"{output} là thư mục",
                f"{output} is a folder; only --format {names} writes into one" if names else f"{output} is a folder",
            )
        )
    return Delivery(destination(form, output, forms, inputs), output)


def destination(form: str | None, output: Path | None, forms: Forms, inputs: Iterable[Path] = ()) -> str:
    """The form of one report: the one asked for, or else the one that the suffix of `output` means."""
    if output is None:
        return form or next(iter(forms))
    fitting = _fitting(form, output, forms)
    check_free(output, inputs)
    return fitting


def _fitting(form: str | None, output: Path, forms: Forms) -> str:
    suffix = output.suffix.lower()
    asked = {form: forms[form]} if form is not None else forms
    fitting = next((name for name, suffixes in asked.items() if not suffix or suffix in suffixes), None)
    if fitting is None:
        known = ", ".join(f"{' '.join(suffixes)} ({name})" for name, suffixes in _by_suffix(asked).items())
        fail(
            say(
                f"{output}: báo cáo không ghi được thành tệp {suffix}; dùng {known}, hoặc tên không có đuôi",
                f"{output}: a report cannot be written as a {suffix} file; use {known}, or a name without a suffix",
            )
        )
    return fitting


def _by_suffix(forms: Forms) -> Forms:
    """The forms that a suffix chooses, each with the suffixes that choose it."""
    taken: set[str] = set()
    found: dict[str, tuple[str, ...]] = {}
    for name, suffixes in forms.items():
        free = tuple(suffix for suffix in suffixes if suffix not in taken)
        taken.update(free)
        if free:
            found[name] = free
    return found


def check_free(output: Path, inputs: Iterable[Path] = ()) -> None:
    """Leave with status 2 where a file is an input, or holds anything but an earlier report."""
    from cascade.reading.plans import real
    from cascade.reading.reports import is_untouched_report

    here = real(output)
    if here in map(real, inputs):
        fail(say(f"{output} chính là tệp được kiểm tra", f"{output} is itself among the files being checked"))
    if here.is_file() and here.stat().st_size and not is_untouched_report(here):
        fail(
            say(
                f"{output} đã có và không phải là báo cáo của cascade nên không bị ghi đè; hãy chọn tên khác",
                f"{output} exists and is no report of cascade, so it is not replaced; choose another name",
            )
        )


def _check_apart(wanted: Sequence[Delivery]) -> None:
    from cascade.reading.plans import real

    places = [None if one.output is None else real(one.output) for one in wanted]
    for place, one in enumerate(wanted):
        if places[place] in places[:place]:
            name = one.output or say("đầu ra chuẩn", "standard output")
            fail(
                say(
                    f"hai báo cáo cùng ghi ra {name}; hãy thêm -o cho từng báo cáo",
                    f"two reports would go to {name}; give each its own -o",
                )
            )


def deliver(report: str | bytes, output: Path | None) -> None:
    """The report to standard output, or whole to a file."""
    from cascade.cli.files import write_whole

    data = report.encode() if isinstance(report, str) else report
    try:
        if output is None:
            click.echo(_for_screen(data), nl=False)
        else:
            write_whole(output, data)
    except BrokenPipeError:  # the reader has seen enough; the exit status still tells the rest
        forget_output()
    except OSError as error:
        if output is None:
            forget_output()
        from cascade.model.refused import refused

        name = output or say("đầu ra chuẩn", "standard output")
        raise click.ClickException(f"{name}: {refused(error).say(LANG)}") from error


def _for_screen(data: bytes) -> str | bytes:
    """Text as text, so that a terminal of any encoding shows it; anything else as it is."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data


__all__ = ["TEXT", "Delivery", "Forms", "deliver", "deliveries", "destination"]

"""The file that a call writes decisions to: found, read, and added to in place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cascade.cli.kept import Kept
from cascade.cli.load import fail
from cascade.cli.usage import LANG, say

if TYPE_CHECKING:
    from cascade.model.decision import Decision
    from cascade.model.words import Lang


def decisions_file(paths: Sequence[Path], named: Sequence[Path]) -> Path:
    """Where the decisions are kept: what `--decisions` names, or what lies, or would lie, at the root of the plans."""
    from cascade.reading.decisions import decisions_beside
    from cascade.reading.plans import DECISIONS

    folders = [path for path in paths if path.is_dir()]
    found = [*(named or decisions_beside(folders)), *(folder / DECISIONS[0] for folder in folders)]
    if not found:
        fail(
            say(
                "hãy nêu tệp để ghi kết luận: --decisions decisions.yaml",
                "name the file that the decisions go to: --decisions decisions.yaml",
            )
        )
    return found[0] / DECISIONS[0] if found[0].is_dir() else found[0]


def kept_decisions(path: Path) -> Kept:
    """The file as it is; one that is not there holds no decisions."""
    from cascade.reading.decisions import EMPTY

    try:
        return Kept(path, EMPTY)
    except OSError as error:
        from cascade.model.refused import refused

        raise click.ClickException(f"{path}: {refused(error).say(LANG)}") from error
    except UnicodeDecodeError as error:
        raise click.ClickException(say(f"{path}: tệp không phải UTF-8", f"{path}: the file is not UTF-8")) from error


def keep(kept: Kept, made: Iterable[Decision], lang: Lang) -> None:
    """Add decisions at the end of the file; raises UnsavedError."""
    from cascade.reading.decisions import with_decisions
    from cascade.reading.edits import NoEditError

    try:
        text = with_decisions(kept.text, made)
    except NoEditError as error:
        raise no_edit(kept.path, lang) from error
    kept.save(text)


def no_edit(path: Path, lang: Lang) -> click.ClickException:
    """That a file is written in a way that cannot be added to."""
    from cascade.report.deciding_phrases import NO_EDIT

    return click.ClickException(NO_EDIT.say(lang, file=path))

"""What was found before: in a saved report or a baseline, or in the plans as they were in a revision of git."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cascade.cli.load import fail, load_audit
from cascade.cli.usage import say

if TYPE_CHECKING:
    from cascade.audit import Audit
    from cascade.model.domain import Domain
    from cascade.model.earlier import Earlier
    from cascade.model.words import Lang

SECONDS = 120
"""How long git may take for one of its answers."""


def saved(path: Path, lang: Lang) -> Earlier:
    """The findings that a file keeps; leaves with status 2 where it cannot be read."""
    from cascade.reading.earlier import read_earlier
    from cascade.reading.fault import Fault

    found = read_earlier(path)
    if isinstance(found, Fault):
        raise click.ClickException(f"{found.file}:{found.line}:{found.column}: {found.message(lang)}")
    return found


def before(
    given: str,
    paths: Sequence[Path],
    domain: Domain,
    lang: Lang,
    rule_folders: Sequence[Path],
    decision_files: Sequence[Path],
    today: date,
) -> Earlier:
    """What `--since` names: a saved report, or else the findings in `paths` as they were in a revision."""
    if Path(given).is_file():
        return saved(Path(given), lang)
    with tempfile.TemporaryDirectory(prefix="cascade-") as folder:
        then = _checked_out(given, paths, Path(folder))
        result = load_audit(then, domain, lang, rule_folders, decision_files, today) if then else None
    return told(given, result, lang)


def told(name: str, result: Audit | None, lang: Lang) -> Earlier:
    """The findings of an audit as an earlier run keeps them."""
    from cascade.model.earlier import Earlier, Told

    findings = result.findings if result else ()
    return Earlier(
        name,
        tuple(
            Told(
                result.fingerprint(judged),
                judged.finding.rule,
                judged.finding.item.plan,
                result.id_of(judged.finding.item),
                judged.message.say(lang),
            )
            for judged in findings
            if result and judged.waived is None
        ),
    )


def _checked_out(revision: str, paths: Sequence[Path], folder: Path) -> tuple[Path, ...]:
    """The paths as they were in a revision, written below `folder`; those that it does not have are left out."""
    start = paths[0] if paths[0].is_dir() else paths[0].parent
    root = Path(_git(start, "rev-parse", "--show-toplevel").decode().rstrip("\n")).resolve()
    commit = _git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", asked=revision
    )
    sha = commit.decode().strip()
    inside = [_inside(path, root) for path in paths]
    held = [name for name in inside if name == "." or _git(root, "ls-tree", "--name-only", sha, "--", name)]
    if not held:
        return ()
    archive = _git(root, "archive", "--format=tar", sha, "--", *held)
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder, filter="data")
    return tuple(folder / name for name in held)


def _inside(path: Path, root: Path) -> str:
    try:
        return path.resolve().relative_to(root).as_posix()
    except ValueError:
        fail(say(f"{path} không thuộc kho git {root}", f"{path} is not in the git repository {root}"))


def _git(folder: Path, *arguments: str, asked: str = "") -> bytes:
    """What git answers; leaves with status 2 where it does not."""
    try:
        return subprocess.run(  # noqa: S603 - fixed words; names are behind `--`
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - the user's own git
            capture_output=True,
            check=True,
            timeout=SECONDS,
        ).stdout
    except FileNotFoundError:
        fail(say("--since cần một báo cáo JSON, hoặc git", "--since takes a report in JSON, or git"))
    except subprocess.SubprocessError as error:
        reason = (getattr(error, "stderr", None) or b"").decode("utf-8", "replace").strip().splitlines()
        detail = f": {reason[-1]}" if reason else ""
        name = asked or folder
        vi = f"«{name}» không phải báo cáo JSON đã lưu, cũng không phải bản ghi nào của git{detail}"
        en = f"«{name}» is no saved report in JSON and no revision of git{detail}"
        fail(say(vi, en))

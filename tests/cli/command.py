"""The command as a reviewer or CI calls it: a process of its own, in a folder of small invented corpora.

Where only the streams' content and the exit status are looked at, the process is a copy of one that has imported
cascade (`tests.cli.warm`); `command` is the call as `subprocess` makes it, for tests of a start, of signals or
of streams.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

from tests.cli.warm import WARM, start
from tests.support import ROOT

UNSET = ("CASCADE_LANG", "NO_COLOR", "FORCE_COLOR", "TERM", "LINES", "LANG", "LC_ALL", "PYTHONIOENCODING", "PYTHONUTF8")
AT_A_START = ("PYTHON", "LANG", "LC_", "TZ")
"""How variables begin that an interpreter reads when it starts."""
Arguments = tuple[str, ...]


class Result(NamedTuple):
    """What a call left: its exit status, and what it wrote where."""

    status: int
    out: str
    err: str


def environment(**more: str) -> dict[str, str]:
    """This process's environment without what changes a report, and with `more`."""
    usual = {key: value for key, value in os.environ.items() if key not in UNSET}
    return {**usual, "COLUMNS": "100", "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **more}


def command(*arguments: str) -> list[str]:
    """The call as a list for `subprocess`."""
    return [sys.executable, "-m", "cascade", *arguments]


def run(folder: Path, *arguments: str, typed: str = "", **variables: str) -> Result:
    """The result of `cascade ARGUMENTS` in `folder` with these environment variables; `typed`: its standard input."""
    with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as err:
        given.write(typed.encode())
        given.seek(0)
        if WARM and not any(name.startswith(AT_A_START) for name in variables):
            streams = (given.fileno(), out.fileno(), err.fileno())
            status = start(arguments, folder, environment(**variables), streams).status()
        else:
            call, env = command(*arguments), environment(**variables)
            status = subprocess.run(
                call, cwd=folder, env=env, stdin=given, stdout=out, stderr=err, check=False
            ).returncode
        out.seek(0)
        err.seek(0)
        return Result(status, out.read().decode(), err.read().decode())


class Command:
    """Calls the command in `folder`; a call that was made before is not made again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._made: dict[tuple[Arguments, tuple[tuple[str, str], ...]], Result] = {}

    def __call__(self, *arguments: str, **variables: str) -> Result:
        """The result of `cascade ARGUMENTS` with these environment variables."""
        key = (arguments, tuple(sorted(variables.items())))
        if key not in self._made:
            self._made[key] = self._make(*arguments, **variables)
        return self._made[key]

    def _make(self, *arguments: str, **variables: str) -> Result:
        return run(self.folder, *arguments, **variables)

    def together(self, calls: Iterable[Arguments], **variables: str) -> Command:
        """Make these calls side by side, so that the tests which ask for them need not wait."""
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(lambda arguments: self(*arguments, **variables), dict.fromkeys(calls)))
        return self


DISTRICT = """\
schema: plan/1
title: CCHC nhà nước huyện Thử giai đoạn 2021-2025
number: 01/KH-UBND
type: KH
level: district
issuer: UBND huyện Thử
place: [Thử, Ví Dụ]
issued: 2021-12-01
period: 2021-2025
content: excerpt
review: reviewed
targets:
  - {id: "1", text: TTHC được thanh toán trực tuyến, measure: tthc.online-payment, value: "80%", lines: 30}
"""
"""The plan of huyện Thử; it breaks no rule."""

COMMUNE = """\
schema: plan/1
title: CCHC nhà nước xã Mẫu năm 2023
number: 09/KH-UBND
type: KH
level: commune
issuer: UBND xã Mẫu
place: [Mẫu, Thử, Ví Dụ]
issued: 2022-12-15
period: 2021-2025
year: 2023
content: full
review: reviewed
source: {document: xa-mau.txt}
citations:
  - {number: 01/KH-UBND, date: 2021-12-01, issuer: UBND huyện Thử, role: basis, lines: 4}
targets:
  - {id: "a", text: Thanh toán trực tuyến TTHC, measure: tthc.online-payment, value: "80%", lines: 2-3}
"""
"""The plan of xã Mẫu; it breaks no rule either."""

SOFTER = COMMUNE.replace('"80%"', '"80%", hedge: phấn đấu')
STALE = COMMUNE + 'tasks: [{id: "b", text: Công khai TTHC tại trụ sở, area: 2, due: 30/6/2022, lines: 4}]\n'
WEAKER = STALE.replace('"80%"', '"50-80%"')
BROKEN = DISTRICT.replace("level: district", "level: distric").replace("2021-12-01", "2021-13-01")

CORPORA = {
    "clean": {"district/huyen-thu-2021-2025": DISTRICT, "commune/xa-mau-2023": COMMUNE},
    "info": {"district/huyen-thu-2021-2025": DISTRICT, "commune/xa-mau-2023": SOFTER},
    "warning": {"district/huyen-thu-2021-2025": DISTRICT, "commune/xa-mau-2023": STALE},
    "error": {"district/huyen-thu-2021-2025": DISTRICT, "commune/xa-mau-2023": WEAKER},
    "clean-but-broken": {
        "district/huyen-thu-2021-2025": DISTRICT,
        "district/huyen-hong": BROKEN,
        "commune/xa-mau-2023": COMMUNE,
    },
    "error-and-broken": {
        "district/huyen-thu-2021-2025": DISTRICT,
        "district/huyen-hong": BROKEN,
        "commune/xa-mau-2023": WEAKER,
    },
}
"""Corpora by the worst that is to be found in them."""


def write(folder: Path, plans: dict[str, str]) -> None:
    """Plan files, by their name without suffix, below `folder`."""
    for name, text in plans.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

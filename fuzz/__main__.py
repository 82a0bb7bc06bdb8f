"""Fuzz one harness: `python -m fuzz value -runs=1000000`; options are those of libFuzzer.

What is found (`crash-…`, `timeout-…`) and the inputs that reach new code are written to `.fuzz/NAME/`; to see one
again: `python -m fuzz value .fuzz/value/crash-…`. An input worth keeping goes, made small (`-minimize_crash=1`), to
`tests/fuzz/NAME/`, where every run of the tests replays it.
"""

from __future__ import annotations

import hashlib
import sys
from importlib import import_module
from pathlib import Path

import atheris

NAMES = ("value", "plan_file", "lexicon", "document", "draft")
ROOT = Path(__file__).resolve().parent.parent
LIMITS = ("-timeout=20", "-rss_limit_mb=4096", "-print_final_stats=1")
"""Seconds and MiB of one input."""


def main(name: str, options: list[str]) -> None:
    """Fuzz the harness `name` until libFuzzer's options end it."""
    with atheris.instrument_imports(include=["cascade"]):
        harness = import_module(f"fuzz.{name}")
    work, kept = ROOT / ".fuzz" / name, ROOT / "tests" / "fuzz" / name
    found = work / "corpus"
    found.mkdir(parents=True, exist_ok=True)
    for seed in harness.seeds():
        (found / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    folders = [] if any(not option.startswith("-") for option in options) else [str(found), str(kept)]
    atheris.Setup([sys.argv[0], *LIMITS, f"-artifact_prefix={work}/", *options, *folders], harness.one)
    atheris.Fuzz()


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in NAMES:
        sys.exit(f"{__doc__}\nNAME: {', '.join(NAMES)}")
    main(sys.argv[1], sys.argv[2:])

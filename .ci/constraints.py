"""Constraints for pip: `constraints.txt` with the run-time dependencies at their lowest or newest versions.

python .ci/constraints.py lowest|newest|names
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def normal(name: str) -> str:
    """A package's name in the one form in which names are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins() -> dict[str, str]:
    """Every package of constraints.txt with its version."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if "==" in line)


def lowest() -> dict[str, str]:
    """The lowest version of each run-time dependency that pyproject.toml allows."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"]
    return {normal(name): version for name, version in (re.findall(r"^([\w-]+)>=([\w.]+)", one)[0] for one in wanted)}


def main() -> None:
    """Print one requirement a line."""
    low = lowest()
    kept = {name: version for name, version in pins().items() if normal(name) not in low}
    lines = {
        "lowest": [f"{name}=={version}" for name, version in (kept | low).items()],
        "newest": [f"{name}=={version}" for name, version in kept.items()],
        "names": list(pins()),
    }[sys.argv[1]]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()

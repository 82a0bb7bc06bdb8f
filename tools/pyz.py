"""One file to start from, for this platform and this version of Python: `python -m tools.pyz` (needs shiv).

The libraries are compiled for one platform, so a file for Windows is made on Windows: `dist/cascade.pyz`, and beside
it `cascade.cmd`, on which a folder of plans can be dropped.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MADE = ROOT / "dist" / "cascade.pyz"


def main() -> None:
    """Write the file and the starter beside it."""
    MADE.parent.mkdir(exist_ok=True)
    options = ["-e", "cascade.cli.start:main", "-o", str(MADE), "-p", "/usr/bin/env python3", "--compressed"]
    subprocess.run(
        [sys.executable, "-m", "shiv.cli", *options, "--constraint", "constraints.txt", "."], cwd=ROOT, check=True
    )
    shutil.copy(ROOT / "tools" / "windows" / "cascade.cmd", MADE.parent)
    print(f"{MADE.relative_to(ROOT)}: {MADE.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()

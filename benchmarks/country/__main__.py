"""A country to test on.

    python -m benchmarks.country write FOLDER [--seed 1] [--provinces 34] [--communes N] [--years 1] [--shape two-tier]
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.country.corpus import Size, write
from benchmarks.country.plans import Setting


def main() -> None:
    """Run a command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    writing = commands.add_parser("write", help="write a corpus")
    writing.add_argument("folder", type=Path)
    writing.add_argument("--seed", type=int, default=1)
    writing.add_argument("--provinces", type=int, help="only the first so many")
    writing.add_argument("--communes", type=int, help="only the first so many of each province")
    writing.add_argument("--shape", choices=("two-tier", "three-tier"), default="two-tier")
    writing.add_argument("--years", type=int, default=1, help="for so many years each unit below the centre has a plan")
    writing.add_argument("--targets", type=int, default=60, help="of each plan")
    writing.add_argument("--tasks", type=int, default=80, help="of each plan")
    args = parser.parse_args()
    setting = Setting(args.seed, args.shape, args.years, args.targets, args.tasks)
    print(f"{write(args.folder, setting, Size(args.provinces, args.communes))} plans")


if __name__ == "__main__":
    main()

"""A country to test on: invented plans of real units of government, with the truth about their defects.

python -m benchmarks.country write FOLDER [--seed 1] [--provinces 34] [--communes N] [--years 1] [--defects 0]
python -m benchmarks.country score FOLDER [--misses]     precision and recall a rule
python -m benchmarks.country wording [--seeds 3]         is the wording as hard as that of the families?
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.country.check import check
from benchmarks.country.corpus import Size, write
from benchmarks.country.plans import Setting
from benchmarks.country.score import score, table
from benchmarks.country.units import Shape
from benchmarks.families import FAMILIES
from cascade.model.domain import Domain
from cascade.reading.rules import read_rules


def main() -> None:
    """Run a command."""
    args = _parser().parse_args()
    if args.command == "write":
        setting = Setting(args.seed, args.shape, args.years, args.targets, args.tasks)
        written = write(args.folder, setting, Size(args.provinces, args.communes), args.defects)
        print(f"{written.plans} plans, {written.defects} defects")
    elif args.command == "score":
        _score(args.folder, misses=args.misses)
    else:
        shapes: tuple[Shape, ...] = ("two-tier", "three-tier")
        settings = (Setting(seed, shape) for seed in range(1, args.seeds + 1) for shape in shapes)
        check(settings, Size(1, args.communes), _domain(), print, folders=args.families, misses=args.misses)


def _score(folder: Path, *, misses: bool) -> None:
    scored = score(folder, _domain())
    table(scored, print)
    if misses:
        for truth, said in scored.misses:
            print(f"missed {truth.kind}: {truth.plan} {truth.item or ''} <- {truth.against}: said {said or 'nothing'}")
        for one in scored.false:
            print(f"false {one.rule} ({one.severity}): {one.plan} {one.item or ''} <- {one.against}: {one.message}")


def _domain() -> Domain:
    domain = read_rules().domain
    if domain is None:
        sys.exit("the rules cannot be read")
    return domain


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    writing = commands.add_parser("write", help="write a corpus")
    writing.add_argument("folder", type=Path)
    writing.add_argument("--seed", type=int, default=1)
    writing.add_argument("--provinces", type=int, help="only the first so many")
    writing.add_argument("--communes", type=int, help="only the first so many of each province")
    writing.add_argument("--years", type=int, default=1, help="for so many years each unit below the centre has a plan")
    writing.add_argument("--targets", type=int, default=60, help="of each plan")
    writing.add_argument("--tasks", type=int, default=80, help="of each plan")
    writing.add_argument("--defects", type=int, default=0, help="put so many in, as far as the plans have place for")
    scoring = commands.add_parser("score", help="precision and recall a rule")
    scoring.add_argument("folder", type=Path)
    wording = commands.add_parser("wording", help="is the wording as hard as that of the families?")
    wording.add_argument("--seeds", type=int, default=3)
    wording.add_argument("--communes", type=int, default=6)
    wording.add_argument(
        "--families", type=Path, nargs="+", default=[FAMILIES], help="folders with data/ and truth.yaml"
    )
    writing.add_argument("--shape", choices=("two-tier", "three-tier"), default="two-tier")
    for command in (scoring, wording):
        command.add_argument("--misses", action="store_true", help="each defect missed and each false alarm")
    return parser


if __name__ == "__main__":
    main()

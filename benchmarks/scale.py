"""How time and memory grow with the corpus, and what the cache saves: whole processes, side by side in one run.

    python -m benchmarks.scale [--plans 120] [--items 40] [--jobs 2]     # four sizes, each twice the one before
    python -m benchmarks.scale --trlc PATH/TO/trlc                       # 1,000 items and 10,000 that answer them
    python -m benchmarks.scale --corpus FOLDER                           # cold, warm, one plan changed

The corpora are invented: districts with communes that say what is asked of them in nearly the same words. Time is
that of the processors (user and system, of all processes) beside that of the clock, which other work on the machine
lengthens; memory is the most that all processes had together at one moment, what they share counted once. The
exponent is that of the power of the size that fits the four best: 1 is linear.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.speed import DEEDS, PLACES, ROOT

TOPICS = (
    "hồ sơ", "kết quả giải quyết", "dữ liệu hộ tịch", "quy trình nội bộ", "văn bản", "ngân sách", "công chức xã",
    "đất đai", "môi trường", "xây dựng", "y tế cơ sở", "trường học", "di tích", "nông nghiệp", "thủy lợi", "đường thôn",
    "chữ ký số", "thanh toán trực tuyến", "phản ánh, kiến nghị", "tiếp công dân", "khiếu nại", "hòa giải", "an toàn",
    "vị trí việc làm", "biên chế", "đơn vị sự nghiệp", "tài sản công", "hợp tác xã", "hộ kinh doanh", "lưu trữ",
)  # fmt: skip
SIZES = 4
COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""What processes are given: modules are kept compiled, as any installation keeps them."""
GOAL = 1.05
SAMPLED = 0.25  # seconds between two looks at the memory, each of which holds the processes up


class Spent(NamedTuple):
    """Seconds of the clock, seconds of the processors, MiB of memory."""

    wall: float
    processors: float
    memory: float

    def __str__(self) -> str:
        return f"{self.wall:7.1f} s {self.processors:7.1f} s of processors {self.memory:7.0f} MiB"


def write(folder: Path, districts: int, communes: int, targets: int, tasks: int) -> int:
    """A corpus of so many districts with so many communes each; returns how many plans it has."""
    for district in range(districts):
        chance = random.Random(district)  # noqa: S311 - the same corpus every time
        asked = [f"{_share(chance)} {_things(chance)} được xử lý" for _ in range(targets)]
        asked_tasks = [f"{chance.choice(DEEDS)} {_things(chance)} {chance.choice(PLACES)}" for _ in range(tasks)]
        place = folder / f"huyen-{district}"
        place.mkdir(parents=True)
        _save(place / f"huyen-{district}.yaml", district, None, asked, asked_tasks)
        for commune in range(communes):
            said = [_varied(chance, text) for text in asked]
            said_tasks = [_varied(chance, text) for text in asked_tasks]
            _save(place / f"xa-{district}-{commune}.yaml", district, commune, said, said_tasks)
    return districts * (1 + communes)


def _share(chance: random.Random) -> str:
    return f"{50 + chance.randrange(45)}%"


def _things(chance: random.Random) -> str:
    return " ".join(chance.sample(TOPICS, 3))


def _varied(chance: random.Random, text: str) -> str:
    """The same in nearly the same words."""
    words = text.split()
    if len(words) > 6 and chance.random() < 0.5:
        del words[chance.randrange(2, len(words))]
    return " ".join(words) + (f" {chance.choice(PLACES)}" if chance.random() < 0.3 else "")


def _save(path: Path, district: int, commune: int | None, targets: Sequence[str], tasks: Sequence[str]) -> None:
    above = f"huyện Thử {district}"
    unit = above if commune is None else f"xã Mẫu {commune}"
    place = [f"Thử {district}", "Ví Dụ"] if commune is None else [f"Mẫu {commune}", f"Thử {district}", "Ví Dụ"]
    lines = [
        "schema: plan/1",
        f"title: CCHC nhà nước {unit} giai đoạn 2021-2025",
        f"number: {1000 + district if commune is None else commune + 1}/KH-UBND",
        "type: KH",
        f"level: {'district' if commune is None else 'commune'}",
        f"issuer: UBND {unit}",
        f"place: [{', '.join(place)}]",
        f"issued: {'2021-12-01' if commune is None else '2022-12-01'}",
        "period: 2021-2025",
        "content: full",
        "review: reviewed",
    ]
    if commune is not None:
        cited = f"number: {1000 + district}/KH-UBND, date: 2021-12-01, issuer: UBND {above}, role: basis"
        lines += ["citations:", f"  - {{{cited}}}"]
    lines.append("targets:")
    for index, text in enumerate(targets):
        lines += [f'  - id: "t{index}"', f"    text: {text}", f'    value: "{text.split()[0]}"', "    by: 2025"]
    lines.append("tasks:")
    for index, text in enumerate(tasks):
        lines += [f'  - id: "v{index}"', f"    text: {text}", '    lead: ["UBND các xã, thị trấn"]']
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def spent(command: Sequence[str]) -> Spent:
    """What a finished process took, with all that it started."""
    before, start = os.times(), time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, env=COMPILED)
    most = 0.0
    while process.poll() is None:
        most = max(most, _memory(process.pid))
        time.sleep(SAMPLED)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return Spent(time.perf_counter() - start, used, most)


def _memory(process: int) -> float:
    """MiB of a process and all below it, what they share counted once (where the system tells; else 0)."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").split("\nPss:")[1]
        return int(rollup.split()[0]) / 1024 + sum(_memory(int(child)) for child in children)
    except (OSError, IndexError, ValueError):
        return 0.0


def audited(folder: Path, *options: str) -> list[str]:
    """The command that audits a folder."""
    return [sys.executable, "-m", "cascade", "audit", str(folder), "--format", "json", *options]


def exponent(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """The power of the size with which a cost grows."""
    return float(np.polyfit(np.log(sizes), np.log(costs), 1)[0])


def growth(plans: int, items: int, jobs: int) -> None:
    """Four sizes with the exponents that fit them, what every run takes at the least left out."""
    rows: list[tuple[int, Spent]] = []
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "none").mkdir()
        write(Path(name) / "none", 1, 1, 1, 1)
        least = spent(audited(Path(name) / "none", "--no-cache", "--jobs", str(jobs)))
        print(f"{2:7,} plans {least}   (what every run takes)")
        for step in range(SIZES):
            folder = Path(name) / str(step)
            count = write(folder, plans * 2**step // 20, 19, items * 2 // 5, items * 3 // 5)
            rows.append((count, spent(audited(folder, "--no-cache", "--jobs", str(jobs)))))
            print(f"{count:7,} plans {rows[-1][1]}")
    sizes = [count for count, _ in rows]
    time_grows = exponent(sizes, [one.processors - least.processors for _, one in rows])
    memory_grows = exponent(sizes, [one.memory for _, one in rows]) if least.memory else float("nan")
    print(f"exponent of time {time_grows:.2f}, of memory {memory_grows:.2f} (goal: at most {GOAL})")


def against_trlc(trlc: Path) -> None:
    """One plan of 1,000 items and ten that answer each of them, beside TRLC on as many typed items."""
    with tempfile.TemporaryDirectory() as name:
        folder, typed = Path(name) / "plans", Path(name) / "typed"
        write(folder, 1, 10, 100, 900)
        _typed(typed)
        spent(audited(folder, "--no-cache"))  # both are compiled before they are timed
        spent([str(trlc), str(typed)])
        cache = ("--cache", f"{name}/cache")
        rows = {
            "TRLC": spent([str(trlc), str(typed)]),
            "cascade, cold": spent(audited(folder, *cache)),
            "cascade, warm": spent(audited(folder, *cache)),
        }
    for what, one in rows.items():
        by_clock, by_processors = one.wall / rows["TRLC"].wall, one.processors / rows["TRLC"].processors
        print(f"{what:14} {one}   {by_clock:.2f} times TRLC by the clock, {by_processors:.2f} by processors")


def _typed(folder: Path) -> None:
    folder.mkdir()
    model = """package Plans
type Parent { text String value Integer year Integer }
type Child { text String value Integer year Integer parent Parent }
checks Child { value >= parent.value, error "promises less" year <= parent.year, error "later" }
"""
    (folder / "plans.rsl").write_text(model, encoding="utf-8")
    lines = ["package Plans"]
    lines += [f'Parent p{n} {{ text = "Item {n}" value = {50 + n % 40} year = 2025 }}' for n in range(1000)]
    lines += [
        f'Child c{n} {{ text = "Item {n}" value = {50 + n % 1000 % 40} year = 2025 parent = p{n % 1000} }}'
        for n in range(10_000)
    ]
    (folder / "plans.trlc").write_text("\n".join(lines), encoding="utf-8")


def cached(corpus: Path, jobs: int) -> None:
    """A corpus for the first time, again, and with one plan changed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "corpus"
        shutil.copytree(corpus, folder)
        options = ("--jobs", str(jobs), "--cache", f"{name}/cache")
        print(f"cold            {spent(audited(folder, *options))}")
        print(f"warm            {spent(audited(folder, *options))}")
        plans = sorted(folder.rglob("*.yaml"), key=lambda path: path.as_posix())
        lowest = next((path for path in plans if "\nlevel: commune\n" in path.read_text("utf-8")), plans[-1])
        with lowest.open("a", encoding="utf-8") as file:
            file.write("# changed\n")
        print(f"one changed     {spent(audited(folder, *options))}")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", type=int, default=120)
    parser.add_argument("--items", type=int, default=40)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--trlc", type=Path)
    parser.add_argument("--corpus", type=Path)
    options = parser.parse_args()
    if options.trlc is not None:
        against_trlc(options.trlc)
    elif options.corpus is not None:
        cached(options.corpus, options.jobs)
    else:
        growth(options.plans, options.items, options.jobs)


if __name__ == "__main__":
    main()

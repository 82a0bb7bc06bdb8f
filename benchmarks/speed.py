"""How long the command takes, whole process: the audit of `data/`, of a generated corpus of 11,000 items,
and the reading of documents of each kind and of many.

    python -m benchmarks.speed [--runs 5] [--children 100] [--documents 1000]

The generated corpus is one invented district plan of 1,000 items and communes that carry it out, with
100 items each by default; the many documents are copies of one. Figures are wall time and peak memory of
finished processes, the median of the runs after one that is not counted. For figures to compare, run
both sides in one session.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ROOT / "benchmarks" / "documents"
SAMPLES = ("xa-thu-nghiem-2024.txt", "xa-mau-2026.docx", "huyen-thu-2024.pdf")
MEASURES = (
    "tthc.online-payment",
    "tthc.on-time",
    "tthc.satisfaction",
    "service.satisfaction",
    "digital.periodic-reports",
)
DEEDS = (
    "Số hóa",
    "Công khai",
    "Rà soát",
    "Lưu trữ",
    "Chứng thực",
    "Đánh mã",
    "Tuyên truyền",
    "Tập huấn",
    "Kiểm tra",
    "Báo cáo",
)
THINGS = (
    "hồ sơ TTHC", "kết quả giải quyết TTHC", "văn bản quy phạm pháp luật", "vị trí việc làm", "ngân sách xã",
    "dữ liệu hộ tịch", "phản ánh, kiến nghị", "quy trình nội bộ", "chữ ký số", "chứng từ thanh toán",
)  # fmt: skip
PLACES = (
    "tại Bộ phận Một cửa",
    "trên Cổng DVC",
    "ở cấp xã",
    "theo quy định mới",
    "qua dịch vụ bưu chính",
    "trong hộ nghèo",
)


def generate(folder: Path, children: int) -> int:
    """Write the corpus below `folder`; returns how many items it has."""
    chance = random.Random(1)  # noqa: S311 - the same corpus every time
    district = folder / "district"
    commune = folder / "commune"
    district.mkdir(parents=True)
    commune.mkdir()
    (district / "huyen-thu.yaml").write_text(_plan(chance, None, 100, 900), encoding="utf-8")
    for number in range(children):
        (commune / f"xa-mau-{number}.yaml").write_text(_plan(chance, number, 20, 80), encoding="utf-8")
    return 1000 + 100 * children


def _plan(chance: random.Random, number: int | None, targets: int, tasks: int) -> str:
    child = number is not None
    unit, place = (f"xã Mẫu {number}", f"[Mẫu {number}, Thử, Ví Dụ]") if child else ("huyện Thử", "[Thử, Ví Dụ]")
    lines = [
        "schema: plan/1",
        f"title: CCHC nhà nước {unit} giai đoạn 2021-2025",
        f"number: {1000 + (number or 0)}/KH-UBND",
        "type: KH",
        f"level: {'commune' if child else 'district'}",
        f"issuer: UBND {unit}",
        f"place: {place}",
        f"issued: {'2022-12-01' if child else '2021-12-01'}",
        "period: 2021-2025",
        "content: full",
        "review: reviewed",
    ]
    if child:
        lines += ["citations:", "  - {number: 1000/KH-UBND, date: 2021-12-01, issuer: UBND huyện Thử, role: basis}"]
    lines.append("targets:")
    for index in range(targets):
        year = 2021 + index % 5
        lines += [
            f'  - id: "t{index}"',
            f"    text: Chỉ tiêu {index}",
            f"    measure: {MEASURES[index // 5 % len(MEASURES)]}",
            f'    value: "{50 + chance.randrange(50)}%"',
            f"    in: {year}",
        ]
    lines.append("tasks:")
    for index in range(tasks):
        words = f"{chance.choice(DEEDS)} {chance.choice(THINGS)} {chance.choice(PLACES)} đợt {chance.randrange(400)}"
        lines += [f'  - id: "v{index}"', f"    text: {words}", f"    area: {1 + index % 7}"]
        lines.append('    lead: ["UBND các xã, thị trấn"]')
    return "\n".join(lines) + "\n"


def copies(document: Path, folder: Path, count: int) -> None:
    """So many copies of one document in a folder."""
    folder.mkdir()
    for number in range(count):
        shutil.copyfile(document, folder / f"{number:04}{document.suffix}")


def lengthened(document: Path, path: Path, pages: int) -> None:
    """A PDF of so many pages: those of `document` again and again."""
    source, target = pdfium.PdfDocument(document), pdfium.PdfDocument.new()
    while len(target) < pages:
        target.import_pages(source, list(range(min(len(source), pages - len(target)))))
    target.save(path)


def timed(command: list[str], runs: int) -> tuple[float, float]:
    """Median wall seconds and the largest peak memory in MiB of `runs` finished processes."""
    walls, peak = [], 0.0
    for run in range(runs + 1):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
        _, _, usage = os.wait4(process.pid, 0)
        if run:
            walls.append(time.perf_counter() - start)
            peak = max(peak, usage.ru_maxrss / 1024)
    return statistics.median(walls), peak


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--children", type=int, default=100)
    parser.add_argument("--documents", type=int, default=1000)
    options = parser.parse_args()
    cascade = [sys.executable, "-m", "cascade"]
    with tempfile.TemporaryDirectory() as folder:
        items = generate(Path(folder) / "data", options.children)
        text, word, pdf = (DOCUMENTS / name for name in SAMPLES)
        many, long = Path(folder) / "many", Path(folder) / "long.pdf"
        copies(text, many, options.documents)
        lengthened(pdf, long, 20)
        ingest = [*cascade, "ingest", "--format", "json"]
        rows = {
            "cascade --help": [*cascade, "--help"],
            "cascade audit data/": [*cascade, "audit", "data/"],
            f"cascade audit, {items:,} items": [*cascade, "audit", f"{folder}/data", "--format", "json"],
            "cascade ingest, text": [*ingest, str(text)],
            "cascade ingest, .docx": [*ingest, str(word)],
            "cascade ingest, .pdf of 20 pages": [*ingest, str(long)],
            f"cascade ingest, {options.documents:,} texts": [*ingest, str(many), "-o", f"{folder}/drafts"],
        }
        for name, command in rows.items():
            wall, peak = timed(command, options.runs)
            print(f"{name:32} {wall:6.2f} s  {peak:6.0f} MiB")


if __name__ == "__main__":
    main()

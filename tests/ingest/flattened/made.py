"""Tables of invented plans, printed as a PDF extractor flattens them: cell after cell, line by line.

Lines of a cell are wrapped to the width of its column. Two lines at one height become one, as an
extractor has them when a short cell stands in the middle of a high row.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from cascade.ingest.flattened.words import Run
from cascade.lexicon.passage import Word, plain_words

Columns = Sequence[tuple[str, float]]
"""The printed header and the width, in ems, of each column."""

TASKS = (
    "Xây dựng kế hoạch kiểm tra, rà soát văn bản quy phạm pháp luật và tổ chức thực hiện trên toàn huyện",
    "Tập huấn nghiệp vụ theo dõi tình hình thi hành pháp luật cho công chức Tư pháp - Hộ tịch",
    "Niêm yết công khai đầy đủ thủ tục hành chính tại Bộ phận Một cửa",
    "Kiểm tra việc giải quyết hồ sơ trễ hạn, thực hiện xin lỗi tổ chức, cá nhân bằng văn bản",
    "Bồi dưỡng kỹ năng giao tiếp, ứng xử văn hóa cho đội ngũ cán bộ, công chức cấp xã",
    "Nâng cấp trang thông tin điện tử của các xã, thị trấn đáp ứng yêu cầu tra cứu",
    "Triển khai Kế hoạch của UBND tỉnh về chuyển đổi số đến năm 2025; sơ kết việc thực hiện",
    "Sắp xếp, kiện toàn tổ chức bộ máy các phòng chuyên môn thuộc UBND huyện theo quy định",
    "Duy trì hệ thống quản lý chất lượng TCVN ISO 9001:2015 tại các cơ quan",
)
CELLS = {
    "product": (
        "Kế hoạch",
        "Báo cáo kết quả",
        "Hội nghị tập huấn",
        "Biên bản kiểm tra; thông báo kết luận",
        "Quyết định của UBND huyện",
        "Tin, bài tuyên truyền",
        "Văn bản chỉ đạo, hướng dẫn",
    ),
    "lead": (
        "Phòng Tư pháp",
        "Phòng Nội vụ huyện",
        "Văn phòng HĐND và UBND huyện",
        "Phòng Tài chính - Kế hoạch",
        "UBND các xã, thị trấn",
        "Các phòng, ban chuyên môn",
    ),
    "with": (
        "Các phòng, ban chuyên môn; UBND các xã, thị trấn",
        "UBND các xã, thị trấn",
        "Các cơ quan, đơn vị liên quan",
        "Phòng Nội vụ, Phòng Tư pháp và các đơn vị liên quan",
        "",
    ),
    "due": ("Quý I", "Tháng 6/2024", "Thường xuyên", "Hàng quý", "Trước ngày 30/11/2024", "Năm 2024", ""),
}
AREAS = ("I. CẢI CÁCH THỂ CHẾ", "II. CẢI CÁCH THỦ TỤC HÀNH CHÍNH", "III. CẢI CÁCH TỔ CHỨC BỘ MÁY")

LAYOUTS: dict[str, tuple[tuple[str, str, float], ...]] = {
    "product-first": (
        ("TT", "number", 2),
        ("Nhiệm vụ", "task", 20),
        ("Sản phẩm", "product", 10),
        ("Chủ trì", "lead", 9),
        ("Phối hợp", "with", 10),
        ("Thời gian", "due", 6),
    ),
    "product-last": (
        ("STT", "number", 2),
        ("Nội dung công việc", "task", 22),
        ("Cơ quan chủ trì", "lead", 8),
        ("Cơ quan phối hợp", "with", 9),
        ("Thời gian hoàn thành", "due", 6.5),
        ("Sản phẩm, kết quả", "product", 9),
    ),
}


def lined(text: str) -> list[tuple[Word, ...]]:
    """The words of a text, line by line, counted from 1."""
    return [plain_words(line, number) for number, line in enumerate(text.split("\n"), start=1)]


def generated(layout: str, seed: int, *, blank: float = 0.0, page: int = 0) -> tuple[list[str], list[dict[str, str]]]:
    """A table of 18 rows in three areas as flattened lines, and its rows as they should be read.

    `blank`: how often a blank line stands between two; `page`: after how many rows the header repeats.
    """
    rng = random.Random(seed)  # noqa: S311
    columns = LAYOUTS[layout]
    truth = [
        {
            field: str(number) if field == "number" else rng.choice(TASKS if field == "task" else CELLS[field])
            for _, field, _ in columns
        }
        for number in range(1, 19)
    ]
    rows: list[str | list[str]] = []
    for place, row in enumerate(truth):
        if place % 6 == 0:
            rows.append(AREAS[place // 6])
        rows.append(list(row.values()))
    return flattened([(title, width) for title, _, width in columns], rows, rng, blank=blank, page=page), truth


def flattened(
    columns: Columns, rows: Iterable[str | Sequence[str]], rng: random.Random, *, blank: float = 0.0, page: int = 0
) -> list[str]:
    """A table as an extractor prints it; a row that is one text goes across all columns."""
    printer = _Printer(columns, rng, blank)
    printer.row([title for title, _ in columns])
    for place, row in enumerate(rows):
        if page and place and place % page == 0:
            printer.row([title for title, _ in columns])
        if isinstance(row, str):
            printer.put(row, printer.height)
            printer.height += 1.5
        else:
            printer.row(row)
    return printer.lines


class _Printer:
    def __init__(self, columns: Columns, rng: random.Random, blank: float) -> None:
        self.columns, self.rng, self.blank = columns, rng, blank
        self.lines: list[str] = []
        self.height, self.last = 0.0, -1.0

    def put(self, text: str, at: float) -> None:
        if self.lines and abs(at - self.last) < 0.4:
            self.lines[-1] += f" {text}"
        else:
            if self.lines and self.rng.random() < self.blank:
                self.lines.append("")
            self.lines.append(text)
        self.last = at

    def row(self, cells: Sequence[str]) -> None:
        wrapped = [_wrapped(cell, width) for cell, (_, width) in zip(cells, self.columns, strict=True)]
        high = max(map(len, wrapped))
        for lines in wrapped:
            for place, line in enumerate(lines):
                self.put(line, self.height + (high - len(lines)) / 2 + place)
        self.height += high + 0.5


def _wrapped(text: str, width: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _width(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _width(text: str) -> float:
    run = Run([plain_words(text, 1)])
    return run.width(0, len(run))

"""Writes the documents of the example: `python -m examples.make` (the PDF needs chromium).

Every place, body and number in them is invented: there is no tỉnh Ví Dụ, xã Mẫu, xã Thử or phường Minh Họa. Each
plan of a commune says most of what its province asks, with the faults that `examples/README.md` lists.
"""

# ruff: noqa: E501 -- sentences of a plan stay whole
from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

import msgspec

from benchmarks.documents import word
from benchmarks.documents.make import print_pdf

FOLDER = Path(__file__).resolve().parent / "tinh-vi-du"
STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
SUBJECT = "Cải cách hành chính nhà nước {unit} giai đoạn 2026 - 2030"
BASIS = "Căn cứ Kế hoạch số 15/KH-UBND ngày 12/12/2025 của Ủy ban nhân dân tỉnh Ví Dụ về cải cách hành chính nhà nước tỉnh Ví Dụ giai đoạn 2026 - 2030;"
LAW = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"
CENTRE = "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030;"
STYLE = "body{font-family:serif;font-size:13pt}td{text-align:center;width:50%}.b{font-weight:bold}.c{text-align:center}"


class Paper(msgspec.Struct, frozen=True):
    """One plan: who issues it, under which number and day, on what basis, and its numbered parts."""

    unit: str
    number: str
    day: str
    basis: tuple[str, ...]
    parts: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def head(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Both columns of the letterhead."""
        name = self.unit.split(" ", 1)[1]
        return ("ỦY BAN NHÂN DÂN", self.unit.upper(), f"Số: {self.number}"), (*STATE, f"{name}, {self.day}")

    def lines(self) -> Iterator[tuple[str, bool]]:
        """The text below the letterhead, and whether a line is a heading."""
        yield "KẾ HOẠCH", True
        yield SUBJECT.format(unit=self.unit), True
        for one in self.basis:
            yield one, False
        yield f"Ủy ban nhân dân {self.unit} ban hành Kế hoạch như sau:", False
        for place, (title, items) in enumerate(self.parts, start=1):
            yield f"{'I' * place if place < 4 else 'IV'}. {title}", True
            for number, item in enumerate(items, start=1):
                yield f"{number}. {item}", False


PROVINCE = Paper(
    "tỉnh Ví Dụ",
    "15/KH-UBND",
    "ngày 12 tháng 12 năm 2025",
    (LAW, CENTRE),
    (
        (
            "MỤC TIÊU",
            (
                "Đến năm 2027, tối thiểu 90% hồ sơ thủ tục hành chính được tiếp nhận trực tuyến.",
                "Đến năm 2028, tối thiểu 80% giao dịch có nghĩa vụ tài chính được thanh toán trực tuyến.",
                "Hằng năm, 98% hồ sơ thủ tục hành chính được giải quyết đúng hạn.",
                "Đến năm 2030, mức độ hài lòng của người dân về giải quyết thủ tục hành chính đạt tối thiểu 95%.",
                "Thời gian chờ đợi của người dân tại bộ phận một cửa không quá 15 phút.",
                "Đến năm 2030, 100% cán bộ, công chức cấp xã đạt chuẩn về trình độ.",
                "Đến năm 2028, 100% kết quả giải quyết thủ tục hành chính còn hiệu lực được số hóa.",
            ),
        ),
        (
            "NHIỆM VỤ, GIẢI PHÁP",
            (
                "Tổ chức đối thoại với người dân, doanh nghiệp về thủ tục hành chính, hoàn thành trước ngày 30/6/2026. Đơn vị thực hiện: UBND các xã, phường.",
                "Lập tổ công nghệ số cộng đồng ở từng thôn, tổ dân phố. Đơn vị thực hiện: UBND các xã, phường.",
                "Rà soát, bãi bỏ văn bản của các đơn vị hành chính cũ đã hết hiệu lực. Đơn vị thực hiện: UBND các xã, phường.",
                "Niêm yết công khai thủ tục hành chính tại trụ sở và trên trang thông tin điện tử. Đơn vị thực hiện: UBND các xã, phường.",
                "Trang bị máy quét, máy tính cho bộ phận một cửa. Đơn vị thực hiện: UBND các xã, phường.",
            ),
        ),
        (
            "TỔ CHỨC THỰC HIỆN",
            ("Giao Sở Nội vụ theo dõi, đôn đốc, tổng hợp báo cáo Ủy ban nhân dân tỉnh.",),
        ),
    ),
)
MAU = Paper(
    "xã Mẫu",
    "08/KH-UBND",
    "ngày 20 tháng 01 năm 2026",
    (LAW, BASIS),
    (
        (
            "MỤC TIÊU",
            (
                "Đến năm 2027, 75% - 90% hồ sơ thủ tục hành chính được tiếp nhận trực tuyến.",
                "Đến năm 2030, tối thiểu 80% giao dịch có nghĩa vụ tài chính được thanh toán trực tuyến.",
                "Hằng năm, 98% hồ sơ thủ tục hành chính được giải quyết đúng hạn.",
                "Đến năm 2030, mức độ hài lòng của người dân về giải quyết thủ tục hành chính đạt tối thiểu 95%.",
                "Thời gian chờ đợi của người dân tại bộ phận một cửa không quá 15 phút.",
                "Đến năm 2030, 100% cán bộ, công chức xã đạt chuẩn về trình độ, trừ Chỉ huy trưởng Ban Chỉ huy quân sự xã.",
            ),
        ),
        (
            "NHIỆM VỤ, GIẢI PHÁP",
            (
                "Tổ chức đối thoại với người dân, doanh nghiệp về thủ tục hành chính, hoàn thành trước ngày 30/6/2026. Đơn vị thực hiện: Văn phòng HĐND và UBND xã.",
                "Lập tổ công nghệ số cộng đồng ở từng thôn. Đơn vị thực hiện: Phòng Văn hóa - Xã hội.",
                "Rà soát, bãi bỏ văn bản của các đơn vị hành chính cũ đã hết hiệu lực. Đơn vị thực hiện: Văn phòng HĐND và UBND xã.",
                "Niêm yết công khai thủ tục hành chính tại trụ sở và trên trang thông tin điện tử. Đơn vị thực hiện: Trung tâm Phục vụ hành chính công xã.",
                "Trang bị máy quét, máy tính cho bộ phận một cửa. Đơn vị thực hiện: Phòng Kinh tế.",
            ),
        ),
    ),
)
THU = Paper(
    "xã Thử",
    "11/KH-UBND",
    "ngày 15 tháng 01 năm 2026",
    (LAW, BASIS),
    (
        (
            "MỤC TIÊU",
            (
                "Đến năm 2027, tối thiểu 90% hồ sơ thủ tục hành chính được tiếp nhận trực tuyến.",
                "Đến năm 2028, tối thiểu 80% giao dịch có nghĩa vụ tài chính được thanh toán trực tuyến.",
                "Hằng năm, phấn đấu 98% hồ sơ thủ tục hành chính được giải quyết đúng hạn.",
                "Thời gian chờ đợi của người dân tại bộ phận một cửa không quá 15 phút.",
                "Đến năm 2030, 100% cán bộ, công chức xã đạt chuẩn về trình độ.",
                "Đến năm 2028, 100% kết quả giải quyết thủ tục hành chính còn hiệu lực được số hóa.",
            ),
        ),
        (
            "NHIỆM VỤ, GIẢI PHÁP",
            (
                "Tổ chức đối thoại với người dân, doanh nghiệp về thủ tục hành chính, hoàn thành trước ngày 30/9/2026. Đơn vị thực hiện: Văn phòng HĐND và UBND xã.",
                "Nâng cao mức độ hài lòng của người dân về giải quyết thủ tục hành chính. Đơn vị thực hiện: Trung tâm Phục vụ hành chính công xã.",
                "Rà soát, bãi bỏ văn bản của các đơn vị hành chính cũ đã hết hiệu lực. Đơn vị thực hiện: Văn phòng HĐND và UBND xã.",
                "Niêm yết công khai thủ tục hành chính tại trụ sở và trên trang thông tin điện tử, hoàn thành trước ngày 31/12/2024. Đơn vị thực hiện: Trung tâm Phục vụ hành chính công xã.",
                "Trang bị máy quét, máy tính cho bộ phận một cửa. Đơn vị thực hiện: Phòng Kinh tế.",
            ),
        ),
    ),
)
MINH_HOA = Paper(
    "phường Minh Họa",
    "05/KH-UBND",
    "ngày 22 tháng 01 năm 2026",
    (LAW, BASIS.replace("12/12/2025", "21/12/2025")),
    (
        (
            "MỤC TIÊU",
            (
                "Đến năm 2027, tối thiểu 90% hồ sơ thủ tục hành chính được tiếp nhận trực tuyến.",
                "Đến năm 2028, tối thiểu 80% giao dịch có nghĩa vụ tài chính được thanh toán trực tuyến.",
                "Hằng năm, 98% hồ sơ thủ tục hành chính được giải quyết đúng hạn.",
                "Đến năm 2030, mức độ hài lòng của người dân về giải quyết thủ tục hành chính đạt tối thiểu 95%.",
                "Thời gian chờ đợi của người dân tại bộ phận một cửa tối thiểu 30 phút.",
                "Đến năm 2030, 100% cán bộ, công chức phường đạt chuẩn về trình độ.",
                "Đến năm 2028, 100% kết quả giải quyết thủ tục hành chính còn hiệu lực được số hóa.",
            ),
        ),
        (
            "NHIỆM VỤ, GIẢI PHÁP",
            (
                "Tổ chức đối thoại với người dân, doanh nghiệp về thủ tục hành chính, hoàn thành trước ngày 30/6/2026. Đơn vị thực hiện: Văn phòng HĐND và UBND phường.",
                "Lập tổ công nghệ số cộng đồng ở từng tổ dân phố. Đơn vị thực hiện: Phòng Văn hóa - Xã hội.",
                "Rà soát, bãi bỏ văn bản của các đơn vị hành chính cũ đã hết hiệu lực. Đơn vị thực hiện: Văn phòng HĐND và UBND phường.",
                "Niêm yết công khai thủ tục hành chính tại trụ sở và trên trang thông tin điện tử. Đơn vị thực hiện: Trung tâm Phục vụ hành chính công phường.",
                "Niêm yết công khai thủ tục hành chính tại trụ sở và trên trang thông tin điện tử. Đơn vị thực hiện: Trung tâm Phục vụ hành chính công phường.",
                "Trang bị máy quét, máy tính cho bộ phận một cửa. Đơn vị thực hiện: Phòng Kinh tế.",
            ),
        ),
    ),
)


def docx(paper: Paper, path: Path) -> None:
    """The plan as a Word document."""
    below = (word.paragraph(text, bold=bold, align="both") for text, bold in paper.lines())
    word.write(path, (word.letterhead(*paper.head), *below, word.section(last=True)))


def txt(paper: Paper, path: Path) -> None:
    """The plan as text, its letterhead in two columns."""
    head = (f"{left:<36}{right}" for left, right in zip(*paper.head, strict=True))
    path.write_text("\n".join((*head, "", *(text for text, _ in paper.lines()))) + "\n", encoding="utf-8")


def pdf(paper: Paper, path: Path) -> None:
    """The plan as a PDF with text."""
    head = "".join(f"<td>{'<br>'.join(map(escape, side))}</td>" for side in paper.head)
    below = "".join(f'<p class="{"b" if bold else ""}">{escape(text)}</p>' for text, bold in paper.lines())
    print_pdf(f'<!DOCTYPE html><meta charset="utf-8"><style>{STYLE}</style><table><tr>{head}</table>{below}', path)


MADE = {
    "ke-hoach-tinh-vi-du.docx": (docx, PROVINCE),
    "ke-hoach-xa-mau.docx": (docx, MAU),
    "ke-hoach-xa-thu.txt": (txt, THU),
    "ke-hoach-phuong-minh-hoa.pdf": (pdf, MINH_HOA),
}
"""Each file with what writes it and the plan that it holds."""


def main() -> None:
    """Write all of them."""
    FOLDER.mkdir(exist_ok=True)
    for name, (write, paper) in MADE.items():
        write(paper, FOLDER / name)


if __name__ == "__main__":
    main()

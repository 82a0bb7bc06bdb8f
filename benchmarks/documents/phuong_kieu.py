"""The plan of the invented phường Kiểu for 2025, printed and then scanned: pages without a text layer."""

# ruff: noqa: E501 -- rows of a table and sentences stay whole
from __future__ import annotations

import random
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from html import escape
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

RESOLUTION = 200
QUALITY = 34
TILTS = (0.35, -0.25, 0.15)
"""By how many degrees each page lies askew."""
PAPER, INK, GRAIN, SEED = 242, 38, 14, 2025
STYLE = """
@page { size: A4; margin: 20mm 20mm 20mm 30mm; @top-center { content: counter(page); font: 12pt "Liberation Serif" } }
@page :first { @top-center { content: "" } }
body { font: 14pt/1.3 "Liberation Serif"; text-align: justify; margin: 0 }
p { margin: 4pt 0; text-indent: 10mm } .centre { text-align: center; text-indent: 0 }
.head { width: 100%; text-align: center; font-size: 13pt } .head td { vertical-align: top }
"""
LINES = (
    "Căn cứ Kế hoạch số 204/KH-UBND ngày 27/12/2024 của UBND thành phố Chuẩn về cải cách hành chính năm 2025;",
    (
        "Căn cứ Chương trình số 31/CTr-UBND ngày 14/10/2021 của UBND tỉnh Giả Định về cải cách hành chính nhà nước tỉnh Giả "
        "Định giai đoạn 2021 - 2030;"
    ),
    "UBND phường Kiểu xây dựng Kế hoạch cải cách hành chính năm 2025 như sau:",
    "**I. MỤC TIÊU**",
    "1. 100% thủ tục hành chính được công khai tại nơi tiếp nhận và trên trang thông tin điện tử phường.",
    "2. Tỷ lệ hồ sơ giải quyết đúng hạn đạt từ 99% trở lên.",
    "3. Hồ sơ nộp trực tuyến đạt tối thiểu 75%, hồ sơ thanh toán trực tuyến đạt tối thiểu 60%.",
    "4. Số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực đạt 80%.",
    "5. Thời gian chờ đợi của người dân không quá 15 phút/lượt giao dịch.",
    "6. Mức độ hài lòng của người dân, doanh nghiệp về giải quyết thủ tục hành chính đạt trên 93,5%.",
    "7. 100% công chức phường sử dụng thư điện tử công vụ.",
    "8. 90% hồ sơ công việc tại phường được xử lý trên môi trường mạng.",
    "9. Phấn đấu Chỉ số cải cách hành chính của phường xếp loại xuất sắc.",
    "**II. NHIỆM VỤ**",
    "**1. Cải cách thể chế**",
    "- Rà soát văn bản do HĐND, UBND phường ban hành, hoàn thành trước ngày 30/6/2025.",
    "- Tuyên truyền pháp luật tại 07 tổ dân phố bằng hình thức phù hợp.",
    "**2. Cải cách thủ tục hành chính**",
    "- Tiếp nhận, trả kết quả vào cả sáng thứ bảy hàng tuần.",
    "- Thành lập tổ lưu động nhận hồ sơ tại nhà đối với người già yếu, người khuyết tật.",
    "- Thực hiện liên thông nhóm thủ tục khai sinh, khai tử theo Nghị định số 63/2024/NĐ-CP ngày 10/6/2024 của Chính phủ.",
    "- Gọi điện xin lỗi và hẹn lại ngày trả kết quả khi hồ sơ quá hạn.",
    "**3. Cải cách tổ chức bộ máy và chế độ công vụ**",
    "- Phân công lại nhiệm vụ công chức khi có biến động nhân sự.",
    "- Kiểm tra việc đeo thẻ, giờ giấc làm việc hàng tuần.",
    "**4. Cải cách tài chính công**",
    "- Công khai các khoản thu, chi ngân sách phường hàng quý.",
    "**5. Xây dựng chính quyền số**",
    "- Gắn mã QR phản ánh hiện trường tại trụ sở và nhà văn hóa tổ dân phố.",
    "- Hỗ trợ người dân cài đặt chữ ký số cá nhân, phấn đấu trên 50% người trưởng thành có chữ ký số.",
    "**6. Chỉ đạo, điều hành**",
    "- Giao ban chuyên đề cải cách hành chính hàng tháng.",
    "- Tự chấm điểm Chỉ số cải cách hành chính trong tháng 12/2025.",
    "**III. TỔ CHỨC THỰC HIỆN**",
    "1. Công chức Văn phòng - Thống kê: theo dõi, tổng hợp, báo cáo UBND thành phố trước ngày 20 tháng cuối quý.",
    "2. Công chức Tài chính - Kế toán: cân đối 25.000.000 đồng thực hiện Kế hoạch.",
    "3. Các tổ dân phố: vận động nhân dân nộp hồ sơ trực tuyến, thanh toán không dùng tiền mặt.",
    "Trên đây là Kế hoạch cải cách hành chính năm 2025 của phường Kiểu./.",
)


def html() -> str:
    """The printed pages."""
    body = "".join(f"<p>{_bold(escape(line))}</p>" for line in LINES)
    return (
        f'<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><style>{STYLE}</style><body><table class="head"><tr><td>'
        "<b>ỦY BAN NHÂN DÂN<br>PHƯỜNG KIỂU</b><br>Số: 11/KH-UBND</td><td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>"
        "Độc lập - Tự do - Hạnh phúc</b><br><i>Kiểu, ngày 14 tháng 01 năm 2025</i></td></tr></table>"
        '<p class="centre"><b>KẾ HOẠCH</b></p><p class="centre"><b>Cải cách hành chính năm 2025 của phường Kiểu</b></p>'
        f'{body}<table class="head"><tr><td style="text-align:left;font-size:11pt"><b>Nơi nhận:</b><br>- UBND thành phố Chuẩn;'
        "<br>- Thường trực Đảng ủy;<br>- Lưu: VT.</td><td><b>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH</b><br><br><br><br>"
        "<b>Phạm Thị Kiểu</b></td></tr></table></body></html>"
    )


def _bold(line: str) -> str:
    return f"<b>{line.strip('*')}</b>" if line.startswith("**") else line


def scan(printed: Callable[[str, Path], None], path: Path) -> None:
    """The pages that `printed` makes of the HTML, as a scanner sees them."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "printed.pdf"
        printed(html(), pdf)
        command = [shutil.which("pdftoppm") or "pdftoppm", "-gray", "-r", str(RESOLUTION), str(pdf), f"{folder}/page"]
        subprocess.run(command, check=True, timeout=120)
        pages = [
            _scanned(Image.open(file), tilt)
            for file, tilt in zip(sorted(Path(folder).glob("*.pgm")), TILTS, strict=False)
        ]
    moment = time.gmtime(1736845200)
    pages[0].save(
        path,
        "PDF",
        resolution=RESOLUTION,
        quality=QUALITY,
        save_all=True,
        append_images=pages[1:],
        creationDate=moment,
        modDate=moment,
    )


def _scanned(page: Image.Image, tilt: float) -> Image.Image:
    tilted = page.convert("L").rotate(tilt, Image.Resampling.BICUBIC, fillcolor=255)
    faded = tilted.point([PAPER - (255 - level) * (PAPER - INK) // 255 for level in range(256)])
    return ImageChops.add(faded.filter(ImageFilter.GaussianBlur(0.5)), _grain(faded.size), offset=-GRAIN // 2)


def _grain(size: tuple[int, int]) -> Image.Image:
    """Noise that is the same on every run: Pillow's own takes no seed."""
    raw = random.Random(SEED).randbytes(size[0] * size[1])  # noqa: S311 -- dust, not secrets
    dust = Image.frombytes("L", size, raw).filter(ImageFilter.GaussianBlur(0.8))
    return dust.point([max(0, min(GRAIN, (level - 64) * GRAIN // 128)) for level in range(256)])

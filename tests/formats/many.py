"""A corpus of any size: an invented province's plan, and communes that carry out a part of it."""

from __future__ import annotations

import random

from cascade.audit import Audit
from cascade.model.plan import Citation, Target, Task, Window
from cascade.model.rule import Sketch
from tests.support import audited, linked, province, target, task

YEAR = Window(2026, 2026)
WHOSE = ("UBND các xã, phường",)
TASKS = (
    "Khảo sát mức độ hài lòng của người dân mỗi quý",
    "Niêm yết công khai thủ tục hành chính tại Bộ phận Một cửa",
    "Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính",
    "Rà soát văn bản quy phạm pháp luật đã ban hành",
    "Chứng thực bản sao điện tử từ bản chính",
    "Tuyên truyền cải cách hành chính trên loa truyền thanh",
    "Đối thoại giữa Chủ tịch UBND cấp xã với người dân",
    "Bố trí người hướng dẫn nộp hồ sơ trực tuyến",
    "Xin lỗi bằng văn bản khi trễ hẹn trả kết quả",
    "Công khai ngân sách và mua sắm tài sản công",
    "Đánh giá, xếp loại công chức hằng quý",
    "Bồi dưỡng kỹ năng số cho cán bộ, công chức",
    "Tự kiểm tra công vụ ít nhất hai lần trong năm",
    "Lắp camera giám sát tại Bộ phận Một cửa",
    "Thành lập tổ công nghệ số cộng đồng ở thôn, tổ dân phố",
    "Sáp nhập thôn, tổ dân phố chưa đủ quy mô hộ",
    "Ký số văn bản gửi qua trục liên thông",
    "Thu phí, lệ phí không dùng tiền mặt",
    "Cập nhật dữ liệu hộ tịch vào cơ sở dữ liệu dân cư",
    "Báo cáo kết quả cải cách hành chính trước ngày 05 hằng tháng",
)
MEASURES = (
    ("tthc.online-payment", "80%", "TTHC có nghĩa vụ tài chính được thanh toán trực tuyến"),
    ("tthc.on-time", "98%", "Hồ sơ TTHC được giải quyết đúng hạn"),
    ("tthc.satisfaction", "95%", "Người dân hài lòng về giải quyết TTHC"),
    ("tthc.waiting-time", "15 phút", "Thời gian chờ tại Bộ phận Một cửa"),
    ("digital.periodic-reports", "90%", "Báo cáo định kỳ thực hiện trên môi trường mạng"),
)


def many(communes: int, *, items: int = len(TASKS)) -> Audit:
    """The audit of so many communes, the same each time. `items`: how many tasks the province asks for."""
    chance = random.Random(5)  # noqa: S311 - the same corpus every time
    asked = tuple(
        task(f"PL {n + 1}", f"{TASKS[n % len(TASKS)]}{_again(n)}", area=1 + n % 7, lead=WHOSE, due="Quý IV/2026")
        for n in range(items)
    )
    targets = tuple(
        target(f"II.{n + 1}", value, measure, text=f"{text} {value}", tier="commune")
        for n, (measure, value, text) in enumerate(MEASURES)
    )
    parent = province(number="412/KH-UBND", issued="2025-12-22", period=YEAR, targets=targets, tasks=asked)
    below = [_commune(chance, number, targets, asked) for number in range(communes)]
    return audited(linked(None, None, parent, *below))


def _again(n: int) -> str:
    return f" đợt {n // len(TASKS) + 1}" if n >= len(TASKS) else ""


def _commune(chance: random.Random, number: int, targets: tuple[Target, ...], tasks: tuple[Task, ...]) -> Sketch:
    """A commune that leaves out a third of the tasks and states less for a third of the targets."""
    kept = [one for one in tasks if chance.random() > 0.35]
    stated = [one for one in targets if chance.random() > 0.2]
    unit = f"{chance.choice(('xã', 'phường'))} Mẫu {number + 1}"
    weaker = {"80%": "60%", "98%": "90%", "95%": "85%", "15 phút": "30 phút", "90%": "70%"}
    return Sketch(
        id=f"mau-{number + 1}-2026",
        level="commune",
        place=(f"Mẫu {number + 1}", "Ví Dụ"),
        issuer=f"UBND {unit}",
        number=f"{number + 9}/KH-UBND",
        issued="2026-01-15",
        period=YEAR,
        title=f"CCHC {unit} năm 2026",
        citations=(Citation(role="basis", number="412/KH-UBND", date=None, issuer="UBND tỉnh Ví Dụ"),),
        targets=tuple(
            target(
                f"I.{place}",
                value := weaker[str(one.value)] if chance.random() < 0.35 else str(one.value),
                one.measure,
                text=f"{one.text.removesuffix(str(one.value))}{value}",
            )
            for place, one in enumerate(stated)
        ),
        tasks=tuple(task(f"II.{place}", one.text, area=one.area, due="Năm 2026") for place, one in enumerate(kept)),
    )

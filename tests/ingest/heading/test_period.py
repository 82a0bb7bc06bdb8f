from __future__ import annotations

import pytest

from cascade.ingest.heading.period import commonest_period
from tests.ingest.heading.test_first_contact import AIMS, LETTERHEAD, drafted


@pytest.mark.parametrize(
    ("title", "period", "year"),
    [
        ("Tổ chức dạy học năm học 2024-2025", "2024-2025", None),
        ("Phát triển giáo dục đến hết năm 2030", "2025-2030", None),
        ("Thực hiện Nghị quyết số 52-NQ/TW ngày 27/9/2019 và Chiến lược quốc gia đến năm 2030", None, None),
        ("Nâng cao năng lực y tế cơ sở", None, None),
        ("Thực hiện Đề án dữ liệu năm 2025, tầm nhìn đến năm 2030", "2025", 2025),
        ("Triển khai Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 trong năm 2025", "2025", 2025),
        ("Tổng kết Nghị quyết giai đoạn 2016-2020 và nhiệm vụ giai đoạn 2025-2030", "2025-2030", None),
    ],
)
def test_the_period_is_the_plans_own(title: str, period: str | None, year: int | None) -> None:
    head = drafted(f"{LETTERHEAD}\nKẾ HOẠCH\n{title}\n{AIMS}").head
    assert (head.title, str(head.period) if head.period else None, head.year) == (title, period, year)


def test_a_cited_strategy_reaches_as_far_as_the_aims_say() -> None:
    text = f"{LETTERHEAD}\nKẾ HOẠCH\nThực hiện Chiến lược phát triển kinh tế số đến năm 2030\n\nI. MỤC TIÊU\n"
    aims = "1. Đến năm 2030\n\n- 90% doanh nghiệp ứng dụng công nghệ số.\n"
    assert str(drafted(text + aims).head.period) == "2025-2030"
    assert drafted(text + aims.replace("2030", "2028")).head.period is None


def test_a_heading_of_aims_tells_the_period_that_no_title_states() -> None:
    text = f"{LETTERHEAD}\nKẾ HOẠCH\nNâng cao năng lực y tế cơ sở\n\nI. MỤC TIÊU\n\n- 90% trạm y tế đạt chuẩn.\n"
    found = drafted(text.replace("I. MỤC TIÊU", "I. MỤC TIÊU GIAI ĐOẠN 2025-2027")).head
    assert (str(found.period), found.doubts[0].code) == ("2025-2027", "period-of-content")


def test_a_plan_that_states_no_period_is_audited_from_its_issue_to_its_last_target() -> None:
    aims = "\nI. MỤC TIÊU\n\n- Đến năm 2028: 90% trạm y tế đạt chuẩn.\n\n- Đến năm 2030: 95% trạm y tế đạt chuẩn.\n"
    draft = drafted(f"{LETTERHEAD}\nKẾ HOẠCH\nNâng cao năng lực y tế cơ sở\n{aims}")
    assert draft.head.period is None
    assert draft.missing == ("period",)
    assert draft.plan is not None
    assert str(draft.plan.period) == "2025-2030"
    assert any(getattr(doubt, "code", "") == "period-assumed" for doubt in draft.plan.doubt or ())


def test_a_text_without_a_title_tells_its_period_by_what_it_names_most() -> None:
    assert commonest_period(["Nhiệm vụ năm 2025."]) is None
    lines = ["Chương trình giai đoạn", "2021-2025;", "Kế hoạch giai đoạn 2021-2025", "", "giai đoạn 2016 - 2020"]
    found = commonest_period(lines)
    assert found is not None
    assert (str(found.window), found.sure) == ("2021-2025", 0.6)
    often = commonest_period(["giai đoạn 2021-2025"] * 3)
    assert often is not None
    assert often.sure > found.sure

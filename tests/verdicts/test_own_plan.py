"""Tasks that ask for no more than a plan on the subject of the plan under review."""

from __future__ import annotations

import pytest

from cascade.answers.lexis import lexis_of
from cascade.verdicts.own_plan import OwnPlan
from tests.support import domain

TITLE = "Bảo vệ môi trường năm 2026 trên địa bàn xã Mẫu"


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Ban hành kế hoạch BVMT năm 2026 của địa phương.", "ban hành kế hoạch"),
        ("Lập kế hoạch thực hiện công tác bảo vệ môi trường hằng năm", "lập kế hoạch"),
        (
            "Xây dựng, ban hành Kế hoạch bảo vệ môi trường năm 2026 của cơ quan, địa phương, xác định rõ sản phẩm",
            "xây dựng, ban hành kế hoạch",
        ),
        ("Ban hành kế hoạch tuyên truyền bảo vệ môi trường năm 2026", None),  # another plan
        ("Ban hành kế hoạch trồng rừng năm 2026", None),
        ("Ban hành kế hoạch bảo vệ môi trường, tổ chức ra quân dọn kênh mương", None),  # more than a plan
        ("Ban hành kế hoạch và tổ chức hội nghị bảo vệ môi trường", None),
        ("Kiểm tra việc ban hành kế hoạch bảo vệ môi trường", None),
        ("Ban hành kế hoạch của địa phương", None),  # on what it does not say
    ],
)
def test_a_plan_on_its_own_subject_is_the_plan_under_review(text: str, asks: str | None) -> None:
    assert OwnPlan(lexis_of(domain())).asked_for(text, TITLE) == asks


def test_a_plan_without_a_title_may_be_on_anything() -> None:
    assert OwnPlan(lexis_of(domain())).asked_for("Ban hành kế hoạch BVMT năm 2026", None) is None

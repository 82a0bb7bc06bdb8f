"""How often work is done."""

from __future__ import annotations

import pytest

from cascade.verdicts.often import Often
from tests.support import domain, target, task


@pytest.mark.parametrize(
    ("asked", "answer", "seldomer"),
    [
        ("Báo cáo đàn vật nuôi 6 tháng, cả năm", task("a", "Báo cáo đàn vật nuôi cả năm"), True),
        ("Báo cáo đàn vật nuôi hằng quý", task("a", "Báo cáo đàn vật nuôi", due="Hằng năm"), True),
        ("Báo cáo đàn vật nuôi hằng quý", task("a", "Báo cáo đàn vật nuôi mỗi tháng"), False),
        ("Báo cáo đàn vật nuôi hằng quý", task("a", "Báo cáo đàn vật nuôi"), False),  # it does not say
        ("Báo cáo đàn vật nuôi", task("a", "Báo cáo đàn vật nuôi hằng năm"), False),
        ("Báo cáo đàn vật nuôi hằng quý", task("a", "Bốn lần trong năm báo cáo đàn vật nuôi"), False),  # counted
        ("Đếm đàn vật nuôi hằng quý", target("a", "2 lần", None, text="Đếm đàn vật nuôi hằng năm"), True),
    ],
)
def test_less_often_than_asked(asked: str, answer: object, seldomer: bool) -> None:
    assert Often(domain().quantities).is_seldomer(task("1", asked), answer) is seldomer  # type: ignore[arg-type]

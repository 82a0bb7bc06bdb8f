"""Thresholds that narrow whom a target is for."""

from __future__ import annotations

import pytest

from cascade.verdicts.threshold import Thresholds
from cascade.verdicts.yardstick import Yardsticks
from tests.support import domain, target

ASKED = "100% hộ nuôi từ 30 con trở lên đăng ký chuồng trại"


@pytest.mark.parametrize(
    ("text", "narrowed"),
    [
        ("100% hộ nuôi từ 50 con trở lên đăng ký chuồng trại", "từ 50 con trở lên"),
        ("100% hộ nuôi từ 50 con gà trở lên đăng ký chuồng trại", "từ 50 con gà trở lên"),
        ("100% hộ nuôi từ 30 con trở lên đăng ký chuồng trại", None),
        ("100% hộ nuôi từ 20 con trở lên đăng ký chuồng trại", None),  # for more
        ("100% hộ chăn nuôi đăng ký chuồng trại", None),
        ("100% hộ nuôi từ 50 ha trở lên đăng ký chuồng trại", None),  # of another thing
    ],
)
def test_a_target_that_begins_further_on_is_for_fewer(text: str, narrowed: str | None) -> None:
    words = domain().quantities
    one, other = (target("1", "100%", None, text=said) for said in (ASKED, text))
    assert Thresholds(words, Yardsticks(words).unit).narrowed(one, other) == narrowed

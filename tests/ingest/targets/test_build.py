from __future__ import annotations

import pytest

from cascade.ingest.targets.build import target_of, written
from cascade.ingest.targets.measures import Recognised
from cascade.lexicon.horizon import Horizon
from cascade.model.bound import parse_bound
from cascade.model.doubt import doubt
from tests.support import PAYMENT, WAITING, domain

HIGHER, LOWER = (Recognised(domain().measures[name], "", 1.0) for name in (PAYMENT, WAITING))


@pytest.mark.parametrize(
    ("number", "relation", "recognised", "value"),
    [
        ("80%", "at_least", HIGHER, "80%"),
        ("80%", "at_least", None, "80%"),
        ("80%", "above", HIGHER, "> 80%"),
        ("5%", "at_most", None, "<= 5%"),
        ("15 phút", "at_most", LOWER, "15 phút"),
        ("15 phút", "at_least", LOWER, ">= 15 phút"),
        ("50-80%", "at_least", HIGHER, "50-80%"),
        ("= 0 trường hợp", "at_most", None, "= 0 trường hợp"),
    ],
)
def test_a_sign_only_where_a_number_does_not_bind_the_better_way(
    number: str, relation: str, recognised: Recognised | None, value: str
) -> None:
    assert written(number, relation, recognised) == value


@pytest.mark.parametrize(
    ("horizon", "said"),
    [
        (Horizon("by", 2025), (2025, None, False)),
        (Horizon("in", 2025), (None, 2025, False)),
        (Horizon("yearly"), (None, None, True)),
        (None, (None, None, False)),
    ],
)
def test_one_horizon_is_kept(horizon: Horizon | None, said: tuple[int | None, int | None, bool]) -> None:
    made = target_of("80% hồ sơ", parse_bound("80%"), HIGHER, horizon, area=2, sure=0.9)
    assert (made.by, made.in_year, made.yearly) == said


def test_the_area_is_that_of_the_measure_where_there_is_one() -> None:
    known = target_of("80%", parse_bound("80%"), HIGHER, None, area=2, sure=0.9)
    unknown = target_of("80%", parse_bound("80%"), None, None, area=2, sure=0.9)
    assert (known.area, unknown.area) == (None, 2)
    assert known.confidence is not None
    assert unknown.confidence is not None
    assert unknown.confidence < known.confidence


def test_a_doubt_makes_less_sure() -> None:
    made = target_of("80%", parse_bound("80%"), HIGHER, None, area=2, sure=0.9, doubts=doubt("only-at-most"))
    assert made.confidence == 0.65

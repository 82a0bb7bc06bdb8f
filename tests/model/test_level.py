from __future__ import annotations

from datetime import date

import pytest

from cascade.model.level import Level, Levels
from cascade.model.words import Words

LAST_DAY, DAY_AFTER = date(2025, 6, 30), date(2025, 7, 1)
LEVELS = Levels(
    (
        Level("central", 0, Words("Trung ương", "Central")),
        Level("province", 1, Words("Cấp tỉnh", "Province")),
        Level("district", 2, Words("Cấp huyện", "District"), until=LAST_DAY),
        Level("commune", 3, Words("Cấp xã", "Commune")),
    )
)


@pytest.mark.parametrize(
    ("since", "until", "day", "exists"),
    [
        (None, None, LAST_DAY, True),
        (None, LAST_DAY, LAST_DAY, True),
        (None, LAST_DAY, DAY_AFTER, False),
        (DAY_AFTER, None, DAY_AFTER, True),
        (DAY_AFTER, None, LAST_DAY, False),
        (LAST_DAY, DAY_AFTER, LAST_DAY, True),
    ],
)
def test_a_level_exists_from_its_first_to_its_last_day(
    since: date | None, until: date | None, day: date, exists: bool
) -> None:
    assert Level("mau", 2, Words("", ""), since=since, until=until).exists_on(day) is exists


@pytest.mark.parametrize(
    ("level", "day", "above"),
    [
        ("commune", LAST_DAY, "district"),
        ("commune", DAY_AFTER, "province"),
        ("district", LAST_DAY, "province"),
        ("district", DAY_AFTER, "province"),
        ("province", DAY_AFTER, "central"),
    ],
)
def test_the_level_above_is_the_next_that_exists_on_the_day(level: str, day: date, above: str) -> None:
    found = LEVELS.above(level, day)
    assert found is not None
    assert found.id == above


def test_nothing_is_above_the_centre() -> None:
    assert LEVELS.above("central", LAST_DAY) is None


def test_a_rank_counts_levels_from_the_centre_down() -> None:
    assert [(level, LEVELS.rank(level)) for level in LEVELS.ids()] == [
        ("central", 0),
        ("province", 1),
        ("district", 2),
        ("commune", 3),
    ]

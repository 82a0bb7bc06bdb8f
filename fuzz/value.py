"""The grammar of values: bounds, numbers of documents, lines, years and deadlines, as plan files write them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cascade.model.bound import BadBoundError, parse_bound, plain
from cascade.model.due import last_day, years_of
from cascade.model.due import shown as shown_due
from cascade.model.measure import Measure
from cascade.model.number import parse_number
from cascade.model.plan import Lines, Window
from tests.support import domain

VALUES = (
    "80%", "> 90%", "= 5", "50-80%", "15 phút", "tốt", "1.000 hồ sơ", "≤ 7 ngày", "95,5%", "từ 20% đến 25%", "20%-25%",
    "248/KH-UBND", "Số:  27  /KH-UBND", "108/2020/NĐ-CP", "KH số 02", "05-NQ/TU", "12-14", "2021-2025",
    "quý IV hàng năm", "30/6/2022", "tháng 12 năm 2023", "trước ngày 15/12 hằng năm", "2022-02-30",
)  # fmt: skip
MEASURES: tuple[Measure, ...] = tuple(domain().measures.values())[:6]


def seeds() -> Iterator[bytes]:
    """One value each."""
    return (value.encode() for value in VALUES)


def one(data: bytes) -> None:
    """Every grammar either reads the text or says that it is none of its values; what is read is read back alike."""
    text = data.decode("utf-8", "replace")
    _bound(text)
    for kind in (Lines, Window):
        try:
            value = kind.parse(text)
        except ValueError:
            continue
        assert kind.parse(str(value)) == value
    number = parse_number(text)
    assert number is None or number.serial
    assert parse_number(f"  {text} ") == number
    last = last_day(text)
    assert last is None or isinstance(last, date)
    assert all(isinstance(year, int) for year in years_of(text))
    assert isinstance(shown_due(text), str)


def _bound(text: str) -> None:
    try:
        bound = parse_bound(text)
    except BadBoundError:
        return
    assert parse_bound(str(bound)) == bound
    assert (bound.low is None) != (bound.grade is None)
    assert bound.high is None or (bound.low is not None and bound.low <= bound.high)
    assert bound.low is None or parse_bound(plain(bound.low)).low == bound.low
    for measure in MEASURES:
        assert measure.say(bound).vi
        assert measure.promise(bound).en
        worst = measure.worst(bound)
        assert worst is None or measure.worst(measure.bound(worst)) == worst

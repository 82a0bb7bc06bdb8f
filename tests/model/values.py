"""Measures, targets and guarantees of the model's tests, by hand and generated."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec
from hypothesis import strategies as st

from cascade.model.bound import Bound, Relation
from cascade.model.guarantee import Guarantee, Step, guarantee_of
from cascade.model.measure import Measure, Worst
from cascade.model.plan import Growth, Target, Window
from cascade.model.words import Words

WINDOW = Window(2021, 2025)
YEARS = range(2019, 2029)
"""The window's years, and some before and after it."""

SHARE = Measure(
    id="mau.share", area=2, name=Words("Tỷ lệ mẫu", "Sample share"), unit="%", better="higher", phrases=("tỷ lệ mẫu",)
)
WAIT = Measure(
    id="mau.wait", area=2, name=Words("Thời gian chờ", "Waiting time"), unit="phút", better="lower", phrases=("chờ",)
)
GRADE = Measure(
    id="mau.grade",
    area=7,
    name=Words("Xếp loại", "Grade"),
    unit="loại",
    better="higher",
    phrases=("xếp loại",),
    grades=("trung bình", "khá", "tốt"),
)

NUMBERS = st.integers(0, 40).map(lambda steps: Decimal(steps) * Decimal("2.5"))
STEPS = st.builds(
    lambda first, length, value, strict: Step(first, first + length, Worst(value, strict)),
    st.sampled_from(YEARS),
    st.integers(0, 6),
    st.sampled_from([Decimal(50), Decimal(80), Decimal(100)]),
    st.booleans(),
)
GUARANTEES = st.lists(STEPS, max_size=4).map(lambda steps: Guarantee(tuple(steps)))
OF_YEARS = st.sampled_from(WINDOW.years())
HORIZONS: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.just({}),
    st.just({"yearly": True}),
    OF_YEARS.map(lambda year: {"by": year}),
    OF_YEARS.map(lambda year: {"in_year": year}),
)
GROWTHS = st.builds(Growth, NUMBERS, st.none() | OF_YEARS, st.none() | NUMBERS)


@st.composite
def targets(draw: st.DrawFn, measure: Measure) -> Target:
    """A target whose words settle a value on `measure`: plain, strict, exact or a range."""
    low, high = sorted([draw(NUMBERS), draw(NUMBERS)])
    strict = Relation.ABOVE if measure.better == "higher" else Relation.BELOW
    at_least = Relation.AT_LEAST if measure.better == "higher" else Relation.AT_MOST
    relation = draw(st.sampled_from([Relation.AS_GOOD, strict, at_least, Relation.EXACTLY]))
    bound = draw(st.sampled_from([Bound("", relation, low), Bound("", Relation.AS_GOOD, low, high)]))
    return Target(id="1", text="mẫu", value=bound, growth=draw(st.none() | GROWTHS), **draw(HORIZONS))


def target(value: Bound, **more: Any) -> Target:
    """A target with this bound."""
    return Target(id="1", text="mẫu", value=value, **more)


def guarantee(target: Target, measure: Measure = SHARE) -> Guarantee:
    """What it guarantees in the window 2021-2025."""
    return guarantee_of(target, measure, WINDOW)


def mirrored(measure: Measure) -> Measure:
    """The measure with the other direction better."""
    return msgspec.structs.replace(measure, better="lower" if measure.better == "higher" else "higher")


def mirrored_target(target: Target) -> Target:
    """The target with every value negated, and every relation the other way round."""
    bound, turned = target.value, {Relation.ABOVE: Relation.BELOW, Relation.AT_LEAST: Relation.AT_MOST}
    turned |= {other: relation for relation, other in turned.items()}
    assert bound.low is not None
    low, high = (-bound.low, None) if bound.high is None else (-bound.high, -bound.low)
    growth = target.growth and msgspec.structs.replace(
        target.growth, until=None if target.growth.until is None else -target.growth.until
    )
    value = Bound("", turned.get(bound.relation, bound.relation), low, high)
    return msgspec.structs.replace(target, value=value, growth=growth)

"""Writing a corpus: plans one by one, so that the size of the country does not matter to memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from benchmarks.country.grammar import Matters
from benchmarks.country.plan import Plan, printed
from benchmarks.country.plans import Setting, central_plan, commune_plan, district_plan, province_plans
from benchmarks.country.units import Place, Province, country


class Size(msgspec.Struct, frozen=True):
    """How much of the country is written: so many provinces, and of each so many communes; None: all."""

    provinces: int | None = None
    communes: int | None = None


class Made(msgspec.Struct, frozen=True):
    """A plan, the plan that it carries out, and the matters that one asks of it."""

    plan: Plan
    above: Plan | None = None
    asked: Matters = Matters((), ())

    @property
    def is_asked(self) -> bool:
        """Whether the plan above asks it what it asks of communes."""
        return self.plan.level not in ("central", "province")


def plans(setting: Setting, size: Size) -> Iterator[Made]:
    """Every plan of a corpus, those above before those below."""
    yield Made(central_plan(setting))
    for province in country(setting.shape)[: size.provinces]:
        yield from _of_province(setting, province, size)


def _of_province(setting: Setting, province: Province, size: Size) -> Iterator[Made]:
    made = province_plans(setting, province)
    yield Made(made.period)
    yield from (Made(plan, made.period, made.asked) for plan in made.yearly.values())
    for year, yearly in made.yearly.items():
        left = size.communes
        for district, communes in province.districts:
            if left is not None and left <= 0:
                break
            above, further = yearly, [made.period]
            if district is not None:
                above = district_plan(setting, district, yearly, made.asked)
                further = [yearly]
                yield Made(above, yearly, made.asked)
            for place in _few(communes, left):
                yield Made(commune_plan(setting, place, above, made.asked, further), above, made.asked)
            left = None if left is None else left - len(communes)


def _few(communes: tuple[Place, ...], left: int | None) -> tuple[Place, ...]:
    return communes if left is None else communes[:left]


def write(folder: Path, setting: Setting, size: Size) -> int:
    """Write the corpus; how many plans it has."""
    count = 0
    for made in plans(setting, size):
        write_plan(folder, made.plan)
        count += 1
    return count


def write_plan(folder: Path, plan: Plan) -> None:
    """Write one plan file."""
    path = folder / "data" / plan.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(printed(plan), encoding="utf-8")

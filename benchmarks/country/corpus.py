"""Writing a corpus: plans one by one, so that the size of the country does not matter to memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from benchmarks.country.defects import Site, Truth, inject
from benchmarks.country.grammar import Matters
from benchmarks.country.plan import Plan, printed
from benchmarks.country.plans import Setting, central_plan, commune_plan, district_plan, province_plans
from benchmarks.country.units import Place, Province, country

TRUTH = "truth.jsonl"
OF_A_PROVINCE = 3
"""How many defects a province's yearly plan gets, where there are to be any."""
MOST = 30
"""How many defects a plan gets at most: with more of them little of it would be sound."""
README = """\
# Dữ liệu bịa để thử / invented test data

Tên các đơn vị hành chính là thật; mọi nội dung kế hoạch, số hiệu, ngày tháng, con số đều do máy bịa ra để thử chương
trình, không nói gì về các đơn vị ấy.

The names of the units of government are real. Titles, numbers, dates, targets, tasks and citations were made up by
`python -m benchmarks.country` to test the program; they say nothing about these units. Units written: {units}.

`data/`: the plans. `truth.jsonl`: the defects that were put in, one a line. `python -m benchmarks.country score .`
"""


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


class Written(msgspec.Struct):
    """What was written."""

    plans: int = 0
    defects: int = 0


def plans(setting: Setting, size: Size) -> Iterator[Made]:
    """Every plan of a corpus, those above before those below: what is changed in a plan that was handed out shows in
    those below it."""
    yield Made(central_plan(setting))
    for province in country(setting.shape)[: size.provinces]:
        yield from _of_province(setting, province, size)


def _of_province(setting: Setting, province: Province, size: Size) -> Iterator[Made]:
    made = province_plans(setting, province)
    yield Made(made.period)
    for yearly in made.yearly.values():
        yield Made(yearly, made.period, made.asked)
        for district, communes in _few(province, size.communes):
            above, further = yearly, [made.period]
            if district is not None:
                above, further = district_plan(setting, district, yearly, made.asked), [yearly]
                yield Made(above, yearly, made.asked)
            for place in communes:
                yield Made(commune_plan(setting, place, above, made.asked, further), above, made.asked)


def _few(province: Province, most: int | None) -> Iterator[tuple[Place | None, tuple[Place, ...]]]:
    """The districts with their communes, up to so many communes."""
    left = most
    for district, communes in province.districts:
        if left is not None and left <= 0:
            return
        yield district, communes[:left]
        left = None if left is None else left - len(communes)


def write(folder: Path, setting: Setting, size: Size, defects: int = 0) -> Written:
    """Write the corpus with so many defects, and the truth about them beside it."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    written, injecting = Written(), _Injecting(setting, defects, _carriers(setting, size))
    with (folder / TRUTH).open("w", encoding="utf-8") as truth:
        for made in plans(setting, size):
            site = injecting.site(made)
            for found in site.found:
                truth.write(msgspec.json.encode(found).decode() + "\n")
                written.defects += 1
            for plan in (made.plan, *site.extra):
                write_plan(folder, plan)
                written.plans += 1
    named = country(setting.shape)[: size.provinces]
    units = f"{len(named)} provinces, {_carriers(setting, size) // len(setting.all_years)} communes"
    (folder / "README.md").write_text(README.format(units=units), encoding="utf-8")
    return written


def _carriers(setting: Setting, size: Size) -> int:
    """How many plans of communes there will be."""
    provinces = country(setting.shape)[: size.provinces]
    below = (found for province in provinces for found in _few(province, size.communes))
    return len(setting.all_years) * sum(len(communes) for _, communes in below)


class _Found(msgspec.Struct):
    found: list[Truth]
    extra: list[Plan]


class _Injecting:
    """Spreads the defects over the plans."""

    def __init__(self, setting: Setting, defects: int, carriers: int) -> None:
        self.setting, self.left, self.carriers = setting, defects, carriers

    def site(self, made: Made) -> _Found:
        """Put its share of the defects into one plan."""
        if made.above is None or self.left <= 0 or made.plan.level == "district":  # communes would copy its defects
            return _Found([], [])
        if made.is_asked:
            share, self.carriers = -(-self.left // max(1, self.carriers)), self.carriers - 1
        else:
            share = OF_A_PROVINCE
        random = self.setting.random(f"{made.plan.id}:defects")
        site = Site(self.setting, random, made.plan, made.above, made.asked)
        found = inject(site, min(share, self.left, MOST))
        self.left -= len(found)
        return _Found(found, site.extra)


def write_plan(folder: Path, plan: Plan) -> None:
    """Write one plan file."""
    path = folder / "data" / plan.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(printed(plan), encoding="utf-8")

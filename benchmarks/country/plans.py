"""Consistent plans: the centre's, a province's for the period and for each year, a district's, and a commune's.

Each plan is drawn from its own random numbers (seed and plan id), so that it is the same plan in a corpus of any size.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import TypeVar

import msgspec

from benchmarks.country.grammar import STYLES, Matter, Matters, wording
from benchmarks.country.plan import Citation, Horizon, Plan, Target, Task, Wording
from benchmarks.country.units import Place, Province, Shape

_Item = TypeVar("_Item", Target, Task)
ASKED = 0.8  # the share of a higher plan's targets that it asks of communes; the rest is its own
ASKED_TASKS = 0.775
HOW: tuple[tuple[Wording, float], ...] = (("copied", 0.14), ("reworded", 0.42), ("rewritten", 0.44))
"""How a child words an item: a little further from what is asked than benchmarks/families."""
TRIES = 4  # how often other words are looked for before a sentence is rewritten
BETTER = 0.3  # how often a commune promises more than it is asked
PROSE = 0.25  # how many provinces write their tasks as prose, which names no bodies
SHUFFLED = 0.4  # how many communes keep another order within an area
WITH_AREAS = 0.7
CENTRE = "trung-uong"
OF_ABOVE = ("của cấp xã", "của các xã, phường", "tại cấp xã", "thuộc cấp xã")
RECURS = ("Thường xuyên", "Hằng năm", "Hằng quý", "Hằng tháng", "Cả năm")
QUARTERS = {"I": 3, "II": 6, "III": 9, "IV": 12}
DEPARTMENTS = {1: "Sở Tư pháp", 2: "Văn phòng UBND tỉnh", 3: "Sở Nội vụ", 4: "Sở Nội vụ", 5: "Sở Tài chính"}
DEPARTMENTS |= {6: "Sở Khoa học và Công nghệ", 7: "Sở Nội vụ"}
ROOMS = {
    "two-tier": ("Văn phòng HĐND và UBND {u}", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Công an {u}"),
    "three-tier": ("Công chức Văn phòng - Thống kê", "Công chức Tư pháp - Hộ tịch", "Công chức Tài chính - Kế toán"),
}


class Setting(msgspec.Struct, frozen=True):
    """What a corpus is asked to be. `targets`, `tasks`: how many a plan has."""

    seed: int
    shape: Shape = "two-tier"
    years: int = 1
    targets: int = 60
    tasks: int = 80

    @property
    def first_year(self) -> int:
        """The first year for which there are yearly plans."""
        return 2026 if self.shape == "two-tier" else 2023

    @property
    def period(self) -> tuple[int, int]:
        """The years of the plans for a period."""
        return (2026, 2030) if self.shape == "two-tier" else (2021, 2025)

    @property
    def all_years(self) -> range:
        """The years for which there are yearly plans."""
        return range(self.first_year, min(self.first_year + self.years, self.period[1] + 1))

    @property
    def before(self) -> bool:
        """Whether it is of before July 2025."""
        return self.shape == "three-tier"

    def random(self, name: str) -> Random:
        """The random numbers of one plan or unit."""
        return Random(f"{self.seed}:{name}")  # noqa: S311

    @property
    def communes(self) -> str:
        """How higher plans name all communes."""
        return "các xã, phường, thị trấn" if self.before else "các xã, phường, đặc khu"


@dataclass(frozen=True)
class ProvincePlans:
    """A province's plan for the period and those for each year. `asked`: the matters that they ask of communes."""

    period: Plan
    yearly: dict[int, Plan]
    asked: Matters


def _known(setting: Setting, matters: Sequence[Matter]) -> list[Matter]:
    return [matter for matter in matters if matter.since <= setting.period[0]]


def central_plan(setting: Setting) -> Plan:
    """The centre's programme for the period: a part of what every province asks, for its last year."""
    first, last = setting.period
    random = setting.random(CENTRE)
    title = f"Chương trình tổng thể cải cách hành chính nhà nước giai đoạn {first}-{last} (bịa để thử)"
    plan = Plan(
        CENTRE, "central", "Chính phủ", (), title, "999/NQ-CP", date(first - 1, 9, 15), f"{first}-{last}", None,
        "xã, phường", "central", addressed=("UBND các tỉnh, thành phố trực thuộc trung ương",),
    )  # fmt: skip
    core = _core(setting)
    plan.targets = [_promise(setting, plan, one, random, period=True, least=True) for one in core.targets]
    lead = ("UBND các tỉnh, thành phố trực thuộc trung ương",)
    plan.tasks = [_work(setting, plan, one, random, period=True, lead=lead) for one in core.tasks]
    return _numbered(plan, "A.{}", "B.{}")


def _core(setting: Setting) -> Matters:
    """What the centre asks, so that every province asks it too."""
    asked = wording().asked
    kept = [one for one in _known(setting, asked.tasks) if one.by in ("communes", "all")]
    targets = _known(setting, asked.targets)[::3][: max(1, setting.targets // 5)]
    return Matters(tuple(targets), tuple(kept[::6][: max(1, setting.tasks // 8)]))


def province_plans(setting: Setting, province: Province) -> ProvincePlans:
    """The plans of a province."""
    place, (first, last) = province.place, setting.period
    random = setting.random(place.slug)
    prose = random.random() < PROSE
    own, asked = wording().province, wording().asked
    core = _core(setting)
    tasks = [one for one in _known(setting, asked.tasks) if not prose or one.by != "with"]
    asked = Matters(
        _drawn(random, _known(setting, asked.targets), core.targets, round(setting.targets * ASKED)),
        _drawn(random, tasks, core.tasks, round(setting.tasks * ASKED_TASKS)),
    )
    own = Matters(
        _drawn(random, own.targets, (), setting.targets - len(asked.targets)),
        _drawn(random, own.tasks, (), setting.tasks - len(asked.tasks)),
    )
    serial, making = random.randrange(200, 900), _Province(setting, place, prose, asked, own)
    period = making.plan(f"{first}-{last}", None, date(first - 1, 11, random.randrange(1, 29)), serial)
    period.citations += _basis(setting, place.names[-1:], random, "tỉnh")
    period.citations.append(Citation("basis", "999/NQ-CP", None, date(first - 1, 9, 15), "Chính phủ"))
    yearly = {}
    for year in setting.all_years:
        plan = making.plan(str(year), year, date(year, 1, random.randrange(3, 13)), serial)
        plan.citations += _basis(setting, place.names[-1:], random, "tỉnh")
        plan.citations.append(cited(period, random))
        yearly[year] = plan
    return ProvincePlans(period, yearly, asked)


def _drawn(random: Random, among: Sequence[Matter], core: Sequence[Matter], size: int) -> tuple[Matter, ...]:
    """So many matters, the core among them, in the order of the grammar."""
    rest = [one for one in among if one not in core]
    chosen = {*(one.id for one in core), *(one.id for one in random.sample(rest, min(len(rest), size - len(core))))}
    return tuple(one for one in among if one.id in chosen)


@dataclass(frozen=True)
class _Province:
    """How a province writes."""

    setting: Setting
    place: Place
    prose: bool
    asked: Matters
    own: Matters

    def plan(self, years: str, year: int | None, issued: date, serial: int) -> Plan:
        setting, place = self.setting, self.place
        span = f"năm {year}" if year else f"giai đoạn {years}"
        plan = Plan(
            f"{place.slug}-{years}", "province", place.issuer, place.names,
            f"Cải cách hành chính nhà nước {place.unit.shown} {span}", f"{serial}/KH-UBND", issued, years, year,
            "xã, phường", "province", addressed=("Các sở, ban, ngành", f"UBND {setting.communes}"),
        )  # fmt: skip
        random = setting.random(plan.id)
        period = year is None
        targets, tasks = (*self.asked.targets, *self.own.targets), (*self.asked.tasks, *self.own.tasks)
        plan.targets = [_promise(setting, plan, one, random, period=period) for one in _by_area(targets)]
        plan.tasks = [self._task(plan, one, random, period) for one in _by_area(tasks)]
        return _numbered(plan, "II.{}", "PL.{}")

    def _task(self, plan: Plan, matter: Matter, random: Random, period: bool) -> Task:
        own, department = matter in self.own.tasks, DEPARTMENTS[matter.area]
        lead: tuple[str, ...] = (department,)
        partners: tuple[str, ...] = ("Các sở, ban, ngành",)
        units = f"UBND {self.setting.communes}"
        districts = ("UBND các huyện, thị xã, thành phố",) if self.setting.before else ()
        if not own and matter.by == "with":
            partners = (*districts, units)
        elif not own:
            every = ("Các sở, ban, ngành",) if matter.by == "all" else ()
            lead, partners = (*every, *districts, units), (department,)
        if self.prose:
            lead, partners = (), ()
        return _work(self.setting, plan, matter, random, period=period, lead=lead, partners=partners)


def _by_area(matters: Iterable[Matter]) -> list[Matter]:
    return sorted(matters, key=lambda one: (one.area, one.id.startswith("p-")))


def _promise(
    setting: Setting, plan: Plan, matter: Matter, random: Random, *, period: bool, least: bool = False
) -> Target:
    """A target of a higher plan. Of a share that may grow, the period's last year asks the most."""
    best, worst = matter.values[-1], matter.values[0]
    if all(isinstance(value, int) for value in matter.values):
        ordered = sorted((value for value in matter.values if isinstance(value, int)), reverse=matter.way == "max")
        worst, best = ordered[0], ordered[-1]
    value: int | str = random.choice(matter.values)
    horizon: Horizon = "in"
    year = plan.year or setting.period[1]
    if period:
        grows = matter.unit == "%" and best != worst
        horizon, value = ("by", worst if least else best) if grows else ("yearly", worst)
    if isinstance(worst, str):
        value = worst if period else random.choice(matter.values[:1])
    sentence = wording().choose(random.choice(matter.asks), random, before=setting.before)
    return Target(
        "", matter, sentence, value, random.randrange(STYLES), random.choice(OF_ABOVE), horizon=horizon, year=year
    )


def _work(
    setting: Setting,
    plan: Plan,
    matter: Matter,
    random: Random,
    *,
    period: bool,
    lead: tuple[str, ...] = (),
    partners: tuple[str, ...] = (),
) -> Task:
    """A task of a higher plan."""
    sentence = wording().choose(random.choice(matter.asks), random, before=setting.before)
    due = random.choice(matter.due) if matter.due else "Hằng năm"
    if period and "{year}" in due:
        first, last = setting.period
        due = f"Năm {random.randrange(first, last + 1) if plan.place else last}"
    due = due.format(year=plan.year)
    return Task("", matter, sentence, random.choice(OF_ABOVE), None, lead, partners, due, matter.product)


def _numbered(plan: Plan, target: str, task: str) -> Plan:
    for count, one in enumerate(plan.targets, 1):
        one.id = target.format(f"{one.matter.area}.{count}")
    for count, other in enumerate(plan.tasks, 1):
        other.id = task.format(count)
    return plan


def _basis(setting: Setting, place: Sequence[str], random: Random, kind: str) -> list[Citation]:
    """The laws, and what is above all plans."""
    first = setting.period[0]
    law = date(2015, 6, 19) if setting.before else date(2025, 6, 16)
    number, day = ("30c/NQ-CP", date(2011, 11, 8)) if setting.before else ("76/NQ-CP", date(2021, 7, 15))
    return [
        Citation("basis", None, "Luật Tổ chức chính quyền địa phương", law),
        Citation("basis", number, None, day, "Chính phủ"),
        Citation(
            "basis", f"{random.randrange(2, 40):02d}-NQ/TU", f"Nghị quyết về phát triển {kind} {place[0]}",
            date(first - 1, 10, random.randrange(1, 29)), f"Tỉnh ủy {place[0]}",
        ),
    ]  # fmt: skip


def cited(plan: Plan, random: Random, role: str = "basis") -> Citation:
    """A citation of a plan, its issuer in full, its title perhaps."""
    title = f"Kế hoạch {plan.title[:1].lower()}{plan.title[1:]}" if random.random() < 0.6 else None
    return Citation("basis" if role == "basis" else "body", plan.number, title, plan.issued, plan.issuer)


def district_plan(setting: Setting, place: Place, above: Plan, asked: Matters) -> Plan:
    """A district's yearly plan: what the province asks, and of communes what the province asks of them."""
    plan = child_plan(setting, place, above, asked, unit_word="xã, phường, thị trấn", days=(13, 19))
    plan.addressed = ("Các phòng, ban", f"UBND {setting.communes}")
    random, own = setting.random(plan.id + ":leads"), wording().district.tasks
    for task in plan.tasks:
        if task.matter in own:
            task.lead, task.partners = (random.choice(("Phòng Nội vụ", "Phòng Tư pháp", "Phòng Kinh tế")),), ()
        elif task.matter.by == "with":
            task.lead, task.partners = ("Phòng Nội vụ",), (f"UBND {setting.communes}",)
        else:
            task.lead = (*(("Các phòng, ban",) if task.matter.by == "all" else ()), f"UBND {setting.communes}")
    return plan


def commune_plan(setting: Setting, place: Place, above: Plan, asked: Matters, further: Sequence[Plan]) -> Plan:
    """A commune's yearly plan. `further`: other plans on the subject, named in its body."""
    plan = child_plan(setting, place, above, asked, unit_word=place.unit.kind, days=(20, 50))
    random = setting.random(plan.id + ":body")
    plan.citations += [cited(one, random, "body") for one in further if random.random() < 0.7]
    resolution = plan.citations[2]
    if random.random() < 0.5:
        plan.citations.append(Citation("body", resolution.number, resolution.title, resolution.date, resolution.issuer))
    return plan


def child_plan(
    setting: Setting, place: Place, above: Plan, asked: Matters, *, unit_word: str, days: tuple[int, int]
) -> Plan:
    """A yearly plan that carries `above` out: every matter that it asks, in its own words, and others of its own."""
    year = above.year or setting.first_year
    plan_id = f"{place.slug}-{year}"
    random = setting.random(plan_id)
    day = random.randrange(*days)
    issued = date(year, 1, day) if day <= 31 else date(year, 2, day - 31)
    level = place.unit.level
    folder = "/".join((level, *(_folder(name) for name in place.names[:0:-1])))
    plan = Plan(
        plan_id, level, place.issuer, place.names, f"Cải cách hành chính nhà nước {place.unit.shown} năm {year}",
        f"{random.randrange(2, 160):02d}/KH-UBND", issued, str(year), year, unit_word, folder,
        areas=random.random() < WITH_AREAS,
    )  # fmt: skip
    making = _Child(setting, plan, random, {one.id for one in (*asked.targets, *asked.tasks)})
    plan.targets, plan.tasks = making.targets(above), making.tasks(above)
    plan.citations = _basis(setting, place.names[-1:], setting.random(place.names[-1]), "tỉnh")
    plan.citations.append(cited(above, random))
    return _numbered(plan, "II.{}", "III.{}")


def _folder(name: str) -> str:
    from cascade.model.text import fold

    return "-".join("".join(letter if letter.isalnum() else " " for letter in fold(name)).split())


class _Child:
    """How one unit words what it is asked."""

    def __init__(self, setting: Setting, plan: Plan, random: Random, asked: set[str]) -> None:
        self.setting, self.plan, self.random, self.asked = setting, plan, random, asked
        self.more = wording().district if plan.level == "district" else wording().commune
        self.of = (f"của {plan.unit_word}", f"tại {plan.unit_word}", "")
        self.rooms = [room.format(u=plan.unit_word) for room in ROOMS[setting.shape]]
        self.shuffled = random.random() < SHUFFLED

    def _how(self) -> Wording:
        return self.random.choices([how for how, _ in HOW], [share for _, share in HOW])[0]

    def _sentence(self, matter: Matter, above: str) -> tuple[str, Wording]:
        how = self._how()
        if how == "copied":
            return above, how
        if how == "reworded":
            tries = (self._chosen(matter.asks) for _ in range(TRIES))
            again = (wording().said_again(said, self.random) for said in tries)
            other = next((said for said in again if said != above), None)
            if other is not None:
                return other, how
        return self._chosen(matter.says or matter.asks), "rewritten"

    def _chosen(self, templates: Sequence[str]) -> str:
        return wording().choose(self.random.choice(templates), self.random, before=self.setting.before)

    def targets(self, above: Plan) -> list[Target]:
        """The targets that are asked, and some of its own."""
        asked = [self._target(one) for one in above.targets if one.matter.id in self.asked]
        own = self._own(self.more.targets, self.setting.targets - len(asked))
        more = [_promise(self.setting, self.plan, one, self.random, period=False) for one in own]
        for one in more:
            one.of = self.random.choice(self.of)
        return self._ordered([*asked, *more])

    def _target(self, one: Target) -> Target:
        sentence, how = self._sentence(one.matter, one.sentence)
        value, strictly = self._value(one.value, one.matter)
        strictly = strictly or (one.above and value == one.value)
        style = one.style if how == "copied" else self.random.randrange(STYLES)
        of = self.random.choice(self.of)
        return Target("", one.matter, sentence, value, style, of, how, "in", one.year, above=strictly)

    def _value(self, value: int | str, matter: Matter) -> tuple[int | str, bool]:
        """What is asked, or a little more."""
        if isinstance(value, str) or self.random.random() > BETTER:
            return value, False
        if matter.unit == "%":
            if value < 100 and self.random.random() < BETTER:
                return value, True
            return min(100, value + self.random.randrange(1, 4)), False
        return (max(1, value - self.random.randrange(1, 3)) if matter.way == "max" else value + 1), False

    def tasks(self, above: Plan) -> list[Task]:
        """The tasks that are asked, and some of its own."""
        asked = [self._task(one) for one in above.tasks if one.matter.id in self.asked]
        own = self._own(self.more.tasks, self.setting.tasks - len(asked))
        more = [_work(self.setting, self.plan, one, self.random, period=False) for one in own]
        for one in more:
            one.lead, one.product = (self.random.choice(self.rooms),), None
        return self._ordered([*asked, *more])

    def _task(self, one: Task) -> Task:
        sentence, how = self._sentence(one.matter, one.sentence)
        product = one.product if how == "copied" or self.random.random() < 0.4 else None
        lead, of = (self.random.choice(self.rooms),), self.random.choice(self.of)
        return Task("", one.matter, sentence, of, how, lead, (), self._due(one.due or ""), product)

    def _due(self, due: str) -> str:
        """The day that is asked, or one before it, never before the plan."""
        if self.random.random() < 0.5 or not due.startswith("Quý "):
            return due
        quarter, year = due.removeprefix("Quý ").split("/")
        return f"Tháng {QUARTERS[quarter] - self.random.randrange(2)}/{year}"

    def _own(self, matters: Sequence[Matter], size: int) -> list[Matter]:
        return self.random.sample(matters, min(len(matters), max(0, size)))

    def _ordered(self, items: list[_Item]) -> list[_Item]:
        """By areas; within one in the order of the plan above, or in another."""
        if self.shuffled:
            self.random.shuffle(items)
        return sorted(items, key=lambda one: one.matter.area)

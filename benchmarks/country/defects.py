"""Known defects, one injector a kind, each with the truth about what it did.

An injector changes a consistent plan in one place and tells which rule has to find it where; None where the plan has
no place for it. A `whole` kind takes away what its plan is compared with, so that nothing else would be found in it:
it is put into a plan that has no other defect.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TypeVar, cast

import msgspec

from benchmarks.country.grammar import Matter, Matters, fill, wording
from benchmarks.country.plan import Citation, Plan, Target, Task
from benchmarks.country.plans import CENTRE, RECURS, Setting, cited
from cascade.model.due import last_day

_Item = TypeVar("_Item", Target, Task)


class Truth(msgspec.Struct, frozen=True, omit_defaults=True):
    """What has to be found. `item`: of the plan, by its id, number or title; `against`: plan and item above; `also`:
    rules by which it is told as well."""

    kind: str
    rule: str
    plan: str
    item: str | None = None
    against: tuple[str, str] | None = None
    also: tuple[str, ...] = ()


@dataclass
class Site:
    """A plan that defects are put into, with what it is held against. `used`: items that have one already; `extra`:
    further files."""

    setting: Setting
    random: Random
    plan: Plan
    above: Plan
    asked: Matters
    used: set[str] = field(default_factory=set)
    extra: list[Plan] = field(default_factory=list)

    def targets(self, *fits: Callable[[Target, Target], bool]) -> tuple[Target, Target] | None:
        """A target that is asked and one that answers it, neither used before."""
        ids = {one.id for one in self.asked.targets}
        asked = {one.matter.id: one for one in self.above.targets if one.matter.id in ids}
        pairs = [(asked[one.matter.id], one) for one in self.plan.targets if one.matter.id in asked]
        return self._free([pair for pair in pairs if all(fit(*pair) for fit in fits)])

    def tasks(self, *fits: Callable[[Task, Task], bool]) -> tuple[Task, Task] | None:
        """A task that is asked and one that answers it, neither used before."""
        ids = {one.id for one in self.asked.tasks}
        asked = {one.matter.id: one for one in self.above.tasks if one.matter.id in ids}
        pairs = [(asked[one.matter.id], one) for one in self.plan.tasks if one.matter.id in asked]
        return self._free([pair for pair in pairs if all(fit(*pair) for fit in fits)])

    def _free(self, pairs: list[tuple[_Item, _Item]]) -> tuple[_Item, _Item] | None:
        free = [pair for pair in pairs if pair[1].matter.id not in self.used]
        if not free:
            return None
        found = self.random.choice(free)
        self._use(found[1].matter)
        return found

    def _use(self, matter: Matter) -> None:
        """Neither this matter nor those that do its work get another defect."""
        every: Iterable[Target | Task] = (*self.plan.targets, *self.plan.tasks)
        self.used |= {matter.id, *matter.kin, *(one.matter.id for one in every if matter.id in one.matter.kin)}

    def kin(self, one: Target | Task) -> list[Target | Task]:
        """Items of the plan, of the other kind, that do the work of this one too."""
        others: Iterable[Target | Task] = self.plan.tasks if isinstance(one, Target) else self.plan.targets
        return [other for other in others if other.matter.id in one.matter.kin or one.matter.id in other.matter.kin]

    def truth(self, kind: str, rule: str, item: str | None, above: Target | Task | None, *also: str) -> Truth:
        """What has to be found here."""
        against = (self.above.id, above.id) if above else None
        return Truth(kind, rule, self.plan.id, item, against, also)


Inject = Callable[[Site], list[Truth] | None]


class Kind(msgspec.Struct, frozen=True):
    """A kind of defect. `weight`: how often it is put in; `level`: `child` plans, or `province`."""

    inject: Inject
    weight: int
    whole: bool = False
    province: bool = False


# targets


def _share(_: Target, one: Target) -> bool:
    return one.matter.unit == "%"


def _settled(value: int | str) -> int:
    return cast("int", value)


def weaker(site: Site) -> list[Truth] | None:
    """Less is promised than is asked."""
    found = site.targets(lambda asked, _: asked.matter.unit == "%" or asked.value not in (1, "khá"))
    if found is None:
        return None
    asked, one = found
    one.above = False
    if isinstance(asked.value, str):
        one.value = "khá"
    elif one.matter.way == "max":
        one.value = asked.value + site.random.randrange(2, 15)
    elif one.matter.unit == "%":
        one.value = max(1, asked.value - site.random.randrange(1, 20))
        if site.random.random() < 0.25:
            one.high = min(100, asked.value + site.random.randrange(5))
    else:
        one.value = asked.value - 1
    return [site.truth("weaker", "weaker-target", one.id, asked)]


def late(site: Site) -> list[Truth] | None:
    """As much, in a later year."""
    found = site.targets(lambda asked, one: asked.matter.unit in ("%", "grade") and "{year}" not in one.sentence)
    if found is None:
        return None
    asked, one = found
    last = site.setting.period[1]
    one.horizon, one.year = "by", site.random.randrange(asked.year + 1, max(asked.year + 2, last + 1))
    return [site.truth("late", "late-target", one.id, asked)]


def missing(site: Site) -> list[Truth] | None:
    """Nothing about it."""
    found = site.targets()
    if found is None:
        return None
    site.plan.targets.remove(found[1])
    also = ["unquantified-target"] if site.kin(found[1]) else []
    return [site.truth("missing", "missing-target", None, found[0], *also)]


def unquantified(site: Site) -> list[Truth] | None:
    """The substance, without the number."""

    def says_it_all(_: Target, one: Target) -> bool:
        return one.sentence.startswith("{q} ") or (
            one.sentence.startswith("Tỷ lệ ") and one.sentence.endswith(" đạt {q}.")
        )

    found = site.targets(says_it_all)
    if found is None:
        return None
    asked, one = found
    bare = one.sentence.removeprefix("{q} ").removesuffix(" đạt {q}.").rstrip(".").replace("Tỷ lệ", "Nâng cao tỷ lệ")
    site.plan.targets.remove(one)
    task = Task(f"{one.id}-bis", one.matter, f"{bare}.", one.of, None, _lead(site), (), "Thường xuyên")
    site.plan.tasks.append(task)
    return [site.truth("unquantified", "unquantified-target", task.id, asked)]


def _lead(site: Site) -> tuple[str, ...]:
    return next(one.lead for one in site.plan.tasks if one.lead)


def carve_out(site: Site) -> list[Truth] | None:
    """An exception that nobody above makes."""
    found = site.targets(_share)
    if found is None:
        return None
    asked, one = found
    one.exception = f"trừ {site.random.choice(wording().exceptions)}"
    return [site.truth("carve-out", "carve-out", one.id, asked)]


def softer(site: Site) -> list[Truth] | None:
    """Only striven for."""
    found = site.targets()
    if found is None:
        return None
    asked, one = found
    one.hedge = "phấn đấu"
    return [site.truth("softer", "softer-target", one.id, asked)]


def incomparable(site: Site) -> list[Truth] | None:
    """So many things instead of a share of them."""
    found = site.targets(_share, lambda _, one: one.matter.counted is not None and one.sentence.startswith("{q} "))
    if found is None:
        return None
    asked, one = found
    one.above, one.counted = False, site.random.randrange(20, 900)
    return [site.truth("incomparable", "incomparable-target", one.id, asked)]


def contradictory(site: Site) -> list[Truth] | None:
    """Two bounds for one thing."""
    found = site.targets(_share, lambda _, one: one.matter.measure is not None and _settled(one.value) <= 90)
    if found is None:
        return None
    _, one = found
    again = copy.copy(one)
    again.id, again.value, again.above = f"{one.id}-bis", _settled(one.value) + site.random.randrange(2, 9), False
    again.sentence = wording().choose(site.random.choice(one.matter.asks), site.random, before=site.setting.before)
    one.measure = again.measure = one.matter.measure
    site.plan.targets.append(again)
    return [site.truth("contradictory", "contradictory-targets", again.id, None)]


def doubtful(site: Site) -> list[Truth] | None:
    """A share over 100%."""
    found = site.targets(_share, lambda _, one: _settled(one.value) > 50)
    if found is None:
        return None
    one = found[1]
    one.value, one.above = _settled(one.value) + 100, False
    return [site.truth("doubtful", "doubtful-value", one.id, None)]


def off_pace(site: Site) -> list[Truth] | None:
    """A province's first year far below the straight way to the last."""
    goals = {one.matter.id: one for one in site.above.targets if one.horizon == "by" and one.matter.unit == "%"}
    free = [one for one in site.plan.targets if one.matter.id in goals and one.matter.id not in site.used]
    if not free:
        return None
    one = site.random.choice(free)
    goal = goals[one.matter.id]
    first, last = site.setting.period
    way = _settled(goal.value) * ((site.plan.year or first) - first + 1) // (last - first + 1)
    if way < 5:
        return None
    one.value = max(1, way - site.random.randrange(2, 5))
    site.used.add(one.matter.id)
    return [site.truth("off-pace", "off-pace-target", one.id, goal)]


# tasks


def uncovered(site: Site) -> list[Truth] | None:
    """Nothing about it."""
    found = site.tasks(lambda _, one: not site.kin(one))
    if found is None:
        return None
    site.plan.tasks.remove(found[1])
    return [site.truth("uncovered", "uncovered-task", None, found[0])]


def partial(site: Site) -> list[Truth] | None:
    """Its topic alone."""
    found = site.tasks(lambda _, one: not site.kin(one))
    if found is None:
        return None
    asked, one = found
    said = wording().choose(site.random.choice(wording().general), site.random)
    one.sentence, one.product, one.due = fill(said, {"topic": one.matter.topic}), None, "Thường xuyên"
    return [site.truth("partial", "partial-task", None, asked, "uncovered-task")]


def late_task(site: Site) -> list[Truth] | None:
    """Done, by a later day."""
    found = site.tasks(lambda asked, _: last_day(asked.due or "") is not None and (asked.due or "") not in RECURS)
    wanted = last_day(found[0].due or "") if found else None
    if found is None or wanted is None:
        return None
    asked, one = found
    later = (f"31/12/{wanted.year}", f"Quý IV/{wanted.year}") if wanted < date(wanted.year, 12, 1) else ()
    one.due = site.random.choice((*later, f"Quý I/{wanted.year + 1}", f"30/6/{wanted.year + 1}"))
    return [site.truth("late-task", "late-task", one.id, asked)]


def stale(site: Site) -> list[Truth] | None:
    """Due before the plan was signed."""
    found = site.tasks()
    if found is None:
        return None
    day = site.plan.issued - timedelta(days=site.random.randrange(3, 400))
    found[1].due = f"{day:%d/%m/%Y}"
    return [site.truth("stale", "stale-deadline", found[1].id, None)]


def unassigned(site: Site) -> list[Truth] | None:
    """Nobody leads it."""
    found = site.tasks()
    if found is None:
        return None
    found[1].lead = ()
    return [site.truth("unassigned", "unassigned-task", found[1].id, None)]


# citations


def _basis(site: Site) -> Citation:
    return next(one for one in site.plan.citations if one.number == site.above.number)


def _once(site: Site, name: str) -> bool:
    """Whether this place has no defect yet; it has one now."""
    if name in site.used:
        return False
    site.used.add(name)
    return True


def wrong_date(site: Site) -> list[Truth] | None:
    """The parent with a date that is not its own."""
    if not _once(site, "parent"):
        return None
    one, own = _basis(site), site.above.issued
    days = [own + timedelta(days=step) for step in range(-11, 12) if step]
    one.date = site.random.choice([day for day in days if day.year == own.year and day <= site.plan.issued])
    return [site.truth("wrong-date", "citation-mismatch", one.name, None)]


def wrong_issuer(site: Site) -> list[Truth] | None:
    """The parent with an issuer that is not its own."""
    if not _once(site, "parent"):
        return None
    one = _basis(site)
    one.issuer = site.random.choice(("Sở Nội vụ", "UBND tỉnh Lai Châu", "UBND thành phố Cần Thơ", "Tỉnh ủy"))
    if one.issuer.endswith(site.plan.place[-1]):
        one.issuer = "Sở Nội vụ"
    return [site.truth("wrong-issuer", "citation-mismatch", one.name, None)]


def two_dates(site: Site) -> list[Truth] | None:
    """One document with two dates."""
    if not _once(site, "resolution"):
        return None
    first = next(one for one in site.plan.citations if (one.number or "").endswith("-NQ/TU"))
    site.plan.citations = [one for one in site.plan.citations if one is first or one.number != first.number]
    again = copy.copy(first)
    again.role, again.date = "body", (first.date or site.plan.issued) - timedelta(days=site.random.randrange(1, 300))
    site.plan.citations.append(again)
    return [site.truth("two-dates", "citation-mismatch", first.name, None)]


def later_document(site: Site) -> list[Truth] | None:
    """A document of a day after the plan's own."""
    names = [one for one in site.plan.citations[:2] if _free_name(site, one)]
    if not names:
        return None
    one = site.random.choice(names)
    site.used.add(one.name)
    one.date = site.plan.issued + timedelta(days=site.random.randrange(1, 500))
    return [site.truth("later-document", "cites-later-document", one.name, None)]


def _free_name(site: Site, one: Citation) -> bool:
    return one.name not in site.used


def wrong_number(site: Site) -> list[Truth] | None:
    """The parent with a number that no plan has."""
    one = _basis(site)
    one.number = f"{site.random.randrange(1000, 5000)}/KH-UBND"
    rule, other = "missing-parent", "no-parent"
    return [site.truth("wrong-number", rule if one.title else other, one.name if one.title else None, None)]


def another_parent(site: Site) -> list[Truth] | None:
    """A further plan that is not on file."""
    if not _once(site, "another"):
        return None
    year, province = site.plan.issued.year, site.plan.place[-1]
    title = f"Kế hoạch cải cách hành chính nhà nước tỉnh {province} giai đoạn {year - 2}-{year}"
    number = f"{site.random.randrange(1000, 5000)}/KH-UBND"
    site.plan.citations.append(Citation("basis", number, title, date(year - 2, 2, 1), f"UBND tỉnh {province}"))
    return [site.truth("another-parent", "missing-parent", number, None)]


def no_parent(site: Site) -> list[Truth] | None:
    """No plan in the basis."""
    site.plan.citations.remove(_basis(site))
    return [site.truth("no-parent", "no-parent", None, None)]


def ambiguous(site: Site) -> list[Truth] | None:
    """A number that two plans of the province have, and nothing beside it."""
    if site.above.level != "province":
        return None
    one = _basis(site)
    one.title = one.date = one.issuer = None
    return [site.truth("ambiguous", "ambiguous-citation", one.name, None)]


def own_basis(site: Site) -> list[Truth] | None:
    """A plan that is its own basis."""
    if not _once(site, "own"):
        return None
    own = cited(site.plan, site.random)
    site.plan.citations.append(own)
    return [site.truth("own-basis", "citation-cycle", own.name, None)]


def skipped(site: Site) -> list[Truth] | None:
    """The centre's programme, and nothing of the level above: no plan, no resolution."""
    first, last = site.setting.period
    site.plan.citations = [one for one in site.plan.citations if not (one.number or "").endswith("-NQ/TU")]
    title = f"Chương trình tổng thể cải cách hành chính nhà nước giai đoạn {first}-{last}"
    centre = Citation("basis", "999/NQ-CP", title, date(first - 1, 9, 15), "Chính phủ")
    site.plan.citations[site.plan.citations.index(_basis(site))] = centre
    return [Truth("skipped", "skipped-level", site.plan.id, None, (CENTRE, ""))]


def lower(site: Site) -> list[Truth] | None:
    """A commune's plan in the basis of a higher plan."""
    if not _once(site, "lower"):
        return None
    year = site.plan.issued.year - 1
    title = f"Kế hoạch cải cách hành chính nhà nước xã Mẫu năm {year}"
    one = Citation("basis", "15/KH-UBND", title, date(year, 2, 1), "UBND xã Mẫu")
    site.plan.citations.append(one)
    return [site.truth("lower", "cites-lower-level", one.name, None)]


# whole plans


def misplaced(site: Site) -> list[Truth] | None:
    """The file in the folder of another level."""
    if not _once(site, "folder"):
        return None
    first, _, rest = site.plan.folder.partition("/")
    other = site.random.choice([level for level in ("province", "district", "commune") if level != first])
    site.plan.folder = f"{other}/{rest}".rstrip("/")
    return [site.truth("misplaced", "misplaced-file", None, None)]


def twice(site: Site) -> list[Truth] | None:
    """The plan in two files."""
    again = copy.copy(site.plan)
    again.id = f"{site.plan.id}-ban-sao"
    site.extra.append(again)
    return [Truth("twice", "duplicate-plan", again.id)]


def item_twice(site: Site) -> list[Truth] | None:
    """A task in two places."""
    found = site.tasks()
    if found is None:
        return None
    again = copy.copy(found[1])
    again.id = f"{found[1].id}-bis"
    site.plan.tasks.append(again)
    return [site.truth("item-twice", "duplicate-item", again.id, None)]


def other_period(site: Site) -> list[Truth] | None:
    """Years that the plan above does not cover."""
    first = site.plan.year or site.setting.first_year
    site.plan.title = site.plan.title.replace(f"năm {first}", f"giai đoạn {first}-{first + 5}")
    site.plan.period, site.plan.year = f"{first}-{first + 5}", None
    return [site.truth("other-period", "period-outside-parent", None, None)]


def area_missing(site: Site) -> list[Truth] | None:
    """Nothing in a whole area."""
    plan = site.plan
    if not plan.areas:
        return None
    area = site.random.choice((1, 3, 4, 5))
    asked = {one.id for one in (*site.asked.targets, *site.asked.tasks)}
    plan.targets = [one for one in plan.targets if one.matter.area != area]
    plan.tasks = [one for one in plan.tasks if one.matter.area != area]
    found = [Truth("area-missing", "missing-area", plan.id, None, (site.above.id, ""))]
    for target in site.above.targets:
        if target.matter.area == area and target.matter.id in asked:
            also = ["unquantified-target"] if site.kin(target) else []
            found.append(site.truth("area-missing", "missing-target", None, target, *also))
    tasks = [one for one in site.above.tasks if one.matter.area == area and one.matter.id in asked]
    return [*found, *(site.truth("area-missing", "uncovered-task", None, one) for one in tasks if not site.kin(one))]


KINDS: dict[str, Kind] = {
    "weaker": Kind(weaker, 14),
    "late": Kind(late, 7),
    "missing": Kind(missing, 11),
    "unquantified": Kind(unquantified, 5),
    "carve-out": Kind(carve_out, 6),
    "softer": Kind(softer, 5),
    "incomparable": Kind(incomparable, 4),
    "contradictory": Kind(contradictory, 2),
    "doubtful": Kind(doubtful, 2),
    "off-pace": Kind(off_pace, 2, province=True),
    "uncovered": Kind(uncovered, 11),
    "partial": Kind(partial, 5),
    "late-task": Kind(late_task, 6),
    "stale": Kind(stale, 4),
    "unassigned": Kind(unassigned, 3),
    "wrong-date": Kind(wrong_date, 4),
    "wrong-issuer": Kind(wrong_issuer, 3),
    "two-dates": Kind(two_dates, 3),
    "later-document": Kind(later_document, 4),
    "another-parent": Kind(another_parent, 3),
    "own-basis": Kind(own_basis, 2),
    "lower": Kind(lower, 1, province=True),
    "misplaced": Kind(misplaced, 1),
    "item-twice": Kind(item_twice, 3),
    "wrong-number": Kind(wrong_number, 1, whole=True),
    "no-parent": Kind(no_parent, 1, whole=True),
    "ambiguous": Kind(ambiguous, 1, whole=True),
    "skipped": Kind(skipped, 1, whole=True),
    "twice": Kind(twice, 1, whole=True),
    "other-period": Kind(other_period, 1, whole=True),
    "area-missing": Kind(area_missing, 1, whole=True),
}


def inject(site: Site, count: int) -> list[Truth]:
    """Up to `count` defects in one plan; fewer where it has no place for more."""
    province = site.plan.level == "province"
    fitting = {name: kind for name, kind in KINDS.items() if kind.province is province}
    names, weights = list(fitting), [kind.weight for kind in fitting.values()]
    found: list[Truth] = []
    for _ in range(count * 3):
        if len(found) >= count:
            break
        kind = fitting[site.random.choices(names, weights)[0]]
        if kind.whole and found:
            continue
        found += kind.inject(site) or []
        if kind.whole and found:
            break
    return found

"""Versions of one plan: the newest counts whichever is cited, and nothing else is taken for a version."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cascade.audit import NO_DECISIONS, Audit, audit
from cascade.checks.context import Context
from cascade.model.decision import Answer, Decisions, Recorded
from cascade.model.plan import Citation
from cascade.model.rule import Sketch
from cascade.reading.plans import Corpus, PlanFile
from tests.support import COMMUNE, DISTRICT, domain, linked, target, task

OLD = "huyen-thu-cu"
TITLE = "CCHC nhà nước giai đoạn 2021-2025"


def older(**more: Any) -> Sketch:
    """An older version of the plan of huyện Thử."""
    head: dict[str, Any] = {"id": OLD, "number": "00/KH-UBND", "issued": "2021-06-01", "title": TITLE}
    return Sketch(**(head | more))


def whole(context: Context, decisions: Decisions = NO_DECISIONS) -> Audit:
    """What is found in all versions together."""
    plans = {**context.plans, **context.lineage.older}
    files = {plan_id: PlanFile(plan_id, context.files[plan_id], plan, {}) for plan_id, plan in plans.items()}
    return audit(Corpus(files, ()), domain(), decisions)


def newest(context: Context) -> dict[str, str]:
    return dict(context.lineage.newest)


def test_the_later_of_two_versions_counts_and_the_older_is_set_aside() -> None:
    context = linked(Sketch(), Sketch(), older())
    assert newest(context) == {OLD: DISTRICT}
    assert list(context.plans) == [DISTRICT, COMMUNE]
    assert list(context.lineage.older) == [OLD]


def test_of_three_versions_the_last_counts() -> None:
    context = linked(Sketch(), None, older(), older(id="huyen-thu-giua", number="0/KH-UBND", issued="2021-09-01"))
    assert newest(context) == {OLD: DISTRICT, "huyen-thu-giua": DISTRICT}


@pytest.mark.parametrize(
    "other",
    [
        older(title="Tuyên truyền CCHC nhà nước giai đoạn 2021-2025"),
        older(place=("Giả Định", "Ví Dụ"), issuer="UBND huyện Giả Định"),
        older(level="province", place=("Thử",), issuer="UBND tỉnh Thử"),
        older(year=2022),
        older(content="cited"),
        older(issued="2021-12-01"),
        older(issued="null"),
    ],
    ids=["subject", "unit", "level", "years", "known from citations", "the same day", "no date"],
)
def test_what_is_no_version_stays(other: Sketch) -> None:
    assert newest(linked(Sketch(), Sketch(), other)) == {}


def test_a_title_that_says_that_it_amends_is_the_newer_where_dates_are_lacking() -> None:
    context = linked(Sketch(title=f"Điều chỉnh, bổ sung {TITLE}", issued="null"), None, older(issued="null"))
    assert newest(context) == {OLD: DISTRICT}


def test_a_plan_that_tells_only_the_changes_takes_the_place_of_nothing() -> None:
    many = tuple(task(str(n), f"Việc {n}") for n in range(5))
    assert newest(linked(Sketch(tasks=many[:2]), None, older(tasks=many))) == {}
    assert newest(linked(Sketch(tasks=many[:3]), None, older(tasks=many))) == {OLD: DISTRICT}


def test_who_cites_the_older_version_carries_out_the_newest_and_is_blamed_for_nothing() -> None:
    cites = Citation(role="basis", number="00/KH-UBND", date=date(2021, 6, 1), issuer="UBND huyện Thử")
    both = (cites, Citation(role="basis", number="01/KH-UBND", date=date(2021, 12, 1), issuer="UBND huyện Thử"))
    for citations in ((cites,), both):
        context = linked(Sketch(targets=(target("1", "80%"),)), Sketch(citations=citations), older())
        assert context.lineage.parents(COMMUNE) == (DISTRICT,)
        told = {judged.finding.rule for judged in whole(context).findings if judged.finding.item.plan == COMMUNE}
        assert not told & {"missing-parent", "no-parent", "citation-mismatch", "ambiguous-citation", "citation-cycle"}


def test_a_version_that_cites_the_one_it_amends_is_in_no_circle() -> None:
    cites = Citation(role="basis", number="00/KH-UBND", date=date(2021, 6, 1), issuer="UBND huyện Thử")
    context = linked(Sketch(citations=(cites,)), None, older())
    assert newest(context) == {OLD: DISTRICT}
    assert context.lineage.cycles() == ()


def test_what_was_decided_on_the_older_version_holds_for_the_newest() -> None:
    above = (task("2", "Trồng cây xanh", lead=("UBND các xã",), area=7),)
    context = linked(Sketch(tasks=above), Sketch(tasks=(task("c", "Vệ sinh ngõ xóm", area=7),)), older(tasks=above))
    made = Decisions((Recorded(Answer(COMMUNE, OLD, "2", ("c",), "P", date(2026, 1, 1)), "d.yaml", 3, 5),))
    rules = [
        {judged.finding.rule for judged in whole(context, decisions).findings} for decisions in (Decisions(), made)
    ]
    assert ["uncovered-task" in told for told in rules] == [True, False]
    assert "stale-decision" not in rules[1]

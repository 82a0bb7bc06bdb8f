"""Who carries out whom: parents, ancestors and descendants, also where plans cite one another in a circle."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cascade.checks.context import Context
from cascade.formats.audit_json import audit_report
from cascade.graph.lineage import Lineage, link
from cascade.model.plan import Citation, Plan, Window
from cascade.model.rule import Sketch, plan_of
from cascade.report.lineage_pictures import dot, mermaid
from cascade.report.lineage_tree import Row, tree_rows
from cascade.result.fill import fill
from tests.lexicon.made import MADE
from tests.support import COMMUNE, DISTRICT, EMPTY, PROVINCE, audited, domain, linked, province, task

TO_CENTRE = Citation(role="basis", number="99/NQ-CP", date=date(2021, 7, 1), issuer="Chính phủ")
TO_PROVINCE = Citation(role="basis", number="07/KH-UBND", date=date(2021, 10, 1), issuer="UBND tỉnh Ví Dụ")
TO_DISTRICT = Citation(role="basis", number="01/KH-UBND", date=date(2021, 12, 1), issuer="UBND huyện Thử")
TO_COMMUNE = Citation(role="basis", number="09/KH-UBND", date=date(2022, 12, 15), issuer="UBND xã Mẫu")
CENTRE = "chinh-phu-2021-2030"
OWN = "xa-mau-2021-2025"


def drawn(lineage: Lineage) -> tuple[Row, ...]:
    """The rows of the tree of these plans."""
    plans = lineage.plans
    return tree_rows({one: lineage.rank(one) for one in plans}, {one: lineage.parents(one) for one in plans})


def centre(**more: Any) -> Sketch:
    head: dict[str, Any] = {
        "id": CENTRE,
        "title": "Chương trình CCHC giai đoạn 2021-2030",
        "level": "central",
        "place": (),
        "issuer": "Chính phủ",
        "type": "NQ",
        "number": "99/NQ-CP",
        "issued": "2021-07-01",
        "period": Window(2021, 2030),
    }
    return Sketch(**(head | more))


def own_period_plan(**more: Any) -> Sketch:
    head: dict[str, Any] = {
        "id": OWN,
        "level": "commune",
        "place": ("Mẫu", "Thử", "Ví Dụ"),
        "issuer": "UBND xã Mẫu",
        "number": "03/KH-UBND",
        "issued": "2022-01-20",
    }
    return Sketch(**(head | more))


TO_OWN = Citation(role="basis", number="03/KH-UBND", date=date(2022, 1, 20), issuer="UBND xã Mẫu")


def citing(*citations: Citation, **more: Any) -> Sketch:
    return Sketch(citations=citations, **more)


# Parents


def test_of_all_plans_in_a_basis_those_of_the_nearest_higher_level_are_carried_out() -> None:
    lineage = linked(EMPTY, citing(TO_CENTRE, TO_PROVINCE, TO_DISTRICT), province(), centre()).lineage
    assert lineage.parents(COMMUNE) == (DISTRICT,)


def test_a_yearly_plan_carries_out_its_own_units_period_plan_beside_the_higher_one() -> None:
    lineage = linked(EMPTY, citing(TO_OWN, TO_DISTRICT), own_period_plan()).lineage
    assert lineage.parents(COMMUNE) == (DISTRICT, OWN)


def test_a_plan_for_a_single_year_without_the_key_year_is_a_yearly_plan_too() -> None:
    lineage = linked(None, citing(TO_OWN, period=Window(2023, 2023)), own_period_plan()).lineage
    assert lineage.parents(COMMUNE) == (OWN,)


@pytest.mark.parametrize(
    ("child", "own"),
    [
        ({"period": Window(2021, 2025)}, {}),  # not for one year
        ({"period": Window(2023, 2023)}, {"period": Window(2024, 2025)}),  # a year that the period does not hold
        ({}, {"place": ("Mẫu", "Giả Định", "Ví Dụ")}),  # another xã Mẫu
        ({}, {"year": 2022}),  # itself for one year
        ({}, {"title": "Chuyển đổi số giai đoạn 2021-2025"}),  # another subject
    ],
)
def test_what_is_no_year_of_the_own_period_plan_does_not_carry_it_out(
    child: dict[str, Any], own: dict[str, Any]
) -> None:
    lineage = linked(None, citing(TO_OWN, **child), own_period_plan(**own)).lineage
    assert lineage.parents(COMMUNE) == ()


def test_two_plans_of_the_nearest_level_are_both_carried_out_in_printed_order() -> None:
    yearly = Sketch(id="huyen-thu-2023", number="05/KH-UBND", issued="2022-11-20", year=2023)
    to_yearly = Citation(role="basis", number="05/KH-UBND", issuer="UBND huyện Thử")
    assert linked(EMPTY, citing(to_yearly, TO_DISTRICT), yearly).lineage.parents(COMMUNE) == (
        "huyen-thu-2023",
        DISTRICT,
    )


def test_a_plan_mentioned_in_the_body_is_not_carried_out() -> None:
    in_body = msgspec.structs.replace(TO_DISTRICT, role="body")
    lineage = linked(EMPTY, citing(in_body)).lineage
    assert lineage.parents(COMMUNE) == ()
    assert lineage.cited(COMMUNE, "body") == (DISTRICT,)


def test_a_plan_on_another_subject_is_not_carried_out() -> None:
    digital = Sketch(title="Chuyển đổi số huyện Thử giai đoạn 2021-2025")
    assert linked(digital, EMPTY).lineage.parents(COMMUNE) == ()


def test_a_title_without_a_subject_is_not_held_against_the_plan() -> None:
    assert linked(Sketch(title="Kế hoạch của huyện"), EMPTY).lineage.parents(COMMUNE) == (DISTRICT,)


def test_a_plan_of_a_lower_level_is_never_a_parent() -> None:
    lineage = linked(citing(TO_COMMUNE), citing(issued="2022-12-15")).lineage
    assert lineage.parents(DISTRICT) == ()
    assert lineage.cited(DISTRICT) == (COMMUNE,)


def test_without_the_district_in_its_basis_a_commune_carries_out_the_provinces_plan() -> None:
    assert linked(EMPTY, citing(TO_PROVINCE), province()).lineage.parents(COMMUNE) == (PROVINCE,)


def test_a_commune_of_2026_carries_out_the_provinces_plan_directly() -> None:
    newer = province(id="tinh-vi-du-2026-2030", issued="2025-11-01", period=Window(2026, 2030))
    to_newer = msgspec.structs.replace(TO_PROVINCE, date=date(2025, 11, 1))
    child = citing(to_newer, place=("Mẫu", "Ví Dụ"), issued="2025-12-20", period=Window(2026, 2026))
    assert linked(None, child, newer).lineage.parents(COMMUNE) == ("tinh-vi-du-2026-2030",)


# Ancestors and descendants


def test_ancestors_are_told_nearest_first_and_once() -> None:
    context = linked(
        citing(TO_PROVINCE, TO_CENTRE), citing(TO_CENTRE, TO_DISTRICT), province(citations=(TO_CENTRE,)), centre()
    )
    assert context.lineage.ancestors(COMMUNE) == (DISTRICT, PROVINCE, CENTRE)
    assert context.lineage.ancestors(CENTRE) == ()


def test_a_plan_known_from_citations_passes_on_what_it_carries_out() -> None:
    context = linked(citing(TO_PROVINCE, content="cited"), EMPTY, province())
    assert context.lineage.ancestors(COMMUNE) == (DISTRICT, PROVINCE)


def test_the_own_period_plan_and_its_parents_are_ancestors() -> None:
    lineage = linked(EMPTY, citing(TO_OWN), own_period_plan(citations=(TO_DISTRICT,))).lineage
    assert lineage.ancestors(COMMUNE) == (OWN, DISTRICT)


def test_descendants_are_all_plans_below_in_the_order_of_their_ids() -> None:
    lineage = linked(citing(TO_PROVINCE), EMPTY, province(), own_period_plan(citations=(TO_DISTRICT,))).lineage
    assert lineage.children(PROVINCE) == (DISTRICT,)
    assert lineage.children(DISTRICT) == (OWN, COMMUNE)
    assert lineage.descendants(PROVINCE) == (DISTRICT, OWN, COMMUNE)
    assert lineage.descendants(COMMUNE) == ()


def test_a_plan_cited_in_a_body_first_stands_where_the_basis_names_it() -> None:
    in_body = msgspec.structs.replace(TO_PROVINCE, role="body")
    lineage = linked(EMPTY, citing(in_body, TO_DISTRICT, TO_PROVINCE), province()).lineage
    assert lineage.cited(COMMUNE) == (DISTRICT, PROVINCE)
    assert lineage.cited(COMMUNE, "body") == (PROVINCE,)


def test_an_edge_tells_in_which_roles_one_plan_cites_another() -> None:
    in_body = msgspec.structs.replace(TO_DISTRICT, role="body")
    lineage = linked(EMPTY, citing(TO_DISTRICT, in_body, TO_PROVINCE), province()).lineage
    assert lineage.edges() == (
        (COMMUNE, DISTRICT, frozenset({"basis", "body"})),
        (COMMUNE, PROVINCE, frozenset({"basis"})),
    )


# Circles


def circle_of_two() -> Context:
    return linked(citing(TO_COMMUNE), citing(TO_DISTRICT))


def circle_of_three() -> Context:
    """The commune names the province, the province the district, the district the commune."""
    return linked(citing(TO_COMMUNE), citing(TO_PROVINCE), province(citations=(TO_DISTRICT,)))


def circle_of_itself() -> Context:
    return linked(EMPTY, citing(TO_COMMUNE, TO_DISTRICT))


def test_a_circle_is_told_from_its_smallest_id_in_the_order_of_the_citations() -> None:
    assert circle_of_two().lineage.cycles() == ((DISTRICT, COMMUNE),)
    assert circle_of_three().lineage.cycles() == ((DISTRICT, COMMUNE, PROVINCE),)
    assert circle_of_itself().lineage.cycles() == ((COMMUNE,),)


def test_of_several_circles_through_a_plan_a_shortest_is_told() -> None:
    lineage = linked(citing(TO_PROVINCE, TO_COMMUNE), EMPTY, province(citations=(TO_COMMUNE,))).lineage
    assert lineage.cycles() == ((DISTRICT, COMMUNE),)


def test_of_equally_short_circles_the_first_by_ids_is_told() -> None:
    both = citing(TO_PROVINCE, TO_OWN, TO_COMMUNE)
    back = (TO_DISTRICT,)
    plans = linked(both, citing(*back), province(citations=back), own_period_plan(citations=back))
    assert plans.lineage.cycles() == ((DISTRICT, PROVINCE),)


def test_plans_that_only_meet_in_a_body_make_no_circle() -> None:
    in_body = msgspec.structs.replace(TO_COMMUNE, role="body")
    assert linked(citing(in_body), EMPTY).lineage.cycles() == ()


def test_a_circle_of_two_leaves_the_lower_plan_below_the_higher_one() -> None:
    lineage = circle_of_two().lineage
    assert (lineage.parents(COMMUNE), lineage.parents(DISTRICT)) == ((DISTRICT,), ())
    assert (lineage.ancestors(COMMUNE), lineage.ancestors(DISTRICT)) == ((DISTRICT,), ())
    assert (lineage.descendants(DISTRICT), lineage.descendants(COMMUNE)) == ((COMMUNE,), ())


def test_a_circle_of_three_leaves_each_plan_below_the_higher_ones_alone() -> None:
    lineage = circle_of_three().lineage
    assert lineage.ancestors(COMMUNE) == (PROVINCE,)
    assert lineage.ancestors(PROVINCE) == ()
    assert lineage.descendants(PROVINCE) == (COMMUNE,)
    assert lineage.descendants(DISTRICT) == ()


def test_a_plan_that_cites_itself_is_not_its_own_parent() -> None:
    lineage = circle_of_itself().lineage
    assert lineage.cited(COMMUNE) == (DISTRICT,)
    assert lineage.parents(COMMUNE) == (DISTRICT,)
    assert lineage.ancestors(COMMUNE) == (DISTRICT,)


@pytest.mark.parametrize("context", [circle_of_two(), circle_of_three(), circle_of_itself()])
def test_circles_do_not_keep_a_report_from_being_written(context: Context) -> None:
    report = audit_report(fill(audited(context)), "vi")
    assert [entry.id for entry in report.plans] == sorted(context.plans)
    assert [finding.rule for finding in report.findings].count("citation-cycle") == 1
    assert sorted({row.plan for row in drawn(context.lineage)}) == sorted(context.plans)
    for picture in (mermaid(context.lineage, "vi"), dot(context.lineage, "vi")):
        assert picture.endswith("\n")


# Laws, on corpora in which any plan may cite any other

SIGNED = date(2021, 12, 1)
LEVELS = ("central", "province", "district", "commune")


@st.composite
def corpora(draw: st.DrawFn) -> dict[str, Plan]:
    """Up to eight plans of one chain of places, each citing any of them, itself included."""
    size = draw(st.integers(1, 8))
    plans: dict[str, Plan] = {}
    for index in range(size):
        level = draw(st.sampled_from(LEVELS))
        place = ("Mẫu", "Thử", "Ví Dụ")[3 - LEVELS.index(level) :] if level != "central" else ()
        cited = draw(st.lists(st.integers(0, size - 1), max_size=4))
        citations = tuple(Citation(role="basis", number=f"{100 + other}/KH-UBND", date=SIGNED) for other in cited)
        year = draw(st.sampled_from([None, 2023]))
        sketch = Sketch(
            id=f"plan-{index}",
            level=level,
            place=place,
            issuer=f"UBND {index}",
            number=f"{100 + index}/KH-UBND",
            issued=SIGNED.isoformat(),
            period=Window(2021, 2025),
            year=year,
            content=draw(st.sampled_from(["full", "excerpt", "cited"])),
            citations=citations,
            tasks=(task("1", "Công khai TTHC"),),
        )
        plan_id, plan = plan_of(sketch, "other")
        plans[plan_id] = plan
    return plans


@settings(max_examples=50)
@given(corpora())
def test_no_plan_is_above_itself_and_nobody_carries_out_a_lower_plan(plans: dict[str, Plan]) -> None:
    lineage = link(plans, domain(), MADE)
    for plan_id in lineage.plans:
        assert plan_id not in lineage.ancestors(plan_id)
        assert plan_id not in lineage.descendants(plan_id)
        assert all(lineage.rank(other) <= lineage.rank(plan_id) for other in lineage.ancestors(plan_id))


@settings(max_examples=50)
@given(corpora())
def test_no_circle_of_citations_makes_one_of_plans_that_bind(plans: dict[str, Plan]) -> None:
    lineage = link(plans, domain(), MADE)
    assert networkx.is_directed_acyclic_graph(lineage.binding)


@settings(max_examples=50)
@given(corpora())
def test_parents_come_first_among_the_ancestors_and_the_rest_nearest_first(plans: dict[str, Plan]) -> None:
    lineage = link(plans, domain(), MADE)
    for plan_id in lineage.plans:
        parents, ancestors = lineage.parents(plan_id), lineage.ancestors(plan_id)
        assert ancestors[: len(parents)] == parents
        ranks = [lineage.rank(other) for other in ancestors[len(parents) :]]
        assert ranks == sorted(ranks, reverse=True)
        assert len(set(ancestors)) == len(ancestors)


@settings(max_examples=50)
@given(corpora())
def test_children_and_descendants_are_parents_seen_from_above(plans: dict[str, Plan]) -> None:
    lineage = link(plans, domain(), MADE)
    below: dict[str, set[str]] = {plan_id: set() for plan_id in lineage.plans}
    for plan_id in sorted(lineage.plans, key=lambda one: -lineage.rank(one)):
        assert set(lineage.children(plan_id)) == {c for c in lineage.plans if plan_id in lineage.parents(c)}
    for _ in lineage.plans:
        for plan_id in lineage.plans:
            for child in lineage.children(plan_id):
                below[plan_id] |= {child, *below[child]}
    assert {plan_id: set(lineage.descendants(plan_id)) for plan_id in lineage.plans} == below


@settings(max_examples=50)
@given(corpora())
def test_every_plan_is_drawn_and_every_circle_closes(plans: dict[str, Plan]) -> None:
    lineage = link(plans, domain(), MADE)
    assert {row.plan for row in drawn(lineage)} == set(lineage.plans)
    basis = {(citing, cited) for citing, cited, _ in lineage.edges()}
    for circle in lineage.cycles():
        assert circle[0] == min(circle)
        assert all(step in basis for step in zip(circle, (*circle[1:], circle[0]), strict=True))

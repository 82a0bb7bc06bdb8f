"""The invented country: the same by seed, read without a fault, sound without defects, and told of what was put in."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.country.corpus import Size, plans, write
from benchmarks.country.defects import KINDS, Site, Truth, inject
from benchmarks.country.grammar import Matter, fill, quantity, wording
from benchmarks.country.plan import printed
from benchmarks.country.plans import Setting
from benchmarks.country.score import PAIRED, Said, compared, families_of, score
from benchmarks.country.units import Shape, country
from cascade.audit import audit
from cascade.reading.plans import read_corpus
from tests.support import domain

SMALL = Size(1, 2)
BY_WORDS = PAIRED - {"off-pace-target"}
"""Rules for which words have to tell which item answers."""


def texts(folder: Path) -> dict[str, str]:
    return {str(file.relative_to(folder)): file.read_text(encoding="utf-8") for file in folder.rglob("*.*")}


def test_a_seed_writes_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        write(tmp_path / name, Setting(seed, targets=10, tasks=10), SMALL, defects=10)
    one, again, other = (texts(tmp_path / name) for name in ("one", "again", "other"))
    assert one == again
    assert one != other


def test_a_plan_is_the_same_in_a_larger_corpus() -> None:
    few, many = (
        {made.plan.id: printed(made.plan) for made in plans(Setting(3, targets=10, tasks=10), Size(1, communes))}
        for communes in (1, 3)
    )
    assert few.items() < many.items()


@pytest.mark.parametrize(("shape", "units"), [("two-tier", (34, 0, 3321)), ("three-tier", (63, 696, 10_035))])
def test_the_units_are_those_of_the_table(shape: Shape, units: tuple[int, int, int]) -> None:
    provinces = country(shape)
    districts = [one for province in provinces for one in province.districts]
    assert (
        len(provinces),
        sum(district is not None for district, _ in districts),
        sum(len(communes) for _, communes in districts),
    ) == units


@pytest.mark.parametrize("shape", ["two-tier", "three-tier"])
def test_it_is_read_without_a_fault_and_links_as_meant(tmp_path: Path, shape: Shape) -> None:
    setting = Setting(1, shape, years=2)
    written = write(tmp_path, setting, Size(1, 1))
    corpus = read_corpus([tmp_path / "data"], domain())
    assert not corpus.faults
    assert len(corpus.plans) == written.plans
    assert {len(file.plan.targets) for file in corpus.plans.values() if file.plan.level != "central"} == {60}
    assert {len(file.plan.tasks) for file in corpus.plans.values() if file.plan.level != "central"} == {80}
    result = audit(corpus, domain())
    assert {made.plan.id: made.above.id if made.above else None for made in plans(setting, Size(1, 1))} == {
        plan_id: next(iter(result.context.lineage.parents(plan_id)), None) for plan_id in result.plans
    } | {plan_id: None for plan_id, plan in result.plans.items() if plan.level == "province" and not plan.yearly}
    loud = Counter(judged.finding.rule for judged in result.findings if judged.severity != "info")
    assert not loud.keys() - BY_WORDS
    assert loud.total() < 40  # of more than 500 questions: what the answers miss, counted by `score`


def test_every_defect_that_needs_no_words_is_found(tmp_path: Path) -> None:

    written = write(tmp_path, Setting(5, targets=20, tasks=20), Size(1, 12), defects=120)
    scored = score(tmp_path, domain())
    assert sum(scored.defects.values()) == written.defects == 120
    assert {truth.rule for truth, _ in scored.misses} <= BY_WORDS
    assert not {one.rule for one in scored.false} - BY_WORDS


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_kind_changes_a_plan_where_its_truth_says(name: str) -> None:
    kind = KINDS[name]
    for made in plans(Setting(2), Size(1, 8)):
        if made.above is None or (made.plan.level == "province") is not kind.province:
            continue
        before = printed(made.plan)
        ids = {one.id for one in made.above.targets} | {one.id for one in made.above.tasks}
        site = Site(Setting(2), Setting(2).random(name), made.plan, made.above, made.asked)
        truths = kind.inject(site)
        if truths:
            assert printed(made.plan) != before or site.extra or name == "misplaced"
            assert {truth.plan for truth in truths} <= {made.plan.id, *(plan.id for plan in site.extra)}
            assert {truth.against[1] for truth in truths if truth.against} <= {*ids, ""}
            return
    raise AssertionError(name)


def test_what_takes_the_comparison_away_stands_alone() -> None:
    for made in plans(Setting(4), Size(1, 30)):
        if made.above and made.is_asked:
            site = Site(Setting(4), Setting(4).random(made.plan.id), made.plan, made.above, made.asked)
            kinds = {truth.kind for truth in inject(site, 6)}
            assert len(kinds) == 1 or not any(KINDS[kind].whole for kind in kinds)


def said(rule: str, item: str | None = None, against: str | None = None, severity: str = "error") -> Said:
    return Said(rule, severity, "xa", item, ("tinh", against) if against else None, "")


def test_scores_count_what_is_found_noticed_and_false() -> None:
    truths = [
        Truth("weaker", "weaker-target", "xa", "a", ("tinh", "1")),
        Truth("late", "late-target", "xa", "b", ("tinh", "2")),
        Truth("missing", "missing-target", "xa", None, ("tinh", "3"), ("unquantified-target",)),
        Truth("stale", "stale-deadline", "xa", "t"),
    ]
    heard = [
        said("weaker-target", "a", "1"),
        said("missing-target", None, "2"),
        said("unquantified-target", "c", "3", "info"),
        said("missing-target", None, "4"),
        said("missing-target", None, "5", "info"),
    ]
    scored = compared(truths, heard, Counter(targets=10, tasks=5), families_of(domain()))
    assert (scored.found.total(), scored.noticed.total()) == (2, 3)
    assert [truth.kind for truth, _ in scored.misses] == ["late", "stale"]
    assert (scored.alarms["targets"], scored.sound["targets"], scored.notes.total()) == (1, 7, 1)
    assert [(one.rule, one.against) for one in scored.false] == [
        ("missing-target", ("tinh", "2")),
        ("missing-target", ("tinh", "4")),
    ]


def test_what_tells_a_defect_as_well_is_sought_where_it_tells_it() -> None:
    truths = [Truth("late-task", "late-task", "xa", "t", ("tinh", "1"), ("stale-deadline",))]
    scored = compared(
        truths, [said("late-task", "t", "1"), said("stale-deadline", "t")], Counter(), families_of(domain())
    )
    assert (scored.found["late-task"], scored.right["stale-deadline"], scored.false) == (1, 1, [])


def test_a_sentence_is_chosen_then_filled() -> None:
    grammar, random = wording(), Setting(1).random("a")
    chosen = grammar.choose("{q} <ho> {of} được [nhận|nộp].", random)
    assert "[" not in chosen
    assert "<" not in chosen
    assert "{q}" in chosen
    assert fill("{q} hồ sơ {of} được nhận .", {"q": "tối thiểu 5%", "of": ""}) == "Tối thiểu 5% hồ sơ được nhận."
    again = {grammar.said_again("{q} hồ sơ được nhận.", Setting(1).random(str(turn))) for turn in range(40)}
    assert {"Bảo đảm {q} hồ sơ được nhận.", "Hồ sơ được nhận đạt tỷ lệ {q}."} <= again


def test_a_number_is_said_with_its_bound() -> None:
    share, wait = Matter("a", 1, ()), Matter("b", 1, (), unit="phút", way="max")
    assert {quantity(95, share, style, ahead=False) for style in range(6)} >= {"tối thiểu 95%", "từ 95% trở lên"}
    assert not any("trở lên" in quantity(95, share, style, ahead=True) for style in range(6))
    assert {quantity(9, wait, style, ahead=False) for style in range(3)} == {
        "không quá 09 phút",
        "tối đa 09 phút",
        "nhiều nhất 09 phút",
    }


def test_every_word_of_the_grammar_is_used_and_every_kin_exists() -> None:
    grammar = wording()
    lists = (grammar.asked, grammar.province, grammar.district, grammar.commune)
    matters = [one for some in lists for one in (*some.targets, *some.tasks)]
    templates = "".join(text for one in matters for text in (*one.asks, *one.says))
    assert all(f"<{name.removesuffix('-before')}>" in templates for name in grammar.words)
    ids = [one.id for one in matters]
    assert len(ids) == len(set(ids))
    assert {kin for one in matters for kin in one.kin} <= set(ids)

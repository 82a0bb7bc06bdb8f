"""Laws of the audit on whole corpora, whatever the plans say."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cascade.audit import audit
from cascade.formats import audit_json, baseline
from cascade.model.earlier import Earlier
from cascade.model.plan import Plan
from cascade.reading.earlier import read_earlier
from cascade.reading.plans import read_corpus
from cascade.result.fill import fill
from cascade.result.since import held_against, set_aside
from tests.answers.made import shipped
from tests.strategies import (
    EMPTY,
    SUBJECTS,
    Corpus,
    Items,
    corpora,
    family,
    judged,
    plans,
    replaced,
    told,
)
from tests.support import domain, task

AMONG = [HealthCheck.function_scoped_fixture]
EVERYONE = ("UBND các xã, thị trấn",)


def between(corpus: Corpus) -> list[tuple[str, str]]:
    """The plan and the rule of each finding that holds one plan against another."""
    findings = (one.finding for one in judged(corpus).findings)
    return [(one.item.plan, one.rule) for one in findings if one.against and one.against.plan != one.item.plan]


# Order


@settings(max_examples=10)
@given(corpora(), st.randoms(use_true_random=False))
def test_the_order_of_plans_items_and_citations_never_changes_what_is_found(corpus: Corpus, random: Random) -> None:
    def shuffled(plan: Plan) -> Plan:
        lists = {name: list(getattr(plan, name)) for name in ("citations", "targets", "tasks")}
        for items in lists.values():
            random.shuffle(items)
        return msgspec.structs.replace(plan, **{name: tuple(items) for name, items in lists.items()})

    other = {plan_id: shuffled(plan) for plan_id, plan in corpus.items()}
    assert told(other) == told(corpus)


def written(plan: Plan, random: Random) -> str:
    """A plan as a file whose keys stand in any order."""

    def plain(value: Any) -> Any:
        if isinstance(value, msgspec.Struct):
            known = {name: plain(getattr(value, name)) for name in value.__struct_fields__}
            keys = [(NAMES.get(name, name), one) for name, one in known.items() if one not in (None, [], False, {})]
            return dict(random.sample(keys, len(keys)))
        return [plain(one) for one in value] if isinstance(value, tuple) else value

    head = {name: getattr(plan, name) for name in plan.__struct_fields__ if name in HEAD}
    for part in ("citations", "targets", "tasks"):
        head[part] = [plain(item) for item in getattr(plan, part)]
    tree = head | {"place": list(plan.place), "period": str(plan.period)}
    for item in tree["targets"]:
        item["value"] = item["value"]["text"]
    return yaml.safe_dump(dict(random.sample(sorted(tree.items()), len(tree))), allow_unicode=True, sort_keys=False)


NAMES = {"partners": "with", "in_year": "in"}
HEAD = {"schema", "title", "number", "type", "level", "issuer", "issued", "content", "review"}


@settings(suppress_health_check=AMONG, max_examples=10)
@given(corpora(), st.randoms(use_true_random=False))
def test_nor_does_the_order_of_files_and_keys(tmp_path: Path, corpus: Corpus, random: Random) -> None:
    paths = []
    for plan_id, plan in corpus.items():
        path = tmp_path / plan.level / f"{plan_id}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(written(plan, random), "utf-8")
        paths.append(path)
    random.shuffle(paths)
    read = read_corpus(paths, domain())
    assert read.faults == ()
    assert {plan_id: file.plan for plan_id, file in read.plans.items()} == corpus
    found = audit(read, domain())
    assert sorted(found.fingerprint(one) for one in found.findings) == sorted(one.fingerprint for one in told(corpus))


# Other plans


@settings(max_examples=10)
@given(corpora(), corpora(("Khác", "Xa Lạ")))
def test_plans_of_other_units_with_the_same_numbers_and_dates_change_no_finding(one: Corpus, other: Corpus) -> None:
    assert told(one | other) == sorted((*told(one), *told(other)))


# Equal, tighter, looser


@given(plans())
def test_where_every_level_says_the_same_none_falls_short_of_another(items: Items) -> None:
    assert between(family(items, items, (items, items))) == []


@given(st.lists(st.sampled_from(SUBJECTS), min_size=1, max_size=5, unique=True), st.data())
def test_of_a_whole_corpus_only_what_is_looser_is_found_and_tightening_mends_it(
    subjects: list[Any], data: st.DataObject
) -> None:
    def items(*steps: int) -> Items:
        made = (
            subject.at(f"m{place}", 50 + (step if subject.more else -step))
            for place, (subject, step) in enumerate(zip(subjects, steps, strict=True))
        )
        return tuple(made), ()

    level, steps = items(*(0 for _ in subjects)), st.tuples(*(st.sampled_from([-9, 0, 9]) for _ in subjects))
    even = family(level, level, (level, level))
    (commune, _) = (plan_id for plan_id, plan in even.items() if plan.level == "commune")
    drawn = data.draw(steps)
    loose = judged(replaced(even, commune, items(*drawn)))
    found = [one.finding for one in loose.findings if one.finding.rule == "weaker-target"]
    assert {(one.item.plan, one.item.index) for one in found} == {
        (commune, place) for place, step in enumerate(drawn) if step < 0
    }
    mended = replaced(even, commune, items(*(max(step, 0) for step in drawn)))
    assert between(mended) == []


# Other words


def in_other_words() -> dict[str, tuple[str, ...]]:
    """The statement of each concept, and how it reads with each other word of the concept in place of its own."""
    found = {}
    for number, concept in enumerate(domain().wording.concepts):
        statement = concept.example[0].lower()
        own = max((word for word in shipped().words_of(statement, number) if word in statement), key=len, default=None)
        if own is not None and not concept.loose:
            found[statement] = tuple(statement.replace(own, word) for word in concept.words if word != own)
    return found


OTHER_WORDS = in_other_words()


@given(st.lists(st.sampled_from(sorted(OTHER_WORDS)), min_size=1, max_size=6, unique=True), st.data())
def test_a_child_that_says_all_in_other_words_of_the_thesaurus_is_blamed_for_nothing(
    statements: list[str], data: st.DataObject
) -> None:
    words = [data.draw(st.sampled_from(OTHER_WORDS[one])) for one in statements]
    asked, said = (
        tuple(task(f"v{place}", text, lead=EVERYONE) for place, text in enumerate(texts))
        for texts in (statements, words)
    )
    audit = judged(family(EMPTY, ((), asked), (((), said),)))
    found = [one for one in audit.findings if one.finding.against and one.finding.against.plan != one.finding.item.plan]
    assert {(one.finding.case, one.severity) for one in found} <= {("unsure", "info")}


# Read back


def earlier(path: Path, data: bytes) -> Earlier:
    path.write_bytes(data)
    read = read_earlier(path)
    assert isinstance(read, Earlier)
    return read


@pytest.mark.parametrize("form", [audit_json, baseline])
@settings(suppress_health_check=AMONG, max_examples=8)
@given(corpora(), plans())
def test_a_report_read_back_tells_the_same_findings(tmp_path: Path, form: Any, corpus: Corpus, items: Items) -> None:
    before, commune = fill(judged(corpus)), next(name for name, plan in corpus.items() if plan.level == "commune")
    saved = earlier(tmp_path / "r.json", form.render(before, "vi"))
    first = {one.fingerprint for one in before.findings}
    assert len(first) == len(before.findings)
    assert sorted(one.fingerprint for one in saved.findings) == sorted(first)
    assert set_aside(before, saved).findings == ()
    after = fill(judged(replaced(corpus, commune, items)))
    second = {one.fingerprint for one in after.findings}
    since = held_against(after, saved, second)
    assert {one.fingerprint for one in since.findings} == second - first
    assert since.since is not None
    assert {one.fingerprint for one in since.since.mended} == first - second

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest

from cascade import parts
from cascade.audit import Audit, audit, judge_by_plan
from cascade.checks.registry import BY_PLAN, CHECKS
from cascade.formats.audit_json import render
from cascade.model.decision import Decisions, Denial, Recorded
from cascade.parts import Shared
from cascade.reading.cache import Cache
from cascade.reading.plans import read_corpus
from cascade.result.fill import EVERYTHING, fill
from tests.support import DATA, domain, recorded

DECIDED = ("quang-khai-2023", "tu-ky-2021-2025")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of data/ with a file that has faults."""
    shutil.copytree(DATA, tmp_path / "data")
    (tmp_path / "data" / "commune" / "xa-hong.yaml").write_text("schema: plan/1\ntitle: [\n")
    return tmp_path / "data"


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    cache = Cache(tmp_path / "cache")
    yield cache
    cache.close()


def decisions() -> Decisions:
    audited = recorded()
    child, parent = (audited.plans[plan_id] for plan_id in DECIDED)
    ids = [target.id for target in child.targets]
    made = (
        Denial(*DECIDED, target.id, tuple(ids), by="Phòng Thử", on=date(2026, 1, 12)) for target in parent.targets[:3]
    )
    return Decisions(tuple(Recorded(one, "decisions.yaml", 1, 1) for one in made))


def plainly(data: Path) -> Audit:
    return audit(read_corpus([data], domain()), domain(), decisions())


def in_parts(data: Path, jobs: int, cache: Cache | None) -> Audit:
    with Shared(domain(), (), jobs, cache) as shared:
        corpus = read_corpus([data], domain(), plan_files=shared.read)
        found = audit(corpus, domain(), decisions(), by_plan=shared.judge)
        shared._cache = None  # the fixture closes it
    return found


def shown(audited: Audit) -> bytes:
    made = render(fill(audited, EVERYTHING), "vi")
    return made if isinstance(made, bytes) else made.encode()


def test_a_plan_judged_with_its_circle_alone_has_the_findings_that_it_has_among_all() -> None:
    whole = recorded()
    rules = [rule for rule in domain().rules.values() if rule.id in BY_PLAN]
    expected = judge_by_plan(whole.corpus, whole.context, rules)
    for plan_id in whole.plans:
        lineage = whole.context.lineage.part(whole.context.lineage.circle(plan_id))
        context = msgspec.structs.replace(whole.context, lineage=lineage, chosen=frozenset((plan_id,)))
        found = judge_by_plan(whole.corpus, context, rules)
        assert found.checked == {plan_id: expected.checked[plan_id]}
        assert found.findings == [one for one in expected.findings if one.finding.item.plan == plan_id]


def test_checks_are_of_single_plans_where_no_other_plan_matters() -> None:
    assert set(CHECKS) >= BY_PLAN
    assert not BY_PLAN & {"duplicate-plan", "citation-cycle", "missing-parent", "no-parent", "misplaced-file"}


def test_one_process_or_two_the_first_time_or_the_next_give_the_same_bytes(
    data: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = shown(plainly(data))
    assert shown(in_parts(data, 1, cache)) == expected
    monkeypatch.setattr(parts, "FEW_BYTES", 0)
    assert shown(in_parts(data, 2, None)) == expected
    monkeypatch.setattr(parts, "judge_by_plan", None)  # all is known, and nothing is judged again
    monkeypatch.setattr(parts, "read_plan", lambda path, *_: faulty(path))
    assert shown(in_parts(data, 1, cache)) == expected


def faulty(path: Path) -> object:
    from cascade.reading.plans import known_names, read_plan

    assert path.stem == "xa-hong", "what has no fault is kept"
    return read_plan(path, path.as_posix(), known_names(domain()))


def test_one_plan_changed_is_judged_again_with_those_that_it_stands_above_or_below(
    data: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_parts(data, 1, cache)
    path = data / "commune" / "quang-khai-2023.yaml"
    path.write_text(path.read_text("utf-8").replace("value: ", "value: ", 1) + "\n# changed\n", "utf-8")
    judged: list[frozenset[str] | None] = []

    def told(corpus: object, context: object, rules: object) -> object:
        judged.append(context.chosen)  # type: ignore[attr-defined]
        return judge_by_plan(corpus, context, rules)  # type: ignore[arg-type]

    monkeypatch.setattr(parts, "judge_by_plan", told)
    changed = in_parts(data, 1, cache)
    assert shown(changed) == shown(plainly(data))
    above = changed.context.lineage.ancestors("quang-khai-2023")
    assert judged[0] is not None
    assert "quang-khai-2023" in judged[0]
    assert judged[0] <= {"quang-khai-2023", *above}

"""A result held against an earlier one."""

from __future__ import annotations

import json

import msgspec
import pytest

from cascade.formats.table import AUDIT
from cascade.model.earlier import Earlier, Told
from cascade.model.rule import Sketch
from cascade.model.words import LANGS, Lang
from cascade.result.fill import EVERYTHING, fill
from cascade.result.result import FaultView, Place, Result
from cascade.result.since import held_against, set_aside
from tests.support import COMMUNE, DISTRICT, audited, linked, target, task

ABOVE = Sketch(
    targets=(target("1", "80%", by=2025),), tasks=(task("2", "Niêm yết thủ tục", area=2, lead=("UBND các xã",)),)
)
GONE = Told("0123456789abcdef", "weaker-target", COMMUNE, "a", "xã cam kết thấp hơn <b>")


@pytest.fixture
def result() -> Result:
    return fill(audited(linked(ABOVE, Sketch(targets=(target("a", "50%", by=2025),)))), EVERYTHING)


def earlier(result: Result, *more: Told, keep: int | None = None) -> Earlier:
    told = (Told(finding.fingerprint, finding.rule, finding.plan) for finding in result.findings[:keep])
    return Earlier("r.json", (*told, *more))


def prints(result: Result) -> list[str]:
    return [finding.fingerprint for finding in result.findings]


def test_what_was_told_before_is_left_out_and_counted(result: Result) -> None:
    assert len(result.findings) > 2
    held = held_against(result, earlier(result, keep=2), prints(result))
    assert prints(held) == prints(result)[2:]
    assert held.since is not None
    assert (held.since.name, held.since.known, held.since.mended) == ("r.json", 2, ())
    assert set(held.rules) == {finding.rule for finding in held.findings}


def test_what_is_found_no_more_was_mended_if_its_plan_was_read(result: Result) -> None:
    elsewhere = msgspec.structs.replace(GONE, plan="xa-khac-2023")
    held = held_against(result, earlier(result, GONE, elsewhere), prints(result))
    assert held.since is not None
    assert held.since.mended == (GONE,)
    assert not held.fails("info")
    broken = FaultView(Place(result.plan(COMMUNE).place.file), "expected", result.plan(COMMUNE).label)
    faulty = held_against(msgspec.structs.replace(result, faults=(broken,)), earlier(result, GONE), prints(result))
    assert faulty.since is not None
    assert faulty.since.mended == ()


def test_what_is_there_but_not_shown_was_not_mended(result: Result) -> None:
    shown = msgspec.structs.replace(result, findings=result.findings[:1])
    held = held_against(shown, earlier(result), prints(result))
    assert held.since is not None
    assert (held.findings, held.since.mended) == ((), ())


def test_a_baseline_and_an_earlier_report_together(result: Result) -> None:
    both = held_against(set_aside(result, earlier(result, keep=1)), earlier(result, GONE, keep=2), prints(result))
    assert both.since is not None
    assert (both.since.name, both.since.known, both.since.mended) == ("r.json, r.json", 2, (GONE,))


def test_some_rules_and_plans_alone() -> None:
    others = (GONE, msgspec.structs.replace(GONE, rule="late-task"), msgspec.structs.replace(GONE, plan=DISTRICT))
    found = Earlier("r.json", others)
    nothing: frozenset[str] = frozenset()
    assert found.of(only=frozenset({"late-task"}), ignore=nothing, plans=nothing).findings == (others[1],)
    assert found.of(only=nothing, ignore=frozenset({"late-task"}), plans=frozenset({COMMUNE})).findings == (GONE,)
    assert found.of(only=nothing, ignore=nothing, plans=nothing) == found


@pytest.mark.parametrize("lang", LANGS)
def test_it_is_said_in_the_forms_that_people_read(result: Result, lang: Lang) -> None:
    held = held_against(result, earlier(result, GONE), prints(result))
    said = {"vi": f"So với r.json: {len(result.findings)} điểm đã biết, 1 điểm đã khắc phục."}
    said["en"] = f"Since r.json: {len(result.findings)} known, 1 mended."
    for name in ("rich", "markdown", "concise", "github"):
        assert said[lang] in " ".join(AUDIT[name].render(held, lang).decode().split()), name
    for name in ("rich", "markdown"):
        report = AUDIT[name].render(held, lang).decode()
        assert "xã cam kết thấp hơn" in report
        assert ("<b>" in report) == (name == "rich")
    report = json.loads(AUDIT["json"].render(held, lang))
    assert report["since"]["mended"] == [msgspec.to_builtins(GONE)]
    assert "since" not in json.loads(AUDIT["json"].render(result, lang))


def test_nothing_new_is_not_nothing_found(result: Result) -> None:
    held = set_aside(result, earlier(result))
    assert "Không có điểm mới: 3 điểm hiện có đều đã nêu trong r.json." in AUDIT["rich"].render(held, "vi").decode()

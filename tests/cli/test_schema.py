"""`cascade schema`: valid JSON Schemas, met by every plan of `data/` and by the report on it."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from cascade.formats.schema_words import KEYS, KINDS
from cascade.formats.schemas import SCHEMAS
from cascade.model.words import Lang
from cascade.reading.settings import read_settings
from tests.cli.command import COMMUNE, Command
from tests.support import DATA, ROOT, domain

PLANS = sorted(DATA.rglob("*.yaml")) + sorted((ROOT / "tests/golden/corpus/data").rglob("*.yaml"))
BROKEN = "xa-hong-2023.yaml"
FORMATS = FormatChecker(["date"])


class TextDates(yaml.SafeLoader):
    """YAML as an editor's schema check sees it: a date is text, and so is the key `on`."""


TextDates.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag != "tag:yaml.org,2002:timestamp" and (tag, first) != ("tag:yaml.org,2002:bool", "o")
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(text: str) -> Any:
    return yaml.load(text, Loader=TextDates)  # noqa: S506


def validator(schema: Any) -> Draft202012Validator:
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FORMATS)


@pytest.fixture(scope="module")
def plan(cascade: Command) -> Draft202012Validator:
    made = cascade("schema", "plan")
    assert (made.status, made.err) == (0, "")
    return validator(json.loads(made.out))


@pytest.fixture(scope="module")
def report(cascade: Command) -> Draft202012Validator:
    made = cascade("schema", "report")
    assert (made.status, made.err) == (0, "")
    return validator(json.loads(made.out))


@pytest.mark.parametrize("path", [path for path in PLANS if path.name != BROKEN], ids=lambda path: path.stem)
def test_every_plan_that_cascade_reads_meets_the_schema(plan: Draft202012Validator, path: Path) -> None:
    found = [f"{error.json_path}: {error.message}" for error in plan.iter_errors(load(path.read_text("utf-8")))]
    assert found == []


WRONG = {
    "a mistyped key": ("value:", "valu:", "$.targets[0]"),
    "an unknown key": ("review: reviewed\n", "review: reviewed\nremark: đã xem\n", "$"),
    "a missing key": ("title: CCHC nhà nước xã Mẫu năm 2023\n", "", "$"),
    "an unknown level": ("level: commune", "level: comune", "$.level"),
    "an unknown measure": ("tthc.online-payment", "tthc.online-paymnt", "$.targets[0].measure"),
    "an unknown document type": ("type: KH", "type: KHH", "$.type"),
    "an impossible date": ("issued: 2022-12-15", "issued: 2022-02-30", "$.issued"),
    "a year far off": ("year: 2023", "year: 20233", "$.year"),
    "a period in words": ("period: 2021-2025", "period: 2021 đến 2025", "$.period"),
    "lines from zero": ("lines: 2-3", "lines: 0-3", "$.targets[0].lines"),
    "an unknown role": ("role: basis", "role: base", "$.citations[0].role"),
    "a place that is no list": ("place: [Mẫu, Thử, Ví Dụ]", "place: Mẫu", "$.place"),
    "another version": ("schema: plan/1", "schema: plan/2", "$.schema"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_plan_file_does_not_meet_the_schema_and_the_place_is_found(
    plan: Draft202012Validator, name: str
) -> None:
    assert plan.is_valid(load(COMMUNE))
    right, wrong, place = WRONG[name]
    assert right in COMMUNE
    assert place in {error.json_path for error in plan.iter_errors(load(COMMUNE.replace(right, wrong, 1)))}


def test_the_plan_that_cascade_cannot_read_does_not_meet_the_schema_either(plan: Draft202012Validator) -> None:
    (path,) = (path for path in PLANS if path.name == BROKEN)
    assert {error.json_path for error in plan.iter_errors(load(path.read_text("utf-8")))} >= {
        "$.level",
        "$.issued",
        "$.targets[0]",
        "$.targets[0].measure",
    }


@pytest.mark.parametrize("corpus", [str(DATA), "error-and-broken"], ids=["data", "error-and-broken"])
def test_the_json_report_meets_the_schema(cascade: Command, report: Draft202012Validator, corpus: str) -> None:
    found = json.loads(cascade("audit", corpus, "--format", "json", "--lang", "en").out)
    assert [f"{error.json_path}: {error.message}" for error in report.iter_errors(found)] == []
    assert found["summary"]["plans"] == len(found["plans"]) > 0


def test_a_report_that_lacks_a_key_does_not_meet_the_schema(cascade: Command, report: Draft202012Validator) -> None:
    found = json.loads(cascade("audit", "error-and-broken", "--format", "json", "--lang", "en").out)
    for key in ("format", "plans", "citations", "findings", "errors", "summary"):
        assert not report.is_valid({name: value for name, value in found.items() if name != key})
    for key in ("rule", "severity", "item", "against", "message", "fingerprint"):
        lacking = [{name: value for name, value in found["findings"][0].items() if name != key}]
        assert not report.is_valid(found | {"findings": lacking})


def test_the_schema_of_ones_own_measures_knows_them(cascade: Command, plan: Draft202012Validator) -> None:
    own = COMMUNE.replace("tthc.online-payment", "own.paperless")
    assert not plan.is_valid(load(own))
    measures = '{schema: measures/1, measures: [{id: own.paperless, area: 6, unit: "%", better: higher, '
    measures += "phrases: [họp không giấy], name: {vi: Họp không giấy, en: Meetings without paper}}]}\n"
    (cascade.folder / "own").mkdir()
    (cascade.folder / "own/measures.yaml").write_text(measures, encoding="utf-8")
    made = cascade("schema", "plan", "--rules", "own")
    assert (made.status, made.err) == (0, "")
    assert validator(json.loads(made.out)).is_valid(load(own))


DECISIONS = """\
schema: decisions/1
decisions:
  - {plan: xa-mau-2023, parent: huyen-thu-2021-2025, asked: 2.3, answered_by: [2.4], by: Phòng CCHC, on: 2026-01-12}
  - {plan: xa-mau-2023, parent: huyen-thu, asked: II.3, not_answered_by: ["7"], by: Phòng CCHC, on: 2026-01-12}
  - {plan: xa-mau-2023, rule: weaker-target, waived: lùi mức, document: 15/TB-UBND, by: Phòng CCHC, on: 2026-01-12,
     until: 2026-12-31}
"""


@pytest.fixture(scope="module")
def decisions(cascade: Command) -> Draft202012Validator:
    made = cascade("schema", "decisions")
    assert (made.status, made.err) == (0, "")
    return validator(json.loads(made.out))


def test_a_file_of_all_kinds_of_decisions_meets_the_schema(decisions: Draft202012Validator) -> None:
    assert list(decisions.iter_errors(load(DECISIONS))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("by: Phòng CCHC, ", ""),
        ("waived: lùi mức, ", ""),
        ("weaker-target", "weaker-targt"),
        ("answered_by: [2.4]", "answered_by: []"),
        ("answered_by: [2.4]", "answered_by: [2.4], not_answered_by: [2.5]"),
        ("until: 2026-12-31", "untill: 2026-12-31"),
        ("on: 2026-01-12", "on: 2026-13-12"),
        ("decisions/1", "decisions/2"),
    ],
)
def test_a_wrong_file_of_decisions_does_not_meet_the_schema(
    decisions: Draft202012Validator, old: str, new: str
) -> None:
    assert old in DECISIONS
    assert not decisions.is_valid(load(DECISIONS.replace(old, new)))


LANGS: tuple[Lang, ...] = ("vi", "en")
ALL = [(name, lang) for name in SCHEMAS for lang in LANGS]


def described(schema: Any) -> dict[str, dict[str, Any]]:
    """Every key of a schema by its kind and name."""
    parts = {**schema.get("$defs", {}), "the file": schema}
    return {f"{kind}.{name}": key for kind, part in parts.items() for name, key in part.get("properties", {}).items()}


@pytest.fixture(scope="module")
def schemas() -> dict[tuple[str, Lang], Any]:
    return {(name, lang): SCHEMAS[name](domain(), lang) for name, lang in ALL}


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_has_words_in_both_languages(schemas: dict[tuple[str, Lang], Any], name: str) -> None:
    ours, theirs = (described(schemas[name, lang]) for lang in LANGS)
    assert ours
    for key, value in ours.items():
        assert value["description"], key
        assert theirs[key]["description"], key
        assert value.get("examples") == theirs[key].get("examples")
    parts = schemas[name, "vi"].get("$defs", {})
    assert [kind for kind, part in parts.items() if not part.get("description")] == []


def needs_no_example(value: dict[str, Any]) -> bool:
    """Whether a schema says by itself what may stand there: listed values, true or false, keys of its own."""
    if {"enum", "const", "$ref"} & set(value) or value.get("type") == "boolean":
        return True
    inner = (
        [value["items"]] if "items" in value else [one for one in value.get("anyOf", ()) if one.get("type") != "null"]
    )
    return bool(inner) and any("oneOf" in one or needs_no_example(one) for one in inner)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_has_an_example_that_it_may_hold_unless_the_schema_lists_its_values(
    schemas: dict[tuple[str, Lang], Any], name: str
) -> None:
    schema = schemas[name, "vi"]
    lacking = [key for key, value in described(schema).items() if not value.get("examples")]
    assert [key for key in lacking if not needs_no_example(described(schema)[key])] == []
    validator(schema)
    for key, value in described(schema).items():
        held = Draft202012Validator({**value, "$defs": schema.get("$defs", {})}, format_checker=FORMATS)
        assert [one for one in value.get("examples", ()) if not held.is_valid(one)] == [], key


def test_no_words_are_left_of_a_key_that_is_gone(schemas: dict[tuple[str, Lang], Any]) -> None:
    known = {
        key.replace("the file.", f"{'Settings' if name == 'settings' else name}.")
        for (name, _), schema in schemas.items()
        for key in described(schema)
    }
    names = {key.rpartition(".")[2] for key in known if key not in KEYS}
    assert {key for key in KEYS if "." in key} <= known
    assert {key for key in KEYS if "." not in key} <= names
    kinds = {kind for schema in schemas.values() for kind in schema.get("$defs", {})}
    assert set(KINDS) == kinds | {"Settings"}


def test_an_editor_is_told_what_each_measure_tier_area_and_rule_is_called(
    schemas: dict[tuple[str, Lang], Any],
) -> None:
    def told(schema: str, key: str, lang: Lang) -> dict[Any, str]:
        value = described(schemas[schema, lang])[key]
        (listed,) = [one for one in (value, *value.get("anyOf", ()), value.get("items", {})) if "enum" in one]
        return dict(zip(listed["enum"], listed["enumDescriptions"], strict=True))

    for lang in LANGS:
        assert told("plan", "Target.measure", lang) == {
            measure.id: measure.name.say(lang) for measure in domain().measures.values()
        }
        assert told("plan", "Target.tier", lang) == {level.id: level.name.say(lang) for level in domain().levels.all}
        assert told("plan", "Task.area", lang) == {area.id: area.name.say(lang) for area in domain().areas.values()}
        assert told("decisions", "Waiver.rule", lang) == {
            rule.id: rule.title.say(lang) for rule in domain().rules.values()
        }
        assert told("settings", "the file.select", lang) == told("decisions", "Waiver.rule", lang)


SETTINGS = """
paths = ["data"]
sources = "van-ban"
decisions = ["decisions.yaml"]
format = ["github", "json"]
output = ["-", "r.json"]
fail-on = "warning"
select = ["weaker-target"]
exit-zero = true
[ignores]
"xã Mẫu" = ["missing-area"]
"""


def test_settings_that_are_read_meet_the_schema_and_wrong_ones_do_not(
    schemas: dict[tuple[str, Lang], Any], tmp_path: Path
) -> None:
    held, path = validator(schemas["settings", "vi"]), tmp_path / "cascade.toml"
    path.write_text(SETTINGS, encoding="utf-8")
    assert read_settings(path).faults == []
    assert list(held.iter_errors(tomllib.loads(SETTINGS))) == []
    for old, new in (("paths", "path"), ("warning", "wrong"), ("github", "git"), ("true", '"ja"'), ("[ignores]", "")):
        assert not held.is_valid(tomllib.loads(SETTINGS.replace(old, new))), new


def test_a_comparison_meets_its_schema(cascade: Command, schemas: dict[tuple[str, Lang], Any]) -> None:
    found = json.loads(cascade("compare", "xa-mau-2023", "--data", "error", "--format", "json").out)
    held = validator(schemas["comparison", "en"])
    assert list(held.iter_errors(found)) == []
    assert found["targets"]
    assert not held.is_valid(found | {"targets": [{}]})


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_saved_schema_may_be_written_again(cascade: Command, name: str) -> None:
    for _ in range(2):
        assert cascade("schema", name, "-o", f"saved-{name}.json").status == 0


SAMPLES = sorted((ROOT / "examples/rules").glob("*.yaml"))


@pytest.fixture(scope="module")
def rule(cascade: Command) -> Draft202012Validator:
    made = cascade("schema", "rule")
    assert (made.status, made.err) == (0, "")
    return validator(json.loads(made.out))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_of_one_s_own_rule_meets_the_schema(rule: Draft202012Validator, path: Path) -> None:
    assert [error.message for error in rule.iter_errors(load(path.read_text("utf-8")))] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("each: task", "each: tasks"),
        ("each: task\n", ""),
        ("must: {due: {until: 15/12}}\n", ""),
        ("where: {words: báo cáo định kỳ}", "where: {word: báo cáo định kỳ}"),
        ("where: {words: báo cáo định kỳ}", "where: {words: []}"),
        ("{until: 15/12}", "{until: tháng 12}"),
        ("level: commune", "level: comune"),
        ("severity: warning", "severity: loud"),
        ("id: bao-cao-truoc-15-12", "id: Báo cáo"),
        ("reason:\n", "why:\n"),
    ],
)
def test_a_wrong_rule_does_not_meet_the_schema(rule: Draft202012Validator, old: str, new: str) -> None:
    text = SAMPLES[0].read_text("utf-8")
    assert old in text
    assert not rule.is_valid(load(text.replace(old, new, 1)))


def test_every_key_of_a_rule_of_one_s_own_is_described(rule: Draft202012Validator) -> None:
    parts = ("OwnRuleFile", "Condition", "PlanCondition", "Due", "Signed")
    assert isinstance(rule.schema, dict)
    undescribed = {
        f"{part}.{key}"
        for part in parts
        for key, said in rule.schema["$defs"][part]["properties"].items()
        if "description" not in said
    }
    assert undescribed == {"OwnRuleFile.schema", "PlanCondition.review"}

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from cascade.model.bound import parse_bound
from cascade.model.domain import Domain
from cascade.model.measure import Worst
from cascade.reading.rules import DATA_FILES, RulesRead, _Reading, builtin_rules, read_rules
from tests.reading.files import Said, placed, said

MEASURES = """\
schema: measures/1
measures:
  - {id: mau.share, area: 2, name: {vi: Tỷ lệ mẫu, en: Sample share}, unit: "%", better: higher, phrases: [tỷ lệ mẫu]}
"""
RULE = """\
schema: rule/1
id: no-parent
family: citations
title: {vi: Mẫu, en: Sample}
severity: {default: info}
scope: {vi: Mẫu, en: Sample}
message: {vi: "Mẫu: {basis}", en: "Sample: {basis}"}
suggestion: {vi: Mẫu, en: Sample}
rationale: {vi: Mẫu, en: Sample}
fires: []
silent: []
"""


@pytest.fixture(scope="module")
def shipped() -> Domain:
    read = read_rules()
    assert read.faults == []
    assert read.domain is not None
    return read.domain


def with_file(folder: Path, name: str, text: str, checks: list[str] | None = None) -> RulesRead:
    """The shipped rules and one file of another folder."""
    (folder / name).write_text(text, encoding="utf-8")
    return read_rules([folder], checks)


def domain_of(read: RulesRead) -> Domain:
    assert read.faults == []
    assert read.domain is not None
    return read.domain


def test_the_shipped_rules_are_read_without_a_fault(shipped: Domain) -> None:
    assert shipped.levels.ids() == ("central", "province", "district", "commune")
    assert sorted(shipped.areas) == [1, 2, 3, 4, 5, 6, 7]
    assert list(shipped.rules) == sorted(
        path.stem for path in builtin_rules().glob("*.yaml") if path.name not in DATA_FILES
    )


def test_the_bounds_of_every_shipped_measure_can_be_written_and_read_back(shipped: Domain) -> None:
    for measure in shipped.measures.values():
        values = range(len(measure.grades)) if measure.grades else (1, 50, 100)
        worsts = [Worst(Decimal(value if measure.better == "higher" else -value)) for value in values]
        assert [measure.worst(parse_bound(str(measure.bound(worst)))) for worst in worsts] == worsts, measure.id


def test_every_name_in_a_shipped_measure_is_one_that_is_declared(shipped: Domain) -> None:
    levels, measures = set(shipped.levels.ids()), set(shipped.measures)
    for measure in shipped.measures.values():
        assert measure.area in shipped.areas
        assert set(measure.holders) <= levels, measure.id
        assert {*measure.distinct, *measure.met_by} <= measures, measure.id
        assert measure.member is None or measure.member.measure in measures, measure.id


def test_an_entry_with_a_new_id_is_added(tmp_path: Path, shipped: Domain) -> None:
    domain = domain_of(with_file(tmp_path, "measures.yaml", MEASURES))
    assert domain.measures["mau.share"].name.en == "Sample share"
    assert set(domain.measures) == {*shipped.measures, "mau.share"}


def test_an_entry_with_an_id_that_exists_replaces_it(tmp_path: Path, shipped: Domain) -> None:
    domain = domain_of(with_file(tmp_path, "measures.yaml", MEASURES.replace("mau.share", "tthc.on-time")))
    assert domain.measures["tthc.on-time"].name.vi == "Tỷ lệ mẫu"
    assert set(domain.measures) == set(shipped.measures)


def test_the_last_folder_decides(tmp_path: Path) -> None:
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder, name in zip(folders, ("Một", "Hai"), strict=True):
        folder.mkdir()
        (folder / "measures.yaml").write_text(MEASURES.replace("Tỷ lệ mẫu", name, 1), encoding="utf-8")
    assert domain_of(read_rules(folders)).measures["mau.share"].name.vi == "Hai"


def test_the_words_of_a_rule_are_measured_by_the_shipped_ones_whatever_came_between(tmp_path: Path) -> None:
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder, words in zip(folders, ("Mẫu", "Mẫu: {basis}"), strict=True):
        folder.mkdir()
        text = RULE.replace('{vi: "Mẫu: {basis}", en: "Sample: {basis}"}', f'{{vi: "{words}", en: "{words}"}}')
        (folder / "no-parent.yaml").write_text(text, encoding="utf-8")
    assert domain_of(read_rules(folders)).rules["no-parent"].message.vi == "Mẫu: {basis}"


@pytest.mark.parametrize(
    ("key", "value", "place"),
    [
        ("distinct", "[mau.share, tthc.on-tim]", (3, 130)),
        ("met_by", "[tthc.on-tim]", (3, 128)),
        ("member", "{level: commune, measure: tthc.on-tim, value: tốt}", (3, 154)),
    ],
)
def test_a_measure_that_refers_to_no_measure_is_told_with_the_nearest(
    tmp_path: Path, shipped: Domain, key: str, value: str, place: tuple[int, int]
) -> None:
    read = with_file(tmp_path, "measures.yaml", MEASURES.replace("[tỷ lệ mẫu]}", f"[tỷ lệ mẫu], {key}: {value}}}"))
    assert said(read.faults) == [
        Said(
            *place,
            "unknown-measure",
            "không có chỉ tiêu đo «tthc.on-tim»; có phải «tthc.on-time» không?",
            "there is no measure «tthc.on-tim»; did you mean «tthc.on-time»?",
        )
    ]
    assert read.domain is not None
    assert set(read.domain.measures) == set(shipped.measures)


def test_levels_of_another_folder_take_their_rank(tmp_path: Path) -> None:
    text = "schema: levels/1\nlevels:\n  - {id: hamlet, rank: 4, name: {vi: Thôn, en: Hamlet}, since: 2026-01-01}\n"
    domain = domain_of(with_file(tmp_path, "levels.yaml", text))
    assert domain.levels.ids() == ("central", "province", "district", "commune", "hamlet")


def test_words_of_another_folder_are_added_to_the_shipped_ones(tmp_path: Path, shipped: Domain) -> None:
    text = "schema: language/1\nabbreviations: {XM: xã mẫu, TTHC: thủ tục}\nrecurring: [hàng mùa, hàng năm]\n"
    domain = domain_of(with_file(tmp_path, "language.yaml", text))
    assert domain.language.abbreviations == {**shipped.language.abbreviations, "XM": "xã mẫu", "TTHC": "thủ tục"}
    assert domain.language.recurring == (*shipped.language.recurring, "hàng mùa")


def test_a_rule_of_another_folder_replaces_the_shipped_one(tmp_path: Path, shipped: Domain) -> None:
    domain = domain_of(with_file(tmp_path, "no-parent.yaml", RULE))
    assert domain.rules["no-parent"].severity == {"default": "info"}
    assert list(domain.rules) == list(shipped.rules)


def test_a_rule_whose_file_has_another_name_is_told_and_left_out(tmp_path: Path, shipped: Domain) -> None:
    read = with_file(tmp_path, "mau.yaml", RULE)
    assert said(read.faults) == [
        Said(
            1,
            1,
            "rule-id",
            "tệp của quy tắc «no-parent» phải tên là no-parent.yaml",
            "the file of rule «no-parent» must be called no-parent.yaml",
        )
    ]
    assert read.domain is not None
    assert read.domain.rules["no-parent"] == shipped.rules["no-parent"]


def test_a_rule_without_a_check_is_told_with_the_nearest_that_has_one(tmp_path: Path, shipped: Domain) -> None:
    read = with_file(tmp_path, "no-parents.yaml", RULE.replace("no-parent", "no-parents"), list(shipped.rules))
    assert read.faults[0].file == f"{tmp_path.as_posix()}/no-parents.yaml"
    assert said(read.faults) == [
        Said(
            1,
            1,
            "unknown-rule",
            "không có quy tắc «no-parents»; có phải «no-parent» không?",
            "there is no rule «no-parents»; did you mean «no-parent»?",
        )
    ]


@pytest.mark.parametrize(
    ("message", "name", "near"),
    [
        ('{vi: "Mẫu: {basic}", en: "Sample: {basis}"}', "basic", "basis"),
        ('{vi: "{basis}", en: "{basis.__class__}"}', "basis.__class__", None),
        ('{vi: "{basis!r}", en: "{basis}"}', "basis!r", "basis"),
        ('{vi: "{basis:d}", en: "{basis}"}', "basis:d", "basis"),
        ('{vi: "{basis", en: "{basis}"}', "…", None),
        ('{vi: "{}", en: "{basis}"}', "", None),
    ],
)
def test_words_that_no_check_can_fill_are_told_and_the_shipped_rule_is_kept(
    tmp_path: Path, shipped: Domain, message: str, name: str, near: str | None
) -> None:
    text = RULE.replace('{vi: "Mẫu: {basis}", en: "Sample: {basis}"}', message)
    read = with_file(tmp_path, "no-parent.yaml", text)
    vi, en = (f"; có phải «{near}» không?", f"; did you mean «{near}»?") if near else ("", "")
    assert said(read.faults) == [
        Said(
            7,
            10,
            "placeholder",
            f"lời văn dùng {{{name}}} mà quy tắc này không cung cấp{vi}",
            f"the words use {{{name}}}, which this rule does not provide{en}",
        )
    ]
    assert read.domain is not None
    assert read.domain.rules["no-parent"] == shipped.rules["no-parent"]


def test_braces_that_are_doubled_are_no_name(tmp_path: Path) -> None:
    text = RULE.replace("Mẫu: {basis}", "Mẫu: {{basic}} {basis}")
    assert domain_of(with_file(tmp_path, "no-parent.yaml", text)).rules["no-parent"].family == "citations"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("family: citations", "family: citation", (3, 9, "expected")),
        ("severity: {default: info}", "severity: {default: infor}", (5, 21, "expected")),
        ("scope: {vi: Mẫu, en: Sample}", "scope: {vi: Mẫu}", (6, 8, "missing-key")),
        ("fires: []", "fires: [{about: {vi: a, en: b}, child: {level: xã}}]", (10, 48, "expected")),
        ("silent: []", "silent: []\nparameters: {most: nhiều}", (12, 20, "expected")),
        ("silent: []", "silence: []", (11, 1, "unknown-key")),
    ],
)
def test_a_rule_that_cannot_be_read_is_told_at_its_place(
    tmp_path: Path, old: str, new: str, fault: tuple[int, int, str]
) -> None:
    assert fault in placed(with_file(tmp_path, "no-parent.yaml", RULE.replace(old, new)).faults)


def test_an_unknown_level_in_the_data_is_told_with_the_nearest(tmp_path: Path) -> None:
    text = "schema: language/1\nunits:\n  - {word: ấp, levels: [comune]}\n"
    read = with_file(tmp_path, "language.yaml", text)
    levels = "central | commune | district | province"
    assert said(read.faults) == [
        Said(
            3,
            25,
            "expected",
            f"ghi «comune»; cần {levels}; có phải «commune» không?",
            f"found «comune»; expected {levels}; did you mean «commune»?",
        )
    ]
    assert read.domain is not None


def test_a_file_of_another_schema_is_told(tmp_path: Path) -> None:
    read = with_file(tmp_path, "areas.yaml", "schema: area/1\nareas: []\n")
    assert said(read.faults) == [
        Said(
            1,
            9,
            "expected",
            "ghi «area/1»; cần areas/1; có phải «areas/1» không?",
            "found «area/1»; expected areas/1; did you mean «areas/1»?",
        )
    ]


def test_an_empty_rules_file_says_what_was_expected(tmp_path: Path) -> None:
    assert said(with_file(tmp_path, "no-parent.yaml", "").faults) == [
        Said(1, 1, "empty", "tệp trống; cần một tệp quy tắc", "the file is empty; expected a rules file")
    ]


def test_the_faults_of_all_files_are_told_in_one_run_in_the_order_of_files(tmp_path: Path) -> None:
    (tmp_path / "measures.yaml").write_text("schema: x\n", encoding="utf-8")
    (tmp_path / "no-parent.yaml").write_bytes(b"\xff")
    read = with_file(tmp_path, "areas.yaml", "- a\n")
    assert [(Path(fault.file).name, fault.code) for fault in read.faults] == [
        ("areas.yaml", "expected"),
        ("measures.yaml", "missing-key"),
        ("measures.yaml", "expected"),
        ("no-parent.yaml", "not-utf8"),
    ]


def test_a_data_file_that_the_shipped_folder_lacks_is_told_and_leaves_no_domain(tmp_path: Path) -> None:
    reading = _Reading(None)
    reading.folder(tmp_path, shipped=True)
    assert [(fault.file, fault.code) for fault in reading.faults] == [
        (f"rules/{name}", "missing-data") for name in sorted(DATA_FILES)
    ]
    assert said(reading.faults)[0] == Said(
        1,
        1,
        "missing-data",
        "thiếu tệp agencies.yaml trong thư mục quy tắc",
        "the rules folder lacks the file agencies.yaml",
    )
    assert reading.domain() is None

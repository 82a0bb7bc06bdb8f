from __future__ import annotations

import json
import os
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cascade.model.bound import parse_bound
from cascade.model.domain import Domain
from cascade.model.finding import Item
from cascade.model.plan import Citation, Growth, Lines, Plan, Source, Target, Task, Window
from cascade.reading.plans import MOST_FAULTS, known_names, read_corpus, read_plan
from cascade.reading.rules import read_rules
from tests.reading.files import HEAD, KNOWN, Said, changed, placed, read, said

WHOLE = Plan(
    schema="plan/1",
    title="CCHC năm 2023",
    type="KH",
    level="commune",
    issuer="UBND xã Mẫu",
    place=("Mẫu", "Thử", "Ví Dụ"),
    period=Window(2021, 2025),
    content="full",
    review="reviewed",
)
A_DAY = "2021-12-29"
DATE_VI = f"một ngày có thật, viết năm-tháng-ngày: {A_DAY}"
DATE_EN = f"a real date, year-month-day: {A_DAY}"
BOUND = '80%, "> 90%", "= 5", 50-80%, 15 phút, 6 người/100.000 dân, tốt'


@pytest.fixture(scope="module")
def domain() -> Domain:
    found = read_rules().domain
    assert found is not None
    return found


def expected(line: int, column: int, found: str, vi: str, en: str) -> Said:
    return Said(line, column, "expected", f"ghi «{found}»; cần {vi}", f"found «{found}»; expected {en}")


def near(name: str) -> tuple[str, str]:
    return f"; có phải «{name}» không?", f"; did you mean «{name}»?"


def test_the_shortest_plan_is_read() -> None:
    found = read(HEAD)
    assert found.plan is not None
    assert (found.plan.id, found.plan.file, found.plan.plan) == ("xa-mau-2023", "xa-mau-2023.yaml", WHOLE)
    assert list(found.faults) == []


def test_everything_that_a_plan_can_hold_is_read() -> None:
    text = (
        HEAD
        + """\
number: 09/KH-UBND
issued: 2022-12-15
year: 2023
source: {document: mau.txt, sha256: "00"}
doubt: chưa rõ
addressed: ["Các phòng, ban", "UBND các xã, thị trấn"]
citations:
  - {number: 01/KH-UBND, title: CCHC, date: 2021-12-01, issuer: UBND huyện Thử, role: basis, lines: 5-6, doubt: số mờ}
targets:
  - id: "1"
    text: TTHC thanh toán trực tuyến
    measure: tthc.online-payment
    value: 50-80%
    by: 2025
    tier: commune
    lines: 12
    area: 2
    growth: {per_year: 20, from: 2022, until: 100}
    baseline: 2021
    hedge: phấn đấu
    except: trừ hộ nghèo
    doubt: số mờ
    where: tasks
  - {id: "2", text: Mẫu, value: 5, in: 2023}
  - {id: "3", text: Mẫu, value: 5, yearly: true}
tasks:
  - {id: a, text: Công khai TTHC, kind: objective}
  - {id: b, text: Niêm yết TTHC, area: 2, lead: [Công chức], with: [UBND xã Mẫu], due: quý II/2023,
     product: Báo cáo, lines: 20-21, under: a, doubt: số mờ}
"""
    )
    found = read(text)
    assert list(found.faults) == []
    assert found.plan is not None
    plan = found.plan.plan
    assert (plan.number, plan.issued, plan.year) == ("09/KH-UBND", date(2022, 12, 15), 2023)
    assert (plan.source, plan.doubt) == (Source("mau.txt", "00"), "chưa rõ")
    assert plan.addressed == ("Các phòng, ban", "UBND các xã, thị trấn")
    assert plan.citations == (
        Citation("basis", "01/KH-UBND", "CCHC", date(2021, 12, 1), "UBND huyện Thử", Lines(5, 6), doubt="số mờ"),
    )
    assert plan.targets == (
        Target(
            id="1",
            text="TTHC thanh toán trực tuyến",
            measure="tthc.online-payment",
            value=parse_bound("50-80%"),
            by=2025,
            tier="commune",
            lines=Lines(12, 12),
            area=2,
            growth=Growth(Decimal(20), 2022, Decimal(100)),
            baseline=2021,
            hedge="phấn đấu",
            exception="trừ hộ nghèo",
            doubt="số mờ",
            where="tasks",
        ),
        Target(id="2", text="Mẫu", value=parse_bound("5"), in_year=2023),
        Target(id="3", text="Mẫu", value=parse_bound("5"), yearly=True),
    )
    assert plan.tasks == (
        Task(id="a", text="Công khai TTHC", kind="objective"),
        Task(
            id="b",
            text="Niêm yết TTHC",
            area=2,
            lead=("Công chức",),
            partners=("UBND xã Mẫu",),
            due="quý II/2023",
            product="Báo cáo",
            lines=Lines(20, 21),
            under="a",
            doubt="số mờ",
        ),
    )


def test_a_value_may_be_written_as_text_or_as_a_number() -> None:
    found = read(HEAD + 'number: null\nyear: "2023"\n')
    assert found.plan is not None
    assert (found.plan.plan.number, found.plan.plan.year, list(found.faults)) == (None, 2023, [])


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (changed("title: CCHC năm 2023", "title:"), expected(2, 7, "", "một dòng chữ", "a text")),
        (
            HEAD + "citation: []\n",
            Said(
                10,
                1,
                "unknown-key",
                "khóa «citation» không có ở đây; có phải «citations» không?",
                "there is no key «citation» here; did you mean «citations»?",
            ),
        ),
        (
            HEAD + "Số hiệu: 1\n",
            Said(10, 1, "unknown-key", "khóa «Số hiệu» không có ở đây", "there is no key «Số hiệu» here"),
        ),
        (
            HEAD + "targets:\n  - {id: a, text: b, value: 80%, by_year: 2025}\n",
            Said(
                11,
                34,
                "unknown-key",
                "khóa «by_year» không có ở đây; có phải «yearly» không?",
                "there is no key «by_year» here; did you mean «yearly»?",
            ),
        ),
        (
            HEAD + "title: Tên khác\n",
            Said(
                10,
                1,
                "duplicate-key",
                "khóa «title» đã có ở dòng 2; mỗi khóa chỉ ghi một lần",
                "the key «title» was already given on line 2; give each key once",
            ),
        ),
        (
            HEAD + "tasks:\n  - id: a\n    text: b\n    id: c\n",
            Said(
                13,
                5,
                "duplicate-key",
                "khóa «id» đã có ở dòng 11; mỗi khóa chỉ ghi một lần",
                "the key «id» was already given on line 11; give each key once",
            ),
        ),
        (HEAD + "issued: 2022-02-30\n", expected(10, 9, "2022-02-30", DATE_VI, DATE_EN)),
        (HEAD + "issued: 31/12/2022\n", expected(10, 9, "31/12/2022", DATE_VI, DATE_EN)),
        (
            HEAD + "citations:\n  - {role: basis, title: Luật, date: 2021-13-01}\n",
            expected(11, 38, "2021-13-01", DATE_VI, DATE_EN),
        ),
        (
            HEAD + "year: 20233\n",
            expected(10, 7, "20233", "một số nguyên từ 1945 đến 2100", "a whole number from 1945 to 2100"),
        ),
        (
            HEAD + "targets:\n  - {id: a, text: b, value: 80%, area: 8}\n",
            expected(11, 40, "8", "một số nguyên từ 1 đến 7", "a whole number from 1 to 7"),
        ),
        (
            HEAD + "targets:\n  - {id: a, text: b, value: 80%, yearly: có}\n",
            expected(11, 42, "có", "true hoặc false", "true or false"),
        ),
        (
            HEAD + "targets:\n  - {id: a, text: b, value: 80%, lines: 14-12}\n",
            expected(
                11,
                41,
                "14-12",
                "dòng của văn bản nguồn: 12 hoặc 12-14",
                "lines of the source document: 12 or 12-14",
            ),
        ),
        (
            HEAD + "targets:\n  - {id: a, text: b, value: 80%, measure: tthc.online-paymnet}\n",
            expected(
                11,
                43,
                "tthc.online-paymnet",
                "tthc.online-payment | tthc.waiting-time" + near("tthc.online-payment")[0],
                "tthc.online-payment | tthc.waiting-time" + near("tthc.online-payment")[1],
            ),
        ),
        (
            HEAD + "targets:\n  - {id: a, text: b, value: 80%, tier: communes}\n",
            expected(
                11,
                40,
                "communes",
                "central | commune | district | province" + near("commune")[0],
                "central | commune | district | province" + near("commune")[1],
            ),
        ),
        (HEAD + "tasks: Không có\n", expected(10, 8, "Không có", "một danh sách", "a list")),
        (
            HEAD + "tasks:\n  - {id: a, text: b, lead: UBND xã Mẫu}\n",
            expected(11, 28, "UBND xã Mẫu", "một danh sách", "a list"),
        ),
        (
            HEAD + "source: mau.txt\n",
            expected(10, 9, "mau.txt", "các khóa document, sha256, path", "the keys document, sha256, path"),
        ),
        (
            HEAD + "targets:\n  - {id: a, text: b, value: 80%, by: 2025, in: 2023}\n",
            Said(
                11,
                5,
                "one-of",
                "chỉ được ghi một trong các khóa by, in, yearly",
                "give only one of the keys by, in, yearly",
            ),
        ),
        (
            HEAD + "targets:\n  - {id: a, text: b, value: 80%, by: 2025, yearly: true}\n",
            Said(
                11,
                5,
                "one-of",
                "chỉ được ghi một trong các khóa by, in, yearly",
                "give only one of the keys by, in, yearly",
            ),
        ),
        (
            HEAD + "year: 2026\n",
            Said(
                10,
                7,
                "year-outside",
                "năm 2026 không thuộc giai đoạn 2021-2025 của kế hoạch",
                "the year 2026 is outside the plan's period 2021-2025",
            ),
        ),
        (
            HEAD + "citations:\n  - {role: basis, issuer: UBND huyện Thử}\n",
            Said(
                11,
                5,
                "nothing-cited",
                "viện dẫn này không nêu văn bản nào; cần number hoặc title",
                "this citation names no document; give a number or a title",
            ),
        ),
        (
            HEAD + "tasks:\n  - {id: I.2.1, text: b}\n  - {id: a, text: b, under: I.2-1}\n",
            Said(
                12,
                29,
                "unknown-under",
                "«under: I.2-1» không trỏ tới mục nào của tệp này; có phải «I.2.1» không?",
                "«under: I.2-1» names no item of this file; did you mean «I.2.1»?",
            ),
        ),
        (
            HEAD + "tasks:\n  - {id: a, text: b}\n  - {id: a, text: c}\n",
            Said(
                12,
                10,
                "duplicate-id",
                "mã «a» đã dùng ở dòng 11; mỗi mục một mã riêng",
                "the id «a» was already used on line 11; give each item its own",
            ),
        ),
        (
            HEAD + "? [a]\n: b\n",
            Said(10, 3, "key-not-text", "tên khóa phải là chữ", "a key must be text"),
        ),
    ],
)
def test_a_fault_that_loses_no_plan_is_told_at_its_place(text: str, fault: Said) -> None:
    found = read(text)
    assert said(found.faults) == [fault]
    assert found.plan is not None


NO_PLAN = Said(
    1,
    1,
    "no-plan-file",
    "tệp không phải là kế hoạch theo mẫu plan/1 (không có khóa nào như schema, title, issuer, targets)",
    "the file is no plan of the form plan/1 (it has no keys such as schema, title, issuer, targets)",
)
"""A file that is no plan is told without a word of what it says."""


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            changed("title: CCHC năm 2023\n", ""),
            Said(
                1,
                1,
                "missing-key",
                "thiếu khóa «title»: cần một dòng chữ",
                "the key «title» is missing: expected a text",
            ),
        ),
        (
            changed("level: commune\n", ""),
            Said(
                1,
                1,
                "missing-key",
                "thiếu khóa «level»: cần một cấp của rules/levels.yaml",
                "the key «level» is missing: expected a level of rules/levels.yaml",
            ),
        ),
        (
            changed("schema: plan/1", "schema: plan/2"),
            expected(1, 9, "plan/2", "plan/1" + near("plan/1")[0], "plan/1" + near("plan/1")[1]),
        ),
        (
            changed("type: KH", "type: KHH"),
            expected(3, 7, "KHH", "KH | QĐ" + near("KH")[0], "KH | QĐ" + near("KH")[1]),
        ),
        (
            changed("level: commune", "level: xã"),
            expected(4, 8, "xã", "central | commune | district | province", "central | commune | district | province"),
        ),
        (
            changed("place: [Mẫu, Thử, Ví Dụ]", "place: Mẫu"),
            expected(6, 8, "Mẫu", "một danh sách", "a list"),
        ),
        (
            changed("period: 2021-2025", "period: 20212025"),
            expected(
                7, 9, "20212025", "một năm hoặc giai đoạn: 2022 hoặc 2021-2025", "a year or period: 2022 or 2021-2025"
            ),
        ),
        (
            changed("content: full", "content: ful"),
            expected(
                8,
                10,
                "ful",
                "full | excerpt | cited" + near("full")[0],
                "full | excerpt | cited" + near("full")[1],
            ),
        ),
        ("- schema: plan/1\n", NO_PLAN),
        ("Kế hoạch CCHC\n", NO_PLAN),
        ("!bi-mat x\n", NO_PLAN),
        ("mật-khẩu: bí mật\nkhóa: [&bi-mat a, *bi-mat]\n", NO_PLAN),
        ("null\n", NO_PLAN),
        (
            "",
            Said(
                1,
                1,
                "empty",
                "tệp trống; cần một kế hoạch theo mẫu plan/1",
                "the file is empty; expected a plan of the form plan/1",
            ),
        ),
    ],
)
def test_a_fault_that_loses_the_plan_is_told_at_its_place(text: str, fault: Said) -> None:
    found = read(text)
    assert said(found.faults) == [fault]
    assert found.plan is None


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("80-50%", "80-50%"),
        ("tối thiểu 80 %", "tối thiểu 80 %"),
        ("-5%", "-5%"),
        ("3040%%", "3040%%"),
        ("80% trở xuống", "80% trở xuống"),
        ("'> 50-80%'", "> 50-80%"),
        ("[80%]", "[…]"),
        ("''", ""),
        ("null", "null"),
    ],
)
def test_a_target_whose_value_is_no_bound_is_told_and_left_out(value: str, found: str) -> None:
    reading = read(f"{HEAD}targets:\n  - {{id: a, text: b, value: {value}}}\n")
    assert said(reading.faults) == [expected(11, 29, found, f"một mức: {BOUND}", f"a bound: {BOUND}")]
    assert reading.plan is not None
    assert reading.plan.plan.targets == ()


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("alias: *x", ["alias", "unknown-key"]),
        ("number: *x", ["alias"]),
        ("<<: *x", ["alias", "unknown-key"]),
        ("number: !!str 5", ["tag"]),
        ("number: !mau 5", ["tag"]),
        ("---\na: 1", ["several-documents"]),
    ],
)
def test_yaml_beyond_plain_values_is_told_and_the_rest_is_read(field: str, code: list[str]) -> None:
    found = read(HEAD + field + "\n")
    assert [fault.code for fault in found.faults] == code
    assert {fault.line for fault in found.faults} == {10}
    assert found.plan is not None


def test_every_fault_of_a_file_is_told_in_one_run() -> None:
    text = (
        changed("level: commune", "level: communee").replace("review: reviewed\n", "")
        + """\
issued: 2022-02-30
number: *so
colour: đỏ
citations:
  - {role: bases, number: 01/KH-UBND}
targets:
  - {id: a, text: b, value: 80-50%}
  - {id: b, text: b, value: 80%, growth: {per_year: nhiều}}
  - {text: b, value: 80%}
tasks:
  - {id: c, text: b, due: [2022]}
  - chữ
"""
    )
    found = read(text, "Xa Mau.yaml")
    assert found.plan is None
    assert sorted(placed(found.faults)) == [
        (1, 1, "bad-stem"),
        (1, 1, "missing-key"),
        (4, 8, "expected"),
        (9, 9, "expected"),
        (10, 9, "alias"),
        (11, 1, "unknown-key"),
        (13, 12, "expected"),
        (15, 29, "expected"),
        (16, 53, "expected"),
        (17, 5, "missing-key"),
        (19, 27, "expected"),
        (20, 5, "expected"),
    ]


def test_faults_between_items_are_told_beside_those_within_them() -> None:
    text = (
        HEAD
        + """\
targets:
  - {id: a, text: b, value: 80%, by: 2025, in: 2023}
  - {id: a, text: c, value: 80%}
tasks:
  - {id: a, text: b, area: 9}
  - {id: b, text: b, under: z}
"""
    )
    assert placed(read(text).faults) == [
        (14, 28, "expected"),
        (12, 10, "duplicate-id"),
        (14, 10, "duplicate-id"),
        (11, 5, "one-of"),
        (15, 29, "unknown-under"),
    ]


def test_a_task_may_serve_a_target_of_its_file() -> None:
    found = read(HEAD + "targets:\n  - {id: a, text: Một, value: 80%}\ntasks:\n  - {id: b, text: Hai, under: a}\n")
    assert list(found.faults) == []


def test_of_two_items_with_one_id_the_first_is_kept() -> None:
    found = read(HEAD + "targets:\n  - {id: a, text: Một, value: 80%}\ntasks:\n  - {id: a, text: Hai}\n")
    assert found.plan is not None
    assert [item.text for item in found.plan.plan.items] == ["Một"]


def test_a_repeated_id_does_not_shift_the_places_of_the_next_items() -> None:
    text = (
        HEAD
        + """\
tasks:
  - {id: a, text: b}
  - {id: a, text: c, under: a}
  - {id: d, text: e, under: f}
  - {id: g, text: h}
"""
    )
    found = read(text)
    assert placed(found.faults) == [(12, 10, "duplicate-id"), (13, 29, "unknown-under")]
    assert found.plan is not None
    assert [found.plan.place(Item("xa-mau-2023", "task", index)) for index in range(3)] == [(11, 5), (13, 5), (14, 5)]


def test_an_item_that_cannot_be_read_does_not_shift_the_places_of_the_next_ones() -> None:
    text = (
        HEAD
        + """\
citations:
  - {number: 01/KH-UBND}
  - {number: 02/KH-UBND, role: basis}
targets:
  - {id: a, text: b, value: 80-50%}
  - chữ
  - {id: b, text: b, value: 80%}
  - {id: c, text: b, value: }
  - {id: d, text: b, value: 90%}
tasks:
  - {text: b}
  - id: e
    text: f
"""
    )
    found = read(text)
    assert found.plan is not None
    items = [("citation", 0), ("target", 0), ("target", 1), ("task", 0)]
    assert [found.plan.place(Item("xa-mau-2023", kind, index)) for kind, index in items] == [  # type: ignore[arg-type]
        (12, 5),
        (16, 5),
        (18, 5),
        (21, 5),
    ]


def test_a_plan_stands_at_the_first_key_of_its_file() -> None:
    found = read("# ghi chú\n\n" + HEAD)
    assert found.plan is not None
    assert found.plan.place(Item("xa-mau-2023")) == (3, 1)


STRANGE = [
    (changed("2021-2025", "0000"), 7, 9, "0000", "0000"),
    (changed("2021-2025", "1944-2025"), 7, 9, "1944-2025", "1944"),
    (changed("2021-2025", "2021-2101"), 7, 9, "2021-2101", "2101"),
    (HEAD + "issued: 0001-01-01\n", 10, 9, "0001-01-01", "0001"),
    (HEAD + "citations:\n  - {role: basis, title: a, date: 2922-01-01}\n", 11, 35, "2922-01-01", "2922"),
    (HEAD + "tasks:\n  - {id: a, text: b, due: 31/12/0203}\n", 11, 27, "31/12/0203", "0203"),
    (HEAD + "tasks:\n  - {id: a, text: b, due: quý I/9999}\n", 11, 27, "quý I/9999", "9999"),
    (HEAD + "tasks:\n  - {id: a, text: b, due: 0000}\n", 11, 27, "0000", "0000"),
]


@pytest.mark.parametrize(("text", "line", "column", "found", "year"), STRANGE)
def test_a_year_that_no_plan_speaks_of_is_one_fault_at_its_place(
    text: str, line: int, column: int, found: str, year: str
) -> None:
    assert said(read(text).faults) == [
        Said(
            line,
            column,
            "strange-year",
            f"ghi «{found}»: năm {year} nằm ngoài khoảng 1945-2100",
            f"found «{found}»: the year {year} is outside 1945-2100",
        )
    ]


@pytest.mark.parametrize(
    "field",
    ["year: 0000", "targets: [{id: a, text: b, value: 1, by: 0}]", "targets: [{id: a, text: b, value: 1, in: 2101}]"],
)
def test_a_year_that_stands_alone_is_bounded_too(field: str) -> None:
    assert [fault.code for fault in read(HEAD + field + "\n").faults] == ["expected"]


@pytest.mark.parametrize("period", ["1945", "2100", "1945-2100"])
def test_the_first_and_the_last_year_of_this_age_are_read(period: str) -> None:
    assert list(read(changed("2021-2025", period)).faults) == []


def test_of_very_many_faults_the_first_are_told_and_how_many_more_there_are() -> None:
    whole = read(HEAD + "a: 1\n" * (MOST_FAULTS + 1))
    assert [fault.code for fault in whole.faults] == ["duplicate-key"] * MOST_FAULTS + ["unknown-key"]
    *told, rest = read(HEAD + "b: 1\n" + "a: 1\n" * 20_000).faults
    assert placed(told)[:2] == [(10, 1, "unknown-key"), (11, 1, "unknown-key")]
    assert len(told) == MOST_FAULTS
    assert said([rest]) == [
        Said(
            10 + MOST_FAULTS,
            1,
            "more-faults",
            "tệp này còn 19801 chỗ sai nữa; hãy sửa những chỗ trên rồi chạy lại",
            "this file has 19801 more faults; mend those above, then run again",
        )
    ]


@pytest.mark.parametrize("stem", ["Xa-Mau", "xã-mẫu", "xa_mau", "xa mau", "-xa", "xa-", "xa--mau", "xa.mau"])
def test_a_file_name_that_is_no_id_is_told_and_the_plan_read(stem: str) -> None:
    found = read(HEAD, f"{stem}.yaml")
    assert said(found.faults) == [
        Said(
            1,
            1,
            "bad-stem",
            f"tên tệp «{stem}» là mã kế hoạch: chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối",
            f"the file name «{stem}» is the plan's id: lower-case ASCII letters, digits and hyphens only",
        )
    ]
    assert found.plan is not None


def test_a_line_break_in_a_file_name_makes_it_no_id() -> None:
    assert placed(read(HEAD, "xa-mau\n.yaml").faults) == [(1, 1, "bad-stem")]


@pytest.mark.parametrize("stem", ["xa-mau-2023", "a", "2023", "tinh-vi-du-2021-2025"])
def test_a_file_name_of_small_letters_digits_and_hyphens_is_an_id(stem: str) -> None:
    found = read(HEAD, f"{stem}.yaml")
    assert found.plan is not None
    assert (found.plan.id, list(found.faults)) == (stem, [])


def test_plan_files_are_found_anywhere_below_a_folder(tmp_path: Path, domain: Domain) -> None:
    for name in ("commune/thu/xa-mau.yaml", "huyen-thu.yml", "commune/xa-lon.YAML"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(HEAD, encoding="utf-8")
    corpus = read_corpus([tmp_path], domain)
    assert list(corpus.plans) == ["huyen-thu", "xa-lon", "xa-mau"]
    assert corpus.plans["xa-mau"].file == f"{tmp_path.as_posix()}/commune/thu/xa-mau.yaml"
    assert corpus.faults == ()


def test_hidden_files_and_other_files_of_a_folder_are_left_alone(tmp_path: Path, domain: Domain) -> None:
    (tmp_path / ".luu").mkdir()
    for name in (".xa-mau.yaml", ".luu/xa-mau.yaml", "xa-mau.txt", "xa-thu.yaml"):
        (tmp_path / name).write_text(HEAD, encoding="utf-8")
    (tmp_path / "thu-muc.yaml").mkdir()
    assert list(read_corpus([tmp_path], domain).plans) == ["xa-thu"]


def test_links_to_folders_are_followed_once_and_never_in_a_ring(tmp_path: Path, domain: Domain) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "xa-mau.yaml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "a" / "ring").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    corpus = read_corpus([tmp_path], domain)
    assert corpus.plans["xa-mau"].file == f"{tmp_path.as_posix()}/a/xa-mau.yaml"
    assert corpus.faults == ()


def test_a_link_that_leads_to_itself_is_one_fault_and_the_others_are_read(tmp_path: Path, domain: Domain) -> None:
    (tmp_path / "xa-mau.yaml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "xa-vong.yaml").symlink_to(tmp_path / "xa-vong.yaml")
    (tmp_path / "vong").symlink_to(tmp_path / "vong")
    os.mkfifo(tmp_path / "xa-ong.yaml")
    corpus = read_corpus([tmp_path], domain)
    assert list(corpus.plans) == ["xa-mau"]
    assert [(Path(fault.file).name, fault.code) for fault in corpus.faults] == [
        ("xa-ong.yaml", "unreadable"),
        ("xa-vong.yaml", "unreadable"),
    ]
    named = read_corpus([tmp_path / "xa-vong.yaml", tmp_path / "xa-mau.yaml"], domain)
    assert (list(named.plans), len(named.faults)) == (["xa-mau"], 1)


def test_links_out_of_the_folders_that_were_named_are_told_and_not_followed(tmp_path: Path, domain: Domain) -> None:
    for name in ("data/xa-mau", "data/sub/xa-thu", "more/xa-lon", "secret/xa-kin"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / f"{name}.yaml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "data/xa-mat.yaml").symlink_to("../secret/xa-kin.yaml")
    (tmp_path / "data/xa-mat.txt").symlink_to("/etc/passwd")
    (tmp_path / "data/kin").symlink_to(tmp_path / "secret")
    (tmp_path / "data/xa-hai.yaml").symlink_to("sub/xa-thu.yaml")
    (tmp_path / "data/them").symlink_to(tmp_path / "more")
    corpus = read_corpus([tmp_path / "data"], domain)
    assert sorted(corpus.plans) == ["xa-hai", "xa-mau"]
    assert [(Path(fault.file).name, fault.code) for fault in corpus.faults] == [
        ("kin", "link-outside"),
        ("them", "link-outside"),
        ("xa-mat.yaml", "link-outside"),
    ]
    both = read_corpus([tmp_path / "data", tmp_path / "more", tmp_path / "data/xa-mat.yaml"], domain)
    assert sorted(both.plans) == ["xa-hai", "xa-lon", "xa-mat", "xa-mau"]


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path, domain: Domain) -> None:
    (tmp_path / "xa-mau.yaml").symlink_to(tmp_path / "khong-co.yaml")
    corpus = read_corpus([tmp_path], domain)
    assert [fault.message("en") for fault in corpus.faults] == ["the file cannot be read: No such file or directory"]


def test_a_file_that_is_named_is_read_whatever_its_suffix(tmp_path: Path, domain: Domain) -> None:
    path = tmp_path / "xa-mau.txt"
    path.write_text(HEAD, encoding="utf-8")
    assert list(read_corpus([path], domain).plans) == ["xa-mau"]


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path, domain: Domain) -> None:
    path = tmp_path / "xa-mau.yaml"
    path.write_text(HEAD, encoding="utf-8")
    told: list[tuple[int, int, Path]] = []
    corpus = read_corpus([tmp_path, path, tmp_path / "." / "xa-mau.yaml"], domain, lambda *done: told.append(done))
    assert (list(corpus.plans), corpus.faults, told) == (["xa-mau"], (), [(0, 1, path)])


def test_of_two_files_with_one_stem_the_first_in_order_is_kept(tmp_path: Path, domain: Domain) -> None:
    for name in ("b/xa-mau.yaml", "a/xa-mau.yml"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(HEAD, encoding="utf-8")
    corpus = read_corpus([tmp_path / "b", tmp_path / "a"], domain)
    first = f"{tmp_path.as_posix()}/a/xa-mau.yml"
    assert corpus.plans["xa-mau"].file == first
    assert said(corpus.faults) == [
        Said(
            1,
            1,
            "duplicate-stem",
            f"mã kế hoạch «xa-mau» (tên tệp) đã dùng cho {first}; đổi tên một tệp",
            f"the plan id «xa-mau» (the file's name) is already used by {first}; rename one file",
        )
    ]
    assert corpus.faults[0].file == f"{tmp_path.as_posix()}/b/xa-mau.yaml"


def test_a_path_where_nothing_is_is_told_and_the_others_read(tmp_path: Path, domain: Domain) -> None:
    (tmp_path / "xa-mau.yaml").write_text(HEAD, encoding="utf-8")
    corpus = read_corpus([tmp_path / "khong-co", tmp_path], domain)
    assert list(corpus.plans) == ["xa-mau"]
    assert corpus.faults[0].file == f"{tmp_path.as_posix()}/khong-co"
    assert said(corpus.faults) == [
        Said(1, 1, "no-such-path", "không có tệp hay thư mục này", "there is no such file or folder")
    ]


def test_a_folder_without_plans_is_told(tmp_path: Path, domain: Domain) -> None:
    corpus = read_corpus([tmp_path], domain)
    assert corpus.faults[0].file == tmp_path.as_posix()
    assert said(corpus.faults) == [
        Said(
            1,
            1,
            "no-plans",
            "không có tệp kế hoạch (.yaml) hay văn bản nào ở đây",
            "there is no plan file (.yaml) or document here",
        )
    ]


def test_a_path_that_the_system_refuses_is_told(tmp_path: Path, domain: Domain) -> None:
    assert said(read_corpus([tmp_path / ("x" * 300)], domain).faults) == [
        Said(
            1, 1, "unreadable", "không đọc được tệp: File name too long", "the file cannot be read: File name too long"
        )
    ]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to this user")
def test_what_may_not_be_read_is_told_and_the_others_read(tmp_path: Path, domain: Domain) -> None:
    (tmp_path / "xa-mau.yaml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "xa-dong.yaml").touch(mode=0)
    (tmp_path / "thu-muc").mkdir(mode=0)
    corpus = read_corpus([tmp_path], domain)
    assert list(corpus.plans) == ["xa-mau"]
    assert [Path(fault.file).name for fault in corpus.faults] == ["thu-muc", "xa-dong.yaml"]
    assert (
        said(corpus.faults)
        == [
            Said(
                1,
                1,
                "unreadable",
                "không đọc được tệp: Permission denied",
                "the file cannot be read: Permission denied",
            )
        ]
        * 2
    )


@pytest.mark.skipif(sys.platform != "linux", reason="file names are Unicode on this system")
def test_a_file_name_that_is_no_text_can_still_be_shown(tmp_path: Path, domain: Domain) -> None:
    path = os.fsencode(tmp_path) + b"/x\xe9\x1b[2J.yaml"
    with open(path, "wb") as file:  # noqa: PTH123 - a path of bytes
        file.write(HEAD.encode())
    corpus = read_corpus([tmp_path], domain)
    assert list(corpus.plans) == ["x\ufffd\ufffd[2J"]
    assert [fault.file for fault in corpus.faults] == [f"{tmp_path.as_posix()}/x\ufffd\ufffd[2J.yaml"]
    assert [fault.code for fault in corpus.faults] == ["bad-stem"]


def test_the_faults_of_all_files_are_told_in_one_run_in_the_order_of_files(tmp_path: Path, domain: Domain) -> None:
    (tmp_path / "b.yaml").write_bytes(b"\xff")
    (tmp_path / "a.yaml").write_text(HEAD + "year: 2030\nissued: mai\n", encoding="utf-8")
    (tmp_path / "c.yaml").write_text("", encoding="utf-8")
    corpus = read_corpus([tmp_path], domain)
    assert list(corpus.plans) == ["a"]
    assert [
        (Path(fault.file).name, *place) for fault, place in zip(corpus.faults, placed(corpus.faults), strict=True)
    ] == [
        ("a.yaml", 10, 7, "year-outside"),
        ("a.yaml", 11, 9, "expected"),
        ("b.yaml", 1, 1, "not-utf8"),
        ("c.yaml", 1, 1, "empty"),
    ]


def test_progress_is_told_for_each_file(tmp_path: Path, domain: Domain) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(HEAD, encoding="utf-8")
    told: list[tuple[int, int, str]] = []
    read_corpus([tmp_path], domain, lambda done, total, path: told.append((done, total, path.name)))
    assert told == [(0, 2, "a.yaml"), (1, 2, "b.yaml")]


def test_plans_refer_to_the_names_of_the_rules(domain: Domain) -> None:
    known = known_names(domain)
    assert list(known["levels"]) == ["central", "province", "district", "commune"]
    assert set(known["document-types"]) >= {"KH", "QĐ", "CTr"}
    assert set(known["measures"]) == set(domain.measures)


HEAD_KEYS = ["schema", "title", "type", "level", "period", "year", "number", "issued", "targets", "tasks", "citations"]
ITEM_KEYS = ["id", "text", "value", "by", "in", "growth", "per_year", "under", "lines", "role", "<<", "", "x"]
KEYS = st.sampled_from([*HEAD_KEYS, *ITEM_KEYS])
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.text(max_size=12),
    st.sampled_from(["plan/1", "KH", "commune", "80%", "50-80%", "> 90%", "2021-2025", "12-14", "basis", "NaN"]),
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=20,
)


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode()))
def test_no_bytes_whatever_make_the_reader_raise(raw: bytes) -> None:
    found = read_plan(Path("xa-mau.yaml"), "xa-mau.yaml", KNOWN, raw)
    assert found.plan is None
    assert len(found.faults) >= 1


@given(tree=st.dictionaries(KEYS, TREES, max_size=8), whole=st.booleans())
def test_no_values_whatever_make_the_reader_raise(tree: dict[str, object], whole: bool) -> None:
    given = yaml.safe_load(HEAD) | tree if whole else tree
    found = read(json.dumps(given, default=str))
    assert found.plan is not None or found.faults
    assert all(fault.message("vi") and fault.message("en") for fault in found.faults)


@given(at=st.integers(0, 2000), cut=st.integers(0, 40), put=st.binary(max_size=6))
def test_no_damage_to_a_plan_file_makes_the_reader_raise(at: int, cut: int, put: bytes) -> None:
    raw = (HEAD + "targets:\n  - {id: a, text: b, value: 50-80%, by: 2025}\ntasks:\n- id: b\n  text: c\n").encode()
    at %= len(raw)
    damaged = raw[:at] + put + raw[at + cut :]
    found = read_plan(Path("xa-mau.yaml"), "xa-mau.yaml", KNOWN, damaged)
    last = damaged.count(b"\n") + damaged.count(b"\r") + damaged.count(b"\xe2\x80\xa8") + damaged.count(b"\xc2\x85") + 1
    assert found.plan is not None or found.faults
    assert all(1 <= fault.line <= last and fault.column >= 1 for fault in found.faults)

"""`cascade audit`: exit status, what is selected, where it is written, the printed words."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
from typing import Any

import pytest

from tests.cli.command import DISTRICT, WEAKER, Command, command, environment, write

FORMATS = ("rich", "json")
STATUS = [
    ("clean", "info", "rich json", 0),
    ("info", "warning", "rich", 0),
    ("info", "info", "rich json", 1),
    ("warning", "error", "rich json", 0),
    ("warning", "warning", "json", 1),
    ("error", "error", "rich json", 1),
    ("error", "info", "json", 1),
    ("clean-but-broken", "error", "rich", 2),
    ("error-and-broken", "error", "rich json", 2),
]
CASES = [(corpus, least, form, status) for corpus, least, forms, status in STATUS for form in forms.split()]
"""Corpus, --fail-on, --format, and the exit status."""


def audit(corpus: str, form: str, *more: str) -> tuple[str, ...]:
    return ("audit", corpus, "--format", form, "--lang", "en", *more)


def report(cascade: Command, corpus: str, *more: str) -> Any:
    return json.loads(cascade(*audit(corpus, "json", "--fail-on", "error", *more)).out)


def rules(cascade: Command, corpus: str, *more: str) -> list[str]:
    return [finding["rule"] for finding in report(cascade, corpus, *more)["findings"]]


@pytest.fixture(scope="module")
def statuses(cascade: Command) -> Command:
    return cascade.together(audit(corpus, form, "--fail-on", least) for corpus, least, form, _ in CASES)


@pytest.mark.parametrize(("corpus", "least", "form", "status"), CASES)
def test_the_exit_status_tells_the_worst_and_never_depends_on_the_format(
    statuses: Command, corpus: str, least: str, form: str, status: int
) -> None:
    assert statuses(*audit(corpus, form, "--fail-on", least)).status == status


def test_exit_zero_reports_and_ends_with_0_where_it_would_be_1_and_leaves_2(cascade: Command) -> None:
    for corpus, status in (("error", 0), ("clean", 0), ("error-and-broken", 2)):
        made = cascade(*audit(corpus, "json", "--fail-on", "error", "--exit-zero"))
        assert made.status == status
        assert made.out == cascade(*audit(corpus, "json", "--fail-on", "error")).out


def test_the_report_goes_to_standard_output_and_nothing_to_standard_error(statuses: Command) -> None:
    for corpus, least, form, status in CASES:
        made = statuses(*audit(corpus, form, "--fail-on", least))
        assert made.out.endswith("\n")
        assert status == 2 or made.err == ""


def test_what_cannot_be_read_goes_to_standard_error_where_the_report_is_for_a_program(statuses: Command) -> None:
    made = statuses(*audit("error-and-broken", "json", "--fail-on", "error"))
    places = [line.split(": ")[0] for line in made.err.splitlines()]
    assert places == ["error-and-broken/district/huyen-hong.yaml:5:8", "error-and-broken/district/huyen-hong.yaml:8:9"]
    errors = json.loads(made.out)["errors"]
    assert [f"{error['file']}:{error['line']}:{error['column']}" for error in errors] == places
    assert made.err.splitlines() == [
        f"{place}: {error['message']}" for place, error in zip(places, errors, strict=True)
    ]


def test_what_cannot_be_read_stands_in_the_report_that_a_person_reads(statuses: Command) -> None:
    made = statuses(*audit("error-and-broken", "rich", "--fail-on", "error"))
    assert "x error-and-broken/district/huyen-hong.yaml:5:8: found «distric»; expected" in made.out
    assert "did you mean «district»?" in made.out
    assert "· 2 not readable\n" in made.out
    assert made.err == ""


def test_a_readable_plan_is_audited_though_another_is_broken(statuses: Command) -> None:
    broken, whole = (report(statuses, corpus) for corpus in ("error-and-broken", "error"))
    assert [plan["id"] for plan in broken["plans"]] == ["huyen-thu-2021-2025", "xa-mau-2023"]
    assert [finding["fingerprint"] for finding in broken["findings"]] == [
        finding["fingerprint"] for finding in whole["findings"]
    ]
    assert len(whole["findings"]) == 2


def test_missing_paths_and_empty_folders_are_faults_beside_what_can_be_audited(cascade: Command) -> None:
    made = cascade("audit", "no-such-folder", "empty", "warning", "--format", "json", "--lang", "en")
    assert made.status == 2
    assert made.err == (
        "empty:1:1: there is no plan file (.yaml) or document here\n"
        "no-such-folder:1:1: there is no such file or folder\n"
    )
    assert json.loads(made.out)["summary"] == {"plans": 2, "error": 0, "warning": 1, "info": 0}


def test_select_reports_only_the_rules_named(cascade: Command) -> None:
    assert rules(cascade, "error") == ["weaker-target", "stale-deadline"]
    assert rules(cascade, "error", "--select", "stale-deadline") == ["stale-deadline"]
    several = ("--select", "late-target,stale-deadline", "--select", "weaker-target")
    assert rules(cascade, "error", *several) == ["weaker-target", "stale-deadline"]


def test_ignore_leaves_rules_out_even_of_those_selected(cascade: Command) -> None:
    options = ("--select", "weaker-target,stale-deadline", "--ignore", "weaker-target")
    assert rules(cascade, "error", *options) == ["stale-deadline"]


def test_what_is_not_reported_does_not_fail_and_is_not_counted(cascade: Command) -> None:
    options = ("--select", "weaker-target,stale-deadline", "--ignore", "weaker-target")
    assert cascade(*audit("error", "json", "--fail-on", "error", *options)).status == 0
    assert report(cascade, "error", *options)["summary"] == {"plans": 2, "error": 0, "warning": 1, "info": 0}


def test_plan_reports_only_the_plans_named_and_still_compares_them_with_those_above(cascade: Command) -> None:
    assert rules(cascade, "error", "--plan", "huyen-thu-2021-2025") == []
    assert rules(cascade, "error", "--plan", "xa-mau-2023,huyen-thu-2021-2025") == ["weaker-target", "stale-deadline"]


ALONE = (("no-parent/xa-mau-2023.yaml",), ("error", "--plan", "huyen-thu-2021-2025"))


@pytest.mark.parametrize(("call", "missing"), list(zip(ALONE, ("01/KH-UBND", None), strict=True)))
def test_where_nothing_could_be_compared_the_status_is_2_and_the_report_says_so_first(
    cascade: Command, call: tuple[str, ...], missing: str | None
) -> None:
    write(cascade.folder / "no-parent", {"xa-mau-2023": WEAKER})
    made = cascade("audit", *call, "--lang", "en")
    assert made.status == 2
    assert made.out.splitlines()[2].startswith(f"NOT COMPARED: {missing or 'the plan above'}")
    assert cascade("audit", *call).out.splitlines()[2].startswith("CHƯA ĐỐI CHIẾU: thiếu ")
    told = cascade("audit", *call, "--format", "json")
    assert (told.status, told.err) == (2, "")
    (entry,) = json.loads(told.out)["not_compared"]
    assert entry["missing"] == ([missing] if missing else [])
    assert cascade("audit", *call, "--exit-zero").status == 2
    assert cascade("audit", *call, "--allow-missing-parent").status == 0


def test_a_plan_that_was_not_compared_is_told_beside_those_that_were_and_fails_nothing(cascade: Command) -> None:
    write(cascade.folder / "no-parent", {"xa-mau-2023": WEAKER})
    assert report(cascade, "error")["not_compared"] == [{"plan": "huyen-thu-2021-2025", "missing": []}]
    assert cascade("audit", "clean").status == 0


def test_a_call_without_any_plan_to_compare_says_so(cascade: Command) -> None:
    write(cascade.folder / "cited", {"huyen-thu-2021-2025": DISTRICT[: DISTRICT.index("targets")]})
    made = cascade("audit", "cited")
    assert made.status == 2
    assert made.out.splitlines()[2].startswith("CHƯA ĐỐI CHIẾU: không có kế hoạch nào")


def test_a_mistyped_id_is_a_wrong_call_with_the_nearest_name(cascade: Command) -> None:
    assert cascade("audit", "error", "--plan", "xa-mau-2023,huyen-thu-2021", "--lang", "en") == (
        2,
        "",
        (
            "Wrong call: there is no plan «huyen-thu-2021»; did you mean «huyen-thu-2021-2025»?\n"
            "See: cascade audit --help\n"
        ),
    )
    assert cascade("audit", "error", "--ignore", "weaker-tagret") == (
        2,
        "",
        "Gọi sai lệnh: không có «weaker-tagret»; có phải «weaker-target» không?\nXem: cascade audit --help\n",
    )


def test_the_same_corpus_gives_the_same_bytes_in_any_order_of_paths(cascade: Command) -> None:
    paths = ("error-and-broken/commune", "error-and-broken/district")
    for form in FORMATS:
        options = ("--format", form, "--lang", "en")
        first = cascade("audit", *paths, *options)
        assert first.status == 2
        assert cascade("audit", *reversed(paths), paths[1], *options) == first


@pytest.mark.parametrize("arguments", [("audit", "error"), ("schema", "report")])
def test_a_reader_that_goes_away_leaves_no_traceback_and_the_status_as_it_is(
    cascade: Command, arguments: tuple[str, ...]
) -> None:
    reading, writing = os.pipe()
    os.close(reading)  # as `head` does once it has its lines
    made = subprocess.run(
        command(*arguments), cwd=cascade.folder, env=environment(), stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert made.stderr == b""
    assert made.returncode == (1 if "audit" in arguments else 0)


# What is shown ---------------------------------------------------------------------------------


def test_the_summary_leads_to_the_details_of_each_point(cascade: Command) -> None:
    summary = cascade(*audit("error", "rich", "--fail-on", "error"))
    shown = cascade(*audit("error", "rich", "--fail-on", "error", "--show", "a1"))
    full = cascade(*audit("error", "rich", "--fail-on", "error", "--full"))
    counted = cascade(*audit("error", "rich", "--fail-on", "error", "--statistics"))
    assert {summary.status, shown.status, full.status, counted.status} == {1}
    assert "One point: --show A1" in summary.out
    assert "[weaker-target]" in shown.out
    assert "[stale-deadline]" not in shown.out
    assert "[stale-deadline]" in full.out
    assert re.search(r"^ +1 #+ +weaker-target ", counted.out, re.MULTILINE)


def test_a_mistyped_name_of_what_to_show_is_a_wrong_call(cascade: Command) -> None:
    made = cascade("audit", "error", "--show", "chua-thya", "--lang", "en")
    assert (made.status, made.out) == (2, "")
    assert "did you mean «chua-thay»?" in made.err


@pytest.mark.parametrize(
    ("lang", "told"),
    [("vi", "Có thể nêu: một điểm (A1, A2); một kế hoạch (A); một loại: thap-hon,"), ("en", "a severity: error, warn")],
)
def test_one_that_is_like_nothing_is_told_with_what_may_be_named(cascade: Command, lang: str, told: str) -> None:
    made = cascade("audit", "error", "--show", "qqq", "--lang", lang)
    assert (made.status, made.out) == (2, "")
    assert told in made.err


def test_no_progress_is_told_where_nobody_watches(cascade: Command) -> None:
    assert cascade("audit", "error").err == ""


# The printed words ---------------------------------------------------------------------------

PRINTED = "Trang đầu\nTỷ lệ thanh toán\u2003trực tuyến\nđạt \x1b[31m50\x1b[0m đến 80%.\nNiêm yết tại trụ sở.\n"
SHOWN = "«Tỷ lệ thanh toán trực tuyến đạt [31m50[0m đến 80%.»"
CHANGED = "(the source document has changed since it was recorded)"
MISSING = "(the source document is not in the folder)"
SOURCES = {
    "whole": (f'{{document: xa-mau.txt, sha256: "{hashlib.sha256(PRINTED.encode()).hexdigest()}"}}', SHOWN),
    "unsigned": ("{document: xa-mau.txt}", SHOWN),
    "changed": (f'{{document: xa-mau.txt, sha256: "{"0" * 64}"}}', CHANGED),
    "missing": ("{document: xa-khac.txt}", MISSING),
    "up": ('{document: "../secret.txt"}', MISSING),
    "far-up": ('{document: "../../../../../../../../etc/passwd"}', MISSING),
    "absolute": ("{document: /etc/passwd}", MISSING),
    "parent": ('{document: ".."}', MISSING),
    "itself": ('{document: "."}', MISSING),
}
"""What a plan says of its document, and what the report then prints: its words, or why there are none."""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the report prints beside the first finding of each plan of `SOURCES`."""
    folder = tmp_path_factory.mktemp("sources")
    write(folder, {"plans/huyen-thu-2021-2025": DISTRICT})
    for number, (name, (source, _)) in enumerate(SOURCES.items(), start=10):
        plan = WEAKER.replace("{document: xa-mau.txt}", source).replace("09/KH", f"{number}/KH")
        write(folder, {f"plans/{name}": plan.replace("xã Mẫu", f"xã Mẫu {number}")})
    (folder / "documents").mkdir()
    (folder / "documents/xa-mau.txt").write_text(PRINTED, encoding="utf-8")
    (folder / "secret.txt").write_text("root:x:0:0\n" * 4, encoding="utf-8")
    options = ("--sources", "documents", "--lang", "en", "--select", "weaker-target", "--full")
    made = Command(folder)("audit", "plans", *options, COLUMNS="1000")
    assert (made.status, made.err) == (1, "")
    assert "root:" not in made.out
    assert "\x1b" not in made.out
    words = re.findall(r"^ +Commune: 50% to 80% (.+?)$", made.out, re.MULTILINE)
    files = re.findall(r"^ +plans/(.+?)\.yaml:", made.out, re.MULTILINE)
    return dict(zip(files, words, strict=True))


@pytest.mark.parametrize("name", SOURCES)
def test_the_printed_words_are_those_of_the_lines_and_of_nothing_outside_the_folder(
    printed: dict[str, str], name: str
) -> None:
    shown = SOURCES[name][1]
    assert printed[name].startswith(shown) if shown == SHOWN else printed[name].endswith(shown)
    assert (SHOWN in printed[name]) == (shown == SHOWN)


def test_without_sources_no_document_is_spoken_of(statuses: Command) -> None:
    assert MISSING not in statuses(*audit("error", "rich", "--fail-on", "error")).out

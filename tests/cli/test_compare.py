"""`cascade compare`: a plan beside the plans above it, by id or by file."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from tests.cli import documents
from tests.cli.command import COMMUNE, DISTRICT, WEAKER, Command, write

HEAD = "09/KH-UBND of UBND xã Mẫu beside 01/KH-UBND of UBND huyện Thử"


def compare(cascade: Command, *arguments: str) -> tuple[int, str, str]:
    return cascade("compare", *arguments, "--lang", "en", COLUMNS="160")


def cells(out: str) -> list[list[str]]:
    """The lines of a page, each as its columns."""
    return [re.split(" {2,}", line) for line in out.splitlines() if line]


def test_a_plan_stands_beside_the_plan_that_it_carries_out_and_findings_do_not_fail(cascade: Command) -> None:
    status, out, err = compare(cascade, "xa-mau-2023", "--data", "error")
    assert (status, err) == (0, "")
    assert cells(out) == [
        [HEAD],
        ["Targets"],
        ["Above", "This plan", "Verdict"],
        [
            "1 TTHC được thanh toán trực tuyến → at least 80%",
            "a Thanh toán trực tuyến TTHC → 50% to 80%",
            "weaker (year 2025)",
        ],
        ["Tasks"],
        ["The plan above has no task on file."],
    ]


def test_naming_the_plan_above_is_the_same_as_leaving_it_to_the_basis(cascade: Command) -> None:
    named = compare(cascade, "xa-mau-2023", "huyen-thu-2021-2025", "--data", "error")
    assert named == compare(cascade, "xa-mau-2023", "--data", "error")


@pytest.mark.parametrize("form", ["rich", "json"])
def test_a_plan_without_one_above_says_what_to_call(cascade: Command, form: str) -> None:
    status, out, err = compare(cascade, "huyen-thu-2021-2025", "--data", "error", "--format", form)
    assert (status, out) == (2, "")
    assert (
        "huyen-thu-2021-2025 is not linked to any plan above it on file; name one: "
        "cascade compare huyen-thu-2021-2025 PLAN-ID"
    ) in " ".join(err.split())


def test_a_mistyped_plan_is_a_wrong_call_with_the_nearest_name(cascade: Command) -> None:
    assert compare(cascade, "xa-mau-2032", "--data", "error") == (
        2,
        "",
        "Wrong call: there is no plan «xa-mau-2032»; did you mean «xa-mau-2023»?\nSee: cascade compare --help\n",
    )


def test_two_files_can_be_compared_without_a_folder_of_plans(tmp_path: Path) -> None:
    write(tmp_path, {"xa-mau-2023": WEAKER, "huyen-thu-2021-2025": DISTRICT})
    status, out, err = compare(Command(tmp_path), "xa-mau-2023.yaml", "./huyen-thu-2021-2025.yaml")
    assert (status, err) == (0, "")
    assert out.startswith(HEAD)
    assert "weaker (year 2025)" in out


def test_a_file_is_compared_with_the_plans_of_the_data_folder(tmp_path: Path) -> None:
    write(tmp_path, {"draft/xa-mau-2023": COMMUNE, "data/district/huyen-thu-2021-2025": DISTRICT})
    status, out, err = compare(Command(tmp_path), "draft/xa-mau-2023.yaml")
    assert (status, err) == (0, "")
    assert out.startswith(HEAD)
    assert "holds" in out


def submit(folder: Path, **texts: str) -> Command:
    """The command in a folder with documents as they were submitted."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return Command(folder)


def test_documents_are_compared_as_they_were_submitted(tmp_path: Path) -> None:
    cascade = submit(tmp_path, child=documents.COMMUNE, above=documents.DISTRICT)
    named = compare(cascade, "child.txt", "./above.txt")
    assert named[0] == 0
    assert named[1].startswith(HEAD)
    assert "weaker" in named[1]
    assert compare(cascade, "./child.txt", "--data", ".") == named


def test_a_document_stands_beside_a_plan_of_the_data_folder_by_its_id(tmp_path: Path) -> None:
    write(tmp_path, {"data/district/huyen-thu-2021-2025": DISTRICT})
    cascade = submit(tmp_path, child=documents.COMMUNE)
    made = compare(cascade, "child.txt", "huyen-thu-2021-2025")
    assert (made[0], made[1].startswith(HEAD)) == (0, True)
    assert compare(cascade, "child.txt") == made


def test_a_document_whose_plan_was_recorded_means_the_recorded_plan(tmp_path: Path) -> None:
    digest = hashlib.sha256(documents.COMMUNE.encode()).hexdigest()
    recorded = COMMUNE.replace("{document: xa-mau.txt}", f'{{document: child.txt, sha256: "{digest}"}}')
    write(tmp_path, {"data/huyen-thu-2021-2025": DISTRICT, "data/xa-mau-2023": recorded})
    cascade = submit(tmp_path, child=documents.COMMUNE)
    assert compare(cascade, "child.txt") == compare(cascade, "xa-mau-2023")


def test_a_document_that_holds_no_plan_is_told_and_is_a_wrong_call(tmp_path: Path) -> None:
    write(tmp_path, {"data/huyen-thu-2021-2025": DISTRICT})
    status, out, err = compare(submit(tmp_path, child=documents.LETTER), "child.txt")
    assert (status, out) == (2, "")
    assert err.splitlines()[0].startswith("child.txt:1:1: ")
    assert err.splitlines()[1] == "Wrong call: no plan could be read from child.txt"


def test_without_data_and_files_the_missing_folder_is_named(tmp_path: Path) -> None:
    status, out, err = compare(Command(tmp_path), "xa-mau-2023")
    assert (status, out) == (2, "")
    assert err.splitlines()[0] == "data:1:1: there is no such file or folder"
    assert err.splitlines()[1] == "Wrong call: there is no plan «xa-mau-2023»"


def test_plans_that_cannot_be_read_give_status_2_beside_the_comparison(cascade: Command) -> None:
    status, out, err = compare(cascade, "xa-mau-2023", "--data", "error-and-broken")
    assert status == 2
    assert out == compare(cascade, "xa-mau-2023", "--data", "error")[1]
    assert [line.split(": ")[0] for line in err.splitlines()] == [
        "error-and-broken/district/huyen-hong.yaml:5:8",
        "error-and-broken/district/huyen-hong.yaml:8:9",
    ]


def test_why_shows_the_words_that_tie_an_item_to_its_answer(cascade: Command) -> None:
    status, out, err = compare(cascade, "xa-mau-2023", "--data", "error", "--why")
    assert (status, err) == (0, "")
    assert "thanh toán trực tuyến (the same words)" in out
    assert "(the same words)" not in compare(cascade, "xa-mau-2023", "--data", "error")[1]


def test_for_a_program_the_comparison_is_json_in_any_language(cascade: Command) -> None:
    status, out, err = compare(cascade, "xa-mau-2023", "--data", "error", "--format", "json")
    assert (status, err) == (0, "")
    assert out == cascade("compare", "xa-mau-2023", "--data", "error", "--format", "json").out
    (entry,) = json.loads(out)["targets"]
    assert (entry["item"], entry["verdict"], entry["answers"]) == ("1", "weaker", [{"item": "a", "kind": "target"}])

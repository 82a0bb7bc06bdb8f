"""Many documents: in their order, each on its own, under ids that a plan file may have."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.ingest.folder import Outcome, as_plan_file, plan_id, read_documents, read_one, slug
from cascade.report.draft_file import draft_json
from tests.cli.documents import COMMUNE, DISTRICT, LETTER, NAMELESS
from tests.support import domain


@given(st.text(max_size=40))
def test_a_slug_is_always_what_the_name_of_a_plan_file_must_be(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Tứ Kỳ", "tu-ky"), ("Đắk Đoa", "dak-doa"), ("Kế hoạch (bản 2)", "ke-hoach-ban-2"), ("…", "plan")],
)
def test_names_of_places_become_ids(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(3):
        (tmp_path / f"{number}-huyen.txt").write_text(DISTRICT, "utf-8")
        (tmp_path / f"{number}-xa.txt").write_text(COMMUNE.replace("60%", f"6{number}%"), "utf-8")
    (tmp_path / "4-letter.txt").write_text(LETTER, "utf-8")
    (tmp_path / "5-empty.txt").write_bytes(b"")
    return tmp_path


def test_outcomes_come_in_the_order_asked_and_as_each_document_alone(folder: Path) -> None:
    """So many documents are shared among processes; the result is what one process makes."""
    paths = sorted(folder.iterdir(), reverse=True)
    together = list(read_documents(paths, domain()))
    alone = [read_one(path, domain()) for path in paths]
    assert [outcome.path for outcome in together] == paths
    assert [one.draft and draft_json(one.draft) for one in together] == [
        one.draft and draft_json(one.draft) for one in alone
    ]
    assert [one.fault for one in together] == [one.fault for one in alone]


def test_a_plan_is_called_by_its_unit_and_years_and_without_them_by_its_file(folder: Path) -> None:
    draft = read_one(folder / "0-xa.txt", domain()).draft
    assert draft is not None
    assert plan_id(draft.plan, folder / "0-xa.txt") == "mau-2021-2025"
    (folder / "Không tên.txt").write_text(NAMELESS, "utf-8")
    nameless = read_one(folder / "Không tên.txt", domain()).draft
    assert nameless is not None
    assert nameless.plan is None
    assert plan_id(nameless.plan, folder / "Không tên.txt") == "khong-ten"


def test_what_is_no_plan_and_what_cannot_be_read_is_one_fault(folder: Path) -> None:
    assert [fault.code for fault in as_plan_file(read_one(folder / "4-letter.txt", domain())).faults] == ["no-draft"]
    assert [fault.code for fault in as_plan_file(read_one(folder / "5-empty.txt", domain())).faults] == ["document"]


def test_a_draft_without_what_an_audit_needs_says_what_it_lacks(folder: Path) -> None:
    (folder / "n.txt").write_text(NAMELESS, "utf-8")
    (fault,) = as_plan_file(read_one(folder / "n.txt", domain())).faults
    assert fault.code == "head-incomplete"
    assert "place" in fault.message("en")


def test_places_of_findings_are_lines_of_the_document(folder: Path) -> None:
    made = as_plan_file(read_one(folder / "0-xa.txt", domain())).plan
    assert made is not None
    assert made.places["targets", 0] == (19, 1)
    assert made.places["citations", 0] == (13, 1)


def test_a_fault_of_the_reader_is_told_and_takes_no_other_document_with_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    good = folder / "0-xa.txt"
    assert read_one(good, domain()).draft is not None
    monkeypatch.setattr("cascade.ingest.folder.read_draft", fail)
    fault = read_one(good, domain()).fault
    assert fault is not None
    assert (fault.code, fault.file.endswith("0-xa.txt")) == ("reader-failed", True)
    assert "ZeroDivisionError" in fault.message("vi")


def test_a_process_that_is_ended_costs_its_own_document_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cascade.ingest.folder._work", _end_at_letter)
    paths = sorted(folder.iterdir())
    found = {one.path.name: one for one in read_documents(paths, domain())}
    assert list(found) == [path.name for path in paths]
    fault = found["4-letter.txt"].fault
    assert fault is not None
    assert fault.code == "reader-failed"
    assert all(found[name].draft is not None for name in ("0-huyen.txt", "2-xa.txt"))


def _end_at_letter(path: Path) -> Outcome:
    if path.name == "4-letter.txt":
        os._exit(9)
    return read_one(path, domain())


def test_the_own_number_in_the_body_is_no_citation(folder: Path) -> None:
    own = folder / "0-xa.txt"
    before = read_one(own, domain()).draft
    assert before is not None
    assert before.head.number is not None
    assert before.head.issued is not None
    said = f"\n- Phổ biến Kế hoạch số {before.head.number} ngày {before.head.issued:%d/%m/%Y} của xã đến các thôn.\n"
    own.write_text(own.read_text("utf-8").replace("\nNơi nhận", f"{said}\nNơi nhận") + said, "utf-8")
    after = read_one(own, domain()).draft
    assert after is not None
    assert [one.item.number for one in after.citations] == [one.item.number for one in before.citations]

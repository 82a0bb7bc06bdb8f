"""`cascade ingest` and `cascade audit` on submitted documents, as a reviewer calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from tests.cli.command import Command
from tests.cli.documents import COMMUNE, DISTRICT, LETTER, NAMELESS


@pytest.fixture
def submitted(tmp_path: Path) -> Command:
    """The command, in a folder `in` of which are the documents of a district and a commune."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "huyen.txt").write_text(DISTRICT, "utf-8")
    (tmp_path / "in" / "xa.txt").write_text(COMMUNE, "utf-8")
    return Command(tmp_path)


def test_a_draft_is_a_plan_file_that_the_audit_reads(submitted: Command) -> None:
    made = submitted("ingest", "in", "-o", "out")
    assert made.status == 0, made.err
    files = sorted(path.name for path in (submitted.folder / "out").iterdir())
    assert files == ["mau-2021-2025.yaml", "thu-2021-2025.yaml"]
    draft = yaml.safe_load((submitted.folder / "out" / "mau-2021-2025.yaml").read_text("utf-8"))
    assert (draft["schema"], draft["review"], draft["number"]) == ("plan/1", "draft", "09/KH-UBND")
    assert [target["value"] for target in draft["targets"]] == ["60%", "100%"]
    assert all(0 < item["confidence"] < 1 for name in ("citations", "targets", "tasks") for item in draft[name])
    from_files = submitted("audit", "out", "--format", "json")
    from_documents = submitted("audit", "in", "--format", "json")
    assert from_files.status == from_documents.status == 1
    assert [f["rule"] for f in json.loads(from_files.out)["findings"]] == [
        f["rule"] for f in json.loads(from_documents.out)["findings"]
    ]


def test_documents_are_audited_on_the_fly_and_findings_from_drafts_say_so(submitted: Command) -> None:
    made = submitted("audit", "in", "--format", "json")
    (weaker,) = [f for f in json.loads(made.out)["findings"] if f["rule"] == "weaker-target"]
    assert weaker["draft"] is True
    assert "bản nháp" in submitted("audit", "in").out


def test_several_drafts_to_the_screen_are_documents_of_one_stream(submitted: Command) -> None:
    drafts = list(yaml.safe_load_all(submitted("ingest", "in").out))
    assert [draft["level"] for draft in drafts] == ["district", "commune"]
    lines = submitted("ingest", "in", "--format", "json").out.splitlines()
    assert [json.loads(line)["level"] for line in lines] == ["district", "commune"]


def test_a_draft_without_answers_is_written_anew_and_a_settled_one_never(submitted: Command) -> None:
    call = ("ingest", "in/xa.txt", "-o", "out", "--lang", "en")
    target = submitted.folder / "out" / "mau-2021-2025.yaml"
    assert Command(submitted.folder)(*call).status == 0
    assert Command(submitted.folder)(*call).status == 0
    settled = target.read_text("utf-8").replace("review: draft", "review: reviewed")
    target.write_text(settled, "utf-8")
    made = Command(submitted.folder)(*call)
    assert made.status == 2
    assert made.err.startswith("out/mau-2021-2025.yaml:1:1: the file holds what a person has settled")
    assert target.read_text("utf-8") == settled


def test_one_answered_item_is_enough_to_keep_the_file(submitted: Command) -> None:
    assert submitted("ingest", "in/xa.txt", "-o", "out").status == 0
    target = submitted.folder / "out" / "mau-2021-2025.yaml"
    tree = yaml.safe_load(target.read_text("utf-8"))
    tree["targets"][0]["confidence"] = 1.0
    target.write_text(yaml.safe_dump(tree, allow_unicode=True), "utf-8")
    assert Command(submitted.folder)("ingest", "in/xa.txt", "-o", "out").status == 2
    assert yaml.safe_load(target.read_text("utf-8")) == tree


def test_two_documents_of_one_unit_and_period_are_two_files(submitted: Command) -> None:
    (submitted.folder / "in" / "xa-2.txt").write_text(COMMUNE.replace("60%", "70%"), "utf-8")
    assert submitted("ingest", "in", "-o", "out").status == 0
    files = sorted(path.name for path in (submitted.folder / "out").iterdir())
    assert files == ["mau-2021-2025-2.yaml", "mau-2021-2025.yaml", "thu-2021-2025.yaml"]


def test_each_bad_document_is_one_line_and_the_others_are_read(submitted: Command) -> None:
    folder = submitted.folder / "in"
    (folder / "a-empty.txt").write_bytes(b"")
    (folder / "b-letter.txt").write_text(LETTER, "utf-8")
    (folder / "c-cut.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n<<")
    (folder / "d-false.docx").write_bytes(b"PK\x03\x04" + b"\x00" * 40)
    made = submitted("ingest", "in", "-o", "out", "--lang", "en")
    assert made.status == 2
    faults = [line for line in made.err.splitlines() if ":1:1:" in line]
    assert [line.split(":")[0] for line in faults] == [
        "in/a-empty.txt",
        "in/b-letter.txt",
        "in/c-cut.pdf",
        "in/d-false.docx",
    ]
    assert sorted(path.name for path in (submitted.folder / "out").iterdir()) == [
        "mau-2021-2025.yaml",
        "thu-2021-2025.yaml",
    ]


def test_a_document_that_names_no_place_is_a_draft_and_no_audit(submitted: Command) -> None:
    (submitted.folder / "in" / "xa.txt").write_text(NAMELESS, "utf-8")
    assert submitted("ingest", "in/xa.txt").status == 0
    made = submitted("audit", "in", "--lang", "en", "--format", "json")
    assert made.status == 2
    assert "in/xa.txt:1:1: the document does not tell: " in made.err
    assert json.loads(made.out)["summary"]["plans"] == 1


def test_what_a_person_should_know_of_the_reading_is_told_beside_the_drafts(submitted: Command) -> None:
    (submitted.folder / "in" / "xa.txt").write_bytes(COMMUNE.encode("utf-16"))
    made = submitted("ingest", "in/xa.txt", "--lang", "en")
    assert made.status == 0
    assert made.err == "in/xa.txt: the text was read as UTF-16\n"


def test_explain_shows_the_words_behind_each_value(submitted: Command) -> None:
    made = submitted("ingest", "in/xa.txt", "--explain")
    assert made.status == 0
    assert "place: Mẫu, Thử, Ví Dụ" in made.out
    assert "value = 60%  ← «" in made.out


def test_text_of_a_document_never_steers_the_terminal(submitted: Command) -> None:
    hostile = COMMUNE.replace("thanh toán trực tuyến", "thanh toán \x1b[31mtrực tuyến [bold]")
    (submitted.folder / "in" / "xa.txt").write_text(hostile, "utf-8")
    for options in ((), ("--explain",), ("--format", "json")):
        assert "\x1b" not in submitted("ingest", "in/xa.txt", *options).out


def test_explaining_while_reviewing_is_refused(submitted: Command) -> None:
    made = submitted("ingest", "in/xa.txt", "--review", "--explain", "--lang", "en")
    assert made.status == 2
    assert "use only one of --review and --explain" in made.err

"""`cascade ingest` and `cascade audit` on submitted documents, as a reviewer calls them."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest
import yaml

from cascade.report.draft_file import is_as_written
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
    files = sorted(path.name for path in (submitted.folder / "out").glob("*.yaml"))
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


def test_a_draft_tells_an_editor_its_schema_which_lies_beside_it_and_is_no_plan(submitted: Command) -> None:
    assert submitted("ingest", "in", "-o", "out").status == 0
    folder = submitted.folder / "out"
    schema = (folder / "plan.schema.json").read_text("utf-8")
    assert schema == submitted("schema", "plan").out
    for draft in folder.glob("*.yaml"):
        written = draft.read_bytes()
        assert written.startswith(b"# yaml-language-server: $schema=plan.schema.json\nschema: plan/1\n")
        assert is_as_written(written)
    assert submitted("audit", "out", "--format", "json").err == ""
    again = submitted("ingest", "in", "-o", "out", "--lang", "en")
    assert again.status == 0
    assert (folder / "plan.schema.json").read_text("utf-8") == submitted("schema", "plan", "--lang", "en").out
    assert not submitted("ingest", "in/xa.txt").out.startswith("#")


def test_a_file_of_somebody_else_by_the_name_of_the_schema_is_kept_and_not_pointed_to(submitted: Command) -> None:
    (submitted.folder / "out").mkdir()
    (submitted.folder / "out" / "plan.schema.json").write_text("{}", "utf-8")
    assert submitted("ingest", "in/xa.txt", "-o", "out").status == 0
    assert (submitted.folder / "out" / "plan.schema.json").read_text("utf-8") == "{}"
    assert (submitted.folder / "out" / "mau-2021-2025.yaml").read_text("utf-8").startswith("schema: plan/1\n")


def test_documents_are_audited_on_the_fly_and_findings_from_drafts_say_so(submitted: Command) -> None:
    made = submitted("audit", "in", "--format", "json")
    (weaker,) = [f for f in json.loads(made.out)["findings"] if f["rule"] == "weaker-target"]
    assert weaker["draft"] is True
    assert "do máy đọc" in submitted("audit", "in").out


def test_several_drafts_to_the_screen_are_documents_of_one_stream(submitted: Command) -> None:
    drafts = list(yaml.safe_load_all(submitted("ingest", "in").out))
    assert [draft["level"] for draft in drafts] == ["district", "commune"]
    lines = submitted("ingest", "in", "--format", "json").out.splitlines()
    assert [json.loads(line)["level"] for line in lines] == ["district", "commune"]


CALL = ("ingest", "in/xa.txt", "-o", "out", "--lang", "en")
CHANGES = (
    ("review: draft", "review: reviewed"),
    ("value: 60%", "value: 65%"),
    ("schema: plan/1", "# xem lại chỉ tiêu 2\nschema: plan/1"),
    ("confidence: 0.", "confidence: 1."),
    ("# cascade: sha256", "# cascade:"),
)


def test_a_draft_that_nobody_touched_is_written_anew(submitted: Command) -> None:
    target = submitted.folder / "out" / "mau-2021-2025.yaml"
    assert Command(submitted.folder)(*CALL).status == 0
    first = target.read_bytes()
    target.write_bytes(draft_of_before(first))
    assert Command(submitted.folder)(*CALL).status == 0
    assert target.read_bytes() == first


def draft_of_before(written: bytes) -> bytes:
    """The draft as an earlier version of the program, which read less, would have written it."""
    body = written.decode().rpartition("# cascade")[0].replace("value: 60%", "value: 59%")
    return f"{body}# cascade: sha256 {hashlib.sha256(body.encode()).hexdigest()}\n".encode()


@pytest.mark.parametrize(("printed", "changed"), CHANGES)
def test_what_a_person_settled_or_changed_is_never_overwritten(submitted: Command, printed: str, changed: str) -> None:
    target = submitted.folder / "out" / "mau-2021-2025.yaml"
    assert Command(submitted.folder)(*CALL).status == 0
    settled = target.read_text("utf-8").replace(printed, changed)
    assert settled != target.read_text("utf-8")
    target.write_text(settled, "utf-8")
    made = Command(submitted.folder)(*CALL)
    assert made.status == 2
    assert made.err.startswith("out/mau-2021-2025.yaml:1:1: the file was settled or changed")
    assert target.read_text("utf-8") == settled
    assert [path.name for path in target.parent.glob("*.yaml")] == [target.name]


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_the_draft_of_another_document_is_kept_and_told(submitted: Command, form: str) -> None:
    (submitted.folder / "in" / "other.txt").write_text(COMMUNE.replace("60%", "55%"), "utf-8")
    first = submitted.folder / "out" / f"mau-2021-2025.{form}"
    second = submitted.folder / "out" / f"mau-2021-2025-2.{form}"
    assert submitted("ingest", "in/xa.txt", "-o", "out", "--format", form).status == 0
    kept = first.read_bytes()
    made = submitted("ingest", "in/other.txt", "-o", "out", "--format", form, "--lang", "en")
    assert made.status == 0
    assert f"out/{first.name}: kept, it is of another document" in made.err
    assert first.read_bytes() == kept
    assert "55%" in second.read_text("utf-8")
    again = Command(submitted.folder)("ingest", "in/other.txt", "in/xa.txt", "-o", "out", "--format", form)
    assert again.status == 0
    assert sorted(path.name for path in first.parent.glob(f"mau*.{form}")) == sorted([first.name, second.name])
    assert first.read_bytes() == kept


def test_what_is_no_regular_file_is_never_a_draft_to_replace(submitted: Command) -> None:
    (submitted.folder / "out").mkdir()
    os.mkfifo(submitted.folder / "out" / "mau-2021-2025.yaml")
    assert submitted("ingest", "in/xa.txt", "-o", "out").status == 0
    assert (submitted.folder / "out" / "mau-2021-2025-2.yaml").is_file()


def test_two_documents_of_one_unit_and_period_are_two_files(submitted: Command) -> None:
    (submitted.folder / "in" / "xa-2.txt").write_text(COMMUNE.replace("60%", "70%"), "utf-8")
    assert submitted("ingest", "in", "-o", "out").status == 0
    files = sorted(path.name for path in (submitted.folder / "out").glob("*.yaml"))
    assert files == ["mau-2021-2025-2.yaml", "mau-2021-2025.yaml", "thu-2021-2025.yaml"]


def test_each_bad_document_is_one_line_and_the_others_are_read(submitted: Command) -> None:
    folder = submitted.folder / "in"
    (folder / "a-empty.txt").write_bytes(b"")
    (folder / "b-letter.txt").write_text(LETTER, "utf-8")
    (folder / "~$xa.docx").write_bytes(b"lock")
    (folder / "c-cut.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n<<")
    (folder / "d-false.docx").write_bytes(b"PK\x03\x04" + b"\x00" * 40)
    made = submitted("ingest", "in", "-o", "out", "--lang", "en")
    assert made.status == 2
    faults = [line for line in made.err.splitlines() if ":1:1:" in line]
    assert [line.split(":")[0] for line in faults] == [
        "in/a-empty.txt",
        "in/c-cut.pdf",
        "in/d-false.docx",
    ]
    assert "Passed over 2 files that are no plans: nothing of a plan (in/b-letter.txt); lock file" in made.err
    assert sorted(path.name for path in (submitted.folder / "out").glob("*.yaml")) == [
        "mau-2021-2025.yaml",
        "thu-2021-2025.yaml",
    ]


COVERING = (
    "UBND XÃ MẪU\nSố: 15/UBND-VP\nV/v gửi kế hoạch năm 2021\n\nKính gửi: UBND huyện Thử\n\nUBND xã gửi kế hoạch.\n"
)


def test_what_lies_among_plans_is_said_once_and_does_not_change_the_status(submitted: Command) -> None:
    alone = submitted("audit", "in", "--lang", "en")
    folder = submitted.folder / "in"
    for name in ("~$xa.docx", ".~lock.xa.docx#", "all.zip", "so-lieu.xlsx", "xa.tmp"):
        (folder / name).write_bytes(b"PK\x03\x04")
    (folder / "cong-van.txt").write_text(COVERING, "utf-8")
    (folder / "thu.txt").write_text(LETTER, "utf-8")
    made = Command(submitted.folder)("audit", "in", "--lang", "en")
    assert (made.status, made.err) == (alone.status, alone.err)
    line = " ".join(line for line in made.out.splitlines() if line not in alone.out)
    assert line.startswith("Passed over 7 files that are no plans: Công văn (cong-van.txt); ")


def test_a_file_that_is_named_itself_is_never_passed_over(submitted: Command) -> None:
    (submitted.folder / "thu.txt").write_text(LETTER, "utf-8")
    (submitted.folder / "cong-van.txt").write_text(COVERING, "utf-8")
    (submitted.folder / "all.zip").write_bytes(b"PK\x03\x04")
    for call in (("audit", "in", "thu.txt"), ("ingest", "thu.txt"), ("audit", "in", "all.zip")):
        made = submitted(*call, "--lang", "en")
        assert made.status == 2
        assert "Passed over" not in made.err
    letter = submitted("ingest", "cong-van.txt")
    assert letter.status == 0
    assert "code: kind-of-no-plan" in letter.out


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

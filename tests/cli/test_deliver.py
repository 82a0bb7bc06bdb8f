"""Where a report goes: the form that a file's name promises, and what a report never replaces."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from cascade.formats.table import AUDIT
from cascade.reading.reports import PACKED, is_report, is_untouched_report
from tests.cli.command import CORPORA, WEAKER, Command, write
from tests.cli.documents import LETTER

LOCAL = {f"plans/{name}": text for name, text in CORPORA["error"].items()}


@pytest.fixture
def own(tmp_path: Path) -> Command:
    """The command in a folder of its own with one corpus."""
    write(tmp_path, LOCAL)
    return Command(tmp_path)


def test_the_suffix_chooses_the_form_where_none_is_named(own: Command) -> None:
    assert own("audit", "plans", "-o", "r.json") == (1, "", "")
    assert json.loads((own.folder / "r.json").read_text("utf-8"))["format"] == "cascade-audit/1"
    for name in ("r.txt", "r"):
        own("audit", "plans", "-o", name)
        assert (own.folder / name).read_text("utf-8") == own("audit", "plans").out
    assert own("graph", "plans", "-o", "g.dot").status == 0
    assert (own.folder / "g.dot").read_text("utf-8") == own("graph", "plans", "--format", "dot").out


def by_suffix() -> str:
    """What a wrong suffix is answered with: each form of the audit that a suffix chooses, with the suffixes that do."""
    chosen: dict[str, str] = {}
    for name, form in AUDIT.items():
        chosen |= {suffix: name for suffix in form.suffixes if suffix not in chosen}
    said = [(name, " ".join(suffix for suffix, one in chosen.items() if one == name)) for name in AUDIT]
    return ", ".join(f"{suffixes} ({name})" for name, suffixes in said if suffixes)


@pytest.mark.parametrize("name", ["r.pdf", "r.yaml", "r.TXTX", "xa.2023"])
@pytest.mark.parametrize(
    ("call", "known"),
    [
        (("audit", "plans"), by_suffix()),
        (("compare", "xa-mau-2023", "--data", "plans"), ".txt (rich), .json (json)"),
        (("graph", "plans"), ".txt (tree), .mmd .mermaid (mermaid), .dot .gv (dot)"),
    ],
)
def test_a_suffix_of_no_form_is_a_wrong_call_that_names_the_known_ones(
    cascade: Command, call: tuple[str, ...], known: str, name: str
) -> None:
    suffix = Path(name).suffix.lower()
    refused = f"a report cannot be written as a {suffix} file; use {known}, or a name without a suffix"
    made = cascade(*(part.replace("plans", "error") for part in call), "-o", name, "--lang", "en")
    assert made == (2, "", f"Wrong call: {name}: {refused}\nSee: cascade {call[0]} --help\n")
    assert not (cascade.folder / name).exists()


@pytest.mark.parametrize(("form", "name"), [("json", "r.txt"), ("rich", "r.json")])
def test_a_form_and_a_suffix_that_contradict_one_another_are_a_wrong_call(own: Command, form: str, name: str) -> None:
    assert own("audit", "plans", "--format", form, "-o", name).status == 2
    assert not (own.folder / name).exists()


@pytest.mark.parametrize("name", ["notes.txt", "data.json", "LICENSE"])
@pytest.mark.parametrize(
    "call", [("audit", "plans"), ("compare", "xa-mau-2023", "--data", "plans"), ("graph", "plans"), ("rules",)]
)
def test_a_file_that_is_no_report_is_never_replaced(own: Command, call: tuple[str, ...], name: str) -> None:
    for text in (LETTER, '{"a": 1}', "Kiểm tra kế hoạch theo căn cứ\nnăm 2023\n"):
        (own.folder / name).write_text(text, encoding="utf-8")
        made = own._make(*call, "-o", name)
        assert (made.status, made.out) == (2, "")
        assert (own.folder / name).read_text("utf-8") == text
    assert own._make("audit", "plans", "-o", "plans/commune/xa-mau-2023.yaml").status == 2
    assert (own.folder / "plans/commune/xa-mau-2023.yaml").read_text("utf-8") == WEAKER


def test_an_input_is_never_replaced_even_where_it_is_empty(own: Command) -> None:
    (own.folder / "empty.txt").touch()
    made = own("audit", "plans", "empty.txt", "-o", "./empty.txt", "--lang", "en")
    assert made == (2, "", "Wrong call: empty.txt is itself among the files being checked\nSee: cascade audit --help\n")


CALLS = [
    (("audit", "plans", "--lang", lang, "-o", name), status)
    for lang in ("vi", "en")
    for name, status in (("plans/bao-cao.txt", 1), ("plans/report.json", 1))
]


@pytest.mark.parametrize(("call", "status"), CALLS)
def test_a_report_among_the_plans_is_passed_over_and_replaced_by_the_next(
    own: Command, call: tuple[str, ...], status: int
) -> None:
    for _ in range(3):
        assert own._make(*call) == (status, "", "")
    name = call[-1]
    assert own("audit", "plans", name, "--format", "json").status == status
    assert (
        own("audit", "plans", "--format", "json").out
        == own("audit", "plans/district", "plans/commune", "--format", "json").out
    )


def test_a_report_alone_is_no_plan(own: Command) -> None:
    own("audit", "plans", "-o", "r.txt")
    assert own("audit", "r.txt", "--lang", "en", "--format", "json").err == (
        "r.txt:1:1: there is no plan file (.yaml) or document here\n"
    )


def test_several_reports_are_made_in_one_run(own: Command) -> None:
    made = own("audit", "plans", "-o", "r.json", "-o", "r.md", "-o", "r.sarif", "-o", "r.xml")
    assert made == (1, "", "")
    for name, form in (("r.json", "json"), ("r.md", "markdown"), ("r.sarif", "sarif"), ("r.xml", "junit")):
        assert (own.folder / name).read_text("utf-8") == own("audit", "plans", "--format", form).out


def test_the_first_form_belongs_to_the_first_file_and_one_without_a_file_goes_to_the_screen(own: Command) -> None:
    made = own("audit", "plans", "--format", "gitlab", "--format", "concise", "-o", "q.json")
    assert made.out == own("audit", "plans", "--format", "concise").out
    assert (own.folder / "q.json").read_text("utf-8") == own("audit", "plans", "--format", "gitlab").out
    made = own("audit", "plans", "--format", "github", "-o", "-", "-o", "q.md")
    assert made.out == own("audit", "plans", "--format", "github").out
    assert (own.folder / "q.md").read_text("utf-8") == own("audit", "plans", "--format", "markdown").out


@pytest.mark.parametrize(
    ("call", "place"),
    [
        (("--format", "json", "--format", "concise"), "standard output"),
        (("-o", "-", "-o", "-"), "standard output"),
        (("-o", "two.json", "-o", "./two.json"), "two.json"),
    ],
)
def test_two_reports_to_one_place_are_a_wrong_call(own: Command, call: tuple[str, ...], place: str) -> None:
    made = own("audit", "plans", *call, "--lang", "en")
    wrong = f"Wrong call: two reports would go to {place}; give each its own -o\nSee: cascade audit --help\n"
    assert made == (2, "", wrong)
    assert not (own.folder / "two.json").exists()


def test_a_wrong_file_among_several_stops_them_all(own: Command) -> None:
    (own.folder / "mine.md").write_text("# Ghi chép\n", encoding="utf-8")
    assert own("audit", "plans", "-o", "other.json", "-o", "mine.md").status == 2
    assert not (own.folder / "other.json").exists()


@pytest.mark.parametrize("name", ["thư.docx", "bảng.xlsx"])
def test_an_office_file_is_replaced_until_somebody_has_written_in_it(own: Command, name: str) -> None:
    core = "<cp:coreProperties><cp:keywords>cascade-audit/1</cp:keywords><cp:lastModifiedBy>{}</cp:lastModifiedBy>"
    other = (2026, 1, 12, 8, 0, 0)
    for writer, when, free in (("cascade", PACKED, True), ("Nguyễn A", PACKED, False), ("cascade", other, False)):
        with zipfile.ZipFile(own.folder / name, "w") as package:
            package.writestr(zipfile.ZipInfo("docProps/core.xml", when), core.format(writer))
        assert is_report(own.folder / name)
        assert is_untouched_report(own.folder / name) is free
    with zipfile.ZipFile(own.folder / name, "w") as package:
        package.writestr("docProps/core.xml", "<cp:coreProperties><dc:title>cascade-audit/1</dc:title>")
    assert not is_report(own.folder / name)
    (own.folder / name).write_bytes(b"PK\x03\x04 broken")
    assert not is_report(own.folder / name)


def test_an_empty_file_is_written_to_and_keeps_its_mode(own: Command) -> None:
    (own.folder / "r.txt").touch(mode=0o600)
    assert own("audit", "plans", "-o", "r.txt").status == 1
    assert (own.folder / "r.txt").stat().st_mode & 0o777 == 0o600


def test_the_suffix_chooses_the_form_of_a_comparison_too(own: Command) -> None:
    call = ("compare", "xa-mau-2023", "--data", "plans")
    assert own(*call, "-o", "r.json") == (0, "", "")
    written = (own.folder / "r.json").read_text("utf-8")
    assert json.loads(written)["format"] == "cascade-compare/1"
    assert written == own(*call, "--format", "json").out
    assert own(*call, "-o", "r.json").status == 0  # an earlier report is replaced
    own(*call, "-o", "r.txt")
    assert (own.folder / "r.txt").read_text("utf-8") == own(*call).out

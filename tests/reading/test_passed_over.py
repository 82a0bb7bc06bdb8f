from __future__ import annotations

from pathlib import Path

import pytest

from cascade.model.words import Words
from cascade.reading.passed_over import PassedOver, kind_by_name, said

SHEET = Words("bảng tính", "spreadsheet")


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("~$ke-hoach.docx", "lock file"),
        (".~lock.ke-hoach.docx#", "lock file"),
        ("VAN-BAN.ZIP", "archive"),
        ("so-lieu.xlsx", "spreadsheet"),
        ("hop.pptx", "presentation"),
        ("logo.gif", "picture"),
        ("ke-hoach.tmp", "temporary file"),
        ("ke-hoach.docx~", "temporary file"),
        ("ke-hoach.docx", None),
        ("xa-mau.yaml", None),
        ("anh.png", None),
    ],
)
def test_what_is_no_plan_by_its_name(name: str, english: str | None) -> None:
    kind = kind_by_name(name)
    assert (kind.en if kind else None) == english


def test_all_is_said_on_one_line_by_kind_in_both_languages() -> None:
    files = [PassedOver(f"{number}.xlsx", SHEET) for number in range(7)]
    files += [PassedOver("thu.docx", Words("Công văn", "Official letter")), files[0]]
    assert said(files, "en") == (
        "Passed over 8 files that are no plans: Official letter (thu.docx); "
        "spreadsheet (0.xlsx, 1.xlsx, 2.xlsx, 3.xlsx, 4.xlsx, … (+2))"
    )
    assert said(files, "vi").startswith("Bỏ qua 8 tệp không phải kế hoạch: Công văn (thu.docx); bảng tính (0.xlsx")


def test_names_never_break_the_line(tmp_path: Path) -> None:
    from cascade.reading.plans import files_at

    (tmp_path / "a\nb.zip").write_bytes(b"PK")
    (tmp_path / "xa.yaml").write_text("schema: plan/1\n")
    aside: list[PassedOver] = []
    assert [path.name for path in files_at([tmp_path], frozenset(), [], aside=aside)] == ["xa.yaml"]
    assert "\n" not in said(aside, "vi")

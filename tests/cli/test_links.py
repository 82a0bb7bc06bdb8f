"""What strangers submit prints no file of the machine, and no command into the log of a CI."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.cli.command import DISTRICT, STALE, WEAKER, Command, write
from tests.cli.documents import COMMUNE

SECRET = "mat-khau-cua-may"  # noqa: S105 - what no report may hold
DRAFT = STALE.replace("review: reviewed", "review: draft").replace("area: 2,", "area: 2, doubt: xem lại,")


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder of plans with links of every kind that lead out of it, in a repository of git."""
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "secret.yaml").write_text(f"{SECRET}: [{SECRET}]\n", "utf-8")
    (kept / "secret.txt").write_text(f"{SECRET}\n" * 9, "utf-8")
    plans = tmp_path / "plans"
    write(plans, {"huyen-thu-2021-2025": DISTRICT, "xa-mau-2023": WEAKER.replace("xa-mau.txt", "source.txt")})
    links = {
        "decisions.yaml": "secret.yaml",
        "a.yaml": "secret.yaml",
        "b.txt": "secret.txt",
        "source.txt": "secret.txt",
    }
    for name, target in links.items():
        (plans / name).symlink_to(kept / target)
    (plans / "folder").symlink_to(kept)
    git = ["git", "-C", str(tmp_path), "-c", "user.email=a@example.invalid", "-c", "user.name=a"]
    for call in (["init", "-q"], ["add", "plans"], ["commit", "-qm", "a"]):
        subprocess.run([*git, *call], check=True, capture_output=True)
    return tmp_path


def test_no_command_prints_what_a_link_out_of_the_folder_leads_to(outside: Path) -> None:
    cascade = Command(outside)
    for call in (
        ("audit", "plans", "--full", "--sources", "plans"),
        ("audit", "plans", "--since", "HEAD", "--format", "concise"),
        ("ingest", "plans"),
    ):
        made = cascade(*call)
        assert SECRET not in made.out + made.err
        assert "Traceback" not in made.err
        assert made.status == 2
    told = cascade("audit", "plans", "--since", "HEAD", "--format", "concise").out
    assert all(f"plans/{name}:1:1" in told for name in ("decisions.yaml", "a.yaml", "b.txt", "folder"))


@pytest.mark.parametrize("linked", [True, False])
def test_a_draft_shows_no_file_that_does_not_lie_beside_it(outside: Path, linked: bool) -> None:
    drafts = outside / "drafts"
    drafts.mkdir()
    if linked:
        (drafts / "xa-mau.txt").symlink_to(outside / "kept" / "secret.txt")
    else:
        (outside / "xa-mau.txt").write_text(f"{SECRET}\n" * 9, "utf-8")
    (drafts / "xa-mau-2023.yaml").write_text(DRAFT, "utf-8")
    made = Command(outside)("ingest", "--review", "drafts/xa-mau-2023.yaml")
    assert "Công khai TTHC" in made.out
    assert SECRET not in made.out


def test_no_line_of_a_log_is_a_command(tmp_path: Path) -> None:
    acting = "::error::x ##[error]x " * 20
    write(
        tmp_path,
        {"huyen-thu-2021-2025": DISTRICT, "::error ::xa": WEAKER.replace("text: Thanh", f'text: "{acting}" #')},
    )
    (tmp_path / "::warning::b.txt").write_bytes(b"")
    (tmp_path / "a.txt").write_text(COMMUNE.replace("1. Mục tiêu", f"1. {acting} Mục tiêu"), "utf-8")
    cascade = Command(tmp_path)
    calls = (("audit", ".", "--full"), ("audit", ".", "--format", "concise"), ("stats", "."))
    for made in (cascade.together(calls)(*call) for call in calls):
        assert re.findall(r"^\s*::.*|##\[", made.out + made.err, re.M) == []

"""Starting without a terminal's habits: a folder that is dropped, chosen or typed becomes a page that opens."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from types import ModuleType

import pytest

from cascade.cli import start
from tests.cli.command import CORPORA, write


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that are opened; there are no windows, and nobody types."""
    pages: list[str] = []

    def open_page(page: str) -> bool:
        pages.append(page)
        return True

    monkeypatch.setattr("webbrowser.open", open_page)
    monkeypatch.setitem(sys.modules, "tkinter", None)
    monkeypatch.setattr("sys.stdin", StringIO())
    return pages


def started(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int | str | None:
    monkeypatch.setattr("sys.argv", ["cascade.pyz", *arguments])
    with pytest.raises(SystemExit) as left:
        start.main()
    return left.value.code


def typing(text: str) -> Callable[[str], str]:
    return lambda _: text


def test_a_dropped_folder_becomes_a_page_and_the_status_is_the_audits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[str]
) -> None:
    write(tmp_path, CORPORA["error"])
    assert started(monkeypatch, str(tmp_path)) == 1
    assert opened == [(tmp_path / start.PAGE).as_uri()]
    assert started(monkeypatch, str(tmp_path)) == 1  # the page of before is no plan, and is replaced


def test_a_typed_folder_may_stand_in_quotes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[str]) -> None:
    write(tmp_path / "kế hoạch", CORPORA["clean"])
    monkeypatch.setattr("builtins.input", typing(f'"{tmp_path / "kế hoạch"}"\n'))
    assert started(monkeypatch) == 0
    assert len(opened) == 1


def test_a_folder_is_chosen_in_a_window_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[str]
) -> None:
    write(tmp_path, CORPORA["clean"])
    windows = ModuleType("tkinter")
    dialogs = ModuleType("tkinter.filedialog")
    vars(dialogs)["askdirectory"] = lambda title: str(tmp_path) if title else ""
    window = type("Tk", (), {"withdraw": lambda _: None, "destroy": lambda _: None})
    vars(windows).update(Tk=window, TclError=RuntimeError, filedialog=dialogs)
    monkeypatch.setitem(sys.modules, "tkinter", windows)
    assert started(monkeypatch) == 0
    assert len(opened) == 1
    vars(dialogs)["askdirectory"] = lambda title: ""  # noqa: ARG005 - as tkinter calls it
    assert started(monkeypatch) == 2


def test_a_folder_without_plans_opens_nothing_that_was_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[str]
) -> None:
    assert started(monkeypatch, str(tmp_path)) == 2
    assert len(opened) == int((tmp_path / start.PAGE).exists())


def test_anything_else_is_the_command(monkeypatch: pytest.MonkeyPatch, opened: list[str]) -> None:
    assert started(monkeypatch, "--version") == 0
    assert started(monkeypatch, "no-such-folder") == 2
    assert opened == []

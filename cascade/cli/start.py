"""To begin without a terminal's habits: a folder of plans, dropped here or asked for, becomes a page that opens.

The file that is built for people who have no installation (`tools/pyz.py`) begins here. With anything but one
folder it is the command `cascade`.
"""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path

from cascade.cli.main import main as command
from cascade.cli.usage import say

PAGE = "bao-cao-cascade.html"
"""The name of the page, in the folder of the plans; the next run passes it over and replaces it."""


def main() -> None:
    """Audit the folder that is named or asked for and open the page; leave with the status of the audit."""
    arguments = sys.argv[1:]
    if len(arguments) > 1 or (arguments and not Path(arguments[0]).is_dir()):
        command(arguments)
    folder = Path(arguments[0]) if arguments else _asked()
    if folder is None:
        sys.exit(2)
    status = _audit(folder, folder / PAGE)
    if sys.stdin.isatty():
        input(say("Nhấn Enter để đóng.", "Press Enter to close."))
    sys.exit(status)


def _audit(folder: Path, page: Path) -> int:
    before = page.stat().st_mtime_ns if page.exists() else None
    try:
        command(["audit", str(folder), "-o", "-", "-o", str(page), "--format", "rich", "--format", "html"])
    except SystemExit as leave:
        status = leave.code if isinstance(leave.code, int) else 2
    if page.exists() and page.stat().st_mtime_ns != before:
        webbrowser.open(page.resolve().as_uri())
    return status


def _asked() -> Path | None:
    """The folder that a person chooses in a window, or, where there is none, writes or drops into the terminal."""
    title = say("Chọn thư mục kế hoạch", "Choose the folder of plans")
    chosen = _in_a_window(title)
    if chosen is None:
        chosen = _typed(title)
    return Path(chosen) if chosen else None


def _in_a_window(title: str) -> str | None:
    """What is chosen, empty where the window is closed; None where there are no windows."""
    try:
        from tkinter import TclError, Tk, filedialog
    except ImportError:
        return None
    try:
        window = Tk()
    except TclError:
        return None
    window.withdraw()
    chosen = filedialog.askdirectory(title=title)
    window.destroy()
    return str(chosen or "")


def _typed(title: str) -> str:
    try:
        return input(f"{title}: ").strip().strip('"')
    except EOFError:
        return ""

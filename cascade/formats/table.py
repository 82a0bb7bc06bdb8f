"""The table of forms: what each is called, which files hold it, what it needs of the result.

A form is a module of this package with one function `render(result, lang)`, which gives the whole report as bytes.
A new one is a file here, a line in the table, and where it cannot be told from other files by its beginning yet,
a line in `cascade.reading.reports`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

import msgspec

from cascade.model.words import Words
from cascade.result.result import Need

Render = Callable[..., bytes]
"""`render(result, lang)`; of a drawn form also `screen=`: the page that it is drawn on."""
RenderEach = Callable[..., Mapping[str, bytes]]
"""`render_each(result, lang)`: files by name; of a form made into the originals also `originals`."""


class Form(msgspec.Struct, frozen=True):
    """One form. `suffixes`: of the files that hold it, in small letters; a form without any is written to standard
    output, or to a file whose name has none. `drawn`: for people at a terminal, in its width and colours.
    `binary`: not for a terminal's eyes, so it needs a file. `folder`: a file a plan where a folder is named;
    `originals`: these files are the submitted documents with remarks in them, and there is no one report of all.
    `counts`: it tells how many findings there are, not which."""

    name: str
    suffixes: tuple[str, ...]
    module: str
    about: Words
    needs: frozenset[Need] = frozenset()
    drawn: bool = False
    binary: bool = False
    folder: bool = False
    originals: bool = False
    counts: bool = False

    @property
    def render(self) -> Render:
        """The function; what it takes is imported now and not before."""
        found: Render = import_module(f"cascade.formats.{self.module}").render
        return found

    @property
    def render_each(self) -> RenderEach:
        """The function that makes a file a plan, of a form that goes into a folder."""
        found: RenderEach = import_module(f"cascade.formats.{self.module}").render_each
        return found


def _table(*forms: Form) -> Mapping[str, Form]:
    return {form.name: form for form in forms}


COMPARISONS: frozenset[Need] = frozenset(("comparisons",))
EVERYTHING: frozenset[Need] = frozenset(("comparisons", "because"))

AUDIT = _table(
    Form("rich", (".txt",), "audit_text", Words("bản đọc trên màn hình", "for reading on a terminal"), drawn=True),
    Form("json", (".json",), "audit_json", Words("cho chương trình khác", "for other programs")),
    Form("markdown", (".md",), "markdown", Words("tóm tắt của một lượt CI", "the summary of a CI job")),
    Form("html", (".html",), "html", Words("trang web một tệp", "a page in one file"), EVERYTHING),
    Form("concise", (".txt",), "concise", Words("mỗi điểm một dòng", "one line a finding")),
    Form("github", (".txt",), "github", Words("chú thích của GitHub Actions", "annotations of GitHub Actions")),
    Form("gitlab", (".json",), "gitlab", Words("Code Quality của GitLab", "GitLab's Code Quality")),
    Form("sarif", (".sarif", ".json"), "sarif", Words("SARIF 2.1.0", "SARIF 2.1.0")),
    Form("junit", (".xml",), "junit", Words("JUnit XML", "JUnit XML")),
    Form("xlsx", (".xlsx",), "workbook", Words("bảng tính (Excel)", "a workbook (Excel)"), COMPARISONS, binary=True),
    Form("docx", (".docx",), "letter", Words("dự thảo góp ý", "drafts of letters"), binary=True, folder=True),
    Form(
        "docx-comments",
        (".docx",),
        "docx_comments",
        Words("văn bản gốc kèm nhận xét", "the submitted document with comments"),
        binary=True,
        folder=True,
        originals=True,
    ),
    Form("badge", (".svg",), "badge", Words("huy hiệu", "a badge"), counts=True),
)
"""The forms of `cascade audit`, the usual one first: of the forms with one suffix the first is meant by it."""

COMPARISON = _table(
    Form("rich", (".txt",), "comparison_text", AUDIT["rich"].about, EVERYTHING, drawn=True),
    Form("json", (".json",), "comparison_json", AUDIT["json"].about, EVERYTHING),
)
"""The forms of `cascade compare`."""

STATS = _table(
    Form("rich", (".txt",), "stats_text", AUDIT["rich"].about, frozenset(("comparisons",)), drawn=True),
    Form("json", (".json",), "stats_json", AUDIT["json"].about, frozenset(("comparisons",))),
)
"""The forms of `cascade stats`."""

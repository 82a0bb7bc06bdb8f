"""Words of the language are data under `rules/`: code that spells one out is listed here, with why.

Comments, docstrings and what is said to people (`Words`, `say`, and the modules of messages) do not count.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.support import ROOT

MARKED = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
WORD = re.compile(rf"(?<!\\)[^\W\d_]*[{MARKED}][^\W\d_]*", re.IGNORECASE)
CLASS = re.compile(r"\[[^\]]*\]")
SAID = {"Words", "say", "_key"}

ALLOWED = {
    "messages that are put together before they are said": """
        checks/nearest.py checks/own/deadline.py cli/audit.py cli/draft_review.py cli/explain.py cli/forms.py
        cli/load.py cli/options.py cli/since.py cli/usage.py model/measure.py model/naming.py""",
    "earlier reports in forms that hold no mark are told by how they begin": "reading/reports.py",
    "the alphabet, syllables and damaged letters, which no reviewer changes": """
        documents/encoding.py documents/clean.py documents/respaced.py restore/health.py
        restore/labels.py""",
    "the syntax of plan files, which has the words of the plans": "model/bound.py model/due.py",
    "invented examples": "model/own_rule.py model/rule.py formats/schema_words.py",
    "names that are built of parts": """
        ingest/heading/head.py ingest/heading/letterhead.py ingest/heading/places.py ingest/heading/title.py
        ingest/heading/units.py ingest/heading/nature.py ingest/citations/beside.py lexicon/issuers.py lexicon/titles.py
        lexicon/numbers.py restore/restore.py""",
    "patterns of grammar, of which the words are not yet data": """
        ingest/flattened/marks.py ingest/flattened/pieces.py ingest/heading/casing.py ingest/outline/outline.py
        ingest/outline/paragraphs.py ingest/tables/columns.py ingest/tables/indicators.py ingest/tables/values.py
        ingest/targets/commitment.py ingest/targets/subject.py ingest/targets/targets.py ingest/tasks/gathered.py
        ingest/tasks/tasks.py lexicon/bodies.py lexicon/deadlines.py lexicon/horizon.py lexicon/quantities.py
        lexicon/spans.py lexicon/when.py verdicts/scope.py""",
}


def spelt(tree: ast.Module) -> Iterator[str]:
    """The words of the language that the literals of a module spell out."""
    aside = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in SAID:
            aside |= {id(inner) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in aside:
            yield from (word for word in WORD.findall(CLASS.sub(" ", node.value)) if len(word) > 1)


def test_words_of_the_language_stand_in_rules() -> None:
    folder = ROOT / "cascade"
    found = {
        path.relative_to(folder).as_posix(): words
        for path in sorted(folder.rglob("*.py"))
        if (words := sorted(set(spelt(ast.parse(path.read_text("utf-8"))))))
    }
    allowed = {name for names in ALLOWED.values() for name in names.split()}
    assert {name: words for name, words in found.items() if name not in allowed} == {}
    assert allowed - set(found) == set(), "no longer needed"


def test_a_word_is_seen_in_a_pattern_and_neither_a_letter_nor_what_is_said() -> None:
    code = '"""Văn bản."""\na = rf"(?:tháng|năm)\\s{x}"\nb = "[à-ỹđ]|đ"\nc = Words("tỉnh", "province")\n# huyện\n'
    assert sorted(spelt(ast.parse(code))) == ["năm", "tháng"]


def test_no_path_of_the_list_is_named_twice() -> None:
    names = [name for files in ALLOWED.values() for name in files.split()]
    assert len(names) == len(set(names))
    assert all(Path(ROOT / "cascade" / name).is_file() for name in names)

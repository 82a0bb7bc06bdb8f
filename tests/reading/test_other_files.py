from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from cascade.model.words import Words
from cascade.reading.plans import Corpus, Documents, PlanRead, read_corpus
from cascade.reading.rules import builtin_rules
from tests.reading.files import HEAD, read
from tests.support import ROOT, domain

OWN_RULE = "own rule, to be given by --rules"
DECISIONS = "decisions, to be given by --decisions"
SETTINGS = "settings, to be given by --config"
RULES = "file of a rules folder, to be given by --rules"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *((path.read_text("utf-8"), RULES) for path in sorted(builtin_rules().glob("*.yaml"))),
        *((path.read_text("utf-8"), OWN_RULE) for path in sorted((ROOT / "examples/rules").glob("*.yaml"))),
        ("schema: decisions/1\ndecisions: []\n", DECISIONS),
        ("id: thu\ntitle: Thử\neach: task\nmust: {has: [lead]}\n", OWN_RULE),
        ("decisions: []\n", DECISIONS),
        ("fail-on: error\nignore: [late-task]\n", SETTINGS),
    ],
)
def test_a_file_of_cascade_that_is_no_plan_is_one_note(text: str, kind: str) -> None:
    found = read(text)
    assert found.plan is None
    assert found.aside is not None
    assert found.aside.en == kind
    (fault,) = found.faults
    assert fault.message("en") == f"the file is no plan: {kind}"
    assert fault.message("vi") == f"tệp không phải là kế hoạch: {found.aside.vi}"


@pytest.mark.parametrize("text", [HEAD, HEAD.replace("plan/1", "plans/1"), f"{HEAD[15:]}decisions: []\n", "a: b\n"])
def test_nothing_else_is_taken_for_one(text: str) -> None:
    assert read(text).aside is None


def test_in_a_folder_they_are_passed_over_and_those_that_are_named_are_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name in ("quy-tac", "xa-mau-2023"):
        text = HEAD if name == "xa-mau-2023" else "schema: own-rule/1\nid: thu\n"
        (tmp_path / "a" / f"{name}.yaml").write_text(text, "utf-8")
    settled = tmp_path / "cascade.toml"
    settled.write_text("exit-zero = true\n")
    corpus = corpus_of(tmp_path)
    assert [one.kind.en for one in corpus.passed_over] == [OWN_RULE]
    assert (list(corpus.plans), corpus.faults) == (["xa-mau-2023"], ())
    named = corpus_of(tmp_path / "a/quy-tac.yaml", settled)
    assert [(fault.code, dict(fault.facts)["kind"]) for fault in named.faults] == [
        ("other-file", Words("quy tắc riêng, nêu bằng --rules", OWN_RULE)),
        ("other-file", Words("tệp cấu hình, nêu bằng --config", SETTINGS)),
    ]


def corpus_of(*paths: Path) -> Corpus:
    def nothing(files: Iterable[Path]) -> Iterable[PlanRead]:
        assert not list(files)
        return ()

    return read_corpus(paths, domain(), documents=Documents(frozenset((".docx",)), nothing))

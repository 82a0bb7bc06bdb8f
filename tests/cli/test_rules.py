"""`cascade rules`: the list, one rule explained, the examples run."""

from __future__ import annotations

from pathlib import Path

from cascade.checks.registry import CHECKS
from tests.cli.command import Command, write
from tests.support import ROOT, domain, rule


def test_the_list_has_every_rule_once_under_its_family(cascade: Command) -> None:
    made = cascade("rules", "--lang", "en")
    assert (made.status, made.err) == (0, "")
    first = [line.split(" ", 1)[0] for line in made.out.splitlines() if line and not line.startswith(" ")]
    assert sorted(first) == sorted(["Targets", "Tasks", "Citations", "Plans", *CHECKS])
    for family, last in (("Targets", "weaker-target"), ("Citations", "skipped-level")):
        assert first.index(family) < first.index(last)
    assert first.index("weaker-target") < first.index("Tasks")


def test_a_rule_explains_itself(cascade: Command) -> None:
    made = cascade("rules", "weaker-target", "--lang", "en", COLUMNS="400")
    assert (made.status, made.err) == (0, "")
    told = rule("weaker-target")
    for words in (told.title, told.scope, told.rationale, told.message, told.suggestion):
        assert words.en in made.out
    for example in (*told.fires, *told.silent):
        assert f"  - {example.about.en}\n" in made.out
    assert "  To correct: a target that names this level\n" in made.out


def test_a_rule_shows_its_parameters(cascade: Command) -> None:
    given = rule("duplicate-item").parameters
    assert given
    shown = ", ".join(f"{name} = {value:g}" for name, value in given.items())
    assert f"Tham số\n  {shown}\n" in cascade("rules", "duplicate-item").out


def test_a_mistyped_rule_is_a_wrong_call_with_the_nearest_name(cascade: Command) -> None:
    assert cascade("rules", "weaker-tagret") == (
        2,
        "",
        "Gọi sai lệnh: không có quy tắc «weaker-tagret»; có phải «weaker-target» không?\nXem: cascade rules --help\n",
    )


def test_check_runs_every_example_of_every_rule(cascade: Command) -> None:
    shipped = domain().rules.values()
    examples = sum(len(one.fires) + len(one.silent) for one in shipped)
    assert cascade("rules", "--check", "--lang", "en") == (
        0,
        f"{len(CHECKS)} rules, {examples} examples: all as they should be.\n",
        "",
    )


def test_check_names_the_examples_that_do_not_do_what_they_say(tmp_path: Path) -> None:
    head = (ROOT / "rules/misplaced-file.yaml").read_text(encoding="utf-8").partition("\nfires:")[0]
    one, two = "about: {vi: một, en: one}, child: {}", "about: {vi: hai, en: two}, child: {folder: district}"
    write(
        tmp_path / "own", {"misplaced-file": f"{head}\nfires: [{{{one}}}, {{{two}}}]\nsilent: [{{{one}}}, {{{two}}}]\n"}
    )
    made = Command(tmp_path)("rules", "--check", "--rules", "own", "--lang", "en")
    assert (made.status, made.out) == (1, "")
    told = made.err.splitlines()
    assert len(told) == 2
    assert told[0] == "misplaced-file: one: must fire but stays silent"
    assert told[1].startswith("misplaced-file: two: must stay silent but says: The file stands in the folder district")

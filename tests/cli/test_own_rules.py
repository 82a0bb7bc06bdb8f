"""Rules of one's own: found beside the plans, by option or by the settings; their findings are like any other."""

from __future__ import annotations

import json

import pytest

from tests.cli.command import COMMUNE, DISTRICT, Command, write
from tests.support import ROOT

RULE = ROOT / "examples/rules/bao-cao-truoc-15-12.yaml"
ID = RULE.stem
LATE = COMMUNE + 'tasks: [{id: "b", text: Báo cáo định kỳ, area: 7, due: 20/12/2023, lines: 4}]\n'


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Command:
    """A folder of plans with a rule beside them, and a rule that cannot be read elsewhere."""
    folder = tmp_path_factory.mktemp("own")
    text = RULE.read_text(encoding="utf-8")
    write(folder / "plans", {"district/huyen-thu-2021-2025": DISTRICT, "commune/xa-mau-2023": LATE})
    write(folder, {f"plans/rules/{ID}": text, f"sai/{ID}": text.replace("level: commune", "level: comune", 1)})
    return Command(folder)


def test_rules_beside_the_plans_judge_them_and_are_no_plans(own: Command) -> None:
    made = own("audit", "plans", "--format", "json", "--fail-on", "warning")
    found = json.loads(made.out)
    assert (made.status, made.err, found["errors"]) == (1, "", [])
    assert [finding["rule"] for finding in found["findings"]] == [ID]


def test_a_finding_of_one_s_own_is_set_aside_by_a_baseline_and_let_stand_by_a_decision(own: Command) -> None:
    assert own("baseline", "plans", "-o", "moc.json").status == 0
    assert json.loads(own("audit", "plans", "--baseline", "moc.json", "--format", "json").out)["findings"] == []
    waived = f"plan: xa-mau-2023, rule: {ID}, item: b, waived: Sở đồng ý, by: Phòng CCHC, on: 2023-01-12"
    write(own.folder, {"kl": f"schema: decisions/1\ndecisions: [{{{waived}}}]\n"})
    found = json.loads(own("audit", "plans", "--decisions", "kl.yaml", "--format", "json").out)
    assert (found["findings"], found["errors"]) == ([], [])


def test_a_rule_explains_itself_where_the_settings_say_that_the_plans_are(own: Command) -> None:
    (own.folder / "cascade.toml").write_text('paths = ["plans"]\n', encoding="utf-8")
    made = own("rules", ID, "--lang", "en")
    (own.folder / "cascade.toml").unlink()
    assert (made.status, made.err) == (0, "")
    assert "Periodic report without a deadline by 15 December" in made.out


def test_a_rule_that_cannot_be_read_is_told_with_its_place_and_the_rest_is_audited(own: Command) -> None:
    made = own("audit", "plans/district", "plans/commune", "--rules", "sai", "--format", "json")
    assert made.status == 2
    assert made.err.startswith(f"sai/{ID}.yaml:9:13: ")
    assert len(json.loads(made.out)["plans"]) == 2


def test_the_ids_of_one_s_own_rules_are_completed(own: Command) -> None:
    call = "cascade audit --rules plans/rules --ignore bao"
    made = own(_CASCADE_COMPLETE="bash_complete", COMP_WORDS=call, COMP_CWORD="5")
    assert made.out == f"plain,{ID}\n"

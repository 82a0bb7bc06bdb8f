"""Every rule belongs to exactly one kind of trouble, and every kind can be asked for in both languages."""

from __future__ import annotations

from collections import Counter

from cascade.report.kinds import BASIS, GROUPS, KINDS, QUOTED, WITHIN, kind_of
from cascade.result.result import FindingView, RuleView
from tests.formats.forms import golden
from tests.support import domain


def test_a_rule_that_kinds_name_is_one_and_belongs_to_one_kind() -> None:
    counted = Counter(rule for kind in KINDS for rule in kind.rules)
    assert set(counted) <= set(domain().rules)
    assert set(counted.values()) == {1}
    assert set(counted) >= QUOTED


def test_a_rule_that_no_kind_names_goes_by_its_family() -> None:
    import msgspec

    result = golden()
    own = msgspec.structs.replace(result.findings[0], rule="own-rule")

    def asked(family: str) -> FindingView:
        view: RuleView = msgspec.structs.replace(next(iter(result.rules.values())), id="own-rule", family=family)
        assert kind_of(own, msgspec.structs.replace(result, rules={"own-rule": view})) is expected[family]
        return own

    expected = {"citations": BASIS, "targets": WITHIN, "tasks": WITHIN, "plans": WITHIN}
    for family in expected:
        asked(family)


def test_kinds_are_asked_for_in_ascii_and_by_no_name_twice() -> None:
    names = [name for kind in KINDS for name in (kind.id, kind.name)]
    assert len(set(names)) == len(names)
    assert all(name.isascii() and name == name.lower() and name in GROUPS for name in names)
    assert len(GROUPS["chua-thay"]) == len(GROUPS["missing"]) == 2

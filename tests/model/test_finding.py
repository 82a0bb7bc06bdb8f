from __future__ import annotations

from cascade.model.finding import Item, fingerprint


def test_a_fingerprint_is_sixteen_hexadecimal_digits_that_never_change() -> None:
    assert fingerprint("weaker-target", "xa-mau-2023", "2.3.a-5") == "7ecfe05040dd70f4"


def test_fingerprints_tell_apart_where_one_id_ends_and_the_next_begins() -> None:
    assert fingerprint("ab", "c") != fingerprint("a", "bc")


def test_items_order_by_plan_then_kind_then_number() -> None:
    items = [Item("a", "plan"), Item("a", "target", 2), Item("a", "target", 10), Item("a", "task", 0), Item("b")]
    assert sorted({*items}) == items

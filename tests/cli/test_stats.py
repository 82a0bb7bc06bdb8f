"""`cascade stats`: what became of the targets and tasks above, in both forms."""

from __future__ import annotations

import json

from tests.cli.command import Command


def test_the_figures_for_people_and_for_programs(cascade: Command) -> None:
    shown, told = cascade("stats", "error"), cascade("stats", "error", "--format", "json", "--lang", "en")
    assert (shown.status, shown.err, told.status, told.err) == (0, "", 0, "")
    assert shown.out.startswith("THỐNG KÊ THỰC HIỆN KẾ HOẠCH CẤP TRÊN\n\nCấp xã · 1 kế hoạch được đối chiếu\n")
    report = json.loads(told.out)
    assert report["format"] == "cascade-stats/1"
    (level,) = report["levels"]
    assert (level["level"], level["plans"]) == ("commune", 1)
    assert level["whole"]["targets"]["weaker"] == sum(level["whole"]["targets"].values()) == 1
    assert [area["name"] for area in level["areas"]] == ["Administrative procedures"]


def test_what_cannot_be_read_and_what_cannot_be_compared_end_with_2(cascade: Command) -> None:
    broken = cascade("stats", "error-and-broken", "--lang", "en")
    assert broken.status == 2
    assert "error-and-broken/district/huyen-hong.yaml:5:8: " in broken.err
    assert "Commune · 1 plans compared" in broken.out
    alone = cascade("stats", "error/district")
    assert (alone.status, alone.err) == (2, "")
    assert "CHƯA ĐỐI CHIẾU" in alone.out


def test_saved_figures_are_replaced_and_nothing_else_is(cascade: Command) -> None:
    for name in ("figures.txt", "figures.json"):
        for _ in range(2):
            assert cascade("stats", "error", "-o", name).status == 0
    assert cascade("audit", "error", "-o", "figures.txt").status == 1

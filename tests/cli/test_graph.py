"""`cascade graph` in its three forms."""

from __future__ import annotations

import pytest

from tests.cli.command import Command

TREE = """\
 huyen-thu-2021-2025  01/KH-UBND of UBND huyện Thử [excerpt only]
   xa-mau-2023  09/KH-UBND of UBND xã Mẫu [full text on file]
"""
MERMAID = """\
%% cascade-graph/1
flowchart BT
  p0["01/KH-UBND of UBND huyện Thử<br/>CCHC nhà nước huyện Thử giai đoạn 2021-2025"]:::excerpt
  p1["09/KH-UBND of UBND xã Mẫu<br/>CCHC nhà nước xã Mẫu năm 2023"]:::full
  p1 ==> p0
  classDef cited stroke-dasharray: 4 3
  classDef excerpt stroke-dasharray: 8 2
"""
DOT = """\
digraph cascade {
  rankdir=BT;
  node [shape=box];
  "huyen-thu-2021-2025" [label="01/KH-UBND of UBND huyện Thử", style=dashed];
  "xa-mau-2023" [label="09/KH-UBND of UBND xã Mẫu", style=solid];
  "xa-mau-2023" -> "huyen-thu-2021-2025" [style=bold];
}
"""


@pytest.fixture(scope="module", autouse=True)
def drawn(cascade: Command) -> None:
    call = ("graph", "error", "--lang", "en")
    cascade.together([call, (*call, "--format", "mermaid"), (*call, "--format", "dot")])


def test_the_tree_is_what_is_drawn_unless_another_form_is_asked_for(cascade: Command) -> None:
    assert cascade("graph", "error", "--lang", "en") == (0, TREE, "")


def test_mermaid_has_a_node_a_plan_and_a_thick_arrow_to_what_it_carries_out(cascade: Command) -> None:
    assert cascade("graph", "error", "--lang", "en", "--format", "mermaid") == (0, MERMAID, "")


def test_dot_has_a_node_a_plan_and_a_bold_arrow_to_what_it_carries_out(cascade: Command) -> None:
    assert cascade("graph", "error", "--lang", "en", "--format", "dot") == (0, DOT, "")


def test_a_broken_plan_gives_status_2_and_the_rest_is_drawn(cascade: Command) -> None:
    made = cascade("graph", "error-and-broken", "--lang", "en")
    assert (made.status, made.out) == (2, TREE)
    assert len(made.err.splitlines()) == 2

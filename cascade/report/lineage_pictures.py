"""The graph of plans as a tree for the terminal, and as mermaid or dot for other programs."""

from __future__ import annotations

import re

from rich.text import Text

from cascade.graph.lineage import Lineage
from cascade.model.text import one_line
from cascade.model.words import Lang
from cascade.report import phrases
from cascade.report.lineage_tree import tree_rows
from cascade.report.screen import Screen, joined, safe


def tree(lineage: Lineage, lang: Lang, screen: Screen) -> str:
    """The plans from the highest level down, each below those that it carries out."""
    rows = []
    plans = lineage.plans
    for row in tree_rows({one: lineage.rank(one) for one in plans}, {one: lineage.parents(one) for one in plans}):
        plan = lineage.plans[row.plan]
        guides = row.guides if screen.fancy else "  " * row.depth
        if row.again:
            words = joined(safe(row.plan), f" ({phrases.SEE_ABOVE.say(lang)})")
        else:
            content = Text(f" [{phrases.CONTENT[plan.content].say(lang)}]", style="dim")
            words = joined(safe(row.plan, "bold"), "  ", safe(plan.label.say(lang)), content)
        rows.append(screen.hanging(guides, words))
    return screen.draw(*rows)


def mermaid(lineage: Lineage, lang: Lang) -> str:
    """The citations as a mermaid flowchart; an arrow leads from a plan to one that it cites."""
    names = {plan_id: f"p{index}" for index, plan_id in enumerate(lineage.plans)}
    lines = ["%% cascade-graph/1", "flowchart BT"]
    for plan_id, plan in lineage.plans.items():
        label = f"{_quoted(plan.label.say(lang))}<br/>{_quoted(plan.title or '…')}"
        lines.append(f'  {names[plan_id]}["{label}"]:::{plan.content}')
    for citing, cited, roles in lineage.edges():
        arrow = "==>" if cited in lineage.parents(citing) else "-->" if "basis" in roles else "-.->"
        lines.append(f"  {names[citing]} {arrow} {names[cited]}")
    lines.append("  classDef cited stroke-dasharray: 4 3")
    lines.append("  classDef excerpt stroke-dasharray: 8 2")
    return "\n".join(lines) + "\n"


def dot(lineage: Lineage, lang: Lang) -> str:
    """The citations as a Graphviz digraph; bold arrows lead to the plans that are carried out."""
    lines = ["digraph cascade {", "  rankdir=BT;", "  node [shape=box];"]
    for plan_id, plan in lineage.plans.items():
        style = {"full": "solid", "excerpt": "dashed", "cited": "dotted"}[plan.content]
        lines.append(f'  "{plan_id}" [label="{_escaped(plan.label.say(lang))}", style={style}];')
    for citing, cited, roles in lineage.edges():
        style = "bold" if cited in lineage.parents(citing) else "solid" if "basis" in roles else "dashed"
        lines.append(f'  "{citing}" -> "{cited}" [style={style}];')
    return "\n".join([*lines, "}"]) + "\n"


def _quoted(text: str) -> str:
    """Text for a mermaid label: what could act there is written as an entity."""
    return re.sub(r"[\"#&<>\[\](){}|`]", lambda found: f"#{ord(found[0])};", one_line(text))


def _escaped(text: str) -> str:
    """Text for a dot string."""
    return one_line(text).replace("\\", "\\\\").replace('"', '\\"')

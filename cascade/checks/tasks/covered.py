"""Findings that follow from how a child covers the tasks above it: `uncovered-task`, `partial-task`."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.context import Check, Context
from cascade.compare.tasks import Cover, Coverage
from cascade.model.due import shown
from cascade.model.finding import Finding, Item
from cascade.model.rule import Rule
from cascade.model.words import Words

WHY = {
    "no-words": Words("kế hoạch không có mục nào cùng chủ đề", "no item of the plan is on the topic"),
    "deed-absent": Words("không mục nào nêu việc «{deed}»", "no item says «{deed}»"),
    "deed-elsewhere": Words("có nêu «{deed}» nhưng cho nội dung khác", "«{deed}» is said only of something else"),
    "few-words": Words("mới nhắc chung chung, chưa nói tới việc này", "it touches the topic only in general terms"),
}


def covered(cover: Cover) -> Check:
    """The check that reports every task of the plans above that is so covered."""

    def check(context: Context, rule: Rule) -> Iterator[Finding]:
        for child_id, coverages in context.coverage.items():
            for coverage in coverages:
                if coverage.cover is cover:
                    yield _finding(context, rule, child_id, coverage)

    return check


def _finding(context: Context, rule: Rule, child_id: str, coverage: Coverage) -> Finding:
    task = context.task(coverage.parent)
    closest = coverage.closest
    deed = (coverage.match.deed if coverage.match else None) or ""
    why = WHY[coverage.why or "few-words"]
    facts: dict[str, str | Words] = {
        "parent_text": task.text,
        "parent_plan": context.plans[coverage.parent.plan].label,
        "parent_item": task.id,
        "lead": ", ".join(task.lead) or Words("không nêu", "not stated"),
        "due": shown(task.due) if task.due else Words("không nêu", "not stated"),
        "closest": Words(
            f"nội dung gần nhất: mục {_id(context, closest)} «{context.text(closest)}»",
            f"the closest item is {_id(context, closest)} «{context.text(closest)}»",
        )
        if closest
        else Words("không có nội dung nào gần", "no item comes close"),
        "why": Words(why.vi.format(deed=deed), why.en.format(deed=deed)),
    }
    partial = coverage.cover is Cover.PARTIAL
    return Finding(
        rule=rule.id,
        item=closest if partial and closest else Item(child_id),
        case=coverage.role or "indirect",
        against=coverage.parent,
        facts=tuple(facts.items()),
    )


def _id(context: Context, item: Item | None) -> str:
    if item is None:
        return ""
    return context.target(item).id if item.kind == "target" else context.task(item).id

"""Findings that follow from how a child covers the tasks above it: `uncovered-task`, `partial-task`."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.context import Check, Context
from cascade.checks.nearest import best_of, nearest
from cascade.model.due import shown
from cascade.model.finding import Finding, Item
from cascade.model.rule import Rule
from cascade.model.words import Words
from cascade.verdicts.tasks import Coverage
from cascade.verdicts.verdict import TaskVerdict

WHY = {
    "nothing": Words("kế hoạch không có mục nào để so", "the plan has no item to compare"),
    "excluded": Words("nội dung gần nhất nói về việc khác", "the closest item is about another thing"),
    "seldom": Words("cấp trên yêu cầu thường xuyên hơn trong năm", "the plan above asks for it more often in a year"),
    "general": Words("mới nêu chung, chưa rõ việc phải làm", "it names the topic only in general terms"),
}
OWN_WORDS = ("deed", "general", "seldom")
"""What the words of the nearest item itself tell: how likely it is to answer says nothing here."""
UNNAMED = Words("cấp trên không nêu đơn vị thực hiện", "the plan above names no body for it")
SHARED = Words(
    "việc có thể chỉ thuộc cấp trên («{words}»)", "perhaps the business of the level above alone («{words}»)"
)


def covered(verdict: TaskVerdict) -> Check:
    """The check that reports every task of the plans above that is so covered."""

    def check(context: Context, rule: Rule) -> Iterator[Finding]:
        for child_id, coverages in context.coverage.items():
            for coverage in coverages:
                if coverage.verdict is verdict:
                    yield _finding(context, rule, child_id, coverage)

    return check


def _finding(context: Context, rule: Rule, child_id: str, coverage: Coverage) -> Finding:
    task, answer = context.task(coverage.parent), coverage.answer
    closest = coverage.child or best_of(answer)
    partial = coverage.verdict is TaskVerdict.PARTIAL
    facts: dict[str, str | Words] = {
        "parent_text": task.text,
        "parent_plan": context.short(coverage.parent.plan),
        "parent_item": task.id,
        "lead": ", ".join(task.lead) or Words("không nêu", "not stated"),
        "due": shown(task.due) if task.due else Words("không nêu", "not stated"),
        "closest": _part(context, closest) if partial and closest else nearest(context, closest),
        "why": _why(coverage),
    }
    return Finding(
        rule=rule.id,
        item=closest if partial and closest else Item(child_id),
        case=_case(coverage),
        against=coverage.parent,
        facts=tuple(facts.items()),
        nearest=closest,
        confidence=answer.confidence(answered=partial) if answer and coverage.why not in OWN_WORDS else None,
    )


def _case(coverage: Coverage) -> str:
    """The case of the rule: the role, or that it is not sure, or that nobody was named."""
    if coverage.unsure:
        return "unsure"
    if coverage.scope.reason == "addressed":
        return "addressed" if coverage.scope.named else "unnamed"
    return coverage.role or "indirect"


def _part(context: Context, item: Item) -> Words:
    """Where the plan carries out a part, in its words."""
    number, text = context.id_of(item), context.text(item)
    return Words(f"tại mục {number}: «{text}»", f"in item {number}: «{text}»")


def _why(coverage: Coverage) -> Words:
    """What follows the words of the task: why it is not covered where the nearest words do not show it, and why it is
    not sure that it is asked, where it is not."""
    told = [WHY[coverage.why]] if coverage.why in WHY else []
    if coverage.scope.reason == "shared":
        words = coverage.scope.words or ""
        told.append(Words(SHARED.say("vi", words=words), SHARED.say("en", words=words)))
    elif coverage.scope.reason in ("addressed", "not-addressed") and not coverage.scope.named:
        told.append(UNNAMED)
    return Words("".join(f"; {one.vi}" for one in told), "".join(f"; {one.en}" for one in told))

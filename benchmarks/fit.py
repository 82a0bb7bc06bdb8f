"""Fitting the weights of `rules/answers.yaml` on families of plans, and what they are worth on a family left out.

What is made small, averaged over families: how unsure the right answer is (its negative score), and how often
an item that nothing answers scores better than one that is answered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec
import numpy as np

from benchmarks.families import Family
from cascade.answers.pairing import Pairing
from cascade.answers.weigh import evidence, weigh_again
from cascade.answers.whole import Grid
from cascade.model.wording import AnswerRules

STEPS = (0.5, 0.25, 0.12)  # of a weight, or of 200 where it is small
DEEPEST = 600  # hundredths: a right answer further off is simply wrong
APART = 300  # what a confusion of answered and unanswered items weighs beside a hundredth of doubt


class Case(msgspec.Struct, frozen=True):
    """One pair of plans with every evidence, and for each labelled item the columns that are right (none: a gap)."""

    family: str
    pair: Pairing
    grids: dict[str, Grid]
    wanted: tuple[tuple[int, tuple[int, ...], bool], ...]


def cases(families: Iterable[Family]) -> list[Case]:
    """Everything that the fit looks at, worked out once."""
    found = []
    for family in families:
        context = family.result.context
        for one in family.pairs:
            pair = context.answering.pairing(one.child, one.parent)
            rows = {statement.id: row for row, statement in enumerate(pair.asked.statements)}
            columns = {statement.id: column for column, statement in enumerate(pair.said.statements)}
            wanted = [
                (rows[label.item], tuple(columns[name] for name in sorted(label.child)), kind == "tasks")
                for kind, labels in one.labels.items()
                for label in labels
                if label.child or label.right <= {"missing", "uncovered"}
            ]
            found.append(Case(family.name, pair, evidence(pair), tuple(wanted)))
    return found


def loss(all_cases: Sequence[Case], rules: AnswerRules) -> float:
    """What is made small; the mean over families."""
    doubts: defaultdict[str, list[int]] = defaultdict(list)
    best: defaultdict[tuple[str, bool, bool], list[int]] = defaultdict(list)
    for case in all_cases:
        found = weigh_again(case.pair, case.grids, rules).scores
        for row, right, is_task in case.wanted:
            if right:
                doubts[case.family].append(min(DEEPEST, -max(int(found[row, column]) for column in right)))
            best[case.family, is_task, bool(right)].append(int(found[row].max()))
    total = 0.0
    for family, values in doubts.items():
        total += sum(values) / len(values)
        for is_task in (False, True):
            total += APART * _confused(best[family, is_task, True], best[family, is_task, False])
    return total / max(1, len(doubts))


def _confused(answered: Sequence[int], unanswered: Sequence[int]) -> float:
    if not answered or not unanswered:
        return 0.0
    better, worse = np.array(answered)[:, None], np.array(unanswered)[None, :]
    return float(((better < worse) + 0.5 * (better == worse)).mean())


def fitted(all_cases: Sequence[Case], rules: AnswerRules, rounds: int = 2) -> AnswerRules:
    """The rules with weights moved one by one, as long as that helps."""
    held = loss(all_cases, rules)
    for step in STEPS[:rounds]:
        for name in rules.weights:
            size = max(20, round(step * max(abs(rules.weights[name]), 200) / 10) * 10)
            for change in (size, -size):
                moved = _moved(rules, name, change)
                now = loss(all_cases, moved)
                if now < held - 0.05:
                    rules, held = moved, now
                    break
    return rules


def _moved(rules: AnswerRules, name: str, change: int) -> AnswerRules:
    moved = msgspec.structs.replace(rules.evidence[name], weight=rules.weights[name] + change)
    return msgspec.structs.replace(rules, evidence={**rules.evidence, name: moved})


def report(all_cases: Sequence[Case], rules: AnswerRules) -> None:
    """The fitted weights, and for each family what weights fitted on the others are worth there."""
    final = fitted(all_cases, rules)
    print(f"all families: {loss(all_cases, rules):.1f} -> {loss(all_cases, final):.1f}")
    for name, weight in final.weights.items():
        print(f"  {name}: {weight}{'' if weight == rules.weights[name] else f'   (was {rules.weights[name]})'}")
    for family in sorted({case.family for case in all_cases}):
        rest = [case for case in all_cases if case.family != family]
        left = [case for case in all_cases if case.family == family]
        print(f"left out {family}: {loss(left, rules):.1f} -> {loss(left, fitted(rest, rules)):.1f}")

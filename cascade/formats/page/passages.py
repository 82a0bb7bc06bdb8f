"""A finding as the page shows it: the passages of both sides, with the words that tie them marked."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from markupsafe import Markup, escape

from cascade.answers.because import Because
from cascade.formats.page import words
from cascade.formats.page.marked import Side, Tied, marked
from cascade.formats.page.words import both
from cascade.model.words import LANGS, Words
from cascade.report import phrases, places
from cascade.result.result import FindingView, ItemView, PlanView, Result

Piece = tuple[Markup, Tied | None]


class Passage(msgspec.Struct, frozen=True):
    """One side. `head`: whose words they are; `plan`: of another plan, which one; `lead`: said before the passage.

    `pieces`: the words, None where there are none; `bound`: what they permit; `notes`: where they stand and more.
    """

    head: Words
    pieces: tuple[Piece, ...] | None
    notes: tuple[Markup | str, ...] = ()
    plan: PlanView | None = None
    bound: Words | None = None
    lead: Words | None = None


def passages(finding: FindingView, result: Result) -> tuple[Passage, ...]:
    """The passages that a finding weighs, that of the plan above first."""
    ties = _ties(finding, result)
    found = []
    if finding.against is not None:
        found.append(_against(finding, finding.against, result, ties))
    if finding.item.is_plan and concerns(finding, result):
        found.append(_lacking(finding, result, ties))
    elif not finding.item.is_plan:
        found.append(
            Passage(
                phrases.THIS_PLAN,
                _pieces(finding.item, ties, "child"),
                _notes(finding.item, result),
                bound=finding.child_bound or finding.item.bound,
            )
        )
    return tuple(found)


def concerns(finding: FindingView, result: Result) -> bool:
    """Whether a finding says what a plan makes of one item above; one about a whole plan names such an item at most as
    an example."""
    return finding.of_two and result.rules[finding.rule].family in ("targets", "tasks")


def says_all(finding: FindingView, result: Result) -> bool:
    """Whether the passages and their bounds say all that the message says."""
    told = finding.lacks or finding.child_bound != finding.parent_bound
    return told and concerns(finding, result)


def is_tied(finding: FindingView, result: Result) -> bool:
    """Whether any words are marked."""
    return any(tied for one in passages(finding, result) for _, tied in one.pieces or ())


def _ties(finding: FindingView, result: Result) -> tuple[Because, ...]:
    compared = result.comparison(finding)
    if compared is None or not concerns(finding, result):
        return ()
    return finding.because or compared.because


def _against(finding: FindingView, item: ItemView, result: Result, ties: tuple[Because, ...]) -> Passage:
    other = result.plan(item.plan) if item.plan != finding.plan else None
    return Passage(
        words.ABOVE if concerns(finding, result) else words.OTHER,
        None if item.is_plan and other is not None else _pieces(item, ties, "parent"),
        _notes(item, result),
        plan=other,
        bound=finding.parent_bound or item.bound,
    )


def _lacking(finding: FindingView, result: Result, ties: tuple[Because, ...]) -> Passage:
    near = finding.nearest
    if near is None:
        return Passage(phrases.THIS_PLAN, None, lead=words.LACKING_ALL)
    return Passage(phrases.THIS_PLAN, _pieces(near, ties, "child"), _notes(near, result), lead=words.LACKING)


def _pieces(item: ItemView, ties: Iterable[Because], side: Side) -> tuple[Piece, ...]:
    return tuple((escape(text), tied) for text, tied in marked(shown(item), ties, side))


def shown(item: ItemView) -> str:
    """The words printed, where they are at hand, or else those recorded."""
    return item.printed.text if item.printed and item.printed.text else item.text


def _notes(item: ItemView, result: Result) -> tuple[Markup | str, ...]:
    where = place(item, result.plan(item.plan))
    notes: list[Markup | str] = [where] if where else []
    if item.printed and item.printed.text:
        notes.append(both(words.PRINTED))
    if item.printed and item.printed.problem:
        notes.append(both(phrases.SOURCE_PROBLEM[item.printed.problem]))
    if item.lead:
        notes.append(both(phrases.LEADS, lead=", ".join(item.lead)))
    if item.due:
        notes.append(both(phrases.DUE, due=item.due))
    if item.product:
        notes.append(both(words.PRODUCT, product=item.product))
    return tuple(notes)


def place(item: ItemView, plan: PlanView) -> Markup:
    """Where a person finds the item."""
    vi, en = (places.place(item, plan, lang) for lang in LANGS)
    return both(Words(vi, en))

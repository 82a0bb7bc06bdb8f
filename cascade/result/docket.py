"""The findings that nobody has decided on: in which order a person is asked, and what each answer makes of the file.

Nothing here reads or writes a file or speaks to a person: the state is the text of the file of decisions, and every
answer gives the next text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from cascade.audit import STALE
from cascade.model.decision import Answer, Confirmation, Decision, Denial, Waiver
from cascade.model.rule import SEVERITIES
from cascade.reading.decisions import with_decisions
from cascade.result.result import FindingView, Result

CERTAIN = 100
"""How sure, in percent, a finding is that no words had to decide."""


class Accepted(msgspec.Struct, frozen=True):
    """Why a finding is let stand, by which document and until when; `wrong`: it is not right at all."""

    reason: str
    document: str | None = None
    until: date | None = None
    wrong: bool = False


class Author(msgspec.Struct, frozen=True):
    """Who decides, and on which day."""

    name: str
    day: date

    def right(self, finding: FindingView) -> Confirmation:
        """The finding is right."""
        return Confirmation(finding.plan, finding.rule, confirmed=True, by=self.name, on=self.day, **_about(finding))

    def waived(self, finding: FindingView, why: Accepted) -> Waiver:
        """The finding is let stand, or is not right."""
        return Waiver(
            finding.plan,
            finding.rule,
            why.reason,
            self.name,
            self.day,
            document=why.document,
            until=why.until,
            wrong=why.wrong,
            **_about(finding),
        )

    def answered(self, finding: FindingView, items: Sequence[str]) -> Answer:
        """These items answer what the finding says is lacking or falls short."""
        return Answer(finding.plan, *_asked(finding), tuple(items), self.name, self.day)

    def apart(self, finding: FindingView) -> Denial:
        """The two items that the finding holds against each other have nothing to do with each other."""
        return Denial(finding.plan, *_asked(finding), (finding.item.id or "",), self.name, self.day)


def _about(finding: FindingView) -> dict[str, str | None]:
    against = finding.against
    return {
        "parent": against.plan if against else None,
        "asked": against.id if against else None,
        "item": finding.item.id,
    }


def _asked(finding: FindingView) -> tuple[str, str]:
    """The plan and the item above; of findings of two items alone."""
    if not finding.of_two or finding.against is None or finding.against.id is None:
        raise ValueError(finding.rule)
    return finding.against.plan, finding.against.id


def is_tied(finding: FindingView) -> bool:
    """Whether the finding holds an item of the plan against one above: the two may be taken apart."""
    return finding.of_two and not finding.lacks


def open_findings(result: Result) -> tuple[FindingView, ...]:
    """What nobody has decided on, surest first: what shows both sides' words, then what is
    found in one plan alone, then what is lacking."""
    undecided = [one for one in result.findings if one.waived is None and one.confirmed is None and one.rule != STALE]
    return tuple(sorted(undecided, key=_sure))


def _sure(finding: FindingView) -> tuple[bool, bool, bool, int, int]:
    sure = CERTAIN if finding.confidence is None else finding.confidence
    return finding.unsure, finding.lacks, not is_tied(finding), SEVERITIES.index(finding.severity), -sure


class _State(msgspec.Struct, frozen=True):
    text: str
    settled: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()


class Docket:
    """A session over the open findings, with every step taken back as often as a person likes. `text`: that of the
    file of decisions."""

    def __init__(self, findings: Iterable[FindingView], text: str) -> None:
        self.findings = tuple(findings)
        self._steps = [_State(text)]

    @property
    def text(self) -> str:
        """The file as it should stand."""
        return self._steps[-1].text

    @property
    def saved(self) -> int:
        """How many findings were decided."""
        return len(self._steps[-1].settled)

    @property
    def left(self) -> int:
        """How many are not decided, put off or not."""
        return len(self.findings) - self.saved

    @property
    def current(self) -> FindingView | None:
        """What is asked next; None where nothing is left but what was put off."""
        now = self._steps[-1]
        asked = now.settled | now.later
        return next((one for one in self.findings if one.fingerprint not in asked), None)

    def alike(self, finding: FindingView) -> tuple[FindingView, ...]:
        """The other open findings that say of other plans that they lack the same item of the same plan."""
        if not finding.lacks or finding.against is None:
            return ()
        settled = self._steps[-1].settled
        return tuple(
            one
            for one in self.findings
            if one.fingerprint not in settled
            and one.plan != finding.plan
            and one.lacks
            and (one.rule, one.against and (one.against.plan, one.against.id))
            == (finding.rule, (finding.against.plan, finding.against.id))
        )

    def decide(self, findings: Iterable[FindingView], decisions: Iterable[Decision]) -> None:
        """These findings are decided so. Raises NoEditError where the file cannot be added to."""
        now = self._steps[-1]
        settled = now.settled | {one.fingerprint for one in findings}
        self._steps.append(_State(with_decisions(now.text, decisions), settled, now.later))

    def put_off(self, finding: FindingView) -> None:
        """Ask about it another time."""
        now = self._steps[-1]
        self._steps.append(_State(now.text, now.settled, now.later | {finding.fingerprint}))

    def undo(self) -> bool:
        """Take the last step back; False where there is none."""
        if len(self._steps) == 1:
            return False
        self._steps.pop()
        return True

"""What people have decided of findings, held against what is found today: let stand, let stand no longer, confirmed."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import msgspec

from cascade.checks.context import Context
from cascade.model.decision import Confirmation, Decisions, Recorded, Waiver
from cascade.model.finding import Finding
from cascade.model.words import Words

LAPSED = Words(
    "(Đã được chấp nhận đến hết ngày {until}, nay quá hạn: {reason}; {by}.)",
    "(This was accepted until {until}, which is past: {reason}; {by}.)",
)


class Ruling(msgspec.Struct, frozen=True):
    """What people have decided of one finding. `waived`: it is let stand; `lapsed`: it was, until a day that is past;
    `confirmed`: it is right."""

    waived: Waiver | None = None
    lapsed: Waiver | None = None
    confirmed: Confirmation | None = None


OPEN = Ruling()
"""Nobody has decided anything."""


class Rulings:
    """All decisions on findings, ready to be asked; `today`: the day that waivers are held against."""

    def __init__(self, decisions: Decisions, today: date) -> None:
        self._today = today
        self._waivers: defaultdict[tuple[str, str], list[Recorded[Waiver]]] = defaultdict(list)
        self._confirmations: defaultdict[tuple[str, str], list[Confirmation]] = defaultdict(list)
        self._used: set[tuple[str, int, int]] = set()
        for waiver in decisions.waivers:
            self._waivers[waiver.decision.plan, waiver.decision.rule].append(waiver)
        for one in decisions.confirmations:
            self._confirmations[one.decision.plan, one.decision.rule].append(one.decision)

    def of(self, context: Context, finding: Finding) -> Ruling:
        """What holds of a finding. Of several waivers the one that is narrowest counts; one that holds today wins over
        one that does not, and over what was confirmed, unless that was the later word on a finding called wrong."""
        key = finding.item.plan, finding.rule
        waivers = [one for one in self._waivers[key] if fits(one.decision, context, finding)]
        self._used.update(one.place for one in waivers)
        confirmed = max(
            (one for one in self._confirmations[key] if fits(one, context, finding)), key=_narrow, default=None
        )
        held = [one.decision for one in waivers if one.decision.holds_on(self._today)]
        waived = max(held, key=_narrow, default=None)
        if waived is not None and not (waived.wrong and confirmed is not None and confirmed.on > waived.on):
            return Ruling(waived=waived)
        past = [one.decision for one in waivers if one.decision not in held]
        lapsed = max(past, key=lambda one: (one.until or date.max, _narrow(one)), default=None)
        return Ruling(lapsed=lapsed, confirmed=confirmed)

    @property
    def unused(self) -> tuple[Recorded[Waiver], ...]:
        """The waivers that none of the findings asked about was one for, in the order of their places."""
        rest = (one for same in self._waivers.values() for one in same if one.place not in self._used)
        return tuple(sorted(rest, key=lambda one: one.place))


def fits(decision: Waiver | Confirmation, context: Context, finding: Finding) -> bool:
    """Whether a decision is about this finding."""
    against = finding.against
    return (
        (decision.plan, decision.rule) == (finding.item.plan, finding.rule)
        and decision.parent in (None, against.plan if against else None)
        and decision.asked in (None, context.cited(against))
        and decision.item in (None, context.cited(finding.item))
    )


def lapsed_words(waiver: Waiver) -> Words:
    """That a finding is let stand no longer."""
    until = f"{waiver.until:%d/%m/%Y}" if waiver.until else ""
    reason = f"{waiver.waived} ({waiver.document})" if waiver.document else waiver.waived
    return LAPSED.filled(until=until, reason=reason, by=waiver.by)


def _narrow(decision: Waiver | Confirmation) -> tuple[int, date, str]:
    """How narrow a decision is, then how late, then what it says: an order in which places do not count."""
    keys = (decision.parent, decision.asked, decision.item)
    return sum(key is not None for key in keys), decision.on, repr(decision)


def about(context: Context, finding: Finding) -> dict[str, str]:
    """The keys by which a decision names a finding."""
    against = finding.against
    keys = {"plan": finding.item.plan, "rule": finding.rule}
    if against is not None:
        keys["parent"] = against.plan
    named = (("asked", against), ("item", finding.item))
    return keys | {key: cited for key, item in named if (cited := context.cited(item)) is not None}

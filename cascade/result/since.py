"""A result held against an earlier one: what is new, what stays as it was, and what was mended."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec

from cascade.model.earlier import Earlier, Told
from cascade.result.result import Result, Since


def set_aside(result: Result, earlier: Earlier) -> Result:
    """The result without the findings of a baseline; what of them is found no more is not told."""
    return _without(result, earlier, ())


def held_against(result: Result, earlier: Earlier, present: Collection[str]) -> Result:
    """The result with what an earlier run had not told alone, and with what was mended since.

    `present`: the fingerprints of all that is found now, shown or not. Nothing is mended in a plan that is not on
    file now, or that was not read in full: nobody has looked there.
    """
    faulty = {fault.place.file for fault in result.faults}
    read = {plan.id for plan in result.plans if plan.place.file not in faulty}
    gone = (told for told in earlier.findings if told.fingerprint not in present and told.plan in read)
    return _without(result, earlier, gone)


def _without(result: Result, earlier: Earlier, mended: Iterable[Told]) -> Result:
    known = {told.fingerprint for told in earlier.findings}
    fresh = tuple(finding for finding in result.findings if finding.fingerprint not in known)
    used = {finding.rule for finding in fresh}
    left_out = len(result.findings) - len(fresh)
    before = result.since
    name = f"{before.name}, {earlier.name}" if before else earlier.name
    return msgspec.structs.replace(
        result,
        findings=fresh,
        rules={rule_id: rule for rule_id, rule in result.rules.items() if rule_id in used},
        since=Since(name, left_out + (before.known if before else 0), (*(before.mended if before else ()), *mended)),
    )

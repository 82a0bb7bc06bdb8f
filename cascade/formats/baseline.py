"""A baseline: the findings of today, so that tomorrow only others are told. Sorted, so that a diff shows little."""

from __future__ import annotations

import msgspec

from cascade.formats.audit_json import escaped
from cascade.model.earlier import Told
from cascade.model.words import Lang
from cascade.result.result import FindingView, Result


def render(result: Result, lang: Lang) -> bytes:  # noqa: ARG001 - ids alone: no language in it
    """The file, one finding a line."""
    told = sorted(map(_told, result.findings), key=lambda one: (one.plan, one.rule, one.item or "", one.fingerprint))
    lines = ",\n".join(f"  {msgspec.json.encode(one).decode()}" for one in told)
    return escaped(f'{{"format": "cascade-baseline/1", "findings": [\n{lines}\n]}}\n').encode()


def _told(finding: FindingView) -> Told:
    item = finding.item.id or (finding.against.id if finding.against else None)
    return Told(finding.fingerprint, finding.rule, finding.plan, item)

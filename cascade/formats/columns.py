"""The columns of the workbook's list of findings: what each is called, for people and for whoever reads it back."""

from __future__ import annotations

import msgspec

from cascade.model.words import Words
from cascade.report import office_phrases as phrases


class Column(msgspec.Struct, frozen=True):
    """One column. `key`: stands in the hidden first row, so that the column is found wherever people move it, in
    either language; `head`: for people, in the second; `width`: in characters."""

    key: str
    head: Words
    width: float


FINDINGS = (
    Column("code", phrases.HEAD_CODE, 6),
    Column("severity", phrases.HEAD_SEVERITY, 9),
    Column("unit", phrases.HEAD_UNIT, 12),
    Column("asked", phrases.HEAD_ASKED, 30),
    Column("said", phrases.HEAD_SAID, 30),
    Column("remark", phrases.HEAD_REMARK, 30),
    Column("suggestion", phrases.HEAD_SUGGESTION, 30),
    Column("decision", phrases.HEAD_DECISION, 13),
    Column("reason", phrases.HEAD_REASON, 15),
    Column("document", phrases.HEAD_DOCUMENT, 16),
    Column("until", phrases.HEAD_UNTIL, 11),
    Column("answered_by", phrases.HEAD_ANSWERED, 12),
    Column("fingerprint", phrases.HEAD_FINGERPRINT, 18),
)
"""The columns of the sheet of findings, in order; the last is hidden."""
KEYS = tuple(column.key for column in FINDINGS)

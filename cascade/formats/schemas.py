"""JSON Schemas of the plan file, the decisions file and the audit report, generated from the types themselves."""

from __future__ import annotations

import json
import typing
from decimal import Decimal
from typing import Any

import msgspec

from cascade.formats.audit_json import AuditReport
from cascade.model.decision import Decision
from cascade.model.domain import Domain
from cascade.model.plan import Plan
from cascade.reading.decode import SCALARS
from cascade.reading.plans import known_names

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TEXT = {"type": ["string", "number"], "minLength": 1}
"""A text: `due: 2025` is one too, though YAML takes it for a number."""


def plan_schema(domain: Domain) -> dict[str, Any]:
    """The schema of a plan file, with the names that the rules declare."""
    (root,), parts = msgspec.json.schema_components([Plan], schema_hook=_scalar, ref_template="#/$defs/{name}")
    for name, part in parts.items():
        if name in {"Bound", "Lines", "Window"}:
            continue
        part["additionalProperties"] = False
    _as_written(parts, known_names(domain))
    for kind in ("Bound", "Lines", "Window"):
        parts[kind] = next(scalar.schema for key, scalar in SCALARS.items() if key.__name__ == kind)
    return {"$schema": DIALECT, "title": "plan/1", **root, "$defs": dict(sorted(parts.items()))}


def report_schema() -> dict[str, Any]:
    """The schema of the audit report."""
    (root,), parts = msgspec.json.schema_components([AuditReport], ref_template="#/$defs/{name}")
    return {"$schema": DIALECT, "title": "cascade-audit/1", **root, "$defs": dict(sorted(parts.items()))}


def decisions_schema(domain: Domain) -> dict[str, Any]:
    """The schema of a file of decisions: each entry is of one kind, told apart by its own keys."""
    kinds, parts = msgspec.json.schema_components(typing.get_args(Decision), ref_template="#/$defs/{name}")
    for part in parts.values():
        part["additionalProperties"] = False
    _as_written(parts, {"rules": domain.rules})
    properties = {"schema": {"const": "decisions/1"}, "decisions": {"type": "array", "items": {"oneOf": [*kinds]}}}
    root = {"type": "object", "properties": properties, "required": [*properties], "additionalProperties": False}
    return {"$schema": DIALECT, "title": "decisions/1", **root, "$defs": dict(sorted(parts.items()))}


def schema_text(schema: dict[str, Any]) -> str:
    """A schema as JSON text, with its final newline."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _scalar(kind: type) -> dict[str, Any]:
    return SCALARS[kind].schema


def _as_written(part: Any, known: Any) -> None:
    """Turn the schema of the values into that of the file: declared names, and scalars as they are written."""
    if isinstance(part, list):
        for value in part:
            _as_written(value, known)
    if not isinstance(part, dict):
        return
    if "x-known" in part:
        part["enum"] = sorted(known[part.pop("x-known")])
    elif part.get("format") == "decimal":
        part.clear()
        part.update(SCALARS[Decimal].schema)
    elif part.get("type") == "string" and "format" not in part:
        part.update(TEXT)
    for value in part.values():
        _as_written(value, known)

"""JSON Schemas of the files that people write and of the audit report, generated from the types themselves."""

from __future__ import annotations

import json
import typing
from decimal import Decimal
from typing import Any

import msgspec

from cascade.formats.audit_json import AuditReport
from cascade.model.decision import Decision
from cascade.model.domain import Domain
from cascade.model.own_rule import OwnRuleFile
from cascade.model.plan import Plan
from cascade.reading.decode import SCALARS
from cascade.reading.plans import known_names

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TEXT = {"type": ["string", "number"], "minLength": 1}
"""A text: `due: 2025` is one too, though YAML takes it for a number."""


def plan_schema(domain: Domain) -> dict[str, Any]:
    """The schema of a plan file, with the names that the rules declare."""
    root, parts = _file(Plan, domain)
    return {"$schema": DIALECT, "title": "plan/1", **root, "$defs": dict(sorted(parts.items()))}


def rule_schema(domain: Domain) -> dict[str, Any]:
    """The schema of a file of one's own rule."""
    root, parts = _file(OwnRuleFile, domain)
    parts["OwnRuleFile"]["oneOf"] = [{"required": ["each", "must"]}, {"required": ["some"]}]
    parts["Words"] = {"anyOf": [TEXT, parts["Words"] | {"required": ["vi"]}]}
    return {"$schema": DIALECT, "title": "own-rule/1", **root, "$defs": dict(sorted(parts.items()))}


def _file(kind: type, domain: Domain) -> tuple[dict[str, Any], dict[str, Any]]:
    """The schema of a kind of file that names what the rules declare: its root, and its parts by name."""
    (root,), parts = msgspec.json.schema_components([kind], schema_hook=_scalar, ref_template="#/$defs/{name}")
    scalars = {key.__name__: scalar.schema for key, scalar in SCALARS.items() if key.__name__ in parts}
    for part in parts.values():
        part["additionalProperties"] = False
    _as_written(parts, known_names(domain))
    return root, parts | scalars


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
    elif part.pop("x-or-one", False):
        _or_one(part)
    elif part.get("format") == "decimal":
        part.clear()
        part.update(SCALARS[Decimal].schema)
    elif part.get("type") == "string" and "format" not in part:
        part.update(TEXT)
    for value in part.values():
        _as_written(value, known)


def _or_one(part: dict[str, Any]) -> None:
    """A list that may be written as its one value."""
    items = part["items"]
    part["anyOf"] = [items, {"type": "array", "items": items, "minItems": part.pop("minItems")}]
    for key in ("type", "items", "default"):
        del part[key]

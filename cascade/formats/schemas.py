"""JSON Schemas of what cascade reads and writes, generated from the types themselves, with words for editors."""

from __future__ import annotations

import json
import typing
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from typing import Any

import msgspec

from cascade.formats.audit_json import AuditReport
from cascade.formats.comparison_json import ComparisonReport
from cascade.formats.schema_words import KINDS, key
from cascade.formats.table import AUDIT
from cascade.model.decision import Decision
from cascade.model.domain import Domain
from cascade.model.own_rule import OwnRuleFile
from cascade.model.plan import Plan
from cascade.model.settings import Settings
from cascade.model.words import Lang, Words
from cascade.reading.decode import SCALARS
from cascade.reading.plans import known_names

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TEXT = {"type": ["string", "number"], "minLength": 1}
"""A text: `due: 2025` is one too, though YAML takes it for a number."""
_SCALARS = ("Bound", "Lines", "Window")
Names = Mapping[str, Mapping[Any, Words]]
"""The declared names of each sort, each with what it is called."""


def plan_schema(domain: Domain, lang: Lang) -> dict[str, Any]:
    """The schema of a plan file, with the names that the rules declare."""
    (root,), parts = msgspec.json.schema_components([Plan], schema_hook=_scalar, ref_template="#/$defs/{name}")
    for name, part in parts.items():
        if name not in _SCALARS:
            part["additionalProperties"] = False
    _as_written(parts, known_names(domain))
    for kind in _SCALARS:
        parts[kind] = dict(next(scalar.schema for one, scalar in SCALARS.items() if one.__name__ == kind))
    for kind in ("Target", "Task"):
        _value(parts[kind]["properties"]["area"])["enum"] = sorted(domain.areas)
    names: Names = {
        "type": {code: kind.name for code, kind in domain.document_types.items()},
        "level": {level.id: level.name for level in domain.levels.all},
        "tier": {level.id: level.name for level in domain.levels.all},
        "measure": {measure.id: measure.name for measure in domain.measures.values()},
        "area": {area.id: area.name for area in domain.areas.values()},
    }
    return _whole("plan/1", root, parts, lang, names)


def _decisions_schema(domain: Domain, lang: Lang) -> dict[str, Any]:
    """The schema of a file of decisions: each entry is of one kind, told apart by its own keys."""
    kinds, parts = msgspec.json.schema_components(typing.get_args(Decision), ref_template="#/$defs/{name}")
    for part in parts.values():
        part["additionalProperties"] = False
    _as_written(parts, {"rules": domain.rules})
    properties = {"schema": {"const": "decisions/1"}, "decisions": {"type": "array", "items": {"oneOf": [*kinds]}}}
    root = {"type": "object", "properties": properties, "required": [*properties], "additionalProperties": False}
    _describe("decisions", root, lang, {})
    return _whole("decisions/1", root, parts, lang, {"rule": _titles(domain)})


def _settings_schema(domain: Domain, lang: Lang) -> dict[str, Any]:
    """The schema of `cascade.toml`."""
    _, parts = msgspec.json.schema_components([Settings], ref_template="#/$defs/{name}")
    for part in parts.values():
        part["additionalProperties"] = False
    settings: dict[str, Any] = parts.pop("Settings")
    rules, properties = [*domain.rules], settings["properties"]
    for name in ("select", "ignore"):
        properties[name]["items"]["enum"] = rules
    properties["ignores"]["additionalProperties"]["items"]["enum"] = rules
    properties["format"]["items"]["enum"] = [*AUDIT]
    names = {name: _titles(domain) for name in ("select", "ignore", "ignores")}
    _describe("Settings", settings, lang, {**names, "format": {one.name: one.about for one in AUDIT.values()}})
    root = settings | {"description": KINDS["Settings"].say(lang)}
    del root["title"]
    return _whole("settings/1", root, parts, lang, {})


def report_schema(_: Domain, lang: Lang) -> dict[str, Any]:
    """The schema of the audit report."""
    return _of_report("cascade-audit/1", AuditReport, lang)


def _comparison_schema(_: Domain, lang: Lang) -> dict[str, Any]:
    """The schema of a comparison of two plans."""
    return _of_report("cascade-compare/1", ComparisonReport, lang)


def rule_schema(domain: Domain) -> dict[str, Any]:
    """The schema of a file of one's own rule; its keys are described where their types are."""
    (root,), parts = msgspec.json.schema_components([OwnRuleFile], schema_hook=_scalar, ref_template="#/$defs/{name}")
    for part in parts.values():
        part["additionalProperties"] = False
    _as_written(parts, known_names(domain))
    parts |= {one.__name__: dict(scalar.schema) for one, scalar in SCALARS.items() if one.__name__ in parts}
    parts["OwnRuleFile"]["oneOf"] = [{"required": ["each", "must"]}, {"required": ["some"]}]
    parts["Words"] = {"anyOf": [TEXT, parts["Words"] | {"required": ["vi"]}]}
    return {"$schema": DIALECT, "title": "own-rule/1", **root, "$defs": dict(sorted(parts.items()))}


SCHEMAS: Mapping[str, Callable[[Domain, Lang], dict[str, Any]]] = {
    "plan": plan_schema,
    "report": report_schema,
    "comparison": _comparison_schema,
    "decisions": _decisions_schema,
    "settings": _settings_schema,
}
"""The schemas by what they are of."""


def schema_text(schema: dict[str, Any]) -> str:
    """A schema as JSON text, with its final newline."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _of_report(title: str, kind: type, lang: Lang) -> dict[str, Any]:
    (root,), parts = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    return _whole(title, root, parts, lang, {})


def _titles(domain: Domain) -> dict[str, Words]:
    return {rule.id: rule.title for rule in domain.rules.values()}


def _whole(
    title: str, root: dict[str, Any], parts: dict[str, dict[str, Any]], lang: Lang, names: Names
) -> dict[str, Any]:
    """A schema of its parts, each key described."""
    for kind, part in parts.items():
        part["description"] = KINDS[kind].say(lang)
        _describe(kind, part, lang, names)
    return {"$schema": DIALECT, "title": title, **root, "$defs": dict(sorted(parts.items()))}


def _describe(kind: str, part: dict[str, Any], lang: Lang, names: Names) -> None:
    """Words and examples on every key of a part, and on declared names what they are called."""
    for name, value in part.get("properties", {}).items():
        told = key(kind, name)
        value["description"] = told.about.say(lang)
        if told.examples:
            value["examples"] = [*told.examples]
        for listed in _listing(value):
            called = names.get(name, {})
            if called:
                listed["enumDescriptions"] = [called[one].say(lang) for one in listed["enum"]]


def _listing(value: Any) -> Collection[dict[str, Any]]:
    """The parts of a key's schema that list the names which it may have."""
    if isinstance(value, list):
        return [found for one in value for found in _listing(one)]
    if not isinstance(value, dict):
        return []
    own = [value] if "enum" in value else []
    return [
        *own,
        *(found for name in ("anyOf", "items", "additionalProperties") for found in _listing(value.get(name))),
    ]


def _value(optional: dict[str, Any]) -> dict[str, Any]:
    """What a key may hold beside null."""
    found: dict[str, Any] = next(one for one in optional["anyOf"] if one.get("type") != "null")
    return found


def _scalar(kind: type) -> dict[str, Any]:
    return SCALARS[kind].schema


def _as_written(part: Any, known: Mapping[str, Collection[str]]) -> None:
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
    for own in ("type", "items", "default"):
        del part[own]

"""Tables that papers take from types and rules: each stands in its paper between `<!-- made: NAME -->` and
`<!-- end -->`, and `python -m docs.generate` writes it anew."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from cascade.formats.schemas import SCHEMAS
from cascade.formats.table import AUDIT, Form
from cascade.model.domain import Domain
from cascade.model.rule import FAMILIES
from cascade.model.words import Words
from cascade.reading.fault import WORDS
from cascade.report import phrases
from cascade.verdicts.verdict import TargetVerdict, TaskVerdict

_BLOCK = re.compile(r"(?P<open><!-- made: (?P<name>[a-z-]+) -->\n).*?(?P<close><!-- end -->)", re.S)
_MOST = 8  # so many names are listed in a cell; of more the schema has the list
_VALUES = {"Bound": "a bound", "Lines": "lines", "Window": "a year or period"}
_KINDS = {"string": "text", "integer": "whole number", "boolean": "`true` or `false`"}
Schema = Mapping[str, Any]


def filled(text: str, domain: Domain) -> str:
    """The text of a paper, each of its blocks as the code has it today."""
    made = blocks(domain)
    return _BLOCK.sub(lambda found: f"{found['open']}{made[found['name']]}\n{found['close']}", text)


def blocks(domain: Domain) -> dict[str, str]:
    """Every block by name."""
    return {
        "plan-keys": _parts(_defs("plan", domain), ("Plan", "Citation", "Target", "Task")),
        "decision-keys": _parts(_decisions(domain), ()),
        "report-keys": _parts(_defs("report", domain), ("AuditReport", "PlanEntry", "FindingEntry")),
        "compare-keys": _parts(_defs("comparison", domain), ("ComparisonReport", "TargetEntry", "TaskEntry")),
        "rules": _rules(domain),
        "faults": _table(("code", "says"), ((f"`{code}`", _cell(said.en)) for code, said in sorted(WORDS.items()))),
        "forms": _table(("form", "files", "for"), map(_form, AUDIT.values())),
        "verdicts": f"Targets: {_listed(map(_value, TargetVerdict))}. Tasks: {_listed(map(_value, TaskVerdict))}.",
        "domain-words": _domain_words(domain),
        "rule-words": _bilingual((f"`{rule.id}`", rule.title) for rule in domain.rules.values()),
    }


def _form(form: Form) -> tuple[str, ...]:
    return f"`{form.name}`", _listed(form.suffixes), form.about.en


def _decisions(domain: Domain) -> dict[str, Schema]:
    return {name: part for name, part in _defs("decisions", domain).items() if "by" in part["properties"]}


def _defs(name: str, domain: Domain) -> dict[str, Schema]:
    """The types of a schema, each key with what it means."""
    found: dict[str, Schema] = SCHEMAS[name](domain, "en")["$defs"]
    return found


def _parts(parts: Mapping[str, Schema], first: Iterable[str]) -> str:
    """A heading, what the type says of itself, and its keys, for every type that has keys."""
    order = dict.fromkeys((*first, *parts))
    return "\n\n".join(_part(name, parts[name]) for name in order if parts[name].get("properties"))


def _part(name: str, part: Schema) -> str:
    about = " ".join(part.get("description", "").split())
    needed = part.get("required", ())
    rows = (
        (f"`{key}`", _cell(held.get("description", "")), _held(held), "yes" if key in needed else "")
        for key, held in part["properties"].items()
    )
    return f"**{name}.** {about}\n\n" + _table(("key", "means", "holds", "required"), rows)


def _held(part: Schema) -> str:
    """What a key holds, in a few words."""
    if "$ref" in part:
        name = part["$ref"].rpartition("/")[2]
        return _VALUES.get(name, f"{name}")
    if "anyOf" in part:
        return " or ".join(dict.fromkeys(map(_held, part["anyOf"])))
    if "enum" in part:
        return _listed(part["enum"]) if len(part["enum"]) <= _MOST else "one of the ids that `rules/` declares"
    if part.get("type") == "array":
        return "[first, last]" if "prefixItems" in part else f"list of {_held(part['items'])}"
    if part.get("type") == "object":
        return f"{_held(part['additionalProperties'])} by name"
    kinds = part.get("type", "value")
    first = kinds[0] if isinstance(kinds, list) else kinds
    return str(part.get("format") or _KINDS.get(first, first))


def _rules(domain: Domain) -> str:
    rows = (
        (phrases.FAMILIES[family].en, f"`{rule.id}`", ", ".join(sorted(set(rule.severity.values()))), rule.title.en)
        for family in FAMILIES
        for rule in domain.rules.values()
        if rule.family == family
    )
    return _table(("family", "id", "severity", "finding"), rows)


def _domain_words(domain: Domain) -> str:
    levels = ((f"level `{level.id}`", level.name) for level in domain.levels.all)
    areas = ((f"area {number}", area.name) for number, area in domain.areas.items())
    kinds = ((f"type `{code}`", kind.name) for code, kind in domain.document_types.items())
    loud = ((f"severity `{severity}`", said) for severity, said in phrases.SEVERITY.items())
    return _bilingual((*levels, *areas, *kinds, *loud))


def _bilingual(rows: Iterable[tuple[str, Words]]) -> str:
    return _table(("in files", "tiếng Việt", "English"), ((name, said.vi, said.en) for name, said in rows))


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = (f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows))
    return "\n".join(lines)


def _value(verdict: TargetVerdict | TaskVerdict) -> str:
    return str(verdict.value)


def _listed(names: Iterable[str]) -> str:
    return " ".join(f"`{name}`" for name in names)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")

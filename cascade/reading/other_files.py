"""Files of cascade that lie among plans and are none: each says what it is, or shows it by its keys."""

from __future__ import annotations

import re
from pathlib import Path

from cascade.model.words import Words
from cascade.reading.yaml_tree import Node

_OWN_RULE = Words("quy tắc riêng, nêu bằng --rules", "own rule, to be given by --rules")
_DECISIONS = Words("kết luận của người soát, nêu bằng --decisions", "decisions, to be given by --decisions")
_SETTINGS = Words("tệp cấu hình, nêu bằng --config", "settings, to be given by --config")
_RULES = Words("tệp của thư mục quy tắc, nêu bằng --rules", "file of a rules folder, to be given by --rules")
_SCHEMA = re.compile(r"(?P<name>[a-z-]+)/\d+")
_BY_SCHEMA = {"own-rule": _OWN_RULE, "decisions": _DECISIONS, "settings": _SETTINGS, "rule": _RULES} | dict.fromkeys(
    (
        *("agencies", "answers", "areas", "concepts", "contrasts", "document-types", "general", "language", "levels"),
        *("matters", "measures", "quantities", "reading"),
    ),
    _RULES,
)
_BY_KEY = {
    **dict.fromkeys(("each", "some", "must", "in-each"), _OWN_RULE),
    "decisions": _DECISIONS,
    **dict.fromkeys(("fail-on", "ignores", "exit-zero", "allow-missing-parent"), _SETTINGS),
}
"""Keys that nothing but these files has."""


def other_by_schema(root: Node) -> Words | None:
    """What a file of cascade is, and how it is given, where its schema says that it is no plan."""
    schema = root.value("schema")
    said = _SCHEMA.fullmatch(schema.scalar or "") if schema is not None else None
    return _BY_SCHEMA.get(said["name"]) if said else None


def other_by_keys(root: Node) -> Words | None:
    """The same of a file without a schema, by a key that no plan has."""
    return next((_BY_KEY[key.scalar] for key, _ in root.keys or () if key.scalar in _BY_KEY), None)


def other_by_name(path: Path) -> Words | None:
    """The same of a file that is no YAML."""
    return _SETTINGS if path.suffix.lower() == ".toml" else None

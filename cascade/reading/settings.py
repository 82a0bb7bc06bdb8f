"""Reading a project's settings: TOML as a tree with places, so that a wrong key is told as in any other file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from cascade.model.refused import refused
from cascade.model.settings import Settings
from cascade.model.text import file_name
from cascade.reading.decode import Decoder
from cascade.reading.fault import Fault
from cascade.reading.yaml_tree import Node

OWN, SHARED = "cascade.toml", "pyproject.toml"
TABLE = ("tool", "cascade")
MAX_BYTES = 1024 * 1024
_HEAD = re.compile(r"^\s*\[+\s*(?P<name>[^\[\]#]+?)\s*\]+\s*(?:#.*)?$")
_KEY = re.compile(r"""^(?P<space>\s*)(?P<name>(?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_PLACE = re.compile(r"at line (\d+), column (\d+)")
Name = tuple[str, ...]


class SettingsRead(msgspec.Struct, frozen=True):
    """The settings of a file (None: no file, or it could not be read), the folder it lies in, and its faults."""

    settings: Settings | None
    folder: Path
    faults: Sequence[Fault] = ()


def find_settings(start: Path) -> Path | None:
    """The file that settles a call made in `start`: the nearest, in it or in a folder above it."""
    for folder in (start, *start.parents):
        if (folder / OWN).is_file():
            return folder / OWN
        shared = folder / SHARED
        if shared.is_file() and _table(shared) is not None:
            return shared
    return None


def read_settings(path: Path) -> SettingsRead:
    """The settings in one file."""
    shown = file_name(path.as_posix())
    try:
        text = _text(path)
        tree = tomllib.loads(text)
    except OSError as error:
        return SettingsRead(None, path.parent, [Fault(shown, 1, 1, "unreadable", (("reason", refused(error)),))])
    except UnicodeDecodeError:
        return SettingsRead(None, path.parent, [Fault(shown, 1, 1, "not-utf8", (("byte", "?"),))])
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _PLACE.search(str(error))
        line, column = (int(found[1]), int(found[2])) if found else _end(text)
        return SettingsRead(None, path.parent, [Fault(shown, line, column, "toml-syntax")])
    at = TABLE if path.name == SHARED else ()
    for name in at:
        tree = tree.get(name, {})
    decoder = Decoder(shown, {})
    settings = decoder.read(Settings, _node(tree, at, _places(text)))
    return SettingsRead(settings, path.parent, decoder.faults)


def _end(text: str) -> tuple[int, int]:
    lines = text.split("\n")
    return len(lines), len(lines[-1]) + 1


def _text(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(MAX_BYTES).decode("utf-8-sig")


def _table(path: Path) -> Any:
    """The table of ours in a file that many tools share; None where it has none, or is none of TOML."""
    try:
        return tomllib.loads(_text(path)).get(TABLE[0], {}).get(TABLE[1])
    except (OSError, ValueError, AttributeError, RecursionError):
        return None


def _places(text: str) -> dict[Name, tuple[int, int]]:
    """Line and column of every key, as far as the lines alone tell; the first of two alike."""
    found: dict[Name, tuple[int, int]] = {}
    table: Name = ()
    for number, line in enumerate(text.split("\n"), start=1):
        head, key = _HEAD.match(line), _KEY.match(line)
        if head is not None:
            table = _parts(head["name"])
            found.setdefault(table, (number, line.index("[") + 1))
        elif key is not None:
            found.setdefault((*table, *_parts(key["name"])), (number, len(key["space"]) + 1))
    return found


def _parts(name: str) -> Name:
    return tuple(part.strip("\"'") for part in _PART.findall(name))


def _node(value: Any, at: Name, places: dict[Name, tuple[int, int]]) -> Node:
    """A value of TOML as a node; its place is that of its key, or of the nearest table around it."""
    place = next((places[at[:end]] for end in range(len(at), -1, -1) if at[:end] in places), (1, 1))
    if isinstance(value, dict):
        keys = [(_named(name, (*at, name), places), _node(part, (*at, name), places)) for name, part in value.items()]
        return Node(*place, keys=keys)
    if isinstance(value, list):
        return Node(*place, items=[_node(part, at, places) for part in value])
    plain = str(value).lower() if isinstance(value, bool) else str(value)
    return Node(*place, scalar=plain, quoted=isinstance(value, str))


def _named(name: str, at: Name, places: dict[Name, tuple[int, int]]) -> Node:
    return Node(*places.get(at, (1, 1)), scalar=name, quoted=True)

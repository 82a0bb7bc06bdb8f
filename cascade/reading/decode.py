"""Trees to typed values: one decoder for every file that cascade reads.

The types themselves are the schema. Every wrong key and value of a file is reported, each with
its place, what was found, what was expected and the nearest valid name; what can be read is kept.
"""

from __future__ import annotations

import re
import types
import typing
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal

import msgspec

from cascade.model.bound import Bound, number, parse_bound
from cascade.model.due import Day
from cascade.model.plan import FIRST_YEAR, LAST_YEAR, Lines, Window, clean
from cascade.model.words import Words
from cascade.reading.fault import Fault, nearest
from cascade.reading.yaml_tree import Node

Path = tuple[str | int, ...]
Known = Mapping[str, Collection[str]]
_BAD: Any = object()
_YEAR = r"(19(4[5-9]|[5-9]\d)|20\d\d|2100)"  # as a JSON Schema says it
MANY = 1000
"""So many faults of one file get the nearest valid name; of more, nobody reads it."""
_INT = re.compile(r"^-?[0-9]{1,9}$")
_DECIMAL = re.compile(r"^[0-9]{1,9}(?:[.,][0-9]{1,9})?$")


class Scalar(msgspec.Struct, frozen=True):
    """How a type is written as one scalar, what that looks like in words and in JSON Schema, and the years it names."""

    parse: Callable[[str], Any]
    expected: Words
    schema: dict[str, Any]
    years: Callable[[Any], tuple[int, ...]] = lambda _: ()


def _integer(text: str) -> int:
    if not _INT.match(text):
        raise ValueError(text)
    return int(text)


def _decimal(text: str) -> Decimal:
    if not _DECIMAL.match(text):
        raise ValueError(text)
    return number(text)


def _share(text: str) -> float:
    if not _DECIMAL.match(text):
        raise ValueError(text)
    return float(text.replace(",", "."))


def _boolean(text: str) -> bool:
    return {"true": True, "false": False}[text.lower()]


def _text(text: str) -> str:
    if not clean(text):
        raise ValueError(text)
    return clean(text)


def _iso_date(text: str) -> date:
    if not re.match(r"^\d{4}-\d{2}-\d{2}$", text):
        raise ValueError(text)
    return date.fromisoformat(text)


SCALARS: dict[type, Scalar] = {
    str: Scalar(_text, Words("một dòng chữ", "a text"), {"type": "string", "minLength": 1}),
    int: Scalar(_integer, Words("một số nguyên", "a whole number"), {"type": "integer"}),
    bool: Scalar(_boolean, Words("true hoặc false", "true or false"), {"type": "boolean"}),
    float: Scalar(_share, Words("một số", "a number"), {"type": "number"}),
    Decimal: Scalar(
        _decimal,
        Words("một số, ví dụ 20", "a number, such as 20"),
        {"type": ["number", "string"], "pattern": _DECIMAL.pattern},
    ),
    date: Scalar(
        _iso_date,
        Words("một ngày có thật, viết năm-tháng-ngày: 2021-12-29", "a real date, year-month-day: 2021-12-29"),
        {"type": "string", "format": "date", "pattern": rf"^{_YEAR}-"},
        lambda day: (day.year,),
    ),
    Bound: Scalar(
        parse_bound,
        Words(
            'một mức: 80%, "> 90%", "= 5", 50-80%, 15 phút, 6 người/100.000 dân, tốt',
            'a bound: 80%, "> 90%", "= 5", 50-80%, 15 phút, 6 người/100.000 dân, tốt',
        ),
        {"type": ["string", "number"]},
    ),
    Lines: Scalar(
        Lines.parse,
        Words("dòng của văn bản nguồn: 12 hoặc 12-14", "lines of the source document: 12 or 12-14"),
        {"type": ["string", "integer"], "pattern": r"^[1-9]\d*(\s*-\s*[1-9]\d*)?$"},
    ),
    Window: Scalar(
        Window.parse,
        Words("một năm hoặc giai đoạn: 2022 hoặc 2021-2025", "a year or period: 2022 or 2021-2025"),
        {"type": ["string", "integer"], "pattern": rf"^{_YEAR}(\s*[-–—]\s*{_YEAR})?$"},
        lambda window: (window.first, window.last),
    ),
    Day: Scalar(
        Day.parse,
        Words("một ngày: 15/12 (mọi năm) hoặc 15/12/2026", "a day: 15/12 (of any year) or 15/12/2026"),
        {"type": "string", "pattern": rf"^(\d{{1,2}}/\d{{1,2}}(/{_YEAR})?|{_YEAR}-\d{{2}}-\d{{2}})$"},
        lambda day: () if day.year is None else (day.year,),
    ),
}


class OneLanguage(msgspec.Struct, frozen=True):
    """Words of which English may be left out; Vietnamese then stands for both."""

    vi: str
    en: str | None = None


class Decoder:
    """Decodes the trees of one file, collecting faults and the place of every key.

    `known` gives the valid names of the fields that refer to `rules/` (`Meta(extra={"known": …})`); keys of
    `skip` are passed over: what they hold is not asked for now, and their types have defaults. With `one_language`
    words may be one text, or leave English out.
    """

    def __init__(
        self, shown: str, known: Known, skip: frozenset[str] = frozenset(), *, one_language: bool = False
    ) -> None:
        self.shown = shown
        self.known = known
        self.skip = skip
        self.one_language = one_language
        self.faults: list[Fault] = []
        self.places: dict[Path, tuple[int, int]] = {}

    def fault(self, at: Path, code: str, **facts: str | Words) -> None:
        """Report a fault at a path that was read before (or at its nearest ancestor)."""
        while at not in self.places and at:
            at = at[:-1]
        line, column = self.places.get(at, (1, 1))
        self.faults.append(Fault(self.shown, line, column, code, tuple(facts.items())))

    def read(self, kind: Any, node: Node, at: Path = ()) -> Any:
        """The value of `node` as `kind`, or None where it holds none; faults are collected."""
        value = self._read(kind, node, at)
        return None if value is _BAD else value

    def _read(self, kind: Any, node: Node, at: Path) -> Any:
        self.places[at] = (node.line, node.column)
        if node.broken:
            return _BAD
        shape = _shape(kind)
        if shape.scalar is not None:
            return self._scalar(shape.scalar, node, at)
        if shape.or_one and node.scalar is not None and not node.is_null:
            node = Node(node.line, node.column, items=[node])
        if shape.filled and node.items == []:
            return self._wrong(node, at, Words("một danh sách có ít nhất một mục", "a list of at least one"))
        if shape.between is not None:
            return self._number_between(shape.between, node, at)
        if shape.known is not None:
            return self._choice(sorted(self.known[shape.known]), node, at)
        return self._composed(shape, node, at)

    def _composed(self, shape: _Shape, node: Node, at: Path) -> Any:
        match shape.form:
            case "optional":
                return self._optional(shape.arms, node, at)
            case "choice":
                return self._choice(list(shape.arms), node, at)
            case "list":
                return self._list(shape.arms[0], node, at)
            case "dict":
                return self._dict(shape.arms[1], node, at)
            case _:
                words = shape.kind is Words and self.one_language
                return self._words(node, at) if words else self._struct(shape.kind, node, at)

    def _words(self, node: Node, at: Path) -> Any:
        said = OneLanguage if node.scalar is None else str
        found = self._read(said, node, at)
        if isinstance(found, str):
            return Words(found, found)
        return found if found is _BAD else Words(found.vi, found.en or found.vi)

    def _wrong(self, node: Node, at: Path, expected: Words, near: Words | None = None) -> Any:
        self.fault(at, "expected", found=node.shown(), expected=expected, nearest=near or Words("", ""))
        return _BAD

    def _optional(self, inner: tuple[Any, ...], node: Node, at: Path) -> Any:
        if node.is_null:
            return None
        if len(inner) > 1 and all(issubclass(arm, msgspec.Struct) and arm not in SCALARS for arm in inner):
            return self._one_kind(list(inner), node, at)
        for arm in inner[:-1]:
            if (node.scalar is not None) == (arm in SCALARS):
                return self._read(arm, node, at)
        return self._read(inner[-1], node, at)

    def _one_kind(self, kinds: list[Any], node: Node, at: Path) -> Any:
        """The value as the one of several kinds whose own keys are given, those that only this kind must
        have. It is taken whole or not at all: half of it might say something else."""
        own = _own_keys(kinds)
        given = {key.scalar for key, _ in node.keys or ()}
        meant = [kind for kind in kinds if given & set(own[kind])] or _likely(kinds, given)[:1]
        if node.keys is None or len(meant) != 1:
            self.fault(at, "one-kind", keys=" | ".join(", ".join(keys) for keys in own.values()))
            return _BAD
        before = len(self.faults)
        value = self._struct(meant[0], node, at)
        return value if len(self.faults) == before and not _has_broken(node) else _BAD

    def _scalar(self, scalar: Scalar, node: Node, at: Path) -> Any:
        if node.scalar is None or node.is_null:
            return self._wrong(node, at, scalar.expected)
        try:
            value = scalar.parse(node.scalar.strip())
        except (ValueError, KeyError):
            return self._wrong(node, at, scalar.expected)
        years = scalar.years(value)
        return _BAD if years and self.strange_year(at, node.shown(), years) else value

    def strange_year(self, at: Path, found: str, years: Iterable[int]) -> bool:
        """Whether a value names a year that no plan speaks of, which is then a fault."""
        for year in years:
            if not FIRST_YEAR <= year <= LAST_YEAR:
                facts = {"year": f"{year:04}", "first": str(FIRST_YEAR), "last": str(LAST_YEAR)}
                self.fault(at, "strange-year", found=found, **facts)
                return True
        return False

    def nearest(self, found: str, valid: Iterable[str]) -> Words:
        """Words that name the nearest valid name."""
        return nearest(found, valid) if len(self.faults) < MANY else Words("", "")

    def _number_between(self, meta: msgspec.Meta, node: Node, at: Path) -> Any:
        low, high = meta.ge, meta.le
        expected = Words(f"một số nguyên từ {low} đến {high}", f"a whole number from {low} to {high}")
        if node.scalar is None or not _INT.match(node.scalar) or not (low <= int(node.scalar) <= high):  # type: ignore[operator]
            return self._wrong(node, at, expected)
        return int(node.scalar)

    def _choice(self, valid: list[str], node: Node, at: Path) -> Any:
        found = clean(node.scalar) if node.scalar is not None else None
        if found in valid:
            return found
        few = " | ".join(valid) if len(valid) <= 12 else None
        expected = Words(few or "một tên đã khai báo", few or "a declared name")
        return self._wrong(node, at, expected, self.nearest(found or "", valid))

    def _list(self, kind: Any, node: Node, at: Path) -> Any:
        if node.items is None:
            return self._wrong(node, at, Words("một danh sách", "a list"))
        values: list[Any] = []
        for item in node.items:  # an item that cannot be read leaves its index to the next, and none of its places
            before = len(self.places)
            value = self._read(kind, item, (*at, len(values)))
            if value is not _BAD:
                values.append(value)
                continue
            while len(self.places) > before:
                self.places.popitem()
        return tuple(values)

    def _dict(self, kind: Any, node: Node, at: Path) -> Any:
        if node.keys is None:
            return self._wrong(node, at, Words("các khóa và giá trị", "keys and values"))
        found = {key: self._read(kind, value, (*at, key)) for key, value in self._keys(node, at).items()}
        return {key: value for key, value in found.items() if value is not _BAD}

    def _keys(self, node: Node, at: Path) -> dict[str, Node]:
        """The keys of a mapping, each once; the first of two equal keys is kept."""
        seen: dict[str, Node] = {}
        first: dict[str, int] = {}
        for key, value in node.keys or ():
            name = key.scalar
            if key.broken:
                continue
            if name is None:
                self._fault_at(key, at, "key-not-text")
            elif name in seen:
                self._fault_at(key, at, "duplicate-key", found=name, first=str(first[name]))
            else:
                seen[name], first[name] = value, key.line
        return seen

    def _fault_at(self, key: Node, at: Path, code: str, **facts: str) -> None:
        """A fault of a key, which has no place of its own."""
        self.places[*at, ""] = (key.line, key.column)
        self.fault((*at, ""), code, **facts)
        del self.places[*at, ""]

    def _struct(self, kind: Any, node: Node, at: Path) -> Any:
        fields = _fields(kind)
        if node.keys is None:
            names = ", ".join(fields)
            return self._wrong(node, at, Words(f"các khóa {names}", f"the keys {names}"))
        given = self._keys(node, at)
        if not given.keys() <= fields.keys():
            self._unknown_keys(given, fields, node, at)
        values: dict[str, Any] = {}
        whole = True
        for name, (attribute, hint, required) in fields.items():
            if name in self.skip:
                continue
            if name in given:
                value = self._read(hint, given[name], (*at, name))
                if value is not _BAD:
                    values[attribute] = value
                    continue
            elif required:
                self.fault(at, "missing-key", key=name, expected=expected_words(hint))
            whole = whole and not required
        return kind(**values) if whole else _BAD

    def _unknown_keys(self, given: Iterable[str], fields: Collection[str], node: Node, at: Path) -> None:
        places = {key.scalar: key for key, _ in reversed(node.keys or ())}
        for name in given:
            if name not in fields:
                key = places[name]
                self.places[*at, name] = (key.line, key.column)
                self.fault((*at, name), "unknown-key", found=name, nearest=self.nearest(name, fields))


class _Shape(msgspec.Struct, frozen=True):
    """What a type asks of a value: a `scalar`; a number `between` two; one of the names `known`; or by its `form` a
    struct, a list or dict or choice of `arms`, or one of them or nothing. `filled`: a list of at least one;
    `or_one`: one value stands for a list of it."""

    kind: Any
    form: Literal["struct", "optional", "choice", "list", "dict"] = "struct"
    arms: tuple[Any, ...] = ()
    scalar: Scalar | None = None
    known: str | None = None
    between: msgspec.Meta | None = None
    filled: bool = False
    or_one: bool = False


@cache
def _shape(kind: Any) -> _Shape:
    if typing.get_origin(kind) is not typing.Annotated:
        return _bare_shape(kind)
    inner, *metas = typing.get_args(kind)
    known: str | None = None
    for meta in metas:
        known = (meta.extra or {}).get("known", known)
    between = next((meta for meta in metas if meta.ge is not None or meta.le is not None), None)
    bare = _bare_shape(inner)
    plain = known is None and between is None
    return msgspec.structs.replace(
        bare,
        known=known,
        between=between,
        filled=any(meta.min_length for meta in metas),
        or_one=any((meta.extra or {}).get("or_one") for meta in metas),
        scalar=bare.scalar if plain else None,
    )


def _bare_shape(kind: Any) -> _Shape:
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if kind in SCALARS:
        return _Shape(kind, scalar=SCALARS[kind])
    if origin in (types.UnionType, typing.Union):
        return _Shape(kind, "optional", tuple(arm for arm in arguments if arm is not types.NoneType))
    forms: dict[Any, Literal["choice", "list", "dict"]] = {Literal: "choice", tuple: "list", dict: "dict"}
    return _Shape(kind, forms[origin], arguments) if origin in forms else _Shape(kind)


@cache
def _fields(kind: Any) -> dict[str, tuple[str, Any, bool]]:
    """Key in the file → attribute, type, whether it must be given."""
    hints = typing.get_type_hints(kind, include_extras=True)
    return {
        field.encode_name: (field.name, hints[field.name], field.required) for field in msgspec.structs.fields(kind)
    }


def _own_keys(kinds: list[Any]) -> dict[Any, tuple[str, ...]]:
    """Of each kind the keys that it must have and no other knows."""
    shared = Counter(key for kind in kinds for key in _fields(kind))
    return {
        kind: tuple(key for key, (_, _, required) in _fields(kind).items() if required and shared[key] == 1)
        for kind in kinds
    }


def _likely(kinds: list[Any], given: Collection[str | None]) -> list[Any]:
    """The kinds that have a given key which most do not know: what is lacking is told of the first."""
    shared = Counter(key for kind in kinds for key in _fields(kind))
    return [kind for kind in kinds if any(key in given and shared[key] * 2 < len(kinds) for key in _fields(kind))]


def _has_broken(node: Node) -> bool:
    """Whether anything in a value could not be read."""
    parts = [*(node.items or ()), *(part for pair in node.keys or () for part in pair)]
    return node.broken or any(map(_has_broken, parts))


def expected_words(kind: Any) -> Words:
    """What a value of this type looks like, in words."""
    if typing.get_origin(kind) is typing.Annotated:
        inner, *metas = typing.get_args(kind)
        return next(filter(None, map(_described, metas)), None) or expected_words(inner)
    origin = typing.get_origin(kind)
    if origin is Literal:
        few = " | ".join(typing.get_args(kind))
        return Words(few, few)
    if origin is tuple:
        return Words("một danh sách", "a list")
    if origin in (types.UnionType, typing.Union):
        return expected_words(typing.get_args(kind)[0])
    if kind in SCALARS:
        return SCALARS[kind].expected
    return Words("các khóa và giá trị", "keys and values")


def _described(meta: msgspec.Meta) -> Words | None:
    told: Words | None = (meta.extra or {}).get("expected")
    return told

"""Reading a rule of a reviewer's own: what no single value shows is told with its place too."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from cascade.model.own_rule import PLACEHOLDERS, Condition, Demand, OwnRule, OwnRuleFile, PlanCondition, parts
from cascade.model.rule import Example, Sketches
from cascade.model.text import syllables
from cascade.model.words import Words, names_in
from cascade.reading.decode import Decoder, Path
from cascade.reading.fault import nearest
from cascade.reading.yaml_tree import Node

SCHEMA = "own-rule/1"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LOGIC = ("all", "any", "not")
_ITEM = ("kind", "words", "printed", "area", "tier", "measure", "guarantees", "lead", "with", "product", "has", "due")
_OWN = (*_LOGIC, *_ITEM, "above", "plan")
_ASKED = (*_LOGIC, *_ITEM, "verdict", "confidence", "answer", "plan")
_SUBJECTS: dict[str, tuple[Words, tuple[str, ...]]] = {
    "plan": (Words("kế hoạch", "a plan"), (*_LOGIC, "plan")),
    "own": (Words("mục của chính kế hoạch", "an item of the plan itself"), _OWN),
    "asked": (Words("mục của cấp trên", "an item of a plan above"), _ASKED),
    "answer": (Words("mục trả lời", "an item that answers"), (*_LOGIC, *_ITEM, "plan")),
    "above": (
        Words("mục của cấp trên được trả lời", "an item above that is answered"),
        (*_LOGIC, *_ITEM, "verdict", "confidence", "plan"),
    ),
}
"""For each thing that a condition can be asked of: what it is, and the keys that make sense."""
_SCOPE = {
    "plan": Words("Mỗi kế hoạch", "Every plan"),
    "target": Words("chỉ tiêu của kế hoạch", "target of the plan"),
    "task": Words("nhiệm vụ của kế hoạch", "task of the plan"),
    "item": Words("chỉ tiêu, nhiệm vụ của kế hoạch", "target or task of the plan"),
    "asked-target": Words("chỉ tiêu của kế hoạch cấp trên", "target of the plans above"),
    "asked-task": Words("nhiệm vụ của kế hoạch cấp trên", "task of the plans above"),
    "asked-item": Words("chỉ tiêu, nhiệm vụ của kế hoạch cấp trên", "target or task of the plans above"),
}


def is_own(root: Node | None) -> bool:
    """Whether a file says that it holds a rule of one's own."""
    said = (value.scalar for key, value in (root.keys or () if root else ()) if key.scalar == "schema")
    return next(said, None) == SCHEMA


def own_rule(root: Node, decoder: Decoder) -> OwnRule | None:
    """The rule in a file's tree; None, and faults, where anything is wrong with it: half a rule might say something
    else."""
    before = len(decoder.faults)
    file: OwnRuleFile | None = decoder.read(OwnRuleFile, root)
    if file is not None and len(decoder.faults) == before:  # else what was left out would be missed here again
        _check(file, decoder)
    if file is None or len(decoder.faults) > before:
        return None
    demand = _demand(file)
    return OwnRule(
        schema="rule/1",
        id=file.id,
        family=demand.family,
        title=file.title,
        severity={"default": file.severity, "unsure": "info"} if _weighs(file) else {"default": file.severity},
        scope=file.scope or _scope(demand),
        message=file.message,
        suggestion=file.suggestion,
        rationale=file.reason,
        audience=file.audience,
        fires=tuple(map(_example, file.fires)),
        silent=tuple(map(_example, file.silent)),
        demand=demand,
    )


def _demand(file: OwnRuleFile) -> Demand:
    looked = file.each or file.some or "item"
    return Demand(looked, file.of, file.where, file.must, file.at_least or 1, file.in_each)


def _example(sketches: Sketches) -> Example:
    return Example(**{name: getattr(sketches, name) for name in Sketches.__struct_fields__})


def _weighs(file: OwnRuleFile) -> bool:
    """Whether it asks how items of two plans stand to one another, which may not be sure."""
    conditions = [part for one in (file.where, file.must) if one is not None for _, part in parts(one)]
    return any(part.verdict or part.confidence or part.answer or part.above for part in conditions)


def _scope(demand: Demand) -> Words:
    said = _SCOPE[demand.looked]
    if demand.looked == "plan":
        return said
    if demand.must is not None:
        return Words(f"Mỗi {said.vi}", f"Every {said.en}")
    return Words(f"Kế hoạch đủ nội dung, các {said.vi}", f"Plans in full, each {said.en}")


def _check(file: OwnRuleFile, decoder: Decoder) -> None:
    if not _ID.fullmatch(file.id):
        decoder.fault(("id",), "own-rule-stem", found=file.id)
    if (file.each is None) == (file.some is None):
        decoder.fault((), "one-kind", keys="each | some")
        return
    _check_keys(file, decoder)
    for key, one in (("where", file.where), ("must", file.must)):
        if one is not None:
            given = (key,) in decoder.places
            _check_condition(one, (key,), _subject(file, key), decoder, given=given)
    _check_head(file.of, ("of",), decoder, given=("of",) in decoder.places)
    for name, words in (("message", file.message), ("suggestion", file.suggestion)):
        for found in sorted(names_in(words) - {*PLACEHOLDERS}):
            decoder.fault((name,), "placeholder", found=found, nearest=nearest(found, PLACEHOLDERS))


def _check_keys(file: OwnRuleFile, decoder: Decoder) -> None:
    """The keys that belong to `each`, and those that belong to `some`."""
    if file.each is not None and file.must is None:
        decoder.fault(("each",), "needs-key", found="each", with_="must")
    if file.some is not None and file.must is not None:
        decoder.fault(("must",), "needs-key", found="must", with_="each")
    for key, value in (("at-least", file.at_least), ("in-each", file.in_each)):
        if file.each is not None and value is not None:
            decoder.fault((key,), "needs-key", found=key, with_="some")
    if file.at_least is not None and file.in_each is not None:
        decoder.fault(("in-each",), "one-of", keys="at-least, in-each")


def _subject(file: OwnRuleFile, key: str) -> str:
    if file.each == "plan":
        return "plan"
    return "asked" if (file.each or file.some or key).startswith("asked-") else "own"


def _check_condition(one: Condition, at: Path, subject: str, decoder: Decoder, *, given: bool = True) -> None:
    """Every key makes sense for what it is asked of, and every condition says something."""
    said, usable = _SUBJECTS[subject]
    for below, part in parts(one):
        place = (*at, *below)
        keys = _given(part)
        if not keys and given:
            decoder.fault(place, "says-nothing")
        for key in keys:
            if key not in usable:
                decoder.fault((*place, key), "key-not-here", found=key, subject=said, usable=", ".join(usable))
        _check_words(part, place, decoder)
        if part.answer is not None:
            _check_condition(part.answer, (*place, "answer"), "answer", decoder)
        if part.above is not None:
            _check_condition(part.above, (*place, "above"), "above", decoder)
        if part.plan is not None:
            _check_head(part.plan, (*place, "plan"), decoder)


def _check_words(part: Condition, at: Path, decoder: Decoder) -> None:
    """Every phrase has a word, and a deadline says something."""
    for key in ("words", "printed", "lead", "with", "product"):
        _check_phrases(getattr(part, "partners" if key == "with" else key), (*at, key), decoder)
    if part.due is not None:
        _check_phrases(part.due.words, (*at, "due", "words"), decoder)
        if not _given(part.due):
            decoder.fault((*at, "due"), "says-nothing")


def _check_head(one: PlanCondition, at: Path, decoder: Decoder, *, given: bool = True) -> None:
    for below, part in parts(one):
        place = (*at, *below)
        if not _given(part) and given:
            decoder.fault(place, "says-nothing")
        for key in ("title", "issuer", "place"):
            _check_phrases(getattr(part, key), (*place, key), decoder)
        if part.signed is not None and not _given(part.signed):
            decoder.fault((*place, "signed"), "says-nothing")


def _check_phrases(phrases: Iterable[str], at: Path, decoder: Decoder) -> None:
    for index, phrase in enumerate(phrases):
        if not syllables(phrase):
            decoder.fault((*at, index), "no-words", found=phrase)


def _given(part: msgspec.Struct) -> list[str]:
    """The keys of a condition that are given, as the file spells them."""
    fields = msgspec.structs.fields(part)
    return [field.encode_name for field in fields if getattr(part, field.name) != field.default]

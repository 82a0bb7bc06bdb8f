"""Who is charged with a task, with whom and by when: the words of a sentence, a bracket, a labelled statement.

A sentence that hands something out reads from left to right: words that ask ("Giao"), bodies, words that charge them
("chủ trì"), those that take part ("phối hợp với …"), a deed, a deadline. Where no deed is left the sentence only says
who does what stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from cascade.lexicon.bodies import bodies_of
from cascade.lexicon.deadlines import Deadlines
from cascade.model.domain import Domain
from cascade.model.text import any_of

_MARK = re.compile(r"\W*(?:\d{1,2}\s*[-/.)]\s*(?=[^\W\d]))?")
_BRACKET = re.compile(r"\(\s*(?P<inside>[^()]{3,400})\)[\s.;*]*$")
_MATTER = re.compile(r"\s*\([^()]*(?:\)|$)")
_EDGES = " ;,.-–+*:()"
_FEW = 12  # words of a deadline that stands alone
_HEADING = 300  # characters; no heading is longer
_COLUMNS = ("lead", "with", "due", "product", "funding", "note")
"""Columns under whose names something is stated of a task, by their names in `columns` of rules/reading.yaml."""
_NAME = 2  # words that a body is named by at least, where nothing charges it


class Charge(msgspec.Struct, frozen=True):
    """Who leads, who takes part, by when, what comes of it. `alone`: whether the words tell no deed besides."""

    lead: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    due: str | None = None
    product: str | None = None
    alone: bool = False

    def __bool__(self) -> bool:
        return bool(self.lead or self.partners or self.due or self.product)

    def over(self, other: Charge) -> Charge:
        """What this says, and for the rest what another says."""
        return Charge(
            self.lead or other.lead,
            self.partners or other.partners,
            self.due or other.due,
            self.product or other.product,
            self.alone,
        )


class Charged:
    """Finds charges with the phrases of `rules/reading.yaml`."""

    def __init__(self, domain: Domain) -> None:
        self.bodies, self.deadlines = bodies_of(domain), Deadlines(domain.phrases)
        words = {name: any_of(found) for name, found in domain.phrases.charging.items()}
        asks, columns = any_of(domain.phrases.addressing.get("asks", ())), domain.phrases.columns
        self.column_of = {phrase.lower(): name for name in _COLUMNS for phrase in columns.get(name, ())}
        label = rf"\W{{0,6}}(?P<label>{any_of(self.column_of)})"
        section = rf"(?:{words['section']})\s+(?:[^.;]{{0,40}}?\s)?(?:{words['those']})\s+(?:{words['by']})\s+"
        filler = rf"(?<!\w)(?:{words['filler']}|{words['leads']}|{words['helps']})(?!\w)"
        patterns = {
            "asks": rf"(?:{asks})\s*:?\s+(?=[^\W\d_])",
            "leads": rf"\s*,?\s*(?:{words['leads']})(?!\w)",
            "denied": rf"\s*(?:{words['denied']})(?!\w)",
            "helps": rf"(?<!\w)(?:{words['helps']})\s*:?\s+",
            "helping": rf"(?:{words['helping']})(?!\w)",
            "by": rf"(?<!\w)(?:{words['by']})\s+",
            "directs": rf"(?<!\w)(?:{words['directs']})\s+",
            "when": rf"(?:{words['when']})\s[^;.:]{{0,160}}?,\s*",
            "spoken_to": rf"(?:{words['for']})\s+",
            "respectively": rf"(?<!\w)(?:{words['respectively']})(?!\w)",
            "filler": filler,
            "section": section,
            "label": rf"(?:^|(?<=[.;,(])){label}\s*:\s*",
            "bare_label": rf"{label}\W*$",
            "between": rf"\s*;\s*|\s*,\s*(?=(?:{words['parted']})(?!\w))",
        }
        self.said = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}

    def heading(self, text: str) -> tuple[str, ...]:
        """The bodies that a heading names and nothing besides ("Trách nhiệm của Sở Y tế", "6. Đề nghị: Hội …")."""
        start = self.opening(text, when=False)
        end = self.bodies.run(text, start) if len(text) <= _HEADING else None
        rest = text[end:].strip(_EDGES)
        told = rest and not (self.said["leads"].match(rest) or rest.startswith("("))
        return () if end is None or told or self.bodies.verb_at(rest) else self.bodies.named(text, start, end)

    def label(self, text: str) -> tuple[str, ...]:
        """The bodies before the first colon, where nothing else stands there ("Phòng Nội vụ: …")."""
        asked = self.said["asks"].match(text)
        return self.heading(text[: max(0, text.find(":", asked.end() if asked else 0))])

    def of(self, text: str, *, years: bool = True) -> Charge:
        """What a sentence says of who does its deed, with whom and by when; by a year alone only with `years`."""
        start = self.opening(text)
        end = self.bodies.run(text, start)
        leads = end is not None and self._leads(text, start, end)
        helped = list(self._helped(text))
        charge = Charge(
            self.bodies.named(text, start, end) if end is not None and leads else self._charged_within(text),
            self.bodies.named(text, *helped[0]) if helped else (),
            self.deadlines.of(text, years=years),
        )
        bracket = _BRACKET.search(text)
        inside = self._bracketed(bracket["inside"]) if bracket else None
        if bracket and inside:
            charge = inside.over(charge)
            helped += [] if text[: bracket.start()].strip() else [bracket.span()]
        named = [(0, end or start), *helped, *((one.start, one.end) for one in self.deadlines.find(text))]
        return msgspec.structs.replace(
            charge, alone=bool(charge) and self.tells_nothing(" ".join(_outside(text, named)))
        )

    def tells_nothing(self, text: str) -> bool:
        """Whether words tell no deed: nothing but what joins the words of a charge."""
        return not self.said["filler"].sub("", text).strip(_EDGES)

    def helps(self, text: str, said: Charge) -> bool:
        """Whether those that a sentence begins with only take part in its deed, `said` being what it says of bodies."""
        text = text.lstrip()
        end = self.bodies.run(text) if said.lead else 0
        return bool(self.said["helps"].match(text, end or 0) or self.said["helps"].match(text[end or 0 :].lstrip()))

    def stated(self, text: str, heading: str = "") -> Charge | None:
        """What is stated under names of columns, where a text begins with one ("Cơ quan chủ trì: Sở Nội vụ."), or
        stands under a `heading` that is one."""
        labels = list(self.said["label"].finditer(text)) if self.said["label"].match(text) else []
        ends = [*(label.start() for label in labels[1:]), len(text)]
        values = dict.fromkeys(_COLUMNS, "")
        for label, end in zip(labels, ends, strict=False):
            values[self._column(label)] = values[self._column(label)] or text[label.end() : end].strip(_EDGES)
        above = self.said["bare_label"].match(heading) if not labels else None
        if above is not None:
            name = self._column(above)
            end = len(text) if name == "due" and len(text.split()) <= _FEW else self.bodies.run(text) or 0
            values[name] = "" if text[end:].strip(_EDGES) else text.strip(_EDGES)
        if not any(values.values()):
            return None
        parted = self._bracketed(values["lead"])
        bare = {name: _MATTER.sub("", values[name]) for name in ("lead", "with")}
        lead, partners = (self.bodies.named(words, 0, len(words)) for words in bare.values())
        if parted and parted.partners:
            lead, partners = parted.lead, (*parted.partners, *partners)
        due = values["due"] or self.deadlines.of(values["product"])
        return Charge(lead, partners, due, values["product"] or None, alone=True)

    def of_section(self, text: str) -> Charge | None:
        """What a sentence says that charges bodies with all the tasks above it ("Các nhiệm vụ tại mục này do …")."""
        found = self.said["section"].match(text)
        charge = self.of(text[found.end() :]) if found else None
        return charge if charge and charge.alone else None

    def opening(self, text: str, *, when: bool = True) -> int:
        """Where what a text tells or names begins: behind its mark, words that say `when` or why, and words that ask
        or speak to someone."""
        mark = _MARK.match(text)
        at = mark.end() if mark else 0
        found = self.said["when"].match(text, at) if when else None
        while found is not None:
            if self.said["asks"].match(text, found.end()) or self.bodies.begins.match(text, found.end()):
                at = found.end()
                break
            found = self.said["when"].match(text, found.end())
        for name in ("asks",) if when else ("spoken_to", "asks", "spoken_to"):
            found = self.said[name].match(text, at)
            at = found.end() if found else at
        return at

    def _column(self, label: re.Match[str]) -> str:
        return self.column_of[" ".join(label["label"].lower().split())]

    def _bracketed(self, text: str) -> Charge | None:
        """What words in a bracket behind a deed say of who does it ("Phòng Nội vụ chủ trì; Công an xã phối hợp")."""
        stated = self.stated(text)
        if stated is not None:
            return stated
        lead: list[str] = []
        partners: list[str] = []
        due = None
        for part in self.said["between"].split(text):
            helps = self.said["helps"].match(part)
            start = helps.end() if helps else 0
            end = self.bodies.run(part, start)
            behind = part[end or 0 :].strip(_EDGES)
            due = due or self.deadlines.of(behind)
            if end is not None and (due or not self.said["filler"].sub("", behind).strip(_EDGES)):
                helping = helps or self.said["helping"].match(behind)
                (partners if helping else lead).extend(self.bodies.named(part, start, end))
        return Charge(tuple(lead), tuple(partners), due) if lead else None

    def _leads(self, text: str, start: int, end: int) -> bool:
        """Whether bodies that a sentence begins with do what it tells: a deed follows, or words that charge them."""
        rest = text[end:].lstrip()
        if self.said["leads"].match(rest) or rest.startswith(":"):
            return True
        begun = self.bodies.begins.match(text, start)
        if (
            begun
            and begun.end() >= end
            and (self.bodies.verbs.match(text, start) or len(text[start:end].split()) < _NAME)
        ):
            return False  # "Thanh tra, kiểm tra công vụ" tells a deed
        asked = bool(text[:start].strip(_EDGES)) and self.said["asks"].search(text, 0, start + 1) is not None
        return (
            bool(rest) and rest[0] not in ".;)" and (asked or not (rest[0] == "(" or self.said["denied"].match(rest)))
        )

    def _charged_within(self, text: str) -> tuple[str, ...]:
        """The bodies that a sentence charges behind its deed ("…, do Công an xã chủ trì", "… giao Sở Y tế làm")."""
        for by in (*self.said["by"].finditer(text, 1), *self.said["directs"].finditer(text)):
            end = self.bodies.run(text, by.end())
            fills = by.re is self.said["by"] and end is not None and self.said["filler"].match(text[end:].lstrip())
            if end is not None and (fills or self.said["leads"].match(text, end)):
                return self.bodies.named(text, by.end(), end)
        return ()

    def _helped(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the bodies stand that a task is done together with."""
        for helps in self.said["helps"].finditer(text):
            end = self.bodies.run(text, helps.end(), whatever=True)
            if end is not None:
                yield helps.end(), end


def _outside(text: str, spans: list[tuple[int, int]]) -> Iterator[str]:
    """The words of a text that lie in no span."""
    at = 0
    for start, end in sorted(spans):
        yield text[at:start]
        at = max(at, end)
    yield text[at:]

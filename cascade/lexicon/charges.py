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
_OUTER = re.compile(r"\s*\(([^()]*)\)[\s.;]*$")
_PART = re.compile(r"\s*;\s*|\s*,\s*(?=(?:phối hợp|thời gian|hoàn thành)(?!\w))", re.IGNORECASE)
_EDGES = " ;,.-–+*:"
_FEW = 12  # words of a deadline that stands alone
_HEADING = 300  # characters; no heading is longer
_LABELS = {"lead": "lead", "with": "partners", "due": "due", "product": "product", "funding": "", "note": ""}
"""What a statement under the name of a column says (`columns` of rules/reading.yaml); empty: nothing of a task."""


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
        asks = any_of(domain.phrases.addressing.get("asks", ()))
        found = {name: words.get(name, "(?!)") for name in ("leads", "helps", "by", "when", "filler", "for", "denied")}
        self.asks = re.compile(rf"(?:{asks})\s*:?\s+(?=[^\W\d_])", re.IGNORECASE)
        self.leads = re.compile(rf"\s*,?\s*(?:{found['leads']})(?!\w)", re.IGNORECASE)
        self.denied = re.compile(rf"\s*(?:{found['denied']})(?!\w)", re.IGNORECASE)
        self.helps = re.compile(rf"(?<!\w)(?:{found['helps']})\s*:?\s+", re.IGNORECASE)
        self.helping = re.compile(rf"(?:{words.get('helping', '(?!)')})(?!\w)", re.IGNORECASE)
        self.by = re.compile(rf"(?<!\w)(?:{found['by']})\s+", re.IGNORECASE)
        self.when = re.compile(rf"(?:{found['when']})\s[^;.:]{{0,160}}?,\s*", re.IGNORECASE)
        self.filler = re.compile(
            rf"(?<!\w)(?:{found['filler']}|{found['leads']}|{found['helps']})(?!\w)", re.IGNORECASE
        )
        self.spoken_to = re.compile(rf"(?:{found['for']})\s+", re.IGNORECASE)
        section, those, handing = words.get("section", ""), words.get("those", ""), found["by"]
        self.of_section = re.compile(
            rf"(?:{section})\s+(?:[^.;]{{0,40}}?\s)?(?:{those})\s+(?:{handing})\s+", re.IGNORECASE
        )
        columns = domain.phrases.columns
        self.column_of = {phrase.lower(): name for name in _LABELS for phrase in columns.get(name, ())}
        self.label = re.compile(
            rf"(?:^|(?<=[.;,(])|(?<=\n))\W{{0,6}}(?P<label>{any_of(self.column_of)})\s*:\s*", re.IGNORECASE
        )
        self.bare_label = re.compile(rf"\W*(?P<label>{any_of(self.column_of)})\W*$", re.IGNORECASE)

    def heading(self, text: str) -> tuple[str, ...]:
        """The bodies that a heading names and nothing besides ("Trách nhiệm của Sở Y tế", "6. Đề nghị: Hội …")."""
        if len(text) > _HEADING:
            return ()
        start = self._opening(text)
        end = self.bodies.run(text, start)
        rest = text[end:].strip(_EDGES) if end is not None else ""
        if end is None or (rest and not (self.leads.match(rest) or rest.startswith("("))) or self.bodies.verb_at(rest):
            return ()
        return self.bodies.named(text, start, end)

    def label_of(self, text: str) -> str | None:
        """The words before the first colon that name bodies and tell no deed ("Phòng Nội vụ: …", "Đề nghị: Hội …")."""
        asked = self.asks.match(text)
        at = text.find(":", asked.end() if asked else 0)
        return text[:at].strip() if at > 0 and self.heading(text[:at]) else None

    def of(self, text: str) -> Charge:
        """What a sentence says of who does its deed, with whom and by when."""
        start = self._start(text)
        asked = self.asks.match(text, start)
        at = asked.end() if asked else start
        lead: tuple[str, ...] = ()
        end = self.bodies.run(text, at)
        if end is not None and self._leads(text, at, end, asked=asked is not None):
            lead = self.bodies.named(text, at, end)
        charge = Charge(lead or self._charged_within(text), self._partners(text), self.deadlines.of(text))
        bracket = self.bracketed(text)
        charge = bracket.over(charge) if bracket else charge
        return msgspec.structs.replace(charge, alone=bool(charge) and self._is_alone(text, at, end))

    def bracketed(self, text: str) -> Charge | None:
        """What a bracket at the end of a text says of who does it ("(Phòng Nội vụ chủ trì; Công an xã phối hợp)")."""
        found = _BRACKET.search(text)
        if found is None:
            return None
        stated = self.stated(found["inside"])
        if stated is not None:
            return stated
        lead: list[str] = []
        partners: list[str] = []
        due = None
        for part in _PART.split(found["inside"]):
            helps = self.helps.match(part)
            at = helps.end() if helps else 0
            end = self.bodies.run(part, at)
            if end is None:
                due = due or (self.deadlines.of(part) if lead else None)
                continue
            behind = part[end:].strip(_EDGES)
            if behind and self.filler.sub("", behind).strip(_EDGES) and not self._is_due(behind):
                continue
            helping = helps or self.helping.match(behind)
            (partners if helping else lead).extend(self.bodies.named(part, at, end))
            due = due or self.deadlines.of(behind)
        return Charge(tuple(lead), tuple(partners), due) if lead else None

    def _is_due(self, text: str) -> bool:
        return self.deadlines.of(text) is not None

    def stated(self, text: str, heading: str = "") -> Charge | None:
        """What is stated under names of columns, where a text begins with one ("Cơ quan chủ trì: Sở Nội vụ."), or stands
        under a `heading` that is one."""
        text = _OUTER.sub(r"\1", text)
        first = self.label.match(text)
        above = self.bare_label.match(heading) if first is None else None
        if above:
            column = self.column_of[_words(above["label"])]
            end = len(text) if column == "due" and len(text.split()) <= _FEW else self.bodies.run(text)
            return self._stated({column: text}) if end is not None and not text[end:].strip(_EDGES) else None
        if first is None:
            return None
        labels = list(self.label.finditer(text))
        values: dict[str, str] = {}
        ends = [*(label.start() for label in labels[1:]), len(text)]
        for label, end in zip(labels, ends, strict=True):
            values.setdefault(self.column_of[_words(label["label"])], text[label.end() : end].strip(_EDGES))
        return self._stated(values) if any(values.values()) else None

    def _stated(self, values: dict[str, str]) -> Charge:
        named = {
            name: self.bodies.named(values.get(name, ""), 0, len(values.get(name, ""))) for name in ("lead", "with")
        }
        due, product = (values.get(name, "").strip(_EDGES) or None for name in ("due", "product"))
        due = due or (self.deadlines.of(product) if product else None)
        return Charge(named["lead"], named["with"], due, product, alone=True)

    def charge_of_section(self, text: str) -> Charge | None:
        """What a sentence says that charges bodies with all the tasks above it ("Các nhiệm vụ tại mục này do …")."""
        found = self.of_section.match(text)
        charge = self.of(text[found.end() :]) if found else None
        return charge if charge and charge.alone else None

    def opening(self, text: str) -> int:
        """Where a sentence begins behind its mark, words that say when or why, and words that ask."""
        at = self._start(text)
        asked = self.asks.match(text, at)
        return asked.end() if asked else at

    def _opening(self, text: str) -> int:
        """Where what a text names begins behind its mark and words that ask or speak to someone."""
        at = self._start(text, when=False)
        for pattern in (self.spoken_to, self.asks, self.spoken_to):
            found = pattern.match(text, at)
            at = found.end() if found else at
        return at

    def _start(self, text: str, *, when: bool = True) -> int:
        """Where a sentence begins behind its mark and words that only say when or why."""
        mark = _MARK.match(text)
        at = mark.end() if mark else 0
        found = self.when.match(text, at) if when else None
        while found is not None:
            if self.asks.match(text, found.end()) or self.bodies.begins.match(text, found.end()):
                return found.end()
            found = self.when.match(text, found.end())
        return at

    def _leads(self, text: str, start: int, end: int, *, asked: bool) -> bool:
        """Whether bodies that a sentence begins with do what it tells: a deed follows, or words that charge them."""
        rest = text[end:]
        bare = self.bodies.begins.match(text, start)
        if bare and bare.end() >= end and self.bodies.verbs.match(text, start) and not self.leads.match(rest):
            return False  # "Thanh tra, kiểm tra công vụ" tells a deed
        if not rest.strip(_EDGES) or len(text[start:end].split()) < 2 and text[start:end].islower():
            return asked and bool(rest.strip(_EDGES))
        if rest[:1] in ".;)" or (rest.lstrip()[:1] in ".;)(" and not asked):
            return False
        charged = asked or rest.lstrip().startswith(":") or self.leads.match(rest)
        return bool(charged) or not self.denied.match(rest)

    def _charged_within(self, text: str) -> tuple[str, ...]:
        """The bodies that a sentence charges behind its deed ("…, do Công an xã chủ trì", "… giao Sở Y tế thực hiện")."""
        for by in self.by.finditer(text):
            end = self.bodies.run(text, by.end()) if by.start() else None
            if end is not None and (self.leads.match(text, end) or self.filler.match(text[end:].lstrip())):
                return self.bodies.named(text, by.end(), end)
        return ()

    def _partners(self, text: str) -> tuple[str, ...]:
        """The bodies that a task is done together with."""
        for helps in self.helps.finditer(text):
            end = self.bodies.run(text, helps.end(), whatever=True)
            if end is not None:
                return self.bodies.named(text, helps.end(), end)
        return ()

    def _is_alone(self, text: str, at: int, end: int | None) -> bool:
        """Whether words say who or when and nothing else: what is left of them without those tells no deed."""
        spans = [(at, end)] if end is not None else []
        spans += [
            (helps.end(), stop)
            for helps in self.helps.finditer(text)
            if (stop := self.bodies.run(text, helps.end(), whatever=True))
        ]
        spans += [(one.start, one.end) for one in self.deadlines.find(text)]
        bracket = _BRACKET.search(text)
        spans += [bracket.span()] if bracket and not text[: bracket.start()].strip() else []
        return not self.filler.sub("", "".join(_outside(text, [(0, at), *spans]))).strip(_EDGES + "()")


def _outside(text: str, spans: list[tuple[int, int]]) -> Iterator[str]:
    """The words of a text that lie in no span."""
    at = 0
    for start, end in sorted(spans):
        yield text[at:start] + " "
        at = max(at, end)
    yield text[at:]


def _words(label: str) -> str:
    return " ".join(label.lower().split())

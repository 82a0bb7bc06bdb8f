"""Numbers of documents in running text: where each stands, and its canonical form.

Patterns run on text without accents of the same length, since it is accents that damage takes
first. Damage is mended in the letters of a code alone (`QB-TTg`); a digit is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec
from rapidfuzz.distance import OSA

from cascade.model.domain import Domain
from cascade.model.doubt import Doubts, doubt
from cascade.model.text import any_of, fold

_SERIAL = r"(?<![\w/@-])(?<!\d\.)(?P<serial>\d{1,5}(?:\.\d{1,3})?[a-d]?|\d(?:\s\d){1,4}(?=\s*/))"
_HOUSE = r"(?P<house>(?:ubtv)?qh\s?\d{1,2})(?!\w)"
_SLASHED = re.compile(
    rf"{_SERIAL}\s*/\s*(?:(?P<year>(?:19|20)\d{{2}})\s*/\s*)?"
    rf"(?:{_HOUSE}|(?P<code>[a-z0-9]{{1,7}}(?:\s?[-–]\s?[a-z&0-9]{{1,10}})*)(?![\w@/]))"
)
_PARTY = re.compile(
    rf"{_SERIAL}\s*[-–]\s*(?P<type>[a-z0-9]{{2,6}})\s*/\s*(?P<body>[a-z]{{2,10}}(?:\s?[-–]\s?[a-z]{{2,8}})?)(?![\w@/])"
)
_HYPHEN = re.compile(r"\s*[-–]\s*")
_SAYS_NUMBER = r"s[o6b0]?\s*[:.]?\s*"
_SAID = re.compile(rf"(?<!\w){_SAYS_NUMBER}$")
_SPOKEN = re.compile(r"\s+s[o6]\s+(?P<serial>\d{1,4})(?![\w/%.,:-]|\s*[/–]|\s*-\s*[a-z])")
_LIST = re.compile(r"(?:(?<=so\s)|(?<=so))(?P<serials>\d{1,4}(?:\s*(?:,|va)\s*\d{1,4})*)\s*(?:,|va)\s*$")
_LOOKALIKES = str.maketrans({"b": "d", "p": "d", "0": "o"})
_LEADING = re.compile(r"^[\d.]+[a-d]?")
_REACH = 60


class Numbered(msgspec.Struct, frozen=True):
    """A number found. `begin`: where the words that name its kind begin; `kind`: the type code that these
    words mean, `named` whether there are any; `type` and `body`: the codes of type and issuer in the number
    (empty where it has none); `sure`: how clean the number itself is; `doubts`: what was read into it."""

    number: str
    begin: int
    start: int
    end: int
    kind: str | None = None
    named: bool = False
    type: str = ""
    body: str = ""
    sure: float = 1.0
    doubts: Doubts = ()

    @property
    def tail(self) -> str:
        """The number without its serial."""
        return _LEADING.sub("", self.number)


class _Code(msgspec.Struct, frozen=True):
    """What follows the serial of a number: as printed, its codes of type and issuer, whether letters were mended,
    whether it holds a code of the rules, and where it ends."""

    text: str
    type: str
    body: str
    repaired: bool
    known: bool
    end: int


class NumberReader:
    """Finds numbers with the codes and names of `rules/document-types.yaml` and `rules/reading.yaml`."""

    def __init__(self, domain: Domain) -> None:
        self.codes = {fold(code): code for code in domain.document_types}
        self.names: dict[str, str | None] = {fold(name): None for name in domain.phrases.kinds}
        self.names |= {fold(kind.name.vi): code for code, kind in domain.document_types.items()}
        self.bodies = {fold(code): code for code in domain.phrases.issuers}
        named = rf"(?<!\w)(?P<name>{any_of([*self.names, *self.codes])})"
        self.kind = re.compile(rf"{named}\s*(?:{_SAYS_NUMBER})?(?:\d[\d\s,]*(?:va)?\s*)?$")
        self.spoken = re.compile(named + _SPOKEN.pattern)

    def find(self, text: str, folded: str) -> list[Numbered]:
        """The numbers of documents in a text, in order, without overlap."""
        if not any(map(str.isdigit, folded)):
            return []
        found: list[Numbered] = []
        matches = [match for form in (_SLASHED, _PARTY) for match in form.finditer(folded)]
        for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
            if not found or match.start() >= found[-1].end:
                numbered = self._read(match, text, folded)
                found += [*self._shortened(numbered, folded), numbered] if numbered else []
        return self._with_spoken(found, text, folded)

    def _read(self, match: re.Match[str], text: str, folded: str) -> Numbered | None:
        begin, kind, named = self._kind_before(folded, match.start())
        serial = match["serial"].replace(" ", "")
        spaced = serial != match["serial"]
        told = named or bool(_SAID.search(folded, max(0, match.start() - 10), match.start()))
        code = self._code_of(match, text, kind, named=named)
        if code is None or not (told or (code.known and not spaced)):
            return None
        doubts: Doubts = ()
        if code.repaired:
            doubts += doubt("code-mended", printed=text[match.start() : code.end], read=f"{serial}{code.text}")
        if spaced:
            doubts += doubt("serial-spaced", printed=match["serial"], read=serial)
        sure = 1 - 0.12 * code.repaired - 0.1 * spaced
        place = (begin, match.start(), code.end)
        return Numbered(serial + code.text, *place, kind, named, code.type, code.body, sure, doubts)

    # --- codes ---------------------------------------------------------------------------------

    def _code_of(self, match: re.Match[str], text: str, kind: str | None, *, named: bool) -> _Code | None:
        """What follows the serial, as a person prints it."""
        groups = match.groupdict()
        year = f"{groups['year']}/" if groups.get("year") else ""
        if groups.get("house"):
            return _Code(f"/{year}{groups['house'].replace(' ', '').upper()}", "", "QH", False, True, match.end())
        party = "body" in groups
        if party:
            parts = [(text[slice(*match.span(part))], match.end(part)) for part in ("type", "body")]
        else:
            parts = self._code_parts(text[slice(*match.span("code"))], match.start("code"))
        first, mended = self._type_code(parts[0][0], kind, named=named)
        typed = first in self.codes.values()
        if first is None or not (typed or (parts[1][0].isupper() if party else len(parts) > 1)):
            return None
        if len(parts) == 1 and not named:
            return None
        bodies = [self._body_code(part) for part, _ in parts[1:]]
        codes = [first, *(body for body, _ in bodies)]
        known = party or bool({*codes} & {*self.codes.values(), *self.bodies.values()})
        shown = f"-{first}/{codes[1]}" if party else f"/{year}{'-'.join(codes)}"
        body = codes[1] if party or (typed and bodies) else first
        repaired = mended or any(mended for _, mended in bodies)
        return _Code(shown, first if typed or party else "", body, repaired, known, parts[-1][1])

    def _code_parts(self, printed: str, start: int) -> list[tuple[str, int]]:
        """The parts of a code and where each ends; words that merely follow a dash are no part."""
        parts: list[tuple[str, int]] = []
        at = 0
        for piece in [*_HYPHEN.finditer(printed), None]:
            part = printed[at : piece.start() if piece else len(printed)]
            letters = len(re.findall(r"[^\W\d_A-Z]", part))
            is_code = fold(part) in self.bodies or (part[:1].isupper() and letters <= len(part) * 0.7)
            spaced = len(parts) >= 2 and " " in printed[parts[-1][1] - start : at]
            if parts and (spaced or not is_code):
                break
            parts.append((part, start + at + len(part)))
            at = piece.end() if piece else at
        return parts

    def _type_code(self, printed: str, kind: str | None, *, named: bool) -> tuple[str | None, bool]:
        """A type code in its own spelling, and whether letters were mended: those that damage confuses with Đ."""
        bare = fold(printed.strip())
        if bare in self.codes:
            return self.codes[bare], False
        swapped = self.codes.get(bare[:1] + bare[1:].translate(_LOOKALIKES))
        if swapped is not None and (kind == swapped or not named):
            return swapped, True
        if kind is not None and len(bare) >= 2 and OSA.distance(bare, fold(kind), score_cutoff=1) <= 1:
            return kind, True
        return (printed.strip() if printed[:1].isupper() and len(bare) <= 7 else None), False

    def _body_code(self, printed: str) -> tuple[str, bool]:
        """An issuer's code in its own spelling, and whether letters were mended."""
        code = re.sub(r"\s", "", printed)
        bare = fold(code)
        near = [
            known
            for known in ("ubnd", "hdnd")
            if known in self.bodies and len(bare) >= 4 and OSA.distance(bare, known) < 2
        ]
        if bare in self.bodies or not near:
            return self.bodies.get(bare, code.upper().replace("–", "-")), False
        return self.bodies[near[0]], True

    # --- words around a number -------------------------------------------------------------------

    def _kind_before(self, folded: str, at: int) -> tuple[int, str | None, bool]:
        """Where the words that name the kind of document begin, the type code that they mean, whether there are any."""
        window = max(0, at - _REACH)
        before = folded[window:at]
        found = self.kind.search(before)
        if found:
            name = " ".join(found["name"].split())
            return window + found.start(), self.names.get(name) or self.codes.get(name), True
        return at, None, False

    def _shortened(self, full: Numbered, folded: str) -> Iterator[Numbered]:
        """The serials before a full number that share its tail: "số 107, 108/2020/NĐ-CP"."""
        found = _LIST.search(folded, max(0, full.start - 80), full.start) if full.named else None
        for serial in re.finditer(r"\d+", found["serials"]) if found else ():
            start = found.start("serials") + serial.start() if found else 0
            number = f"{serial[0]}{full.tail}"
            doubts = doubt("serial-shares-code", number=full.number, read=number)
            place = {"start": start, "end": start + len(serial[0])}
            yield msgspec.structs.replace(full, number=number, sure=0.9, doubts=doubts, **place)

    def _with_spoken(self, found: Sequence[Numbered], text: str, folded: str) -> list[Numbered]:
        """With the numbers printed without a code: `KH số 02`, `Kế hoạch số 02 ngày …`."""
        spoken = []
        for match in self.spoken.finditer(folded):
            start, end = match.span()
            name = " ".join(match["name"].split())
            code = self.codes.get(name) if text[start : start + 2].isupper() else self.names.get(name)
            if code is not None and not any(one.begin < end and start < one.end for one in found):
                number, doubts = f"{code} số {match['serial']}", doubt("number-without-code")
                spoken.append(Numbered(number, start, start, end, code, True, code, sure=0.85, doubts=doubts))
        return sorted([*found, *spoken], key=lambda one: (one.start, one.end))

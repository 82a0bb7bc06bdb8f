"""Numbers of documents in running text: where each stands, and its canonical form.

Patterns run on text without accents of the same length, since it is accents that damage takes
first. Damage is mended in the letters of a code alone (`QB-TTg`); a digit is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from cascade.model.domain import Domain
from cascade.model.doubt import Doubts, doubt
from cascade.model.text import any_of, fold

_SERIAL = r"(?<![\w/@-])(?P<serial>\d{1,5}[a-d]?|\d(?:\s\d){1,4}(?=\s*/))"
_YEAR = r"(?:(?P<year>(?:19|20)\d{2})\s*/\s*)?"
_FORMS = (
    re.compile(_SERIAL + r"\s*/\s*(?P<year>(?:19|20)\d{2})\s*/\s*(?P<house>(?:ubtv)?qh\s?\d{1,2})(?!\w)"),
    re.compile(_SERIAL + r"\s*/\s*" + _YEAR + r"(?P<code>[a-z0-9]{1,7}(?:\s?[-–]\s?[a-z&0-9]{1,10})+)(?![\w@/])"),
    re.compile(_SERIAL + r"\s*/\s*" + _YEAR + r"(?P<code>[a-z]{2,5})(?![\w@/-]|\s?[-–]\s?[a-z]{2})"),
    re.compile(
        _SERIAL + r"\s*[-–]\s*(?P<party>[a-z0-9]{2,6})\s*/\s*(?P<body>[a-z]{2,10}(?:\s?[-–]\s?[a-z]{2,8})?)(?![\w@/])"
    ),
)
_HYPHEN = re.compile(r"\s*[-–]\s*")
_SAYS_NUMBER = r"s[o6b0]?\s*[:.]?\s*"
_SAID = re.compile(rf"(?<!\w){_SAYS_NUMBER}$")
_SPOKEN = re.compile(r"\s+s[o6]\s+(?P<serial>\d{1,4})(?![\w/%.,:-]|\s*[/–]|\s*-\s*[a-z])")
_LIST = re.compile(r"(?:(?<=so\s)|(?<=so))(?P<serials>\d{1,4}(?:\s*(?:,|va)\s*\d{1,4})*)\s*(?:,|va)\s*$")
_LOOKALIKES = str.maketrans({"b": "d", "p": "d", "0": "o"})
_ALIKE = 80
_LEADING = re.compile(r"^\d+[a-d]?")


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
    """What follows the serial of a number: as printed, its codes of type and issuer, whether it was mended,
    and whether it holds a code of the rules."""

    text: str
    type: str = ""
    body: str = ""
    repaired: bool = False
    known: bool = True


class NumberReader:
    """Finds numbers with the codes and names of `rules/document-types.yaml` and `rules/reading.yaml`."""

    def __init__(self, domain: Domain) -> None:
        self.codes = {fold(code): code for code in domain.document_types}
        self.names: dict[str, str | None] = {fold(name): None for name in domain.phrases.kinds}
        self.names |= {fold(kind.name.vi): code for code, kind in domain.document_types.items()}
        self.bodies = {fold(code): code for code in domain.phrases.issuers}
        self.kind = re.compile(
            rf"(?<!\w)(?P<name>{any_of([*self.names, *self.codes])})\s*(?:{_SAYS_NUMBER})?(?:\d[\d\s,]*(?:va)?\s*)?$"
        )
        self.spoken = re.compile(rf"(?<!\w)(?P<name>{any_of([*self.names, *self.codes])}){_SPOKEN.pattern}")

    def find(self, text: str, folded: str) -> list[Numbered]:
        """The numbers of documents in a text, in order, without overlap."""
        found: list[Numbered] = []
        taken = 0
        for match in self._matches(folded):
            numbered = self._read(match, text, folded) if match.start() >= taken else None
            if numbered is not None:
                found += [*self._shortened(numbered, folded), numbered]
                taken = numbered.end
        return self._with_spoken(found, text, folded)

    def _matches(self, folded: str) -> Iterator[re.Match[str]]:
        if not any(map(str.isdigit, folded)):
            return
        every = [match for form in _FORMS for match in form.finditer(folded)]
        yield from sorted(every, key=lambda match: (match.start(), -match.end()))

    def _read(self, match: re.Match[str], text: str, folded: str) -> Numbered | None:
        begin, kind, named = self._kind_before(folded, match.start())
        serial = match["serial"].replace(" ", "")
        spaced = serial != match["serial"]
        told = named or bool(_SAID.search(folded, max(0, match.start() - 10), match.start()))
        code, end = self._code_of(match, text, kind, named=named)
        if code is None or not (told or (code.known and not spaced)):
            return None
        doubts: Doubts = ()
        if code.repaired:
            doubts += doubt("code-mended", printed=text[match.start() : end], read=f"{serial}{code.text}")
        if spaced:
            doubts += doubt("serial-spaced", printed=match["serial"], read=serial)
        return Numbered(
            serial + code.text,
            begin,
            match.start(),
            end,
            kind=kind,
            named=named,
            type=code.type,
            body=code.body,
            sure=1 - 0.12 * code.repaired - 0.1 * spaced,
            doubts=doubts,
        )

    # --- codes ---------------------------------------------------------------------------------

    def _code_of(self, match: re.Match[str], text: str, kind: str | None, *, named: bool) -> tuple[_Code | None, int]:
        """What follows the serial, as a person prints it, and where it ends."""
        groups = match.groupdict()
        year = f"{groups['year']}/" if groups.get("year") else ""
        if groups.get("house"):
            return _Code(f"/{year}{groups['house'].replace(' ', '').upper()}", body="QH"), match.end()
        if groups.get("party"):
            first = self._type_code(text[slice(*match.span("party"))], kind, named=named)
            body = self._body_code(text[slice(*match.span("body"))])
            known = first is not None and (first.text in self.codes.values() or text[match.start("body")].isupper())
            if first is None or not known:
                return None, 0
            repaired = first.repaired or body.repaired
            return _Code(f"-{first.text}/{body.text}", first.text, body.text, repaired), match.end()
        return self._administrative(match, text, year, kind, named=named)

    def _administrative(
        self, match: re.Match[str], text: str, year: str, kind: str | None, *, named: bool
    ) -> tuple[_Code | None, int]:
        at, end = match.span("code")
        parts = self._code_parts(text[at:end])
        first = self._type_code(parts[0][0], kind, named=named)
        alone = len(parts) == 1
        if first is None or (alone and (not named or first.text not in self.codes.values())):
            return None, 0
        bodies = [self._body_code(part) for part, _ in parts[1:]]
        code = _Code(
            f"/{year}{'-'.join([first.text, *(body.text for body in bodies)])}",
            first.text if first.text in self.codes.values() else "",
            bodies[0].text if bodies and first.text in self.codes.values() else first.text,
            repaired=first.repaired or any(body.repaired for body in bodies),
            known=bool({first.text, *(body.text for body in bodies)} & {*self.codes.values(), *self.bodies.values()}),
        )
        return code, at + parts[-1][1]

    def _code_parts(self, printed: str) -> list[tuple[str, int]]:
        """The parts of a code and where each ends; words that merely follow a dash are no part."""
        parts: list[tuple[str, int]] = []
        at = 0
        for piece in [*_HYPHEN.finditer(printed), None]:
            part = printed[at : piece.start() if piece else len(printed)]
            if (
                parts
                and not (part[:1].isupper() and len(re.findall(r"[^\W\d_A-Z]", part)) <= len(part) * 0.7)
                and fold(part) not in self.bodies
            ):
                break
            if len(parts) >= 2 and " " in printed[parts[-1][1] : at]:
                break
            parts.append((part, at + len(part)))
            at = piece.end() if piece else at
        return parts

    def _type_code(self, printed: str, kind: str | None, *, named: bool) -> _Code | None:
        """A type code in its own spelling; letters that damage confuses with Đ are tried as Đ."""
        bare = fold(printed.strip())
        if bare in self.codes:
            return _Code(self.codes[bare])
        swapped = self.codes.get(bare[:1] + bare[1:].translate(_LOOKALIKES))
        if swapped is not None and (kind == swapped or not named):
            return _Code(swapped, repaired=True)
        if kind is not None and len(bare) >= 2 and OSA.distance(bare, fold(kind), score_cutoff=1) <= 1:
            return _Code(kind, repaired=True)
        if not printed[:1].isupper() or len(bare) > 7:
            return None
        return _Code(printed.strip())

    def _body_code(self, printed: str) -> _Code:
        """An issuer's code in its own spelling."""
        bare = fold(re.sub(r"\s", "", printed))
        if bare in self.bodies:
            return _Code(self.bodies[bare])
        if len(bare) >= 4:
            near = [code for known, code in self.bodies.items() if len(known) >= 4 and OSA.distance(bare, known) <= 1]
            if len(near) == 1 and near[0] in ("UBND", "HĐND"):
                return _Code(near[0], repaired=True)
        return _Code(re.sub(r"\s", "", printed).upper().replace("–", "-"))

    # --- words around a number -------------------------------------------------------------------

    def _kind_before(self, folded: str, at: int) -> tuple[int, str | None, bool]:
        """Where the words that name the kind of document begin, and the type code that they mean."""
        window = max(0, at - 60)
        found = self.kind.search(folded[window:at])
        if found:
            name = " ".join(found["name"].split())
            return window + found.start(), self.names.get(name) or self.codes.get(name), True
        says = re.search(rf"(?<!\w){_SAYS_NUMBER}$", folded[window:at])
        words = list(re.finditer(r"\S+", folded[window : window + says.start()]))[-2:] if says else []
        said = " ".join(word[0] for word in words)
        for name, code in self.names.items():
            if len(words) == 2 and name.count(" ") == 1 and fuzz.ratio(said, name) >= _ALIKE:
                return window + words[0].start(), code, True
        return at, None, False

    def _shortened(self, full: Numbered, folded: str) -> Iterator[Numbered]:
        """The serials before a full number that share its tail: "số 107, 108/2020/NĐ-CP"."""
        found = _LIST.search(folded, max(0, full.start - 80), full.start) if full.named else None
        if found is None:
            return
        for serial in re.finditer(r"\d+", found["serials"]):
            start = found.start("serials") + serial.start()
            number = f"{serial[0]}{full.tail}"
            doubts = doubt("serial-shares-code", number=full.number, read=number)
            end = start + len(serial[0])
            yield msgspec.structs.replace(full, number=number, start=start, end=end, sure=0.9, doubts=doubts)

    def _with_spoken(self, found: Sequence[Numbered], text: str, folded: str) -> list[Numbered]:
        """With the numbers printed without a code: `KH số 02`, `Kế hoạch số 02 ngày …`."""
        spoken = []
        for match in self.spoken.finditer(folded):
            start, end = match.span()
            name = " ".join(match["name"].split())
            code = self.codes.get(name) if text[start : start + 2].isupper() else self.names.get(name)
            if code is None or any(one.begin < end and start < one.end for one in found):
                continue
            spoken.append(
                Numbered(
                    f"{code} số {match['serial']}",
                    start,
                    start,
                    end,
                    kind=code,
                    named=True,
                    type=code,
                    sure=0.85,
                    doubts=doubt("number-without-code"),
                )
            )
        return sorted([*found, *spoken], key=lambda one: (one.start, one.end))

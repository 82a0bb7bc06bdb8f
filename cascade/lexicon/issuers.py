"""Who issued a cited document, as far as the text prints it beside the number."""

from __future__ import annotations

import re

import msgspec
from rapidfuzz import fuzz

from cascade.lexicon.dates import DATE
from cascade.lexicon.titles import lowered
from cascade.model.domain import Domain
from cascade.model.text import any_of, fold

_OF = re.compile(r"[\s,(]*(?:ket luan\s+)?(?:c[a-z]{1,3}|do)\s+")
_TOLD = re.compile(rf"{DATE}\s*,?\s*(?P<who>[^;:()]{{3,60}}?)\s+(?:da\s+)?(?:ban hanh|ky|thong qua)\s*$")
_ASKED = re.compile(r"(?<!\w)(?:cua|do)\s+(?P<who>(?:(?!\s(?:cua|do)\s)[^;:()]){3,80}?)\s+(?:tai|so)\s*:?\s*$")
_WINDOW = 160
_SEPARATED = re.compile(r"[\s,]*")
_LONGEST = 12
_ALIKE = 80
_WORDS = re.compile(r"\S+")


class Issuer(msgspec.Struct, frozen=True):
    """An issuer's name as recorded, and where it is printed. `exact`: the words are those of the rules."""

    name: str
    start: int
    end: int
    exact: bool = True


class IssuerReader:
    """Reads names of bodies with the phrases of `rules/reading.yaml`.

    A name of `issuers` ends where it ends, but for the unit behind it ("UBND tỉnh Ví Dụ"); any other
    name ("Sở Thông tin và Truyền thông") goes on until a word of `issuer_ends` or a sign.
    """

    def __init__(self, domain: Domain) -> None:
        citing = domain.phrases.citing
        self.names: dict[str, str] = {}
        for code, names in domain.phrases.issuers.items():
            for name in names:
                self.names.setdefault(fold(name), names[0] if names[0] == code else name)
        self.by_code = domain.phrases.issuers
        self.prefixes = {fold(prefix): prefix for prefix in citing.get("prefixes", ())}
        self.units = unit_words(domain)
        closed = any_of(self.names)
        self.closed = re.compile(rf"(?P<prefix>(?:{any_of(self.prefixes)})\s+)?(?P<name>{closed})(?!\w)")
        self.also = re.compile(rf"\s*(?P<join>va)\s+(?P<name>{closed})(?!\w)")
        short = any_of(map(fold, domain.phrases.places))
        self.unit = re.compile(rf"\s+(?:(?P<short>{short})(?!\w)\.?|(?P<word>{any_of(self.units)})(?!\w))")
        ends = any_of(map(str.lower, citing.get("issuer_ends", ())))
        bodies = any_of(map(str.lower, citing.get("bodies", ())))
        self.open = re.compile(
            rf"(?P<who>(?:{bodies})(?!\w)[\w&\s.,/-]{{1,90}}?)(?=\s*(?:[;:()“\"]|[.](?:\s|$)|,|$)|\s+(?:{ends})(?!\w))"
        )
        self.names_kind = re.compile(
            rf"(?<!\w)(?:{any_of(fold(kind.name.vi) for kind in domain.document_types.values())})(?!\w)"
        )

    def after(self, text: str, folded: str, at: int, stop: int, code: str) -> Issuer | None:
        """The issuer printed from `at` on; without "của" only a name of the rules is one."""
        of = _OF.match(folded, at, stop)
        start = of.end() if of else _end(_SEPARATED, folded, at, stop)
        found = self._closed(text, folded, start, stop)
        if found is None and of is not None:
            found = self._damaged(folded, start, stop, code) or self._open(text, start, stop)
        return found

    def before(self, text: str, folded: str, begin: int) -> tuple[Issuer | None, re.Match[str] | None]:
        """The issuer printed before the words that begin a citation, and a date beside it: "của Sở Nội vụ tại
        Tờ trình số …", "Kế hoạch của UBND tỉnh số …", "ngày 15/7/2021, Chính phủ ban hành Nghị quyết số …"."""
        window = max(0, begin - _WINDOW)
        told = _TOLD.search(folded, window, begin)
        if told:
            found = self._closed(text, folded, *told.span("who"))
            return found, told if found else None
        asked = _ASKED.search(folded, window, begin)
        if asked is None:
            return None, None
        start, stop = asked.span("who")
        return self._closed(text, folded, start, stop) or self._open(text, start, stop), None

    def _closed(self, text: str, folded: str, start: int, stop: int) -> Issuer | None:
        """A name of the rules, with the unit that follows it."""
        match = self.closed.match(folded, start, stop)
        if match is None:
            return None
        prefix = self.prefixes[" ".join(match["prefix"].split())] + " " if match["prefix"] else ""
        name, end = prefix + self.names[" ".join(match["name"].split())], match.end()
        while (more := self.also.match(folded, end, stop)) and not text[more.start("name") :].startswith(
            ("Bộ ", "Sở ")
        ):
            name, end = f"{name} và " + self.names[" ".join(more["name"].split())], more.end()
        unit = self.unit.match(folded, end, stop)
        if unit:
            name, end = f"{name} {self.units[' '.join((unit['word'] or unit['short']).split())]}", unit.end()
        elif not self._owns_name(name):
            return Issuer(name, start, end)
        printed, end = self._name(text, folded, end, stop, bare=unit is None)
        return Issuer(name + printed, start, end)

    def _owns_name(self, name: str) -> bool:
        """Whether a name of a unit may follow a body without the unit's kind: "Huyện ủy Thử", "Đảng bộ tỉnh Ví Dụ"."""
        last = fold(name).split()[-1]
        return last in {"uy", "bo", *self.units} and fold(name).split()[-2:] != ["chinh", "phu"]

    def _name(self, text: str, folded: str, at: int, stop: int, *, bare: bool) -> tuple[str, int]:
        """The name of a unit from `at` on: a run of at most four capitalised words, or a number."""
        words: list[str] = []
        end = at
        kind = self.names_kind.search(folded, at, stop)
        stop = kind.start() if kind else stop
        for word in _WORDS.finditer(text, at, stop):
            plain = word[0].rstrip(',.;:)”"')
            numbered = plain.isdigit() and not words and not bare and len(plain) <= 2
            body = plain.isupper() and len(plain) > 3
            if body or not (plain[:1].isupper() or numbered) or len(words) == 4:
                break
            words.append(plain)
            end = word.start() + len(plain)
            if plain != word[0]:
                break
        return "".join(f" {word}" for word in words), end

    def _open(self, text: str, start: int, stop: int) -> Issuer | None:
        """A name that begins like that of a body and goes on until what cannot be part of it."""
        match = self.open.match(lowered(text), start, stop)
        if match is None or not text[start : start + 1].isupper() or len(match["who"].split()) > _LONGEST:
            return None
        who = text[slice(*match.span("who"))].rstrip(" ,.-").removesuffix(" và")
        return Issuer(" ".join(who.split()), start, start + len(who))

    def _damaged(self, folded: str, start: int, stop: int, code: str) -> Issuer | None:
        """A name of the very code that the number bears, in letters like its own."""
        words = list(_WORDS.finditer(folded, start, stop))
        best: tuple[float, Issuer] | None = None
        for name in self.by_code.get(code, ()):
            wanted = fold(name)
            count = wanted.count(" ") + 1
            if len(words) < count:
                continue
            printed = folded[start : words[count - 1].end()].rstrip(" ,.;:")
            score = fuzz.ratio(printed, wanted)
            if score >= _ALIKE and (best is None or score + 2 * count > best[0]):
                best = (score + 2 * count, Issuer(self.names[wanted], start, start + len(printed), exact=False))
        return best[1] if best else None


def unit_words(domain: Domain) -> dict[str, str]:
    """The words that begin the name of a unit, folded, with the full word for short forms (`TP`)."""
    words = {fold(unit.word): unit.word for unit in domain.language.units}
    return words | {fold(short): full[0] for short, full in domain.phrases.places.items()}


def _end(pattern: re.Pattern[str], text: str, at: int, stop: int) -> int:
    found = pattern.match(text, at, stop)
    return found.end() if found else at

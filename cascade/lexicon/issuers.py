"""The bodies of government that a text names, with their units: "UBND tỉnh Ví Dụ", "Sở Thông tin và Truyền thông"."""

from __future__ import annotations

import re

import msgspec
from rapidfuzz import fuzz

from cascade.lexicon.titles import lowered
from cascade.model.domain import Domain
from cascade.model.text import any_of, fold

_LONGEST = 14
_LONGEST_NAME = 4
_ALIKE = 80
_WORDS = re.compile(r"\S+")


class Issuer(msgspec.Struct, frozen=True):
    """A body's name as recorded, and where it is printed. `known`: the rules hold the name, but for its unit;
    `exact`: it is printed in those very letters."""

    name: str
    start: int
    end: int
    known: bool = True
    exact: bool = True


class IssuerReader:
    """Finds names of bodies with the phrases of `rules/reading.yaml`.

    A name of `issuers` ends where it ends, but for the unit behind it ("UBND tỉnh Ví Dụ"); any other
    name ("Sở Thông tin và Truyền thông") goes on until a word of `issuer_ends` or a sign. Of a body that is named
    by its head ("Giám đốc Sở Nội vụ", "Trưởng phòng Nội vụ") the name is what is left.
    """

    def __init__(self, domain: Domain) -> None:
        citing = domain.phrases.citing
        bodies = [body.lower() for body in citing.get("bodies", ())]
        self.names: dict[str, str] = {}
        for code, names in domain.phrases.issuers.items():
            for name in names:
                self.names.setdefault(fold(name), names[0] if names[0] == code else name)
        self.by_code = domain.phrases.issuers
        self.prefixes = {fold(prefix): prefix for prefix in citing.get("prefixes", ())}
        self.units = unit_words(domain)
        closed = any_of(self.names.keys() - set(map(fold, bodies)))
        prefixes, heads = any_of(self.prefixes), any_of(map(fold, citing.get("heads", ())))
        self.begins = re.compile(
            rf"(?<!\w)(?:(?:{heads})\s+)?(?=(?:(?:{prefixes})\s+)?(?:{closed}|{any_of(map(fold, bodies))})(?!\w))"
        )
        self.closed = re.compile(rf"(?P<prefix>(?:{prefixes})\s+)?(?P<name>{closed})(?!\w)")
        self.also = re.compile(rf"\s*(?P<join>va)\s+(?P<name>{closed})(?!\w)")
        short = any_of(map(fold, domain.phrases.places))
        self.unit = re.compile(rf"\s+(?:(?P<short>{short})(?!\w)\.?|(?P<word>{any_of(self.units)})(?!\w))")
        self.above = re.compile(rf",\s+(?:{any_of(self.units)})\s(?=\w)")
        ends = rf"(?:(?:{any_of(map(str.lower, citing.get('issuer_ends', ())))})(?!\w)|số\s*:?\s*\d)"
        stop = rf"(?=\s*(?:[;:()“\"]|[.](?:\s|$)|,|$)|\s+{ends})"
        self.ends = re.compile(ends)
        self.open = re.compile(rf"(?P<word>{any_of(bodies)})(?!\w)[\w&\s.,/-]{{0,110}}?{stop}")
        self.more = re.compile(rf",\s+(?!{ends})[\w\s-]{{0,60}}?\s+và\s[\w\s-]{{0,60}}?{stop}")
        kinds = (fold(kind.name.vi) for kind in domain.document_types.values())
        self.kind = re.compile(rf"(?<!\w)(?:{any_of(kinds)})(?!\w)")

    def find(self, text: str, folded: str) -> tuple[Issuer, ...]:
        """The bodies that a text names, in order."""
        found: list[Issuer] = []
        at = 0
        while begun := self.begins.search(folded, at):
            start = begun.end()
            one = self._closed(text, folded, start) or self._open(text, folded, start, headed=begun[0] != "")
            if one is not None:
                name = one.name[:1].upper() + one.name[1:]
                found.append(msgspec.structs.replace(one, name=name, start=begun.start()))
            at = max(one.end if one else 0, start + 1)
        return tuple(found)

    def _closed(self, text: str, folded: str, start: int) -> Issuer | None:
        """A name of the rules, with the unit that follows it."""
        match = self.closed.match(folded, start)
        if match is None:
            return None
        prefix = self.prefixes[" ".join(match["prefix"].split())] + " " if match["prefix"] else ""
        name, end = prefix + self.names[" ".join(match["name"].split())], match.end()
        while (more := self.also.match(folded, end)) and not text[more.start("name") :].startswith(("Bộ ", "Sở ")):
            name, end = f"{name} và " + self.names[" ".join(more["name"].split())], more.end()
        unit = self.unit.match(folded, end)
        if unit:
            name, end = f"{name} {self.units[' '.join((unit['word'] or unit['short']).split())]}", unit.end()
        elif not self._owns_name(name):
            return Issuer(name, start, end)
        printed, end = self._name(text, folded, end, bare=unit is None)
        while (above := self.above.match(folded, end)) and text[above.end()].isupper():
            end = self._name(text, folded, above.end() - 1, bare=False)[1]
        return Issuer(name + printed, start, end)

    def _owns_name(self, name: str) -> bool:
        """Whether a name of a unit may follow a body without the unit's kind: "Huyện ủy Thử", "Đảng bộ tỉnh Ví Dụ"."""
        return fold(name).split()[-1] in {"uy", "bo", *self.units}

    def _name(self, text: str, folded: str, at: int, *, bare: bool) -> tuple[str, int]:
        """The name of a unit from `at` on: a run of at most four capitalised words, or a number."""
        words: list[str] = []
        end = at
        kind = self.kind.search(folded, at, at + 60)
        low = lowered(text)
        for word in _WORDS.finditer(text, at, kind.start() if kind else at + 60):
            plain = word[0].rstrip(',.;:)”"')
            numbered = plain.isdigit() and not words and not bare and len(plain) <= 2
            body = plain.isupper() and len(plain) > 3 and not text[max(0, at - 5) : at].isupper()
            if body or not (plain[:1].isupper() or numbered) or len(words) == _LONGEST_NAME:
                break
            if self.ends.match(low, word.start()):
                break
            words.append(plain.title() if plain.isupper() and len(plain) > 1 else plain)
            end = word.start() + len(plain)
            if plain != word[0]:
                break
        return "".join(f" {word}" for word in words), end

    def _open(self, text: str, folded: str, start: int, *, headed: bool) -> Issuer | None:
        """A name that begins like that of a body and goes on until what cannot be part of it: over a comma only
        where capitals and an "và" do ("Sở Văn hóa, Thể thao và Du lịch")."""
        low = lowered(text)
        match = self.open.match(low, start)
        if match is None or self.ends.match(low, start):
            return None
        if not (headed or text[start].isupper() or text[match.end("word") + 1 :][:1].isupper()):
            return None
        end = match.end()
        more = self.more.match(low, end)
        if (
            more
            and text[end + 2].isupper()
            and not (self.begins.match(folded, end + 2) or self.kind.match(folded, end + 2))
        ):
            end = more.end()
        who = text[start:end].rstrip(" ,.-").removesuffix(" và")
        words = who.split()
        return Issuer(" ".join(words), start, start + len(who), known=False) if 1 < len(words) <= _LONGEST else None

    def damaged(self, folded: str, start: int, stop: int, code: str) -> Issuer | None:
        """The name of the very code that a number bears, in letters like its own."""
        words = list(_WORDS.finditer(folded, start, min(stop, start + 120)))
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

"""The bodies that words name: "Các phòng chuyên môn; UBND các xã, thị trấn" names two."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec
from rapidfuzz import fuzz, process

from cascade.lexicon.passage import Passage
from cascade.model.domain import Domain
from cascade.model.text import UPPER, any_of, fold, syllables

_EDGES = " \t.,;:+*-–•"
_SEPARATOR = re.compile(rf"\s*[;\n]+[\s,;]*|[\s]*,[\s,]*(?:và\s+)?|\s+và\s+|\s+[+•]\s+|\s-\s(?=[{UPPER}])")
_SIGN = re.compile(rf"[:.(]|;(?=\s*[^{UPPER}\s]|\s*$)|\)")
_IN_NAME = re.compile(
    r"(?:các|những|mọi|được|cơ quan,|đơn vị,|cá nhân,|\w\s?[-–]"
    r"|(?<!các )(?<!, )(?:ban|phòng|sở|trường|quỹ|viện|bộ phận|trung tâm))\s*$",
    re.IGNORECASE,
)
_ALIKE = 88  # of 100: how alike the letters of two names are that are one
_REACH = 400  # characters in which a list of bodies ends
_LONGEST = 60  # words of a list of bodies
_LONGEST_NAME = 24  # words of one body


def bodies(passage: Passage, domain: Domain) -> tuple[str, ...]:
    """The bodies that a cell names, as printed."""
    return bodies_of(domain).names(passage.text)


def bodies_of(domain: Domain) -> Bodies:
    """The finder of a domain, made once."""
    phrases = domain.phrases
    known = tuple(phrase for body in domain.agencies.bodies for phrase in body.phrases)
    charging = phrases.charging
    stops = (
        *charging.get("leads", ()),
        *charging.get("helps", ()),
        *charging.get("ends", ()),
        *charging.get("denied", ()),
    )
    return _finder(
        _Words(
            known,
            phrases.starters.get("agency", ()),
            phrases.starters.get("agency_named", ()),
            phrases.addressing.get("plural", ()),
            phrases.addressing.get("begins", ()),
            (*stops, *phrases.addressing.get("ends", ())),
            charging.get("given", ()),
            phrases.verbs,
            phrases.addressing.get("no_bodies", ()),
            phrases.addressing.get("levels", ()),
            phrases.addressing.get("beyond", ()),
        )
    )


class _Words(msgspec.Struct, frozen=True):
    """The phrases by which names of bodies are found."""

    known: tuple[str, ...]
    starters: tuple[str, ...]
    named: tuple[str, ...]
    plural: tuple[str, ...]
    others: tuple[str, ...]
    stops: tuple[str, ...]
    given: tuple[str, ...]
    verbs: tuple[str, ...]
    never: tuple[str, ...]
    levels: tuple[str, ...]
    beyond: tuple[str, ...]


@lru_cache(maxsize=8)
def _finder(words: _Words) -> Bodies:
    return Bodies(words)


class Bodies:
    """Finds names of bodies with the phrases of `rules/`."""

    def __init__(self, words: _Words) -> None:
        listed = [phrase for phrase in words.known if "," in phrase or " và " in phrase]
        many = [one for one in (*words.known, *words.starters) if one.count(" ") >= 2 or one.startswith("các ")]
        upper = any_of([*words.named, *(one.upper() for one in words.named)])
        many_of = rf"(?:{any_of(words.plural)})\s+"
        doing = rf"(?:{any_of(words.verbs)})(?!\w)"
        proper = rf"(?!{doing})(?-i:(?:{upper})\s+(?=[{UPPER}]))"
        never = rf"(?!(?:{any_of(words.never)})(?!\w))"
        name = rf"(?:{many_of})?(?:{any_of(words.starters)})(?!\w)|{many_of}(?:{any_of(words.others)})(?!\w)|{proper}"
        self._held = re.compile(rf"(?<!\w)(?:{any_of(listed)}|HĐND\s*(?:,|và)\s*UBND)(?!\w)", re.IGNORECASE)
        self.begins = re.compile(rf"{never}(?:{name})", re.IGNORECASE)
        self._offices = {
            one: " ".join(syllables(fold(one))) for one in words.known if one.count(" ") >= 2 and one != one.lower()
        }
        self._many = re.compile(rf"(?:{any_of(many)})(?!\w)", re.IGNORECASE)
        self._stops = re.compile(rf"\s(?:{any_of(words.stops)})(?!\w)", re.IGNORECASE)
        self._given = re.compile(rf"\s+(?:{any_of(words.given)})(?!\w)(?!\s+\d)", re.IGNORECASE)
        self.verbs = re.compile(rf"(?<!\w){doing}", re.IGNORECASE)
        plural = any_of(("các", "mọi", "cấp", "mỗi"))
        beyond = rf"(?!(?:{any_of(words.beyond)})(?!\w))"
        self._level = re.compile(rf"(?<!\b(?:{plural}))\s(?:{any_of(words.levels)})(?=\s+{beyond}[^\W\d_{UPPER}])")

    def names(self, text: str) -> tuple[str, ...]:
        """The bodies that a text names that names nothing else."""
        held = [found.span() for found in self._held.finditer(text)]
        cuts = [0]
        for mark in _SEPARATOR.finditer(text):
            inside = any(start < mark.start() and mark.end() <= end for start, end in held)
            if self._parts_here(mark[0], text[mark.end() :], inside=inside):
                cuts += [mark.start(), mark.end()]
        cuts.append(len(text))
        pieces = [text[start:end].strip(_EDGES) for start, end in zip(cuts[::2], cuts[1::2], strict=True)]
        return tuple(piece for piece in pieces if any(map(str.isalpha, piece)))

    def known(self, name: str) -> str:
        """A name of a damaged text as the rules know it, where it is nearly that of an office that they know."""
        words = " ".join(syllables(fold(name)))
        found = process.extractOne(words, self._offices, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return found[2][0].upper() + found[2][1:] if found else name

    def run(self, text: str, start: int = 0, *, whatever: bool = False) -> int | None:
        """Where the names of bodies end that begin at an offset; None where none begins there. They go on until a
        deed, a word that no name holds, or a sign; what they are charged with may be part of a name ("các đơn vị
        được giao nhiệm vụ"). With `whatever` a name may begin with any word in capitals."""
        if not (self.begins.match(text, start) or (whatever and text[start : start + 1].isupper())):
            return None
        limit = min(len(text), start + _REACH)
        at = end = start
        while at >= end:
            found = (pattern.search(text, at, limit) for pattern in (_SIGN, self._stops))
            verb = self.verb_at(text, at, limit, start)
            end = min(limit if verb is None else verb, *(one.start() if one else limit for one in found))
            level = self._level.search(text, at, end) if text[start].isupper() else None
            if level is not None:
                return level.end()
            given = self._given.match(text, end - text[end - 1 : end].isspace())
            at = given.end() if given else -1
        words = text[start:end].split()
        return start + len(text[start:end].rstrip(" ,;-–")) if len(words) <= _LONGEST else None

    def named(self, text: str, start: int, end: int) -> tuple[str, ...]:
        """The names between two offsets, each with a capital."""
        found = (one for one in self.names(text[start:end]) if len(one.split()) <= _LONGEST_NAME)
        return tuple(one[0].upper() + one[1:] for one in found)

    def verb_at(self, text: str, at: int = 0, limit: int | None = None, start: int = 0) -> int | None:
        """Where the first deed begins that is no part of a name ("Ban Tổ chức", "các tổ chức chính trị")."""
        for verb in self.verbs.finditer(text, at, len(text) if limit is None else limit):
            if (
                verb.start() > start
                and not text[verb.start()].isupper()
                and not _IN_NAME.search(text, start, verb.start())
            ):
                return verb.start()
        return None

    def _parts_here(self, mark: str, after: str, *, inside: bool) -> bool:
        """Whether a separator parts two bodies: always a semicolon; a comma or "và" only before another body's name."""
        if ";" in mark or "\n" in mark:
            return True
        if inside:
            return False
        if "-" in mark or not after:
            return not after
        begun = self.begins.match(after)
        if begun is None:
            return False
        return after[0].isupper() or after[begun.end() :].lstrip()[:1].isupper() or self._many.match(after) is not None

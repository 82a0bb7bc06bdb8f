"""The bodies that words name: "Các phòng chuyên môn; UBND các xã, thị trấn" names two."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from cascade.lexicon.passage import Passage
from cascade.model.domain import Domain
from cascade.model.text import any_of


def bodies(passage: Passage, domain: Domain) -> tuple[str, ...]:
    """The bodies that a cell names, as printed: "Các phòng chuyên môn; UBND các xã, thị trấn" names two."""
    known = tuple(phrase for body in domain.agencies.bodies for phrase in body.phrases)
    parts = _body_patterns(known, domain.phrases.starters.get("agency", ()))
    text = passage.text
    held = [found.span() for found in parts.held.finditer(text)]
    cuts = [0]
    for mark in _SEPARATOR.finditer(text):
        inside = any(start < mark.start() and mark.end() <= end for start, end in held)
        if _parts_here(mark[0], text[mark.end() :], parts, inside=inside):
            cuts += [mark.start(), mark.end()]
    cuts.append(len(text))
    pieces = [text[start:end].strip(_EDGES) for start, end in zip(cuts[::2], cuts[1::2], strict=True)]
    return tuple(piece for piece in pieces if any(map(str.isalpha, piece)))


_EDGES = " \t.,;:+*-–•"
_SEPARATOR = re.compile(r"\s*[;\n]+[\s,;]*|[\s]*,[\s,]*(?:và\s+)?|\s+và\s+|\s+[+•]\s+|\s-\s(?=[A-ZĐ])")


class _Parts(msgspec.Struct, frozen=True):
    """`held`: names within which nothing is parted. `begins`: what begins a name, `plural` one in small letters."""

    held: re.Pattern[str]
    begins: re.Pattern[str]
    plural: re.Pattern[str]


@lru_cache(maxsize=8)
def _body_patterns(known: tuple[str, ...], starters: tuple[str, ...]) -> _Parts:
    listed = [phrase for phrase in known if "," in phrase or " và " in phrase]
    plural = [
        *(phrase for phrase in known if phrase.count(" ") >= 2),
        *(one for one in starters if one.startswith("các ")),
    ]
    return _Parts(
        re.compile(rf"(?<!\w)(?:{any_of(listed)}|HĐND\s*(?:,|và)\s*UBND)(?!\w)", re.IGNORECASE),
        re.compile(rf"(?:{any_of(starters)})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?:{any_of(plural)})(?!\w)", re.IGNORECASE),
    )


def _parts_here(mark: str, after: str, parts: _Parts, *, inside: bool) -> bool:
    """Whether a separator parts two bodies: always a semicolon; a comma or "và" only before another body's name."""
    if ";" in mark or "\n" in mark:
        return True
    if inside:
        return False
    if "-" in mark or not after:
        return not after
    begun = parts.begins.match(after)
    if begun is None:
        return False
    if after[0].isupper() or after[begun.end() :].lstrip()[:1].isupper():
        return True
    return parts.plural.match(after) is not None

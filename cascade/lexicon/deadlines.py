"""By when or how often something is to be done: "trước ngày 30/6/2026", "trong quý II", "hằng tháng"."""

from __future__ import annotations

import re
from functools import reduce

import msgspec

from cascade.lexicon.passage import before
from cascade.model.phrases import Phrases
from cascade.model.text import any_of

_NUMBER = r"(?:\d{1,4}|[IVX]{1,4})(?![\w%])"
_LISTED = rf"{_NUMBER}(?:\s*(?:,|;|và)\s*{_NUMBER})+"
_JOINT = r"\s*(?:,|;|/|và|hoặc)?\s*"
_OPENS = re.compile(r"(?:^|[,;:(–-]|\bvà|\bhoặc)\s*$", re.IGNORECASE)
_CLOSES = re.compile(r"\s*(?:$|[,;.:)(])")
_NEAR = 60  # characters before a deadline that may say what it belongs to


class Deadline(msgspec.Struct, frozen=True):
    """One deadline with the offsets of its words. `rank`: how surely it is one, 0 first: a date with a word
    before it, a quarter or month by itself, what recurs, a year."""

    start: int
    end: int
    rank: int


class Deadlines:
    """Finds deadlines with the phrases of `rules/reading.yaml`."""

    def __init__(self, phrases: Phrases) -> None:
        words = {name: any_of(found) for name, found in phrases.deadlines.items()}
        leading = rf"(?:(?:{words.get('before')})\s+){{1,3}}"
        spans, more = words.get("spans"), words.get("more")
        every, regular = words.get("every"), words.get("regular")
        listed = rf"(?:{_JOINT}(?:(?:{every})\s+)?(?:{spans}|{more})(?!\w)){{0,6}}"
        once = rf"(?:(?:{regular})\s+)?(?:{every})\s+(?:{spans})(?!\w){listed}"
        regularly = rf"(?:{regular})(?:\s+(?:{spans})(?!\w){listed}|(?!\w))"
        date = rf"(?:{_dated(phrases, 'dates')})"
        term = rf"(?:{words.get('term')})\s+\d{{1,3}}\s+(?:{words.get('lasting')})(?!\w)"
        counted = rf"{term}(?:\s+(?:{words.get('since')})\s[^,;.()]{{1,80}}(?<!\s))?"
        patterns = (
            rf"{leading}{date}(?:\s*(?:,|và)\s*{date}){{0,4}}|{counted}",
            _dated(phrases, "named"),
            rf"{once}|{regularly}|(?:{spans})\s*/\s*lần|(?:{words.get('alone')})",
            rf"{leading}(?:{_dated(phrases, 'years')})",
        )
        joined = "|".join(rf"(?P<rank{rank}>{pattern})" for rank, pattern in enumerate(patterns))
        self.pattern = re.compile(rf"(?<![\w/-])(?:{joined})(?!\w)", re.IGNORECASE)
        self.day = re.compile(rf"(?<![\w/-]){leading}(?:{_dated(phrases, 'days')})(?![\w/-])", re.IGNORECASE)
        self.outlook, self.of_things = (
            re.compile(rf"(?<!\w)(?:{words.get(name)})\s*$", re.IGNORECASE) for name in ("not_behind", "of_things")
        )
        self.verbs = re.compile(
            rf"\s+(?:{any_of([*phrases.verbs, *phrases.deadlines.get('goes_on', ())])})(?!\w)", re.IGNORECASE
        )

    def find(self, text: str) -> tuple[Deadline, ...]:
        """Every deadline of a text, in order."""
        found = []
        for match in self.pattern.finditer(text):
            rank = next(rank for rank in range(4) if match[f"rank{rank}"] is not None)
            if self._counts(text, match, rank):
                found.append(Deadline(*match.span(), rank))
        return tuple(found)

    def of(self, text: str, *, years: bool = True) -> str | None:
        """The words of the deadline that counts most; a year alone only with `years`; what recurs with its day
        ("hằng tháng trước ngày 20")."""
        found = min(self.find(text), key=lambda one: one.rank, default=None)
        if found is None or (found.rank == 3 and not years):
            return None
        day = self.day.search(text, found.end) if found.rank == 2 else None
        words = " ".join(f"{text[found.start : found.end]} {day[0] if day else ''}".split())
        return words if found.rank == 0 or words[:1].isdigit() else words[:1].lower() + words[1:]

    def _counts(self, text: str, match: re.Match[str], rank: int) -> bool:
        """Whether words that may be a deadline are one where they stand."""
        words = before(text, match.start(), _NEAR)
        opens, closes = bool(_OPENS.search(words)) or not words.strip(), bool(_CLOSES.match(text, match.end()))
        if rank == 0:
            return True
        if rank == 1:
            return (opens or closes) and not self.of_things.search(words)
        if rank == 3:
            return (opens or closes) and not self.outlook.search(words)
        acts = bool(self.verbs.match(text, match.end()))
        return (
            acts or closes or (opens and not text[match.end() :].lstrip().startswith("của"))
        ) and not self.of_things.search(words)


def _dated(phrases: Phrases, name: str) -> str:
    """A pattern for ways to write a date; the longest first."""
    forms = sorted(phrases.deadlines.get(name, ()), key=lambda form: (-len(form), form))
    numbers = ((r"\ ", r"\s+"), (r"\#\#", _LISTED), (r"\#", _NUMBER))
    return "|".join(reduce(lambda form, pair: form.replace(*pair), numbers, re.escape(form)) for form in forms)

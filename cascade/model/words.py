"""Words in both languages: the only form in which cascade keeps what it says to people."""

from __future__ import annotations

from string import Formatter
from typing import Literal

import msgspec

Lang = Literal["vi", "en"]
LANGS: tuple[Lang, ...] = ("vi", "en")


class Words(msgspec.Struct, frozen=True):
    """The same statement in Vietnamese and in English, both complete."""

    vi: str
    en: str

    def say(self, lang: Lang, /, **facts: object) -> str:
        """The statement in `lang`, its `{names}` filled from `facts`."""
        text = self.vi if lang == "vi" else self.en
        return text.format_map(facts) if facts else text

    def filled(self, **facts: object) -> Words:
        """The statement in both languages, its `{names}` filled from `facts`."""
        return Words(self.say("vi", **facts), self.say("en", **facts))


def names_in(words: Words) -> set[str]:
    """The `{names}` that words are filled with, each with its format where it has one."""
    names = set()
    for text in (words.vi, words.en):
        try:
            parts = [part for part in Formatter().parse(text) if part[1] is not None]
        except ValueError:  # a brace that is never closed, or never opened
            names.add("…")
            continue
        names |= {f"{name}{'!' if how else ''}{how or ''}{':' if form else ''}{form}" for _, name, form, how in parts}
    return names

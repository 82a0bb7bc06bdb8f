"""Words in both languages: the only form in which cascade keeps what it says to people."""

from __future__ import annotations

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

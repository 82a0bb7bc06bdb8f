"""Phrases that a person wrote, sought in items: in the same words or in others of the same meaning.

A phrase is taken apart into the phrases of `rules/concepts.yaml` that it holds and the words between them; a text says
it where it says each part, in the words of the phrase or in others of a concept that is not loose. A phrase that is
narrower than another of its concept ("báo cáo định kỳ", where "báo cáo" says the same) is that other and more words:
who writes it means it so. Accents count where both sides have any: a phrase typed without accents, or a text printed
without, means any of its letters.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import msgspec

from cascade.answers.lexis import END, Lexis
from cascade.model.text import fold

Words = tuple[str, ...]


class _Text(msgspec.Struct, frozen=True):
    """A text between spaces, ready to be searched; `bare`: without accents, and whether it was printed so."""

    words: str
    bare: str

    @property
    def plain(self) -> bool:
        return self.words == self.bare

    def holds(self, phrase: _Text) -> bool:
        """Whether a phrase stands in the text."""
        return phrase.bare in self.bare if phrase.plain or self.plain else phrase.words in self.words


class Sought:
    """Seeks phrases in texts; both are remembered."""

    def __init__(self, lexis: Lexis) -> None:
        self._lexis = lexis
        self._texts: dict[str, _Text] = {}
        self._phrases: dict[str, tuple[tuple[_Text, ...], ...]] = {}

    def says(self, text: str, phrases: Iterable[str]) -> bool:
        """Whether a text says one of some phrases, in these words or others of the same meaning."""
        known = self._text(text)
        return any(
            all(any(map(known.holds, alternatives)) for alternatives in self._parts(phrase)) for phrase in phrases
        )

    def prints(self, text: str, phrases: Iterable[str]) -> bool:
        """Whether one of some phrases stands in a text in just these words."""
        known = self._text(text)
        return any(known.holds(self._text(phrase)) for phrase in phrases)

    def _text(self, text: str) -> _Text:
        if text not in self._texts:
            self._texts[text] = _spaced(self._lexis.spelt(text))
        return self._texts[text]

    def _parts(self, phrase: str) -> tuple[tuple[_Text, ...], ...]:
        """The parts of a phrase, each with all that says the same."""
        if phrase not in self._phrases:
            words = tuple(word for word in self._lexis.spelt(phrase) if word != END)
            self._phrases[phrase] = tuple(map(self._alternatives, self._apart(words)))
        return self._phrases[phrase]

    def _apart(self, words: Words) -> list[Words]:
        """A phrase in its parts: the longest phrases of concepts, from the left, and the words between them."""
        parts: list[Words] = []
        between: Words = ()
        place = 0
        while place < len(words):
            sizes = range(min(self._longest, len(words) - place), 0, -1)
            size = next((size for size in sizes if self._same(words[place : place + size])), 0)
            if not size:
                between = (*between, words[place])
            else:
                parts += [between] if between else []
                parts.append(words[place : place + size])
                between = ()
            place += size or 1
        return [*parts, between] if between else parts

    def _alternatives(self, part: Words) -> tuple[_Text, ...]:
        return tuple(map(_spaced, dict.fromkeys((part, *self._same(part)))))

    def _same(self, part: Words) -> tuple[Words, ...]:
        """All that says the same as a phrase, where it is one of a concept; one without accents may be any of its
        letters."""
        bare = tuple(map(fold, part))
        known = self._concepts.get(bare, {})
        spelt = known.values() if bare == part else [known[part]] if part in known else ()
        return tuple(dict.fromkeys(word for words in spelt for word in words))

    @cached_property
    def _concepts(self) -> dict[Words, dict[Words, tuple[Words, ...]]]:
        """Phrases without accents → the phrases spelt so → all that says the same."""
        found: dict[Words, dict[Words, tuple[Words, ...]]] = {}
        for concept in self._lexis.wording.concepts:
            same = () if concept.loose else tuple(map(self._lexis.spelt, concept.words))
            for words in (one for one in same if not _is_narrower(one, same)):
                spelt = found.setdefault(tuple(map(fold, words)), {})
                spelt[words] = (*spelt.get(words, ()), *same)
        return found

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._concepts), default=1)


def _spaced(words: Words) -> _Text:
    text = f" {' '.join(words)} "
    return _Text(text, fold(text))


def _is_narrower(phrase: Words, others: Iterable[Words]) -> bool:
    """Whether a phrase holds one of some others, and more."""
    text = _spaced(phrase)
    return any(len(other) < len(phrase) and text.holds(_spaced(other)) for other in others)

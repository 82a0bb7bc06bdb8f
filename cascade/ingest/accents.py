"""A paragraph typed without accents, read with them: "ty le ho so" is "tỷ lệ hồ sơ".

A plan may be typed in part without accents, by one hand of several. Such a paragraph says nothing to phrases that
have their accents, so it is read as the model of the language would write it. Letters never change, only their
marks: what the model would spell otherwise stays as printed, and so do numbers. What is quoted is always the print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

import msgspec

from cascade.ingest.outline.outline import Entry
from cascade.lexicon.passage import Passage, Word
from cascade.model.phrases import Phrases
from cascade.model.text import fold

_ACCENTED = re.compile(r"[À-ỹ]")
_BARE = re.compile(r"[a-z]{2,}")
_FEWEST = 3  # words in small letters; fewer are a name, a code or a number
_WORD = re.compile(r"[^\W\d_]+")


class Accents(msgspec.Struct, frozen=True, dict=True):
    """Gives paragraphs their accents back, with the model of the language and, where it reads another word, with
    the words of `rules/reading.yaml`."""

    phrases: Phrases

    def given(self, entry: Entry) -> Entry:
        """The entry as it would read with accents; itself, where it has any."""
        passage = entry.paragraph.passage
        if not lacks_accents(passage.text):
            return entry
        read = Passage(tuple(self._words(passage)))
        return msgspec.structs.replace(entry, paragraph=msgspec.structs.replace(entry.paragraph, passage=read))

    def _words(self, passage: Passage) -> Iterator[Word]:
        restored = _restored(" ".join(word.read for word in passage.words))
        if len(restored) != len(passage.words):
            yield from passage.words
            return
        for word, read in zip(passage.words, restored, strict=True):
            same = fold(read) == fold(word.read)
            yield Word(word.printed, read if same else _WORD.sub(self._known_word, word.read), word.line)

    def _known_word(self, match: re.Match[str]) -> str:
        return self._known.get(match[0], match[0])

    @cached_property
    def _known(self) -> Mapping[str, str]:
        """The single words that open an exception or bind a number, by what is left of them without accents."""
        single = [*self.phrases.exceptions, *(phrase for found in self.phrases.bounds.values() for phrase in found)]
        return {fold(word): word for word in single if _WORD.fullmatch(word)}


def lacks_accents(text: str) -> bool:
    """Whether a text has no accent at all, and words that would have some."""
    return not _ACCENTED.search(text) and len(_BARE.findall(text)) >= _FEWEST


@lru_cache(maxsize=256)
def _restored(text: str) -> tuple[str, ...]:
    """The words of a line as the model of the language reads them; its model is imported for such a line only."""
    from cascade.restore.restore import load_model, restore

    (words,) = restore([text], load_model())
    return tuple(word.read for word in words)

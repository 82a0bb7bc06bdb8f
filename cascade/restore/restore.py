"""A restored reading of Vietnamese that was read with the wrong language; numbers and names stay as printed.

What is restored is only ever matched. What is quoted and stored is the print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cascade.lexicon.passage import Word, plain_words
from cascade.model.text import fold, nfc
from cascade.restore.channel import Candidate, look
from cascade.restore.decode import likeliest
from cascade.restore.health import Health, is_healthy, judged_words
from cascade.restore.labels import list_labels
from cascade.restore.prints import Piece, cut, has_vowel
from cascade.restore.syllables import Model, load_model
from cascade.restore.tokens import NAME, NUMBER, STOP, is_abbreviation

__all__ = ["Health", "Model", "health", "is_damaged", "is_vietnamese", "load_model", "restore"]

_ROMAN = re.compile(r"(?:X{0,3}(?:IX|IV|V?I{1,3})|X{1,3}V?|V)")
_UNITS = frozenset({"xã", "phường", "huyện", "quận", "tỉnh", "thôn", "trấn", "phố"})
_VIETNAMESE_SHARE = 0.5
_STAYS = (9.0, 5.0, 6.0)
_STAYS_LETTER = (1.2, 0.8, 0.6)
"""The cost of reading a word as printed, and of each of its letters: small letters, with a capital, capitals."""
_DIGIT = 2.3
_RUN_TOGETHER = 5.0


def health(lines: Sequence[str], model: Model) -> Health:
    """Whether a text is healthy Vietnamese. A text without words is healthy: there is nothing to restore."""
    judged = judged_words(lines)
    if is_healthy(judged):
        return Health.HEALTHY
    known = sum(number for word, number in judged.items() if model.channel.is_skeleton(look(word)))
    return Health.DAMAGED if known > _VIETNAMESE_SHARE * judged.total() else Health.FOREIGN


def is_damaged(lines: Sequence[str], model: Model) -> bool:
    """Whether a text is Vietnamese that has lost its letters: read with the wrong language, or typed without marks."""
    return health(lines, model) is Health.DAMAGED


def is_vietnamese(lines: Sequence[str], model: Model) -> bool:
    """Whether a text is Vietnamese, healthy or damaged."""
    return health(lines, model) is not Health.FOREIGN


def restore(lines: Sequence[str], model: Model) -> tuple[tuple[Word, ...], ...]:
    """The words of each line with their restored reading, one for each printed word.

    A text that is not damaged, and each healthy line of one that is, is read as printed.
    """
    if not is_damaged(lines, model):
        return tuple(plain_words(line, number) for number, line in enumerate(lines, 1))
    text = cut(lines, list_labels([line.split() for line in lines]))
    every = [piece for line in text for word in line for piece in word.pieces]
    _read(every, model)
    _keep_names(every, model)
    return tuple(tuple(Word(word.printed, word.read, number) for word in line) for number, line in enumerate(text, 1))


def _read(every: Sequence[Piece], model: Model) -> None:
    """Choose a reading for each piece."""
    stop = (Candidate((STOP,), 0.0),)
    columns: list[tuple[Candidate, ...]] = []
    owners: list[Piece | None] = []
    for piece in every:
        if piece.starts:
            columns.append(stop)
            owners.append(None)
        columns.append(_candidates(piece, model))
        owners.append(piece)
    for owner, candidate in zip(owners, likeliest(columns, model), strict=True):
        if owner is not None:
            owner.chosen = candidate.syllables
            owner.reading = owner.reading or _written(owner)


def _candidates(piece: Piece, model: Model) -> tuple[Candidate, ...]:
    """The readings that a piece may have; at least one."""
    if piece.kind is not None:
        return _numbers(piece, piece.kind, model)
    if piece.reading:
        return (Candidate((STOP,), 0.0),)
    if piece.locked:
        return (Candidate((nfc(piece.printed).lower(),), 0.0),)
    if _is_label(piece):
        return (Candidate((NAME,), 0.0),)
    if is_abbreviation(piece.printed) and (short := _abbreviation(piece.printed, model)):
        return (Candidate((short,), 0.0),)
    read = model.channel.candidates(piece.printed, piece.capitals)
    stays = Candidate((NAME,), _STAYS[piece.capitals] + _STAYS_LETTER[piece.capitals] * len(piece.printed))
    return (*read, *_run_together(piece, read, model), stays)


def _is_label(piece: Piece) -> bool:
    """Whether a print is the letter of a list or a Roman number inside a line: `c)`, `V.`."""
    return (len(piece.printed) == 1 and piece.after.startswith(")")) or bool(_ROMAN.fullmatch(piece.printed))


def _abbreviation(printed: str, model: Model) -> str | None:
    """The known abbreviation that a print is; what holds no vowel is an unknown one and stays (`TTg`)."""
    if printed in model.abbreviations:
        return printed
    known = next((short for short in sorted(model.abbreviations) if fold(short) == fold(printed)), None)
    return known or (None if has_vowel(printed) else NAME)


def _numbers(piece: Piece, kind: str, model: Model) -> tuple[Candidate, ...]:
    """A number stays; only a short bare one may be letters after all (`16` for `lệ`)."""
    if kind != NUMBER or len(piece.printed) > 3 or not piece.printed.isdigit() or piece.locked:
        return (Candidate((kind,), 0.0),)
    return (Candidate((NUMBER,), _DIGIT * len(piece.printed)), *model.channel.candidates(piece.printed, 0))


def _run_together(piece: Piece, read: Sequence[Candidate], model: Model) -> Iterator[Candidate]:
    """Two syllables printed without a space between them (`dichvu`)."""
    printed, channel = piece.printed, model.channel
    if len(printed) < 5 or (read and read[0].cost < 4 + 0.5 * len(printed)):
        return
    for at in range(2, len(printed) - 1):
        if not (channel.looks_whole(printed[:at]) or channel.looks_whole(printed[at:])):
            continue
        for left in channel.candidates(printed[:at], piece.capitals)[:4]:
            for right in channel.candidates(printed[at:], 2 if piece.capitals == 2 else 0)[:4]:
                cost = left.cost + right.cost + _RUN_TOGETHER
                if cost < 3 * len(printed):
                    yield Candidate(left.syllables + right.syllables, cost)


def _written(piece: Piece) -> str:
    """The chosen reading in the case of the print."""
    token = piece.chosen[0]
    if piece.locked or token in (NAME, piece.kind):
        return piece.printed
    text = " ".join(piece.chosen)
    if token != token.lower():
        return text
    if piece.capitals == 2:
        return text.upper()
    return text[:1].upper() + text[1:] if piece.capitals else text


def _keep_names(every: Sequence[Piece], model: Model) -> None:
    """Give names their print back: words with a capital that nothing around them vouches for."""
    for at, piece in enumerate(every):
        before = every[at - 1] if at and not piece.starts else None
        after = every[at + 1] if at + 1 < len(every) and not every[at + 1].starts else None
        if piece.capitals and _may_be_name(piece) and _is_name(before, piece, after, model):
            piece.reading, piece.chosen = piece.printed, (NAME,)


def _may_be_name(piece: Piece) -> bool:
    token = piece.chosen[0]
    return piece.kind is None and not piece.locked and token != NAME and token == token.lower()


def _is_name(before: Piece | None, piece: Piece, after: Piece | None, model: Model) -> bool:
    if before is not None and not before.after:
        if before.chosen[-1] in _UNITS:
            return not _vouched(before, piece, model)
        if before.chosen[-1] == NAME and before.capitals and before.kind is None:
            return not _vouched(piece, after, model)
    if piece.capitals == 2 or len(piece.chosen) > 1:
        return False
    if piece.starts and not (after is not None and after.capitals == 1):
        return False
    return not _vouched(before, piece, model) and not _vouched(piece, after, model)


def _vouched(first: Piece | None, second: Piece | None, model: Model) -> bool:
    """Whether plans hold these two neighbours in this order."""
    return first is not None and second is not None and model.count(first.chosen[-1], second.chosen[0]) > 1

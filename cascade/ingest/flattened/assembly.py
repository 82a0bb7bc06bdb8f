"""Rows put together from the pieces of a flattened table and the columns that they stand in.

A merged cell is printed once for all the rows that it covers, and again on every page: here it
becomes one passage that each of them holds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from cascade.ingest.flattened.marks import Mark
from cascade.ingest.flattened.path import Shape, Step
from cascade.ingest.flattened.pieces import Piece
from cascade.ingest.flattened.words import Run
from cascade.ingest.tables.columns import TEXTS, VALUED
from cascade.ingest.tables.rows import Row
from cascade.lexicon.passage import Passage, Word
from cascade.model.text import fold

_FEWEST = 2  # rows that make a table


class Marked(msgspec.Struct, frozen=True):
    """The area headings and the row numbers of a region."""

    headings: Sequence[Mark]
    numbers: Sequence[Mark]


def assembled(run: Run, shape: Shape, cut: Sequence[Piece], way: Sequence[Step], marked: Marked) -> tuple[Row, ...]:
    """The rows that a way through the pieces makes; none where they make no table."""
    drafts = _whole(_drafts(run, shape, cut, way, marked), shape)
    main = shape.fields[shape.main]
    if sum(main in draft.cells and _assigned(draft, shape) for draft in drafts) < _FEWEST:
        return ()
    return tuple(_Merged(shape, drafts).rows())


class _Draft(msgspec.Struct):
    """A row while it is put together: its cells as words, the labels of its text cells, what stands above it."""

    cells: dict[str, list[Word]]
    labels: dict[str, str]
    section: str
    area: int | None
    number: Word | None = None


def _drafts(run: Run, shape: Shape, cut: Sequence[Piece], way: Sequence[Step], marked: Marked) -> list[_Draft]:
    """The rows as the way through the pieces has them, cut by page breaks and repeating merged cells."""
    drafts: list[_Draft] = []
    last = -1
    for piece, step in zip(cut, way, strict=True):
        if step.column is None:
            break
        if step.row:
            section = _last_before(marked.headings, piece.start)
            number = _last_before(marked.numbers, piece.start)
            drafts.append(
                _Draft(
                    {},
                    {},
                    section.label if section else "",
                    section.area if section else None,
                    run.words[number.start] if number and number.start > last else None,
                )
            )
        draft, field = drafts[-1], shape.fields[step.column]
        draft.cells.setdefault(field, []).extend(run.words[piece.start : piece.end])
        if piece.label is not None and piece.label.field in shape.labelled:
            draft.labels.setdefault(field, piece.label.label)
        last = piece.start
    return drafts


def _last_before(marks: Sequence[Mark], at: int) -> Mark | None:
    place = bisect_left(marks, at, key=lambda mark: mark.start)
    return marks[place - 1] if place else None


def _assigned(draft: _Draft, shape: Shape) -> bool:
    return any(field in draft.cells for field in shape.fields if field not in TEXTS)


def _whole(drafts: Sequence[_Draft], shape: Shape) -> list[_Draft]:
    """Rows that a page break has cut, and begun again with the same label, made one."""
    main = shape.fields[shape.main]
    whole: list[_Draft] = []
    for draft in drafts:
        label = draft.labels.get(main)
        before = whole[-1] if whole else None
        if label is None or before is None or before.labels.get(main) != label or before.section != draft.section:
            whole.append(draft)
            continue
        for field, words in draft.cells.items():
            known = before.cells.setdefault(field, [])
            if _key(words) != _key(known[: len(words)]):
                known.extend(words)
    return whole


def _key(words: Sequence[Word]) -> str:
    """What words say, whatever their accents and spaces."""
    return fold("".join(word.read for word in words))


class _Merged:
    """Rows with the cells that are merged over several of them, each the same passage in all."""

    def __init__(self, shape: Shape, drafts: Sequence[_Draft]) -> None:
        self.shape, self.drafts = shape, drafts
        self.main = shape.fields[shape.main]
        self.valued = any(VALUED.match(field) for field in shape.fields)
        self.wide = [field for field in shape.fields[: shape.main] if field in TEXTS]
        self.cells: list[list[Word]] = []  # every merged cell's words,
        self.keys: list[str] = []  # what they say, and
        self.labels: list[str] = []  # what numbers them

    def rows(self) -> Iterator[Row]:
        """The rows in order; a merged cell under which no row stands is a row of its own."""
        above_all = self._read()
        passages = [Passage(tuple(words)) for words in self.cells]
        shared = self._shared()
        used = {
            cell
            for place, above in enumerate(above_all)
            if self.main in self.drafts[place].cells
            for cell in above.values()
        }
        for place, draft in enumerate(self.drafts):
            above = above_all[place]
            own = {field: Passage(tuple(words)) for field, words in draft.cells.items() if field not in self.wide}
            if not own and used.issuperset(above[field] for field in draft.cells if field in above):
                continue
            used.update(above.values())
            number = {"number": Passage((draft.number,))} if draft.number else {}
            cells = {**number, **{field: passages[cell] for field, cell in above.items()}, **own}
            yield Row({**cells, **shared.get(place, {})}, draft.area, draft.section, self.valued)

    def _read(self) -> list[dict[str, int]]:
        """For each row the merged cells above it, by field."""
        found: list[dict[str, int]] = []
        current: dict[str, int] = {}
        seen: dict[str, list[int]] = {}
        section = None
        for draft in self.drafts:
            if draft.section != section:
                current, seen, section = {}, {}, draft.section
            for depth, field in enumerate(self.wide):
                words = draft.cells.get(field)
                if words is None or self._is_known(words, draft.labels.get(field, ""), seen.get(field, ())):
                    continue
                for deeper in self.wide[depth:]:
                    current.pop(deeper, None)
                current[field] = len(self.cells)
                seen.setdefault(field, []).append(len(self.cells))
                self._keep(words, draft.labels.get(field, ""))
            found.append(dict(current))
        return found

    def _keep(self, words: list[Word], label: str) -> None:
        self.cells.append(words)
        self.keys.append(_key(words))
        self.labels.append(label)

    def _is_known(self, words: list[Word], label: str, seen: Sequence[int]) -> bool:
        """Whether a page break prints a merged cell again, cut short perhaps; the longer text is kept.

        It may do so late, when the next cell has begun: then the row stands under that one.
        """
        key = _key(words)
        for cell in reversed(seen):
            known = self.keys[cell]
            cut = bool(label) and label == self.labels[cell] and (known.startswith(key) or key.startswith(known))
            if key == known or cut:
                if len(key) > len(known):
                    self.cells[cell], self.keys[cell] = words, key
                return True
        return False

    def _shared(self) -> dict[int, dict[str, Passage]]:
        """The cells that several activities in one cell share: printed behind the last of them."""
        shared: dict[int, dict[str, Passage]] = {}
        below: dict[str, Passage] = {}
        for place in range(len(self.drafts) - 1, -1, -1):
            draft = self.drafts[place]
            own = {
                field: words for field, words in draft.cells.items() if field != self.main and field not in self.wide
            }
            following = self.drafts[place + 1] if place + 1 < len(self.drafts) else None
            if own:
                below = {field: Passage(tuple(words)) for field, words in own.items()}
                shared[place] = below
            elif self.main in draft.cells and following is not None and self._goes_on(draft, following):
                shared[place] = below
            else:
                below = {}
        return shared

    def _goes_on(self, draft: _Draft, following: _Draft) -> bool:
        """Whether two activities stand in one row of the table: labelled, and nothing above the second one."""
        return (
            self.main in self.shape.labelled
            and set(following.cells) & {*self.wide, self.main} == {self.main}
            and following.section == draft.section
        )

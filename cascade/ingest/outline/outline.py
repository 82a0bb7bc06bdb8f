"""Paragraphs to an outline: what every paragraph stands under, and what that says about it.

A heading tells what follows (aims, tasks, who is responsible), in which area, and sometimes by
when ("Đến năm 2025:"). Headings nest by the style of their markers, in the order in which the
document first uses the styles; so no fixed scheme of numbering is assumed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from cascade.ingest.outline.paragraphs import BULLETS, Marker, Paragraph, Style
from cascade.lexicon.horizon import Horizon, heading_horizon, stands_alone
from cascade.lexicon.vocabulary import Vocabulary
from cascade.model.text import any_of, fold

_HEADING_LENGTH = 160
_CLOSED = re.compile(r"[.;,]\s*$")
_OPENING = {"", "head"}
_AIMS = {"aims", "both"}
_INTRODUCING = 40  # characters at the end of an introducing sentence that name what it introduces
_CITES = re.compile(r"\bso\W*\d|\d\s*[/-]\s*(?:\d{4}/)?[a-z]{1,5}\s*[-/]\s*[a-z]|\bluat\b")
_CITED_WITHIN = 120  # characters within which a paragraph of the basis names a document
_SIGNED = re.compile(r"(?:TM|KT|TL|TUQ)\s*\.\s|Q\.\s*CHỦ TỊCH|(?:PHÓ\s+)?CHỦ TỊCH$")
_YEARS = re.compile(r"20\d\d")
_QUOTED = ' :*“”"'  # what may stand around a heading
_BARE = (100, 0)  # the key of a heading that bears no number
_CHARGED_WITHIN = 45  # words


class Section(msgspec.Struct, frozen=True):
    """What a paragraph stands under. `path`: the labels of its headings, outermost first.

    `kind`: aims, tasks, both, purpose, results, funding, organisation, recipients; `head` before
    the first heading. `heading`: the words of the innermost heading, `lead` the bodies of one
    that names who is responsible; `hedge`: of the sentence that introduces it ("Phấn đấu đạt các chỉ tiêu sau:").
    """

    path: tuple[str, ...] = ()
    kind: str = "head"
    area: int | None = None
    horizon: Horizon | None = None
    heading: str = ""
    lead: tuple[str, ...] = ()
    level: int = 0
    hedge: str | None = None


class Entry(msgspec.Struct, frozen=True):
    """A paragraph that is no heading, with its section and its place in it (`II.1.a-4`). `path`: the labels of its
    headings and its own, where it is numbered."""

    paragraph: Paragraph
    section: Section
    id: str
    path: tuple[str, ...] = ()


class _Frame(msgspec.Struct):
    """An open heading or numbered item."""

    key: tuple[int, int]
    section: Section
    label: str
    count: int = 0
    over: tuple[Style | None, bool] = (None, False)  # the style of the horizon that stands over it, if any does
    titled: bool = False
    lead: tuple[str, ...] = ()  # of a paragraph below without a mark; one behind an item is no part of it


def outline(paragraphs: Sequence[Paragraph], vocabulary: Vocabulary) -> tuple[Entry, ...]:
    """Every paragraph that is no heading, in order, with what it stands under."""
    return tuple(_Outliner(vocabulary).entries(paragraphs))


class _Outliner:
    """The stack of open headings while a document is read from top to bottom."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.charged = vocabulary.charged
        asks = any_of(vocabulary.domain.phrases.addressing.get("asks", ()))
        self.asks = re.compile(rf"(?<!\w)(?:{asks})\W*$", re.IGNORECASE)
        self.stack: list[_Frame] = [_Frame((-1, 0), Section(), "")]

    def entries(self, paragraphs: Sequence[Paragraph]) -> Iterator[Entry]:
        """The entries of a document."""
        for index, paragraph in enumerate(paragraphs):
            following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
            yield from self._entry(paragraph, following)
            self._ask(paragraph)

    def _entry(self, paragraph: Paragraph, following: Paragraph | None) -> Iterator[Entry]:
        alone = (heading_horizon if paragraph.marker is None else stands_alone)(paragraph.text)
        if alone is not None and self._stands_over(paragraph, following):
            self._set_horizon(paragraph, alone)
            return
        self._introduce(paragraph)
        if self._ends_text(paragraph) or self._titles_part(paragraph) or self._is_formal(paragraph):
            return
        heading = self._is_heading(paragraph, following)
        marker = paragraph.marker
        if heading:
            rest = self._open_heading(paragraph)
            if rest is not None:
                yield self._plain(rest)
        elif marker is not None and marker.style not in BULLETS:
            parent = self._close(marker)
            frame = self._push(marker, parent.section, paragraph.text, heading=False)
            item_id = _id(parent.section.path, marker.label or str(frame.count))
            yield Entry(paragraph, parent.section, item_id, frame.section.path)
        else:
            yield self._plain(paragraph)

    def _introduce(self, paragraph: Paragraph) -> None:
        """Where no heading is open yet, a sentence may say what follows it ("… với các mục tiêu như sau:")."""
        kind = self.vocabulary.kind_of(paragraph.text.rstrip()[-_INTRODUCING:])
        if self._introduces(paragraph) and kind in (*_AIMS, "tasks"):
            frame = self.stack[-1]
            frame.section = msgspec.structs.replace(frame.section, kind=kind)

    def _ask(self, paragraph: Paragraph) -> None:
        """Such a sentence may ask for what follows it ("Chủ tịch UBND tỉnh yêu cầu:"); itself it asks for nothing."""
        if self._introduces(paragraph) and self.asks.search(paragraph.text):
            frame = self.stack[-1]
            frame.section = msgspec.structs.replace(frame.section, kind="tasks")

    def _introduces(self, paragraph: Paragraph) -> bool:
        opening = self.stack[-1].section.kind in _OPENING
        return opening and paragraph.marker is None and paragraph.text.rstrip().endswith(":")

    def _stands_over(self, paragraph: Paragraph, following: Paragraph | None) -> bool:
        """Whether a horizon alone stands over what follows at its own level, not over a list below it."""
        marker = paragraph.marker
        if marker is None:
            return True
        if marker.style not in BULLETS:
            return False
        below = following.marker.style if following is not None and following.marker is not None else None
        return below is None or below not in BULLETS or below < marker.style or marker.style is Style.STAR

    def _set_horizon(self, paragraph: Paragraph, horizon: Horizon) -> None:
        """From here on what stands in this section applies then. The next horizon of the kind takes its place."""
        marker = paragraph.marker
        style = marker.style if marker is not None else None
        while len(self.stack) > 1 and self.stack[-1].key[0] in BULLETS:
            self.stack.pop()
        for position in range(len(self.stack) - 1, 0, -1):
            if self.stack[position].over == (style, True):
                del self.stack[position + 1 :]
                break
        frame = self.stack[-1]
        frame.over = (style, True)
        hedge = self.vocabulary.hedge_of(paragraph.text)
        frame.section = msgspec.structs.replace(frame.section, horizon=horizon, hedge=hedge)

    def _without_bare(self) -> _Frame:
        """Close headings that bear no number, as the next of them does; the frame that remains open, which counts
        on from what stood below them."""
        while self.stack[-1].key == _BARE:
            count = self.stack.pop().count
            self.stack[-1].count = max(count, self.stack[-1].count)
        return self.stack[-1]

    def _ends_text(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph opens what stands behind the text of a plan: the recipients, or the signature, behind
        which a web page prints what it likes."""
        text = paragraph.text.strip(_QUOTED)
        signed = bool(_SIGNED.match(text)) and text.isupper()
        if paragraph.marker is not None or not (signed or self.vocabulary.opens_with("recipients", text)):
            return False
        if self.stack[-1].section.kind != "recipients":
            parent = self._without_bare()
            section = msgspec.structs.replace(parent.section, kind="recipients")
            self.stack.append(_Frame(_BARE, section, "", parent.count, lead=section.lead))
        return True

    def _titles_part(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is the title of the part or chapter that was numbered on a line of its own."""
        frame = self.stack[-1]
        if frame.key[0] not in (Style.PART, Style.CHAPTER) or frame.count or frame.titled:
            return False
        frame.titled = True
        text = paragraph.text
        if paragraph.marker is not None or not text.isupper():
            return False
        area = self.vocabulary.area_of(text) or frame.section.area
        kind = self.vocabulary.kind_of(text) or frame.section.kind
        frame.section = msgspec.structs.replace(frame.section, kind=kind, area=area, heading=text)
        return True

    def _is_formal(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph only closes the document, or says what it is based on."""
        if paragraph.marker is not None and paragraph.marker.style not in BULLETS:
            return False
        text = paragraph.text
        if self.vocabulary.is_formal("closing", text):
            return True
        if self.vocabulary.is_formal("charging", text):
            return len(text.split()) <= _CHARGED_WITHIN and not any(map(str.isdigit, text))
        return self.vocabulary.is_formal("based", text) and bool(_CITES.search(fold(text[:_CITED_WITHIN])))

    def _plain(self, paragraph: Paragraph) -> Entry:
        """A paragraph or list item of the innermost open heading."""
        marker = paragraph.marker
        if marker is not None:
            self._close(marker)
        frame = self.stack[-1]
        frame.count += 1
        nested = marker is not None and marker.style in BULLETS
        introduces = marker is None and paragraph.text.rstrip().endswith(":")
        if introduces and (hedge := self.vocabulary.hedge_of(paragraph.text)):
            frame.section = msgspec.structs.replace(frame.section, hedge=hedge)
        section = frame.section if marker is not None else msgspec.structs.replace(frame.section, lead=frame.lead)
        entry = Entry(paragraph, section, _id(section.path, str(frame.count)))
        if nested and paragraph.text.rstrip().endswith(":"):
            self._push(marker, frame.section, paragraph.text, heading=False, label=str(frame.count))
        return entry

    def _close(self, marker: Marker) -> _Frame:
        """Close what a marker of this style ends; the frame that remains open."""
        key = _key(marker)
        same = self._counted(marker)
        for position, frame in enumerate(self.stack):
            if position == same or (frame.key != key and _outranks(key, frame.key)):
                del self.stack[position:]
                break
        return self.stack[-1]

    def _counted(self, marker: Marker) -> int | None:
        """Which open frame of its style a marker counts on from: the innermost that it follows, else the outermost;
        none where it begins to count below the parts of a number ("1." below "4.1" below "4.")."""
        key = _key(marker)
        open_frames = [position for position, frame in enumerate(self.stack) if frame.key == key]
        if not open_frames or not marker.label.isdecimal():
            return open_frames[0] if open_frames else None
        last = self.stack[open_frames[-1]]
        if int(marker.label) == 1 and self.stack[-1].label.startswith(f"{last.label}."):
            return None
        before = str(int(marker.label) - 1)
        return next((at for at in reversed(open_frames) if self.stack[at].label == before), open_frames[0])

    def _push(
        self, marker: Marker | None, parent: Section, text: str, *, heading: bool, label: str | None = None
    ) -> _Frame:
        label = marker.label if label is None and marker is not None else label or ""
        section = self._section(parent, label, text) if heading else self._item_section(parent, label, text)
        closed = not heading and marker is not None and bool(_CLOSED.search(text))
        frame = _Frame(_key(marker) if marker else _BARE, section, label, lead=(parent if closed else section).lead)
        self.stack.append(frame)
        return frame

    def _item_section(self, parent: Section, label: str, text: str) -> Section:
        """Below a numbered or introducing item: everything as above it, but for its label and whom it charges."""
        horizon = heading_horizon(text) or parent.horizon
        lead = self.charged.label(text) or self._told(parent, text)
        hedge = self.vocabulary.hedge_of(text) if text.rstrip().endswith(":") else parent.hedge
        return msgspec.structs.replace(
            parent, path=(*parent.path, label), heading=text, horizon=horizon, lead=lead, hedge=hedge
        )

    def _told(self, parent: Section, text: str) -> tuple[str, ...]:
        """Whom a sentence charges with what stands below it, in the part that hands things out."""
        return (parent.kind == "organisation" and self.charged.of(text).lead) or parent.lead

    def _section(self, parent: Section, label: str, text: str) -> Section:
        alone = stands_alone(text)
        opened = "tasks" if alone is None else "aims"
        kind = self.vocabulary.kind_of(text) or (opened if parent.kind in _OPENING else parent.kind)
        area = self.vocabulary.area_of(text) or parent.area
        lead = self.charged.heading(text) or self._told(parent, text)
        path = (*parent.path, label) if label else parent.path
        horizon = alone or heading_horizon(text, aims=kind in _AIMS) or parent.horizon
        return Section(path, kind, area, horizon, text, lead, parent.level + 1, self.vocabulary.hedge_of(text))

    def _is_heading(self, paragraph: Paragraph, following: Paragraph | None) -> bool:
        text, marker = paragraph.text, paragraph.marker
        if stands_alone(text) is not None:
            return True
        if marker is None:
            return self._is_bare_heading(text) or self._charges_below(text, following)
        if marker.style in (Style.PART, Style.CHAPTER, Style.CAPITAL, Style.ROMAN):
            return len(text) <= 2 * _HEADING_LENGTH or not _CLOSED.search(text)
        if marker.style in BULLETS or marker.style is Style.ARTICLE:
            titles = marker.style in (Style.STAR, Style.ARTICLE) and len(text) < 60 and not _CLOSED.search(text)
            return titles and bool(self.vocabulary.kind_of(text))
        if len(text) > _HEADING_LENGTH or _CLOSED.search(text):
            return self._splits(text) is not None
        goes_deeper = following is not None and (following.marker is None or _key(following.marker) != _key(marker))
        return goes_deeper or bool(self.vocabulary.kind_of(text))

    def _is_bare_heading(self, text: str) -> bool:
        """A line without a marker that can only be a heading: short, open, and it names a part of a plan."""
        numbers = _YEARS.sub("", text) if text.isupper() else text  # a caption in capitals may name its years
        if len(text) > 100 or _CLOSED.search(text) or any(map(str.isdigit, numbers)):
            return False
        bare = text.strip(_QUOTED)
        kind = self.vocabulary.kind_of(bare)
        if kind == "purpose" and (". " in bare or self.charged.heading(bare)):  # "Chủ tịch UBND tỉnh yêu cầu:"
            return False
        return kind is not None and (text.isupper() or text.rstrip().endswith(":") or len(bare.split()) <= 5)

    def _charges_below(self, text: str, following: Paragraph | None) -> bool:
        """Whether a line without a marker only names who does what stands below it ("Phòng Nội vụ:")."""
        if self.stack[-1].section.kind != "organisation" or _CLOSED.search(text):
            return False
        if text.rstrip().endswith(":"):
            return bool(self.charged.label(text))
        listed = following is not None and following.marker is not None and following.marker.style in BULLETS
        beside = any(frame.key == _BARE for frame in self.stack)
        return (listed or beside) and bool(self.charged.heading(text))

    def _splits(self, text: str) -> int | None:
        """Where the words begin that follow a heading on its own line ("Mục tiêu: 100% …")."""
        at = text.find(":")
        if 0 < at <= 60 and self.vocabulary.kind_of(text[:at]) and not any(char.isdigit() for char in text[:at]):
            return at + 1
        return None

    def _open_heading(self, paragraph: Paragraph) -> Paragraph | None:
        """Open a heading; the paragraph that goes on behind it on the same line, if any."""
        marker, text = paragraph.marker, paragraph.text
        parent = self._close(marker) if marker is not None else self._without_bare()
        at = self._splits(text)
        goes_on = at is not None and len(text) - at > 20
        title = text[:at] if goes_on else text
        frame = self._push(marker, parent.section, title, heading=True)
        if marker is None:
            frame.count = parent.count
        if not goes_on or at is None:
            return None
        return Paragraph(paragraph.passage.part(at + 1))


def _key(marker: Marker) -> tuple[int, int]:
    return int(marker.style), marker.depth


def _outranks(key: tuple[int, int], open_key: tuple[int, int]) -> bool:
    """Whether a marker always ends what is open: a roman number ends whatever is no part, chapter or capital
    letter, a number ends list items. Capital letters stand above roman numbers or below them."""
    ends_all = (
        key[0] <= Style.ROMAN and open_key[0] > key[0] and not (key[0] == Style.CAPITAL and open_key[0] == Style.ROMAN)
    )
    ends_lists = key[0] < Style.STAR <= open_key[0] < 100
    ends_deeper = key[0] == open_key[0] == Style.DECIMAL and key[1] < open_key[1]
    return ends_all or ends_lists or ends_deeper or (key[0] in BULLETS and open_key[0] in BULLETS and key < open_key)


def _id(path: Iterable[str], last: str) -> str:
    """As a person would cite it: `II.2.1.a-4`; a number that repeats the one above stands for both."""
    parts: list[str] = []
    for part in path:
        if parts and part.startswith(f"{parts[-1]}."):
            parts.pop()
        parts += [part] if part else []
    joined = ".".join(parts)
    return f"{joined}-{last}" if joined else last

"""Word documents (.docx): what a reader of the printed page sees, all tracked changes accepted.

Headers, footers, notes and comments are left out; so is what is deleted or hidden. Labels of
lists are counted. A text box comes after the paragraph that it hangs on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec
from lxml import etree

from cascade.documents.clean import symbol
from cascade.documents.document import Document
from cascade.documents.encoding import FONTS, is_western, repair, spells
from cascade.documents.fault import DocumentError
from cascade.documents.numbering import Numbering
from cascade.documents.ooxml import Package, W, child, is_on, local, number, value
from cascade.documents.read import digest
from cascade.documents.sheet import Block, MarkedTable, Sheet, Slot, flat

_LEFT_OUT = frozenset(("pPr", "rPr", "delText", "delInstrText", "rt", "sdtPr", "sectPr", "tblPr", "tblGrid", "fldData"))
_KEPT = frozenset(("ins", "moveTo", "customXml", "smartTag", "sdtContent"))


def read_docx(data: bytes, name: str) -> Document:
    """The document in a .docx file. Raises DocumentError where it is none, damaged or harmful."""
    package = Package(data)
    _, reader = _opened(package)
    sheet = Sheet()
    sheet.write(reader.blocks_read)
    if any(part.lower().endswith("vbaproject.bin") for part in package.names):
        reader.notes.add("macros")
    return Document(name, digest(data), "docx", tuple(sheet.lines), tuple(sheet.tables), tuple(sorted(reader.notes)))


def read_paragraphs(data: bytes) -> list[tuple[str, int]]:
    """What each paragraph says that is read, line by line in reading order, with its number (from 0) among all
    paragraphs of the document's main part. Raises DocumentError as `read_docx` does."""
    root, reader = _opened(Package(data))
    numbers = {element: number for number, element in enumerate(root.iter(W + "p"))}
    return [(text, numbers[element]) for text, element in reader.said]


def _opened(package: Package) -> tuple[etree._Element, _Reader]:
    """The main part of a package, and what was read of it."""
    main = package.related("", "officeDocument", "word/document.xml")
    root = package.tree(main)
    body = child(root, "body")
    if root is None or body is None:
        raise DocumentError("not-docx", part=main)
    styles = Styles(package.tree(package.related(main, "styles", "word/styles.xml")))
    lists = package.tree(package.related(main, "numbering", "word/numbering.xml"))
    return root, _read(body, styles, lists)


def _read(body: etree._Element, styles: Styles, lists: etree._Element | None) -> _Reader:
    """The body read; a second time where the first showed that its letters are those of old fonts."""
    reader = _Reader(styles, Numbering(lists))
    reader.read(body)
    old = frozenset(font for font, texts in reader.in_old_fonts.items() if _is_old(font, "\n".join(texts)))
    everywhere = None if old else next(iter(repair("\n".join(flat(reader.blocks_read))).notes), None)
    if not old and everywhere not in FONTS:
        return reader
    second = _Reader(styles, Numbering(lists), old, everywhere)
    second.read(body)
    second.notes |= old | ({everywhere} if everywhere else set())
    return second


def _is_old(font: str, text: str) -> bool:
    """Whether `text` is Vietnamese only once it is read in the old font that it is set in."""
    return spells(FONTS[font](text)) > spells(text)


class _Style(msgspec.Struct, frozen=True):
    parent: str | None
    list_id: str | None
    level: int | None
    hidden: bool | None
    font: str | None


class Styles:
    """What the styles of a document say of lists, fonts and hidden text, inherited ones too."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._styles: dict[str, _Style] = {}
        self.paragraph: str | None = None
        self._hidden: dict[str | None, bool] = {}
        self._fonts: dict[str | None, str | None] = {}
        self.font = _font(child(root, "docDefaults", "rPrDefault", "rPr"))
        for element in root.findall(W + "style") if root is not None else ():
            name = element.get(W + "styleId", "")
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
                self.paragraph = name
            self._elements[name] = element

    def chain(self, name: str | None) -> Iterator[tuple[str, _Style]]:
        """A style and the styles that it is based on, nearest first."""
        seen: set[str] = set()
        while name is not None and name not in seen and name in self._elements:
            seen.add(name)
            if name not in self._styles:
                self._styles[name] = _style(self._elements[name])
            yield name, self._styles[name]
            name = self._styles[name].parent

    def hidden(self, name: str | None) -> bool:
        """Whether text in a style is hidden."""
        if name not in self._hidden:
            said = (style.hidden for _, style in self.chain(name) if style.hidden is not None)
            self._hidden[name] = next(said, False)
        return self._hidden[name]

    def font_of(self, name: str | None) -> str | None:
        """The font of a style; None where it names none."""
        if name not in self._fonts:
            self._fonts[name] = next((style.font for _, style in self.chain(name) if style.font is not None), None)
        return self._fonts[name]


def _style(element: etree._Element) -> _Style:
    run, listed = child(element, "rPr"), child(element, "pPr", "numPr")
    return _Style(
        value(element, "basedOn"),
        value(listed, "numId"),
        number(listed, "ilvl"),
        None if child(run, "vanish") is None else is_on(run, "vanish"),
        _font(run),
    )


_VAL, _ASCII, _OTHER = W + "val", W + "ascii", W + "hAnsi"
_LOOK, _VANISH, _FONTS, _STYLE = W + "rPr", W + "vanish", W + "rFonts", W + "rStyle"


def _font(properties: etree._Element | None) -> str | None:
    fonts = child(properties, "rFonts")
    return None if fonts is None else fonts.get(_ASCII) or fonts.get(_OTHER)


def _old_font(name: str | None) -> str | None:
    """The encoding of an old Vietnamese font by its name; None for a font of today."""
    if name is None:
        return None
    if name.startswith(".Vn"):
        return "tcvn3"
    return "vni" if name.upper().startswith("VNI-") else None


class _Field(msgspec.Struct):
    """A field that is open: whether its result has begun, and its instruction."""

    shown: bool = False
    instruction: str = ""


class _Words:
    """The words of one paragraph: runs with the old font that each is in, and the text boxes hanging on it."""

    def __init__(self) -> None:
        self.runs: list[tuple[str | None, bool, str]] = []
        self.boxes: list[etree._Element] = []


class _Reader:
    """One walk through a body."""

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        old_fonts: frozenset[str] = frozenset(),
        everywhere: str | None = None,
    ) -> None:
        self.styles, self.numbering, self.old_fonts, self.everywhere = styles, numbering, old_fonts, everywhere
        self.notes: set[str] = set()
        self.in_old_fonts: dict[str, list[str]] = {}
        self.blocks_read: list[Block] = []
        self.said: list[tuple[str, etree._Element]] = []
        self._fields: list[_Field] = []
        self._carried: list[tuple[str | None, bool, str]] = []
        self._style: str | None = None
        self._look: str | None = None

    def read(self, body: etree._Element) -> None:
        """Read a body into `blocks_read`."""
        self.blocks_read = list(self.blocks(_sole_cell(body)))

    def blocks(self, container: etree._Element) -> Iterator[Block]:
        """The lines and tables of a container in order."""
        for element in container:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element)
            elif name == "altChunk":
                self.notes.add("embedded")
            elif name in ("del", "moveFrom"):
                self.notes.add("tracked-changes")
            elif name == "sdt" and child(element, "sdtPr", "showingPlcHdr") is not None:
                continue
            elif name in _KEPT or name == "sdt":
                yield from self.blocks(element)
            elif name == "AlternateContent":
                yield from self.blocks(_alternative(element))

    def _paragraph(self, element: etree._Element) -> Iterator[Block]:
        properties = child(element, "pPr")
        self._style = value(properties, "pStyle") or self.styles.paragraph
        words = _Words()
        words.runs, self._carried = self._carried, []
        self._inline(element, words)
        mark = child(properties, "rPr")
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            self.notes.add("tracked-changes")
            self._carried = words.runs
        elif words.runs or not is_on(mark, "vanish"):
            for text in self._labelled(self._joined(words.runs), properties).split("\n"):
                self.said.append((text, element))
                yield text
        for box in words.boxes:
            yield from (block for block in self.blocks(box) if isinstance(block, MarkedTable) or block.strip())

    def _labelled(self, text: str, properties: etree._Element | None) -> str:
        """The text of a paragraph with the label of its list in front."""
        listed = child(properties, "numPr")
        list_id, level = value(listed, "numId"), number(listed, "ilvl")
        if list_id is None:
            for name, style in self.styles.chain(self._style):
                if style.list_id is not None:
                    list_id = style.list_id
                    if level is None:
                        level = style.level
                    if level is None:
                        level = self.numbering.level_of(list_id, name)
                    break
        found = None if list_id in (None, "0") else self.numbering.label(list_id or "", level or 0)
        if found is None or not found[0] or (not text.strip() and not any(map(str.isalnum, found[0]))):
            return text
        return found[0] + found[1] + text

    def _joined(self, runs: list[tuple[str | None, bool, str]]) -> str:
        """Runs as one text; those in an old font turned into Unicode, neighbours in the same font together."""
        found: list[str] = []
        together: list[tuple[str | None, bool, str]] = []
        for font, capitals, text in runs:
            if together and together[-1][:2] == (font, capitals):
                together[-1] = (font, capitals, together[-1][2] + text)
            else:
                together.append((font, capitals, text))
        for font, capitals, text in together:
            plain = FONTS[font](text) if font is not None and is_western(text) else text
            found.append(plain.upper() if capitals and plain is not text else plain)
        return "".join(found)

    def _inline(self, element: etree._Element, words: _Words) -> None:
        """Gather the words of an element, its children's in order."""
        for inner in element:
            name = local(inner)
            if name == "t":
                self._add(inner.text or "", words)
            elif name not in _LEFT_OUT:
                if name in _NOTED:
                    self.notes.add(_NOTED[name])
                _INLINE.get(name, _Reader._inline)(self, inner, words)

    def _run(self, run: etree._Element, words: _Words) -> None:
        outer = self._look
        hidden, self._look = self._look_of(next(run.iterchildren(_LOOK), None))
        if hidden:
            for mark in run.iter(W + "fldChar"):
                self._field(mark, words)
        else:
            self._inline(run, words)
        self._look = outer

    def _sign(self, element: etree._Element, words: _Words) -> None:
        self._add(_SIGNS[local(element)], words)

    def _symbol(self, element: etree._Element, words: _Words) -> None:
        self._add(_symbol(element), words)

    def _choice(self, element: etree._Element, words: _Words) -> None:
        self._inline(_alternative(element), words)

    def _control(self, element: etree._Element, words: _Words) -> None:
        if child(element, "sdtPr", "showingPlcHdr") is None:
            self._inline(element, words)

    def _box(self, element: etree._Element, words: _Words) -> None:
        words.boxes.append(element)

    def _nothing(self, element: etree._Element, words: _Words) -> None:
        """What is deleted has no words."""

    def _instruction(self, element: etree._Element, _words: _Words) -> None:
        if self._fields:
            self._fields[-1].instruction += element.text or ""

    def _look_of(self, properties: etree._Element | None) -> tuple[bool, str | None]:
        """Whether a run is hidden, and its font: by itself, else by its style, else by its paragraph's."""
        hidden: bool | None = None
        font = style = None
        for element in properties if properties is not None else ():
            tag = element.tag
            if tag == _VANISH:
                hidden = element.get(_VAL) not in ("0", "false", "off")
            elif tag == _FONTS:
                font = element.get(_ASCII) or element.get(_OTHER)
            elif tag == _STYLE:
                style = element.get(_VAL)
        if hidden is None:
            hidden = self.styles.hidden(style) or self.styles.hidden(self._style)
        return hidden, font or self.styles.font_of(style) or self._plain_font()

    def _plain_font(self) -> str | None:
        return self.styles.font_of(self._style) or self.styles.font

    def _add(self, text: str, words: _Words) -> None:
        if not text or not all(field.shown for field in self._fields):
            return
        name = self._look
        font = _old_font(name)
        if font is not None and not self.old_fonts:
            self.in_old_fonts.setdefault(font, []).append(text)
        capitals = font == "tcvn3" and name is not None and name.split(" ")[0].endswith("H")
        font = self.everywhere or (font if font in self.old_fonts else None)
        words.runs.append((font, capitals, text))

    def _field(self, mark: etree._Element, _words: _Words) -> None:
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            field = self._fields[-1]
            field.shown = field.instruction.split()[:1] != ["TOC"]
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _table(self, table: etree._Element) -> Iterator[Block]:
        grid = MarkedTable()
        for row in _parts(table, "tr"):
            properties = child(row, "trPr")
            if child(properties, "del") is not None:
                self.notes.add("tracked-changes")
                continue
            at = grid.row()
            column = max(number(properties, "gridBefore") or 0, 0)
            for cell in _parts(row, "tc"):
                column = self._cell(grid, at, column, cell)
        yield grid

    def _cell(self, grid: MarkedTable, row: int, column: int, cell: etree._Element) -> int:
        properties = child(cell, "tcPr")
        width = number(properties, "gridSpan") or 1
        slot = None
        if _goes_on(properties, "vMerge"):
            slot = grid.at(row - 1, column)
        elif _goes_on(properties, "hMerge"):
            slot = grid.at(row, column - 1)
        return grid.put(row, column, width, slot or Slot((text, None) for text in flat(self.blocks(cell))))


def _goes_on(properties: etree._Element | None, name: str) -> bool:
    """Whether a cell is the continuation of the cell above (`vMerge`) or to the left (`hMerge`)."""
    found = child(properties, name)
    return found is not None and found.get(W + "val", "continue") == "continue"


def _parts(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, those inside content controls and kept changes too."""
    for inner in element:
        found = local(inner)
        if found == name:
            yield inner
        elif found in _KEPT or found == "sdt":
            yield from _parts(inner, name)
        elif found == "AlternateContent":
            yield from _parts(_alternative(inner), name)


def _sole_cell(body: etree._Element) -> etree._Element:
    """The body, or the one cell of the one table that frames the whole of it."""
    tables = [element for element in body if local(element) == "tbl"]
    if len(tables) != 1 or any(
        local(element) == "p" and any(str(text).strip() for text in element.itertext()) for element in body
    ):
        return body
    cells = [cell for row in _parts(tables[0], "tr") for cell in _parts(row, "tc")]
    return _sole_cell(cells[0]) if len(cells) == 1 else body


def _alternative(element: etree._Element) -> etree._Element:
    """The one of several renderings that is read: the first that holds words, else the first."""
    choices = list(element)
    return next(
        (choice for choice in choices if next(choice.iter(W + "t"), None) is not None),
        choices[0] if choices else element,
    )


_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def _symbol(element: etree._Element) -> str:
    """The character of a symbol: a Unicode one as it is, one of a symbol font where it means something in words."""
    code = element.get(W + "char", "")
    try:
        found = int(code, 16) if len(code) <= 6 else 0
    except ValueError:
        return ""
    if 0xF000 <= found <= 0xF0FF or found < 0x100:
        return symbol(found) if "symbol" in element.get(W + "font", "").lower() else ""
    return chr(found) if found < 0x110000 and not 0xD800 <= found < 0xE000 else ""


_NOTED = {
    "ins": "tracked-changes",
    "moveTo": "tracked-changes",
    "del": "tracked-changes",
    "moveFrom": "tracked-changes",
    "blip": "pictures",
    "imagedata": "pictures",
}
_INLINE: dict[str, Callable[[_Reader, etree._Element, _Words], None]] = {
    "r": _Reader._run,
    "del": _Reader._nothing,
    "moveFrom": _Reader._nothing,
    "sym": _Reader._symbol,
    "fldChar": _Reader._field,
    "instrText": _Reader._instruction,
    "txbxContent": _Reader._box,
    "AlternateContent": _Reader._choice,
    "sdt": _Reader._control,
    **dict.fromkeys(_SIGNS, _Reader._sign),
}

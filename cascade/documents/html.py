"""Web pages and documents saved as such: what a reader of the page sees, without what the page hides or runs, and
without the menus, lists of links and footers that a portal puts around what it publishes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from cascade.documents.clean import squeezed
from cascade.documents.document import Document
from cascade.documents.encoding import decode
from cascade.documents.fault import DocumentError
from cascade.documents.numbering import written
from cascade.documents.read import digest, is_archive
from cascade.documents.sheet import Block, MarkedTable, Sheet, Slot, flat

_LEFT_OUT = frozenset((
    "head", "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "canvas", "audio",
    "video", "select", "textarea", "input", "button", "datalist", "del", "colgroup", "map", "progress", "meter",
    "title",
))  # fmt: skip
_BLOCKS = frozenset((
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "pre", "blockquote",
    "center", "section", "article", "main", "header", "footer", "nav", "aside", "form", "fieldset", "address", "hr",
    "figure", "figcaption", "details", "summary", "body", "html", "tr", "td", "th", "caption",
))  # fmt: skip
_BESIDE = frozenset(("nav", "aside", "footer"))
_BESIDE_NAMES = frozenset((
    "nav", "navbar", "navigation", "menu", "menubar", "breadcrumb", "breadcrumbs", "sidebar", "related", "comment",
    "comments", "share", "social", "poll", "footer", "pagination", "copyright", "search", "complementary",
    "contentinfo",
))  # fmt: skip
"""Roles, and words in the class or id of an element, that say that it stands beside what the page is about."""
_MOST = 3  # an element with more than one part in so many of a page's text is what the page is about, whatever its name
_LINKS = 3  # so many links with nothing between them are a menu
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*(?:header|footer)", re.I
)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-zA-Z-]+)")
_STYLES = {
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal": "decimal",
}
_NAME = re.compile(r"[a-z]+")
_COLUMNS = 3  # a table with so many columns in as many rows holds what the page is about
_NUMBER = re.compile(r"[+-]?[0-9]{1,6}")
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}


def read_html(data: bytes, name: str) -> Document:
    """The document in a web page, or in a web archive (.mht) of one.

    Raises DocumentError where its encoding is not known.
    """
    decoded = decode(_page(data))
    sheet = Sheet()
    root = _tree(decoded.text)
    if root is not None:
        page = _Page(_length(root) // _MOST)
        page.inside(root)
        page.end()
        sheet.write(page.without_menus())
    return Document(name, digest(data), "html", tuple(sheet.lines), tuple(sheet.tables), decoded.notes)


def _page(data: bytes) -> bytes:
    """The page itself, taken out of a web archive."""
    if not is_archive(data):
        return data
    from email import message_from_bytes  # which pages themselves do not need

    for part in message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            found = part.get_payload(decode=True)
            return found if isinstance(found, bytes) else b""
    return b""


def _tree(text: str) -> etree._Element | None:
    """The tree of a page; None where there is nothing in it."""
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=False, no_network=True, remove_comments=True, remove_pis=True, recover=True
    )
    try:
        root = etree.fromstring(_DECLARATION.sub("", text).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if any("depth" in fault.message for fault in parser.error_log):
        raise DocumentError("bomb", part="HTML")
    return root


def _length(element: etree._Element) -> int:
    """How many characters of text an element holds."""
    return sum(len(str(text).strip()) for text in element.itertext())


class _Page:
    """A page being written: the words of the line at hand, and the label that waits for the next line.

    `short`: up to how many characters an element has that may stand beside what the page is about.
    """

    def __init__(self, short: int) -> None:
        self.short = short
        self.blocks: list[Block] = []
        self._menus: dict[int, int] = {}  # lines of nothing but links, by their place, and how many links they are
        self._words: list[str] = []
        self._label = ""
        self._links = 0
        self._plain = False  # whether the line at hand has words outside links

    def end(self) -> None:
        """End the line at hand; where it has no words, there is none."""
        text = squeezed("".join(self._words))
        self._words.clear()
        if text:
            if self._links and not self._plain and not text.endswith(";"):
                self._menus[len(self.blocks)] = self._links
            self.blocks.append(_labelled(self._label, text))
            self._label = ""
        self._links, self._plain = 0, False

    def without_menus(self) -> Iterator[Block]:
        """What is written, without lines that follow one another and are nothing but links, from three links on."""
        for is_links, run in groupby(range(len(self.blocks)), key=self._menus.__contains__):
            places = list(run)
            if not is_links or sum(self._menus[place] for place in places) < _LINKS:
                yield from (self.blocks[place] for place in places)

    def inside(self, element: etree._Element, *, linked: bool = False) -> None:
        """Write what an element holds."""
        self._write(element.text, linked=linked)
        for inner in element:
            self._element(inner, linked=linked)
            self._write(inner.tail, linked=linked)

    def _write(self, text: str | None, *, linked: bool) -> None:
        self._words.append(text or "")
        self._plain = self._plain or (not linked and any(map(str.isalnum, text or "")))

    def _element(self, element: etree._Element, *, linked: bool = False) -> None:
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        if not tag or tag in _LEFT_OUT or _is_hidden(element) or self._is_beside(tag, element):
            return
        if tag in ("br", "hr"):
            self.end()
        elif tag in _BLOCKS:
            self.end()
            written = {"ol": self._list, "ul": self._list, "table": self._table, "dl": self._terms, "pre": self._typed}
            written.get(tag, self._block)(element)
            self.end()
        else:
            self._links += tag == "a" and element.get("href") is not None
            self.inside(element, linked=linked or (tag == "a" and element.get("href") is not None))

    def _is_beside(self, tag: str, element: etree._Element) -> bool:
        """Whether an element stands beside what the page is about."""
        if tag not in _BLOCKS:
            return False
        said = " ".join(element.get(name, "") for name in ("role", "class", "id")).lower()
        named = tag in _BESIDE or not _BESIDE_NAMES.isdisjoint(_NAME.findall(said))
        return named and _length(element) <= self.short

    def _block(self, element: etree._Element) -> None:
        if element.tag == "li":
            self._label = "-"
        self.inside(element)

    def _typed(self, element: etree._Element) -> None:
        """Text whose line ends count."""
        for line in "".join(map(str, element.itertext())).split("\n"):
            self._words.append(line)
            self.end()

    def _list(self, element: etree._Element) -> None:
        items = [inner for inner in element if inner.tag == "li"]
        step = -1 if element.get("reversed") is not None else 1
        count = _whole(element.get("start"), len(items) if step < 0 else 1)
        form = _form(element)
        for inner in element:
            if inner.tag != "li":
                self._element(inner)
            elif not _is_hidden(inner):
                count = _whole(inner.get("value"), count)
                self._label = form if form in ("-", "") else f"{written(count, form)}."
                self.inside(inner)
                self.end()
                self._label = ""
                count += step

    def _table(self, table: etree._Element) -> None:
        for caption in table.iterchildren("caption"):
            self.inside(caption)
            self.end()
        rows = [row for row in _rows(table) if not _is_hidden(row)]
        if _is_layout(table, rows):
            for cell in (cell for row in rows for cell in _cells(row)):
                self.end()
                if not self._is_beside("td", cell):
                    self.inside(cell)
        else:
            self.blocks.append(_grid(rows))

    def _terms(self, element: etree._Element) -> None:
        """A list of names and what each is: a table of two columns."""
        table = MarkedTable()
        for inner in element.iterdescendants("dt", "dd"):
            if next(inner.iterancestors("dt", "dd", "dl")) is not element:
                continue  # written with what it stands in
            if inner.tag == "dt" or not table.rows:
                table.row()
            row = len(table.rows) - 1
            slot = Slot((text, None) for text in _texts(inner))
            known = table.at(row, 1)
            if inner.tag == "dd" and known is not None:
                known.lines += slot.lines
            else:
                table.put(row, int(inner.tag == "dd"), 1, slot)
        self.blocks.append(table)


def _texts(element: etree._Element) -> Iterator[str]:
    """The lines of a cell."""
    page = _Page(0)
    page.inside(element)
    page.end()
    return flat(page.blocks)


def _labelled(label: str, text: str) -> str:
    """A line with its label, unless the author typed a mark of his own after a dot of the list."""
    if not label or (label == "-" and _OWN_MARK.match(text)):
        return text
    return f"{label} {text}"


_OWN_MARK = re.compile(r"[-+–•]|\d{1,2}(?:\.\d{1,2})*[.)/]|[a-zđ]\)")


def _form(element: etree._Element) -> str:
    """The number format of a list: a dash for a list without numbers, nothing where it has no marks at all."""
    styled = _LIST_STYLE.search(element.get("style", ""))
    said = styled[1].lower() if styled else ""
    if said == "none":
        return ""
    if element.tag == "ul":
        return "-"
    return _STYLES.get(said) or _FORMS.get(element.get("type", "1"), "decimal")


def _is_hidden(element: etree._Element) -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")) is not None


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and _NUMBER.fullmatch(text.strip()) else otherwise


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, its head first and its foot last."""
    for tags in (("thead",), ("tbody", "tr"), ("tfoot",)):
        for part in table:
            if part.tag == "tr" and part.tag in tags:
                yield part
            elif part.tag in tags and not _is_hidden(part):
                yield from part.iterchildren("tr")


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row.iterchildren("td", "th") if not _is_hidden(cell)]


def _is_layout(table: etree._Element, rows: list[etree._Element]) -> bool:
    """Whether a table only places things on the page: it holds tables where it is none of several columns, or one
    cell."""
    if table.get("role") in ("presentation", "none"):
        return True
    if next(table.iterdescendants("table"), None) is not None:
        return sum(len(_cells(row)) >= _COLUMNS for row in rows) < _COLUMNS
    return len(rows) == 1 and len(_cells(rows[0])) == 1


def _grid(rows: list[etree._Element]) -> MarkedTable:
    grid = MarkedTable()
    down: dict[int, tuple[Slot, int]] = {}
    for place, row in enumerate(rows):
        at = grid.row()
        for column in sorted(down):
            grid.put(at, column, 1, down[column][0])
        down = {column: (slot, left - 1) for column, (slot, left) in down.items() if left > 1}
        column = 0
        for cell in _cells(row):
            column = grid.free(at, column)
            slot = Slot((text, None) for text in _texts(cell))
            end = grid.put(at, column, _whole(cell.get("colspan"), 1), slot)
            high = min(_whole(cell.get("rowspan"), 1) or len(rows), len(rows) - place)
            if high > 1:
                down |= dict.fromkeys(range(column, end), (slot, high - 1))
            column = end
    return grid

"""What is wrong where a text is no YAML: what stands there and what was expected, in words of our own.

The parser is asked where it gave up, what it was reading and of which kind its error is, never what it says: its words
change from version to version, and are in one language.
"""

from __future__ import annotations

import re

import msgspec
import yaml
from yaml.reader import Reader
from yaml.scanner import ScannerError

from cascade.model.words import Words

_END = Words("cuối tệp", "the end of the file")
_LINE_END = Words("cuối dòng", "the end of the line")
_TAB = Words("dấu tab", "a tab")
_SIGN = Words("«{sign}»", "«{sign}»")
_STRANGE = Words("ký tự điều khiển U+{code:04X}", "the control character U+{code:04X}")

_SPACES = Words("hãy thụt dòng bằng dấu cách, không dùng dấu tab", "indent with spaces, not with tabs")
_REMOVE = Words("hãy xóa ký tự này", "remove it")
_QUOTE = Words(
    'giá trị bắt đầu bằng {sign} phải để trong ngoặc kép: "…"', 'a value that begins with {sign} must be quoted: "…"'
)
_COLON = Words('giá trị có dấu hai chấm phải để trong ngoặc kép: "…"', 'a value with a colon in it must be quoted: "…"')
_DEEPER = Words(
    "khóa này thụt vào sâu hơn các khóa cùng cấp, hoặc dòng trên thiếu dấu hai chấm và dấu cách sau tên khóa",
    "this key is set in more than its neighbours, or the line above lacks the colon and blank after its key",
)
_NO_COLON = Words(
    "dòng {line} cần có dạng «khóa: giá trị», hoặc bắt đầu bằng «- »",
    "line {line} must be of the form «key: value», or begin with «- »",
)
_UNQUOTED = Words(
    "thiếu dấu {sign} đóng phần mở ở dòng {line}, cột {column}",
    "the {sign} that was opened on line {line}, column {column} is not closed",
)
_ESCAPE = Words(
    "trong ngoặc kép, dấu \\ phải viết thành \\\\; hoặc dùng ngoặc đơn: '…'",
    "within double quotes a \\ is written \\\\; or use single quotes: '…'",
)
_UNCLOSED = Words(
    "cần dấu , hoặc {close} cho ngoặc mở ở dòng {line}, cột {column}",
    "expected a , or the {close} of the bracket opened on line {line}, column {column}",
)
_OPEN = Words("có dấu ngoặc [ hoặc {{ chưa đóng", "a bracket, [ or {{, is not closed")
_BLOCK = Words(
    'sau dấu | hoặc > phải xuống dòng; là chữ thì để trong ngoặc kép: "…"',
    'the text after | or > begins on the next line; a value with it must be quoted: "…"',
)
_LIST = Words(
    'danh sách phải bắt đầu ở dòng riêng; là chữ thì để trong ngoặc kép: "…"',
    'a list begins on a line of its own; a value with it must be quoted: "…"',
)
_ALIGN = Words(
    "dòng này phải thẳng cột với các dòng cùng cấp ở trên: «khóa: giá trị» với khóa, «- » với mục của danh sách",
    "this line must stand below its neighbours: «key: value» below keys, «- » below the entries of a list",
)
_AFTER = Words(
    'giá trị trên dòng này đã hết; giá trị có dấu nháy, dấu ngoặc thì để cả trong ngoặc kép: "…"',
    'the value on this line has ended; one that has quotes or brackets in it must be quoted as a whole: "…"',
)
_UNKNOWN = Words("từ chỗ này không đúng cách viết của YAML", "from here on it is not written as YAML")

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # what ends a line in YAML
_CLOSED = re.compile(r"""'(?:[^']|'')*' | "(?:[^"\\]|\\.)*" """, re.VERBOSE | re.DOTALL)
_CLOSING = {"[": "]", "{": "}"}
_NO_BEGINNING = frozenset("@`%*&!?]},:")  # signs that begin no value


class Syntax(msgspec.Struct, frozen=True):
    """Where a text stops being YAML (an offset), what stands there, and what was expected instead."""

    at: int
    found: Words
    expected: Words


class _Stop(msgspec.Struct, frozen=True):
    """Where the parser gave up and where what it was reading began (None: nothing that it told)."""

    text: str
    at: int
    since: int | None
    scanning: bool  # no word of YAML was made of it yet

    @property
    def sign(self) -> str:
        """What stands where it gave up; nothing at the end of the text."""
        return self.text[self.at : self.at + 1]

    @property
    def opened(self) -> str:
        """What the thing begins with that was being read."""
        return self.text[self.since : self.since + 1] if self.since is not None and self.since < self.at else ""

    @property
    def before(self) -> str:
        """What stands before it on its line."""
        return self.text[: self.at].rpartition("\n")[2]

    def facts(self) -> dict[str, object]:
        """Where what was being read began."""
        line, column = place_of(self.text, self.since or 0)
        return {
            "line": line,
            "column": column,
            "sign": self.opened or self.sign,
            "close": _CLOSING.get(self.opened, ""),
        }


def strange_sign(text: str) -> Syntax:
    """The first character that no YAML may hold."""
    strange = Reader.NON_PRINTABLE.search(text)
    if strange is None:
        return Syntax(0, _UNKNOWN, _UNKNOWN)
    return Syntax(strange.start(), _STRANGE.filled(code=ord(strange[0])), _REMOVE)


def wrong_syntax(text: str, error: yaml.MarkedYAMLError) -> Syntax:
    """What is wrong where the parser gave up."""
    mark = error.problem_mark or error.context_mark
    at = min(mark.index, len(text)) if mark is not None else len(text)
    since = error.context_mark.index if error.context_mark is not None else None
    stop = _Stop(text, at, since, isinstance(error, ScannerError))
    expected = (_scanned(stop) if stop.scanning else _parsed(stop)).filled(**stop.facts())
    return Syntax(at, _found(stop.sign), expected)


def _found(sign: str) -> Words:
    if sign in ("", "\n", "\r", "\t"):
        return {"": _END, "\t": _TAB}.get(sign, _LINE_END)
    return _SIGN.filled(sign=sign)


def _scanned(stop: _Stop) -> Words:
    """Of text that no word of YAML could be made of."""
    if stop.sign == "\t":
        return _SPACES
    if stop.opened in {"'", '"'} and (inside := _in_quotes(stop)) is not None:
        return inside
    if stop.opened:
        return _BLOCK if stop.opened in "|>" else _QUOTE if stop.opened in _NO_BEGINNING else _NO_COLON
    if stop.sign == ":":
        return _COLON if re.search(r":\s", stop.before) else _DEEPER
    if stop.sign == "-":
        return _LIST
    return _QUOTE if stop.sign in _NO_BEGINNING else _UNKNOWN


def _in_quotes(stop: _Stop) -> Words | None:
    """Of text between quotes; None where they are closed, and what follows is meant."""
    if stop.since is not None and _CLOSED.match(stop.text, stop.since, stop.at):
        return None
    return _UNQUOTED if not stop.sign else _ESCAPE


def _parsed(stop: _Stop) -> Words:
    """Of words that stand where they may not."""
    if stop.opened in _CLOSING:
        return _UNCLOSED
    if not stop.sign:
        return _OPEN
    if stop.opened:
        return _AFTER if stop.before.strip() else _ALIGN
    return _QUOTE if stop.sign in _NO_BEGINNING | {","} else _UNKNOWN


def place_of(text: str, at: int) -> tuple[int, int]:
    """Line and column of an offset."""
    lines = _BREAK.split(text[:at])
    return len(lines), len(lines[-1]) + 1

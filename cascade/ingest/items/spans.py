"""Which words of a sentence belong to which quantity.

"100% hồ sơ được số hóa" leads with its quantity, "mức độ hài lòng đạt 90%" ends with it; "65% hồ sơ
cấp huyện và 40% hồ sơ cấp xã được xử lý trên mạng" says for two quantities what is done only once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from cascade.ingest.items.quantity import Quantity

_SENTENCE_END = re.compile(r"(?<=[^\d\s.])[.!?](?=\s+[^a-zà-ỹđ\s])|(?<=\d|%)\.(?=\s+[A-ZÀ-ỸĐ])|(?<=%\))\.|[.](?=$)")
_CLAUSE_END = re.compile(r";\s*")
_SUBJECT = re.compile(
    r"(?:(?:,|và|\(|;)\s*)?(?:trong\s+(?:số\s+)?đó\s*[,:]?\s*)?(?:phấn đấu\s+)?"
    r"(?<!\w)(?:(?:các\s+)?t[ỷỉ]\s+lệ|mức\s+độ|chỉ\s+số|thời\s+gian|số\s+lượng|điểm\s+số)(?!\w)",
    re.IGNORECASE,
)
_OPENERS = re.compile(
    r"^(?:[\s,:;()–+“”\"-]|(?:và|có|đạt|phấn đấu|phần đấu|phân đấu|phấn đầu|phần đầu|phân đầu|bảo đảm|đảm bảo|hoàn thành|bố trí|đủ|ít nhất|là|thì|còn|"
    r"trong|số|đó|từ|giảm|cắt|tiếp|tục|tăng|thêm|bình|quân|trung|với|tỷ|lệ|mỗi|hàng|hằng|năm|đến|hết|20\d\d|riêng|cả|thực|hiện|duy|trì|để|nâng|"
    r"xuống|còn|được|mục|tiêu|yêu|cầu|số|lên|cụ|thể|tối|thiểu|trên|vượt)(?!\w))*$",
    re.IGNORECASE,
)
PREDICATE = re.compile(
    r"(?<!\w)(?:được|đạt|không phải|tự (?:bảo đảm|đảm bảo|chủ)|xử lý|thực hiện|sử dụng|có trình độ|đáp ứng|hoàn thành)(?!\w)",
    re.IGNORECASE,
)
_TAKES_OBJECT = re.compile(
    r"(?<!\w)(?:cắt giảm|tinh giản|giảm|bố trí đủ|hoàn thành|tiết kiệm|sắp xếp|số hóa|số hoá|kiểm tra|rà soát)(?:\s+(?:bình quân|đủ|được|đạt))?\s*$",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"\s+(?!(?:so|trên|trong|mỗi|tổng|hàng|hằng|năm|vào|đến|và|trở|tại|ở|theo|với|cho|đối|thời|là|từ|để|của|nhằm)(?!\w))[^\W\d_]",
    re.IGNORECASE,
)
_LIST_OF_INDEXES = re.compile(r"\s*(?:,|;|\bvà)\s*(?=(?:các\s+)?chỉ\s+số)", re.IGNORECASE)


class Span(msgspec.Struct, frozen=True):
    """A quantity with the words that are its own (`start`-`end`) and, where it shares what another
    quantity's words say, those (`shared`). `sentence` is where its sentence begins and ends."""

    quantity: Quantity
    start: int
    end: int
    sentence: tuple[int, int]
    clause: tuple[int, int]
    leads: bool
    shared: tuple[int, int] | None = None


def sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of `text` begin and end; a full stop in a number or abbreviation ends none."""
    return _cut(text, (0, len(text)), _SENTENCE_END)


def clauses(text: str, sentence: tuple[int, int]) -> list[tuple[int, int]]:
    """Where the clauses of a sentence begin and end: it is cut at semicolons."""
    return _cut(text, sentence, _CLAUSE_END)


def _cut(text: str, within: tuple[int, int], ends: re.Pattern[str]) -> list[tuple[int, int]]:
    start, stop = within
    found = []
    for match in ends.finditer(text, start, stop):
        if match.end() > start:
            found.append((start, match.end()))
            start = match.end()
    if text[start:stop].strip():
        found.append((start, stop))
    return [(a + len(text[a:b]) - len(text[a:b].lstrip()), b) for a, b in found]


def spans(text: str, quantities: Sequence[Quantity]) -> tuple[Span, ...]:
    """The words of every quantity of a paragraph."""
    found: list[Span] = []
    for sentence in sentences(text):
        for clause in clauses(text, sentence):
            within = [one for one in quantities if clause[0] <= one.start < clause[1]]
            found += _share(text, _in_clause(text, sentence, clause, within))
    return tuple(found)


def _in_clause(text: str, sentence: tuple[int, int], clause: tuple[int, int], quantities: list[Quantity]) -> list[Span]:
    starts: list[int] = []
    leads: list[bool] = []
    after = clause[0]
    for one in quantities:
        start, leading = _start(text, after, one, leads)
        start += len(text[start : one.bound_start]) - len(text[start : one.bound_start].lstrip(" ,;:"))
        starts.append(start)
        leads.append(leading)
        after = one.bound_end
    ends = [*starts[1:], clause[1]] if starts else []
    return [
        Span(one, start, max(end, one.bound_end), sentence, clause, leading)
        for one, start, end, leading in zip(quantities, starts, ends, leads, strict=True)
    ]


def _start(text: str, after: int, one: Quantity, earlier: Sequence[bool]) -> tuple[int, bool]:
    """Where the words of a quantity begin, and whether it leads them. `earlier`: which of the
    clause's quantities before it lead theirs."""
    between = text[after : one.bound_start]
    taken = _TAKES_OBJECT.search(between)
    if taken and _OBJECT.match(text[one.bound_end :]):
        return after + taken.start(), True
    if between.endswith("("):  # a value in brackets is of what stands before them
        return after, False
    cut = max((between.rfind(mark) + len(mark) for mark in (",", " và ", ":") if mark in between), default=0)
    if _OPENERS.match(between[cut:]) and (cut or _OPENERS.match(between)):
        return after + (0 if _OPENERS.match(between) and not earlier else cut), True
    subject = _SUBJECT.search(between)
    if subject is not None and subject.start() > 0 and _breaks(between, subject.start()):
        return after + subject.start(), False
    comma = between.rfind(", ") + 2
    if earlier and earlier[-1] and comma > 1:  # what leads keeps the words behind it, up to the last comma
        return after + comma, False
    return after, False


def _breaks(between: str, at: int) -> bool:
    """Whether a new subject may begin here: only behind what closes the words before it."""
    return bool(re.search(r"[,;(:]\s*$|(?<!\w)và\s*$", between[:at])) or between[at] in ",;(v"


def _share(text: str, found: list[Span]) -> list[Span]:
    """Leading quantities without a verb of their own take that of the next which has one."""
    shared: list[Span] = []
    for index, span in enumerate(found):
        own = text[span.quantity.bound_end : span.end]
        if span.leads and not PREDICATE.search(own):
            for later in found[index + 1 :]:
                if not later.leads:
                    break
                predicate = PREDICATE.search(text, later.quantity.bound_end, later.end)
                if predicate:
                    span = msgspec.structs.replace(span, shared=(predicate.start(), later.end))
                    break
        shared.append(span)
    return shared


def listed_indexes(text: str) -> list[tuple[int, int]]:
    """The parts of a subject that lists several indexes ("Chỉ số A, Chỉ số B"), or one part: all of it."""
    first = re.search(r"(?:các\s+)?chỉ\s+số", text, re.IGNORECASE)
    cuts = [match.end() for match in _LIST_OF_INDEXES.finditer(text) if first and match.end() > first.start()]
    if not cuts or first is None:
        return [(0, len(text))]
    bounds = [first.start(), *cuts, len(text)]
    return list(zip(bounds[:-1], bounds[1:], strict=True))

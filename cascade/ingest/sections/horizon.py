"""When a target applies, as its words say it: by a year, in a year, every year."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from cascade.ingest.passage import apart, before

_YEAR = r"(?P<year>20\d{2})"
_BY = re.compile(
    rf"\b(?:đến|tới|trước|vào|chậm nhất|hoàn thành trước)\s+(?:khoảng\s+)?(?:(?:hết|cuối|thời điểm|trước)\s+)?"
    rf"(?:(?:ngày\s+)?31/12/|tháng\s+1[0-2](?:/|\s+năm\s+)|quý\s+IV(?:/|\s+năm\s+)|năm\s+){_YEAR}\b",
    re.IGNORECASE,
)
_IN = re.compile(rf"\b(?:riêng\s+)?(?:(?P<within>trong)\s+)?năm\s+{_YEAR}\b", re.IGNORECASE)
_YEARLY = re.compile(r"\b(?:hàng|hằng|mỗi|từng)\s+năm\b", re.IGNORECASE)
_PERIOD = re.compile(
    rf"\b(?P<within>trong\s+)?(?:cả\s+)?giai\s+đoạn\s+(?P<first>20\d{{2}})\s*[-–—]?\s*{_YEAR}\b", re.IGNORECASE
)
_NOT_IN = re.compile(
    r"(?:so với|đến|tới|từ|cuối|đầu|hết|trước|vào|sau|kế hoạch|báo cáo|nghị quyết|quyết định|luật|của|cchc|"
    r"hành chính|và|,)\s+$",
    re.IGNORECASE,
)
_VALUE_BEFORE = re.compile(r"(?:%|\d)\s*(?:\(|trở lên\s*)?$", re.IGNORECASE)
_OF_A_THING = re.compile(
    r"(?:kế hoạch|báo cáo|dự toán|chương trình|kinh phí|ngân sách|nhiệm vụ|công tác)(?:\s+\w+){0,3}\s+$", re.IGNORECASE
)
_DEED_FOLLOWS = re.compile(r"\s*(?:,|:|đạt|giảm|tăng|có|phải|phấn đấu|tối thiểu|ít nhất|\d)", re.IGNORECASE)
_VALUE_FOLLOWS = re.compile(r"\s*(?:đạt|giảm|tăng)\b", re.IGNORECASE)
_ALONE = re.compile(r"^[\W\d_]*(?:mục tiêu|chỉ tiêu|phấn đấu|cụ thể|giai đoạn)?[\W_]*", re.IGNORECASE)


class Horizon(msgspec.Struct, frozen=True):
    """One horizon; `year` is None where the target applies every year."""

    kind: Literal["by", "in", "yearly"]
    year: int | None = None


class Found(msgspec.Struct, frozen=True):
    """A horizon with the offsets of its words. `loose`: a period named, which need not be the horizon."""

    horizon: Horizon
    start: int
    end: int
    loose: bool = False


def horizons(text: str) -> tuple[Found, ...]:
    """Every horizon that `text` names, in order; where words overlap, the fuller reading counts."""
    by = [Found(Horizon("by", int(match["year"])), *match.span()) for match in _BY.finditer(text)]
    periods = [
        Found(Horizon("by", int(match["year"])), *match.span(), loose=not match["within"])
        for match in _PERIOD.finditer(text)
    ]
    within = [
        Found(Horizon("in", int(match["year"])), *match.span()) for match in _IN.finditer(text) if _is_in(text, match)
    ]
    yearly = [
        Found(Horizon("yearly"), *match.span())
        for match in _YEARLY.finditer(text)
        if not _OF_A_THING.search(before(text, match.start())) or _DEED_FOLLOWS.match(text, match.end())
    ]
    kept = apart([*by, *periods, *within, *yearly], len(text))
    return tuple(sorted(kept, key=lambda one: one.start))


def _is_in(text: str, match: re.Match[str]) -> bool:
    words = before(text, match.start()).rstrip()
    if match["within"] or _VALUE_BEFORE.search(words):
        return True
    if words.endswith(("so với", "kể từ", "từ")):
        return False
    opens = not words.strip(" “(-+,;:") or words.endswith((";", ".", ":", "(", ","))
    if opens:
        return bool(_DEED_FOLLOWS.match(text, match.end()))
    return not _NOT_IN.search(f"{words} ") and bool(_VALUE_FOLLOWS.match(text, match.end()))


_OF_AIMS = re.compile(
    r"^(?:\S+\s+){0,6}?(?:chỉ tiêu|mục tiêu)(?:\s+\S+){0,5}?\s+năm\s+(?P<year>20\d{2})\s*[.:]?$", re.IGNORECASE
)


def aims_horizon(text: str) -> Horizon | None:
    """The year that a heading of aims names for them ("Chỉ tiêu chủ yếu năm 2024", "Mục tiêu đến năm 2025")."""
    ending = [found for found in horizons(text) if not text[found.end :].strip(" .:") and not found.loose]
    if re.search(r"(?:chỉ tiêu|mục tiêu)", text, re.IGNORECASE) and len(ending) == len(horizons(text)) == 1:
        return ending[0].horizon
    found = _OF_AIMS.match(text.strip())
    named = found is not None and not re.search(r"(?:đến|giai đoạn|hết)\s+năm\s+20\d{2}\W*$", text, re.IGNORECASE)
    return Horizon("in", int(found["year"])) if found is not None and named else None


def heading_horizon(text: str, *, alone: bool = False) -> Horizon | None:
    """The horizon that a heading or an introducing sentence sets for what follows ("Đến năm 2025:");
    with `alone`, only where it says nothing else."""
    if len(text) > 200 or (alone and len(text) > 60):
        return None
    for found in horizons(text):
        rest = (text[: found.start] + text[found.end :]).strip(" :.*-“”()")
        ends = text[found.end :].strip(" :.*)") == ""
        if alone and (_ALONE.sub("", rest) == "" and ends):
            return found.horizon
        opens = not _ALONE.sub("", text[: found.start].strip())
        if not alone and text.rstrip().endswith(":") and (ends or opens):
            return found.horizon
    return None

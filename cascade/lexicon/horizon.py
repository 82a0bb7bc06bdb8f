"""When a target applies, as its words say it: by a year, in a year, every year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from cascade.lexicon.passage import apart, before
from cascade.model.plan import Window
from cascade.model.text import fold

_YEAR = r"(?P<year>20\d{2})"
_DAY = (
    rf"(?:(?:ngày\s+)?\d{{1,2}}/\d{{1,2}}/|(?:ngày\s+\d{{1,2}}\s+)?tháng\s+\d{{1,2}}(?:\s*/\s*|\s+năm\s+)"
    rf"|quý\s+(?:IV|I{{1,3}}|\d)(?:\s*/\s*|\s+năm\s+)|năm\s+){_YEAR}\b"
)
_BY = re.compile(
    r"\b(?:đến|tới|trước|vào|chậm nhất|hoàn thành trước)\s+(?:khoảng\s+)?"
    rf"(?:(?:hết|cuối|thời điểm|trước|là)\s+)?{_DAY}|\b(?:tầm nhìn|định hướng)\s+(?P<outlook>20\d{{2}})\b",
    re.IGNORECASE,
)
_BEFORE_YEAR = re.compile(r"(?:hoàn thành\s+)?trước\s+năm", re.IGNORECASE)  # by the end of the year before
_SINCE = re.compile(rf"\btừ\s+năm\s+{_YEAR}\b", re.IGNORECASE)
_IN = re.compile(
    rf"\b(?:riêng\s+)?(?:(?P<within>trong)\s+)?năm\s+{_YEAR}\b"
    rf"|\b(?P<part>trong)\s+(?:quý\s+(?:IV|I{{1,3}}|\d)|tháng\s+\d{{1,2}})(?:\s*/\s*|\s+năm\s+)(?P<of>20\d{{2}})\b",
    re.IGNORECASE,
)
_THIS_YEAR = re.compile(r"\b(?:(?:trong|cả)\s+năm|(?:6|06|9|09)\s+tháng\s+đầu\s+năm)\b(?!\s+20\d\d)", re.IGNORECASE)
_YEARLY = re.compile(
    r"\b(?:hàng|hằng|mỗi|từng)\s+năm\b(?!\s+học)|(?:(?<=[^\W\d_])(?<!đồng)|(?<=%))\s*(?:/|trong\s+(?:một|1|01)\s+|(?:một|1|01)\s+)năm\b",
    re.IGNORECASE,
)
_RATIO = re.compile(r"/\s?[^\W\d_]+\s?$")
_PERIOD = re.compile(
    rf"(?:\b(?P<within>trong\s+)?(?:cả\s+)?giai\s+đoạn\s+(?:từ\s+)?(?:năm\s+)?|(?:(?<=^)|(?<=[;.(]\s)|(?<=\())"
    rf"(?=[\d\s–—-]*:))(?P<first>20\d{{2}})\s*(?:[-–—]|đến)?\s*(?:năm\s+)?{_YEAR}\b",
    re.IGNORECASE,
)
_PERIOD_END = re.compile(
    r"\b(?:vào|đến|tới)\s+(?:cuối|hết)\s+(?:giai\s+đoạn|kỳ\s+kế\s+hoạch)(?!\s+20\d)", re.IGNORECASE
)
_VALUE_BEFORE = re.compile(r"(?:%|\d)\s*(?:\(|trở lên\s*)?$", re.IGNORECASE)
_AMOUNT_BEFORE = re.compile(r"\d(?:\s+[^\W\d_]+){0,2}\s*$")
_OF_A_THING = re.compile(
    r"(?:kế hoạch|báo cáo|dự toán|chương trình|kinh phí|ngân sách|nhiệm vụ|công tác)(?:\s+\w+){0,3}\s+$", re.IGNORECASE
)
_DEED_FOLLOWS = re.compile(
    r"\s*(?:,|:|đạt|giảm|tăng|có|phải|phấn đấu|tối thiểu|ít nhất|nâng|xếp|thuộc|nằm|trên\s+\d|dưới\s+\d|từ\s+\d|\d"
    r"|(?:[^\W\d_]+\s+){1,4}(?:tối thiểu|ít nhất)\s+\d)",
    re.IGNORECASE,
)
_VALUE_FOLLOWS = re.compile(
    r"\s*(?:phải\s+)?(?:đạt|giảm|tăng)\b|\s*(?:từ|trên|dưới|tối thiểu|ít nhất)\s+\d", re.IGNORECASE
)
_ALONE = re.compile(
    r"^[\W\d_]*(?:(?:các\s+)?(?:mục tiêu|chỉ tiêu|phấn đấu|cụ thể|giai đoạn|tầm nhìn|định hướng)(?:\s+cụ thể)?)?[\W_]*",
    re.IGNORECASE,
)


class Horizon(msgspec.Struct, frozen=True):
    """One horizon; `year` is None where the target applies every year."""

    kind: Literal["by", "in", "yearly"]
    year: int | None = None


class Found(msgspec.Struct, frozen=True):
    """A horizon with the offsets of its words. `loose`: a period named, which need not be the horizon; `since`: its
    first year."""

    horizon: Horizon
    start: int
    end: int
    loose: bool = False
    since: int | None = None


def horizons(text: str, period: Window | None = None) -> tuple[Found, ...]:
    """Every horizon that `text` names, in order; where words overlap, the fuller reading counts. What names a year
    of the plan without its number ("trong năm", "cuối giai đoạn") counts only where the plan's `period` is given."""
    every = [*_until(text), *_stages(text), *_within(text), *_yearly(text), *(_of_plan(text, period) if period else ())]
    return tuple(sorted(apart(every, len(text)), key=lambda one: one.start))


def _until(text: str) -> Iterator[Found]:
    """What is to be reached by a year; "97% vào năm 2022" and "vào năm 2022 đạt 97%" are steps in that year."""
    for match in _BY.finditer(text):
        words = before(text, match.start())
        valued = _VALUE_BEFORE.search(words) or _AMOUNT_BEFORE.search(words) or _VALUE_FOLLOWS.match(text, match.end())
        step = valued and match[0][:3].lower() == "vào"
        year = int(match["year"] or match["outlook"]) - bool(_BEFORE_YEAR.match(match[0]))
        yield Found(Horizon("in" if step else "by", year), *match.span())
    for match in _SINCE.finditer(text):
        if _DEED_FOLLOWS.match(text, match.end()):
            yield Found(Horizon("by", int(match["year"])), *match.span())


def _stages(text: str) -> Iterator[Found]:
    for match in _PERIOD.finditer(text):
        yield Found(Horizon("by", int(match["year"])), *match.span(), not match["within"], int(match["first"]))


def _within(text: str) -> Iterator[Found]:
    for match in _IN.finditer(text):
        if match["part"] or _is_in(text, match):
            yield Found(Horizon("in", int(match["year"] or match["of"])), *match.span())


def _yearly(text: str) -> Iterator[Found]:
    for match in _YEARLY.finditer(text):
        if _RATIO.search(before(text, match.start())):
            continue  # "82 triệu đồng/người/năm" is counted so, whenever it is reached
        if not _OF_A_THING.search(before(text, match.start())) or _DEED_FOLLOWS.match(text, match.end()):
            yield Found(Horizon("yearly"), *match.span())


def _of_plan(text: str, period: Window) -> Iterator[Found]:
    """What names the end of a plan's period, or the year of a yearly plan, without its number."""
    for match in _PERIOD_END.finditer(text):
        yield Found(Horizon("by", period.last), *match.span())
    for match in _THIS_YEAR.finditer(text) if period.first == period.last else ():
        yield Found(Horizon("in", period.first), *match.span())


def _is_in(text: str, match: re.Match[str]) -> bool:
    words = before(text, match.start()).rstrip()
    if match["within"] or _VALUE_BEFORE.search(words) or words.endswith("đối với"):
        return True
    if words.endswith(("so với", "kể từ", "từ")):
        return False
    opens = not words.strip(" “(-+,;:") or words.endswith((";", ".", ":", "(", ","))
    if opens:
        return bool(_DEED_FOLLOWS.match(text, match.end()))
    return bool(_VALUE_FOLLOWS.match(text, match.end()))


_OF_AIMS = re.compile(
    r"^(?:\S+\s+){0,6}?(?:chi tieu|muc tieu)(?:\s+\S+){0,5}?\s+(?<!den )(?<!doan )(?<!het )nam\s+(?P<year>20\d{2})"
    r"(?:\s*[.:]?$|\s+(?!\d|-|–))"
)
_LONGEST_HEADING, _LONGEST_ALONE = 200, 60  # characters


def stands_alone(text: str) -> Horizon | None:
    """The horizon that a heading names and nothing else ("1. Đến năm 2025", "Tầm nhìn đến năm 2035:")."""
    if len(text) > _LONGEST_ALONE:
        return None
    for found in horizons(text):
        rest = (text[: found.start] + text[found.end :]).strip(" :.*-“”()")
        if _ALONE.sub("", rest) == "" and not text[found.end :].strip(" :.*)"):
            return found.horizon
    return None


def heading_horizon(text: str, *, aims: bool = False) -> Horizon | None:
    """The horizon that a heading or an introducing sentence sets for what follows ("Đến năm 2025, phấn đấu:"); one
    of `aims` does so wherever it names a single year to reach ("Phát triển xã hội số đến năm 2030"), or the year
    that its aims are of. Of several sentences the last introduces."""
    text = text[text.rfind(". ") + 1 :]
    if len(text) > _LONGEST_HEADING:
        return None
    named = horizons(text)
    if text.rstrip().endswith(":"):
        for found in named:
            if not text[found.end :].strip(" :.*)") or not _ALONE.sub("", text[: found.start].strip()):
                return found.horizon
    if not aims:
        return None
    if len(named) == 1 and not named[0].loose:
        return named[0].horizon
    folded = fold(text).strip()  # capitals are where print loses accents
    of_aims = _OF_AIMS.match(folded)
    return Horizon("in", int(of_aims["year"])) if of_aims else None

"""The head of a plan: number, date, type, issuer, level, place, title, period, year.

Read from the letterhead where there is one, in whatever layout it was flattened to; what it lacks
is taken from the body with less confidence, and left out where the text does not tell it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from cascade.documents.document import Document
from cascade.ingest.item import Read, Trace
from cascade.ingest.items.citations import DATE
from cascade.ingest.sections.paragraphs import Paragraph, Style
from cascade.ingest.vocabulary import any_of
from cascade.model.domain import Domain
from cascade.model.plan import Citation, Window
from cascade.model.text import fold, folded_same_length

_NUMBER = re.compile(
    r"^\W*(?:so|s6|sd)\s*[:.]?\s*(?P<serial>\d[\d ]{0,5})?\s*/\s*(?:(?P<year>20\d{2})\s*/\s*)?(?P<code>[a-z]{2,4}\s*[-–]\s*[a-z]{2,8})(?!\w)"
)
_PLACE_DATE = re.compile(
    r"(?P<place>[^\d,;:.]{2,40}?)\s*,\s*ngay\s*(?P<d>\d\s?\d?)?[\s.…]*thang\s*(?P<m>\d\s?\d?)?[\s.…]*nam\s*(?P<y>(?:19|20)\d{2})"
)
_STAMP = re.compile(r"(?P<y>20\d{2})-(?P<m>\d{2})-(?P<d>\d{2})T\d{2}:\d{2}")
_PERIOD = re.compile(r"giai doan\s*(?P<first>20\d{2})\s*[-–—]?\s*(?:den\s+(?:nam\s+)?)?(?P<last>20\d{2})")
_UNTIL = re.compile(r"den\s+(?:het\s+)?nam\s+(?P<last>20\d{2})")
_YEAR = re.compile(r"nam\s+(?P<year>20\d{2})")
_NOT_YEAR = re.compile(r"(?:den|het|tu|tam nhin|dinh huong)\s+(?:het\s+)?$")
_COMMITTEE = re.compile(r"(?:ủy|uỷ)\s+ban\s+nhân\s+dân|ubnd|hội\s+đồng\s+nhân\s+dân|hđnd", re.IGNORECASE)
_ISSUES = re.compile(r"(?:xây dựng|ban hành)(?!\s+kèm)", re.IGNORECASE)
_STOPS = re.compile(r"(?:cong hoa xa hoi|doc lap|so\s*:|s6\s*:|[,;:(]|\d)")
_BREAK = re.compile(r"^(?:can cu|theo|thuc hien|uy ban|ubnd|kinh gui|\(|ban hanh kem)")
_CITES = re.compile(r"\d\s*/\s*(?:\d{4}\s*/\s*)?[a-z]{2,4}\s*-\s*[a-z]{2}|^\W*(?:can cu|\()")
_APPENDIX = re.compile(r"^\W*(?:phu luc|danh muc)(?:\s+\S{1,4})?\W*$")
_ATTACHED = re.compile(
    r"kem theo\s+(?P<kind>[a-z ]{5,20}?)\s+so\s*:?\s*"
    r"(?P<serial>\d{1,5})\s*/\s*(?P<code>[a-z]{2,4}\s*-\s*[a-z]{2,8})"
)
_OF_PLAN = re.compile(r"^(?:ban hành|phê duyệt|về việc ban hành|về việc phê duyệt|về việc|v/v)\s+", re.IGNORECASE)
_OWNED = re.compile(rf"(?:{_COMMITTEE.pattern}|trên địa bàn|nhà nước|chính quyền điện tử)\s+$", re.IGNORECASE)
_TWO_TIERS = date(2025, 7, 1)
_OPENERS = (Style.PART, Style.CHAPTER, Style.ROMAN, Style.ARTICLE, Style.ARABIC)


LIKELY = 0.3
"""From this likelihood on a document is taken for a plan."""


class Head(msgspec.Struct, frozen=True):
    """What the head tells; None or () where the text does not. `is_plan`: how likely this is a plan at all."""

    number: str | None = None
    type: str | None = None
    issued: date | None = None
    issuer: str | None = None
    level: str | None = None
    place: tuple[str, ...] = ()
    title: str | None = None
    period: Window | None = None
    year: int | None = None
    confidence: dict[str, float] = {}
    traces: tuple[Trace, ...] = ()
    doubts: tuple[str, ...] = ()
    is_plan: float = 1.0

    @property
    def is_likely_plan(self) -> bool:
        """Whether the document is taken for a plan."""
        return self.is_plan >= LIKELY


def read_head(
    document: Document, paragraphs: Sequence[Paragraph], citations: Sequence[Read[Citation]], domain: Domain
) -> Head:
    """The head of the plan in `document`."""
    return _HeadReader(document, paragraphs, citations, domain).read()


class _Unit(msgspec.Struct, frozen=True):
    """A unit named: its level, its kind of name (`huyện`), its name."""

    level: str
    word: str
    name: str


class _HeadReader:
    """One document's head being read."""

    def __init__(
        self, document: Document, paragraphs: Sequence[Paragraph], citations: Sequence[Read[Citation]], domain: Domain
    ) -> None:
        self.document, self.paragraphs, self.domain = document, paragraphs, domain
        self.citations = [read.item for read in citations]
        self.opening = list(self._opening())
        self.found: dict[str, object] = {}
        self.confidence: dict[str, float] = {}
        self.traces: list[Trace] = []
        self.doubts: list[str] = []
        self.attached: _Unit | None = None  # who issued the plan that an appendix belongs to
        words = {unit.word: unit.levels for unit in domain.language.units}
        self.levels = words
        self.unit = re.compile(
            rf"(?<!\w)(?P<word>{any_of(words)})\s+(?P<name>[^\W\d_]+(?:\s+[^\W\d_]+)*)", re.IGNORECASE
        )
        every = [word for words in domain.phrases.starters.values() for word in words]
        self.starters = re.compile(rf"(?:{any_of(every)})(?!\w)", re.IGNORECASE)
        self.kinds = {fold(kind.name.vi): code for code, kind in domain.document_types.items()}

    def read(self) -> Head:
        """Every field, the surest first: later ones lean on them."""
        self._number()
        self._type()
        self._issued()
        self._title()
        own = self._own_unit()
        if own is not None:
            self._set("level", own.level, self.confidence.pop("unit"))
            self._set("issuer", f"UBND {own.word} {own.name}", self.confidence["level"])
            self._set("place", (own.name, *self._superiors(own)), self.confidence["level"])
        self._period()
        return Head(
            **self.found,  # type: ignore[arg-type]
            confidence=self.confidence,
            traces=tuple(self.traces),
            doubts=tuple(self.doubts),
            is_plan=self._is_plan(),
        )

    def _opening(self) -> Iterable[Paragraph]:
        """The paragraphs before the body: at most forty, up to the first heading."""
        for paragraph in self.paragraphs[:40]:
            if paragraph.marker is not None and paragraph.marker.style in _OPENERS:
                return
            yield paragraph

    def _set(self, name: str, value: object, sure: float, paragraph: Paragraph | None = None) -> None:
        self.found[name] = value
        self.confidence[name] = round(sure, 2)
        if paragraph is not None:
            shown = value.isoformat() if isinstance(value, date) else value
            self.traces.append(Trace.of(name, shown, paragraph.passage))

    # --- number, type, date ------------------------------------------------------------------

    def _number(self) -> None:
        for paragraph in self.opening:
            found = _NUMBER.match(folded_same_length(paragraph.text))
            if found is None:
                continue
            code = paragraph.text[slice(*found.span("code"))]
            kind, issuer = (part.strip() for part in re.split(r"[-–]", code, maxsplit=1))
            known = {fold(one): one for one in self.domain.document_types}
            kind = known.get(fold(kind), kind.upper())
            if kind in self.domain.document_types:
                self._set("type", kind, 0.98)
            if found["serial"]:
                year = f"{found['year']}/" if found["year"] else ""
                serial = found["serial"].replace(" ", "")
                self._set("number", f"{serial}/{year}{kind}-{_code(issuer)}", 0.97, paragraph)
            return
        self._attached()

    def _attached(self) -> None:
        """An appendix alone names the plan that it is attached to."""
        for paragraph in self.opening[:12]:
            folded = folded_same_length(paragraph.text)
            found = _ATTACHED.search(folded)
            if found is None:
                continue
            kind, issuer = (part.strip() for part in re.split(r"[-–]", found["code"], maxsplit=1))
            known = {fold(one): one for one in self.domain.document_types}
            if kind not in known:
                return
            self._set("type", known[kind], 0.85)
            self._set("number", f"{found['serial']}/{known[kind]}-{_code(issuer)}", 0.85, paragraph)
            day = re.compile(DATE).search(folded, found.end())
            if day is not None and (issued := _date(day)) is not None:
                self._set("issued", issued, 0.85, paragraph)
            named = self.unit.search(paragraph.text, found.end())
            self.attached = self._unit_of(named["word"], _capitals(named["name"])) if named else None
            return

    def _type(self) -> None:
        """The type from the number, else from the line that names the kind of document."""
        if "type" in self.found:
            return
        for paragraph in self.opening:
            code = self.kinds.get(fold(paragraph.text).strip(" .:*"))
            if code is not None:
                self._set("type", code, 0.95, paragraph)
                return

    def _issued(self) -> None:
        if "issued" in self.found:
            return
        for paragraph in self.opening:
            found = _PLACE_DATE.search(folded_same_length(paragraph.text))
            if found is None or len(paragraph.text) > 120:
                continue
            day = _date(found)
            if day is not None:
                self._set("issued", day, 0.97, paragraph)
            else:
                self.doubts.append("Ngày ban hành để trống hoặc in thiếu.")
            return
        stamps = [(paragraph, found) for paragraph in self.paragraphs for found in _STAMP.finditer(paragraph.text)]
        days = sorted(
            (day, paragraph.passage.words[0].line, paragraph) for paragraph, one in stamps if (day := _date(one))
        )
        if days:
            day, _, paragraph = days[-1]
            self._set("issued", day, 0.7, paragraph)
            self.doubts.append("Văn bản không in ngày; lấy ngày của chữ ký số.")

    # --- title, period ------------------------------------------------------------------------

    def _title(self) -> None:
        """The lines below the line that names the kind of document; of an attached plan, its own."""
        starts = [
            index
            for index, paragraph in enumerate(self.paragraphs[:80])
            if fold(paragraph.text).strip(" .:*") in self.kinds
        ]
        for start in reversed(starts):
            lines = self._title_lines(start + 1)
            if lines:
                title = _OF_PLAN.sub("", " ".join(paragraph.text for paragraph in lines)).strip(' *.:-_“”"')
                self._set("title", self._sentence_case(title), 0.93, lines[0])
                return
        for index, paragraph in enumerate(self.paragraphs[:20]):  # an appendix alone has its own title
            lines = self._title_lines(index + 1) if _APPENDIX.match(fold(paragraph.text)) else []
            if lines:
                self._set("title", self._sentence_case(" ".join(one.text for one in lines)), 0.7, lines[0])
                return
        for paragraph in self.opening:  # kind and title on one line
            found = next((name for name in self.kinds if fold(paragraph.text).startswith(f"{name} ")), None)
            if found and paragraph.text[: len(found)].isupper() and len(paragraph.text) < 300:
                title = self._sentence_case(paragraph.text[len(found) :].strip(" :.*"))
                self._set("title", title, 0.85, paragraph)
                self.found.setdefault("type", self.kinds[found])
                return

    def _title_lines(self, start: int) -> list[Paragraph]:
        lines: list[Paragraph] = []
        for paragraph in self.paragraphs[start : start + 5]:
            folded = fold(paragraph.text).strip(" *")
            opens_basis = _BREAK.match(folded) and (
                bool(lines) or bool(_CITES.search(folded)) or not folded.startswith("thuc hien")
            )
            if (opens_basis and not folded.startswith("ban hanh chuong trinh")) or folded in self.kinds:
                break
            if paragraph.marker is not None or len(paragraph.text) > 400 or not any(map(str.isalpha, paragraph.text)):
                break
            lines.append(paragraph)
        return lines

    def _sentence_case(self, title: str) -> str:
        """A title in capitals as a sentence: names of units and known abbreviations keep theirs."""
        if not title.isupper():
            return title[:1].upper() + title[1:]
        words = title.split()
        shorts = {short.upper(): short for short in self.domain.language.abbreviations}
        lower = " ".join(shorts.get(word.strip(",.;()"), word) if word in shorts else word.lower() for word in words)
        named = self.unit.sub(lambda found: f"{found['word']} {self._titled_name(found['name'])}", lower)
        return named[:1].upper() + named[1:]

    def _titled_name(self, words: str) -> str:
        """The name at the head of a run of small letters: up to the word that begins the next part of a title."""
        name = re.split(r"\s(?=(?:giai đoạn|năm|về|của|đến|thực|triển|trên|và|nhiệm|định)(?:\s|$))", words, maxsplit=1)
        return " ".join([_name_in(name[0]), *name[1:]])

    def _period(self) -> None:
        title = folded_same_length(str(self.found.get("title") or ""))
        intro = folded_same_length(" ".join(paragraph.text for paragraph in self.opening if self._announces(paragraph)))
        for text, sure in ((title, 0.95), (intro, 0.85)):
            period = _PERIOD.search(text)
            year = next((one for one in _YEAR.finditer(text) if not _NOT_YEAR.search(text[: one.start()])), None)
            if period and int(period["first"]) <= int(period["last"]):
                self._set("period", Window(int(period["first"]), int(period["last"])), sure)
                if year and text is title and int(period["first"]) <= int(year["year"]) <= int(period["last"]):
                    self._set("year", int(year["year"]), sure)
                return
            if year:
                self._set("period", Window(int(year["year"]), int(year["year"])), sure)
                self._set("year", int(year["year"]), sure)
                return
            until = _UNTIL.search(text)
            issued = self.found.get("issued")
            if until and isinstance(issued, date) and issued.year <= int(until["last"]):
                self._set("period", Window(issued.year, int(until["last"])), sure - 0.25)
                return
        self._common_period()

    def _announces(self, paragraph: Paragraph) -> bool:
        return bool(_ISSUES.search(paragraph.text)) and bool(_COMMITTEE.search(paragraph.text))

    def _common_period(self) -> None:
        """The period that the whole text names most often."""
        counts: Counter[Window] = Counter()
        for line in self._all_text():
            for one in _PERIOD.finditer(line):
                if int(one["first"]) <= int(one["last"]):
                    counts[Window(int(one["first"]), int(one["last"]))] += 1
        if counts:
            best = max(counts, key=lambda window: (counts[window], -window.first, -window.last))
            self._set("period", best, 0.6)
            self.doubts.append(f"Giai đoạn {best} lấy theo nội dung, không theo tên văn bản.")

    def _all_text(self) -> list[str]:
        """The document's lines, each with the one below, so that what is broken over two is found."""
        lines = [line.text for line in self.document.lines if line.text.strip()]
        pairs = zip(lines, [*lines[1:], ""], strict=True)
        return [folded_same_length(f"{one} {other}") for one, other in pairs][::2]

    # --- who issues it ------------------------------------------------------------------------

    def _own_unit(self) -> _Unit | None:
        """The unit that issues the plan: from the letterhead, from who announces it, from the body."""
        units = [unit for paragraph in self.opening if (unit := self._letterhead_unit(paragraph)) is not None]
        if not units:
            units = self._joined_letterhead()
        if units:
            self.confidence["unit"] = 0.96
            return max(units, key=lambda unit: self.domain.levels.rank(unit.level))
        for paragraph in self.opening:
            announced = self._announced(paragraph)
            if announced is not None:
                self.confidence["unit"] = 0.92
                return announced
        if self.attached is not None:
            self.confidence["unit"] = 0.85
            return self.attached
        return self._most_named()

    def _letterhead_unit(self, paragraph: Paragraph) -> _Unit | None:
        text = self._without_motto(paragraph.text)
        committee = _COMMITTEE.search(text)
        named = self.unit.search(text)
        if not named or not text or len(text) > 80 or not _capital_line(text):
            return None
        if committee is None and named.start() > 0:
            return None
        return self._unit_of(named["word"], named["name"])

    def _joined_letterhead(self) -> list[_Unit]:
        """ "ỦY BAN NHÂN DÂN" on one line and "HUYỆN THỬ" on the next are read above; a name alone is not."""
        return []

    def _without_motto(self, text: str) -> str:
        """A line of the letterhead without the state's name and motto beside it, and without what follows a number."""
        folded = folded_same_length(text)
        stop = _STOPS.search(folded)
        return text[: stop.start()].strip() if stop else text.strip()

    def _announced(self, paragraph: Paragraph) -> _Unit | None:
        """ "UBND xã Quang Khải xây dựng kế hoạch …"."""
        for found in re.finditer(rf"(?:{_COMMITTEE.pattern})\s+(?={self.unit.pattern})", paragraph.text, re.IGNORECASE):
            named = self.unit.match(paragraph.text, found.end())
            if named is None:
                continue
            name = _capitals(named["name"])
            after = paragraph.text[named.start("name") + len(name) :]
            if name and re.match(rf"\s*{_ISSUES.pattern}", after, re.IGNORECASE):
                return self._unit_of(named["word"], name)
        return None

    def _most_named(self) -> _Unit | None:
        """The unit that the body names most often, where there is no head."""
        counts: Counter[_Unit] = Counter()
        text = " ".join(line.text.strip() for line in self.document.lines)
        for found in self.unit.finditer(text):
            name = _capitals(found["name"])
            if not name or self.starters.match(name) or not _OWNED.search(text[: found.start()]):
                continue
            unit = self._unit_of(found["word"], name) if found["word"].islower() else None
            if unit is not None:
                counts[unit] += 1
        title = str(self.found.get("title") or "")
        titled = [unit for unit in counts if fold(f"{unit.word} {unit.name}") in fold(title)]
        if not counts:
            return None
        best = max(titled or counts, key=lambda unit: (counts[unit], self.domain.levels.rank(unit.level), unit.name))
        self.confidence["unit"] = 0.85 if titled else 0.6
        if not titled:
            self.doubts.append(
                f"Văn bản không có phần đầu; cơ quan ban hành suy từ nội dung ({best.word} {best.name})."
            )
        return best

    def _unit_of(self, word: str, name: str) -> _Unit | None:
        bare = _name_in(_cut_name(name))
        if not bare:
            return None
        word = " ".join(word.lower().split())
        levels = self.levels.get(word, ())
        level = levels[0] if len(levels) == 1 else self._city_level(bare, levels)
        return _Unit(level, word, bare) if level else None

    def _city_level(self, name: str, levels: tuple[str, ...]) -> str | None:
        """A city is of the province level where a province is not named above it."""
        if not levels:
            return None
        text = " ".join(paragraph.text for paragraph in self.opening)
        return levels[-1] if re.search(r"(?<!\w)tỉnh\s+[^\W\d_]", text, re.IGNORECASE) else levels[0]

    def _superiors(self, own: _Unit) -> tuple[str, ...]:
        """The names of the units above, nearest first, as the head, the citations and the body name them."""
        issued = self.found.get("issued")
        rank = self.domain.levels.rank(own.level)
        names: list[str] = []
        for level in reversed(self.domain.levels.all):
            if not 0 < level.rank < rank or (
                level.id == "district" and isinstance(issued, date) and issued >= _TWO_TIERS
            ):
                continue
            name = self._named_above(level.id, own)
            if name is not None:
                names.append(name)
        return tuple(names)

    def _named_above(self, level: str, own: _Unit) -> str | None:
        head = "; ".join(paragraph.text for paragraph in self.opening)
        cited = "; ".join(f"{c.issuer or ''}; {c.title or ''}" for c in self.citations if c.role == "basis")
        body = " ".join(line.text.strip() for line in self.document.lines)
        for text in (f"{head}; {cited}", body):
            counts: Counter[str] = Counter()
            for found in self.unit.finditer(text):
                if self.starters.match(found["name"]):
                    continue
                name = _capitals(found["name"]) or (_cut_name(found["name"]) if found["word"].isupper() else "")
                unit = self._unit_of(found["word"], name) if name else None
                if unit is not None and unit.level == level and fold(unit.name) != fold(own.name):
                    counts[unit.name] += 1
            if counts:
                return max(counts, key=lambda name: (counts[name], name))
        return None

    # --- is it a plan at all -------------------------------------------------------------------

    def _is_plan(self) -> float:
        """How likely the document is a plan on reform: its type, its title, its subject."""
        kind = self.domain.document_types.get(str(self.found.get("type") or ""))
        text = " ".join(line.text for line in self.document.lines)
        subject = bool(self.domain.language.subjects_of(text))
        if kind is not None:
            return 0.95 if kind.plan and subject else 0.4 if kind.plan else 0.1
        return 0.6 if subject and _PERIOD.search(fold(text)) else 0.1


def _capital_line(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) >= 0.8 * len(letters)


def _capitals(text: str) -> str:
    """The leading capitalised words of a run: a name ends where the sentence goes on."""
    words: list[str] = []
    for word in text.split():
        if not word[:1].isupper():
            break
        words.append(word)
    return " ".join(words[:4])


def _cut_name(name: str) -> str:
    """A name without what a flattened letterhead prints beside it."""
    words: list[str] = []
    for word in name.split():
        if fold(word) in {"cong", "so", "doc", "ngay", "ban", "van", "phong"} and words and len(words) >= 2:
            break
        words.append(word)
    return " ".join(words[:4])


def _name_in(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:].lower() for word in name.split())


def _code(issuer: str) -> str:
    return {"ttg": "TTg", "hdnd": "HĐND"}.get(fold(issuer), issuer.upper())


def _date(found: re.Match[str]) -> date | None:
    try:
        return date(*(int(found[part].replace(" ", "")) for part in ("y", "m", "d")))
    except (ValueError, AttributeError):
        return None

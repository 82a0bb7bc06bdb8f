"""Words, paragraphs and entries of invented plans, as the readers of items take them."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from cascade.ingest.outline.outline import Entry, Section, outline
from cascade.ingest.outline.paragraphs import Paragraph, paragraphs
from cascade.ingest.targets.targets import TargetReader
from cascade.ingest.tasks.tasks import TaskReader
from cascade.lexicon.passage import Passage, Word, passage, plain_words
from cascade.lexicon.tagged import Lexicon
from cascade.lexicon.vocabulary import Vocabulary
from cascade.model.plan import Target, Task, Window
from tests.support import domain

PERIOD = Window(2021, 2025)
AIMS = Section(("I",), "aims", heading="Mục tiêu")
TASKS = Section(("II",), "tasks", heading="Nhiệm vụ")

_PIECES = (
    *("100%", "80%", "20-25%", "(20%, 15%)", "15 phút", "loại tốt trở lên", "nhóm 10", "09/KH-UBND", "15/7/2021"),
    *("đến năm 2025", "năm 2022", "mỗi năm tăng", "hàng năm", "so với năm 2021", "cho đến khi đạt", "phấn đấu"),
    *("hồ sơ", "cấp huyện, xã", "cấp xã", "được xử lý", "tỷ lệ", "chỉ số", "trừ", "(trừ", "Riêng", "UBND xã Mẫu"),
    *("tối thiểu", "trên", "không quá", "Căn cứ", "Luật", "Kế hoạch số", "của", "và", "phối hợp với", "Báo cáo"),
    *(",", ";", ".", ":", ")", "(", "-", "1.", "a)", "II.", "%", "“", "ISO 9001:2015", "mức độ 3, 4"),
)
LINES = st.lists(
    st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=6)), max_size=9).map(" ".join), max_size=8
)
"""Lines that look like those of a plan and mean nothing."""
ENDLESS = ("a ", "a", "1.", "(", "năm ", "ngày ", "1", "%", ". ", "1/", "năm 2025 ", "của ", "từ ", "(năm ", "“", "- ")
"""What makes a pattern that backtracks run for ever, repeated."""


@cache
def lexicon() -> Lexicon:
    return Lexicon(domain())


def vocabulary() -> Vocabulary:
    return lexicon().vocabulary


def lined(*lines: str) -> list[tuple[Word, ...]]:
    """The words of lines, counted from 1."""
    return [plain_words(text, number) for number, text in enumerate(lines, start=1)]


def passage_of(*lines: str) -> Passage:
    return passage(lined(*lines))


def entry(*lines: str, section: Section = AIMS, item_id: str = "I-1") -> Entry:
    """One paragraph printed on these lines."""
    return Entry(Paragraph(passage_of(*lines)), section, item_id)


def split(*lines: str) -> tuple[Paragraph, ...]:
    """The paragraphs of lines."""
    return paragraphs(lined(*lines), domain())


def outlined(*lines: str) -> tuple[Entry, ...]:
    """The entries of lines, each a paragraph."""
    return outline([paragraph for line in lined(*lines) for paragraph in paragraphs([line], domain())], vocabulary())


def targets(
    *lines: str, section: Section = AIMS, period: Window | None = PERIOD, in_tasks: bool = False
) -> list[Target]:
    """The targets of one paragraph."""
    reader = TargetReader(lexicon(), period)
    return [read.item for read, _ in reader.read(entry(*lines, section=section), in_tasks=in_tasks)]


def target(*lines: str, section: Section = AIMS, period: Window | None = PERIOD) -> Target:
    """The one target of a paragraph."""
    (found,) = targets(*lines, section=section, period=period)
    return found


def tasks(*lines: str, section: Section = TASKS, taken: tuple[tuple[int, int], ...] = ()) -> list[Task]:
    """The tasks of one paragraph."""
    found = TaskReader(lexicon()).read(entry(*lines, section=section), taken, len(taken))
    return [read.item for read in found.tasks]

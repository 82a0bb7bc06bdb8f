"""Every draft that is written is read back without a fault, as the plan that the document itself gives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cascade.documents.document import Document, Line
from cascade.documents.formats import DOCUMENT_SUFFIXES
from cascade.ingest.draft import Draft
from cascade.ingest.folder import plan_id, read_one
from cascade.ingest.heading.head import Head
from cascade.ingest.item import Read
from cascade.ingest.sound import all_sound, sound_head, sound_names, told_apart
from cascade.model.bound import parse_bound
from cascade.model.doubt import DOUBTS as WORDED
from cascade.model.doubt import Doubt, doubt
from cascade.model.plan import Citation, Growth, Lines, Target, Task, Window
from cascade.reading.fault import Fault
from cascade.reading.plans import PlanRead, known_names, read_plan
from cascade.report.draft_file import draft_json, draft_yaml
from cascade.restore.health import Health
from tests.cli.documents import COMMUNE
from tests.support import ROOT, domain

SHARED = ROOT.parent.parent / "shared"
"""Where the people who test by hand keep documents; most machines have no such folder."""
FOLDERS = (
    ROOT / "benchmarks" / "documents",
    ROOT / "tests",
    *(SHARED / name for name in ("seeds", "cases", "attacks")),
)


def _documents() -> Iterator[Path]:
    for folder in FOLDERS:
        yield from (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in DOCUMENT_SUFFIXES)


def _read_back(draft: Draft, path: Path) -> PlanRead:
    name = f"{plan_id(draft.plan, path)}.yaml"
    return read_plan(Path(name), name, known_names(domain()), draft_yaml(draft).encode())


def _is_of_the_head(fault: Fault) -> bool:
    """Whether a fault is of a head field that the document does not tell."""
    return fault.code == "expected" and dict(fault.facts)["found"] in {"null", "[…]"}


@pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in _documents() if path.is_file()])
def test_the_draft_of_every_document_is_read_back_as_its_plan(path: Path) -> None:
    outcome = read_one(path, domain())
    assert outcome.fault is None or outcome.fault.code not in {"reader-failed", "out-of-time"}
    if outcome.draft is None:
        return
    read = _read_back(outcome.draft, path)
    if outcome.draft.plan is None:
        assert all(map(_is_of_the_head, read.faults))
    else:
        assert read.faults == []
        assert read.plan is not None
        assert read.plan.plan == outcome.draft.plan


TEXT = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["", " ", "null", "~", "no", "1.10", "0x10", "- a", "a: b", "#", "e\u0302\u0301", "\ud800", "\x1b[0m"]
    ),
    st.sampled_from(["*a", "&a", "!b", "a\nb", "\u2028", "\ufeff", "'", '"', "{", "2022-01-01", "1e3", "…", "%", "@"]),
)
IDS = st.one_of(st.sampled_from(["1", "1~2", "a", "I.1"]), TEXT)
NUMBERS = st.integers(min_value=-5, max_value=300_000)
YEARS = st.one_of(st.integers(2015, 2030), NUMBERS)
DATES = st.sampled_from([date(2021, 12, 1), date(1, 1, 1)])
BOUNDS = st.sampled_from(["80%", "> 90%", "= 5", "50-80%", "15 phút", "tốt", "1.000 hồ sơ", "≤ 7 ngày"]).map(
    parse_bound
)
SHARES = st.floats(0, 1)
GROWTHS = st.builds(
    Growth,
    per_year=st.decimals(allow_nan=False, allow_infinity=False),
    since=st.none() | YEARS,
    until=st.none() | st.just(Decimal("99.5")),
)
LINES = st.integers(1, 9).map(lambda first: Lines(first, first + 2))


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


DOUBTS = st.lists(
    st.builds(Doubt, st.sampled_from(sorted(WORDED)), st.dictionaries(st.sampled_from(["printed", "read"]), TEXT)),
    max_size=2,
).map(tuple)
CITATIONS = st.builds(
    Citation,
    role=st.sampled_from(["basis", "body"]),
    number=_maybe(TEXT),
    title=_maybe(TEXT),
    date=_maybe(DATES),
    issuer=_maybe(TEXT),
    lines=_maybe(LINES),
    page=_maybe(NUMBERS),
    doubt=_maybe(TEXT | DOUBTS.map(lambda found: found or None)),
    confidence=_maybe(SHARES),
)
TARGETS = st.builds(
    Target,
    id=IDS,
    text=TEXT,
    value=BOUNDS,
    measure=st.sampled_from([None, "tthc.online-payment"]),
    by=_maybe(YEARS),
    in_year=_maybe(YEARS),
    yearly=st.booleans(),
    tier=st.sampled_from([None, "commune"]),
    area=_maybe(NUMBERS),
    growth=_maybe(GROWTHS),
    baseline=_maybe(YEARS),
    hedge=_maybe(TEXT),
    exception=_maybe(TEXT),
    doubt=_maybe(TEXT | DOUBTS.map(lambda found: found or None)),
    restored=_maybe(TEXT),
    lines=_maybe(LINES),
    confidence=_maybe(SHARES),
)
BODIES = st.lists(TEXT, max_size=3).map(tuple)
TASKS = st.builds(
    Task,
    id=IDS,
    text=TEXT,
    area=_maybe(NUMBERS),
    lead=BODIES,
    partners=BODIES,
    due=_maybe(TEXT),
    product=_maybe(TEXT),
    under=_maybe(IDS),
    doubt=_maybe(TEXT | DOUBTS.map(lambda found: found or None)),
    confidence=_maybe(SHARES),
)
SIMPLE = Head(issuer="UBND xã Mẫu", level="commune", place=("Mẫu", "Thử", "Ví Dụ"), period=Window(2021, 2025))
HEADS = st.builds(
    Head,
    number=_maybe(TEXT),
    type=st.sampled_from([None, "KH"]),
    issued=_maybe(DATES),
    issuer=TEXT.filter(lambda text: any(map(str.isalnum, text))),
    level=st.just("commune"),
    place=st.just(("Mẫu", "Thử", "Ví Dụ")),
    title=_maybe(TEXT),
    period=st.just(Window(2021, 2025)),
    year=_maybe(YEARS),
    confidence=st.dictionaries(st.sampled_from(["title", "number"]), SHARES),
    doubts=DOUBTS,
)
GROUPS = st.tuples(st.lists(TARGETS, max_size=4), st.lists(TASKS, max_size=4))


@given(HEADS, st.lists(CITATIONS, max_size=3), GROUPS, GROUPS, TEXT, BODIES)
def test_whatever_a_reader_hands_over_is_written_so_that_it_is_read_back(
    head: Head,
    citations: list[Citation],
    one: tuple[list[Target], list[Task]],
    other: tuple[list[Target], list[Task]],
    name: str,
    addressed: tuple[str, ...],
) -> None:
    groups = [
        (all_sound(Read(item) for item in targets), all_sound(Read(item) for item in tasks))
        for targets, tasks in (one, other)
    ]
    document = Document(name, "0" * 64, "text", (Line("a"),))
    cited = tuple(all_sound(Read(item) for item in citations))
    told = sound_names(addressed)
    draft = Draft(document, sound_head(head), cited, *told_apart(*groups), Health.HEALTHY, addressed=told)
    if draft.plan is None:
        return
    read = _read_back(draft, Path("x.txt"))
    assert [fault.message("en") for fault in read.faults] == []
    assert read.plan is not None
    assert read.plan.plan == draft.plan
    assert draft_json(draft).count("\n") == 1


def test_what_a_task_serves_is_the_item_of_its_own_part_of_the_document() -> None:
    prose: tuple[list[Read[Target]], list[Read[Task]]] = ([Read(Target("1", "a", parse_bound("80%")))], [])
    rows = [Read(Task("1", "b", kind="objective")), Read(Task("2", "c", under="1")), Read(Task("3", "d", under="9"))]
    _, tasks = told_apart(prose, ([], rows))
    assert [(read.item.id, read.item.under) for read in tasks] == [("1~2", None), ("2", "1~2"), ("3", None)]


def test_a_year_outside_the_period_is_a_doubt_and_no_year() -> None:
    head = sound_head(Head(period=Window(2021, 2025), year=2026))
    assert head.year is None
    assert head.doubts == doubt("year-outside-period", year=2026, period="2021-2025")


def test_a_date_that_two_citations_share_is_written_twice(tmp_path: Path) -> None:
    text = COMMUNE.replace("Căn cứ Kế hoạch số 01/KH-UBND", "Căn cứ các Kế hoạch số 01/KH-UBND, 02/KH-UBND")
    path = tmp_path / "xa.txt"
    path.write_text(text, "utf-8")
    draft = read_one(path, domain()).draft
    assert draft is not None
    written = draft_yaml(draft)
    assert [line.strip() for line in written.splitlines()].count("date: 2021-12-01") == 2
    assert not any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(written))


@pytest.mark.parametrize("rise", ["12.831", "0.000000001", "123456789.123456789", "12.5", "1E+2", "0.500"])
def test_a_rise_is_read_back_as_the_number_that_it_was(rise: str) -> None:
    target = Target("1", "a", parse_bound("80%"), growth=Growth(per_year=Decimal(rise), until=Decimal(rise)))
    draft = Draft(
        Document("x", "0" * 64, "text", (Line("a"),)),
        sound_head(SIMPLE),
        (),
        *told_apart(([Read(target)], [])),
        Health.HEALTHY,
        addressed=(),
    )
    read = _read_back(draft, Path("x.txt"))
    assert read.faults == []
    assert read.plan is not None
    assert read.plan.plan == draft.plan

"""Invented plans, and whole corpora of them, for laws that hold whatever plans say."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

import msgspec
from hypothesis import strategies as st

from cascade.audit import Audit, context_of
from cascade.checks.context import Context
from cascade.model.plan import Citation, Plan, Target, Task, Window
from cascade.model.rule import Sketch, plan_of
from cascade.model.text import fold
from tests.support import audited, domain, target, task

PERIOD: dict[str, Any] = {"period": Window(2021, 2025)}


class Subject(NamedTuple):
    """What a target is about: how it is worded for a number, the number's unit, and whether more of it is better."""

    text: str
    unit: str
    more: bool
    measure: str | None = None

    def at(self, item_id: str, number: int, **more: Any) -> Target:
        """The target for a number."""
        text, value = self.text.format(number), f"{number}{self.unit}"
        return target(item_id, value, self.measure, text=text, **more)


SUBJECTS = (
    Subject("{}% hồ sơ đất đai được số hóa", "%", more=True),
    Subject("Tối thiểu {}% hộ dân nông thôn dùng nước sạch", "%", more=True),
    Subject("Mỗi năm tổ chức ít nhất {} cuộc đối thoại với thanh niên", " cuộc", more=True),
    Subject("Giảm tối thiểu {}% thời gian họp", "%", more=True),
    Subject("Phát thanh về an toàn giao thông {} phút mỗi tháng", " phút", more=True),
    Subject("Thời gian chờ đăng ký kết hôn tối đa {} phút", " phút", more=False),
    Subject("Tỷ lệ hộ nghèo còn dưới {}%", "%", more=False),
    Subject("Tỷ lệ đơn thư trễ hẹn không quá {}%", "%", more=False),
    Subject("{}% thủ tục hành chính được triển khai thanh toán trực tuyến", "%", True, "tthc.online-payment"),
    Subject("Thời gian chờ giao dịch của người dân {} phút", " phút", False, "tthc.waiting-time"),
)
WORK = (
    "Niêm yết thủ tục hành chính tại trụ sở",
    "Tập huấn nghiệp vụ cho công chức một cửa",
    "Trồng cây xanh dọc đường thôn",
    "Tuyên truyền cải cách hành chính trên loa truyền thanh",
    "Chứng thực bản sao điện tử từ bản chính",
    "Kiểm kê tài sản công; lập sổ theo dõi",
    "Tăng cường phòng cháy rừng mùa khô",
    "Hoàn thành đề án vị trí việc làm",
)
HORIZONS: st.SearchStrategy[dict[str, Any]] = st.sampled_from([{}, {"by": 2025}, {"by": 2023}, {"yearly": True}])
BODIES: st.SearchStrategy[dict[str, Any]] = st.sampled_from(
    [{}, {"lead": ("UBND các xã, thị trấn",)}, {"lead": ("Phòng Nội vụ",), "partners": ("UBND các xã",)}]
)


@st.composite
def plans(draw: st.DrawFn) -> tuple[tuple[Target, ...], tuple[Task, ...]]:
    """Targets and tasks, each about something else."""
    subjects = draw(st.lists(st.sampled_from(SUBJECTS), min_size=1, max_size=5, unique=True))
    work = draw(st.lists(st.sampled_from(WORK), max_size=5, unique=True))
    targets = tuple(
        subject.at(f"m{number}", draw(st.integers(5, 95)), **draw(HORIZONS)) for number, subject in enumerate(subjects)
    )
    return targets, tuple(task(f"v{number}", text, **draw(BODIES)) for number, text in enumerate(work))


class Told(NamedTuple):
    """A finding as a reader knows it: nothing in it tells where it stands in a file or a report."""

    plan: str
    fingerprint: str
    severity: str
    message: str
    year: int | None
    affects: tuple[str, ...]


Corpus = dict[str, Plan]


def judged(corpus: Corpus) -> Audit:
    """The audit of a corpus."""
    return audited(context(corpus))


def context(corpus: Corpus) -> Context:
    """A corpus linked, each plan in the folder of its level."""
    files = {plan_id: f"data/{plan.level}/{plan_id}.yaml" for plan_id, plan in corpus.items()}
    return context_of(dict(sorted(corpus.items())), domain(), files)


def told(corpus: Corpus) -> list[Told]:
    """All that is found in a corpus, in no order of its own."""
    audit = judged(corpus)
    return sorted(
        Told(
            one.finding.item.plan,
            audit.fingerprint(one),
            one.severity,
            one.message.vi,
            one.finding.year,
            one.finding.affects,
        )
        for one in audit.findings
    )


def above(name: str, number: int, level: str) -> tuple[Citation, ...]:
    """The basis of a plan that carries out that of another unit."""
    days = {"province": date(2021, 10, 1), "district": date(2021, 12, 1)}
    return (
        Citation(role="basis", number=f"{number:02}/KH-UBND", date=days[level], issuer=f"UBND {LEVELS[level]} {name}"),
    )


LEVELS = {"province": "tỉnh", "district": "huyện", "commune": "xã"}
Items = tuple[tuple[Target, ...], tuple[Task, ...]]
EMPTY: Items = ((), ())


def plan(level: Any, names: tuple[str, ...], number: int, items: Items, **more: Any) -> Plan:
    """A plan for 2021-2025 of a unit, innermost name first."""
    days = {"province": "2021-10-01", "district": "2021-12-01", "commune": "2022-01-15"}
    sketch = Sketch(
        level=level,
        title="CCHC nhà nước giai đoạn 2021-2025",
        number=f"{number:02}/KH-UBND",
        issuer=f"UBND {LEVELS[level]} {names[0]}",
        place=names,
        issued=days[level],
        period=Window(2021, 2025),
        targets=items[0],
        tasks=items[1],
        citations=more.get("citations", ()),
    )
    return plan_of(sketch, "other")[1]


def family(
    province: Items, district: Items, communes: tuple[Items, ...], *, names: tuple[str, ...] = ("Thử", "Ví Dụ")
) -> Corpus:
    """A province's plan, the district's that carries it out, and those of its communes, which carry out this."""
    inner, outer = names
    key = "-".join(fold(name).replace(" ", "-") for name in names)
    found = {
        f"tinh-{key}": plan("province", (outer,), 7, province),
        f"huyen-{key}": plan("district", names, 1, district, citations=above(outer, 7, "province")),
    }
    for place, items in enumerate(communes):
        unit = (f"Mẫu {'AĐEG'[place]}", *names)
        found[f"xa-{place}-{key}"] = plan("commune", unit, 9, items, citations=above(inner, 1, "district"))
    return found


@st.composite
def corpora(draw: st.DrawFn, names: tuple[str, ...] = ("Thử", "Ví Dụ")) -> Corpus:
    """A province, a district and two communes, each promising what it likes."""
    return family(draw(plans()), draw(plans()), (draw(plans()), draw(plans())), names=names)


def replaced(corpus: Corpus, plan_id: str, items: Items) -> Corpus:
    """The corpus with other items in one plan."""
    return corpus | {plan_id: msgspec.structs.replace(corpus[plan_id], targets=items[0], tasks=items[1])}

"""Which item of a child answers which of its parent: candidates, standing, and what people decided."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.answers.answer import Answer, standing
from cascade.answers.answering import MOST, Answering
from cascade.model.decision import Answer as Answered
from cascade.model.decision import Decision, Decisions, Denial, Recorded
from cascade.model.finding import Item
from cascade.model.plan import Target, Task
from cascade.model.wording import Band
from tests.answers.made import plan, words
from tests.support import COMMUNE, DISTRICT, ROOT, domain, task

WORK = (
    "Niêm yết thủ tục hành chính",
    "Số hóa kết quả giải quyết hồ sơ",
    "Tập huấn nghiệp vụ bộ phận một cửa",
    "Trồng cây xanh dọc đường thôn",
    "Tuyên truyền cải cách hành chính trên loa",
    "Chứng thực bản sao điện tử",
    "Lắp đèn đường ngõ xóm",
)
SAID = (
    "Công khai TTHC tại trụ sở",
    "Quét hồ sơ đã giải quyết thành bản điện tử",
    "Mở lớp bồi dưỡng cho người làm ở một cửa",
    "Trồng cây bóng mát ven đường",
    "Phát tin bài về CCHC trên đài truyền thanh",
    "Phòng cháy rừng mùa khô",
    "Cấp nước sạch nông thôn",
)
FIRST, LATER = date(2026, 1, 12), date(2026, 2, 1)


def tasks(texts: tuple[str, ...], prefix: str) -> tuple[Task, ...]:
    return tuple(task(f"{prefix}{number}", text) for number, text in enumerate(texts))


def answered(
    asked: tuple[Target | Task, ...], said: tuple[Target | Task, ...], *decided: Decision
) -> tuple[Answer, ...]:
    """What answers each item of huyện Thử in the plan of xã Mẫu."""
    recorded = tuple(Recorded(one, "decisions.yaml", line, 5) for line, one in enumerate(decided, start=3))
    plans = {COMMUNE: plan(*said), DISTRICT: plan(*asked)}
    return Answering(plans, domain(), Decisions(recorded)).answers(COMMUNE, DISTRICT)


ASKED, ANSWERS = tasks(WORK, "p"), tasks(SAID, "c")


def test_every_item_is_answered_by_the_one_that_does_the_same_in_other_words() -> None:
    found = answered(ASKED, ANSWERS)
    assert [one.asked for one in found] == [Item(DISTRICT, "task", index) for index in range(len(WORK))]
    assert [one.best.item.index for one in found[:5] if one.best] == [0, 1, 2, 3, 4]
    assert [one.standing for one in (*found[:1], *found[2:5])] == ["answered"] * 4


def test_candidates_are_told_the_best_first_and_not_too_many() -> None:
    for one in answered(ASKED, ANSWERS):
        scores = [candidate.score for candidate in one.candidates]
        assert scores == sorted(scores, reverse=True)
        assert len(scores) == MOST < len(SAID)
        assert len({candidate.item for candidate in one.candidates}) == MOST
        assert all(0 <= candidate.said <= 1000 for candidate in one.candidates)
        assert 1 <= one.chance <= 99


def test_what_excludes_the_asked_thing_is_marked() -> None:
    asked = (task("1", "Chứng thực bản sao điện tử"),)
    (one,) = answered(asked, (task("a", "Chứng thực bản sao giấy"), task("b", "Phòng cháy rừng")))
    assert {candidate.item.index: candidate.excluded for candidate in one.candidates} == {0: True, 1: False}


def test_what_excludes_the_asked_thing_counts_for_less_and_may_still_answer() -> None:
    items = (task("1", "Chứng thực bản sao điện tử"), *ASKED[:5])
    apart = answered(items, (task("a", "Chứng thực bản sao giấy"), *ANSWERS[:5]))[0]
    alike = answered(items, (task("a", "Chứng thực bản sao điện tử"), *ANSWERS[:5]))[0]
    assert apart.best is not None
    assert alike.best is not None
    assert (apart.best.item, apart.best.excluded, alike.best.excluded) == (Item(COMMUNE, "task", 0), True, False)
    penalty = domain().wording.answers.competition.excluded
    assert penalty < 0
    assert apart.standing == standing(apart.best.score + penalty, domain().wording.answers.bands["task"])
    assert apart.chance < alike.chance


def test_targets_and_tasks_answer_one_another_each_kind_its_own_sooner() -> None:
    target = words("1", "80%", "80% hồ sơ đất đai được số hóa")
    items = (target, task("2", "Số hóa hồ sơ đất đai"), task("3", "Phòng cháy rừng"))
    of_target, of_task, _ = answered(items, items)
    assert of_target.best is not None
    assert of_target.best.item == Item(COMMUNE, "target", 0)
    assert of_task.best is not None
    assert of_task.best.item == Item(COMMUNE, "task", 0)
    of_target, *_ = answered(items, items[1:])
    assert of_target.best is not None
    assert (of_target.best.item, of_target.standing) == (Item(COMMUNE, "task", 0), "answered")


def test_an_empty_child_answers_nothing() -> None:
    found = answered((*ASKED, words("1", "80%")), ())
    assert len(found) == len(ASKED) + 1
    assert {(one.standing, one.candidates, one.best, one.settled) for one in found} == {("none", (), None, False)}


def test_of_an_empty_parent_nothing_is_asked() -> None:
    assert answered((), ANSWERS) == ()


BAND = Band(sure=-250, none=-450, middle=-350, slope=60)


@pytest.mark.parametrize(
    ("score", "expected"),
    [(0, "answered"), (-250, "answered"), (-251, "unsure"), (-450, "unsure"), (-451, "none")],
)
def test_a_score_stands_by_the_bands_of_its_kind(score: int, expected: str) -> None:
    assert standing(score, BAND) == expected


# Decisions


def named(*ids: str, asked: str = "p0", on: date = FIRST) -> Answered:
    return Answered(COMMUNE, DISTRICT, asked, ids, "Phòng CCHC", on)


def denied(*ids: str, asked: str = "p0", on: date = FIRST) -> Denial:
    return Denial(COMMUNE, DISTRICT, asked, ids, "Phòng CCHC", on)


def test_a_person_who_names_the_answer_is_believed() -> None:
    plain = answered(ASKED, ANSWERS)
    found = answered(ASKED, ANSWERS, named("c5"))
    assert found[0].best is not None
    assert found[0].best.item == Item(COMMUNE, "task", 5)
    assert [candidate.item.index for candidate in found[0].candidates] == [5]
    assert (found[0].standing, found[0].settled, found[0].chance) == ("answered", True, 99)
    assert found[1:] == plain[1:]  # of other items nothing was decided


def test_several_items_can_answer_together() -> None:
    found = answered(ASKED, ANSWERS, named("c6", "c2"))[0]
    assert {candidate.item.index for candidate in found.candidates} == {2, 6}


def test_an_item_that_does_not_answer_is_no_candidate() -> None:
    plain, found = answered(ASKED, ANSWERS)[0], answered(ASKED, ANSWERS, denied("c0"))[0]
    assert plain.best is not None
    assert plain.best.item.index == 0
    assert found.candidates == plain.candidates[1:]
    assert found.standing != "answered"
    assert found.chance < plain.chance
    assert not found.settled


def test_where_every_item_is_denied_nothing_answers() -> None:
    found = answered(ASKED[:1], ANSWERS[:2], denied("c0", "c1"))[0]
    assert (found.candidates, found.standing) == ((), "none")


@pytest.mark.parametrize("decision", [named("mất rồi"), denied("mất rồi"), named("c5", asked="mất rồi")])
def test_a_decision_about_an_item_that_is_gone_changes_nothing(decision: Decision) -> None:
    assert answered(ASKED, ANSWERS, decision) == answered(ASKED, ANSWERS)


def test_a_later_denial_takes_an_answer_back() -> None:
    found = answered(ASKED, ANSWERS, named("c5"), denied("c5", on=LATER))[0]
    assert Item(COMMUNE, "task", 5) not in {candidate.item for candidate in found.candidates}
    assert not found.settled


# Laws


def shown(found: tuple[Answer, ...], asked: tuple[Task, ...], said: tuple[Task, ...]) -> dict[str, tuple[object, ...]]:
    """Of each asked item the id that answers it best, and how it stands."""
    return {
        asked[one.asked.index].id: (said[one.best.item.index].id if one.best else None, one.standing, one.chance)
        for one in found
    }


@given(st.randoms(use_true_random=False))
def test_the_order_of_items_never_changes_which_answers_which(random: Random) -> None:
    asked, said = list(ASKED[:5]), list(ANSWERS)
    random.shuffle(asked)
    random.shuffle(said)
    found = shown(answered(tuple(asked), tuple(said)), tuple(asked), tuple(said))
    assert {item: answer[0] for item, answer in found.items()} == {f"p{n}": f"c{n}" for n in range(5)}


@given(st.lists(st.sampled_from([*WORK, *SAID]), min_size=1, max_size=8, unique=True))
def test_a_plan_answers_itself_item_by_item(texts: list[str]) -> None:
    items = tasks(tuple(texts), "x")
    for one in answered(items, items):
        assert one.best is not None
        assert (one.best.item.index, one.standing) == (one.asked.index, "answered")


def test_answers_are_worked_out_once() -> None:
    plans = {COMMUNE: plan(*ANSWERS), DISTRICT: plan(*ASKED)}
    answering = Answering(plans, domain())
    assert answering.answers(COMMUNE, DISTRICT) is answering.answers(COMMUNE, DISTRICT)


def test_which_plans_were_asked_before_never_changes_an_answer() -> None:
    plans = {f"huyen-{number}": plan(*ASKED[number % 3 :]) for number in range(12)} | {COMMUNE: plan(*ANSWERS)}
    busy = Answering(plans, domain())
    for plan_id in plans:
        busy.answers(COMMUNE, plan_id)
    for plan_id in ("huyen-0", "huyen-7", "huyen-11"):
        assert busy.answers(COMMUNE, plan_id) == Answering(plans, domain()).answers(COMMUNE, plan_id)
    again = Answering(plans, domain())
    for plan_id in reversed(list(plans)):
        assert again.answers(COMMUNE, plan_id) == busy.answers(COMMUNE, plan_id)


PRINTED = """
import msgspec
from tests.answers.test_answering import ANSWERS, ASKED, answered
print(msgspec.json.encode(answered(ASKED, ANSWERS)).hex())
"""


def test_every_run_gives_the_same_bytes_whatever_the_seed_of_its_hashes() -> None:
    outputs = set()
    for seed in ("0", "1", "4242"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        run = subprocess.run(
            [sys.executable, "-c", PRINTED], cwd=ROOT, env=environment, capture_output=True, check=True
        )
        outputs.add(run.stdout)
    assert len(outputs) == 1
    assert len(outputs.pop()) > 1000

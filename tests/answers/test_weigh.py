"""Evidence weighed: the rules weigh what there is, and a weight does what it says."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest
from hypothesis import given

from cascade.answers.pairing import Pairing
from cascade.answers.weigh import EVIDENCE, NEIGHBOURS, evidence, weigh, weighed
from cascade.answers.whole import Grid
from cascade.model.wording import AnswerRules, EvidenceRule
from cascade.model.words import Words
from tests.answers.made import PLANS, pairing, shipped, words
from tests.support import domain

RULES = domain().wording.answers


def rules(**weights: int) -> AnswerRules:
    """The shipped rules with these weights and no others; any evidence is enough."""
    evidence = {name.replace("_", "-"): EvidenceRule(weight, Words("", "")) for name, weight in weights.items()}
    competition = msgspec.structs.replace(RULES.competition, enough=0)
    return msgspec.structs.replace(RULES, evidence=evidence, competition=competition)


def scored(pair: Pairing, by: AnswerRules) -> Grid:
    return weigh(pair, by).scores


def test_the_rules_weigh_every_evidence_and_nothing_else() -> None:
    assert set(RULES.weights) == {*EVIDENCE, NEIGHBOURS}


def test_both_kinds_of_items_have_a_band_in_which_a_person_has_to_look() -> None:
    assert set(RULES.bands) == {"target", "task"}
    for band in RULES.bands.values():
        assert band.none <= band.middle <= band.sure <= 0
        assert band.slope > 0
    assert RULES.competition.other_kind <= 0


def test_evidence_is_added_by_weight() -> None:
    grids = {"same-kind": np.array([[1000, 0]]), "same-unit": np.array([[500, 1000]])}
    assert weighed(grids, rules(same_kind=300, same_unit=-100)).tolist() == [[250, -100]]
    assert weighed(grids, rules(same_kind=300)).tolist() == [[300, 0]]
    assert weighed(grids, rules()).tolist() == [[0, 0]]


@given(PLANS, PLANS)
def test_every_evidence_is_a_grid_of_thousandths(asked: tuple[str, ...], said: tuple[str, ...]) -> None:
    for name, grid in evidence(pairing(asked, said)).items():
        assert grid.shape == (len(asked), len(said)), name
        assert np.issubdtype(grid.dtype, np.integer), name
        assert np.abs(grid).max() <= 2000, name


@given(PLANS, PLANS)
def test_no_score_is_above_0(asked: tuple[str, ...], said: tuple[str, ...]) -> None:
    assert scored(pairing(asked, said), RULES).max() <= 0


@pytest.mark.parametrize("name", ["same-kind", "same-unit", "same-number", "same-measure"])
def test_what_speaks_for_an_answer_raises_it_above_one_without(name: str) -> None:
    with_it = words("a", "80%", "phí", measure="tthc.online-payment")
    plain = "phí"
    asked = (words("1", "80%", "phí", measure="tthc.online-payment"),)
    found = scored(pairing(asked, (plain, with_it)), rules(**{name: 500}))[0].tolist()
    assert found[0] > found[1]  # the target comes first


def test_neighbours_decide_between_equals() -> None:
    texts = ("công khai phí", "niêm yết giá", "hồ sơ", "trồng cây xanh")
    said = (
        "công khai phí",
        "niêm yết giá",
        "hồ sơ",
        "trồng cây xanh",
        "rừng",
        "thủ tục",
        "tin bài",
        "hồ sơ",
        "điện tử",
    )
    plain = scored(pairing(texts, said), rules(asked_said=800))
    beside = scored(pairing(texts, said), rules(asked_said=800, neighbours=200))
    assert plain[2, 2] == plain[2, 7]
    assert beside[2, 2] > beside[2, 7]


def test_the_shipped_rules_find_what_two_levels_word_differently() -> None:
    asked = ("Cập nhật, công khai TTHC", "Số hóa kết quả giải quyết TTHC", "Tập huấn nghiệp vụ một cửa")
    said = (
        "Mở lớp bồi dưỡng nghiệp vụ bộ phận một cửa",
        "Niêm yết, cập nhật thủ tục hành chính",
        "Trồng cây xanh dọc đường thôn",
        "Kết quả giải quyết thủ tục hành chính được số hóa",
    )
    found = scored(pairing(asked, said, shipped()), RULES)
    assert [int(row.argmax()) for row in found] == [1, 3, 0]


@given(PLANS, PLANS)
def test_what_the_evidence_lacks_to_be_enough_lowers_the_score(asked: tuple[str, ...], said: tuple[str, ...]) -> None:
    pair = pairing(asked, said)
    by = rules(asked_said=600, both_said=300)
    total = weighed(evidence(pair), by)
    strict = msgspec.structs.replace(by, competition=msgspec.structs.replace(by.competition, enough=700))
    assert (scored(pair, by) - scored(pair, strict) == np.maximum(700 - total, 0)).all()

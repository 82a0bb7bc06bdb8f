from __future__ import annotations

import pytest

from cascade.ingest.targets.measures import Measures
from tests.support import PAYMENT, WAITING, domain

MEASURES = Measures(domain())


@pytest.mark.parametrize("measure_id", sorted(domain().measures))
def test_every_phrase_of_a_measure_names_it_or_one_with_a_longer_phrase(measure_id: str) -> None:
    measure = domain().measures[measure_id]
    unit = "" if measure.grades else measure.unit
    for phrase in measure.phrases:
        found = MEASURES.recognise(phrase, unit)
        assert found is not None, phrase
        assert found.sure == 1.0
        assert MEASURES.normal(found.phrase) in MEASURES.normal(phrase)


def test_a_measure_is_found_within_other_words() -> None:
    phrase = domain().measures[PAYMENT].phrases[0]
    found = MEASURES.recognise(f"Tại xã Mẫu, {phrase} của huyện Thử", "%")
    assert found is not None
    assert found.measure.id == PAYMENT


def test_the_unit_rules_out_other_measures() -> None:
    phrase = domain().measures[WAITING].phrases[0]
    found = MEASURES.recognise(phrase, "hạng", phrases_only=True)
    assert found is None or found.measure.id != WAITING


def test_a_phrase_lacking_a_word_is_less_sure() -> None:
    phrase = max((one for one in domain().measures[PAYMENT].phrases if "…" not in one), key=len)
    head, _, last = phrase.rpartition(" ")
    whole = MEASURES.recognise(phrase, "%", among=frozenset({PAYMENT}))
    torn = MEASURES.recognise(f"{last} {head}", "%", among=frozenset({PAYMENT}))
    assert whole is not None
    assert torn is not None
    assert torn.sure < whole.sure


@pytest.mark.parametrize("text", ["", "xã Mẫu", "khen thưởng thôn văn hóa"])
def test_other_words_are_no_measure(text: str) -> None:
    assert MEASURES.recognise(text, "%") is None


def test_only_the_measures_asked_for_are_found() -> None:
    phrase = domain().measures[PAYMENT].phrases[0]
    assert MEASURES.recognise(phrase, "%", among=frozenset()) is None


def test_abbreviations_are_spelt_out_and_spellings_made_one() -> None:
    assert MEASURES.normal("TTHC,  của XÃ") == "thủ tục hành chính của xã"


def test_asking_again_gives_the_same() -> None:
    phrase = domain().measures[PAYMENT].phrases[0]
    assert MEASURES.recognise(phrase, "%") == Measures(domain()).recognise(phrase, "%")


@pytest.mark.parametrize(
    ("text", "unit", "measure"),
    [
        ("Mức độ hài lòng của người dân về đất đai đạt 85%", "%", "tthc.satisfaction-land"),
        ("không dưới 88% hài lòng về TTHC đất đai, xây dựng", "%", "tthc.satisfaction-land"),
        ("Mức độ hài lòng về giải quyết TTHC đạt 85%", "%", "tthc.satisfaction"),
        ("Người dân hài lòng với dịch vụ y tế công lập", "%", "service.satisfaction-health-education"),
        ("Người dân đến giao dịch chờ không quá 10 phút", "phút", WAITING),
    ],
)
def test_a_phrase_may_have_a_gap_and_the_longest_that_is_said_decides(text: str, unit: str, measure: str) -> None:
    found = MEASURES.recognise(text, unit)
    assert found is not None
    assert (found.measure.id, found.sure) == (measure, 1.0)


def test_a_gap_is_no_longer_than_a_few_words() -> None:
    far = " của" * 40
    assert MEASURES.recognise(f"hài lòng{far} đất đai", "%", phrases_only=True) is None

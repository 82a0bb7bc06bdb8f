"""Two invented documents audited together: what the one falls short of is found, whatever its title says."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from cascade.audit import audit
from cascade.ingest.submitted import submitted
from cascade.reading.plans import read_corpus
from tests.support import domain

FOLDER = Path(__file__).parent.parent / "cases" / "36-pair-title-word-hides-the-parent"


@pytest.mark.parametrize("pair", ["A", "B"])
def test_the_targets_of_a_commune_below_those_of_its_province_are_found(pair: str) -> None:
    corpus = read_corpus([FOLDER / pair], domain(), None, submitted(domain()))
    assert corpus.faults == ()
    child = next(name for name, file in corpus.plans.items() if file.plan.level == "commune")
    parent = next(name for name, file in corpus.plans.items() if file.plan.level == "province")
    cited = yaml.safe_load(FOLDER.with_suffix(".expected.yaml").read_text(encoding="utf-8"))["citations"]
    found = corpus.plans[child].plan.citations
    assert [(one.number, one.date, one.issuer, one.role) for one in found] == [
        (one["number"], one["date"], one["issuer"], one["role"]) for one in cited
    ]
    every = (judged.finding for judged in audit(corpus, domain()).findings)
    weaker = [one for one in every if one.rule == "weaker-target"]
    assert sorted((str(one.child_value), str(one.parent_value)) for one in weaker) == [("80%", "90%"), ("95%", "98%")]
    assert {one.against.plan for one in weaker if one.against} == {parent}

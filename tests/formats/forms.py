"""What the tests of forms share: one result with every kind of finding, and the schemas that forms are held to."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from lxml import etree

from cascade.audit import audit
from cascade.checks.registry import CHECKS
from cascade.examples import example_plans
from cascade.model.plan import Citation
from cascade.model.rule import Example, Sketch
from cascade.model.words import Words
from cascade.reading.plans import Corpus, PlanFile, read_corpus
from cascade.reading.rules import read_rules
from cascade.result.fill import EVERYTHING, fill
from cascade.result.result import Result
from tests.hostile import TEXTS, hostile
from tests.support import ROOT, audited, commune, domain, linked, target, task

SCHEMAS = Path(__file__).parent / "schemas"
OFFICIAL = Path(os.environ["OFFICIAL_SCHEMAS"]) if "OFFICIAL_SCHEMAS" in os.environ else None
MANY = 40


@cache
def golden() -> Result:
    """The corpus of the golden reports: every kind of finding, and a file that cannot be read."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT / "tests/golden/corpus")
        return fill(audit(read_corpus([Path("data")], domain()), domain()), EVERYTHING)


@cache
def hostile_result(name: str) -> Result:
    """A commune and a district that say one of `TEXTS` wherever they may."""
    return fill(hostile(TEXTS[name]), EVERYTHING)


@cache
def clean() -> Result:
    """A district and a commune in which nothing is found."""
    both = Sketch(tasks=(task("1", "Công khai TTHC", area=2, lead=("UBND các xã",)),))
    return msgspec.structs.replace(fill(audited(linked(both, both))), findings=(), not_compared=(), rules={})


@cache
def many() -> Result:
    """As many communes as `MANY`, none of which does what the district asks of them."""
    asked = Sketch(
        tasks=tuple(task(str(n), f"Báo cáo kết quả {name}", lead=("UBND các xã",)) for n, name in enumerate("ABC"))
    )
    cited = Citation(role="basis", number="01/KH-UBND", issuer="UBND huyện Thử")
    below = (
        commune(f"Mẫu{n}", id=f"xa-mau-{n}", citations=(cited,), tasks=(task("1", "Trồng hoa", area=7),))
        for n in range(MANY)
    )
    return fill(audited(linked(asked, None, *below)), EVERYTHING)


@cache
def own_rules() -> Result:
    """A commune that breaks each sample of one's own rules, and a target of all communes that two do not promise."""
    samples = read_rules([ROOT / "examples/rules"], CHECKS).domain
    assert samples is not None
    asked = Sketch(targets=(target("1", "100%", None, text="100% xã có Tổ công nghệ số cộng đồng"),))
    cited = Citation(role="basis", number="01/KH-UBND", issuer="UBND huyện Thử")
    tasks = (task("1", "Báo cáo định kỳ", due="Tháng 12"), task("2", "Bố trí ghế ở Bộ phận Một cửa"))
    below = (commune(name, citations=(cited,), tasks=tasks) for name in ("Khác", "Nữa"))
    placed = example_plans(Example(about=Words("", ""), parent=asked, others=tuple(below)))
    files = {plan_id: PlanFile(plan_id, file, plan, {}) for plan_id, (plan, file) in placed.items()}
    return fill(audit(Corpus(files, ()), samples), EVERYTHING)


def validator(name: str) -> jsonschema.protocols.Validator:
    """What holds a value to one of our schemas."""
    return _validator(SCHEMAS / name)


def _validator(path: Path) -> jsonschema.protocols.Validator:
    schema = json.loads(path.read_text("utf-8"))
    kind: Any = jsonschema.validators.validator_for(schema)
    made: jsonschema.protocols.Validator = kind(schema)
    return made


def validators(name: str) -> list[jsonschema.protocols.Validator]:
    """Ours, and the official one where it is at hand."""
    paths = [SCHEMAS / name] + ([OFFICIAL / name] if OFFICIAL and (OFFICIAL / name).exists() else [])
    return [_validator(path) for path in paths]


def xml_schemas(name: str) -> list[etree.XMLSchema]:
    """Ours, and the official one where it is at hand."""
    paths = [SCHEMAS / name] + ([OFFICIAL / name] if OFFICIAL and (OFFICIAL / name).exists() else [])
    return [etree.XMLSchema(etree.parse(str(path))) for path in paths]

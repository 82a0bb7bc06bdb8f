"""The report as JSON: keys that are there only where there is something to say."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import msgspec

from cascade.documents.document import Printed
from cascade.formats.audit_json import render
from cascade.formats.schemas import report_schema
from cascade.model.decision import Waiver
from cascade.result.result import Result
from tests.formats.forms import clean, golden, many
from tests.support import domain


def report(result: Result) -> Any:
    made = json.loads(render(result, "vi"))
    jsonschema.validate(made, report_schema(domain(), "en"))
    return made


def test_it_is_what_its_schema_says() -> None:
    for result in (golden(), many(), clean()):
        report(result)


def test_printed_words_stand_beside_the_item_that_they_are_of() -> None:
    assert "printed" not in json.dumps(report(golden()))
    finding = next(one for one in golden().findings if one.of_two and not one.lacks)
    assert finding.against is not None
    item = msgspec.structs.replace(finding.item, printed=Printed("như đã in", "changed"))
    against = msgspec.structs.replace(finding.against, printed=Printed("", "missing"))
    told = msgspec.structs.replace(finding, item=item, against=against)
    (entry,) = report(msgspec.structs.replace(golden(), findings=(told,)))["findings"]
    assert entry["printed"] == "như đã in"
    assert "printed" not in entry["against"]


def test_a_waiver_says_who_why_by_what_and_until_when() -> None:
    waiver = Waiver(
        "p", "r", "được đồng ý", "Phòng CCHC", date(2026, 1, 12), document="15/TB-UBND", until=date(2026, 12, 31)
    )
    told = msgspec.structs.replace(golden().findings[0], waived=waiver)
    (entry,) = report(msgspec.structs.replace(golden(), findings=(told,)))["findings"]
    said = {"reason": "được đồng ý", "document": "15/TB-UBND", "until": "2026-12-31", "by": "Phòng CCHC"}
    assert entry["waived"] == said


def test_an_error_has_a_code_beside_its_words() -> None:
    assert {error["code"] for error in report(golden())["errors"]} == {"expected", "missing-key", "unknown-key"}


def test_the_committed_schema_is_that_of_the_types() -> None:
    committed = json.loads((Path(__file__).parents[2] / "docs/report.schema.json").read_text("utf-8"))
    assert committed == report_schema(domain(), "vi")

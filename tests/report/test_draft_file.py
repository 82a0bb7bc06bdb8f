"""Drafts as files: what is written is read back as it was, by either writer."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cascade.documents.read import read_document
from cascade.ingest.draft import Draft, read_draft
from cascade.reading.plans import known_names, read_plan
from cascade.report.draft_file import draft_json, draft_tree, draft_yaml, plan_yaml
from tests.cli.documents import COMMUNE
from tests.support import domain


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Draft:
    path = tmp_path_factory.mktemp("documents") / "xa.txt"
    path.write_text(COMMUNE, "utf-8")
    return read_draft(read_document(path), domain())


def test_a_written_draft_is_read_back_as_the_plan_that_it_is(draft: Draft) -> None:
    read = read_plan(
        Path("mau-2021-2025.yaml"), "mau-2021-2025.yaml", known_names(domain()), draft_yaml(draft).encode()
    )
    assert read.faults == []
    assert read.plan is not None
    assert read.plan.plan == draft.plan


def test_the_json_form_is_one_line_that_says_the_same(draft: Draft) -> None:
    text = draft_json(draft)
    assert text.count("\n") == 1
    tree = json.loads(text)
    written = yaml.safe_load(draft_yaml(draft))
    assert [item["lines"] for item in tree["targets"]] == [[19, 19], [20, 20]]
    assert [item["lines"] for item in written["targets"]] == [19, 20]
    assert [item["value"] for item in tree["targets"]] == [item["value"] for item in written["targets"]]
    assert tree["issued"] == written["issued"].isoformat()


def test_every_item_says_its_lines_and_confidence(draft: Draft) -> None:
    tree = draft_tree(draft)
    for name in ("citations", "targets", "tasks"):
        assert tree[name], name
        for item in tree[name]:
            assert {"lines", "confidence"} <= set(item), item


def test_whom_a_plan_addresses_is_written_where_it_was_read(draft: Draft) -> None:
    told = msgspec.structs.replace(draft, addressed=("Các phòng, ban", "UBND các xã"))
    assert yaml.safe_load(draft_yaml(told))["addressed"] == ["Các phòng, ban", "UBND các xã"]
    assert "addressed" not in draft_tree(msgspec.structs.replace(draft, addressed=()))


def test_what_the_head_lacks_is_null_and_present(draft: Draft) -> None:
    tree = json.loads(draft_json(draft))
    assert {"title", "number", "type", "level", "issuer", "place", "issued", "period"} <= set(tree)
    assert "year" not in tree


TEXT = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), max_codepoint=0xFFFF), max_size=300)


@given(TEXT, TEXT)
def test_either_writer_of_yaml_writes_what_is_read_back(one: str, other: str) -> None:
    tree = {"schema": "plan/1", "targets": [{"id": "1", "text": one, "doubt": other}]}
    assert yaml.safe_load(plan_yaml(tree)) == tree


def test_both_writers_of_yaml_write_the_same_bytes(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = draft_yaml(draft)
    monkeypatch.delattr(yaml, "CSafeDumper", raising=False)
    assert draft_yaml(draft) == quick

"""A plan file in the folder of another level."""

from __future__ import annotations

import pytest

from cascade.audit import context_of
from cascade.model.rule import Sketch
from tests.support import COMMUNE, domain, found, linked


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("data/commune/xa-mau-2023.yaml", False),
        ("xa-mau-2023.yaml", False),
        ("district/xa-mau-2023.yaml", True),
        ("/srv/commune/nop/district/xa-mau-2023.yaml", True),
        ("/srv/district/nop/commune/a/b/xa-mau-2023.yaml", False),
        ("data/commune/district.yaml", False),  # a file's own name is no folder
    ],
)
def test_the_nearest_folder_with_the_name_of_a_level_decides(file: str, told: bool) -> None:
    context = context_of(linked(None, Sketch()).plans, domain(), {COMMUNE: file})
    assert len(found(context, "misplaced-file")) == told

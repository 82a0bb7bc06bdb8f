"""A few of the moments at which `python -m benchmarks.faults` kills real commands."""

from __future__ import annotations

import sys

import pytest

from benchmarks.faults import SCENES, disturbed

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are not seen from outside here")


def test_a_call_that_is_killed_leaves_nothing_half_done_and_the_next_is_right() -> None:
    assert list(disturbed(SCENES[0], 1, 5)) == []

"""What all tests share: the same generated cases on every machine, no clock that could fail one, and no cache."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("cascade", max_examples=30, deadline=None, derandomize=True, database=None)
settings.register_profile("mutation", settings.get_profile("cascade"), max_examples=5)
settings.load_profile("cascade")
os.environ["CASCADE_CACHE"] = ""  # of the calls that tests make, too

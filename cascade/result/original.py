"""A submitted document that a report is written into: its bytes, and where in it each line of the plan stands."""

from __future__ import annotations

import msgspec


class Original(msgspec.Struct, frozen=True):
    """A Word document as it was submitted. `paragraphs`: for each line of the document as it was read the number of
    its paragraph, from 0 among all of the main part; None where it has none of its own."""

    name: str
    data: bytes
    paragraphs: tuple[int | None, ...]

"""What was worked out before, as long as it is not too much: plans say and ask the same again and again."""

from __future__ import annotations

from typing import TypeVar

Asked = TypeVar("Asked")
Found = TypeVar("Found")
MOST = 20_000
"""So many answers are remembered; then all are forgotten, and the next are."""


class Remembered(dict[Asked, Found]):
    """A dict that never holds more than `MOST` entries."""

    def __setitem__(self, asked: Asked, found: Found) -> None:
        if len(self) >= MOST:
            self.clear()
        super().__setitem__(asked, found)

"""Which texts name only a topic."""

from __future__ import annotations

import unicodedata

import pytest

from cascade.verdicts.generality import Generality
from tests.support import domain

GENERALITY = Generality(domain().wording.general)


@pytest.mark.parametrize(
    ("text", "general"),
    [
        ("Tăng cường công tác cải cách hành chính", True),
        ("Tiếp tục nâng cao chất lượng", True),
        ("  Thực hiện tốt  công tác cải cách", True),
        ("Đẩy mạnh cải cách thủ tục hành chính", True),
        ("Duy trì 2 cuộc họp giao ban", False),  # a number is concrete
        ("Tiếp tục nâng cao chất lượng 2", False),
        ("Tăng cường niêm yết thủ tục", False),  # so is a definite act
        ("Niêm yết thủ tục hành chính", False),  # no general verb opens it
        ("Lập danh mục, tiếp tục rà soát", False),
        ("Tiếp tục làm tốt công tác báo cáo", True),  # but not as the name of a topic
        ("Tiếp tục làm tốt công tác báo cáo, niêm yết thủ tục", False),
        ("", False),
    ],
)
def test_a_text_that_holds_nothing_definite_is_general(text: str, general: bool) -> None:
    assert GENERALITY.is_general(text) is general
    assert GENERALITY.is_general(unicodedata.normalize("NFD", text)) is general

from __future__ import annotations

import errno
import os

import pytest

from cascade.model.refused import refused
from cascade.model.words import Words


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            OSError(errno.ENOENT, "x"),
            Words("không có tệp hay thư mục này", "there is no such file or folder"),
        ),
        (PermissionError(errno.EACCES, "x"), Words("không có quyền", "permission is denied")),
        (OSError(errno.ENOSPC, "x"), Words("hết chỗ trên đĩa", "no space is left on the disk")),
        (OSError(9999, "x"), Words("hệ thống từ chối (mã lỗi 9999)", "the system refused (error 9999)")),
        (OSError("x"), Words("hệ thống từ chối (mã lỗi OSError)", "the system refused (error OSError)")),
        (ValueError("x"), Words("tên hoặc đường dẫn không dùng được", "no such name or path can be")),
    ],
)
def test_why_the_system_refused_is_said_in_our_words(error: OSError | ValueError, said: Words) -> None:
    assert refused(error) == said


def test_the_words_of_the_system_are_never_repeated() -> None:
    known = [OSError(number, os.strerror(number)) for number in errno.errorcode]
    assert not [error for error in known if error.strerror in (refused(error).vi, refused(error).en)]

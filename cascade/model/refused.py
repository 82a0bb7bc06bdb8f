"""Why the system refused a file, in both languages: its own words are in one, and differ from system to system."""

from __future__ import annotations

import errno

from cascade.model.words import Words

_FULL = Words("hết chỗ trên đĩa", "no space is left on the disk")
_NAME = Words("tên hoặc đường dẫn không dùng được", "no such name or path can be")
_WHY = {
    errno.ENOENT: Words("không có tệp hay thư mục này", "there is no such file or folder"),
    errno.EACCES: Words("không có quyền", "permission is denied"),
    errno.EPERM: Words("không có quyền", "permission is denied"),
    errno.EROFS: Words("nơi này chỉ cho đọc", "the place is read-only"),
    errno.EISDIR: Words("đây là thư mục", "it is a folder"),
    errno.ENOTDIR: Words("trong đường dẫn có phần không phải thư mục", "a part of the path is no folder"),
    errno.ENAMETOOLONG: Words("tên quá dài", "the name is too long"),
    errno.EINVAL: _NAME,
    errno.ELOOP: Words("liên kết dẫn vòng về chính nó", "the link leads to itself"),
    errno.ENOSPC: _FULL,
    errno.EFBIG: Words("tệp quá lớn", "the file is too large"),
    errno.EBUSY: Words("tệp đang được dùng", "it is in use"),
    errno.EIO: Words("lỗi đọc hoặc ghi của thiết bị", "the device failed to read or write"),
    errno.EPIPE: Words("đầu nhận đã đóng", "the receiving end is closed"),
    errno.EBADF: Words("đầu ra đã đóng", "the output is closed"),
} | ({errno.EDQUOT: _FULL} if hasattr(errno, "EDQUOT") else {})
_OTHER = Words("hệ thống từ chối (mã lỗi {number})", "the system refused (error {number})")


def refused(error: OSError | ValueError) -> Words:
    """Why a file could not be opened, read or written; a ValueError is of a path that cannot be one."""
    if not isinstance(error, OSError):
        return _NAME
    return _WHY.get(error.errno or 0) or _OTHER.filled(number=error.errno or type(error).__name__)

"""Office files as the same bytes on every machine: no time of writing in them, and marked as ours."""

from __future__ import annotations

import zipfile
from datetime import datetime
from io import BytesIO

from cascade.reading.reports import PACKED

WRITTEN = datetime(*PACKED)
"""What stands where a file says when it was made."""


def packed(data: bytes) -> bytes:
    """The same package with every part packed at one time."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for part in given.infolist():
            info = zipfile.ZipInfo(part.filename, PACKED)
            info.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(info, given.read(part))
    return out.getvalue()

"""The published instrument is open to every role."""

from __future__ import annotations

from tests.make import prasyarat as make
from tests.permission_rows import row

ROWS = {"instrument GET": row(200, baru=403)}


def kwargs(world) -> dict[str, dict[str, object]]:
    make.instrument()
    return {}

"""What ends, who moved, who is missing."""

from __future__ import annotations

from tests.permission_rows import row

ROWS = {
    "decree-expiry GET": row(200, admin=403, baru=403),
    "decree-coverage GET": row(200, ratih=403, dewi=403, hasan=403, baru=403),
}


def kwargs(world) -> dict[str, dict[str, object]]:
    return {}

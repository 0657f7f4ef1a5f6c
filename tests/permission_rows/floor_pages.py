"""Pages of words and the phone's menu."""

from __future__ import annotations

from tests.permission_rows import row

PUBLIC = row(200, anonymous=200)

ROWS = {
    "help GET": PUBLIC,
    "about GET": PUBLIC,
    "privacy GET": PUBLIC,
    "accessibility GET": PUBLIC,
    "menu GET": row(200),
    "beranda GET": row(200, baru=403),
}


def kwargs(world) -> dict[str, dict[str, object]]:
    return {}

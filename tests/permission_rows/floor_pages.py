"""Pages of words, the phone's menu, home and roll-up."""

from __future__ import annotations

from tests.permission_rows import row

PUBLIC = row(200, anonymous=200)

ROWS = {
    "help GET": PUBLIC,
    "about GET": PUBLIC,
    "privacy GET": PUBLIC,
    "accessibility GET": PUBLIC,
    "menu GET": row(200),
    "gender-indices GET": row(200, baru=403),
    "beranda GET": row(200, baru=403),
    "rollup GET": row(200, ratih=403, dewi=403, hasan=403, baru=403),
}


def kwargs(world) -> dict[str, dict[str, object]]:
    return {}

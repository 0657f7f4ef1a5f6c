"""An office answers for itself, Bappeda and the sekretariat review it."""

from __future__ import annotations

from pug_portal.lib.clock import today
from tests.permission_rows import row

OFFICE = row(403, siti=200, joko=200, ratih=200, hasan=200, yusuf=200)
OFFICE |= {"dewi": 404, "budi": 404, "prov": 404}

ROWS = {
    "cascade GET": row(200, wati=403, admin=403, baru=403),
    "cascade-office GET": OFFICE,
    # Nothing typed: nothing is written.
    "cascade-office POST": {
        **OFFICE,
        "siti": 302,
        "joko": 302,
        "ratih": 302,
        "hasan": 403,
        "yusuf": 403,
    },
}


def kwargs(world) -> dict[str, dict[str, object]]:
    return {"cascade-office": {"opd": world.dinkes.pk, "year": today().year + 1}}

"""Settings of a region."""

from __future__ import annotations

import datetime as dt

from pug_portal.identity.moving import move_region
from pug_portal.lib.clock import today
from pug_portal.regions.models import Level
from tests.make import pug_portal as make
from tests.permission_rows import row

# «prov» is the province's sekretariat: it changes the province's own settings alone.
OF_BLORA = row(403, siti=200, admin=200)
# Who knows both provinces.
OF_THE_NATION = row(403, admin=200)

ROWS = {
    "region-list GET": row(403, siti=302, prov=302, admin=200),
    "region-settings GET": OF_BLORA,
    "region-settings POST": {
        name: 422 if code == 200 else code for name, code in OF_BLORA.items()
    },
    "region-move GET": OF_THE_NATION,
    "region-move POST": {**OF_THE_NATION, "admin": 422},
    "region-move-undo POST": {**OF_THE_NATION, "admin": 302},
}


def kwargs(world) -> dict[str, dict[str, object]]:
    east = make.region("35", "Provinsi Jawa Timur", Level.PROVINCE, world.nation)
    move = move_region(
        region=world.blora,
        to=east,
        starts_on=today() + dt.timedelta(days=90),
        new_code="35.80",
        legal_basis="UU 1/2026",
        by=world.admin,
    )
    code = {"code": world.blora.code}
    return {
        "region-settings": code,
        "region-move": code,
        "region-move-undo": {"pk": move.pk},
    }

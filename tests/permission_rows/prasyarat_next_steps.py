"""What to fix next in Blora: the list, one line of the plan (KEL-1), one award level."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from prasyarat.next_steps.level_actions import record_level
from prasyarat.next_steps.plan_actions import add_action
from pug_portal.lib.clock import today
from tests.make import prasyarat as make
from tests.permission_rows import row

READERS = row(200, admin=403, baru=403)
DESK = row(403, siti=200, joko=200, budi=200, prov=200)
OPD_DESK = row(403, siti=200, joko=200, budi=404, prov=404)
# One line of Blora's plan: a neighbour has no such line, the province may not change it.
OWN = row(403, siti=200, joko=200, budi=404, prov=403)
OWN_BAD = row(403, siti=422, joko=422, budi=404, prov=403)
# Siti comes first: for Joko it is gone.
REMOVED = row(403, siti=302, joko=404, budi=404, prov=404)
ADMIN = row(403, admin=200)

ROWS = {
    "next-steps GET": READERS,
    "opd-next-steps GET": row(
        404,
        siti=200,
        joko=200,
        ratih=200,
        hasan=200,
        wati=200,
        yusuf=200,
        prov=404,
        admin=403,
        baru=403,
    ),
    "gap-plan GET": READERS,
    "gap-plan-pdf GET": READERS,
    "gap-action-add GET": DESK,
    "gap-action-add POST": {k: 422 if v == 200 else v for k, v in DESK.items()},
    # An office of Blora: others do not know it.
    "opd-gap-action-add GET": OPD_DESK,
    "opd-gap-action-add POST": {k: 422 if v == 200 else v for k, v in OPD_DESK.items()},
    "gap-action-change GET": OWN,
    "gap-action-change POST": OWN_BAD,
    "gap-action-remove POST": REMOVED,
    "award-levels GET": ADMIN,
    "award-levels POST": row(403, admin=422),
    "award-level-remove POST": row(403, admin=302),
}


def kwargs(world) -> dict[str, dict[str, object]]:
    item = make.item("KEL-1", world.blora)
    made = add_action(
        region=world.blora,
        indicator=item.indicator,
        step="Menetapkan SK Pokja",
        opd=world.dinsos,
        owner="",
        due_on=today() + dt.timedelta(days=30),
        programme_line="",
        by=world.siti,
    )
    level = record_level(
        instrument=item.indicator.prerequisite.instrument,
        name="Contoh",
        from_score=Decimal(50),
        source="Surat contoh",
        source_date=dt.date(2024, 1, 2),
        by=world.admin,
    )
    return {
        "opd-next-steps": {"pk": world.dinkes.pk},
        "gap-action-add": {"kode": "KEL-1"},
        "opd-gap-action-add": {"pk": world.dinkes.pk, "kode": "KEL-4"},
        "gap-action-change": {"pk": made.pk},
        "gap-action-remove": {"pk": made.pk},
        "award-level-remove": {"pk": level.pk},
    }

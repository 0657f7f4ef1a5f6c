"""A handover is recorded by the sekretariat and read by the two people and the desk."""

from __future__ import annotations

from tests.make import focal_points as make_fp
from tests.make import handover as make
from tests.permission_rows import row

EDITORS = row(403, siti=200)
# Ratih handed her work to Intan; Baru, Budi and the others have no part in it.
READERS = row(404, siti=200, ratih=200)

ROWS = {
    "handover-add GET": EDITORS,
    "handover-add POST": {**EDITORS, "siti": 422},
    "handover-detail GET": READERS,
    "handover-pdf GET": READERS,
}


def kwargs(world) -> dict[str, dict[str, object]]:
    made = {"pk": make.handed_over(make.of(world.ratih)).pk}
    return {
        "handover-add": {"pk": make_fp.appointment(world.dinkes).pk},
        "handover-detail": made,
        "handover-pdf": made,
    }

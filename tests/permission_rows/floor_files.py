"""Private files."""

from __future__ import annotations

import uuid

from tests.permission_rows import row

NOT_THERE = uuid.UUID(int=7)

# Who may bring files at all; without a key of one's own nothing is taken.
PART = row(403, siti=422, joko=422, ratih=422, dewi=422, budi=422, prov=422)

ROWS = {
    "file-part GET": PART,
    "file-part POST": PART,
    # A file on which no slice's gate says yes does not exist for anyone.
    "file-download GET": row(404),
    "file-view GET": row(404),
    "file-delete GET": row(403, siti=404, prov=404),
    "file-delete POST": row(403, siti=404, prov=404),
}


def kwargs(world) -> dict[str, dict[str, object]]:
    return {
        "file-download": {"pk": NOT_THERE},
        "file-view": {"pk": NOT_THERE},
        "file-delete": {"pk": NOT_THERE},
    }

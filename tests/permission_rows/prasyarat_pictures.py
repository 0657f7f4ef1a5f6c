"""Pictures and comparison of Blora's scores; nothing is answered, so nothing is slow."""

from __future__ import annotations

from tests.make import prasyarat as make
from tests.permission_rows import row

READERS = row(200, admin=403, baru=403)

ROWS = {
    "score-pictures GET": READERS,
    "score-compare GET": READERS,
    "region-scores GET": READERS,
}


def kwargs(world) -> dict[str, dict[str, object]]:
    make.answer_at("draf", make.item("KEL-1", world.blora), world.siti)
    return {}

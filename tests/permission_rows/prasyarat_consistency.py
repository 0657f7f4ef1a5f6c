"""Consistency of Blora's data: its desk; a province reads the counts of those below."""

from __future__ import annotations

from tests.make import prasyarat as make
from tests.permission_rows import row

ROWS = {"consistency GET": row(403, siti=200, joko=200, budi=200, prov=200)}


def kwargs(world) -> dict[str, dict[str, object]]:
    make.answer_at("diajukan", make.item("KEL-1", world.blora), world.siti)
    return {}

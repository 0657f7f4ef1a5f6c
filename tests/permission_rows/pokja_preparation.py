"""«Persiapan rapat» of Blora: for the desk that keeps the meeting, nobody else."""

from __future__ import annotations

from tests.make import letters as make_letters
from tests.make import meetings as make
from tests.permission_rows import row

DESK = row(403, siti=200, joko=200, budi=404, prov=404)
# An empty post: the form comes back with what is missing.
DESK_POST = row(403, siti=422, joko=422, budi=404, prov=404)

ROWS = {
    "meeting-prepare GET": DESK,
    "prepare-facts GET": DESK,
    "prepare-facts POST": DESK_POST,
    "prepare-outcomes GET": DESK,
    "prepare-outcomes POST": DESK_POST,
    "prepare-agenda GET": DESK,
    "prepare-agenda POST": DESK_POST,
    # Nothing chosen: refused with a message on the page.
    "prepare-lay POST": row(403, siti=302, joko=302, budi=404, prov=404),
    "prepare-invitees GET": DESK,
    "prepare-invitees POST": DESK_POST,
    "prepare-letter GET": DESK,
    "prepare-letter POST": DESK_POST,
}


def kwargs(world) -> dict[str, dict[str, object]]:
    planned = make.meeting_at(
        "rencana", world, held=make_letters.HELD, is_past_entry=False
    )
    return {row.split()[0]: {"pk": planned.pk} for row in ROWS}

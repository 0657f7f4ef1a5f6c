"""The list by name of a meeting of Blora, and the public door without a living code."""

from __future__ import annotations

from pokja.attendance import actions
from pokja.attendance.people import Person
from pokja.meetings.correction_actions import open_correction
from tests.make import meetings as make
from tests.make.attendance import settled_by_name
from tests.permission_rows import row

DESK = row(403, siti=200, joko=200, budi=404, prov=404)
DESK_POST = row(403, siti=422, joko=422, budi=404, prov=404)
DESK_MOVE = row(403, siti=302, joko=302, budi=404, prov=404)
OPEN = row(200, anonymous=200)
NO_CODE = row(410, anonymous=410)

ROWS = {
    "attendance-list GET": DESK,
    "attendance-list POST": DESK_MOVE,
    "attendance-prefill POST": DESK_MOVE,
    "attendance-sheet GET": DESK,
    "participant-add GET": DESK,
    "participant-add POST": DESK_POST,
    "participant-mark GET": DESK,
    # Nothing chosen means «belum dicatat», which is an answer.
    "participant-mark POST": DESK_MOVE,
    "participant-change GET": DESK,
    "participant-change POST": DESK_POST,
    "participant-remove GET": DESK,
    # Siti comes first and removes the row; for Joko it is gone.
    "participant-remove POST": {**DESK_MOVE, "joko": 404},
    "check-in-strike GET": DESK,
    "check-in-strike POST": DESK_POST,
    # The province may look, but keeps nothing of this region.
    "correction-people GET": row(403, siti=200, joko=200, budi=404),
    # Nothing sent: everybody stays as he stands.
    "correction-people POST": row(403, siti=302, joko=302, budi=404),
    # The meeting was held on another day: back to the list, with the reason.
    "check-in-screen GET": DESK_MOVE,
    "check-in-open POST": DESK_MOVE,
    "check-in-close POST": DESK_MOVE,
    "check-in-code GET": OPEN,
    "check-in-done GET": OPEN,
    "check-in GET": NO_CODE,
    "check-in POST": NO_CODE,
}


def kwargs(world) -> dict[str, dict[str, object]]:
    meeting = make.meeting_at("berlangsung", world, title="Rapat dengan daftar")
    chairs = {
        name: actions.add_participant(
            meeting=meeting,
            person=Person(name, "P", "Staf", world.dinkes),
            by=world.siti,
        )
        for name in ("Ani", "Beti")
    }
    named = settled_by_name(world)
    correction = open_correction(meeting=named, reason="Keliru", by=world.siti)
    one, gone = {"pk": chairs["Ani"].pk}, {"pk": chairs["Beti"].pk}
    of_meeting = [
        "attendance-list",
        "attendance-prefill",
        "attendance-sheet",
        "participant-add",
        "check-in-screen",
        "check-in-open",
        "check-in-close",
    ]
    return {
        **{name: {"pk": meeting.pk} for name in of_meeting},
        "participant-mark": one,
        "participant-change": one,
        "check-in-strike": one,
        "participant-remove": gone,
        "check-in": {"code": "1-AAAA-AAAA"},
        "correction-people": {"pk": correction.pk},
    }

"""Appointments: an OPD's people see their own OPD's, the sekretariat makes them."""

from __future__ import annotations

from focal_points.appointments.sheet import AppointmentImporter
from tests.make import focal_points as make
from tests.make.imports import upload
from tests.permission_rows import row

READERS = row(200, wati=403, yusuf=403, baru=403)
# The appointment of the address is one of Dinkes in Blora: Dewi is of another OPD.
OF_DINKES = {**READERS, "dewi": 404, "budi": 404}
EDITORS = row(403, siti=200, prov=200)
EDITORS_OF_BLORA = row(403, siti=200)

UPLOADER = row(403, siti=200, prov=404)


def sent(answers: dict[str, int], done: int = 422) -> dict[str, int]:
    return {name: done if code == 200 else code for name, code in answers.items()}


ROWS = {
    # Who may type a person; without a word typed nobody is likely.
    "person-alike POST": row(403, siti=200, joko=200, budi=200, prov=200),
    "appointment-list GET": READERS,
    "appointment-detail GET": OF_DINKES,
    "appointment-add GET": EDITORS,
    "appointment-add POST": sent(EDITORS),
    "appointment-edit GET": EDITORS_OF_BLORA,
    "appointment-edit POST": sent(EDITORS_OF_BLORA),
    "appointment-decree GET": EDITORS_OF_BLORA,
    "appointment-decree POST": sent(EDITORS_OF_BLORA),
    "appointment-end GET": EDITORS_OF_BLORA,
    "appointment-end POST": sent(EDITORS_OF_BLORA),
    "appointment-account GET": EDITORS_OF_BLORA,
    "appointment-account POST": sent(EDITORS_OF_BLORA),
    "appointment-link POST": sent(EDITORS_OF_BLORA, done=302),
    "appointment-sheet GET": EDITORS,
    "appointment-sheet POST": sent(EDITORS),
    "appointment-sheet-template GET": EDITORS,
    "appointment-sheet-data GET": EDITORS,
    # An upload is seen by the person who made it alone.
    "appointment-sheet-preview GET": UPLOADER,
    "appointment-sheet-preview POST": sent(UPLOADER),
    "appointment-sheet-marked GET": UPLOADER,
}


def kwargs(world) -> dict[str, dict[str, object]]:
    of_dinkes = {"pk": make.appointment(world.dinkes).pk}
    verbs = ("detail", "edit", "decree", "end", "account", "link")
    draft = {"draft": upload(AppointmentImporter(world.blora), world.siti).pk}
    return {
        **{f"appointment-{verb}": of_dinkes for verb in verbs},
        "appointment-sheet-preview": draft,
        "appointment-sheet-marked": draft,
    }

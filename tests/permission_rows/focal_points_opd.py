"""The OPD list: the desk reads it, sekretariat and administrator keep it."""

from __future__ import annotations

from focal_points.opd.sheet import OpdImporter
from tests.make.imports import upload
from tests.permission_rows import row

# An OPD's own people have no use for the whole list; Baru has no hat.
READERS = row(200, ratih=403, dewi=403, hasan=403, baru=403)
OF_BLORA = {**READERS, "budi": 404}
EDITORS = row(403, siti=200, prov=200, admin=200)
EDITORS_OF_BLORA = row(403, siti=200, admin=200)
SENT = {name: 422 if code == 200 else code for name, code in EDITORS.items()}
UPLOADER = row(403, siti=200, prov=404, admin=404)

ROWS = {
    "opd-list GET": READERS,
    "opd-detail GET": OF_BLORA,
    "opd-add GET": EDITORS,
    "opd-add POST": SENT,
    "opd-edit GET": EDITORS_OF_BLORA,
    "opd-edit POST": {**SENT, "prov": 403},
    "opd-sheet GET": EDITORS,
    "opd-sheet POST": SENT,
    "opd-sheet-template GET": EDITORS,
    "opd-sheet-data GET": EDITORS,
    # An upload is seen by the person who made it alone.
    "opd-sheet-preview GET": UPLOADER,
    "opd-sheet-preview POST": {**UPLOADER, "siti": 422},
    "opd-sheet-marked GET": UPLOADER,
}


def kwargs(world) -> dict[str, dict[str, object]]:
    dinkes = {"pk": world.dinkes.pk}
    draft = {"draft": upload(OpdImporter(world.blora), world.siti).pk}
    return {
        "opd-detail": dinkes,
        "opd-edit": dinkes,
        "opd-sheet-preview": draft,
        "opd-sheet-marked": draft,
    }

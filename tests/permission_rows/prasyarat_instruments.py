"""What is published is open to every role; writing and choosing is the administrator's."""

from __future__ import annotations

import uuid

from tests.make import instruments as make
from tests.permission_rows import row

READ = row(200, baru=403)
EDIT = row(403, admin=200)
SENT = row(403, admin=302)
HALF = row(403, admin=422)
NOBODY_ELSES = row(403, admin=404)
ROWS = {
    "instrument GET": READ,
    "instrument-list GET": READ,
    "instrument-detail GET": READ,
    "instrument-export GET": READ,
    "instrument-mapping GET": READ,
    "instrument-through GET": row(200, admin=403, baru=403),
    "instrument-version POST": SENT,
    "instrument-use GET": EDIT,
    "instrument-use POST": HALF,
    "instrument-map-item GET": EDIT,
    "instrument-map-item POST": HALF,
    "instrument-draft GET": EDIT,
    "draft-head GET": EDIT,
    "draft-head POST": HALF,
    "draft-prerequisite-add GET": EDIT,
    "draft-prerequisite-add POST": HALF,
    "draft-prerequisite GET": EDIT,
    "draft-prerequisite POST": HALF,
    "draft-indicator-add GET": EDIT,
    "draft-indicator-add POST": HALF,
    "draft-indicator GET": EDIT,
    "draft-indicator POST": HALF,
    "draft-publish POST": SENT,
    "draft-drop POST": SENT,
    "instrument-sheet GET": EDIT,
    "instrument-sheet POST": HALF,
    "instrument-sheet-template GET": EDIT,
    "instrument-sheet-data GET": EDIT,
    "instrument-sheet-preview GET": NOBODY_ELSES,
    "instrument-sheet-preview POST": NOBODY_ELSES,
    "instrument-sheet-marked GET": NOBODY_ELSES,
    "instrument-draft-sheet GET": EDIT,
    "instrument-draft-sheet POST": HALF,
    "instrument-draft-sheet-data GET": EDIT,
    "instrument-draft-sheet-preview GET": NOBODY_ELSES,
    "instrument-draft-sheet-preview POST": NOBODY_ELSES,
    "instrument-draft-sheet-marked GET": NOBODY_ELSES,
}


def kwargs(world) -> dict[str, dict[str, object]]:
    variant = make.variant()
    used = make.make.instrument()
    draft = make.draft(world.admin)
    one, two = {"pk": variant.pk}, {"pk": draft.pk}
    pair = {"pk": used.pk, "other": variant.pk}
    upload = {"draft": uuid.uuid4()}
    names = {name.split()[0] for name in ROWS}
    found = {name: two for name in names if name.startswith("draft-")}
    return found | {
        "instrument-detail": one,
        "instrument-export": {"pk": make.tiny().pk},
        "instrument-through": one,
        "instrument-version": one,
        "instrument-use": one,
        "instrument-mapping": pair,
        "instrument-map-item": {**pair, "kode": "KK-1"},
        "instrument-draft": two,
        "draft-prerequisite": {**two, "kode": "KK"},
        "draft-indicator": {**two, "kode": "KK-1"},
        "instrument-sheet-preview": upload,
        "instrument-sheet-marked": upload,
        "instrument-draft-sheet": two,
        "instrument-draft-sheet-data": two,
        "instrument-draft-sheet-preview": {**two, **upload},
        "instrument-draft-sheet-marked": {**two, **upload},
    }

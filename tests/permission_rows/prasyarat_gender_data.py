"""Sex-disaggregated data of Blora: KEK-1 is supplied by Dinkes, filled by Ratih.

2019 was handed in, so the desk judges it; 2018 is Ratih's draft.
"""

from __future__ import annotations

import uuid

from prasyarat.gender_data.index_actions import record_index
from pug_portal.regions.models import Index
from tests.make import gender_data as make
from tests.permission_rows import row

READERS = row(200, admin=403, baru=403)
DESK = row(403, siti=200, joko=200, budi=200, prov=200)
# A table is filled by its OPD or the sekretariat; for other regions it has other years.
FILL = row(403, siti=403, ratih=200, prov=200)
OWN_DRAFT = row(403, ratih=302, budi=403, prov=404)
JUDGE = row(403, siti=200, joko=200, budi=404, prov=404)
JUDGED = row(403, siti=422, joko=422, budi=404, prov=404)
SEKRETARIAT = row(403, siti=200, prov=200)
FILLERS = row(403, siti=200, ratih=200, dewi=200, prov=200)
NOBODY_ELSES = row(403, siti=404, ratih=404, dewi=404, prov=404)

ROWS = {
    "gender-data GET": READERS,
    "gender-table GET": READERS,
    "gender-profiles GET": READERS,
    # An empty form; who may not ask is refused before.
    "gender-profiles POST": {
        **DESK,
        "siti": 422,
        "joko": 422,
        "budi": 422,
        "prov": 422,
    },
    "gender-data-late GET": DESK,
    "gender-data-queue GET": DESK,
    "gender-duty GET": SEKRETARIAT,
    "gender-duty POST": row(403, siti=422, prov=422),
    "gender-duty-usual POST": row(403, siti=302, prov=302),
    "gender-table-entry GET": FILL,
    "gender-table-entry POST": {**FILL, "ratih": 302, "prov": 302},
    "gender-table-submit POST": row(403, siti=403, ratih=302, prov=404, dewi=403),
    "gender-table-withdraw POST": row(403, siti=302, ratih=302, prov=404),
    "gender-table-verify POST": row(403, siti=302, joko=302, budi=404, prov=404),
    "gender-table-return GET": JUDGE,
    "gender-table-return POST": JUDGED,
    "gender-sheet GET": FILLERS,
    "gender-sheet POST": {k: 422 if v == 200 else v for k, v in FILLERS.items()},
    "gender-sheet-template GET": FILLERS,
    "gender-sheet-data GET": FILLERS,
    "gender-sheet-preview GET": NOBODY_ELSES,
    "gender-sheet-preview POST": NOBODY_ELSES,
    "gender-sheet-marked GET": NOBODY_ELSES,
    "index-record GET": SEKRETARIAT,
    "index-record POST": row(403, siti=422, prov=422),
    "index-change GET": row(403, siti=200, prov=403),
    "index-change POST": row(403, siti=422, prov=403),
    "index-remove GET": row(403, siti=200, prov=403),
    "index-remove POST": row(403, siti=422, prov=403),
}


def kwargs(world) -> dict[str, dict[str, object]]:
    place = make.supplied(world.blora, world.dinkes)
    make.sent(place, world.ratih, year=2019)
    make.saved(place, world.ratih, year=2018)
    value = record_index(
        region=world.blora,
        index=Index.IDG,
        year=2019,
        method="",
        value=make.Decimal("65.59"),
        source="BPS",
        by=world.siti,
    )
    code, book = {"kode": make.TABLE}, {"tahun": 2019}
    handed_in, draft = {**code, "tahun": 2019}, {**code, "tahun": 2018}
    upload = {**book, "draft": uuid.UUID(int=1)}
    return {
        "gender-table": code,
        "gender-duty": code,
        "gender-table-entry": draft,
        "gender-table-submit": draft,
        "gender-table-withdraw": handed_in,
        "gender-table-verify": handed_in,
        "gender-table-return": handed_in,
        "gender-sheet": book,
        "gender-sheet-template": book,
        "gender-sheet-data": book,
        "gender-sheet-preview": upload,
        "gender-sheet-marked": upload,
        "index-change": {"pk": value.pk},
        "index-remove": {"pk": value.pk},
    }

"""Restructurings: the desk reads them, whoever keeps the OPD list records them."""

from __future__ import annotations

from tests.make import restructuring as make
from tests.permission_rows import row

READERS = row(200, ratih=403, dewi=403, hasan=403, baru=403)
EDITORS = row(403, siti=200, prov=200, admin=200)
UNDOERS = row(403, siti=302, admin=302)

ROWS = {
    "restructuring-list GET": READERS,
    "restructuring-detail GET": {**READERS, "budi": 404},
    "restructure GET": EDITORS,
    "restructure POST": {k: 422 if v == 200 else v for k, v in EDITORS.items()},
    "restructuring-undo POST": UNDOERS,
}


def kwargs(world) -> dict[str, dict[str, object]]:
    made = {"pk": make.renamed(world).pk}
    return {"restructuring-detail": made, "restructuring-undo": made}

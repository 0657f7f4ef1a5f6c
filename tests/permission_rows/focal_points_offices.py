"""The register of office holders."""

from __future__ import annotations

from tests.make import focal_points as make
from tests.permission_rows import row

READERS = row(403, siti=200, joko=200, budi=200, prov=200, admin=200)
OF_BLORA = {**READERS, "budi": 404}
EDITORS = row(403, siti=200, prov=200)
EDITORS_OF_BLORA = row(403, siti=200)


def sent(answers: dict[str, int]) -> dict[str, int]:
    return {name: 422 if code == 200 else code for name, code in answers.items()}


ROWS = {
    "office-list GET": READERS,
    "office-detail GET": OF_BLORA,
    "office-add GET": EDITORS,
    "office-add POST": sent(EDITORS),
    "office-edit GET": EDITORS_OF_BLORA,
    "office-edit POST": sent(EDITORS_OF_BLORA),
    "holder-record GET": EDITORS_OF_BLORA,
    "holder-record POST": sent(EDITORS_OF_BLORA),
    "holder-edit GET": EDITORS_OF_BLORA,
    "holder-edit POST": sent(EDITORS_OF_BLORA),
}


def kwargs(world) -> dict[str, dict[str, object]]:
    office = make.office(world.blora, "Kepala Dinas Kesehatan")
    holder = {"pk": make.holder(office).pk}
    of_blora = {"pk": office.pk}
    names = ("office-detail", "office-edit", "holder-record")
    return {**dict.fromkeys(names, of_blora), "holder-edit": holder}

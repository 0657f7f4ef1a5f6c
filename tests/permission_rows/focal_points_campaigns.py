"""A collection of Blora: Dinkes has uploaded its GAP."""

from __future__ import annotations

from tests.make import planning as make
from tests.permission_rows import row

READERS = row(200, ratih=403, dewi=403, hasan=403, admin=403, baru=403)
OF_BLORA = {**READERS, "budi": 404}
EDITORS = row(403, siti=200, joko=200, budi=404)
MINE = row(403, ratih=200, dewi=200, hasan=200)
# The people of the region; above it and in other offices it is not there.
OF_DINKES = row(200, dewi=404, budi=404, prov=404, admin=403, baru=403)
UPLOAD = row(403, ratih=422, dewi=404)


def sent(answers: dict[str, int], done: int = 422) -> dict[str, int]:
    return {name: done if code == 200 else code for name, code in answers.items()}


ROWS = {
    "campaign-list GET": READERS,
    "campaign-mine GET": MINE,
    "campaign-open GET": EDITORS,
    "campaign-open POST": sent(EDITORS),
    "campaign-detail GET": OF_BLORA,
    "campaign-sheet GET": {**OF_BLORA, "prov": 404},
    "campaign-move-due GET": EDITORS,
    "campaign-move-due POST": sent(EDITORS),
    "campaign-close GET": EDITORS,
    "campaign-close POST": sent(EDITORS),
    "campaign-opd GET": OF_DINKES,
    "campaign-upload POST": UPLOAD,
    "campaign-return POST": sent(EDITORS, 302),
    "campaign-accept POST": sent(EDITORS, 302),
}


def kwargs(world) -> dict[str, dict[str, object]]:
    campaign = make.campaign(world.blora)
    document = make.uploaded(campaign, world.dinkes, world.ratih)
    own = {"pk": campaign.pk, "opd": world.dinkes.pk}
    pages = (
        "campaign-detail",
        "campaign-sheet",
        "campaign-move-due",
        "campaign-close",
    )
    return {
        "campaign-open": {"pk": campaign.stage_id},
        **{key: {"pk": campaign.pk} for key in pages},
        "campaign-opd": own,
        "campaign-upload": {**own, "kind": "gap"},
        "campaign-return": {"pk": document.pk},
        "campaign-accept": {"pk": document.pk},
    }

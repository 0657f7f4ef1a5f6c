"""The planning calendar: a Musrenbang of Blora with one proposal."""

from __future__ import annotations

from focal_points.planning.actions import add_proposal
from pug_portal.access.actor import SYSTEM
from tests.make import planning as make
from tests.permission_rows import row

READERS = row(200, baru=403)
OF_BLORA = {**READERS, "budi": 404}
EDITORS = row(403, siti=200, joko=200, budi=404)


def sent(answers: dict[str, int], done: int = 422) -> dict[str, int]:
    return {name: done if code == 200 else code for name, code in answers.items()}


ROWS = {
    "planning-calendar GET": READERS,
    # Without a year nothing is filled, and the page says so.
    "planning-fill POST": row(403, siti=302, joko=302, budi=302, prov=302),
    "planning-stage GET": OF_BLORA,
    "planning-stage-change GET": EDITORS,
    "planning-stage-change POST": sent(EDITORS),
    "musrenbang-add GET": EDITORS,
    "musrenbang-add POST": sent(EDITORS),
    "musrenbang-change GET": EDITORS,
    "musrenbang-change POST": sent(EDITORS),
    "proposal-add GET": EDITORS,
    "proposal-add POST": sent(EDITORS),
    "proposal-change GET": EDITORS,
    "proposal-change POST": sent(EDITORS),
    "musrenbang-remove GET": EDITORS,
    "musrenbang-remove POST": sent(EDITORS),
    "proposal-remove GET": EDITORS,
    # Without what the page told of, nothing is removed.
    "proposal-remove POST": sent(EDITORS),
}


def kwargs(world) -> dict[str, dict[str, object]]:
    held = make.musrenbang(world.blora, men=60, women=40)
    proposal = add_proposal(
        musrenbang=held, title="Air bersih", proposer="PEKKA", by=SYSTEM
    )
    stages = ("planning-stage", "planning-stage-change", "musrenbang-add")
    return {
        **{key: {"pk": held.stage_id} for key in stages},
        **{key: {"pk": held.pk} for key in ("musrenbang-change", "proposal-add")},
        "proposal-change": {"pk": proposal.pk},
        "musrenbang-remove": {"stage": held.stage_id, "pk": held.pk},
        "proposal-remove": {"stage": held.stage_id, "pk": proposal.pk},
    }

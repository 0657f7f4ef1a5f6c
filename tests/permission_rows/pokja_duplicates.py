"""Merging duplicates: each region's sekretariat for its own people alone."""

from __future__ import annotations

from pokja.membership.merge_actions import merge, pair
from pokja.membership.merging import plan_merge
from pokja.membership.writings import writings
from tests.make import focal_points as make_fp
from tests.permission_rows import row

EDITORS = row(403, siti=200, prov=200)
OF_BLORA = row(403, siti=200, prov=404)

ROWS = {
    "person-duplicates GET": EDITORS,
    "person-duplicates POST": {**EDITORS, "siti": 422, "prov": 422},
    "person-merge GET": OF_BLORA,
    "person-merge-undo POST": {**OF_BLORA, "siti": 302},
}


def kwargs(world) -> dict[str, dict[str, object]]:
    make_fp.appointment(world.dlh, "Nurul Hidayati")
    make_fp.appointment(world.dinkes, "Nurul Hidayatti")
    known = {person.name: person.key for person in writings(world.blora)}
    one, two = known["Nurul Hidayati"], known["Nurul Hidayatti"]
    plan = plan_merge(*pair(world.blora, one, two), world.blora, world.siti)
    made = merge(
        region=world.blora,
        kept=one,
        other=two,
        fingerprint=plan.fingerprint,
        by=world.siti,
    )
    return {"person-merge": {"pk": made.pk}, "person-merge-undo": {"pk": made.pk}}

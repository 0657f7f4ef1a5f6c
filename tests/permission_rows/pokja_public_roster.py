"""The public roster of Blora: switched by its sekretariat, read by anybody."""

from __future__ import annotations

from pokja.public_roster.actions import switch_roster
from tests.permission_rows import row

DESK = row(403, siti=200, prov=200)

ROWS = {
    "roster-switch GET": DESK,
    "roster-switch POST": {**DESK, "siti": 302, "prov": 302},
    "public-roster GET": row(200, anonymous=200),
    # Nobody sits there on paper: the rows below cost no rendering.
    "public-roster-pdf GET": row(404, anonymous=404),
    # Nobody's photo is shown.
    "public-portrait GET": row(404, anonymous=404),
}


def kwargs(world) -> dict[str, dict[str, object]]:
    switch_roster(region=world.blora, is_on=True, shows_names=False, by=world.siti)
    code = {"code": world.blora.code}
    names = ("public-roster", "public-roster-pdf")
    return {**dict.fromkeys(names, code), "public-portrait": {**code, "pk": 1}}

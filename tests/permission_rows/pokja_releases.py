"""Releases: written by the sekretariat alone, read by anybody once they are on."""

from __future__ import annotations

from pokja.releases import actions
from tests.make import meetings as make
from tests.permission_rows import row

DESK = row(403, siti=200, budi=403, prov=403)
BUTTON = row(403, siti=302, budi=403, prov=403)

ROWS = {
    "release-edit GET": DESK,
    "release-edit POST": row(403, siti=422, budi=403, prov=403),
    "release-list GET": row(200, anonymous=200),
    "release-page GET": row(200, anonymous=200),
    "release-show POST": BUTTON,
    "release-hide POST": BUTTON,
    "release-region POST": BUTTON,
}


def kwargs(world) -> dict[str, dict[str, object]]:
    shown = make.meeting_at("disahkan", world)
    other = {"pk": make.meeting_at("disahkan", world, title="Rapat kedua").pk}
    release = actions.save_release(
        meeting=shown, title="Rapat", body="Isi", by=world.siti
    )
    actions.switch_releases(region=world.blora, is_on=True, by=world.siti)
    actions.show_release(meeting=shown, by=world.siti)
    return {
        "release-edit": other,
        "release-show": other,
        "release-hide": other,
        "release-region": other,
        "release-page": {"code": release.code},
    }

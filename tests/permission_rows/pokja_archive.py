"""The archive of a meeting: those who keep it."""

from __future__ import annotations

from tests.make import meetings as make
from tests.permission_rows import row

ROWS = {
    # Settled, so the province may look; it keeps nothing of this region.
    "meeting-archive GET": row(403, siti=200, joko=200, budi=404, prov=403),
    "meeting-archive POST": row(403, siti=302, joko=302, budi=404, prov=403),
}


def kwargs(world) -> dict[str, dict[str, object]]:
    settled = make.meeting_at("disahkan", world)
    return {"meeting-archive": {"pk": settled.pk}}

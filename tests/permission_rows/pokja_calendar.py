"""The calendar of a region, and the secret address of one's feed."""

from __future__ import annotations

from pokja.calendar import actions
from tests.permission_rows import row

ROWS = {
    "calendar GET": row(200, admin=403, baru=403),
    "calendar-link-make POST": row(302, admin=403, baru=403),
    "calendar-link-revoke POST": row(302, admin=403, baru=403),
    "calendar-feed GET": row(200, anonymous=200),
}


def kwargs(world) -> dict[str, dict[str, object]]:
    return {"calendar-feed": {"token": actions.make_feed_link(by=world.siti)}}

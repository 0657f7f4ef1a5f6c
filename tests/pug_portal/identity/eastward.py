"""A day, the day of the move, the two provinces, and Blora going from one to the other."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pug_portal.access.actor import Actor
from pug_portal.identity.moving import move_region
from pug_portal.regions.models import Region, RegionMove

TODAY, DAY = "2026-07-01", dt.date(2026, 8, 1)


@dataclass
class Two:
    """Jawa Tengah, where Blora stands, and Jawa Timur, where it goes."""

    east: Region
    new: Actor
    old: Actor


def moved(world, two, on: dt.date = DAY, **facts) -> RegionMove:
    given = {"new_code": "35.80", "legal_basis": "UU 1/2026", **facts}
    return move_region(
        **{"region": world.blora, "to": two.east, "by": world.admin, **given},
        starts_on=on,
    )

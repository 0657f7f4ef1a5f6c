"""Which name an office bore on a day. Every dated page asks here, and nowhere else."""

from __future__ import annotations

import copy
import datetime as dt
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from focal_points.opd.models import Opd

ONE_DAY = dt.timedelta(days=1)


class FormerName(TypedDict):
    """How the office was called up to and with the day `until`."""

    name: str
    short_name: str
    until: str


class ComingName(TypedDict):
    """Announced, and the name from `since` on; void once `was` is not the name any more."""

    name: str
    short_name: str
    since: str
    was: str


# What a new name touches.
COLUMNS = ("name", "short_name", "aliases", "former_names", "coming")


def renamed(opd: Opd, name: str, short_name: str, last: dt.date) -> dict[str, Any]:
    """The columns of the office under its new name; `last`: the last day of the old one.

    As aliases the old names still find the office in workbooks and lampiran.
    """
    former = FormerName(
        name=opd.name, short_name=opd.short_name, until=last.isoformat()
    )
    known = dict.fromkeys([*opd.aliases, opd.name, opd.short_name])
    return {
        "name": name,
        "short_name": short_name,
        "aliases": [word for word in known if word not in {name, short_name}],
        "former_names": [*opd.former_names, former],
        "coming": {},
    }


def coming_day(opd: Opd) -> dt.date | None:
    return dt.date.fromisoformat(opd.coming["since"]) if opd.coming else None


def take_effect(opd: Opd, day: dt.date) -> bool:
    """The announced name becomes the name on the row in memory, if its day has come."""
    loaded = opd.__dict__
    since = coming_day(opd)
    if since is None or day < since or not loaded.keys() >= set(COLUMNS):
        return False
    if opd.coming["was"] != opd.name:
        return False
    told = opd.coming
    new = renamed(opd, told["name"], told["short_name"], since - ONE_DAY)
    loaded.update(new)
    return True


def borne(opd: Opd) -> list[tuple[FormerName, dt.date]]:
    """Former names with their last day, the oldest first."""
    ordered = sorted(opd.former_names, key=lambda each: each["until"])
    return [(former, dt.date.fromisoformat(former["until"])) for former in ordered]


def named_on(opd: Opd, day: dt.date) -> Opd:
    """The office as it was called on `day`: a copy, so that nobody saves an old name."""
    for former, last in borne(opd):
        if day <= last:
            called = copy.copy(opd)
            called.name = former["name"]
            called.short_name = former["short_name"]
            return called
    since = coming_day(opd)
    if since is not None and day >= since and opd.coming["was"] == opd.name:
        called = copy.copy(opd)
        called.name, called.short_name = opd.coming["name"], opd.coming["short_name"]
        return called
    return opd

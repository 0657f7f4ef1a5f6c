"""Months of a year with their entries, and whose feed an address is."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from pokja.calendar.entries import Entry, entries_of
from pokja.calendar.models import FeedLink
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.accounts.actions import digest
from pug_portal.accounts.hats import actor_under, hats_of
from pug_portal.lib.dates import nama_bulan
from pug_portal.regions.models import Region


@dataclass(frozen=True)
class Month:
    number: int
    name: str
    entries: tuple[Entry, ...]
    is_now: bool


def year_of(actor: Actor, region: Region, year: int, today: dt.date) -> list[Month]:
    """Twelve months; what began the year before stands in January."""
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    by_month: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries_of(actor, region, first, last):
        by_month[max(entry.day, first).month].append(entry)
    return [
        Month(
            number,
            nama_bulan(number),
            tuple(by_month[number]),
            (year, number) == (today.year, today.month),
        )
        for number in range(1, 13)
    ]


def open_link_of(actor: Actor) -> FeedLink | None:
    links = FeedLink.objects.filter(assignment=actor.assignment_id, revoked_at=None)
    return links.first() if actor.assignment_id else None


def actor_of_feed(token: str) -> Actor | None:
    """Whose calendar this is; None once the link, the hat or the account has ended."""
    links = FeedLink.objects.select_related("assignment__user")
    link = links.filter(token_digest=digest(token), revoked_at=None).first()
    if link is None or not link.assignment.user.is_active:
        return None
    user = link.assignment.user
    hats = {hat.pk: hat for hat in hats_of(user)}
    if link.assignment_id not in hats:
        return None
    actor = actor_under(hats[link.assignment_id], user)
    return actor if can(actor, Permission.MEETING_VIEW) else None

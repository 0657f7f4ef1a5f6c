"""A meeting of the frozen day with people on its list."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pokja.attendance import actions, codes, door_actions
from pokja.attendance.models import Door, Participant
from pokja.attendance.people import Person
from pokja.meetings.models import Meeting
from pug_portal.lib import clock
from tests.make import meetings as make_meeting

NINE = "2026-11-23T09:00:00"


def meeting_today(world: Any, state: str = "diundang", **other: Any) -> Meeting:
    """Invited for the day the portal's clock shows; set `clock` first."""
    given = {"held": clock.today(), "is_past_entry": False, **other}
    return make_meeting.meeting_at(state, world, **given)


def chairs(meeting: Meeting, world: Any, count: int) -> list[Participant]:
    """Invented people of Dinkes, men and women in turn."""
    first = actions.next_order(meeting)
    people = [
        Person(f"Orang Ke-{n:02}", "LP"[n % 2], "Staf", world.dinkes)
        for n in range(count)
    ]
    rows = [
        one.as_row(meeting=meeting, order=order)
        for order, one in enumerate(people, start=first)
    ]
    Participant.objects.bulk_create(rows)
    return rows


def door(meeting: Meeting, world: Any) -> Door:
    return door_actions.open_door(meeting=meeting, by=world.siti)


def code(door: Door) -> str:
    return codes.code_now(door).bare


def two_days() -> dict[str, dt.datetime]:
    """Until the afternoon of the next day."""
    return {"ends_at": clock.now() + dt.timedelta(days=1, hours=6)}

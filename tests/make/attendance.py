"""A meeting of the frozen day with people on its list."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pokja.attendance import actions, codes, door_actions
from pokja.attendance.models import Door, Participant
from pokja.attendance.people import Person
from pokja.meetings import actions as meeting_actions
from pokja.meetings import minutes_actions, part_actions
from pokja.meetings.days import days_of
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


def settled_by_name(
    world: Any, states: tuple[str, ...] = ("hadir", "izin"), **other: Any
) -> Meeting:
    """Held with these people of Dinkes on its list, signed and settled."""
    facts = {"title": "Rapat menurut nama", **other}
    meeting = make_meeting.meeting_at("diundang", world, **facts)
    rows = chairs(meeting, world, len(states))
    meeting = meeting_actions.start_meeting(meeting=meeting, by=world.siti)
    actions.mark_list(
        meeting=meeting,
        day=days_of(meeting)[0],
        states={one.pk: ("", told) for one, told in zip(rows, states, strict=True)},
        by=world.siti,
    )
    text = make_meeting.MINUTES
    part_actions.set_minutes(meeting=meeting, text=text, by=world.siti)
    minutes_actions.sign_minutes(meeting=meeting, notulis="Rina", by=world.siti)
    return minutes_actions.settle_minutes(meeting=meeting, by=world.joko)

"""Who is expected at a meeting: the one place that says where the list comes from."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from focal_points.appointments.models import Appointment
from pokja.attendance.models import Source
from pokja.attendance.people import Person
from pokja.decrees.models import Kind as DecreeKind
from pokja.meetings.choices import Kind
from pokja.meetings.models import Meeting
from pokja.meetings.times import local_day
from pokja.membership.queries import Seat, members_on
from pug_portal.access.roles import Role
from pug_portal.regions.models import Region

TECHNICAL = DecreeKind.TECHNICAL_TEAM


def people_invited(meeting: Meeting) -> list[Person]:
    """Members on the day of the meeting, then focal points of that day, each once."""
    day = local_day(meeting.starts_at, meeting.region)
    team = TECHNICAL if meeting.kind == Kind.TECHNICAL_TEAM else DecreeKind.POKJA
    roster = members_on(meeting.region, team, day)
    focal_points = focal_points_on(meeting.region, day)
    appointed = {person.key: person.appointment_id for person in focal_points}
    found: dict[str, Person] = {}
    for seat in roster.seats:
        person = _of_seat(seat, meeting.region, appointed)
        if person is not None:
            found.setdefault(person.key, person)
    for person in focal_points:
        found.setdefault(person.key, person)
    return list(found.values())


def focal_points_on(region: Region, day: dt.date) -> list[Person]:
    rows = Appointment.objects.filter(opd__region=region, kind=Role.FOCAL_POINT)
    ordered = rows.valid_on(day).select_related("opd").order_by("opd__name", "name")
    return [
        Person(
            name=row.name,
            sex=row.sex,
            position=row.position,
            opd=row.opd,
            source=Source.FOCAL_POINT,
            appointment_id=row.pk,
        )
        for row in ordered
    ]


def _of_seat(
    seat: Seat, region: Region, appointed: dict[str, int | None]
) -> Person | None:
    office = seat.member.office
    opd = seat.member.opd or (office.opd if office else None)
    if not (seat.name and seat.sex) and not seat.position:
        return None
    person = Person(
        name=seat.name if seat.sex else "",
        sex=seat.sex if seat.name else "",
        position=seat.position,
        opd=opd,
        institution="" if opd else (seat.institution or region.name),
        source=Source.POKJA,
    )
    link = appointed.get(person.key)
    # A member who is also a focal point keeps the training history.
    return person if link is None else replace(person, appointment_id=link)

"""Who is expected at a meeting: the one place that says where the list comes from."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from focal_points.appointments.models import Appointment
from pokja.attendance.models import Source
from pokja.attendance.people import Person
from pokja.decrees.models import Kind as DecreeKind
from pokja.meetings.choices import Kind
from pokja.meetings.invitees import invitees_of
from pokja.meetings.models import Invitee, InviteeSource, Meeting
from pokja.meetings.times import local_day
from pokja.membership.queries import Seat, members_on
from pug_portal.access.roles import Role
from pug_portal.regions.models import Region

TECHNICAL = DecreeKind.TECHNICAL_TEAM
ALONE = "Perorangan"
LONGEST = 150
_SOURCES = {
    InviteeSource.MEMBER: Source.POKJA,
    InviteeSource.FOCAL_POINT: Source.FOCAL_POINT,
    InviteeSource.GUEST: Source.INVITED,
}


def people_invited(meeting: Meeting) -> list[Person]:
    """Whom the meeting invites; while nobody is chosen, whom such a meeting usually has."""
    rows = [_of_invitee(row) for row in invitees_of(meeting)] or _usual(meeting)
    return list({person.key: person for person in reversed(rows)}.values())[::-1]


def _of_invitee(row: Invitee) -> Person:
    return Person(
        name=row.name,
        sex=row.sex,
        position=row.position if row.name or row.position else row.institution,
        opd=row.opd,
        institution="" if row.opd else (row.institution or ALONE)[:LONGEST],
        source=_SOURCES[InviteeSource(row.source)],
        appointment_id=row.appointment_id,
    )


def _usual(meeting: Meeting) -> list[Person]:
    """Members on the day of the meeting, then focal points of that day."""
    day = local_day(meeting.starts_at, meeting.region)
    team = TECHNICAL if meeting.kind == Kind.TECHNICAL_TEAM else DecreeKind.POKJA
    roster = members_on(meeting.region, team, day)
    focal_points = focal_points_on(meeting.region, day)
    appointed = {person.key: person.appointment_id for person in focal_points}
    seats = [_of_seat(seat, meeting.region, appointed) for seat in roster.seats]
    return [person for person in seats if person is not None] + focal_points


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

"""Who may be invited on the day of a meeting, and who is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from focal_points.appointments.models import Appointment
from focal_points.offices.models import OfficeHolder
from focal_points.offices.nip_owners import bare_name
from focal_points.offices.queries import holders_on
from focal_points.opd.models import Opd
from pokja.decrees.models import TEAM_KINDS, Decree, Kind
from pokja.meetings.models import Invitee, InviteeSource, Meeting
from pokja.meetings.times import local_day
from pokja.membership.models import Member
from pokja.membership.queries import Seat
from pug_portal.regions.models import Region


@dataclass(frozen=True)
class Candidate:
    """A person or a seat that can be ticked. `key` is what the form sends back."""

    key: str
    group: str
    source: str
    name: str = ""
    position: str = ""
    institution: str = ""
    sex: str = ""
    phone: str = ""
    email: str = ""
    opd: Opd | None = None
    member_id: int | None = None
    appointment_id: int | None = None

    @property
    def title(self) -> str:
        return self.name or self.position or self.institution

    @property
    def note(self) -> str:
        parts = [self.position if self.name else "", self.institution]
        return ", ".join(part for part in parts if part)


def invitees_of(meeting: Meeting) -> QuerySet[Invitee]:
    """In the order of the list that goes with the letter."""
    return meeting.invitees.select_related("opd").order_by("order", "pk")


def candidates(region: Region, day: dt.date) -> list[Candidate]:
    """Teams as of `day`, then focal points appointed on `day`; nobody twice."""
    found = [*_seats(region, day), *_focal_points(region, day)]
    return list(_once(found))


def candidates_for(meeting: Meeting) -> list[Candidate]:
    return candidates(meeting.region, local_day(meeting.starts_at, meeting.region))


def key_of(invitee: Invitee) -> str:
    """The key of the candidate this row was made from; empty for guests."""
    if invitee.member_id is not None:
        return f"anggota-{invitee.member_id}"
    if invitee.appointment_id is not None:
        return f"fp-{invitee.appointment_id}"
    return ""


def _seats(region: Region, day: dt.date) -> list[Candidate]:
    rows = list(
        Member.objects.filter(decree__region=region, decree__kind__in=TEAM_KINDS)
        .on(day)
        .filter(decree__in=Decree.objects.in_force_on(day))
        .select_related("decree", "office__opd", "opd")
        .in_order()
    )
    rows.sort(key=lambda row: TEAM_KINDS.index(Kind(row.decree.kind)))
    offices = [row.office for row in rows if row.office is not None]
    holders = holders_on(offices, day) if offices else {}
    return [_of_seat(Seat(row, _holder(row, holders))) for row in rows]


def _holder(row: Member, holders: dict[int, OfficeHolder]) -> OfficeHolder | None:
    if row.name or row.office_id is None:
        return None
    return holders.get(row.office_id)


def _of_seat(seat: Seat) -> Candidate:
    row = seat.member
    opd = row.opd or (row.office.opd if row.office else None)
    return Candidate(
        key=f"anggota-{row.pk}",
        group=Kind(row.decree.kind).label.removeprefix("SK "),
        source=InviteeSource.MEMBER,
        name=seat.name,
        position=seat.position,
        institution=opd.name if opd else row.institution,
        sex=seat.sex,
        opd=opd,
        member_id=row.pk,
    )


def _focal_points(region: Region, day: dt.date) -> list[Candidate]:
    rows = (
        Appointment.objects.filter(
            opd__region=region, kind=Appointment.Kind.FOCAL_POINT
        )
        .valid_on(day)
        .select_related("opd", "user")
        .order_by("opd__name", "opd_id", "name", "pk")
    )
    return [_of_appointment(row) for row in rows]


def _of_appointment(row: Appointment) -> Candidate:
    phone, email = told_contact(row.contact)
    if row.user is not None:
        phone, email = phone or row.user.phone, email or row.user.email
    return Candidate(
        key=f"fp-{row.pk}",
        group="Focal point OPD",
        source=InviteeSource.FOCAL_POINT,
        name=row.name,
        position=row.position or "Focal Point PUG",
        institution=row.opd.name,
        sex=row.sex,
        phone=phone,
        email=email,
        opd=row.opd,
        appointment_id=row.pk,
    )


def told_contact(text: str) -> tuple[str, str]:
    """«HP/WA atau surel» was typed in one box: (phone, e-mail)."""
    text = text.strip()
    return ("", text) if "@" in text else (text, "")


def _once(found: Iterable[Candidate]) -> Iterable[Candidate]:
    """Who sits in two teams, or is also a focal point of that office, is one person."""
    seen: set[tuple[str, int | None]] = set()
    for candidate in found:
        if not candidate.name:
            yield candidate
            continue
        person = (
            bare_name(candidate.name),
            candidate.opd.pk if candidate.opd else None,
        )
        if person not in seen:
            seen.add(person)
            yield candidate

"""The training history of a focal point, told to the page of the appointment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db.models import Q

from focal_points.appointments import trainings
from focal_points.appointments.models import Appointment
from focal_points.appointments.trainings import Training as Row
from pokja.attendance.models import Coming, Participant
from pokja.meetings.choices import State
from pokja.meetings.days import days_of
from pokja.meetings.times import today_in
from pokja.trainings.models import TRAINING_KINDS


def trainings_of(appointment: Appointment) -> list[Row]:
    """Also of the same person's earlier appointments: by account or by NIP."""
    same = Q(appointment=appointment)
    if appointment.user_id:
        same |= Q(appointment__user=appointment.user_id)
    if appointment.nip:
        same |= Q(appointment__nip=appointment.nip)
    rows = (
        Participant.objects.filter(same, meeting__kind__in=TRAINING_KINDS)
        .exclude(meeting__state=State.CANCELLED)
        .select_related("meeting__region", "meeting__training", "certificate__file")
        .prefetch_related("presences")
        .order_by("-meeting__starts_at", "pk")
    )
    return [found for row in rows if (found := _told(row)) is not None]


def _told(row: Participant) -> Row | None:
    """A day somebody else sat there is no training; a missed one is not told."""
    meeting = row.meeting
    days = days_of(meeting)
    present = sum(one.state == Coming.PRESENT for one in row.presences.all())
    if not present and days[-1] < today_in(meeting.region):
        return None
    training = getattr(meeting, "training", None)
    certificate = getattr(row, "certificate", None)
    return Row(
        title=meeting.title,
        first=days[0],
        last=days[-1],
        organiser=f"{meeting.organiser}, {meeting.region.short_name}",
        days=present,
        lesson_hours=training.lesson_hours if training else None,
        is_settled=meeting.is_settled,
        certificate=certificate.number if certificate else "",
        file=certificate.file if certificate else None,
    )


def last_days(appointments: Sequence[Appointment]) -> dict[int, dt.date]:
    """The last training each was present at, for a whole list in one query."""
    users = {row.user_id for row in appointments if row.user_id}
    nips = {row.nip for row in appointments if row.nip}
    same = Q(appointment__in=[row.pk for row in appointments])
    same |= Q(appointment__user__in=users) | Q(appointment__nip__in=nips)
    rows = Participant.objects.filter(
        same,
        meeting__kind__in=TRAINING_KINDS,
        presences__state=Coming.PRESENT,
    ).exclude(meeting__state=State.CANCELLED)
    told = rows.values_list(
        "appointment_id",
        "appointment__user_id",
        "appointment__nip",
        "presences__day",
    )
    latest: dict[tuple[str, object], dt.date] = {}
    for pk, user, nip, day in told:
        for key in (("pk", pk), ("user", user), ("nip", nip)):
            if key[1]:
                latest[key] = max(day, latest.get(key, day))
    found = {}
    for row in appointments:
        keys = (("pk", row.pk), ("user", row.user_id), ("nip", row.nip))
        days = [latest[key] for key in keys if key in latest]
        if days:
            found[row.pk] = max(days)
    return found


def register() -> None:
    trainings.register_last_days(last_days)
    trainings.register(trainings_of)

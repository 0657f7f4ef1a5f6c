"""Reading trainings: a region's own, those offered from above, and whom it sends."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Exists, OuterRef, QuerySet

from focal_points.appointments.models import Appointment
from pokja.attendance.models import COUNTED, Participant, Presence
from pokja.meetings.choices import State
from pokja.meetings.days import days_of
from pokja.meetings.models import Meeting
from pokja.meetings.queries import with_counts
from pokja.meetings.times import local_day, today_in
from pokja.trainings.models import TRAINING_KINDS, Acceptance, Training
from pug_portal.access.roles import Role
from pug_portal.regions.models import Region

# A region may still answer, and change whom it sends.
ANSWERABLE = (State.PLANNED, State.INVITED, State.RUNNING)


def own_trainings(region: Region) -> QuerySet[Meeting]:
    """Held by the region, with their L/P beside them; newest first."""
    rows = Meeting.objects.filter(region=region, kind__in=TRAINING_KINDS)
    return with_counts(rows.select_related("training", "region")).order_by("-starts_at")


def offers_for(region: Region) -> QuerySet[Training]:
    """Offered by a region above; `accepted` beside each."""
    taken = Acceptance.objects.filter(training=OuterRef("pk"), region=region)
    rows = Training.objects.filter(
        is_offered=True, meeting__region__path__in=paths_above(region)
    )
    return (
        rows.exclude(meeting__state__in=[State.CANCELLED, State.POSTPONED])
        .select_related("meeting__region")
        .annotate(accepted=Exists(taken.order_by()))
        .order_by("-meeting__starts_at", "-pk")
    )


def offers_shown(region: Region) -> list[Training]:
    """Those that can still be answered, and those that were accepted."""
    return [
        row
        for row in offers_for(region)
        if getattr(row, "accepted", False) or is_answerable(row)
    ]


def paths_above(region: Region) -> list[str]:
    """A path joins two digits a level: 00.33.16 lies under 00.33 and 00."""
    parts = region.path.split(".")
    return [".".join(parts[:count]) for count in range(1, len(parts))]


def is_answerable(training: Training) -> bool:
    meeting = training.meeting
    return meeting.state in ANSWERABLE and days_of(meeting)[-1] >= today_in(
        meeting.region
    )


def focal_points_for(training: Training, region: Region) -> QuerySet[Appointment]:
    """The region's focal points on the first day of the training."""
    day = local_day(training.meeting.starts_at, training.meeting.region)
    rows = Appointment.objects.filter(opd__region=region, kind=Role.FOCAL_POINT)
    return rows.valid_on(day).select_related("opd").order_by("opd__short_name", "name")


def sent_by(training: Training, region: Region) -> QuerySet[Participant]:
    rows = Participant.objects.filter(
        meeting=training.meeting_id, appointment__opd__region=region
    )
    return rows.select_related("appointment").order_by("institution", "name")


def came(meeting: Meeting) -> list[Participant]:
    """Who was there on a day at least, with the certificate where there is one."""
    there = Presence.objects.filter(participant=OuterRef("pk"), state__in=COUNTED)
    rows = meeting.participants.filter(Exists(there.order_by()))
    return list(rows.select_related("opd", "certificate__file").order_by("order", "pk"))


def ids(rows: Collection[Participant]) -> set[int]:
    return {row.appointment_id for row in rows if row.appointment_id}

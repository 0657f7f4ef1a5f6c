"""A certificate is read by its person, its OPD's desk, and the training's organiser."""

from __future__ import annotations

from focal_points.appointments.models import Appointment
from pokja.attendance.models import Participant
from pokja.meetings.reading import keeps
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.files.models import StoredFile


def certificate_gate(actor: Actor, file: StoredFile) -> bool:
    rows = Participant.objects.filter(certificate__file=file).select_related("meeting")
    return any(_may_read(actor, row) for row in rows)


def _may_read(actor: Actor, row: Participant) -> bool:
    if keeps(actor, row.meeting.region_id):
        return True
    if row.appointment_id is None or not can(actor, Permission.APPOINTMENT_VIEW):
        return False
    seen = Appointment.objects.for_actor(actor)
    return seen.filter(pk=row.appointment_id).exists()

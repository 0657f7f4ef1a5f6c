"""Appointing focal points and heads: the only way an account reaches an OPD."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from focal_points.appointments.models import Appointment
from focal_points.opd.models import Opd
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from pug_portal.accounts.actions import assign, end_assignment
from pug_portal.accounts.models import Basis, User
from pug_portal.audit.record import Verb, record

APPOINTED = Verb("appointment.made", "menunjuk {object}")
ENDED = Verb("appointment.ended", "mengakhiri penunjukan {object}")


@transaction.atomic
def appoint(
    *,
    opd: Opd,
    kind: str,
    name: str,
    sex: str,
    start: dt.date,
    by: Actor,
    user: User | None = None,
    decree_number: str = "",
    decree_date: dt.date | None = None,
    end: dt.date | None = None,
    nip: str = "",
    position: str = "",
    contact: str = "",
) -> Appointment:
    """Without a decree number it says «SK menyusul» and holds for 60 days."""
    require(by, Permission.APPOINTMENT_EDIT)
    if end is not None and end < start:
        raise Refusal(
            "Tanggal berakhir mendahului tanggal mulai. Perbaiki salah satunya.",
            field="end",
        )
    assignment = None
    if user is not None:
        assignment = assign(
            user=user,
            role=Role(kind),
            region=opd.region,
            basis=Basis.DECREE if decree_number.strip() else Basis.PENDING,
            basis_number=decree_number,
            basis_date=decree_date,
            start=start,
            end=end,
            by=by,
        )
        end = assignment.end
    appointment = Appointment.objects.create(
        opd=opd,
        kind=kind,
        user=user,
        assignment=assignment,
        name=name.strip(),
        nip=nip,
        sex=sex,
        position=position,
        contact=contact,
        decree_number=decree_number.strip(),
        decree_date=decree_date,
        start=start,
        end=end,
    )
    record(by=by, verb=APPOINTED, obj=appointment, region=opd.region)
    return appointment


@transaction.atomic
def end_appointment(
    *, appointment: Appointment, on: dt.date, reason: str, by: Actor
) -> Appointment:
    """The last day; the hat that came with it ends too."""
    require(by, Permission.APPOINTMENT_EDIT)
    appointment = (
        Appointment.objects.select_for_update(of=("self",))
        .select_related("opd__region", "assignment")
        .get(pk=appointment.pk)
    )
    if on < appointment.start:
        raise Refusal("Tanggal berakhir mendahului tanggal mulai.", field="on")
    if not reason.strip():
        raise Refusal("Tulis alasan penunjukan berakhir.", field="reason")
    old = appointment.end
    appointment.end = on
    appointment.end_reason = reason.strip()
    appointment.save(update_fields=["end", "end_reason"])
    if appointment.assignment is not None:
        end_assignment(assignment=appointment.assignment, on=on, reason=reason, by=by)
    record(
        by=by,
        verb=ENDED,
        obj=appointment,
        region=appointment.opd.region,
        changes={"end": (old, on)},
        reason=reason,
    )
    return appointment

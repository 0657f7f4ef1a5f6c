"""Handovers, through the real action."""

from __future__ import annotations

import datetime as dt

from focal_points.appointments.models import Appointment
from pokja.handover.actions import hand_over
from pokja.handover.models import Handover
from pug_portal.access.actor import SYSTEM, Actor
from pug_portal.lib.clock import today


def handed_over(
    leaving: Appointment, by: Actor = SYSTEM, on: dt.date | None = None, **facts
) -> Handover:
    """To Intan Permata, who gets an account of her own unless told."""
    given = {
        "reason": "Mutasi",
        "account": "baru",
        "identifier": "intan",
        "name": "Intan Permata",
        "sex": "P",
        **facts,
    }
    made, _ = hand_over(appointment=leaving, on=on or today(), by=by, **given)
    return made


def of(actor: Actor) -> Appointment:
    """The appointment behind a hat of the cast."""
    found = Appointment.objects.select_related("opd__region", "user", "assignment")
    return found.get(assignment=actor.assignment_id)

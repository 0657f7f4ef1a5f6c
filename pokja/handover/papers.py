"""Where the two people and the desk find the record again."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse

from focal_points.appointments.models import Appointment
from pokja.handover.models import Handover
from pug_portal.access.actor import Actor
from pug_portal.accounts.models import User
from pug_portal.accounts.papers import Paper, register


def connect() -> None:
    register(_papers)


def _papers(obj: models.Model, actor: Actor) -> list[Paper]:
    rows = Handover.objects.readable_by(actor)
    if isinstance(obj, Appointment):
        rows = rows.filter(Q(leaving=obj) | Q(successor=obj))
    elif isinstance(obj, User):
        rows = rows.filter(Q(leaving__user=obj) | Q(successor__user=obj))
    else:
        return []
    rows = rows.select_related("leaving", "successor").order_by("-on", "-pk")
    return [
        Paper(str(row), reverse("handover-detail", args=[row.pk]), row.on)
        for row in rows
    ]

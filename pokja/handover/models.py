"""«Berita acara serah terima»: who left, who followed, and what lay open that day."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from focal_points.appointments.models import Appointment
from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from pug_portal.access.actor import Actor
from pug_portal.access.roles import Role
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User


class HandoverQuerySet(RegionQuerySet["Handover"]):
    region_lookup: ClassVar[str] = "leaving__opd__region"

    def readable_by(self, actor: Actor) -> Self:
        """The two people, under any hat or none, and their region's sekretariat."""
        if actor.is_system:
            return self
        if actor.user is None:
            return self.none()
        theirs = Q(leaving__user=actor.user) | Q(successor__user=actor.user)
        if actor.role == Role.SEKRETARIAT:
            theirs |= Q(leaving__opd__region=actor.region)
        return self.filter(theirs)


class Handover(models.Model):
    """`items`: the open tasks as they were told on the day of recording."""

    leaving = models.OneToOneField(
        Appointment, on_delete=models.PROTECT, related_name="handed_over"
    )
    successor = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, related_name="taken_over"
    )
    on = models.DateField("tanggal serah terima")
    reason = models.CharField("alasan", max_length=200)
    note = models.TextField("catatan", blank=True)
    items = models.JSONField("tugas yang diserahkan", default=list)
    made_by = models.ForeignKey(
        User, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField("dicatat")

    objects = HandoverQuerySet.as_manager()

    class Meta:
        verbose_name = "serah terima"
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"Serah terima {self.leaving.name} kepada {self.successor.name}"

    @property
    def called_opd(self) -> Opd:
        """The office as it was called on the day."""
        return named_on(self.leaving.opd, self.on)

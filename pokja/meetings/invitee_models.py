"""Who is invited to a meeting: a member of a team, a focal point, or a typed guest."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from focal_points.appointments.models import Appointment
from focal_points.offices.models import Sex
from focal_points.opd.models import Opd
from pokja.meetings.meeting_models import Meeting
from pokja.membership.models import Member


class InviteeSource(models.TextChoices):
    MEMBER = "anggota", "Anggota tim"
    FOCAL_POINT = "focal_point", "Focal point"
    GUEST = "tamu", "Tamu"


class Invitee(models.Model):
    """Name, position and office as they were when the person was chosen: a later mutasi
    changes the register, not whom this meeting invited."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="invitees"
    )
    order = models.PositiveSmallIntegerField("urutan", default=1)
    source = models.CharField("dari", max_length=12, choices=InviteeSource)
    member = models.ForeignKey(
        Member, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    appointment = models.ForeignKey(
        Appointment, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    opd = models.ForeignKey(
        Opd, null=True, blank=True, on_delete=models.PROTECT, verbose_name="OPD"
    )
    name = models.CharField("nama", max_length=120, blank=True)
    position = models.CharField("jabatan", max_length=150, blank=True)
    institution = models.CharField("instansi", max_length=200, blank=True)
    sex = models.CharField("L/P", max_length=1, choices=Sex, blank=True)
    phone = models.CharField("HP/WA", max_length=40, blank=True)
    email = models.EmailField("surel", blank=True)

    class Meta:
        ordering = ["meeting_id", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name="") | ~Q(position="") | ~Q(institution=""),
                name="invitee_is_somebody",
            ),
            models.UniqueConstraint(
                fields=["meeting", "member"],
                condition=Q(member__isnull=False),
                name="invitee_member_once",
            ),
            models.UniqueConstraint(
                fields=["meeting", "appointment"],
                condition=Q(appointment__isnull=False),
                name="invitee_appointment_once",
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(self.address_lines)

    @property
    def is_guest(self) -> bool:
        return self.source == InviteeSource.GUEST

    @property
    def address_lines(self) -> tuple[str, ...]:
        """Behind «Yth.»: a seat in a team by its office, everybody else by name."""
        lines = [self.name, self.position]
        if self.source == InviteeSource.MEMBER and self.position:
            lines = [self.position]
        told = " ".join(lines).casefold()
        if self.institution.casefold() not in told:
            lines.append(self.institution)
        return tuple(line for line in lines if line)

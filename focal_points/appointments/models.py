"""Who an OPD appointed, from when, by which SK. The only link from account to OPD."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from focal_points.offices.models import Sex
from focal_points.opd.models import Opd
from pug_portal.access.actor import Actor
from pug_portal.access.roles import OPD_ROLES, Role
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import Assignment, User


class State(models.TextChoices):
    VALID = "berlaku", "Berlaku"
    PENDING = "sk_menyusul", "SK menyusul"
    COMING = "akan_berlaku", "Belum berlaku"
    LAPSED = "sk_belum_ada", "SK belum ada"
    ENDED = "berakhir", "Berakhir"


# How the person is written: what may be mended after the fact.
PERSON_FACTS = (
    "name",
    "nip",
    "sex",
    "position",
    "contact",
    "trained_on",
    "team_role",
    "level",
)


class TeamRole(models.TextChoices):
    """The seat in the OPD's focal point team; a gender champion stands beside it."""

    CHAIR = "ketua", "Ketua tim"
    SECRETARY = "sekretaris", "Sekretaris tim"
    MEMBER = "anggota", "Anggota tim"
    CHAMPION = "champion", "Gender champion"


class Level(models.TextChoices):
    OPD = "opd", "Perangkat daerah"
    DISTRICT = "kecamatan", "Kecamatan"
    VILLAGE = "kelurahan", "Kelurahan/desa"


class AppointmentQuerySet(RegionQuerySet["Appointment"]):
    region_lookup: ClassVar[str] = "opd__region"

    def valid_on(self, day: dt.date) -> Self:
        return self.filter(Q(end=None) | Q(end__gte=day), start__lte=day)

    def valid_with_opd_on(self, day: dt.date) -> Self:
        """As `valid_on`; of an office closed before `day`, whoever held on its last day."""
        last = F("opd__active_to")
        is_closed = Q(opd__active_to__lt=day)
        holds = Q(Q(end=None) | Q(end__gte=day), start__lte=day)
        held = Q(Q(end=None) | Q(end__gte=last), start__lte=last)
        return self.filter((~is_closed & holds) | (is_closed & held))

    def for_actor(self, actor: Actor) -> Self:
        """An OPD's people see their own OPD's rows only."""
        rows = super().for_actor(actor)
        if actor.role in OPD_ROLES:
            from focal_points.appointments.scope import opd_ids_of

            return rows.filter(opd_id__in=opd_ids_of(actor))
        return rows


class Appointment(models.Model):
    """A focal point or head of an OPD: a snapshot of the person, perhaps an account."""

    class Kind(models.TextChoices):
        FOCAL_POINT = Role.FOCAL_POINT.value, "Focal point"
        HEAD = Role.KEPALA_OPD.value, "Kepala OPD"

    opd = models.ForeignKey(Opd, on_delete=models.PROTECT, related_name="appointments")
    kind = models.CharField(
        "sebagai", max_length=12, choices=Kind, default=Kind.FOCAL_POINT
    )
    user = models.ForeignKey(
        User,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="appointments",
        verbose_name="akun",
    )
    # The hat that this appointment gave; both end together.
    assignment = models.OneToOneField(
        Assignment, null=True, blank=True, on_delete=models.PROTECT
    )
    name = models.CharField("nama", max_length=120)
    nip = models.CharField("NIP", max_length=18, blank=True)
    sex = models.CharField("L/P", max_length=1, choices=Sex)
    position = models.CharField("jabatan", max_length=150, blank=True)
    team_role = models.CharField(
        "peran dalam tim", max_length=10, choices=TeamRole, blank=True
    )
    level = models.CharField("tingkat", max_length=10, choices=Level, default=Level.OPD)
    contact = models.CharField("kontak (HP/WA atau surel)", max_length=120, blank=True)
    # «SK menyusul» is an empty number.
    decree_number = models.CharField("nomor SK", max_length=100, blank=True)
    decree_date = models.DateField("tanggal SK", null=True, blank=True)
    trained_on = models.DateField("terakhir dilatih", null=True, blank=True)
    start = models.DateField("mulai")
    end = models.DateField("sampai", null=True, blank=True)
    end_reason = models.CharField("alasan berakhir", max_length=200, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = ["opd", "kind", "name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end=None) | Q(end__gte=F("start")),
                name="appointment_end_not_before_start",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.get_kind_display()} {self.opd.short_name})"

    @property
    def is_decree_pending(self) -> bool:
        return not self.decree_number

    def state_on(self, day: dt.date) -> State:
        """Computed from the dates, never stored."""
        if self.start > day:
            return State.COMING
        if self.end is not None and self.end < day:
            # Nobody ended it: the sixty days passed and no decree came.
            lapsed = self.is_decree_pending and not self.end_reason
            return State.LAPSED if lapsed else State.ENDED
        return State.PENDING if self.is_decree_pending else State.VALID

    def days_left(self, day: dt.date) -> int | None:
        return None if self.end is None else (self.end - day).days

"""People who can sign in, the hats they wear and until when, and their entry links."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q

from pug_portal.access.roles import Role
from pug_portal.access.scope import RegionQuerySet
from pug_portal.regions.models import Region


class User(AbstractUser):
    """Signs in with user name, e-mail or phone: whichever the person was invited with.

    Holds no role and no OPD: both are dated rows elsewhere.
    """

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    name = models.CharField("nama", max_length=120)
    email = models.EmailField("surel", blank=True)
    phone = models.CharField("nomor telepon", max_length=20, blank=True)

    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["email"], condition=~Q(email=""), name="user_email_unique"
            ),
            models.UniqueConstraint(
                fields=["phone"], condition=~Q(phone=""), name="user_phone_unique"
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.username

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)

    @property
    def initials(self) -> str:
        words = str(self).split()
        return "".join(word[0] for word in (words[:1] + words[-1:])[:2]).upper()


class Basis(models.TextChoices):
    DECREE = "sk", "Surat Keputusan"
    LETTER = "surat_tugas", "Surat tugas"
    PENDING = "sk_menyusul", "SK menyusul"


# «SK menyusul» carries a hat for so long; then the number must have been entered.
PENDING_DAYS = 60


class AssignmentQuerySet(RegionQuerySet["Assignment"]):
    def valid_on(self, day: dt.date) -> Self:
        return self.not_ended(day).filter(start__lte=day)

    def not_ended(self, day: dt.date) -> Self:
        """Also those that begin later: a link or a merge of today outlives their start."""
        return self.filter(Q(end=None) | Q(end__gte=day))


class Assignment(models.Model):
    """One hat: a role in a region, from a day, on a basis. Ends; is never deleted."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField("peran", max_length=20, choices=Role)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, verbose_name="daerah")
    basis = models.CharField("dasar", max_length=12, choices=Basis)
    basis_number = models.CharField("nomor dasar", max_length=100, blank=True)
    basis_date = models.DateField("tanggal dasar", null=True, blank=True)
    start = models.DateField("mulai")
    end = models.DateField("sampai", null=True, blank=True)
    end_reason = models.CharField("alasan berakhir", max_length=200, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["user", "start", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end=None) | Q(end__gte=F("start")),
                name="assignment_end_not_before_start",
            ),
            models.CheckConstraint(
                condition=Q(basis=Basis.PENDING) | ~Q(basis_number=""),
                name="assignment_basis_has_number",
            ),
        ]
        indexes = [
            models.Index(fields=["region", "role"], name="assignment_region_role")
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.region}"


class AccessLink(models.Model):
    """An invitation or reset link; only the token's digest is kept."""

    class Kind(models.TextChoices):
        INVITATION = "undangan", "Undangan"
        RESET = "atur_ulang", "Atur ulang kata sandi"

    kind = models.CharField(max_length=12, choices=Kind)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="links")
    region = models.ForeignKey(Region, on_delete=models.PROTECT)
    token_digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(
        User, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = RegionQuerySet["AccessLink"].as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.user}"

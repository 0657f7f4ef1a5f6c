"""SK: decrees of the region and its OPD. In force or not is computed, never stored."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import F, Q

from focal_points.opd.models import Opd
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.files.models import StoredFile
from pug_portal.regions.models import Region


class Kind(models.TextChoices):
    POKJA = "pokja", "SK Pokja PUG"
    TECHNICAL_TEAM = "tim_teknis", "SK Tim Teknis PUG"
    DRIVER_TEAM = "tim_penggerak", "SK Tim Penggerak PPRG"
    FOCAL_POINT = "focal_point", "SK Focal Point OPD"
    PUSPA = "puspa", "SK Forum PUSPA"
    DATA_FORUM = "forum_data", "SK Forum Data"
    FACILITATOR = "fasilitator", "SK Fasilitator PUG/PPRG"


class State(models.TextChoices):
    DRAFT = "rancangan", "Rancangan"
    ISSUED = "ditetapkan", "Ditetapkan"
    REVOKED = "dicabut", "Dicabut"


class Relation(models.TextChoices):
    REPLACES = "mengganti", "Mengganti"
    AMENDS = "mengubah", "Mengubah"


class DecreeQuerySet(RegionQuerySet["Decree"]):
    def in_force_on(self, day: dt.date) -> Self:
        """Signed, begun, not ended, not revoked or replaced by `day`."""
        ended = Q(ended_on__isnull=False, ended_on__lte=day)
        return self.filter(
            Q(effective_until=None) | Q(effective_until__gte=day),
            effective_from__lte=day,
            state__in=[State.ISSUED, State.REVOKED],
        ).exclude(ended)

    def same_subject(self, decree: Decree) -> Self:
        """One kind for one subject: the region, or an OPD for SK Focal Point."""
        return self.filter(region=decree.region, kind=decree.kind, opd=decree.opd)

    def issued(self) -> Self:
        return self.exclude(state=State.DRAFT)

    def issued_or_of(self, region: Region) -> Self:
        """Signed ones anywhere, drafts of the own region only."""
        return self.filter(~Q(state=State.DRAFT) | Q(region=region))

    def matching(self, words: str) -> Self:
        return self.filter(
            Q(number__icontains=words)
            | Q(title__icontains=words)
            | Q(alias__icontains=words)
            | Q(opd__name__icontains=words)
        )

    def with_status_on(self, day: dt.date, code: str) -> Self:
        """Rows whose computed status on `day` is `code` (see queries.py)."""
        signed = self.exclude(state=State.DRAFT)
        ended = Q(ended_on__isnull=False, ended_on__lte=day)
        match code:
            case "rancangan":
                return self.filter(state=State.DRAFT)
            case "berlaku":
                return self.in_force_on(day)
            case "belum":
                return signed.filter(effective_from__gt=day).exclude(ended)
            case "dicabut":
                return signed.filter(ended, state=State.REVOKED)
            case "diganti":
                return signed.filter(ended, state=State.ISSUED)
            case "kedaluwarsa":
                return signed.filter(effective_until__lt=day).exclude(ended)
        return self.none()


class Decree(models.Model):
    """`ended_on`: first day on which a revocation or replacement has ended it early.

    An amendment (`relation` mengubah) is read together with its base: one chain.
    """

    region = models.ForeignKey(Region, on_delete=models.PROTECT)
    kind = models.CharField("jenis SK", max_length=16, choices=Kind)
    # The subject: the region itself, or one OPD for SK Focal Point.
    opd = models.ForeignKey(
        Opd, null=True, blank=True, on_delete=models.PROTECT, verbose_name="OPD"
    )
    number = models.CharField("nomor", max_length=100, blank=True)
    title = models.CharField("tentang", max_length=300)
    alias = models.CharField("nama forum/tim", max_length=80, blank=True)
    issuer_position = models.CharField("jabatan penandatangan", max_length=150)
    signed_name = models.CharField("nama penandatangan", max_length=120, blank=True)
    signed_place = models.CharField("ditetapkan di", max_length=80, blank=True)
    signed_on = models.DateField("tanggal penetapan", null=True, blank=True)
    effective_from = models.DateField("berlaku sejak", null=True, blank=True)
    effective_until = models.DateField("berlaku sampai", null=True, blank=True)
    state = models.CharField(max_length=12, choices=State, default=State.DRAFT)
    relation = models.CharField(
        "hubungan dengan SK lain", max_length=10, choices=Relation, blank=True
    )
    related = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="successors",
        verbose_name="SK yang diubah atau diganti",
    )
    ended_on = models.DateField("diakhiri pada", null=True, blank=True)
    end_reason = models.CharField("alasan pencabutan", max_length=250, blank=True)
    scan = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    note = models.TextField("catatan", blank=True)
    made_by = models.ForeignKey(
        User, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    State = State
    Kind = Kind

    objects = DecreeQuerySet.as_manager()

    class Meta:
        ordering = ["region", "-signed_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "kind", "number", "signed_on"],
                condition=~Q(number=""),
                name="decree_number_once",
            ),
            models.CheckConstraint(
                condition=Q(effective_until=None)
                | Q(effective_until__gte=F("effective_from")),
                name="decree_end_not_before_start",
            ),
            models.CheckConstraint(
                condition=Q(state=State.DRAFT)
                | (
                    ~Q(number="")
                    & Q(signed_on__isnull=False, effective_from__isnull=False)
                ),
                name="decree_issued_has_number_and_dates",
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.FOCAL_POINT, opd__isnull=False)
                | (~Q(kind=Kind.FOCAL_POINT) & Q(opd__isnull=True)),
                name="decree_opd_only_for_focal_point",
            ),
        ]
        indexes = [
            models.Index(
                fields=["region", "kind", "effective_from"], name="decree_kind"
            )
        ]

    def __str__(self) -> str:
        return f"{self.issuer_position} {self.number}".strip()

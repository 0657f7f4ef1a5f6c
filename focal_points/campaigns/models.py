"""Pengumpulan: which PPRG documents every OPD is asked for, until when, and what came."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models
from django.db.models import Q

from focal_points.appointments.scope import OpdScopedQuerySet
from focal_points.opd.models import Opd
from focal_points.planning.models import Stage
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.files.models import StoredFile
from pug_portal.lib.dates import zone_of
from pug_portal.regions.models import Region


class DocumentKind(models.TextChoices):
    GAP = "gap", "GAP"
    GBS = "gbs", "GBS/PAG"
    KAK = "kak", "KAK"
    DECREE = "sk_fp", "SK Focal Point"
    RENSTRA = "renstra", "Renstra"
    RENJA = "renja", "Renja"
    RKA = "rka", "RKA"
    DPA = "dpa", "DPA"
    DPPA = "dppa", "DPPA"


class DocumentState(models.TextChoices):
    """MISSING is never stored: there is no row then."""

    MISSING = "belum", "Belum"
    UPLOADED = "diunggah", "Diunggah"
    ACCEPTED = "diterima", "Diterima"
    RETURNED = "dikembalikan", "Dikembalikan"


class CampaignQuerySet(RegionQuerySet["Campaign"]):
    region_lookup: ClassVar[str] = "stage__region"


class Campaign(models.Model):
    """Open until every document is accepted, or until somebody closes it and says why."""

    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="campaigns")
    title = models.CharField("judul", max_length=150)
    # Values of DocumentKind in their order.
    kinds = models.JSONField("dokumen yang diminta", default=list)
    message = models.TextField("pesan untuk OPD", blank=True)
    # Which OPD are asked is decided by the day on which it was opened.
    opened_on = models.DateField("dibuka")
    opened_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )
    due_on = models.DateField("tenggat")
    # The last move of the deadline; earlier ones stand in the trail.
    due_before = models.DateField("tenggat sebelumnya", null=True, blank=True)
    due_reason = models.CharField("alasan tenggat dipindah", max_length=250, blank=True)
    closed_at = models.DateTimeField("ditutup pada", null=True, blank=True)
    closed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # Empty when it closed because everything had been accepted.
    close_reason = models.CharField("alasan ditutup", max_length=250, blank=True)

    objects = CampaignQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=False) | Q(close_reason=""),
                name="campaign_reason_only_when_closed",
            ),
            models.CheckConstraint(
                condition=Q(due_before=None, due_reason="")
                | (Q(due_before__isnull=False) & ~Q(due_reason="")),
                name="campaign_due_moved_means_why",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def region(self) -> Region:
        return self.stage.region

    @property
    def asked(self) -> list[DocumentKind]:
        return [DocumentKind(value) for value in self.kinds]

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    def is_late_on(self, day: dt.date) -> bool:
        return self.is_open and day > self.due_on


class CampaignDocumentQuerySet(OpdScopedQuerySet["CampaignDocument"]):
    region_lookup: ClassVar[str] = "opd__region"


class CampaignDocument(models.Model):
    """One kind of document of one OPD. `earlier`: files that a newer one replaced."""

    campaign = models.ForeignKey(
        Campaign, on_delete=models.PROTECT, related_name="documents"
    )
    opd = models.ForeignKey(Opd, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("dokumen", max_length=8, choices=DocumentKind)
    state = models.CharField(
        max_length=12, choices=DocumentState, default=DocumentState.UPLOADED
    )
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, related_name="campaign_documents"
    )
    earlier = models.ManyToManyField(StoredFile, related_name="+")
    uploaded_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )
    uploaded_at = models.DateTimeField()
    # The first upload decides whether it came in time, as with the reports.
    first_uploaded_at = models.DateTimeField()
    judged_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    judged_at = models.DateTimeField(null=True, blank=True)
    note = models.CharField("catatan", max_length=500, blank=True)

    objects = CampaignDocumentQuerySet.as_manager()

    class Meta:
        ordering = ["campaign", "opd", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "opd", "kind"], name="campaign_document_once"
            ),
            models.CheckConstraint(
                condition=~Q(state=DocumentState.RETURNED) | ~Q(note=""),
                name="campaign_document_returned_with_note",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.opd.short_name}"

    def is_late_in(self, campaign: Campaign) -> bool:
        """By the wall clock of the region; the campaign comes along, so no row asks."""
        zone = zone_of(campaign.region.zone)
        return self.first_uploaded_at.astimezone(zone).date() > campaign.due_on

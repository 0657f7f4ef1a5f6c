"""The library of evidence: documents, their versions, and the words read from them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from focal_points.opd.models import Opd
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.files.models import StoredFile
from pug_portal.regions.models import Region


class TextState(models.TextChoices):
    QUEUED = "antri", "Teks belum dibaca"
    READ = "terbaca", "Teks terbaca"
    EMPTY = "tanpa_teks", "Tanpa teks"
    UNREADABLE = "tidak_terbaca", "Teks tidak terbaca"


class EvidenceDocument(models.Model):
    """What proves something, whichever of its versions: of the region, or of one OPD."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    opd = models.ForeignKey(
        Opd, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField("judul", max_length=200)
    prerequisite = models.CharField("prasyarat", max_length=8, blank=True)
    added_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )
    added_role = models.CharField(max_length=20, blank=True)
    added_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True, blank=True)
    retired_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    retire_reason = models.CharField("alasan ditarik", max_length=250, blank=True)

    objects = RegionQuerySet["EvidenceDocument"].as_manager()

    class Meta:
        ordering = ["region", "-added_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(retired_at=None) | ~Q(retire_reason=""),
                name="evidence_retired_has_reason",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def sealed_label(self) -> str:
        return "dokumen bukti OPD"

    @property
    def is_sealed(self) -> bool:
        """What an OPD keeps is told in the region's trail without its name."""
        return self.opd_id is not None

    @property
    def is_retired(self) -> bool:
        return self.retired_at is not None


class VersionQuerySet(RegionQuerySet["EvidenceVersion"]):
    region_lookup: ClassVar[str] = "document__region"


class EvidenceVersion(models.Model):
    """One file of a document. It is never changed: a new one is put above it."""

    document = models.ForeignKey(
        EvidenceDocument, on_delete=models.CASCADE, related_name="versions"
    )
    number = models.PositiveSmallIntegerField("versi")
    file = models.OneToOneField(
        StoredFile, on_delete=models.PROTECT, related_name="library_version"
    )
    note = models.CharField("yang berubah", max_length=250, blank=True)
    is_adopted = models.BooleanField(
        "berkas bagian lain portal",
        default=False,
        help_text="Hak bacanya tetap pada bagian yang memilikinya.",
    )
    added_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField()
    text_state = models.CharField(
        max_length=14, choices=TextState, default=TextState.QUEUED
    )
    text_note = models.CharField(max_length=200, blank=True)
    text_attempts = models.PositiveSmallIntegerField(default=0)
    text_due_at = models.DateTimeField(null=True, blank=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["document", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "number"], name="evidence_version_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document} versi {self.number}"


class VersionPage(models.Model):
    """Words of one page, twice: as written, and folded letter by letter for searching."""

    version = models.ForeignKey(
        EvidenceVersion, on_delete=models.CASCADE, related_name="pages"
    )
    number = models.PositiveIntegerField("halaman")
    text = models.TextField()
    folded = models.TextField()

    class Meta:
        ordering = ["version", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "number"], name="evidence_page_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.version} hal. {self.number}"

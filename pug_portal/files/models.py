"""StoredFile: one file, kept once, that decrees, reports, evidence and meetings point at."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.regions.models import Region


class StoredFileQuerySet(RegionQuerySet["StoredFile"]):
    region_lookup: ClassVar[str] = "region"


# Folders of what an OPD alone reads until it sends it: the trail does not name the files.
SEALED_FOLDERS = frozenset({"laporan-opd", "bukti-opd", "pprg-opd"})


class StoredFile(models.Model):
    """Content never changes. `sha256` is of the stored bytes, `sha256_received` of the
    bytes as they came: an image is re-encoded without its metadata."""

    class Kind(models.TextChoices):
        PDF = "pdf", "PDF"
        DOCX = "docx", "DOCX"
        XLSX = "xlsx", "XLSX"
        JPG = "jpg", "JPG"
        PNG = "png", "PNG"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    region = models.ForeignKey(Region, on_delete=models.PROTECT)
    name = models.CharField("nama berkas", max_length=200)
    kind = models.CharField(max_length=4, choices=Kind)
    size = models.PositiveBigIntegerField("ukuran (bita)")
    pages = models.PositiveIntegerField("halaman", null=True, blank=True)
    sha256 = models.CharField(max_length=64, db_index=True)
    sha256_received = models.CharField(max_length=64)
    path = models.CharField(max_length=200, unique=True)
    document_date = models.DateField("tanggal dokumen", null=True, blank=True)
    valid_until = models.DateField("berlaku sampai", null=True, blank=True)
    uploaded_by = models.ForeignKey(
        User, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    uploaded_at = models.DateTimeField()

    objects = StoredFileQuerySet.as_manager()

    class Meta:
        ordering = ["-uploaded_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until=None)
                | Q(document_date=None)
                | Q(valid_until__gte=F("document_date")),
                name="file_valid_until_not_before_date",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_sealed(self) -> bool:
        return not SEALED_FOLDERS.isdisjoint(self.path.split("/"))

    @property
    def sealed_label(self) -> str:
        return f"berkas {self.get_kind_display()}"

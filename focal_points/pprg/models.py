"""Dokumen PPRG of one OPD for one budget year: GAP, GBS and KAK (domain.md §4.2–4.8)."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from focal_points.appointments.scope import OpdScopedQuerySet
from focal_points.indicators.models import Indicator
from focal_points.opd.models import Opd
from pug_portal.access.actor import Actor
from pug_portal.access.roles import OPD_ROLES, Role
from pug_portal.accounts.models import User
from pug_portal.files.models import StoredFile


class Kind(models.TextChoices):
    GAP = "gap", "GAP"
    GBS = "gbs", "GBS"
    KAK = "kak", "KAK"


class GapFormat(models.TextChoices):
    NINE = "gap9", "Sembilan langkah"
    FOUR = "gap4", "Empat langkah"


class State(models.TextChoices):
    DRAFT = "draf", "Draf"
    SUBMITTED = "diajukan", "Menunggu telaah"
    REVIEWING = "ditelaah", "Sedang ditelaah"
    REVISE = "perlu_perbaikan", "Perlu perbaikan"
    APPROVED = "disetujui", "Disetujui"
    REJECTED = "ditolak", "Ditolak"


EDITABLE = (State.DRAFT, State.REVISE)


class DocumentQuerySet(OpdScopedQuerySet["PprgDocument"]):
    def readable_by(self, actor: Actor) -> Self:
        """A draft belongs to its OPD alone; others read what was sent (domain.md §10.6)."""
        rows = self.for_actor(actor)
        if actor.is_system or actor.role in OPD_ROLES:
            return rows
        own = Q(opd__region=actor.region)
        approved = Q(state=State.APPROVED)
        sent = ~Q(sent_count=0)
        if actor.role == Role.TELAAH:
            from focal_points.pprg.team import opds_reviewed_by

            return rows.filter(own & sent, opd__in=opds_reviewed_by(actor))
        if actor.role in {Role.SEKRETARIAT, Role.BAPPEDA}:
            return rows.filter((own & sent) | (~own & approved))
        return rows.filter(approved) if actor.role == Role.PIMPINAN else rows.none()


class PprgDocument(models.Model):
    """`content` holds the fields of its template by name; `prefilled` where they came from."""

    opd = models.ForeignKey(
        Opd, on_delete=models.PROTECT, related_name="pprg_documents"
    )
    year = models.PositiveSmallIntegerField("tahun anggaran")
    kind = models.CharField("jenis", max_length=3, choices=Kind)
    gap_format = models.CharField(
        "format GAP", max_length=4, choices=GapFormat, blank=True
    )
    title = models.CharField("judul", max_length=200)
    # The GAP of a GBS, the GBS of a KAK.
    source = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="derived",
    )
    state = models.CharField(max_length=16, choices=State, default=State.DRAFT)
    content = models.JSONField(default=dict)
    prefilled = models.JSONField(default=dict, blank=True)
    # Of the library: which this document names.
    indicators = models.ManyToManyField(Indicator, related_name="pprg_documents")
    # Everyone who typed or sent it: none of them may judge it.
    filled_by = models.ManyToManyField(User, related_name="+")
    created_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )
    touched_at = models.DateTimeField()
    # Submissions not taken back: zero means that nobody outside the OPD has seen it.
    sent_count = models.PositiveSmallIntegerField(default=0)
    submitted_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    # Why it was approved although a reviewer of that submission said «tolak».
    approval_reason = models.TextField("alasan tetap disetujui", blank=True)
    stamp_number = models.CharField("nomor persetujuan", max_length=40, blank=True)
    # The head's own signature; without it a GBS is not counted.
    signed_page = models.ForeignKey(
        StoredFile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="signed_pprg",
    )
    signed_on = models.DateField("tanggal tanda tangan", null=True, blank=True)
    signed_by_name = models.CharField("ditandatangani oleh", max_length=120, blank=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["opd", "-year", "kind", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    state=State.APPROVED,
                    approved_at__isnull=False,
                    approved_by__isnull=False,
                )
                | (
                    ~Q(state=State.APPROVED)
                    & Q(approved_at__isnull=True, approved_by__isnull=True)
                ),
                name="pprg_approved_means_who_and_when",
            ),
            models.CheckConstraint(
                condition=(Q(kind=Kind.GAP) & ~Q(gap_format=""))
                | (~Q(kind=Kind.GAP) & Q(gap_format="")),
                name="pprg_only_gap_has_format",
            ),
            models.UniqueConstraint(
                fields=["stamp_number"],
                condition=~Q(stamp_number=""),
                name="pprg_stamp_unique",
            ),
        ]
        indexes = [
            models.Index(fields=["opd", "year", "kind"], name="pprg_by_opd_year")
        ]

    def __str__(self) -> str:
        return (
            f"{self.get_kind_display()} {self.title} {self.opd.short_name} {self.year}"
        )

    @property
    def sealed_label(self) -> str:
        """In the trail of a draft: the title belongs to the OPD alone."""
        return f"{self.get_kind_display()} {self.opd.short_name} {self.year}"

    @property
    def status(self) -> State:
        return State(self.state)

    @property
    def counts(self) -> bool:
        """A GBS counts only with the head's signed page."""
        if self.state != State.APPROVED:
            return False
        return self.kind != Kind.GBS or self.signed_page_id is not None


class PprgVersion(models.Model):
    """A submission as it was: immutable. Others than the OPD read the last one."""

    document = models.ForeignKey(
        PprgDocument, on_delete=models.CASCADE, related_name="versions"
    )
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    content = models.JSONField()
    submitted_at = models.DateTimeField()
    submitted_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["document", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "number"], name="pprg_version_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document} versi {self.number}"


class PprgNote(models.Model):
    """A reviewer's remark on a step, perhaps with a marked-up file. Kept over all rounds."""

    document = models.ForeignKey(
        PprgDocument, on_delete=models.CASCADE, related_name="notes"
    )
    step = models.CharField("langkah", max_length=16, blank=True)
    text = models.TextField("catatan")
    file = models.ForeignKey(
        StoredFile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="pprg_notes",
    )
    version = models.PositiveSmallIntegerField("pengajuan ke")
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["document", "version", "pk"]

    def __str__(self) -> str:
        return self.text[:60]

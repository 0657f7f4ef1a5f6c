"""What surrounds a report: notes beside its fields, its submissions, the head's approval."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from focal_points.progress.models import Progress
from pug_portal.accounts.models import User
from pug_portal.files.models import StoredFile


class ProgressNote(models.Model):
    """A verifier's remark beside a field. Kept over all rounds."""

    class Resolution(models.TextChoices):
        MENDED = "diperbaiki", "Sudah diperbaiki"
        OVERRULED = "dikesampingkan", "Dikesampingkan"

    progress = models.ForeignKey(
        Progress, on_delete=models.CASCADE, related_name="notes"
    )
    field = models.CharField("isian", max_length=60, blank=True)
    text = models.TextField("catatan")
    round = models.PositiveSmallIntegerField(default=1)
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    resolution = models.CharField(max_length=14, choices=Resolution, blank=True)

    class Meta:
        ordering = ["progress_id", "round", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(resolved_at=None, resolved_by=None, resolution="")
                | (Q(resolved_at__isnull=False) & ~Q(resolution="")),
                name="note_resolved_means_when_and_how",
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]


class NoteReply(models.Model):
    """What the OPD, or the verifier again, says to a remark."""

    note = models.ForeignKey(
        ProgressNote, on_delete=models.CASCADE, related_name="replies"
    )
    text = models.TextField("tanggapan")
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["note_id", "pk"]

    def __str__(self) -> str:
        return self.text[:60]


class SectionAuthor(models.Model):
    """Whom the OPD's people asked to fill a section. Everybody may still type there."""

    progress = models.ForeignKey(
        Progress, on_delete=models.CASCADE, related_name="section_authors"
    )
    section = models.CharField("bagian", max_length=20)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["progress_id", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["progress", "section"], name="section_author_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.section}: {self.user}"


class ProgressVersion(models.Model):
    """A submission as it was: immutable. Withdrawn unread, nobody else reads it."""

    progress = models.ForeignKey(
        Progress, on_delete=models.CASCADE, related_name="versions"
    )
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    # Taken off the report later, they still belong to what was sent.
    files = models.ManyToManyField(StoredFile, related_name="progress_versions")
    submitted_at = models.DateTimeField()
    submitted_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )
    submitted_as = models.CharField("diajukan oleh", max_length=170, blank=True)
    # As the SK read on that day: one recorded later leaves what was sent as it was.
    submitted_under = models.CharField("dasar", max_length=250, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    # It keeps its mark when the report is opened again: later ones are held against it.
    verified_at = models.DateTimeField(null=True, blank=True)
    verified_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["progress_id", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["progress", "number"], name="progress_version_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.progress} versi {self.number}"

    @property
    def sender(self) -> str:
        return str(self.submitted_by) if self.submitted_by else self.submitted_as


class Recheck(models.Model):
    """A changed answer read again by a verifier, against the version verified before.

    It holds for that very answer: another one has another fingerprint and is asked again.
    """

    version = models.ForeignKey(
        ProgressVersion, on_delete=models.CASCADE, related_name="rechecks"
    )
    key = models.CharField("isian", max_length=60)
    fingerprint = models.CharField(max_length=16, blank=True)
    checked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    checked_at = models.DateTimeField()

    class Meta:
        ordering = ["version_id", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "key"], name="recheck_once_per_answer"
            )
        ]

    def __str__(self) -> str:
        return f"{self.version}: {self.key}"


class KeptDraft(models.Model):
    """The draft as it stood before an older text took its place: nothing is lost."""

    progress = models.ForeignKey(
        Progress, on_delete=models.CASCADE, related_name="kept_drafts"
    )
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    # What was typed but could not be read yet belongs to the text as well.
    unread = models.JSONField(default=dict, blank=True)
    carried = models.JSONField(default=list, blank=True)
    files = models.ManyToManyField(StoredFile, related_name="kept_drafts")
    # What took its place, in words: «pengajuan ke-2».
    replaced_by = models.CharField(max_length=40)
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["progress_id", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["progress", "number"], name="kept_draft_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.progress} draf tersimpan {self.number}"


class Approval(models.Model):
    """How the head of the OPD approved: account, one-time link or uploaded signed page."""

    class Kind(models.TextChoices):
        ACCOUNT = "akun", "Akun Kepala OPD"
        LINK = "tautan", "Tautan sekali pakai"
        SIGNED_PAGE = "lembar", "Lembar bertanda tangan"

    progress = models.ForeignKey(
        Progress, on_delete=models.CASCADE, related_name="approvals"
    )
    kind = models.CharField(max_length=8, choices=Kind)
    # The report as saved when the approval was asked; a later change needs a new one.
    progress_version = models.PositiveIntegerField()
    # What the head was asked to read; empty for what was asked before this was kept.
    content = models.JSONField(null=True, blank=True)
    head_name = models.CharField("nama Kepala OPD", max_length=120, blank=True)
    user = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    token_digest = models.CharField(max_length=64, blank=True, db_index=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    signed_page = models.ForeignKey(
        StoredFile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="signed_approvals",
    )
    asked_at = models.DateTimeField()
    given_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    return_reason = models.TextField("alasan dikembalikan", blank=True)

    class Meta:
        ordering = ["progress_id", "-asked_at", "-pk"]

    def __str__(self) -> str:
        return f"Persetujuan {self.progress} ({self.get_kind_display()})"

    @property
    def in_words(self) -> str:
        """Inside a sentence: «akun Kepala OPD»."""
        label = self.get_kind_display()
        return f"{label[:1].lower()}{label[1:]}"

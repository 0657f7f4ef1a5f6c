"""Rapat: preparation, attendance, minutes, and recommendations that are followed up."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from focal_points.appointments.scope import opd_ids_of
from focal_points.opd.models import Opd
from pug_portal.access.actor import Actor
from pug_portal.access.roles import OPD_ROLES
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.files.models import StoredFile
from pug_portal.regions.models import Region


class Kind(models.TextChoices):
    COORDINATION = "rapat_koordinasi", "Rapat koordinasi"
    POKJA = "rapat_pokja", "Rapat Pokja"
    TECHNICAL_TEAM = "rapat_tim_teknis", "Rapat Tim Teknis"
    FOCAL_POINT = "rapat_focal_point", "Rapat focal point"
    EVALUATION = "evaluasi", "Evaluasi"
    TRAINING = "bimtek", "Bimbingan teknis"
    ADVOCACY = "sosialisasi_advokasi", "Sosialisasi dan advokasi"
    AUDIENCE = "audiensi", "Audiensi"


class State(models.TextChoices):
    PLANNED = "rencana", "Rencana"
    INVITED = "diundang", "Diundang"
    RUNNING = "berlangsung", "Berlangsung"
    CORRECTION = "koreksi", "Koreksi"
    SETTLED = "disahkan", "Disahkan"
    POSTPONED = "ditunda", "Ditunda"
    CANCELLED = "dibatalkan", "Dibatalkan"


class Meeting(models.Model):
    """Organiser and host are two facts; the notulis signs, the chair settles."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT)
    kind = models.CharField("jenis", max_length=24, choices=Kind)
    title = models.CharField("nama rapat", max_length=250)
    theme = models.CharField("tema", max_length=250, blank=True)
    starts_at = models.DateTimeField("mulai")
    ends_at = models.DateTimeField("selesai")
    place = models.CharField("tempat", max_length=200)
    organiser = models.CharField("penyelenggara", max_length=150)
    host = models.CharField("tuan rumah", max_length=150, blank=True)
    chair_name = models.CharField("pimpinan rapat", max_length=120, blank=True)
    chair_position = models.CharField(
        "jabatan pimpinan rapat", max_length=150, blank=True
    )
    opened_by = models.CharField("dibuka oleh", max_length=200, blank=True)
    represents = models.CharField("mewakili", max_length=150, blank=True)
    speakers = models.TextField("narasumber", blank=True, help_text="Satu per baris.")
    planned_participants = models.PositiveIntegerField(
        "rencana jumlah peserta", null=True, blank=True
    )
    is_past_entry = models.BooleanField("dicatat sesudah rapat", default=False)
    duties = models.JSONField("tugas Pokja", default=list, blank=True)
    state = models.CharField(max_length=12, choices=State, default=State.PLANNED)
    notulis = models.CharField("notulis", max_length=120, blank=True)
    signed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    signed_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    # The settled minutes as one frozen text, and its hash.
    settled_content = models.JSONField(null=True, blank=True)
    settled_sha256 = models.CharField(max_length=64, blank=True)

    objects = RegionQuerySet["Meeting"].as_manager()

    class Meta:
        ordering = ["region", "-starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gte=F("starts_at")),
                name="meeting_end_not_before_start",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.SETTLED)
                | Q(
                    settled_by__isnull=False,
                    settled_at__isnull=False,
                    signed_by__isnull=False,
                ),
                name="meeting_settled_means_who_and_when",
            ),
        ]
        indexes = [
            models.Index(fields=["region", "-starts_at"], name="meeting_of_region")
        ]

    def __str__(self) -> str:
        return self.title


class ExpectedOutcome(models.Model):
    class Verdict(models.TextChoices):
        REACHED = "tercapai", "Tercapai"
        PARTLY = "sebagian", "Sebagian"
        NOT_YET = "belum", "Belum"

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="outcomes"
    )
    order = models.PositiveSmallIntegerField(default=1)
    text = models.CharField("hasil yang diharapkan", max_length=300)
    verdict = models.CharField("penilaian", max_length=10, choices=Verdict, blank=True)

    class Meta:
        ordering = ["meeting", "order", "pk"]

    def __str__(self) -> str:
        return self.text


class AgendaItem(models.Model):
    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="agenda"
    )
    order = models.PositiveSmallIntegerField(default=1)
    time = models.CharField("waktu", max_length=20, blank=True)
    text = models.CharField("acara", max_length=250)
    speaker = models.CharField("pengisi", max_length=150, blank=True)

    class Meta:
        ordering = ["meeting", "order", "pk"]

    def __str__(self) -> str:
        return self.text


class Attendance(models.Model):
    """Who came: an OPD or another institution, with men and women counted."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="attendance"
    )
    order = models.PositiveSmallIntegerField(default=1)
    opd = models.ForeignKey(
        Opd, null=True, blank=True, on_delete=models.PROTECT, verbose_name="OPD"
    )
    institution = models.CharField("instansi lain", max_length=150, blank=True)
    names = models.TextField("nama yang hadir", blank=True, help_text="Satu per baris.")
    represents = models.CharField("mewakili", max_length=150, blank=True)
    is_leader = models.BooleanField("unsur pimpinan daerah", default=False)
    men = models.PositiveIntegerField("laki-laki", default=0)
    women = models.PositiveIntegerField("perempuan", default=0)

    class Meta:
        ordering = ["meeting", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(opd__isnull=False, institution="")
                | (Q(opd__isnull=True) & ~Q(institution="")),
                name="attendance_is_opd_or_institution",
            ),
            models.UniqueConstraint(
                fields=["meeting", "opd"],
                condition=Q(opd__isnull=False),
                name="attendance_opd_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.opd or self.institution)

    @property
    def total(self) -> int:
        return self.men + self.women


class MinutesItem(models.Model):
    """A point of the minutes; a sub-item has a parent."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="minutes"
    )
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="children"
    )
    order = models.PositiveSmallIntegerField(default=1)
    text = models.TextField("isi")

    class Meta:
        ordering = ["meeting", "order", "pk"]

    def __str__(self) -> str:
        return self.text[:80]


class MeetingFile(models.Model):
    class Kind(models.TextChoices):
        INVITATION = "undangan", "Undangan"
        ATTENDANCE = "daftar_hadir", "Daftar hadir"
        PHOTO = "foto", "Foto"
        MATERIAL = "bahan", "Bahan paparan"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="files")
    kind = models.CharField("jenis", max_length=12, choices=Kind)
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, related_name="meeting_files"
    )
    caption = models.CharField("keterangan", max_length=200, blank=True)

    class Meta:
        ordering = ["meeting", "kind", "pk"]

    def __str__(self) -> str:
        return self.caption or str(self.file)


class FollowUpState(models.TextChoices):
    OPEN = "belum", "Belum"
    IN_PROGRESS = "proses", "Proses"
    DONE = "selesai", "Selesai"
    CANCELLED = "batal", "Batal"


class RecommendationQuerySet(RegionQuerySet["Recommendation"]):
    region_lookup: ClassVar[str] = "meeting__region"

    def for_actor(self, actor: Actor) -> RecommendationQuerySet:
        """OPD people see the recommendations that fall to their OPD."""
        rows = super().for_actor(actor)
        if actor.role in OPD_ROLES:
            return rows.filter(responsible_opd__in=opd_ids_of(actor))
        return rows


class Recommendation(models.Model):
    """Numbered per region and year; its follow-up runs on the same row."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="recommendations"
    )
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    text = models.TextField("rekomendasi")
    proposer_opd = models.ForeignKey(
        Opd, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    proposer = models.CharField("pengusul lain", max_length=150, blank=True)
    responsible_opd = models.ForeignKey(
        Opd,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="recommendations",
        verbose_name="OPD penanggung jawab",
    )
    responsible = models.CharField("penanggung jawab lain", max_length=150, blank=True)
    due_on = models.DateField("tenggat", null=True, blank=True)
    is_example = models.BooleanField("contoh", default=False)
    state = models.CharField(
        max_length=8, choices=FollowUpState, default=FollowUpState.OPEN
    )
    done_on = models.DateField("selesai pada", null=True, blank=True)
    confirmed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    cancel_reason = models.CharField("alasan batal", max_length=250, blank=True)

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "number"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=FollowUpState.CANCELLED) | ~Q(cancel_reason=""),
                name="recommendation_cancelled_has_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state=FollowUpState.DONE)
                | Q(done_on__isnull=False, confirmed_by__isnull=False),
                name="recommendation_done_means_who_and_when",
            ),
        ]

    def __str__(self) -> str:
        return f"Rekomendasi {self.number}/{self.year}"


class FollowUpNote(models.Model):
    """What was done about a recommendation, by whom, with proof."""

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="notes"
    )
    text = models.TextField("uraian")
    file = models.ForeignKey(
        StoredFile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="follow_up_notes",
    )
    written_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["recommendation", "written_at", "pk"]

    def __str__(self) -> str:
        return self.text[:80]

"""Rapat: what is known of it, who came, what was said."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import F, Q

from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from pokja.meetings.choices import (
    STATE_TONES,
    VERDICT_TONES,
    FileKind,
    Kind,
    State,
    Verdict,
)
from pokja.meetings.scope import MeetingQuerySet
from pokja.meetings.times import local_day
from pokja.programme.models import ProgrammeLine
from pug_portal.accounts.models import User
from pug_portal.files.models import StoredFile
from pug_portal.lib.dates import (
    hari_tanggal,
    rentang_jam,
    rentang_tanggal,
    zone_of,
)
from pug_portal.regions.models import Region


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
    online_link = models.URLField("tautan rapat daring", max_length=300, blank=True)
    # Of those asked; empty: this meeting knows no quorum.
    quorum_percent = models.PositiveSmallIntegerField("kuorum", null=True, blank=True)
    is_past_entry = models.BooleanField("dicatat sesudah rapat", default=False)
    duties = models.JSONField("tugas Pokja", default=list, blank=True)
    # The root of the programme line it carries out.
    programme_line = models.ForeignKey(
        ProgrammeLine,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="meetings",
        verbose_name="baris program kerja",
    )
    state = models.CharField(
        "status", max_length=12, choices=State, default=State.PLANNED
    )
    # Why it was postponed, cancelled or sent back to the notulis.
    state_reason = models.CharField("alasan", max_length=250, blank=True)
    # For meetings entered from elsewhere: where the facts come from, what is a sample.
    source_note = models.TextField("sumber dan keterangan", blank=True)
    summary = models.TextField("ringkasan jalannya rapat", blank=True)
    # The page that wrote the summary last.
    summary_page = models.CharField(max_length=40, blank=True)
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
    # A settled correction makes version 2; the one before stays in MinutesVersion.
    version = models.PositiveSmallIntegerField("versi notulen", default=1)

    # Counts every change: a form opened before another one's save is noticed.
    revision = models.PositiveIntegerField(default=0)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["region", "-starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gte=F("starts_at")),
                name="meeting_end_not_before_start",
            ),
            models.CheckConstraint(
                condition=Q(quorum_percent__isnull=True)
                | Q(quorum_percent__gte=1, quorum_percent__lte=100),
                name="meeting_quorum_is_a_share",
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

    @property
    def day(self) -> dt.date:
        """The first one, on the wall of the region."""
        return local_day(self.starts_at, self.region)

    @property
    def is_many_days(self) -> bool:
        zone = zone_of(self.region.zone)
        first, last = self.starts_at.astimezone(zone), self.ends_at.astimezone(zone)
        return first.date() != last.date()

    @property
    def days(self) -> str:
        """«Senin, 26 Oktober 2020», or the range of a longer one."""
        zone = self.region.zone
        if self.is_many_days:
            return rentang_tanggal(self.starts_at, self.ends_at, zone)
        return hari_tanggal(self.starts_at, zone)

    @property
    def hours(self) -> str:
        return rentang_jam(self.starts_at, self.ends_at, self.region.zone)

    @property
    def is_settled(self) -> bool:
        return self.state == State.SETTLED

    @property
    def tone(self) -> tuple[str, str]:
        return STATE_TONES[self.state]


class ExpectedOutcome(models.Model):
    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="outcomes"
    )
    order = models.PositiveSmallIntegerField(default=1)
    text = models.CharField("hasil yang diharapkan", max_length=300)
    verdict = models.CharField("penilaian", max_length=10, choices=Verdict, blank=True)

    class Meta:
        ordering = ["meeting_id", "order", "pk"]

    def __str__(self) -> str:
        return self.text

    @property
    def tone(self) -> tuple[str, str] | None:
        return VERDICT_TONES.get(self.verdict)

    @property
    def told(self) -> str:
        verdict = f" ({self.get_verdict_display()})" if self.verdict else ""
        return f"{self.text}{verdict}"


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
        ordering = ["meeting_id", "order", "pk"]
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
            models.UniqueConstraint(
                fields=["meeting", "institution"],
                condition=~Q(institution=""),
                name="attendance_institution_once",
            ),
        ]

    def __str__(self) -> str:
        return self.who

    @property
    def who(self) -> str:
        opd = self.called_opd
        return opd.short_name if opd else self.institution

    @property
    def called_opd(self) -> Opd | None:
        """As the office was called on the day of the meeting."""
        if self.opd is None or not self.opd.former_names:
            return self.opd
        return named_on(self.opd, self.meeting.day)

    @property
    def told(self) -> str:
        return f"{self.who}: {self.men} L, {self.women} P"

    @property
    def total(self) -> int:
        return self.men + self.women


class MeetingFile(models.Model):
    """Undangan, daftar hadir, photos and slides that belong to a meeting."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="files")
    kind = models.CharField("jenis", max_length=12, choices=FileKind)
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, related_name="meeting_files"
    )
    caption = models.CharField("keterangan", max_length=200, blank=True)
    # Photographs are printed in this order.
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["meeting_id", "kind", "order", "pk"]

    def __str__(self) -> str:
        return self.caption or str(self.file)

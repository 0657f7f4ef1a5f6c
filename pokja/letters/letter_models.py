"""Kop surat of an issuing office, and a letter about a meeting."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from focal_points.offices.models import Office
from pokja.letters.choices import (
    STATE_TONES,
    Capacity,
    Form,
    Kind,
    Nature,
    Paper,
    State,
)
from pokja.meetings.models import Meeting
from pokja.meetings.scope import is_desk
from pug_portal.access.actor import Actor
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.files.models import StoredFile
from pug_portal.regions.models import Region


class Letterhead(models.Model):
    """The office that issues the letter: not always the one that keeps the Pokja."""

    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, related_name="letterheads"
    )
    name = models.CharField("nama singkat kantor", max_length=60)
    lines = models.TextField("baris kop")
    address = models.CharField("alamat", max_length=200, blank=True)
    phone = models.CharField("telepon", max_length=60, blank=True)
    email = models.EmailField("surel", blank=True)
    website = models.CharField("laman", max_length=100, blank=True)
    emblem = models.ForeignKey(
        StoredFile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="lambang",
    )
    paper = models.CharField(
        "ukuran kertas", max_length=2, choices=Paper, default=Paper.A4
    )
    place = models.CharField("tempat surat dibuat", max_length=60, blank=True)
    # {nomor}, {kode}, {tahun}, {bulan}; empty: the whole number is typed.
    number_format = models.CharField("format nomor", max_length=80, blank=True)
    code = models.CharField("kode klasifikasi", max_length=30, blank=True)
    # What the registry's own system looks for in the document.
    number_mark = models.CharField("penanda nomor", max_length=60, blank=True)
    revision = models.PositiveIntegerField(default=0)

    objects = RegionQuerySet["Letterhead"].as_manager()

    class Meta:
        ordering = ["region", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "name"], name="letterhead_name_once_per_region"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def contact(self) -> tuple[str, ...]:
        parts = [
            f"Telepon {self.phone}" if self.phone else "",
            f"Laman {self.website}" if self.website else "",
            f"Surel {self.email}" if self.email else "",
        ]
        second = ", ".join(part for part in parts if part)
        return tuple(line for line in (self.address, second) if line)


class LetterQuerySet(RegionQuerySet["Letter"]):
    region_lookup: ClassVar[str] = "meeting__region"

    def for_actor(self, actor: Actor) -> Self:
        """Letters of meetings one sees; drafts only at the desk of that region."""
        if actor.is_system:
            return self
        seen = self.filter(meeting__in=Meeting.objects.for_actor(actor).order_by())
        finished = Q(state=State.FINISHED)
        if is_desk(actor) and actor.region is not None:
            return seen.filter(finished | Q(meeting__region=actor.region.pk))
        return seen.filter(finished)

    def finished(self) -> Self:
        return self.filter(state=State.FINISHED)


class Letter(models.Model):
    """Finished: `content` is what was sent, whatever changes afterwards."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="letters"
    )
    kind = models.CharField("jenis", max_length=12, choices=Kind)
    state = models.CharField("status", max_length=8, choices=State, default=State.DRAFT)
    form = models.CharField("bentuk", max_length=8, choices=Form, default=Form.LISTED)
    letterhead = models.ForeignKey(
        Letterhead,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="letters",
        verbose_name="kop surat",
    )
    number = models.CharField("nomor", max_length=80, blank=True)
    code = models.CharField("kode klasifikasi", max_length=30, blank=True)
    dated = models.DateField("tanggal surat")
    nature = models.CharField(
        "sifat", max_length=14, choices=Nature, default=Nature.ORDINARY
    )
    attachment = models.CharField("lampiran", max_length=60, blank=True)
    subject = models.CharField("hal", max_length=200)
    addressed = models.CharField("kepada", max_length=200, blank=True)
    opening = models.TextField("pembuka")
    closing = models.TextField("penutup", blank=True)
    shows_agenda = models.BooleanField("cantumkan susunan acara", default=False)
    copies = models.TextField("tembusan", blank=True)
    signer = models.ForeignKey(
        Office,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="penanda tangan",
    )
    capacity = models.CharField(
        "kewenangan", max_length=8, choices=Capacity, default=Capacity.OWN
    )
    on_behalf_of = models.ForeignKey(
        Office,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="atas nama",
    )
    via = models.ForeignKey(
        Office,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="pejabat di antaranya",
    )
    # The letter that this one postpones, corrects or calls off.
    refers_to = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    content = models.JSONField(null=True, blank=True)
    content_sha256 = models.CharField(max_length=64, blank=True)
    finished_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    finished_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=0)

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["meeting_id", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "kind"],
                condition=Q(state=State.DRAFT),
                name="letter_one_draft_of_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(state=State.DRAFT)
                | Q(content__isnull=False, finished_at__isnull=False),
                name="letter_finished_has_content",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.meeting.title}"

    @property
    def is_finished(self) -> bool:
        return self.state == State.FINISHED

    @property
    def subject_shown(self) -> str:
        """Of a finished letter as it was sent."""
        return self.content["subject"] if self.content else ""

    @property
    def tone(self) -> tuple[str, str]:
        return STATE_TONES[self.state]

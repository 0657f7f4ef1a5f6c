"""Produk hukum: local rules about PUG, what changes or revokes them, how well they work."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Self

from django.db import models
from django.db.models import Case, CharField, Exists, F, OuterRef, Q, Value, When

from focal_points.opd.models import Opd
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.files.models import StoredFile
from pug_portal.regions.models import Region


class Kind(models.TextChoices):
    """In the order of rank in which a legal basis lists them."""

    REGIONAL_LAW = "perda", "Peraturan Daerah"
    HEAD_RULE = "perkada", "Peraturan kepala daerah"
    INSTRUCTION = "instruksi", "Instruksi kepala daerah"
    CIRCULAR = "se", "Surat Edaran"
    AGREEMENT = "pks", "Perjanjian kerja sama"
    MEMORANDUM = "mou", "Nota kesepahaman"
    OTHER = "lain", "Produk hukum lain"


AGREEMENTS = (Kind.AGREEMENT, Kind.MEMORANDUM)


class State(models.TextChoices):
    DRAFT = "rancangan", "Rancangan"
    ISSUED = "ditetapkan", "Ditetapkan"
    REVOKED = "dicabut", "Dicabut"


class Relation(models.TextChoices):
    AMENDS = "mengubah", "Mengubah"
    REVOKES = "mencabut", "Mencabut"


class Verdict(models.TextChoices):
    WORKS = "optimal", "Sudah optimal"
    WEAK = "belum_optimal", "Belum optimal"
    IDLE = "belum_dilaksanakan", "Belum dilaksanakan"
    OUTDATED = "perlu_diubah", "Perlu diubah"


class RegulationQuerySet(RegionQuerySet["Regulation"]):
    def issued(self) -> Self:
        return self.exclude(state=State.DRAFT)

    def readable_by(self, actor: Actor) -> Self:
        """What was signed in the whole width; a rancangan only where it is written."""
        rows = self.for_actor(actor)
        if actor.is_system:
            return rows
        if actor.region is None or not can(actor, Permission.REGULATION_EDIT):
            return rows.issued()
        return rows.filter(~Q(state=State.DRAFT) | Q(region=actor.region))

    def with_status_on(self, day: dt.date) -> Self:
        """Each row gets `status_code`, computed from its dates and from what links to it."""
        links = RegulationLink.objects.holding_on(day).filter(older=OuterRef("pk"))
        revoked = Exists(links.filter(relation=Relation.REVOKES).order_by())
        amended = Exists(links.filter(relation=Relation.AMENDS).order_by())
        return self.annotate(
            status_code=Case(
                When(state=State.DRAFT, then=Value("rancangan")),
                When(Q(revoked_on__lte=day) | Q(revoked), then=Value("dicabut")),
                When(effective_from__gt=day, then=Value("belum")),
                When(effective_until__lt=day, then=Value("kedaluwarsa")),
                When(amended, then=Value("diubah")),
                default=Value("berlaku"),
                output_field=CharField(),
            )
        )

    def in_force_on(self, day: dt.date) -> Self:
        return self.with_status_on(day).filter(status_code__in=("berlaku", "diubah"))

    def matching(self, words: str) -> Self:
        rows = self
        for word in words.split():
            found = Q(number__icontains=word) | Q(title__icontains=word)
            found |= Q(partner__icontains=word) | Q(name__icontains=word)
            if word.isdecimal():
                found |= Q(year=int(word))
            rows = rows.filter(found)
        return rows


class Regulation(models.Model):
    """`revoked_on`: first day without it, where nothing in this register revokes it."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT)
    kind = models.CharField("jenis", max_length=10, choices=Kind)
    # «Peraturan Bupati Blora»: how the paper names itself.
    name = models.CharField("sebutan", max_length=120)
    number = models.CharField("nomor", max_length=100, blank=True)
    year = models.PositiveSmallIntegerField("tahun", null=True, blank=True)
    title = models.CharField("tentang", max_length=300)
    partner = models.CharField("mitra", max_length=150, blank=True)
    signed_on = models.DateField("tanggal penetapan", null=True, blank=True)
    effective_from = models.DateField("berlaku sejak", null=True, blank=True)
    effective_until = models.DateField("berlaku sampai", null=True, blank=True)
    state = models.CharField(max_length=12, choices=State, default=State.DRAFT)
    revoked_on = models.DateField("dicabut mulai", null=True, blank=True)
    end_reason = models.CharField("alasan pencabutan", max_length=250, blank=True)
    scan = models.ForeignKey(
        StoredFile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="pindaian",
    )
    note = models.TextField("catatan", blank=True)
    made_by = models.ForeignKey(
        User, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    State = State
    Kind = Kind

    objects = RegulationQuerySet.as_manager()

    class Meta:
        ordering = ["region", "-year", "kind", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "kind", "number", "year"],
                condition=~Q(number=""),
                name="regulation_number_once",
            ),
            models.CheckConstraint(
                condition=Q(effective_until=None)
                | Q(effective_from=None)
                | Q(effective_until__gte=F("effective_from")),
                name="regulation_end_not_before_start",
            ),
            models.CheckConstraint(
                condition=Q(state=State.DRAFT)
                | (~Q(number="") & Q(year__isnull=False)),
                name="regulation_issued_has_number_and_year",
            ),
            models.CheckConstraint(
                condition=Q(state=State.REVOKED, revoked_on__isnull=False)
                | (~Q(state=State.REVOKED) & Q(revoked_on=None)),
                name="regulation_revoked_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        """«Peraturan Bupati Blora Nomor 5 Tahun 2014»."""
        if not self.number:
            return f"Rancangan {self.name}"
        return f"{self.name} Nomor {self.number} Tahun {self.year}"

    @property
    def begins_on(self) -> dt.date | None:
        """Old papers are often known by number and year alone."""
        if self.effective_from or self.signed_on:
            return self.effective_from or self.signed_on
        return dt.date(self.year, 1, 1) if self.year else None


class LinkQuerySet(models.QuerySet["RegulationLink"]):
    def holding_on(self, day: dt.date) -> Self:
        """Links of signed rules that have begun; a day never recorded counts as begun."""
        begun = Q(newer__effective_from=None) | Q(newer__effective_from__lte=day)
        stillborn = Q(
            newer__revoked_on__isnull=False,
            newer__revoked_on__lte=F("newer__effective_from"),
        )
        return self.filter(begun).exclude(newer__state=State.DRAFT).exclude(stillborn)


class RegulationLink(models.Model):
    """The newer paper says so itself: «mengubah …», «mencabut …»."""

    newer = models.ForeignKey(
        Regulation, on_delete=models.CASCADE, related_name="links_to"
    )
    older = models.ForeignKey(
        Regulation, on_delete=models.PROTECT, related_name="links_from"
    )
    relation = models.CharField("hubungan", max_length=10, choices=Relation)

    objects = LinkQuerySet.as_manager()

    class Meta:
        ordering = ["newer", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["newer", "older"], name="regulation_link_once"
            ),
            models.CheckConstraint(
                condition=~Q(newer=F("older")), name="regulation_link_not_to_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.newer} {self.get_relation_display().lower()} {self.older}"


class OfRegulationQuerySet(RegionQuerySet[models.Model]):
    region_lookup: ClassVar[str] = "regulation__region"


class RegulationEvaluation(models.Model):
    """How well it works, on which day, in whose judgement."""

    regulation = models.ForeignKey(
        Regulation, on_delete=models.PROTECT, related_name="evaluations"
    )
    on = models.DateField("tanggal evaluasi")
    judged_by = models.CharField("dinilai oleh", max_length=150)
    verdict = models.CharField("penilaian", max_length=20, choices=Verdict)
    text = models.TextField("uraian")

    objects = OfRegulationQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"Evaluasi {self.regulation}: {self.get_verdict_display().lower()}"


class RegulationFollowUp(models.Model):
    """What is to be done about it, by whom, until when."""

    regulation = models.ForeignKey(
        Regulation, on_delete=models.PROTECT, related_name="follow_ups"
    )
    evaluation = models.ForeignKey(
        RegulationEvaluation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="follow_ups",
        verbose_name="atas evaluasi",
    )
    text = models.TextField("tindak lanjut")
    opd = models.ForeignKey(
        Opd, null=True, blank=True, on_delete=models.PROTECT, verbose_name="OPD"
    )
    # For those outside the OPD, such as Bagian Hukum or DPRD.
    responsible = models.CharField("pelaksana lain", max_length=150, blank=True)
    planned_on = models.DateField("dicatat pada")
    due_on = models.DateField("tenggat", null=True, blank=True)
    done_on = models.DateField("selesai pada", null=True, blank=True)
    result = models.TextField("hasil", blank=True)

    objects = OfRegulationQuerySet.as_manager()

    class Meta:
        ordering = ["planned_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on=None) | ~Q(result=""),
                name="regulation_follow_up_done_has_result",
            )
        ]

    def __str__(self) -> str:
        return f"Tindak lanjut {self.regulation}"

    @property
    def owner(self) -> str:
        return self.opd.short_name if self.opd else self.responsible

    def is_late_on(self, day: dt.date) -> bool:
        return self.done_on is None and self.due_on is not None and self.due_on < day

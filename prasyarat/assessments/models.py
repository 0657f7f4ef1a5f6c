"""Dated answers to indicators, their evidence, and a region's own targets."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from focal_points.appointments.scope import opd_ids_of
from focal_points.opd.models import Opd
from prasyarat.instruments.models import Indicator
from pug_portal.access.actor import Actor
from pug_portal.access.roles import OPD_ROLES
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.files.models import StoredFile
from pug_portal.lib.dates import tanggal
from pug_portal.regions.models import Region


class State(models.TextChoices):
    DRAFT = "draf", "Draf"
    SUBMITTED = "diajukan", "Diajukan"
    NEEDS_WORK = "perlu_perbaikan", "Perlu perbaikan"
    VERIFIED = "terverifikasi", "Terverifikasi"
    NOT_APPLICABLE = "tidak_berlaku", "Tidak berlaku"


OPEN_STATES = (State.DRAFT, State.NEEDS_WORK)
WAITING = Q(state=State.SUBMITTED) | Q(
    state=State.NOT_APPLICABLE, verified_at__isnull=True
)


class AnswerQuerySet(RegionQuerySet["Answer"]):
    def as_of(self, day: dt.date) -> Self:
        return self.filter(as_of__lte=day)

    def waiting(self) -> Self:
        return self.filter(WAITING)

    def standing(self) -> Self:
        """Not handed back to the portal's own figure."""
        return self.filter(reverted_on=None)

    def for_actor(self, actor: Actor) -> Self:
        """OPD people: their region's own answers and those of their OPD."""
        rows = super().for_actor(actor)
        if actor.role in OPD_ROLES:
            return rows.filter(Q(opd=None) | Q(opd__in=opd_ids_of(actor)))
        return rows


def _score(label: str) -> models.DecimalField[Any, Any]:
    return models.DecimalField(
        label, max_digits=8, decimal_places=2, null=True, blank=True
    )


class Answer(models.Model):
    """An answer holds from `as_of` until a later one: every score is «per tanggal»."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT)
    opd = models.ForeignKey(Opd, null=True, blank=True, on_delete=models.PROTECT)
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="answers"
    )
    as_of = models.DateField("per tanggal")
    state = models.CharField(max_length=16, choices=State, default=State.DRAFT)
    choice = models.CharField("jawaban", max_length=12, blank=True)
    value = models.DecimalField(
        "nilai", max_digits=20, decimal_places=2, null=True, blank=True
    )
    numerator = models.DecimalField(
        "pembilang", max_digits=20, decimal_places=2, null=True, blank=True
    )
    denominator = models.DecimalField(
        "penyebut", max_digits=20, decimal_places=2, null=True, blank=True
    )
    denominator_kind = models.CharField("jenis penyebut", max_length=24, blank=True)
    text = models.TextField("uraian", blank=True)
    note = models.TextField("catatan", blank=True)
    not_applicable_reason = models.CharField(
        "alasan tidak berlaku", max_length=250, blank=True
    )
    review_note = models.TextField("catatan pemeriksa", blank=True)
    filled_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )
    filled_role = models.CharField(max_length=20, blank=True)
    filled_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    verified_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    verified_at = models.DateTimeField(null=True, blank=True)
    # What the portal counts itself is answered by a person only with a reason.
    override_reason = models.CharField("alasan mengganti", max_length=250, blank=True)
    # From this day on the portal's own figure stands again.
    reverted_on = models.DateField(null=True, blank=True)
    reverted_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # Empty: as the score before it. Never written without its reason.
    verifier_score = _score("nilai pemeriksa")
    verifier_reason = models.CharField("alasan pemeriksa", max_length=250, blank=True)
    final_score = _score("nilai akhir")
    final_reason = models.CharField("alasan nilai akhir", max_length=250, blank=True)
    final_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    final_at = models.DateTimeField(null=True, blank=True)
    # Where no third person is there, the last word is one's proposal and the other's yes.
    proposed_score = _score("usulan nilai akhir")
    proposed_reason = models.CharField("alasan usulan", max_length=250, blank=True)
    proposed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = AnswerQuerySet.as_manager()

    class Meta:
        ordering = ["region", "indicator", "opd", "-as_of", "-pk"]
        constraints = [
            # Two constraints, because SQLite takes two NULLs for different.
            models.UniqueConstraint(
                fields=["region", "opd", "indicator", "as_of"],
                name="answer_once_per_day",
            ),
            models.UniqueConstraint(
                fields=["region", "indicator", "as_of"],
                condition=Q(opd=None),
                name="answer_of_region_once_per_day",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.VERIFIED)
                | Q(verified_by__isnull=False, verified_at__isnull=False),
                name="answer_verified_means_who_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.NOT_APPLICABLE) | ~Q(not_applicable_reason=""),
                name="answer_not_applicable_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(denominator=None) | Q(denominator__gt=0),
                name="answer_denominator_above_zero",
            ),
            models.CheckConstraint(
                condition=(Q(verifier_score=None) | ~Q(verifier_reason=""))
                & (Q(final_score=None) | ~Q(final_reason="")),
                name="answer_other_score_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(proposed_score=None)
                | Q(proposed_by__isnull=False) & ~Q(proposed_reason=""),
                name="answer_proposal_has_whom_and_why",
            ),
        ]

    def __str__(self) -> str:
        office = f" {self.opd.short_name}" if self.opd else ""
        return f"{self.indicator.code}{office} per {tanggal(self.as_of)}"

    @property
    def is_new(self) -> bool:
        return self._state.adding

    @property
    def is_verified(self) -> bool:
        """Also said of «tidak berlaku»: somebody else agreed that it is so."""
        return self.verified_at is not None

    @property
    def is_reverted(self) -> bool:
        """Handed back to the portal's own figure; kept, but it answers nothing now."""
        return self.reverted_on is not None

    def is_reverted_by(self, day: dt.date) -> bool:
        return self.reverted_on is not None and self.reverted_on <= day

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES

    @property
    def is_waiting(self) -> bool:
        """Submitted, or claimed not applicable, and nobody has judged it yet."""
        return self.state == State.SUBMITTED or (
            self.state == State.NOT_APPLICABLE and not self.is_verified
        )


class EvidenceQuerySet(RegionQuerySet["Evidence"]):
    region_lookup: ClassVar[str] = "answer__region"


class Evidence(models.Model):
    """One file (or address) on one answer; the same file may serve several answers."""

    answer = models.ForeignKey(
        Answer, on_delete=models.CASCADE, related_name="evidence"
    )
    file = models.ForeignKey(
        StoredFile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="evidence",
    )
    url = models.URLField("alamat", max_length=300, blank=True)
    accessed_on = models.DateField("diakses", null=True, blank=True)
    page = models.CharField("halaman", max_length=20, blank=True)
    caption = models.CharField("keterangan", max_length=200, blank=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["answer", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(file__isnull=False, url="")
                | (Q(file__isnull=True) & ~Q(url="")),
                name="evidence_is_file_or_url",
            )
        ]

    def __str__(self) -> str:
        return self.caption or str(self.file or self.url)


class RegionTarget(models.Model):
    """A region's own target for an indicator whose instrument leaves it open."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT)
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT)
    target = models.DecimalField("target", max_digits=20, decimal_places=2)

    objects = RegionQuerySet["RegionTarget"].as_manager()

    class Meta:
        ordering = ["region", "indicator"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "indicator"], name="region_target_once"
            ),
            models.CheckConstraint(
                condition=Q(target__gt=0), name="region_target_above_zero"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator.code}: {self.target}"

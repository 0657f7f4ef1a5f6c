"""SK: decrees of the region and its OPD. In force or not is computed, never stored."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce

from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.files.models import StoredFile
from pug_portal.regions.models import Region

EDITORS = (Permission.DECREE_EDIT, Permission.DECREE_EDIT_TECHNICAL)


class Kind(models.TextChoices):
    POKJA = "pokja", "SK Pokja PUG"
    TECHNICAL_TEAM = "tim_teknis", "SK Tim Teknis PUG"
    DRIVER_TEAM = "tim_penggerak", "SK Tim Penggerak PPRG"
    FOCAL_POINT = "focal_point", "SK Focal Point OPD"
    PUSPA = "puspa", "SK Forum PUSPA"
    DATA_FORUM = "forum_data", "SK Forum Data"
    FACILITATOR = "fasilitator", "SK Fasilitator PUG/PPRG"


_KIND_LABELS: dict[str, str] = dict(Kind.choices)
# Decrees whose lampiran lists members. Who an SK Focal Point names are appointments.
TEAM_KINDS = tuple(kind for kind in Kind if kind != Kind.FOCAL_POINT)


class State(models.TextChoices):
    DRAFT = "rancangan", "Rancangan"
    ISSUED = "ditetapkan", "Ditetapkan"
    REVOKED = "dicabut", "Dicabut"


class Relation(models.TextChoices):
    REPLACES = "mengganti", "Mengganti"
    AMENDS = "mengubah", "Mengubah"


class DecreeQuerySet(RegionQuerySet["Decree"]):
    def issued(self) -> Self:
        return self.exclude(state=State.DRAFT)

    def readable_by(self, actor: Actor) -> Self:
        """What was signed in the whole width; a rancangan only where it is written."""
        rows = self.for_actor(actor)
        if actor.is_system:
            return rows
        may_write = any(can(actor, right) for right in EDITORS)
        if actor.region is None or not may_write:
            return rows.issued()
        return rows.filter(~Q(state=State.DRAFT) | Q(region=actor.region))

    def same_subject(self, decree: Decree) -> Self:
        """One kind for one subject: the region, or an OPD for SK Focal Point."""
        return self.filter(region=decree.region, kind=decree.kind, opd=decree.opd)

    def begun_and_not_ended(self, day: dt.date) -> Self:
        ended = Q(ended_on__isnull=False, ended_on__lte=day)
        return self.issued().filter(effective_from__lte=day).exclude(ended)

    def in_force_on(self, day: dt.date) -> Self:
        """Signed, begun, not ended, and its chain reaches `day` (see validity.py)."""
        says_so = Q(effective_until__gte=day)
        open_base = Q(effective_until=None, base=None)
        bearers = (
            Decree.objects.begun_and_not_ended(day)
            .filter(says_so | open_base)
            .filter(
                Q(base=Coalesce(OuterRef("base_id"), OuterRef("pk")))
                | Q(pk=Coalesce(OuterRef("base_id"), OuterRef("pk")))
            )
        )
        follows = Q(base=None) | Q(effective_until=None)
        return self.begun_and_not_ended(day).filter(
            says_so | (follows & Q(Exists(bearers.order_by())))
        )

    def matching(self, words: str) -> Self:
        rows = self
        for word in words.split():
            rows = rows.filter(
                Q(number__icontains=word)
                | Q(title__icontains=word)
                | Q(alias__icontains=word)
                | Q(opd__name__icontains=word)
                | Q(opd__short_name__icontains=word)
            )
        return rows

    def with_status_on(self, day: dt.date, code: str) -> Self:
        """Rows whose computed status on `day` is `code` (see queries.py)."""
        signed = self.issued()
        over = Q(ended_on__lte=day) | Q(ended_on__lte=F("effective_from"))
        revoked = Q(ended_on=F("revoked_on")) | Q(ended_on=F("base__revoked_on"))
        match code:
            case "rancangan":
                return self.filter(state=State.DRAFT)
            case "berlaku":
                return self.in_force_on(day)
            case "belum":
                return signed.filter(effective_from__gt=day).exclude(over)
            case "dicabut":
                return signed.filter(over, revoked)
            case "diganti":
                return signed.filter(over).exclude(revoked)
            case "kedaluwarsa":
                held = Decree.objects.in_force_on(day).values("pk")
                begun = signed.filter(effective_from__lte=day).exclude(over)
                return begun.exclude(pk__in=held)
        return self.none()


class Decree(models.Model):
    """An amendment (`relation` mengubah) is read together with its base: one chain.

    `ended_on`: first day on which a revocation or replacement has ended it early. The
    verbs work it out anew for the whole subject at every write (see rules.settle).
    """

    region = models.ForeignKey(Region, on_delete=models.PROTECT)
    kind = models.CharField("jenis SK", max_length=16, choices=Kind)
    # The subject: the region itself, or one OPD for SK Focal Point.
    opd = models.ForeignKey(
        Opd, null=True, blank=True, on_delete=models.PROTECT, verbose_name="OPD"
    )
    number = models.CharField("nomor", max_length=100, blank=True)
    title = models.CharField("tentang", max_length=300)
    alias = models.CharField("nama forum/tim", max_length=80, blank=True)
    issuer_position = models.CharField("jabatan penandatangan", max_length=150)
    signed_name = models.CharField("nama penandatangan", max_length=120, blank=True)
    signed_place = models.CharField("ditetapkan di", max_length=80, blank=True)
    signed_on = models.DateField("tanggal penetapan", null=True, blank=True)
    effective_from = models.DateField("berlaku sejak", null=True, blank=True)
    effective_until = models.DateField("berlaku sampai", null=True, blank=True)
    state = models.CharField(max_length=12, choices=State, default=State.DRAFT)
    relation = models.CharField(
        "hubungan dengan SK lain", max_length=10, choices=Relation, blank=True
    )
    related = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="successors",
        verbose_name="SK yang diubah atau diganti",
    )
    # The first decree of the chain, for an amendment of it or of its amendments.
    base = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="amendments",
        verbose_name="SK induk",
    )
    revoked_on = models.DateField("dicabut mulai", null=True, blank=True)
    ended_on = models.DateField("berakhir lebih awal", null=True, blank=True)
    end_reason = models.CharField("alasan pencabutan", max_length=250, blank=True)
    scan = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    note = models.TextField("catatan", blank=True)
    made_by = models.ForeignKey(
        User, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    State = State
    Kind = Kind

    objects = DecreeQuerySet.as_manager()

    class Meta:
        ordering = ["region", "-signed_on", "-pk"]
        constraints = [
            # Two constraints, because SQLite takes two NULLs for different, and
            # because two OPD may give the same number on the same day.
            models.UniqueConstraint(
                fields=["region", "kind", "number", "signed_on"],
                condition=~Q(number="") & Q(opd=None),
                name="decree_number_once",
            ),
            models.UniqueConstraint(
                fields=["opd", "number", "signed_on"],
                condition=~Q(number="") & Q(opd__isnull=False),
                name="decree_number_once_per_opd",
            ),
            models.CheckConstraint(
                condition=Q(effective_until=None)
                | Q(effective_until__gte=F("effective_from")),
                name="decree_end_not_before_start",
            ),
            models.CheckConstraint(
                condition=Q(state=State.DRAFT)
                | (
                    ~Q(number="")
                    & Q(signed_on__isnull=False, effective_from__isnull=False)
                ),
                name="decree_issued_has_number_and_dates",
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.FOCAL_POINT, opd__isnull=False)
                | (~Q(kind=Kind.FOCAL_POINT) & Q(opd__isnull=True)),
                name="decree_opd_only_for_focal_point",
            ),
            models.CheckConstraint(
                condition=Q(relation="", related=None)
                | (~Q(relation="") & Q(related__isnull=False)),
                name="decree_relation_names_the_other",
            ),
            models.CheckConstraint(
                condition=Q(state=State.REVOKED, revoked_on__isnull=False)
                | (~Q(state=State.REVOKED) & Q(revoked_on=None)),
                name="decree_revoked_has_its_day",
            ),
        ]
        indexes = [
            models.Index(
                fields=["region", "kind", "effective_from"], name="decree_kind"
            )
        ]

    def __str__(self) -> str:
        """«SK Bupati Blora Nomor 463.23/160/2020»."""
        if not self.number:
            return f"Rancangan {self.get_kind_display()}"
        return f"SK {self.issuer_position} Nomor {self.number}"

    @property
    def kind_label(self) -> str:
        """For lists: Django's own looks through the choices anew for every row."""
        return _KIND_LABELS.get(self.kind, self.kind)

    @property
    def called_opd(self) -> Opd | None:
        """The office as it was called when the decree began to count."""
        day = self.effective_from or self.signed_on
        return named_on(self.opd, day) if self.opd and day else self.opd

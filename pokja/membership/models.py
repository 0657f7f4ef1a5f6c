"""Members: a person or an ex-officio position × kedudukan × term, with the SK of each."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from focal_points.offices.models import Office, Sex
from focal_points.opd.models import Opd
from pokja.decrees.models import Decree
from pokja.membership.rank_models import Rank, Standing
from pug_portal.access.scope import RegionQuerySet

# What makes two rows the same seat of the same team.
SEAT = ("rank_id", "field", "office_id", "position", "opd_id", "institution", "name")
COPIED = (
    "rank",
    "order",
    "field",
    "office",
    "position",
    "opd",
    "institution",
    "name",
    "nip",
    "sex",
    "grade",
    "contact",
    "note",
)


class MemberQuerySet(RegionQuerySet["Member"]):
    region_lookup: ClassVar[str] = "decree__region"

    def on(self, day: dt.date) -> Self:
        """Members on `day`: term begun, not ended."""
        return self.filter(Q(end=None) | Q(end__gte=day), start__lte=day)

    def in_chain(self, root: int) -> Self:
        """Members of a base decree and of its amendments."""
        return self.filter(Q(decree=root) | Q(decree__base=root))

    def in_order(self) -> Self:
        """As a lampiran lists them."""
        return self.order_by("rank__order", "order", "pk")


class MemberManager(models.Manager.from_queryset(MemberQuerySet)):  # type: ignore[misc]
    """No row of a member is ever told without its kedudukan."""

    def get_queryset(self) -> MemberQuerySet:
        rows: MemberQuerySet = super().get_queryset().select_related("rank")
        return rows


class Member(models.Model):
    """Ex officio: `office` (or a typed position) without a name survives a mutasi."""

    decree = models.ForeignKey(Decree, on_delete=models.PROTECT, related_name="members")
    end_decree = models.ForeignKey(
        Decree, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    rank = models.ForeignKey(
        Rank, on_delete=models.PROTECT, related_name="+", verbose_name="kedudukan"
    )
    order = models.PositiveSmallIntegerField("urutan", default=1)
    field = models.CharField("bidang", max_length=100, blank=True)
    office = models.ForeignKey(
        Office, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    position = models.CharField("jabatan dalam dinas", max_length=150, blank=True)
    opd = models.ForeignKey(
        Opd, null=True, blank=True, on_delete=models.PROTECT, verbose_name="OPD"
    )
    institution = models.CharField("instansi", max_length=150, blank=True)
    name = models.CharField("nama", max_length=120, blank=True)
    nip = models.CharField("NIP", max_length=18, blank=True)
    sex = models.CharField("L/P", max_length=1, choices=Sex, blank=True)
    grade = models.CharField("pangkat/golongan", max_length=60, blank=True)
    # Personal data: the region's own sekretariat alone reads it.
    contact = models.CharField("kontak (HP/WA atau surel)", max_length=120, blank=True)
    note = models.CharField("keterangan", max_length=200, blank=True)
    hides_name = models.BooleanField("nama tidak ditayangkan publik", default=False)
    start = models.DateField("mulai")
    end = models.DateField("sampai", null=True, blank=True)
    end_reason = models.CharField("alasan berakhir", max_length=200, blank=True)

    objects = MemberManager()

    class Meta:
        ordering = ["decree", "rank__order", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end=None) | Q(end__gte=F("start")),
                name="member_end_not_before_start",
            ),
            models.CheckConstraint(
                condition=~Q(name="") | ~Q(position="") | Q(office__isnull=False),
                name="member_has_name_or_position",
            ),
            models.CheckConstraint(
                condition=Q(name="") | ~Q(sex=""), name="member_named_has_sex"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} ({self.rank.label})"

    @property
    def standing(self) -> Standing:
        """What the kedudukan is for, whatever the region calls it."""
        return Standing(self.rank.kind)

    @property
    def is_ex_officio(self) -> bool:
        return not self.name

    @property
    def label(self) -> str:
        return self.name or self.position or (self.office.title if self.office else "")

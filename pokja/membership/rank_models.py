"""Rank: one kedudukan of a region's list, in the order of its lampiran."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Lower

from pug_portal.access.scope import RegionQuerySet
from pug_portal.regions.models import Region


class Standing(models.TextChoices):
    """What a kedudukan is for, whatever a region calls it; the list a region starts with."""

    PATRON = "pembina", "Pembina"
    DIRECTOR = "pengarah", "Pengarah"
    ACCOUNTABLE = "penanggung_jawab", "Penanggung Jawab"
    CHAIR = "ketua", "Ketua"
    VICE_CHAIR = "wakil_ketua", "Wakil Ketua"
    SECRETARY = "sekretaris", "Sekretaris"
    VICE_SECRETARY = "wakil_sekretaris", "Wakil Sekretaris"
    COORDINATOR = "koordinator", "Koordinator Bidang"
    MEMBER = "anggota", "Anggota"
    SECRETARIAT = "sekretariat", "Sekretariat"
    OTHER = "lain", "Kedudukan lain"


USUAL = tuple(kind for kind in Standing if kind != Standing.OTHER)


class RankQuerySet(RegionQuerySet["Rank"]):
    pass


class Rank(models.Model):
    """`code` never changes: workbooks and readings in flight name a kedudukan by it."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    code = models.SlugField(max_length=60)
    label = models.CharField("sebutan", max_length=60)
    kind = models.CharField("jenis", max_length=20, choices=Standing)
    order = models.PositiveSmallIntegerField("urutan")
    is_retired = models.BooleanField("tidak ditawarkan lagi", default=False)

    objects = RankQuerySet.as_manager()

    class Meta:
        verbose_name = "kedudukan"
        ordering = ["region", "order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["region", "code"], name="rank_code_once"),
            models.UniqueConstraint("region", Lower("label"), name="rank_label_once"),
        ]

    def __str__(self) -> str:
        return self.label


def usual_ranks(region: Region) -> list[Rank]:
    """The list every region starts with, unsaved."""
    return [
        Rank(region=region, code=kind.value, label=kind.label, kind=kind, order=place)
        for place, kind in enumerate(USUAL, 1)
    ]

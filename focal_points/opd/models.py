"""OPD (SKPD, perangkat daerah): the region's offices, with dated names."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from focal_points.opd import names
from pug_portal.access.actor import Actor
from pug_portal.access.roles import Role
from pug_portal.access.scope import RegionQuerySet
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region


class OpdTag(models.TextChoices):
    PPPA = "pppa", "Pemberdayaan perempuan"
    PLANNING = "perencanaan", "Perencanaan"
    FINANCE = "keuangan", "Keuangan"
    INSPECTORATE = "inspektorat", "Inspektorat"
    OTHER = "lain", "Lainnya"


class OpdQuerySet(RegionQuerySet["Opd"]):
    def owned_by(self, actor: Actor) -> Self:
        """The administrator keeps the OPD of every region in the width."""
        if actor.role == Role.ADMINISTRATOR:
            return self.for_actor(actor)
        return super().owned_by(actor)

    def active_on(self, day: dt.date) -> Self:
        """Offices that exist on `day` and take part in reporting: the denominator."""
        return self.existing_on(day).filter(takes_part=True)

    def existing_on(self, day: dt.date) -> Self:
        return self.filter(
            Q(active_from=None) | Q(active_from__lte=day),
            Q(active_to=None) | Q(active_to__gte=day),
        )


class Opd(models.Model):
    """`takes_part` False: known but not asked to report (kecamatan, by default)."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="opds")
    name = models.CharField("nama resmi", max_length=200)
    short_name = models.CharField("nama singkat", max_length=60)
    aliases = models.JSONField("nama lain", default=list, blank=True)
    tag = models.CharField("tugas", max_length=12, choices=OpdTag, default=OpdTag.OTHER)
    kind = models.CharField("jenis", max_length=40, blank=True)
    active_from = models.DateField("aktif sejak", null=True, blank=True)
    active_to = models.DateField("aktif sampai", null=True, blank=True)
    takes_part = models.BooleanField("ikut melapor", default=True)
    # Loaded from common names and not yet confirmed by the region.
    is_guess = models.BooleanField("masih dugaan", default=False)
    note = models.CharField("catatan", max_length=250, blank=True)
    # Names borne before (names.FormerName); read through names.named_on alone.
    former_names = models.JSONField("nama terdahulu", default=list, blank=True)
    # A name that begins on a day to come (names.ComingName); {} where there is none.
    coming = models.JSONField("nama yang akan berlaku", default=dict, blank=True)
    # A closed office's open matters (reports still owed, follow-ups) go to this one.
    heir = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="inherited",
        verbose_name="penerus urusan",
    )

    objects = OpdQuerySet.as_manager()

    has_new_name = False

    class Meta:
        ordering = ["region", "name", "pk"]
        constraints = [
            # Two constraints, because SQLite takes two NULLs for different.
            models.UniqueConstraint(
                fields=["region", "name", "active_from"], name="opd_name_once_per_start"
            ),
            models.UniqueConstraint(
                fields=["region", "name"],
                condition=Q(active_from=None),
                name="opd_name_once_without_start",
            ),
            models.CheckConstraint(
                condition=Q(active_to=None)
                | Q(active_from=None)
                | Q(active_to__gte=F("active_from")),
                name="opd_end_not_before_start",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A name that took effect is written with whatever else is saved."""
        wanted = kwargs.get("update_fields")
        if self.has_new_name and wanted is not None:
            kwargs["update_fields"] = {*wanted, *names.COLUMNS}
        super().save(*args, **kwargs)

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Self:
        """From its day on an announced name is the name, whoever reads the row."""
        opd = super().from_db(*args, **kwargs)
        if opd.__dict__.get("coming"):
            opd.has_new_name = names.take_effect(opd, today())
        return opd

    def exists_on(self, day: dt.date) -> bool:
        has_begun = self.active_from is None or self.active_from <= day
        return has_begun and (self.active_to is None or self.active_to >= day)

    def is_active_on(self, day: dt.date) -> bool:
        """As `OpdQuerySet.active_on` counts it, for a row at hand."""
        return self.takes_part and self.exists_on(day)

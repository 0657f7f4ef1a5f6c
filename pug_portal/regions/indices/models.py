"""Published index values: facts of BPS about a region and a year, one row per method."""

from __future__ import annotations

from django.db import models

from pug_portal.access.scope import RegionQuerySet


class Index(models.TextChoices):
    IPM = "IPM", "Indeks Pembangunan Manusia"
    IPG = "IPG", "Indeks Pembangunan Gender"
    IDG = "IDG", "Indeks Pemberdayaan Gender"
    IKG = "IKG", "Indeks Ketimpangan Gender"

    @property
    def direction(self) -> str:
        """Not every index is better when it is higher."""
        return _DIRECTIONS[self]

    @property
    def places(self) -> int:
        return 3 if self is Index.IKG else 2


_DIRECTIONS = {
    Index.IPM: "makin tinggi makin baik",
    Index.IPG: "makin dekat 100 makin setara",
    Index.IDG: "makin tinggi makin baik",
    Index.IKG: "dari 0 sampai 1, makin rendah makin setara",
}


class IndexValueQuerySet(RegionQuerySet["IndexValue"]):
    pass


class IndexValue(models.Model):
    """`method` is empty where the index has only one; methods are never compared."""

    region = models.ForeignKey(
        "regions.Region", on_delete=models.PROTECT, related_name="index_values"
    )
    index = models.CharField("indeks", max_length=3, choices=Index)
    year = models.PositiveSmallIntegerField("tahun")
    method = models.CharField("metode", max_length=30, blank=True)
    value = models.DecimalField("nilai", max_digits=6, decimal_places=3)
    source = models.CharField("sumber", max_length=120)
    # Typed by the region; a release that ships the same value takes its place.
    is_entered = models.BooleanField("dicatat daerah", default=False)

    objects = IndexValueQuerySet.as_manager()

    class Meta:
        ordering = ["region", "index", "year", "method"]
        constraints = [
            # Its index also serves every reading: by region, then index and year.
            models.UniqueConstraint(
                fields=["region", "index", "year", "method"], name="index_value_once"
            ),
            models.CheckConstraint(
                condition=models.Q(value__gte=0), name="index_value_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.index} {self.year}"

    @property
    def places(self) -> int:
        return Index(self.index).places

"""The instrument as versioned data: prerequisites, indicators, weights, answer scores."""

from __future__ import annotations

from django.db import models

from prasyarat.scoring_methods import Method


class AnswerType(models.TextChoices):
    YES_NO = "YN", "Ya/tidak"
    YES_PROCESS_NO = "YNP", "Ada/proses/belum"
    NUMBER = "N", "Angka"
    PERCENT = "PCT", "Persentase"
    TEXT = "TXT", "Uraian"


class Instrument(models.Model):
    """Published once, never edited: `content_hash` is of the file it was loaded from."""

    code = models.CharField(max_length=60, unique=True)
    name = models.CharField("nama", max_length=150)
    issuer = models.CharField("penerbit", max_length=150)
    year = models.PositiveSmallIntegerField("tahun")
    source = models.TextField("sumber", blank=True)
    note = models.TextField("catatan", blank=True)
    method = models.CharField(
        "cara menghitung",
        max_length=24,
        choices=[(way.value, way.label) for way in Method],
        default=Method.SUM.value,
    )
    content_hash = models.CharField(max_length=64)
    published_at = models.DateTimeField()

    class Meta:
        ordering = ["-year", "code"]

    def __str__(self) -> str:
        return self.name


class Prerequisite(models.Model):
    """One of the seven; `code` names its colour and icon (KOM … ALA)."""

    instrument = models.ForeignKey(
        Instrument, on_delete=models.CASCADE, related_name="prerequisites"
    )
    code = models.CharField(max_length=8)
    order = models.PositiveSmallIntegerField("urutan")
    name = models.CharField("nama", max_length=100)
    short_name = models.CharField("nama singkat", max_length=30)
    icon = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["instrument", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "code"], name="prerequisite_code_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Indicator(models.Model):
    """`rule` holds type-specific scoring data: choices with scores, target and its kind."""

    prerequisite = models.ForeignKey(
        Prerequisite, on_delete=models.CASCADE, related_name="indicators"
    )
    code = models.CharField("kode", max_length=12)
    order = models.PositiveSmallIntegerField("urutan")
    text = models.TextField("indikator")
    answer_type = models.CharField("jenis jawaban", max_length=3, choices=AnswerType)
    needs_document = models.BooleanField("wajib dokumen", default=False)
    typical_evidence = models.CharField("bukti lazim", max_length=250, blank=True)
    responsible = models.CharField("penanggung jawab", max_length=150, blank=True)
    responsible_role = models.CharField(max_length=20, blank=True)
    levels = models.CharField("tingkat", max_length=3, help_text="P, K, O")
    unit = models.CharField("satuan", max_length=40, blank=True)
    weight = models.DecimalField("bobot", max_digits=6, decimal_places=2)
    max_score = models.DecimalField("nilai maksimum", max_digits=6, decimal_places=2)
    rule = models.JSONField("aturan nilai", default=dict)
    basis = models.CharField("dasar", max_length=120, blank=True)

    class Meta:
        ordering = ["prerequisite__instrument", "prerequisite__order", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["prerequisite", "code"], name="indicator_code_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.text}"

    @property
    def is_opd_only(self) -> bool:
        return self.levels == "O"

"""The instrument as versioned data: prerequisites, indicators, weights, answer scores."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from prasyarat.scoring_methods import Method
from pug_portal.accounts.models import User
from pug_portal.lib.dates import tanggal
from pug_portal.regions.models import Region


class AnswerType(models.TextChoices):
    YES_NO = "YN", "Ya/tidak"
    YES_PROCESS_NO = "YNP", "Ada/proses/belum"
    NUMBER = "N", "Angka"
    PERCENT = "PCT", "Persentase"
    TEXT = "TXT", "Uraian"


class Instrument(models.Model):
    """Published once, never edited: `content_hash` is of what it was published from."""

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
    # Whose it is: without a region everybody's, written by national administrators.
    region = models.ForeignKey(
        Region, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    content_hash = models.CharField(max_length=64)
    published_at = models.DateTimeField()

    class Meta:
        ordering = ["-year", "code"]

    def __str__(self) -> str:
        return self.name


class InstrumentContent(models.Model):
    """The whole instrument in its canonical form, beside the row that pages read often."""

    instrument = models.OneToOneField(
        Instrument, on_delete=models.CASCADE, primary_key=True, related_name="content"
    )
    text = models.TextField()

    class Meta:
        ordering = ["instrument"]

    def __str__(self) -> str:
        return self.instrument.name


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
    basis = models.TextField("dasar", blank=True)
    legal_basis = models.CharField("dasar hukum", max_length=250, blank=True)

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


class DraftState(models.TextChoices):
    DRAFT = "draf", "Draf"
    PUBLISHED = "terbit", "Terbit"


class InstrumentDraft(models.Model):
    """An instrument while it is written: the same canonical form, not yet judged.

    `origin` is the published one it began from, `old_codes` says which of its items each
    item was (new code → old code). `revision` tells two editors apart.
    """

    code = models.CharField("kode", max_length=60)
    version = models.PositiveSmallIntegerField("versi")
    region = models.ForeignKey(
        Region, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField("nama", max_length=150)
    state = models.CharField(max_length=8, choices=DraftState, default=DraftState.DRAFT)
    content = models.TextField()
    old_codes = models.JSONField(default=dict, blank=True)
    revision = models.PositiveIntegerField(default=1)
    origin = models.ForeignKey(
        Instrument,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="successors",
    )
    published = models.OneToOneField(
        Instrument,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="draft",
    )
    changed_by = models.ForeignKey(
        User,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="pengubah",
    )
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["name", "version", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "version"], name="instrument_draft_once"
            ),
            models.CheckConstraint(
                condition=Q(state=DraftState.DRAFT, published=None)
                | Q(state=DraftState.PUBLISHED, published__isnull=False),
                name="instrument_draft_published_means_which",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_open(self) -> bool:
        return self.state == DraftState.DRAFT


class InstrumentUse(models.Model):
    """From `since` a region and those below it are scored by this instrument.

    Without a region it holds for everybody who has chosen nothing nearer.
    """

    region = models.ForeignKey(
        Region, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    instrument = models.ForeignKey(
        Instrument, on_delete=models.PROTECT, related_name="uses"
    )
    since = models.DateField("berlaku sejak")
    chosen_by = models.ForeignKey(
        User,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="pemilih",
    )
    chosen_at = models.DateTimeField()

    class Meta:
        ordering = ["-since", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "since"], name="instrument_use_once_per_day"
            ),
            models.UniqueConstraint(
                fields=["since"],
                condition=Q(region=None),
                name="instrument_use_of_all_once_per_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.instrument} sejak {tanggal(self.since)}"


class MapKind(models.TextChoices):
    EQUAL = "sama", "Sama"
    PART = "sebagian", "Sebagian"


class ItemMapping(models.Model):
    """Two items of two instruments that ask the same, or one a part of the other."""

    source = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="mapped_to"
    )
    target = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="mapped_from"
    )
    kind = models.CharField(max_length=8, choices=MapKind)

    class Meta:
        ordering = ["target", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "target"], name="item_mapping_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source.code} → {self.target.code}"

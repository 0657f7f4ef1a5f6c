"""Laporan kemajuan: what one OPD reports for one semester (domain.md §4.9, §10.5)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property

from focal_points.appointments.scope import OpdScopedQuerySet
from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from focal_points.periods.dispensation_models import Dispensation
from focal_points.periods.models import ReportingPeriod
from focal_points.progress import choices
from focal_points.progress.choices import (
    Achievement,
    Denominator,
    FundSource,
    Stage,
    State,
    YesPartlyNo,
)
from focal_points.progress.visibility import ProgressQuerySet
from pug_portal.accounts.models import User
from pug_portal.files.models import StoredFile
from pug_portal.lib.clock import now
from pug_portal.lib.dates import ZONES, zone_of

MONEY_MAX = 10**15
SENT, EDITABLE = choices.SENT, choices.EDITABLE


def _count(label: str) -> models.PositiveIntegerField:
    return models.PositiveIntegerField(label, null=True, blank=True)


def _money(label: str) -> models.BigIntegerField:
    return models.BigIntegerField(label, null=True, blank=True)


class Progress(models.Model):
    """Empty is None and never 0. `version` counts saves: two editors never overwrite."""

    period = models.ForeignKey(
        ReportingPeriod, on_delete=models.PROTECT, related_name="progress_reports"
    )
    opd = models.ForeignKey(
        Opd, on_delete=models.PROTECT, related_name="progress_reports"
    )
    state = models.CharField(max_length=16, choices=State, default=State.DRAFT)
    version = models.PositiveIntegerField(default=1)

    renstra_responsive = models.CharField(
        "Renstra responsif gender", max_length=8, choices=YesPartlyNo, blank=True
    )
    renja_responsive = models.CharField(
        "Renja responsif gender", max_length=8, choices=YesPartlyNo, blank=True
    )
    rka_has_gbs = models.CharField(
        "RKA/DPA memuat GBS", max_length=8, choices=YesPartlyNo, blank=True
    )
    gap_count = _count("jumlah GAP")
    gbs_count = _count("jumlah GBS")
    kak_count = _count("jumlah KAK")
    spending_ceiling = _money("total belanja OPD (pagu)")
    arg_ceiling = _money("pagu ARG")
    arg_realized = _money("realisasi ARG")
    arg_note = models.TextField("catatan realisasi ARG", blank=True)
    denominator = models.CharField(
        max_length=24, choices=Denominator, default=Denominator.OPD_SPENDING
    )
    tables_available = _count("tabel data terpilah tersedia")
    tables_updated = _count("tabel data terpilah dimutakhirkan")
    trained_men = _count("staf dilatih, laki-laki")
    trained_women = _count("staf dilatih, perempuan")
    active_focal_points = _count("focal point aktif")
    obstacles = models.TextField("permasalahan", blank=True)
    efforts = models.TextField("upaya", blank=True)
    support_asked = models.TextField("dukungan yang diminta", blank=True)
    recommendation = models.TextField("rekomendasi", blank=True)

    # What was typed but is no number or date yet: {name in the form: text}. A draft
    # keeps it, so that nobody types twice; a report with such text is not submitted.
    unread = models.JSONField(default=dict, blank=True)
    # Who wrote a field last, from which open page: {name in the form: [page, person]}.
    writers = models.JSONField(default=dict, blank=True)
    # Names in the form of what was taken over from an earlier report and not touched yet.
    carried = models.JSONField(default=list, blank=True)
    carried_from = models.ForeignKey(
        ReportingPeriod,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    # Filled by the sekretariat for the OPD: then Bappeda verifies.
    is_on_behalf = models.BooleanField(default=False)
    created_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )
    touched_at = models.DateTimeField()
    # Everyone who typed into it, asked for its approval, approved or sent it: none of
    # them may verify it.
    filled_by = models.ManyToManyField(User, related_name="+")
    submitted_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # Who sent it without an account, through a link: name and position.
    submitted_as = models.CharField("diajukan oleh", max_length=170, blank=True)
    # By what right it was sent, in the words of that day: an SK, a link, the head's yes.
    submitted_under = models.CharField("dasar", max_length=250, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    # The first submission decides tepat waktu or terlambat.
    first_submitted_at = models.DateTimeField(null=True, blank=True)
    receipt_number = models.CharField(max_length=30, blank=True)
    opened_by_verifier_at = models.DateTimeField(null=True, blank=True)
    # The last time it went back to the OPD, by a return or a reopening.
    returned_at = models.DateTimeField(null=True, blank=True)
    # A return or reopening after the period's lock names a day until which to mend.
    open_until = models.DateField("boleh diperbaiki sampai", null=True, blank=True)
    verified_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    verified_at = models.DateTimeField(null=True, blank=True)
    # How many answers of the last submission differ from what was verified before it.
    changed_count = models.PositiveSmallIntegerField(default=0)

    objects = ProgressQuerySet.as_manager()

    class Meta:
        ordering = ["period", "opd", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["period", "opd"], name="progress_once_per_opd"
            ),
            models.CheckConstraint(
                condition=Q(
                    state=State.VERIFIED,
                    verified_by__isnull=False,
                    verified_at__isnull=False,
                )
                | (
                    ~Q(state=State.VERIFIED)
                    & Q(verified_by__isnull=True, verified_at__isnull=True)
                ),
                name="progress_verified_means_who_and_when",
            ),
            models.UniqueConstraint(
                fields=["receipt_number"],
                condition=~Q(receipt_number=""),
                name="progress_receipt_unique",
            ),
        ]
        indexes = [models.Index(fields=["period", "state"], name="progress_board")]

    def __str__(self) -> str:
        return f"{self.called_opd.short_name} {self.period}"

    @property
    def called_opd(self) -> Opd:
        """The office under the name it bore on the day of the report's figures."""
        return named_on(self.opd, self.period.figures_as_of)

    @property
    def sender(self) -> str:
        """Who handed it in, with an account or through a link."""
        return str(self.submitted_by) if self.submitted_by else self.submitted_as

    @property
    def entered_for(self) -> str:
        """How a report that the sekretariat filled is marked wherever it is shown."""
        if not self.is_on_behalf:
            return ""
        return f"Diinput oleh sekretariat atas nama {self.called_opd.short_name}"

    @property
    def is_afterwards(self) -> bool:
        """Entered when the period was locked already, or half a year too late.

        An earlier semester may be opened long after its end, with a lock to come.
        """
        moment = (self.first_submitted_at or now()).astimezone(
            zone_of(ZONES[self.period.region.zone])
        )
        last = min(self.period.locks_on, self.period.semester.next().end)
        return moment.date() > last

    @property
    def status(self) -> State:
        return State(self.state)

    @cached_property
    def dispensations(self) -> list[Dispensation]:
        """Those of this report, the latest first; asked once per page."""
        return list(self.period.dispensations.filter(opd=self.opd_id))


class ActivityQuerySet(OpdScopedQuerySet["Activity"]):
    region_lookup: ClassVar[str] = "progress__opd__region"
    opd_lookup: ClassVar[str] = "progress__opd"


class Activity(models.Model):
    """One activity; the row carries the six legal contents (domain.md §5.1)."""

    progress = models.ForeignKey(
        Progress, on_delete=models.CASCADE, related_name="activities"
    )
    order = models.PositiveSmallIntegerField(default=1)
    name = models.CharField("kegiatan", max_length=300)
    sub_activity_code = models.CharField("kode sub kegiatan", max_length=40, blank=True)
    held_from = models.DateField("tanggal mulai", null=True, blank=True)
    held_to = models.DateField("tanggal selesai", null=True, blank=True)
    beneficiaries = models.CharField("sasaran", max_length=300, blank=True)
    institutions = models.CharField("lembaga yang terlibat", max_length=300, blank=True)
    men = _count("peserta laki-laki")
    women = _count("peserta perempuan")
    # As counted on the attendance list, to be held against what is claimed.
    listed_men = _count("laki-laki di daftar hadir")
    listed_women = _count("perempuan di daftar hadir")
    # Which list of the portal the two were taken from; empty: counted by the OPD.
    listed_from = models.CharField(max_length=40, blank=True)
    ceiling = _money("pagu")
    realized = _money("realisasi")
    realized_note = models.CharField("catatan realisasi", max_length=300, blank=True)
    fund_source = models.CharField(
        "sumber dana", max_length=8, choices=FundSource, blank=True
    )
    stage = models.CharField("tahap", max_length=12, choices=Stage, blank=True)
    # Letters a–l of the Pokja's statutory tugas.
    duties = models.JSONField("tugas Pokja", default=list, blank=True)
    result = models.TextField("hasil", blank=True)
    achievement = models.CharField(
        "capaian", max_length=10, choices=Achievement, blank=True
    )

    objects = ActivityQuerySet.as_manager()

    class Meta:
        ordering = ["progress_id", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(held_to=None)
                | Q(held_from=None)
                | Q(held_to__gte=F("held_from")),
                name="activity_end_not_before_start",
            )
        ]

    def __str__(self) -> str:
        return self.name


class ProgressFileQuerySet(OpdScopedQuerySet["ProgressFile"]):
    region_lookup: ClassVar[str] = "progress__opd__region"
    opd_lookup: ClassVar[str] = "progress__opd"


class ProgressFile(models.Model):
    """Evidence of a report."""

    progress = models.ForeignKey(
        Progress, on_delete=models.CASCADE, related_name="files"
    )
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, related_name="progress_files"
    )
    caption = models.CharField("keterangan", max_length=200, blank=True)
    activity = models.ForeignKey(
        Activity,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="files",
        verbose_name="kegiatan",
    )

    objects = ProgressFileQuerySet.as_manager()

    class Meta:
        ordering = ["progress_id", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["progress", "file"], name="progress_file_once"
            )
        ]

    def __str__(self) -> str:
        return self.caption or str(self.file)

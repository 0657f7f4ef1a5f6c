"""The fixed answers and states of a progress report."""

from __future__ import annotations

from django.db import models


class State(models.TextChoices):
    DRAFT = "draf", "Draf"
    AWAITING_HEAD = "menunggu_kepala", "Menunggu Kepala OPD"
    SUBMITTED = "diajukan", "Diajukan"
    RETURNED = "dikembalikan", "Dikembalikan"
    VERIFIED = "diverifikasi", "Diverifikasi"


class YesPartlyNo(models.TextChoices):
    YES = "ya", "Ya"
    PARTLY = "sebagian", "Sebagian"
    NO = "tidak", "Tidak"


class FundSource(models.TextChoices):
    APBD = "apbd", "APBD"
    APBN = "apbn", "APBN"
    OTHER = "lain", "Sumber lain"


class Stage(models.TextChoices):
    PLANNING = "perencanaan", "Perencanaan"
    DRAFTING = "penyusunan", "Penyusunan"
    EXECUTION = "pelaksanaan", "Pelaksanaan"
    MONITORING = "pemantauan", "Pemantauan"
    EVALUATION = "evaluasi", "Evaluasi"


class Denominator(models.TextChoices):
    OPD_SPENDING = "belanja_opd", "Belanja OPD"
    DIRECT_SPENDING = "belanja_langsung", "Belanja langsung"
    TOTAL_BUDGET = "total_belanja_apbd", "Total belanja APBD"
    OPERATION_CAPITAL = "belanja_operasi_modal", "Belanja operasi dan modal"


class Achievement(models.TextChoices):
    ACHIEVED = "tercapai", "Tercapai"
    PARTLY = "sebagian", "Tercapai sebagian"
    NOT_YET = "belum", "Belum tercapai"


# What has left the OPD at least once and was not taken back.
SENT = (State.SUBMITTED, State.RETURNED, State.VERIFIED)
# What the OPD may still write in.
EDITABLE = (State.DRAFT, State.RETURNED)

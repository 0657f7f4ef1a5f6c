"""The fixed words of meetings and follow-ups, with the tone each state is shown in."""

from __future__ import annotations

from django.db import models


class Kind(models.TextChoices):
    COORDINATION = "rapat_koordinasi", "Rapat koordinasi"
    POKJA = "rapat_pokja", "Rapat Pokja"
    TECHNICAL_TEAM = "rapat_tim_teknis", "Rapat Tim Teknis"
    FOCAL_POINT = "rapat_focal_point", "Rapat focal point"
    EVALUATION = "evaluasi", "Evaluasi"
    TRAINING = "bimtek", "Bimbingan teknis"
    ADVOCACY = "sosialisasi_advokasi", "Sosialisasi dan advokasi"
    AUDIENCE = "audiensi", "Audiensi"


class State(models.TextChoices):
    PLANNED = "rencana", "Rencana"
    INVITED = "diundang", "Diundang"
    RUNNING = "berlangsung", "Berlangsung"
    CORRECTION = "koreksi", "Koreksi"
    SETTLED = "disahkan", "Disahkan"
    POSTPONED = "ditunda", "Ditunda"
    CANCELLED = "dibatalkan", "Dibatalkan"


class Verdict(models.TextChoices):
    REACHED = "tercapai", "Tercapai"
    PARTLY = "sebagian", "Sebagian"
    NOT_YET = "belum", "Belum"


class FileKind(models.TextChoices):
    INVITATION = "undangan", "Undangan"
    ATTENDANCE = "daftar_hadir", "Daftar hadir"
    PHOTO = "foto", "Foto"
    MATERIAL = "bahan", "Bahan paparan"


class Section(models.TextChoices):
    """The parts of the minutes people write, in the order they are printed."""

    OPENING = "pembukaan", "Pembukaan"
    PRESENTATION = "pemaparan", "Pemaparan"
    DISCUSSION = "pembahasan", "Pembahasan"
    DECISION = "keputusan", "Keputusan dan kesimpulan"
    PLAN = "rencana", "Rencana tindak lanjut"
    CLOSING = "penutup", "Penutup"


class CorrectionState(models.TextChoices):
    DRAFT = "draf", "Draf"
    SIGNED = "koreksi", "Menunggu pengesahan"
    SETTLED = "disahkan", "Disahkan"
    CANCELLED = "dibatalkan", "Dibatalkan"


class FollowUpState(models.TextChoices):
    OPEN = "belum", "Belum"
    IN_PROGRESS = "proses", "Proses"
    DONE = "selesai", "Selesai"
    CANCELLED = "batal", "Batal"


# The follow-up still waits for somebody.
OPEN_STATES = (FollowUpState.OPEN, FollowUpState.IN_PROGRESS)

# (tone of the badge, icon)
STATE_TONES: dict[str, tuple[str, str]] = {
    State.PLANNED: ("draf", "pencil"),
    State.INVITED: ("aju", "send"),
    State.RUNNING: ("aju", "progress"),
    State.CORRECTION: ("ver", "signature"),
    State.SETTLED: ("set", "circle-check"),
    State.POSTPONED: ("kem", "calendar-x"),
    State.CANCELLED: ("lat", "circle-x"),
}
VERDICT_TONES: dict[str, tuple[str, str]] = {
    Verdict.REACHED: ("set", "circle-check"),
    Verdict.PARTLY: ("aju", "circle-half-2"),
    Verdict.NOT_YET: ("bel", "circle-dashed"),
}
CORRECTION_TONES: dict[str, tuple[str, str]] = {
    CorrectionState.DRAFT: ("draf", "pencil"),
    CorrectionState.SIGNED: ("ver", "signature"),
    CorrectionState.SETTLED: ("set", "circle-check"),
    CorrectionState.CANCELLED: ("lat", "circle-x"),
}
FOLLOW_UP_TONES: dict[str, tuple[str, str]] = {
    FollowUpState.OPEN: ("bel", "circle-dashed"),
    FollowUpState.IN_PROGRESS: ("aju", "progress"),
    FollowUpState.DONE: ("set", "circle-check"),
    FollowUpState.CANCELLED: ("draf", "circle-x"),
}

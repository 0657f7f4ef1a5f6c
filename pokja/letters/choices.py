"""The fixed words of letters, with the tone each state is shown in."""

from __future__ import annotations

from django.db import models


class Kind(models.TextChoices):
    INVITATION = "undangan", "Undangan"
    POSTPONEMENT = "penundaan", "Penundaan"
    CORRECTION = "ralat", "Ralat"
    CANCELLATION = "pembatalan", "Pembatalan"


class State(models.TextChoices):
    DRAFT = "draf", "Draf"
    FINISHED = "selesai", "Selesai"


class Form(models.TextChoices):
    LISTED = "daftar", "Satu surat dengan daftar undangan terlampir"
    EACH = "masing", "Satu surat untuk tiap penerima"


class Nature(models.TextChoices):
    ORDINARY = "biasa", "Biasa"
    IMPORTANT = "penting", "Penting"
    URGENT = "segera", "Segera"
    VERY_URGENT = "sangat_segera", "Sangat segera"


class Paper(models.TextChoices):
    A4 = "A4", "A4 (210 × 297 mm)"
    F4 = "F4", "F4 atau folio (215 × 330 mm)"


class Capacity(models.TextChoices):
    OWN = "sendiri", "Atas jabatannya sendiri"
    FOR = "an", "a.n. (atas nama)"
    VIA = "ub", "u.b. (untuk beliau)"


class JobKind(models.TextChoices):
    ZIP = "zip", "ZIP semua surat"
    MAIL = "surel", "Kirim surel"
    ARCHIVE = "arsip", "Arsip rapat"


class JobState(models.TextChoices):
    QUEUED = "antri", "Antri"
    RUNNING = "berjalan", "Berjalan"
    READY = "siap", "Selesai"
    FAILED = "gagal", "Gagal"


class MailState(models.TextChoices):
    WAITING = "antri", "Menunggu"
    SENT = "terkirim", "Terkirim"
    FAILED = "gagal", "Gagal"


PENDING = (JobState.QUEUED, JobState.RUNNING)
# The event is off, not moved: calendars take it out.
CALLS_OFF = frozenset({Kind.POSTPONEMENT, Kind.CANCELLATION})

STATE_TONES: dict[str, tuple[str, str]] = {
    State.DRAFT: ("draf", "pencil"),
    State.FINISHED: ("set", "circle-check"),
}
JOB_TONES: dict[str, tuple[str, str]] = {
    JobState.QUEUED: ("bel", "clock"),
    JobState.RUNNING: ("aju", "progress"),
    JobState.READY: ("set", "circle-check"),
    JobState.FAILED: ("lat", "alert-triangle"),
}

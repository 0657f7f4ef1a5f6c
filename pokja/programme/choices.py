"""The fixed words of RAD, work programme, action plans and monev visits, with tones."""

from __future__ import annotations

from django.db import models


class State(models.TextChoices):
    """`perubahan`: a settled version whose place a later one has taken."""

    DRAFT = "draf", "Draf"
    SETTLED = "ditetapkan", "Ditetapkan"
    REPLACED = "perubahan", "Diganti perubahan"


class Content(models.TextChoices):
    """The four contents of a RAD (Permendagri 15/2008 jo. 67/2011)."""

    LEGISLATION = "a", "PUG dalam peraturan perundang-undangan daerah"
    CYCLE = "b", "PUG dalam siklus pembangunan"
    INSTITUTIONS = "c", "Penguatan kelembagaan PUG"
    PARTICIPATION = "d", "Penguatan peran serta masyarakat"


class LineStatus(models.TextChoices):
    PLANNED = "direncanakan", "Direncanakan"
    RUNNING = "berjalan", "Berjalan"
    DONE = "selesai", "Selesai"
    POSTPONED = "ditunda", "Ditunda"
    CANCELLED = "dibatalkan", "Dibatalkan"


class Stage(models.TextChoices):
    """The three stages of an OPD's action plan within one year."""

    PREPARATION = "persiapan", "Persiapan (Januari–Maret)"
    IMPLEMENTATION = "implementasi", "Implementasi (April–September)"
    MONITORING = "monev", "Monitoring dan evaluasi (Oktober–Desember)"


# Where the names and numbers of program, kegiatan and sub kegiatan stand, oldest first.
CODE_RULES = (
    "Permendagri 90/2019",
    "Kepmendagri 050-3708/2020",
    "Kepmendagri 050-5889/2021",
    "Kepmendagri 900.1.15.5-1317/2023",
    "Kepmendagri 900.1.15.5-3406/2024",
    "Kepmendagri 900.1-2850/2025",
    "Kepmendagri 900.1-861/2026",
)

# (tone of the badge, icon)
STATE_TONES: dict[str, tuple[str, str]] = {
    State.DRAFT: ("draf", "pencil"),
    State.SETTLED: ("set", "circle-check"),
    State.REPLACED: ("bel", "arrows-exchange"),
}
STATUS_TONES: dict[str, tuple[str, str]] = {
    LineStatus.PLANNED: ("bel", "circle-dashed"),
    LineStatus.RUNNING: ("aju", "progress"),
    LineStatus.DONE: ("set", "circle-check"),
    LineStatus.POSTPONED: ("kem", "calendar-x"),
    LineStatus.CANCELLED: ("lat", "circle-x"),
}

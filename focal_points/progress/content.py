"""A report's answers as plain data: frozen at submission, compared, shown, checked.

The table of questions below is the one list of what is asked; forms, pages, notes and
the Pokja report name a question by its key here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from focal_points.progress.models import (
    Achievement,
    Activity,
    Denominator,
    FundSource,
    Progress,
    ProgressFile,
    Stage,
    YesPartlyNo,
)
from pug_portal.lib.dates import rentang_tanggal
from pug_portal.lib.numbers import EMPTY, angka, rupiah

Content = dict[str, Any]

CHOICE, COUNT, MONEY, TEXT = "pilihan", "jumlah", "uang", "teks"


@dataclass(frozen=True)
class Question:
    key: str
    label: str
    kind: str
    choices: dict[str, str] | None = None

    def told(self, value: Any) -> str:
        """The answer as people read it; an empty one is a dash, never a zero."""
        if value is None or value == "":
            return EMPTY
        if self.choices is not None:
            return self.choices.get(value, str(value))
        if self.kind == MONEY:
            return rupiah(value)
        return angka(value) if self.kind == COUNT else str(value)


@dataclass(frozen=True)
class Section:
    key: str
    title: str
    questions: tuple[Question, ...]


_YES = {str(value): str(label) for value, label in YesPartlyNo.choices}
_FUNDS = {str(value): str(label) for value, label in FundSource.choices}
_STAGES = {str(value): str(label) for value, label in Stage.choices}
_ACHIEVED = {str(value): str(label) for value, label in Achievement.choices}
_BASES = {str(value): str(label) for value, label in Denominator.choices}

SECTIONS = (
    Section(
        "perencanaan",
        "Perencanaan",
        (
            Question("renstra_responsive", "Renstra responsif gender", CHOICE, _YES),
            Question("renja_responsive", "Renja responsif gender", CHOICE, _YES),
            Question("rka_has_gbs", "RKA/DPA memuat GBS", CHOICE, _YES),
        ),
    ),
    Section(
        "analisis",
        "Analisis gender",
        (
            Question("gap_count", "Jumlah GAP", COUNT),
            Question("gbs_count", "Jumlah GBS", COUNT),
            Question("kak_count", "Jumlah KAK", COUNT),
        ),
    ),
    Section(
        "anggaran",
        "Anggaran responsif gender (ARG)",
        (
            Question("spending_ceiling", "Total belanja OPD (pagu)", MONEY),
            Question("denominator", "Jenis belanja pembanding", CHOICE, _BASES),
            Question("arg_ceiling", "Pagu ARG", MONEY),
            Question("arg_realized", "Realisasi ARG", MONEY),
            Question("arg_note", "Catatan realisasi ARG", TEXT),
        ),
    ),
    Section(
        "data",
        "Data terpilah",
        (
            Question("tables_available", "Tabel data terpilah tersedia", COUNT),
            Question("tables_updated", "Tabel yang dimutakhirkan", COUNT),
        ),
    ),
    Section(
        "sdm",
        "Sumber daya manusia",
        (
            Question("trained_men", "Staf dilatih, laki-laki", COUNT),
            Question("trained_women", "Staf dilatih, perempuan", COUNT),
            Question("active_focal_points", "Focal point aktif", COUNT),
        ),
    ),
    Section(
        "kendala",
        "Kendala dan rekomendasi",
        (
            Question("obstacles", "Permasalahan", TEXT),
            Question("efforts", "Upaya yang dilakukan", TEXT),
            Question("support_asked", "Dukungan yang diminta", TEXT),
            Question("recommendation", "Rekomendasi", TEXT),
        ),
    ),
)

ACTIVITY_QUESTIONS = (
    Question("name", "Kegiatan", TEXT),
    Question("sub_activity_code", "Kode sub kegiatan", TEXT),
    Question("held", "Tanggal", TEXT),
    Question("beneficiaries", "Sasaran", TEXT),
    Question("institutions", "Lembaga yang terlibat", TEXT),
    Question("men", "Peserta laki-laki", COUNT),
    Question("women", "Peserta perempuan", COUNT),
    Question("listed_men", "Laki-laki di daftar hadir", COUNT),
    Question("listed_women", "Perempuan di daftar hadir", COUNT),
    Question("ceiling", "Pagu", MONEY),
    Question("realized", "Realisasi", MONEY),
    Question("realized_note", "Catatan realisasi", TEXT),
    Question("fund_source", "Sumber dana", CHOICE, _FUNDS),
    Question("stage", "Tahap", CHOICE, _STAGES),
    Question("duties", "Tugas Pokja yang didukung", TEXT),
    Question("result", "Hasil", TEXT),
    Question("achievement", "Capaian", CHOICE, _ACHIEVED),
)

QUESTIONS = {q.key: q for section in SECTIONS for q in section.questions}
STORED_IN_ACTIVITY = (
    *(q.key for q in ACTIVITY_QUESTIONS if q.key != "held"),
    "held_from",
    "held_to",
)


def snapshot(
    progress: Progress, files: Sequence[ProgressFile] | None = None
) -> Content:
    """All answers as they stand now, in JSON's own types.

    `files` may be handed over by who has read them with their StoredFile already.
    """
    if files is None:
        files = list(progress.files.select_related("file"))
    return {
        "fields": {key: getattr(progress, key) for key in QUESTIONS},
        "activities": [_activity(row) for row in progress.activities.all()],
        "files": [
            {
                "id": str(row.file_id),
                "name": row.file.name,
                "kind": row.file.kind,
                "size": row.file.size,
                "pages": row.file.pages,
                "sha256": row.file.sha256,
                "caption": row.caption,
                "activity": row.activity_id,
            }
            for row in files
        ],
    }


def _activity(row: Activity) -> dict[str, Any]:
    plain: dict[str, Any] = {"id": row.pk}
    for key in STORED_IN_ACTIVITY:
        value = getattr(row, key)
        plain[key] = value.isoformat() if isinstance(value, dt.date) else value
    return plain


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def activity_value(activity: dict[str, Any], key: str) -> Any:
    """The two dates are one answer; the letters of the Pokja's duties are one line."""
    if key == "held":
        span = rentang_tanggal(
            day(activity.get("held_from")), day(activity.get("held_to"))
        )
        return "" if span == EMPTY else span
    if key == "duties":
        return ", ".join(activity.get("duties") or [])
    return activity.get(key)

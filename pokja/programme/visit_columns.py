"""The columns of the workbook of monev visits."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Mapping

from focal_points.appointments.sheet_columns import opd_choice
from focal_points.opd.models import Opd
from pokja.programme.models import Finding, ProgrammeLine
from pug_portal.lib.sheets import Choice, Column, Date, Lines, Paragraphs


def visit_columns(
    offices: Mapping[int, Opd], lines: Mapping[int, ProgrammeLine], year: int
) -> tuple[Column, ...]:
    return (
        *_which(offices, year),
        Column(
            "team",
            "Tim",
            Lines(2000),
            "Nama dengan instansinya.",
            is_required=True,
            width=44,
            example=["Sri Contoh, Dinas Contoh", "Budi Contoh, Bappeda"],
            of=lambda visit: visit.members,
        ),
        Column(
            "summary",
            "Ringkasan",
            Paragraphs(),
            "Kosong berarti tidak diubah.",
            width=50,
            is_kept_when_empty=True,
        ),
        Column(
            "line",
            "Baris program kerja",
            _line_choice(lines),
            "Kosong berarti tidak dikaitkan.",
            width=44,
            of=lambda visit: visit.line_id,
        ),
    )


def finding_columns(offices: Mapping[int, Opd], year: int) -> tuple[Column, ...]:
    def which(column: Column) -> Column:
        def of(finding: Finding) -> object:
            return column.value_of(finding.visit)

        return dataclasses.replace(column, of=of)

    return (
        *(which(column) for column in _which(offices, year)),
        Column(
            "text",
            "Temuan",
            Paragraphs(),
            is_required=True,
            width=50,
            example="Data layanan belum terpilah",
        ),
        Column(
            "follow_up",
            "Tindak lanjut yang diminta",
            Paragraphs(),
            is_required=True,
            width=50,
            example="Ubah formulir layanan",
        ),
        Column("due_on", "Tenggat", Date(), width=14, example=dt.date(year, 6, 30)),
        Column(
            "done_on",
            "Selesai pada",
            Date(),
            "Diisi bila tindak lanjutnya sudah selesai.",
            width=14,
        ),
        Column(
            "result",
            "Hasil tindak lanjut",
            Paragraphs(),
            "Wajib bila sudah selesai.",
            width=50,
        ),
    )


def _which(offices: Mapping[int, Opd], year: int) -> tuple[Column, Column]:
    office = opd_choice(offices.values())
    return (
        Column(
            "opd",
            "OPD yang dikunjungi",
            office,
            is_required=True,
            width=40,
            example=next(iter(offices), None),
            of=lambda visit: visit.opd_id,
        ),
        Column(
            "visited_on",
            "Tanggal kunjungan",
            Date(),
            is_required=True,
            width=21,
            example=dt.date(year, 5, 4),
        ),
    )


def _line_choice(lines: Mapping[int, ProgrammeLine]) -> Choice:
    """By kegiatan; two of the same name are told apart by their number."""
    times = Counter(line.activity.casefold() for line in lines.values())
    pairs = tuple(
        (
            root,
            line.activity
            if times[line.activity.casefold()] == 1
            else f"{line.activity} (baris {line.order})",
        )
        for root, line in lines.items()
    )
    return Choice(pairs, empty=None)

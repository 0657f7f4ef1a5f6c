"""The columns of the workbook of monev visits."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping

from focal_points.appointments.sheet_columns import opd_choice
from focal_points.opd.models import Opd
from pokja.programme.models import Finding, ProgrammeLine
from pokja.programme.year_sheet import KEPT
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
            KEPT,
            width=50,
            is_kept_when_empty=True,
        ),
        Column(
            "line",
            "Baris program kerja",
            _line_choice(lines),
            KEPT,
            width=44,
            is_kept_when_empty=True,
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
        Column(
            "due_on",
            "Tenggat",
            Date(),
            KEPT,
            width=14,
            example=dt.date(year, 6, 30),
            is_kept_when_empty=True,
        ),
        Column(
            "done_on",
            "Selesai pada",
            Date(),
            f"Diisi bila tindak lanjutnya sudah selesai. {KEPT}",
            width=14,
            is_kept_when_empty=True,
        ),
        Column(
            "result",
            "Hasil tindak lanjut",
            Paragraphs(),
            f"Wajib bila sudah selesai. {KEPT}",
            width=50,
            is_kept_when_empty=True,
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
            example=dt.date(year, 1, 4),
        ),
    )


def _line_choice(lines: Mapping[int, ProgrammeLine]) -> Choice:
    return Choice(tuple(_labels(lines)), empty=None)


def _labels(lines: Mapping[int, ProgrammeLine]) -> Iterator[tuple[int, str]]:
    """By kegiatan; what is called the same is told apart by its number, and a line that a
    perubahan dropped from one that took its number by counting on."""
    times = Counter(line.activity.casefold() for line in lines.values())
    given: Counter[str] = Counter()
    for root, line in lines.items():
        label = line.activity
        if times[label.casefold()] > 1:
            label += f" (baris {line.order})"
        given[label.casefold()] += 1
        nth = given[label.casefold()]
        yield root, label if nth == 1 else f"{label} ({nth})"

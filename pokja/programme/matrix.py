"""The matrix of a programme or a RAD as a workbook to read: every column of the form.

What is imported again is the draft's own sheet (line_sheet, rad_sheet); here status,
realisasi and kendala stand beside the plan.
"""

from __future__ import annotations

from operator import attrgetter

from focal_points.progress.models import FundSource
from pokja.programme.choices import Content
from pokja.programme.models import Programme, Rad, RadLine
from pokja.programme.queries import LineRow, line_rows, lines_of
from pokja.programme.realisation import (
    ProgrammeRealisation,
    Realisation,
    realisation_of,
)
from pug_portal.lib.numbers import angka, rupiah
from pug_portal.lib.sheets import Column, Count, Rupiah, Text, listing

_LONG = Text(30_000)


def programme_matrix(programme: Programme) -> bytes:
    lines = lines_of(programme)
    found = ProgrammeRealisation({}, [])
    if not programme.is_draft:
        found = realisation_of(programme, lines)
    return listing(str(programme), PROGRAMME, line_rows(lines, found))


def rad_matrix(rad: Rad) -> bytes:
    rows = rad.lines.select_related("lead_opd").prefetch_related("supporters")
    numbered = list(enumerate(rows, start=1))
    return listing(str(rad), _rad_columns(rad), numbered)


def told(found: Realisation) -> str:
    """The figures of the page in one cell."""
    parts = []
    if found.meetings:
        people = f"{angka(found.men)} L, {angka(found.women)} P"
        parts.append(f"{angka(found.meetings)} rapat ({people})")
    if found.activities:
        count = angka(len(found.activities))
        parts.append(f"{count} kegiatan OPD ({rupiah(found.realized)})")
    if found.visits:
        parts.append(f"{angka(len(found.visits))} kunjungan")
    if found.promises:
        of = angka(len(found.promises))
        parts.append(f"{angka(found.promises_done)} dari {of} tindak lanjut")
    return "; ".join(parts)


def _fund(value: str) -> str:
    return str(FundSource(value).label) if value else ""


def _code(row: LineRow) -> str:
    return " – ".join(
        part for part in (row.line.sub_activity_code, row.line.code_rule) if part
    )


def _of_line(key: str, header: str, width: int, kind: Text | Rupiah = _LONG) -> Column:
    return Column(key, header, kind, width=width, of=attrgetter(f"line.{key}"))


def _of_record(key: str, header: str, width: int) -> Column:
    return Column(key, header, _LONG, width=width, of=attrgetter(f"record.{key}"))


PROGRAMME = (
    Column("number", "No.", Count(), width=6),
    Column(
        "duties", "Tugas Pokja", width=14, of=lambda row: ", ".join(row.line.duties)
    ),
    _of_line("activity", "Kegiatan", 44),
    _of_line("aim", "Tujuan", 34),
    _of_line("beneficiaries", "Sasaran", 26),
    _of_line("indicator", "Indikator keluaran", 30),
    _of_line("target", "Target", 16),
    _of_line("months", "Waktu", 18),
    _of_line("responsible", "Penanggung jawab", 24),
    _of_line("executor_names", "Pelaksana dan OPD terkait", 30),
    _of_line("budget", "Anggaran (Rp)", 18, Rupiah()),
    Column("fund", "Sumber dana", width=14, of=lambda row: _fund(row.line.fund_source)),
    Column("code", "Sub kegiatan", _LONG, width=40, of=_code),
    Column(
        "status",
        "Status",
        width=14,
        of=lambda row: row.record.get_status_display(),
    ),
    Column(
        "found", "Realisasi (dihitung)", _LONG, width=34, of=lambda r: told(r.found)
    ),
    _of_record("realisation", "Realisasi (catatan)", 34),
    _of_record("obstacles", "Kendala", 34),
)


def _rad_columns(rad: Rad) -> tuple[Column, ...]:
    def of(key: str, header: str, width: int) -> Column:
        return Column(
            key, header, _LONG, width=width, of=lambda pair: getattr(pair[1], key)
        )

    def target(year: int) -> Column:
        return Column(
            f"target-{year}",
            f"Target {year}",
            _LONG,
            width=16,
            of=lambda pair: pair[1].target_of(year),
        )

    return (
        Column("number", "No.", Count(), width=6, of=lambda pair: pair[0]),
        Column("content", "Muatan", _LONG, width=30, of=lambda p: _content(p[1])),
        of("issue", "Isu gender atau masalah", 36),
        of("aim", "Tujuan", 34),
        of("strategy", "Strategi", 34),
        of("activity", "Program atau kegiatan", 40),
        of("indicator", "Indikator", 30),
        Column("baseline", "Baseline (tahun)", width=20, of=lambda p: _baseline(p[1])),
        *map(target, rad.years),
        of("responsible", "OPD penanggung jawab", 24),
        Column("supporters", "OPD pendukung", width=28, of=lambda p: _beside(p[1])),
        Column("fund", "Sumber dana", width=14, of=lambda p: _fund(p[1].fund_source)),
        of("note", "Keterangan", 30),
    )


def _content(line: RadLine) -> str:
    return f"{line.content}. {Content(line.content).label}"


def _baseline(line: RadLine) -> str:
    year = f" ({line.baseline_year})" if line.baseline_year else ""
    return f"{line.baseline}{year}" if line.baseline else ""


def _beside(line: RadLine) -> str:
    return ", ".join(opd.short_name for opd in line.supporters.all())

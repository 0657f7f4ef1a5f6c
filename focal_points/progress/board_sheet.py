"""The board as a workbook: the same rows and the same sums as the page."""

from __future__ import annotations

from focal_points.periods.models import ReportingPeriod
from focal_points.progress.board import (
    BoardRow,
    Group,
    counts,
    group_counts,
    punctuality_counts,
)
from focal_points.progress.board_lines import note_of
from pug_portal.lib.dates import tanggal
from pug_portal.lib.sheets import Column, Count, Text, listing


def workbook_of(
    rows: list[BoardRow],
    period: ReportingPeriod,
    as_of: str,
    named: list[BoardRow] | None = None,
) -> bytes:
    """`named`: the rows whose names this reader may see; the sums are those of all."""
    zone = period.region.zone
    columns = (
        Column("name", period.region.opd_word, width=48, of=lambda row: row.opd.name),
        Column("status", "Status", width=22, of=lambda row: row.label),
        Column(
            "punctuality",
            "Ketepatan waktu",
            width=18,
            of=lambda row: row.punctuality.label if row.punctuality else "",
        ),
        Column(
            "late", "Hari terlambat", Count(), width=12, of=lambda row: row.days_late
        ),
        Column(
            "note",
            "Keterangan",
            Text(longest=500),
            width=56,
            of=lambda row: note_of(row, zone),
        ),
    )
    shown = rows if named is None else named
    return listing(
        f"Laporan OPD {period}", columns, shown, sums_of(rows, period, as_of)
    )


def sums_of(
    rows: list[BoardRow], period: ReportingPeriod, as_of: str
) -> list[tuple[str, int | str]]:
    groups = group_counts(rows)
    expected = len(rows) - groups[Group.EXEMPT]
    return [
        ("Daerah", period.region.name),
        ("Periode", str(period)),
        ("Keadaan", as_of),
        ("Tenggat", tanggal(period.due_on)),
        (f"Seluruh {period.region.opd_word} aktif", len(rows)),
        ("Wajib melapor", expected),
        ("Sudah melapor", expected - groups[Group.NOT_REPORTED]),
        *((f"Status: {each.status.label}", each.number) for each in counts(rows)),
        *(
            (f"Ketepatan: {kind.label}", number)
            for kind, number in punctuality_counts(rows).items()
        ),
    ]

"""«Terkunci» is computed, never stored: the period's lock, or time given after it.

Time is given in two ways: a day to mend what was sent back, and a dispensation until a
minute. Neither needs anybody to close it again.
"""

from __future__ import annotations

import datetime as dt

from focal_points.periods.dispensations import OpenUntil, open_until
from focal_points.periods.models import ReportingPeriod
from focal_points.progress.models import Progress
from pug_portal.lib.clock import now, today
from pug_portal.lib.dates import ZONES, tanggal, tanggal_waktu
from pug_portal.regions.models import Region


def day_in(region: Region) -> dt.date:
    """Today on the wall of that region's offices."""
    return today(ZONES[region.zone])


def is_period_locked(period: ReportingPeriod, on: dt.date | None = None) -> bool:
    return (on or day_in(period.region)) > period.locks_on


def is_locked(
    progress: Progress,
    on: dt.date | None = None,
    dispensed: OpenUntil | None = None,
) -> bool:
    """Lists pass the open dispensations of their periods, so that no row asks by itself."""
    on = on or day_in(progress.period.region)
    if progress.open_until is not None and on <= progress.open_until:
        return False
    if dispensed is not None:
        return is_closed_for(progress.period, progress.opd_id, on, dispensed)
    if not is_period_locked(progress.period, on):
        return False
    return not any(each.is_open_at(now()) for each in progress.dispensations)


def is_closed_for(
    period: ReportingPeriod,
    opd_id: int,
    on: dt.date | None = None,
    dispensed: OpenUntil | None = None,
) -> bool:
    """Whether this OPD, which may have begun nothing, can still report in the period."""
    if not is_period_locked(period, on):
        return False
    if dispensed is None:
        return open_until(period, opd_id) is None
    return (period.pk, opd_id) not in dispensed


def is_asked_for(progress: Progress) -> bool:
    """The office still exists on the day the figures close; else its successor reports."""
    return progress.opd.exists_on(progress.period.figures_as_of)


def no_longer_asked(progress: Progress) -> str:
    return (
        f"{progress.called_opd.short_name} sudah tidak ada pada "
        f"{tanggal(progress.period.figures_as_of)}. Laporan {progress.period} "
        "disampaikan oleh OPD penerusnya; draf ini hanya dapat dibaca."
    )


def lock_sentence(progress: Progress, *, opens_it: bool = False) -> str:
    period = progress.period
    last = tanggal(max(period.locks_on, progress.open_until or period.locks_on))
    if progress.dispensations:
        given = progress.dispensations[0]
        ended = min(given.until, given.withdrawn_at or given.until)
        last = f"{tanggal_waktu(ended, period.region.zone)} (dispensasi)"
    way_out = (
        "Beri dispensasi dari halaman periodenya bila isian harus diubah."
        if opens_it
        else "Mintalah sekretariat Pokja membuka kembali bila isian harus diubah."
    )
    return f"{period} sudah dikunci; pengisian berakhir {last}. {way_out}"

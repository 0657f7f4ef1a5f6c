"""«Terkunci» is computed, never stored: the period's lock, or a day given after it."""

from __future__ import annotations

import datetime as dt

from focal_points.periods.models import ReportingPeriod
from focal_points.progress.models import Progress
from pug_portal.lib.clock import today
from pug_portal.lib.dates import ZONES, tanggal
from pug_portal.regions.models import Region


def day_in(region: Region) -> dt.date:
    """Today on the wall of that region's offices."""
    return today(ZONES[region.zone])


def is_period_locked(period: ReportingPeriod, on: dt.date | None = None) -> bool:
    return (on or day_in(period.region)) > period.locks_on


def is_locked(progress: Progress, on: dt.date | None = None) -> bool:
    on = on or day_in(progress.period.region)
    if progress.open_until is not None and on <= progress.open_until:
        return False
    return is_period_locked(progress.period, on)


def is_asked_for(progress: Progress) -> bool:
    """The office still exists on the day the figures close; else its successor reports."""
    return progress.opd.exists_on(progress.period.figures_as_of)


def no_longer_asked(progress: Progress) -> str:
    return (
        f"{progress.called_opd.short_name} sudah tidak ada pada "
        f"{tanggal(progress.period.figures_as_of)}. Laporan {progress.period} "
        "disampaikan oleh OPD penerusnya; draf ini hanya dapat dibaca."
    )


def lock_sentence(progress: Progress) -> str:
    last = progress.period.locks_on
    if progress.open_until is not None:
        last = max(last, progress.open_until)
    return (
        f"{progress.period} sudah dikunci; pengisian berakhir {tanggal(last)}. "
        "Mintalah sekretariat Pokja membuka kembali bila isian harus diubah."
    )

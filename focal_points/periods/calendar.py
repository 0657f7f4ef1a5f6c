"""The usual dates of a semester's period. Local decrees differ: each can be changed."""

from __future__ import annotations

import datetime as dt
from typing import TypedDict

from pug_portal.lib.dates import Semester

# Reports are due at the end of the month after the semester: 31 Juli and 31 Januari
# (domain.md Q4, «31 Jul / 31 Jan», until a region answers otherwise).
DUE_MONTH_AND_DAY = {1: (7, 31), 2: (1, 31)}
# Figures close on the last day of the semester (domain.md §10.5 row 8), so the
# period opens on the day after.
OPENS_DAYS_AFTER_FIGURES = 1
# Half a month to send back and mend before the period locks (our own default).
LOCKS_DAYS_AFTER_DUE = 15


class PeriodDates(TypedDict):
    figures_as_of: dt.date
    opens_on: dt.date
    due_on: dt.date
    locks_on: dt.date


def default_dates(semester: Semester) -> PeriodDates:
    figures = semester.end
    opens = figures + dt.timedelta(days=OPENS_DAYS_AFTER_FIGURES)
    due = dt.date(opens.year, *DUE_MONTH_AND_DAY[semester.half])
    return PeriodDates(
        figures_as_of=figures,
        opens_on=opens,
        due_on=due,
        locks_on=due + dt.timedelta(days=LOCKS_DAYS_AFTER_DUE),
    )

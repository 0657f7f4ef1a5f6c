"""Trainings a focal point took part in; the slice above that keeps them registers here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from focal_points.appointments.models import Appointment
from pug_portal.files.models import StoredFile


@dataclass(frozen=True, slots=True)
class Training:
    title: str
    first: dt.date
    last: dt.date
    organiser: str
    # Days present; none yet for a training to come.
    days: int
    lesson_hours: int | None
    is_settled: bool
    certificate: str = ""
    file: StoredFile | None = None


Provider = Callable[[Appointment], list[Training]]
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    if provider not in _providers:
        _providers.append(provider)


LastDays = Callable[[Sequence[Appointment]], dict[int, dt.date]]
_last_days: list[LastDays] = []
# After two years, or after none at all, somebody should be trained (again).
REFRESH_AFTER = dt.timedelta(days=730)


def register_last_days(provider: LastDays) -> None:
    if provider not in _last_days:
        _last_days.append(provider)


def last_trained(appointments: Sequence[Appointment]) -> dict[int, dt.date]:
    """The last day of training per appointment: as typed, or as the trainings tell."""
    found = {row.pk: row.trained_on for row in appointments if row.trained_on}
    for provider in _last_days:
        for pk, day in provider(appointments).items():
            found[pk] = max(day, found.get(pk) or day)
    return found


def needs_refresh(last: dt.date | None, day: dt.date) -> bool:
    return last is None or last + REFRESH_AFTER < day


def trainings_of(appointment: Appointment) -> list[Training]:
    """Newest first."""
    found = [row for provider in _providers for row in provider(appointment)]
    return sorted(found, key=lambda row: row.first, reverse=True)

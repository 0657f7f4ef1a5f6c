"""Trainings a focal point took part in; the slice above that keeps them registers here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
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


def trainings_of(appointment: Appointment) -> list[Training]:
    """Newest first."""
    found = [row for provider in _providers for row in provider(appointment)]
    return sorted(found, key=lambda row: row.first, reverse=True)

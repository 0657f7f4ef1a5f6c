"""Which name an office bore on a day. Every dated page asks here, and nowhere else."""

from __future__ import annotations

import copy
import datetime as dt
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from focal_points.opd.models import Opd


class FormerName(TypedDict):
    """How the office was called up to and with the day `until`."""

    name: str
    short_name: str
    until: str


def borne(opd: Opd) -> list[tuple[FormerName, dt.date]]:
    """Former names with their last day, the oldest first."""
    ordered = sorted(opd.former_names, key=lambda each: each["until"])
    return [(former, dt.date.fromisoformat(former["until"])) for former in ordered]


def named_on(opd: Opd, day: dt.date) -> Opd:
    """The office as it was called on `day`: a copy, so that nobody saves an old name."""
    for former, last in borne(opd):
        if day <= last:
            called = copy.copy(opd)
            called.name = former["name"]
            called.short_name = former["short_name"]
            return called
    return opd

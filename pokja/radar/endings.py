"""Decrees and appointments that end soon or have ended without a successor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce

from focal_points.appointments.models import Appointment
from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from pokja.decrees.models import Decree
from pokja.decrees.queries import term_of
from pokja.decrees.validity import FOREVER, Register
from pug_portal.access.actor import Actor
from pug_portal.regions.models import Region

BANDS = (7, 30, 90)
# A person's term that ended longer ago is history; a decree is asked for until it is renewed.
STILL_ASKED = 365


@dataclass(frozen=True)
class Ending:
    """Something whose last day is near or past, and nothing recorded follows it."""

    last_day: dt.date
    days_left: int
    decree: Decree | None = None
    appointment: Appointment | None = None

    @property
    def opd(self) -> Opd | None:
        """As it is called on the day the page is about."""
        of = self.decree or self.appointment
        if of is None or of.opd is None:
            return None
        return named_on(of.opd, self.last_day - dt.timedelta(days=self.days_left))

    @property
    def is_over(self) -> bool:
        return self.days_left < 0

    @property
    def band(self) -> int:
        """0 for what is over, else the smallest of 7, 30 and 90 that holds it."""
        if self.is_over:
            return 0
        return next(band for band in BANDS if self.days_left <= band)


@dataclass(frozen=True)
class Band:
    """One heading of the page with its lines."""

    days: int
    endings: tuple[Ending, ...]

    @property
    def title(self) -> str:
        if self.days == 0:
            return "Sudah berakhir, belum ada penggantinya"
        return f"Berakhir dalam {self.days} hari"

    @property
    def look(self) -> tuple[str, str]:
        """Tone and icon."""
        if self.days == 0:
            return "lat", "clock-exclamation"
        return ("kem", "clock") if self.days < 90 else ("aju", "calendar-due")


def bands_of(endings: Iterable[Ending]) -> list[Band]:
    """All four in order of urgency; the empty ones too."""
    rows = sorted(endings, key=lambda each: (each.last_day, each.decree is None))
    return [
        Band(days, tuple(row for row in rows if row.band == days))
        for days in (0, *BANDS)
    ]


def decrees_ending(region: Region, day: dt.date) -> list[Ending]:
    """Chains whose last day lies within 90 days, or is past; one query."""
    rows = Decree.objects.filter(region=region).issued()
    subjects: dict[tuple[str, int | None], list[Decree]] = {}
    for row in rows.select_related("related", "opd"):
        subjects.setdefault((row.kind, row.opd_id), []).append(row)
    found = (_ending_of(group, day) for group in subjects.values())
    return [ending for ending in found if ending is not None]


def _ending_of(group: list[Decree], day: dt.date) -> Ending | None:
    """Of one kind and subject: its latest chain, where that one ends soon or has ended."""
    register = Register(term_of(row) for row in group)
    bases = {row.pk: row for row in group if row.base_id is None}
    lasts = {pk: last for pk in bases if (last := register.last_day(pk)) is not None}
    if not lasts:
        return None
    root = max(lasts, key=lambda pk: (lasts[pk], pk))
    left, opd = _within_reach(lasts[root], day), bases[root].opd
    if left is None or (opd is not None and not opd.exists_on(day)):
        return None
    return Ending(lasts[root], left, decree=bases[root])


def _within_reach(last: dt.date, day: dt.date) -> int | None:
    if last == FOREVER:
        return None
    left = (last - day).days
    return left if left <= BANDS[-1] else None


def appointments_ending(actor: Actor, region: Region, day: dt.date) -> list[Ending]:
    """Focal points and heads of OPD whose term ends and whom nobody follows."""
    oldest = day - dt.timedelta(days=STILL_ASKED)
    soon = day + dt.timedelta(days=BANDS[-1])
    later = (
        Appointment.objects.filter(opd=OuterRef("opd"), kind=OuterRef("kind"))
        .annotate(last=Coalesce("end", dt.date.max))
        .filter(last__gt=OuterRef("end"))
    )
    rows = (
        Appointment.objects.for_actor(actor)
        .filter(opd__region=region, end__range=(oldest, soon))
        .filter(~Exists(later.order_by()))
        .select_related("opd")
        .order_by("end", "pk")
    )
    found = []
    for row in rows:
        if row.end is not None and row.opd.exists_on(day):
            found.append(Ending(row.end, (row.end - day).days, appointment=row))
    return found

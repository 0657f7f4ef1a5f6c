"""«Apa yang berubah»: everything a restructuring will touch, before anybody confirms."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.db.models import Q

from focal_points.appointments.models import Appointment
from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from focal_points.periods.models import Exemption, ReportingPeriod
from focal_points.progress.models import Progress
from focal_points.restructuring import effects
from focal_points.restructuring.proposal import (
    Proposal,
    check,
    joined,
    reports_after,
    reports_owed,
)

END = "akhiri"


@dataclass(frozen=True)
class PersonRow:
    """Somebody appointed to an office that closes, and where we propose he goes."""

    appointment: Appointment
    destination: str


@dataclass(frozen=True)
class PeriodRow:
    """Whom a period expects, before and after."""

    period: ReportingPeriod
    before: int
    after: int
    reporters: str
    is_changed: bool


@dataclass(frozen=True)
class Preview:
    proposal: Proposal
    people: tuple[PersonRow, ...]
    periods: tuple[PeriodRow, ...]
    set_aside: tuple[Progress, ...]
    owed: tuple[Progress, ...]
    effects: tuple[tuple[str, list[str]], ...]

    @property
    def account_count(self) -> int:
        return len({row.appointment.user_id for row in self.people} - {None})

    @property
    def destinations(self) -> list[tuple[str, str]]:
        new = self.proposal.new
        carried = [
            (str(place), f"Bawa ke {office.short_name}, SK menyusul")
            for place, office in enumerate(new)
        ]
        return [*carried, (END, "Akhiri")]

    @property
    def fingerprint(self) -> str:
        """Tells whether what was confirmed is still what would happen."""
        told = [
            self.proposal.summary,
            self.proposal.on,
            [row.appointment.pk for row in self.people],
            [(row.period.pk, row.before, row.after) for row in self.periods],
            [(report.pk, report.state) for report in (*self.set_aside, *self.owed)],
            self.effects,
        ]
        return hashlib.sha256(repr(told).encode()).hexdigest()[:20]


def preview(proposal: Proposal) -> Preview:
    check(proposal)
    closes = proposal.closes
    return Preview(
        proposal=proposal,
        people=tuple(_people(proposal)) if closes else (),
        periods=tuple(_periods(proposal)),
        set_aside=tuple(reports_after(proposal)) if closes else (),
        owed=tuple(reports_owed(proposal)) if closes else (),
        effects=tuple(effects.told(proposal.old)) if closes else (),
    )


def appointed(proposal: Proposal) -> list[Appointment]:
    """Whoever is or will be appointed to an old office on the day it closes."""
    rows = Appointment.objects.filter(
        Q(end=None) | Q(end__gte=proposal.on),
        opd__in=[opd.pk for opd in proposal.old],
    )
    return list(
        rows.select_related("opd__region", "user", "assignment").order_by(
            "opd__name", "-kind", "name", "pk"
        )
    )


def _people(proposal: Proposal) -> list[PersonRow]:
    """Focal points are carried; of heads a new office has one, so they end."""
    seen: set[str] = set()
    rows = []
    for person in appointed(proposal):
        name = person.name.casefold()
        is_focal_point = person.kind == Appointment.Kind.FOCAL_POINT
        is_carried = is_focal_point and name not in seen and bool(proposal.new)
        seen.add(name)
        rows.append(PersonRow(person, "0" if is_carried else END))
    return rows


def _periods(proposal: Proposal) -> list[PeriodRow]:
    region = proposal.region
    opds = list(Opd.objects.filter(region=region, takes_part=True))
    old = {opd.pk for opd in proposal.old}
    reporting = [opd for opd in opds if opd.pk in old]
    exempted = set(
        Exemption.objects.filter(period__region=region).values_list("period", "opd")
    )
    rows = []
    for period in ReportingPeriod.objects.filter(region=region)[:6]:
        day = period.figures_as_of
        expected = [
            opd
            for opd in opds
            if opd.exists_on(day) and (period.pk, opd.pk) not in exempted
        ]
        after = len(expected)
        is_new = day >= proposal.on and bool(reporting)
        if is_new and proposal.closes:
            after += len(proposal.new) - sum(opd.pk in old for opd in expected)
        called = [named_on(opd, day) for opd in proposal.old]
        names = joined(proposal.new if is_new else called) or "–"
        rows.append(PeriodRow(period, len(expected), after, names, is_new))
    return rows

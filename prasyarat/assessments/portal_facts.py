"""Facts that stand in the apps below and that this app may count itself."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from focal_points.appointments.models import Appointment
from focal_points.opd.models import Opd
from prasyarat import facts
from prasyarat.facts import Fact
from pug_portal.lib.dates import tanggal
from pug_portal.regions.models import Region


def focal_point_decrees(region: Region, on: dt.date) -> Fact | None:
    """OPD whose focal point was appointed by a numbered SK that holds on the day."""
    offices = Opd.objects.filter(region=region).active_on(on)
    count = offices.count()
    if not count:
        return None
    by_decree = Appointment.objects.valid_on(on).filter(
        opd__in=offices, kind=Appointment.Kind.FOCAL_POINT
    )
    having = by_decree.exclude(decree_number="").values("opd").distinct().count()
    return Fact(
        f"{having} dari {count} {region.opd_word} mempunyai focal point dengan SK "
        f"bernomor per {tanggal(on)}.",
        value=Decimal(having),
        denominator=Decimal(count),
    )


def register() -> None:
    facts.register(facts.FOCAL_POINT_DECREES, focal_point_decrees)

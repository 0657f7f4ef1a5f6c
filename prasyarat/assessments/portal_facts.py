"""Facts that stand in the apps below and that this app may count itself.

Each asks the query that the page it names shows: no figure is counted a second way.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.urls import reverse

from focal_points.appointments.models import Appointment
from focal_points.appointments.trainings import last_trained
from focal_points.opd.models import Opd
from focal_points.opd.queries import active_on
from prasyarat import facts
from prasyarat.assessments import pprg_facts
from prasyarat.facts import Fact
from pug_portal.access.roles import Role
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
        url=reverse("opd-list"),
    )


def trained_focal_points(region: Region, on: dt.date) -> Fact | None:
    """By the trainings of the portal, or the day typed with the appointment."""
    rows = list(
        Appointment.objects.valid_on(on)
        .filter(opd__in=active_on(region, on), kind=Role.FOCAL_POINT)
        .order_by("pk")
    )
    if not rows:
        return None
    trained = [day for day in last_trained(rows).values() if day <= on]
    return Fact(
        f"{len(trained)} dari {len(rows)} focal point pernah mengikuti bimtek menurut "
        f"riwayat pelatihan per {tanggal(on)}.",
        value=Decimal(len(trained)),
        denominator=Decimal(len(rows)),
        url=reverse("opd-list"),
    )


def register() -> None:
    facts.register(facts.FOCAL_POINT_DECREES, focal_point_decrees)
    facts.register(facts.TRAINED_FOCAL_POINTS, trained_focal_points)
    facts.register(facts.OPD_WITH_PPRG, pprg_facts.opd_with_pprg)
    facts.register(facts.PPRG_APPROVED, pprg_facts.approved_share)
    facts.register(facts.ARG_SHARE, pprg_facts.arg_share)
    facts.register_by_opd(facts.GAP_OF_OPD, pprg_facts.gap_of_opd)
    facts.register_by_opd(facts.GBS_OF_OPD, pprg_facts.gbs_of_opd)
    facts.register_by_opd(facts.ARG_OF_OPD, pprg_facts.arg_of_opd)
    facts.register_by_opd(facts.ARG_SPENT_BY_OPD, pprg_facts.arg_spent_by_opd)

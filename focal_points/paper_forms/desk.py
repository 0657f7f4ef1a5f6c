"""Whose pages somebody may bring in: the OPD its own, the sekretariat those of its region."""

from __future__ import annotations

from django.db.models import QuerySet

from focal_points.appointments.scope import opd_ids_of
from focal_points.opd.models import Opd
from focal_points.paper_forms.matching import Desk
from focal_points.periods.models import Exemption, ReportingPeriod
from pug_portal.access.actor import Actor
from pug_portal.access.roles import OPD_ROLES, Role


def opds_for(period: ReportingPeriod, actor: Actor) -> QuerySet[Opd]:
    """OPD that report in this period and whose paper this actor handles."""
    rows = Opd.objects.filter(region=period.region).active_on(period.figures_as_of)
    exempt = Exemption.objects.filter(period=period).values("opd")
    rows = rows.exclude(pk__in=exempt).select_related("region")
    if actor.role in OPD_ROLES:
        return rows.filter(pk__in=opd_ids_of(actor))
    is_own = actor.region is not None and actor.region.pk == period.region_id
    return rows if is_own and actor.role == Role.SEKRETARIAT else rows.none()


def desk_of(period: ReportingPeriod, actor: Actor) -> Desk:
    return Desk(
        region=period.region.code,
        semester=period.semester,
        opds=frozenset(opds_for(period, actor).values_list("pk", flat=True)),
        is_office=actor.role not in OPD_ROLES,
    )

"""Who has to answer what until when, and what of it is still owed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from focal_points.appointments.scope import opd_ids_of
from focal_points.opd.models import Opd
from prasyarat.assessments.duty_models import AnswerDuty
from prasyarat.assessments.figure_models import PortalFigure
from prasyarat.assessments.models import Answer, State
from prasyarat.instruments.use import current_instrument
from pug_portal.access.actor import Actor
from pug_portal.access.roles import OPD_ROLES, Role
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region

HANDED_IN = (State.SUBMITTED, State.VERIFIED, State.NOT_APPLICABLE)
_TOLD = ~Q(choice="") | Q(value__isnull=False) | Q(numerator__isnull=False)


@dataclass(frozen=True)
class DutyLine:
    """One duty as its list shows it; `opd`: the OPD whose own indicator it is."""

    duty: AnswerDuty
    opd: Opd | None
    is_done: bool
    on: dt.date

    @property
    def is_late(self) -> bool:
        return not self.is_done and self.duty.due_on < self.on

    @property
    def days_late(self) -> int:
        return (self.on - self.duty.due_on).days

    @property
    def responsible(self) -> str:
        if self.duty.opd is not None:
            return self.duty.opd.name
        return self.duty.indicator.responsible


def duties_of(region: Region) -> QuerySet[AnswerDuty]:
    """Of the instrument in use: what an older one asked is owed by nobody."""
    used = current_instrument(region)
    rows = AnswerDuty.objects.filter(
        region=region, indicator__prerequisite__instrument=used
    )
    return rows.select_related("indicator__prerequisite", "opd")


def region_lines(region: Region, on: dt.date) -> list[DutyLine]:
    """All duties of a region; one for indicators of OPD is done once no OPD owes it."""
    region_duties, opd_duties = _of_region(), _of_opd()
    rows = duties_of(region)
    done = set(_done(rows.filter(region_duties), None).values_list("pk", flat=True))
    many = rows.filter(opd_duties)
    if many:
        done |= _done_by_all(many, region, on)
    ordered = rows.order_by(
        "due_on", "indicator__prerequisite__order", "indicator__order"
    )
    return [DutyLine(row, None, row.pk in done, on) for row in ordered]


def my_lines(actor: Actor, on: dt.date) -> list[DutyLine]:
    """What this person answers for: what is owed first, the most urgent on top."""
    if actor.region is None:
        return []
    found: list[DutyLine] = []
    rows = duties_of(actor.region)
    if actor.role in OPD_ROLES:
        for opd in Opd.objects.filter(pk__in=opd_ids_of(actor)).order_by("name"):
            own = rows.filter(_of_opd())
            done = set(_done(own, opd.pk).values_list("pk", flat=True))
            found += [DutyLine(row, opd, row.pk in done, on) for row in own]
    mine = rows.filter(_region_duties_of(actor))
    done = set(_done(mine, None).values_list("pk", flat=True))
    found += [DutyLine(row, None, row.pk in done, on) for row in mine]
    return sorted(
        found,
        key=lambda line: (
            line.is_done,
            line.duty.due_on,
            line.duty.indicator.prerequisite.order,
            line.duty.indicator.order,
        ),
    )


def overdue(actor: Actor) -> QuerySet[AnswerDuty]:
    """Owed past their day by this person's role or OPD: for the counter of Beranda."""
    if actor.region is None or actor.role not in {
        Role.SEKRETARIAT,
        Role.BAPPEDA,
        Role.FOCAL_POINT,
    }:
        return AnswerDuty.objects.none()
    late = duties_of(actor.region).filter(due_on__lt=today())
    mine = late.filter(_region_duties_of(actor))
    owed = Q(pk__in=mine.exclude(pk__in=_done(mine, None).values("pk")).values("pk"))
    if actor.role == Role.FOCAL_POINT:
        own = late.filter(_of_opd())
        for opd_id in opd_ids_of(actor):
            still = own.exclude(pk__in=_done(own, opd_id).values("pk"))
            owed |= Q(pk__in=still.values("pk"))
    return late.filter(owed)


def assigned_to(actor: Actor) -> frozenset[int]:
    """Indicators of the region that were given to the actor's OPD; once per request."""
    if "assigned_indicators" not in actor.cache:
        rows = AnswerDuty.objects.filter(region=actor.region, opd__in=opd_ids_of(actor))
        actor.cache["assigned_indicators"] = frozenset(
            rows.values_list("indicator_id", flat=True)
        )
    found: frozenset[int] = actor.cache["assigned_indicators"]
    return found


def _of_region() -> Q:
    return Q(indicator__levels__contains="K") | Q(indicator__levels__contains="P")


def _of_opd() -> Q:
    """An indicator of OPD is every OPD's own, unless one was named for it."""
    return Q(indicator__levels__contains="O", opd=None)


def _region_duties_of(actor: Actor) -> Q:
    if actor.role in OPD_ROLES:
        return Q(opd__in=opd_ids_of(actor)) & _of_region()
    own = Q(indicator__responsible_role=Role.BAPPEDA)
    if actor.role == Role.BAPPEDA:
        return _of_region() & own & Q(opd=None)
    if actor.role == Role.SEKRETARIAT:
        return _of_region() & ~own & Q(opd=None)
    return Q(pk__in=[])


def _done(rows: QuerySet[AnswerDuty], opd_id: int | None) -> QuerySet[AnswerDuty]:
    """Answered since its first day, or answered by the portal itself."""
    of_whom = {"region": OuterRef("region"), "indicator": OuterRef("indicator")}
    answered = Answer.objects.standing().filter(
        **of_whom, opd=opd_id, as_of__gte=OuterRef("since"), state__in=HANDED_IN
    )
    figures = PortalFigure.objects.filter(**of_whom, opd=opd_id)
    newest = Subquery(figures.order_by("-as_of", "-pk").values("pk")[:1])
    counted = PortalFigure.objects.filter(_TOLD, pk=OuterRef("newest_figure"))
    return rows.annotate(newest_figure=newest).filter(
        Exists(answered.order_by()) | Exists(counted.order_by())
    )


def _done_by_all(rows: Iterable[AnswerDuty], region: Region, on: dt.date) -> set[int]:
    """In three queries, however many OPD and indicators."""
    offices = set(
        Opd.objects.filter(region=region).active_on(on).values_list("pk", flat=True)
    )
    pairs: dict[int, set[int]] = {}
    answers = Answer.objects.standing().filter(
        region=region,
        opd__in=offices,
        state__in=HANDED_IN,
        indicator__duties__region=region,
        as_of__gte=F("indicator__duties__since"),
    )
    for indicator_id, opd_id in answers.order_by().values_list("indicator", "opd"):
        pairs.setdefault(indicator_id, set()).add(opd_id)
    figures = PortalFigure.objects.filter(
        region=region, opd__in=offices, indicator__duties__region=region
    )
    counted = {
        (figure.indicator_id, figure.opd_id): figure.says_something
        for figure in figures.order_by("as_of", "pk")
    }
    for (indicator_id, office), says_something in counted.items():
        if says_something and office is not None:
            pairs.setdefault(indicator_id, set()).add(office)
    return {
        row.pk
        for row in rows
        if offices and offices <= pairs.get(row.indicator_id, set())
    }

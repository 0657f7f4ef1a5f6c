"""Reading appointments: the list, and which OPD have nobody."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import models
from django.db.models import Exists, OuterRef, Q

from focal_points.appointments.models import Appointment, AppointmentQuerySet, State
from focal_points.appointments.trainings import last_trained, needs_refresh
from focal_points.opd.models import Opd, OpdQuerySet
from focal_points.opd.queries import active_on
from pug_portal.access.actor import Actor
from pug_portal.access.roles import Role
from pug_portal.regions.models import Region


class Standing(models.TextChoices):
    """The filter of the list page."""

    VALID = "berlaku", "Berlaku"
    PENDING = "sk_menyusul", "SK menyusul"
    ENDED = "berakhir", "Sudah berakhir"
    ALL = "semua", "Semua"


@dataclass(frozen=True)
class Row:
    """An appointment as the list shows it."""

    appointment: Appointment
    state: State
    days_left: int | None
    needs_refresh: bool = False

    @property
    def tone(self) -> str:
        return _LOOKS[self.state][0]

    @property
    def icon(self) -> str:
        return _LOOKS[self.state][1]


_LOOKS = {
    State.VALID: ("set", "circle-check"),
    State.PENDING: ("kem", "clock-exclamation"),
    State.COMING: ("bel", "clock"),
    State.LAPSED: ("lat", "alert-triangle"),
    State.ENDED: ("bel", "user-minus"),
}


def as_row(appointment: Appointment, day: dt.date) -> Row:
    return Row(appointment, appointment.state_on(day), appointment.days_left(day))


def as_rows(appointments: Sequence[Appointment], day: dt.date) -> list[Row]:
    """For a list; a focal point too long without training is flagged."""
    last = last_trained(appointments)
    return [
        Row(
            each,
            each.state_on(day),
            each.days_left(day),
            each.kind == Appointment.Kind.FOCAL_POINT
            and needs_refresh(last.get(each.pk), day),
        )
        for each in appointments
    ]


@dataclass(frozen=True)
class Cover:
    """Focal points valid on a day; `thin`: offices with fewer than the region advises."""

    men: int
    women: int
    offices: int
    thin: int
    advised: int

    @property
    def people(self) -> int:
        return self.men + self.women


def cover(region: Region, day: dt.date) -> Cover:
    offices = set(active_on(region, day).values_list("pk", flat=True))
    valid = Appointment.objects.filter(opd__region=region, kind=Role.FOCAL_POINT)
    rows = valid.valid_on(day).order_by().values_list("opd_id", "sex")
    sexes = Counter(sex for _, sex in rows)
    each = Counter(opd for opd, _ in rows)
    advised = region.focal_points_advised
    thin = sum(0 < each[opd] < advised for opd in offices)
    covered = sum(each[opd] > 0 for opd in offices)
    return Cover(sexes["L"], sexes["P"], covered, thin, advised)


def appointment_list(
    actor: Actor,
    *,
    region: Region,
    day: dt.date,
    words: str = "",
    kind: str = "",
    opd_id: int | None = None,
    standing: str = Standing.VALID,
) -> AppointmentQuerySet:
    rows = Appointment.objects.for_actor(actor).filter(opd__region=region)
    if kind:
        rows = rows.filter(kind=kind)
    if opd_id:
        rows = rows.filter(opd_id=opd_id)
    for word in words.split():
        rows = rows.filter(
            Q(name__icontains=word)
            | Q(opd__name__icontains=word)
            | Q(opd__short_name__icontains=word)
        )
    rows = _with_standing(rows, standing, day)
    return rows.select_related("opd", "user").order_by(
        "opd__name", "opd_id", "-kind", "name", "pk"
    )


def _with_standing(
    rows: AppointmentQuerySet, standing: str, day: dt.date
) -> AppointmentQuerySet:
    if standing == Standing.VALID:
        return rows.valid_on(day)
    if standing == Standing.ENDED:
        return rows.filter(end__lt=day)
    if standing == Standing.PENDING:
        return rows.filter(decree_number="", end_reason="")
    return rows


def pending_decrees(region: Region, day: dt.date) -> AppointmentQuerySet:
    """«SK menyusul» that begins by `day` and was not ended: the number is still owed."""
    rows = Appointment.objects.filter(opd__region=region, start__lte=day)
    owed = _with_standing(rows, Standing.PENDING, day)
    return owed.select_related("opd").order_by("end", "pk")


def uncovered(region: Region, day: dt.date) -> OpdQuerySet:
    """Active OPD without a focal point valid on `day` (domain.md V10): a warning only."""
    valid = Appointment.objects.filter(
        opd=OuterRef("pk"), kind=Role.FOCAL_POINT
    ).valid_on(day)
    return active_on(region, day).filter(~Exists(valid))


def focal_points_of(opd: Opd, day: dt.date) -> AppointmentQuerySet:
    appointed = Appointment.objects.filter(opd=opd, kind=Role.FOCAL_POINT)
    return appointed.valid_on(day)


def head_of(opd: Opd, day: dt.date) -> Appointment | None:
    """Who may approve for this OPD on `day`; the one who came last wins."""
    heads = Appointment.objects.filter(opd=opd, kind=Role.KEPALA_OPD).valid_on(day)
    return heads.select_related("user").order_by("-start", "-pk").first()


def sees_contacts(actor: Actor, region: Region) -> bool:
    """HP, surel and NIP are personal data: the region's own sekretariat only."""
    if actor.role != Role.SEKRETARIAT or actor.region is None:
        return False
    return actor.region.pk == region.pk

"""«Dasar»: by what right somebody sends a report, in the words of that day.

The sentence is kept with the submission and not looked up again: an SK recorded or
corrected afterwards must not change what was sent.
"""

from __future__ import annotations

from django.db.models import Case, Value, When

from focal_points.appointments.models import Appointment
from focal_points.progress.link_models import FillingLink
from focal_points.progress.lock import day_in
from focal_points.progress.models import Progress
from focal_points.progress.review_models import Approval
from pug_portal.access.actor import Actor, Guest
from pug_portal.lib.dates import tanggal

DECREE_PENDING = "SK menyusul"


def authority_of(by: Actor, progress: Progress, given: Approval | None) -> str:
    """By the appointment, else by the link, else by the head's yes."""
    if isinstance(by, Guest):
        return _by_link(by)
    if appointment := appointment_of(by, progress):
        return by_appointment(appointment)
    if given is None:
        return ""
    day = day_in(progress.opd.region) if given.given_at is None else given.given_at
    told = tanggal(day, progress.opd.region.zone)
    return f"Persetujuan {given.head_name} tanggal {told}"[:250]


def by_appointment(appointment: Appointment) -> str:
    office = appointment.opd.short_name
    seat = f"{appointment.get_kind_display()} {office}"
    if appointment.is_decree_pending:
        since = tanggal(appointment.start)
        return f"{DECREE_PENDING} (ditunjuk sebagai {seat} sejak {since})"[:250]
    dated = appointment.decree_date
    when = f" tanggal {tanggal(dated)}" if dated else ""
    return f"SK Nomor {appointment.decree_number}{when} ({seat})"[:250]


def appointment_of(by: Actor, progress: Progress) -> Appointment | None:
    """The OPD's own first; of a closed office its heir's appointment answers."""
    if by.user is None or by.role not in Appointment.Kind.values:
        return None
    own_first = Case(When(opd=progress.opd_id, then=Value(0)), default=Value(1))
    with_decree_first = Case(When(decree_number="", then=Value(1)), default=Value(0))
    rows = Appointment.objects.filter(
        user=by.user, kind=by.role, opd__region=progress.opd.region_id
    ).valid_on(day_in(progress.opd.region))
    return (
        rows.select_related("opd")
        .order_by(own_first, with_decree_first, "-start", "-pk")
        .first()
    )


def _by_link(by: Guest) -> str:
    links = FillingLink.objects.filter(
        period=by.bounds["period"], opd=by.bounds["opd"], revoked_at=None
    )
    link = links.select_related("period__region").order_by("-made_at", "-pk").first()
    if link is None:
        return ""
    made = tanggal(link.made_at, link.period.region.zone)
    return f"Tautan pengisian dari sekretariat Pokja tanggal {made}"

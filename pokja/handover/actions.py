"""One focal point leaves, another follows: everything in one transaction."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction

from focal_points.appointments.actions import end_appointment
from focal_points.appointments.invitations import Account, appoint_with_account
from focal_points.appointments.models import Appointment
from focal_points.appointments.scope import actor_in
from pokja.dashboard.todo import HomeTask, open_tasks
from pokja.handover.models import Handover
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.accounts.backends import find_user
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now, today
from pug_portal.lib.dates import tanggal

HANDED_OVER = Verb("appointment.handed_over", "mencatat {object}")

ONE_DAY = dt.timedelta(days=1)


def tasks_of(appointment: Appointment) -> list[HomeTask]:
    """What the home page tells this person to do for this office."""
    return open_tasks(actor_in(appointment), today())


@transaction.atomic
def hand_over(
    *,
    appointment: Appointment,
    on: dt.date,
    reason: str,
    account: str,
    identifier: str,
    by: Actor,
    note: str = "",
    **facts: Any,
) -> tuple[Handover, str]:
    """`on`: the successor's first day. Gives the record and the secret of an invitation."""
    leaving = (
        Appointment.objects.select_for_update(of=("self",))
        .select_related("opd__region", "user", "assignment")
        .get(pk=appointment.pk)
    )
    require_in(by, leaving.opd.region, Permission.APPOINTMENT_EDIT)
    _check(leaving, on)
    items = tasks_of(leaving)
    end_appointment(appointment=leaving, on=on - ONE_DAY, reason=reason, by=by)
    successor, token = _successor(leaving, on, account, identifier, by, facts)
    _refuse_forgotten(items, successor, on)
    handover = _record(
        by=by,
        leaving=leaving,
        successor=successor,
        on=on,
        reason=reason.strip(),
        note=note.strip(),
        items=[
            {"title": item.title, "text": item.text, "label": item.label}
            for item in items
        ],
    )
    return handover, token


def _check(leaving: Appointment, on: dt.date) -> None:
    if Handover.objects.filter(leaving=leaving).exists():
        raise Refusal("Penunjukan ini sudah diserahterimakan.")
    if on <= leaving.start:
        raise Refusal(
            f"Serah terima paling cepat sehari sesudah {tanggal(leaving.start)}, "
            "hari pertama penunjukan ini.",
            field="on",
        )
    if leaving.end is not None and leaving.end < on - ONE_DAY:
        raise Refusal(
            f"Penunjukan ini berakhir {tanggal(leaving.end)}; serah terima paling "
            f"lambat {tanggal(leaving.end + ONE_DAY)}.",
            field="on",
        )
    if not leaving.opd.exists_on(on):
        raise Refusal("OPD ini sudah tidak ada pada tanggal itu.", field="on")


def _successor(
    leaving: Appointment,
    on: dt.date,
    account: str,
    identifier: str,
    by: Actor,
    facts: dict[str, Any],
) -> tuple[Appointment, str]:
    """A colleague already appointed there takes over as he is; others are appointed."""
    user = find_user(identifier) if account == Account.EXISTING else None
    if user is not None:
        if user.pk == leaving.user_id:
            raise Refusal("Pengganti tidak boleh orang yang sama.", field="identifier")
        colleagues = Appointment.objects.filter(
            opd=leaving.opd, kind=leaving.kind, user=user
        )
        found = colleagues.valid_on(on).select_related("opd__region", "user").first()
        if found is not None:
            return found, ""
    return appoint_with_account(
        opd=leaving.opd,
        kind=leaving.kind,
        account=account,
        identifier=identifier,
        start=on,
        by=by,
        **facts,
    )


def _refuse_forgotten(
    items: list[HomeTask], successor: Appointment, on: dt.date
) -> None:
    """Whatever lay open must now lie open for the successor, once the day has come."""
    if on > today():
        return
    passed = {(item.title, item.text) for item in tasks_of(successor)}
    forgotten = [item.title for item in items if (item.title, item.text) not in passed]
    if forgotten:
        raise Refusal(f"Belum beralih kepada pengganti: {'; '.join(forgotten)}.")


def _record(*, by: Actor, **facts: Any) -> Handover:
    try:
        with transaction.atomic():
            handover = Handover.objects.create(made_by=by.user, made_at=now(), **facts)
    except IntegrityError as twice:
        raise Refusal("Penunjukan ini sudah diserahterimakan.") from twice
    record(
        by=by,
        verb=HANDED_OVER,
        obj=handover,
        region=handover.leaving.opd.region,
        changes={
            "on": (None, handover.on),
            "successor": (None, handover.successor),
            "items": (None, len(handover.items)),
        },
        reason=handover.reason,
    )
    return handover

"""Carrying out a restructuring on its date, and taking it back while nothing hangs on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from django.db import IntegrityError, transaction
from django.db.models import Model

from focal_points.appointments.actions import appoint, end_appointment
from focal_points.appointments.models import Appointment
from focal_points.opd.actions import add_opd, change_opd
from focal_points.opd.change_models import ChangeKind, Restructuring, Succession
from focal_points.opd.models import Opd
from focal_points.opd.names import ComingName, coming_day, renamed, take_effect
from focal_points.progress.models import Progress
from focal_points.restructuring.preview import END, appointed
from focal_points.restructuring.proposal import Proposal, check, joined
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can, require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.accounts.models import PENDING_DAYS
from pug_portal.audit.record import Verb, record
from pug_portal.lib import row_images
from pug_portal.lib.clock import now, today
from pug_portal.lib.row_images import Watch

DONE = Verb("opd.restructured", "mencatat {object}")
UNDONE = Verb("opd.restructuring_undone", "membatalkan {object}")

MOST_TOLD = 5


@transaction.atomic
def restructure(
    *, proposal: Proposal, people: Mapping[int, str], by: Actor
) -> Restructuring:
    """`people`: for each appointment of a closing office «akhiri» or a new one's place."""
    require_in(by, proposal.region, Permission.OPD_EDIT)
    locked = Opd.objects.select_for_update(of=("self",)).select_related("region")
    old = tuple(locked.filter(pk__in=[opd.pk for opd in proposal.old]).order_by("name"))
    proposal = replace(proposal, old=old)
    check(proposal)
    made = Restructuring.objects.create(
        region=proposal.region,
        kind=proposal.kind,
        effective_on=proposal.on,
        legal_basis=proposal.legal_basis.strip(),
        summary=proposal.summary,
        made_by=by.user,
        made_at=now(),
    )
    if proposal.closes:
        changes = _close_and_open(made, proposal, people, by)
    else:
        changes = _rename(made, proposal, by)
    made.rows = [change.as_json() for change in changes]
    made.save(update_fields=["rows"])
    told = {"effective_on": (None, proposal.on), "kind": (None, proposal.kind.label)}
    record(
        by=by,
        verb=DONE,
        obj=made,
        region=proposal.region,
        changes=told,
        reason=made.legal_basis,
    )
    return made


def _rename(
    made: Restructuring, proposal: Proposal, by: Actor
) -> list[row_images.Change]:
    opd, wanted = proposal.old[0], proposal.new[0]
    new = renamed(opd, wanted.name, wanted.short_name, proposal.last_day)
    follows = Succession.objects.create(restructuring=made, old=opd, new=opd)
    if proposal.on > today():
        coming = ComingName(
            name=wanted.name,
            short_name=wanted.short_name,
            since=proposal.on.isoformat(),
            was=opd.name,
        )
        # What it will have changed on its day: with that it can be undone later too.
        old = {column: getattr(opd, column) for column in new}
        change_opd(opd=opd, by=by, coming=coming)
        change = row_images.Change(opd._meta.label, opd.pk, old, new)
        return [change, *Watch([]).changes([follows])]
    watch = Watch([opd])
    change_opd(opd=opd, by=by, **new)
    return watch.changes([follows])


def _close_and_open(
    made: Restructuring, proposal: Proposal, people: Mapping[int, str], by: Actor
) -> list[row_images.Change]:
    staff = appointed(proposal)
    if staff and not can(by, Permission.APPOINTMENT_EDIT):
        raise Refusal(
            "Perubahan ini mengakhiri penunjukan orang di OPD itu. Yang dapat "
            "mencatatnya: Sekretariat Pokja."
        )
    hats = [person.assignment for person in staff if person.assignment is not None]
    watch = Watch([*proposal.old, *staff, *hats])
    opened = [_open(proposal, place, by) for place in range(len(proposal.new))]
    born: list[Model] = [*opened]
    for person in staff:
        _end(person, proposal, by)
    heir = opened[0] if opened else None
    for opd in proposal.old:
        change_opd(opd=opd, by=by, active_to=proposal.last_day, heir=heir)
    for person in staff:
        place = people.get(person.pk, "")
        if place == END:
            continue
        carried = _carry(person, _at(opened, place, person), proposal.on, by)
        born += [each for each in (carried.assignment, carried) if each is not None]
    followers: list[Opd | None] = [*opened] or [None]
    born += [
        Succession.objects.create(restructuring=made, old=old, new=new)
        for old in proposal.old
        for new in followers
    ]
    return watch.changes(born)


def _open(proposal: Proposal, place: int, by: Actor) -> Opd:
    wanted = proposal.new[place]
    return add_opd(
        region=proposal.region,
        by=by,
        name=wanted.name,
        short_name=wanted.short_name,
        tag=wanted.tag,
        kind=proposal.old[0].kind,
        active_from=proposal.on,
        takes_part=any(opd.takes_part for opd in proposal.old),
        note=proposal.legal_basis.strip()[:250],
    )


def _at(opened: list[Opd], place: str, person: Appointment) -> Opd:
    if place not in {str(number) for number in range(len(opened))}:
        raise Refusal(
            f"Tentukan bagi {person.name}: dibawa ke OPD baru, atau diakhiri.",
            field=f"person_{person.pk}",
        )
    return opened[int(place)]


def _end(person: Appointment, proposal: Proposal, by: Actor) -> None:
    # An appointment that was to begin later ends on the day it would have begun.
    last = max(proposal.last_day, person.start)
    reason = f"{proposal.kind.label} OPD: {proposal.legal_basis.strip()}"[:200]
    end_appointment(appointment=person, on=last, reason=reason, by=by)


def _carry(person: Appointment, opd: Opd, on: dt.date, by: Actor) -> Appointment:
    """«SK menyusul»: recorded long after the date, its sixty days count from today."""
    has_lapsed = on + dt.timedelta(days=PENDING_DAYS) < today()
    is_over = person.end is not None and person.end < today()
    start = today() if has_lapsed and not is_over else on
    return appoint(
        opd=opd,
        kind=person.kind,
        name=person.name,
        nip=person.nip,
        sex=person.sex,
        position=person.position,
        contact=person.contact,
        trained_on=person.trained_on,
        team_role=person.team_role,
        level=person.level,
        user=person.user,
        start=max(start, person.start),
        end=person.end,
        by=by,
    )


@transaction.atomic
def undo(*, restructuring: Restructuring, by: Actor) -> Restructuring:
    """Every row as it was. Not once a period of the new office has reports."""
    made = (
        Restructuring.objects.select_for_update(of=("self",))
        .select_related("region")
        .get(pk=restructuring.pk)
    )
    require_in(by, made.region, Permission.OPD_EDIT)
    if made.undone_at is not None:
        raise Refusal("Perubahan ini sudah dibatalkan.")
    _settle_announced(made)
    changes = row_images.read(made.rows)
    touches_people = any(change.label.endswith("Appointment") for change in changes)
    if touches_people:
        require_in(by, made.region, Permission.APPOINTMENT_EDIT)
    if reason := why_not_undone(made):
        raise Refusal(reason)
    if found := row_images.collisions(changes):
        more = f" dan {len(found) - MOST_TOLD} lagi" if len(found) > MOST_TOLD else ""
        raise Refusal(
            "Sudah ada perubahan sesudahnya, jadi tidak dapat dibatalkan: "
            f"{joined(found[:MOST_TOLD])}{more}."
        )
    try:
        with transaction.atomic():
            row_images.put_back(changes)
    except IntegrityError as collision:
        raise Refusal(
            "Tidak dapat dibatalkan: nama lama sudah dipakai OPD lain, atau ada baris "
            "lain yang hanya boleh ada sekali."
        ) from collision
    made.undone_at = now()
    made.save(update_fields=["undone_at"])
    record(by=by, verb=UNDONE, obj=made, region=made.region)
    return made


def _settle_announced(made: Restructuring) -> None:
    """An announced name is written as if its day had come: then it is undone like any."""
    if made.kind != ChangeKind.RENAME:
        return
    for opd in Opd.objects.filter(follows__restructuring=made).exclude(coming={}):
        since = made.effective_on
        if coming_day(opd) == since:
            opd.has_new_name = take_effect(opd, since)
        if opd.has_new_name:
            opd.save(update_fields=["name"])


def why_not_undone(made: Restructuring) -> str:
    """A sentence when a period of the new office has a report already, else nothing."""
    begun = Progress.objects.filter(
        opd__follows__restructuring=made, period__figures_as_of__gte=made.effective_on
    )
    first = begun.select_related("opd", "period").order_by("period", "pk").first()
    if first is None:
        return ""
    return (
        f"Tidak dapat dibatalkan lagi: sudah ada laporan {first} dari OPD sesudah "
        "perubahan."
    )

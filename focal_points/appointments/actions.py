"""Appointing focal points and heads: the only way an account reaches an OPD."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from focal_points.appointments.models import PERSON_FACTS, Appointment, Level
from focal_points.offices.nip import clean_nip
from focal_points.offices.nip_owners import check_nip_of
from focal_points.opd.models import Opd
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from pug_portal.accounts.actions import assign, end_assignment
from pug_portal.accounts.basis import complete_basis
from pug_portal.accounts.models import PENDING_DAYS, Assignment, Basis, User
from pug_portal.audit.record import Verb, changed, record
from pug_portal.lib.clock import today
from pug_portal.lib.dates import tanggal

APPOINTED = Verb("appointment.made", "menunjuk {object}")
CHANGED = Verb("appointment.changed", "memperbaiki data {object}")
ENDED = Verb("appointment.ended", "mengakhiri penunjukan {object}")
DECREE_RECORDED = Verb("appointment.decree_recorded", "melengkapi SK {object}")
ACCOUNT_GIVEN = Verb("appointment.account_given", "memberi akun kepada {object}")

PERSON = frozenset(PERSON_FACTS)


@transaction.atomic
def appoint(
    *,
    opd: Opd,
    kind: str,
    name: str,
    sex: str,
    start: dt.date,
    by: Actor,
    user: User | None = None,
    decree_number: str = "",
    decree_date: dt.date | None = None,
    end: dt.date | None = None,
    nip: str = "",
    position: str = "",
    contact: str = "",
    trained_on: dt.date | None = None,
    team_role: str = "",
    level: str = Level.OPD,
) -> Appointment:
    """Without a decree number it says «SK menyusul» and holds for 60 days."""
    # The row lock lets the second click of a double click see the first one's work.
    opd = (
        Opd.objects.select_for_update(of=("self",))
        .select_related("region")
        .get(pk=opd.pk)
    )
    require_in(by, opd.region, Permission.APPOINTMENT_EDIT)
    appointment = Appointment(
        opd=opd,
        kind=kind,
        name=" ".join(name.split()),
        nip=clean_nip(nip),
        sex=sex,
        position=position.strip(),
        contact=contact.strip(),
        decree_number=decree_number.strip(),
        decree_date=decree_date,
        trained_on=trained_on,
        team_role=team_role,
        level=level or Level.OPD,
        start=start,
        end=end_of(start, end, decree_number),
    )
    check_nip_of(appointment, opd.region)
    check_facts(appointment)
    refuse_twice(appointment, user)
    if user is not None:
        _wear_hat(appointment, user, by)
    appointment.save()
    record(
        by=by,
        verb=APPOINTED,
        obj=appointment,
        region=opd.region,
        changes={"start": (None, start), "end": (None, appointment.end)},
    )
    return appointment


@transaction.atomic
def give_account(*, appointment: Appointment, user: User, by: Actor) -> Appointment:
    """The person gets an account later than the appointment, from today on."""
    appointment = _locked(appointment, by)
    if appointment.user_id is not None:
        raise Refusal("Orang ini sudah mempunyai akun.", field="identifier")
    if appointment.end is not None and appointment.end < today():
        raise Refusal("Penunjukan ini sudah berakhir.", field="identifier")
    refuse_twice(appointment, user)
    _wear_hat(appointment, user, by)
    appointment.save(update_fields=["user", "assignment"])
    told, region = {"user": (None, user)}, appointment.opd.region
    record(by=by, verb=ACCOUNT_GIVEN, obj=appointment, region=region, changes=told)
    return appointment


@transaction.atomic
def change_person(*, appointment: Appointment, by: Actor, **facts: Any) -> Appointment:
    """Mend how the person is written; the account keeps its own name."""
    appointment = _locked(appointment, by)
    if unknown := set(facts) - PERSON:
        raise TypeError(f"not a fact of the person: {', '.join(sorted(unknown))}")
    if "nip" in facts:
        facts["nip"] = clean_nip(facts["nip"])
    changes = changed(appointment, facts)
    if not changes:
        return appointment
    for name, (_, value) in changes.items():
        setattr(appointment, name, value)
    if changes.keys() & {"nip", "sex"}:
        check_nip_of(appointment, appointment.opd.region)
    check_facts(appointment)
    appointment.save(update_fields=list(changes))
    record(
        by=by,
        verb=CHANGED,
        obj=appointment,
        region=appointment.opd.region,
        changes=without_contact(changes),
    )
    return appointment


def without_contact(changes: dict[str, tuple[Any, Any]]) -> dict[str, tuple[Any, Any]]:
    """A contact is personal data, and the trail is read by more people than the list."""
    if "contact" not in changes:
        return changes
    return {**changes, "contact": ("(tidak ditampilkan)", "(diubah)")}


@transaction.atomic
def record_decree(
    *,
    appointment: Appointment,
    decree_number: str,
    decree_date: dt.date | None,
    by: Actor,
    end: dt.date | None = None,
) -> Appointment:
    """«Lengkapi SK»: the number arrived, so the appointment holds beyond the 60 days."""
    appointment = _locked(appointment, by)
    if appointment.end_reason:
        raise Refusal(
            "Penunjukan ini sudah diakhiri. Buat penunjukan baru dengan SK ini."
        )
    if not decree_number.strip():
        raise Refusal("Isi nomor SK.", field="decree_number")
    facts = {
        "decree_number": decree_number.strip(),
        "decree_date": decree_date,
        "end": end,
    }
    changes = changed(appointment, facts)
    if not changes:
        return appointment
    for name, value in facts.items():
        setattr(appointment, name, value)
    check_facts(appointment)
    appointment.save(update_fields=list(facts))
    if appointment.assignment is not None:
        complete_basis(
            assignment=appointment.assignment,
            number=decree_number,
            date=decree_date,
            end=end,
            by=by,
        )
    record(
        by=by,
        verb=DECREE_RECORDED,
        obj=appointment,
        region=appointment.opd.region,
        changes=changes,
    )
    return appointment


@transaction.atomic
def end_appointment(
    *, appointment: Appointment, on: dt.date, reason: str, by: Actor
) -> Appointment:
    """The last day; the hat that came with it ends too."""
    appointment = _locked(appointment, by)
    if on < appointment.start:
        raise Refusal(
            f"Hari terakhir mendahului tanggal mulai ({tanggal(appointment.start)}).",
            field="on",
        )
    if appointment.end is not None and on > appointment.end:
        raise Refusal(
            f"Penunjukan ini sudah berakhir {tanggal(appointment.end)}. "
            "Lengkapi SK atau buat penunjukan baru untuk memperpanjang.",
            field="on",
        )
    if not reason.strip():
        raise Refusal("Tulis alasan penunjukan berakhir.", field="reason")
    old = appointment.end
    appointment.end = on
    appointment.end_reason = reason.strip()
    appointment.save(update_fields=["end", "end_reason"])
    if appointment.assignment is not None:
        end_assignment(assignment=appointment.assignment, on=on, reason=reason, by=by)
    record(
        by=by,
        verb=ENDED,
        obj=appointment,
        region=appointment.opd.region,
        changes={"end": (old, on)},
        reason=reason.strip(),
    )
    return appointment


def _locked(appointment: Appointment, by: Actor) -> Appointment:
    appointment = (
        Appointment.objects.select_for_update(of=("self",))
        .select_related("opd__region", "assignment")
        .get(pk=appointment.pk)
    )
    require_in(by, appointment.opd.region, Permission.APPOINTMENT_EDIT)
    return appointment


def end_of(start: dt.date, end: dt.date | None, decree_number: str) -> dt.date | None:
    if decree_number.strip():
        return end
    limit = start + dt.timedelta(days=PENDING_DAYS)
    return min(end, limit) if end else limit


def _wear_hat(appointment: Appointment, user: User, by: Actor) -> None:
    has_decree = bool(appointment.decree_number)
    assignment: Assignment = assign(
        user=user,
        role=Role(appointment.kind),
        region=appointment.opd.region,
        basis=Basis.DECREE if has_decree else Basis.PENDING,
        basis_number=appointment.decree_number,
        basis_date=appointment.decree_date,
        start=appointment.start,
        end=appointment.end,
        by=by,
    )
    appointment.user = user
    appointment.assignment = assignment


def check_facts(appointment: Appointment) -> None:
    """What can be judged without looking at other rows."""
    if not appointment.name:
        raise Refusal("Isi nama orang yang ditunjuk.", field="name")
    if appointment.end is not None and appointment.end < appointment.start:
        raise Refusal(
            "Tanggal berakhir mendahului tanggal mulai "
            f"({tanggal(appointment.start)}). Perbaiki salah satunya.",
            field="end",
        )


def refuse_twice(appointment: Appointment, user: User | None) -> None:
    """The same person in the same OPD under the same hat at the same time."""
    others = Appointment.objects.filter(
        opd=appointment.opd, kind=appointment.kind
    ).exclude(pk=appointment.pk)
    others = others.exclude(end__lt=appointment.start)
    if appointment.end is not None:
        others = others.filter(start__lte=appointment.end)
    if user is not None and others.filter(user=user).exists():
        raise Refusal(
            "Akun ini sudah ditunjuk di OPD ini pada masa yang sama.",
            field="identifier",
        )
    if others.filter(name__iexact=appointment.name).exists():
        raise already_appointed(appointment)


def already_appointed(appointment: Appointment) -> Refusal:
    kind = appointment.get_kind_display()
    return Refusal(
        f"{appointment.name} sudah ditunjuk sebagai {kind} OPD ini pada masa yang sama.",
        field="name",
    )

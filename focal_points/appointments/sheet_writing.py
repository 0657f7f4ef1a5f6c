"""Writes the rows of a judged workbook of focal points: a few statements, an event each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from focal_points.appointments.actions import (
    APPOINTED,
    CHANGED,
    DECREE_RECORDED,
    without_contact,
)
from focal_points.appointments.models import Appointment
from pug_portal.access.actor import Actor
from pug_portal.accounts.basis import Completed, complete_bases
from pug_portal.audit.record import Entry, record_all
from pug_portal.lib.sheets import Plan

if TYPE_CHECKING:
    from focal_points.appointments.sheet import AppointmentImporter

PERSON = ("name", "nip", "sex", "position", "contact", "trained_on")
DECREE = ("decree_number", "decree_date", "end")
Changes = dict[str, tuple[Any, Any]]


def write_plan(
    importer: AppointmentImporter, plan: Plan, *, by: Actor, reason: str
) -> None:
    entries = _appoint(importer, plan, reason) + _change(importer, plan, by, reason)
    record_all(by=by, region=importer.region, entries=entries)


def _appoint(importer: AppointmentImporter, plan: Plan, reason: str) -> list[Entry]:
    made = [importer.appointment_of(row) for row in plan.new]
    Appointment.objects.bulk_create(made)
    return [
        Entry(
            APPOINTED,
            each,
            {"start": (None, each.start), "end": (None, each.end)},
            reason,
        )
        for each in made
    ]


def _change(
    importer: AppointmentImporter, plan: Plan, by: Actor, reason: str
) -> list[Entry]:
    made, entries, completed = [], [], []
    for row in plan.changed:
        appointment = importer.appointment_of(row)
        made.append(appointment)
        person = _changes(row.obj, appointment, PERSON)
        decree = _changes(row.obj, appointment, DECREE)
        if person:
            told = without_contact(person)
            entries.append(Entry(CHANGED, appointment, told, reason))
        if decree:
            entries.append(Entry(DECREE_RECORDED, appointment, decree, reason))
            completed += _hat(appointment)
    if made:
        Appointment.objects.bulk_update(made, [*PERSON, *DECREE])
    if completed:
        complete_bases(region=importer.region, rows=completed, by=by, reason=reason)
    return entries


def _hat(appointment: Appointment) -> list[Completed]:
    """The account's role holds as long as its appointment."""
    if appointment.assignment is None:
        return []
    number, date = appointment.decree_number, appointment.decree_date
    return [Completed(appointment.assignment, number, date, appointment.end)]


def _changes(old: Appointment, new: Appointment, names: tuple[str, ...]) -> Changes:
    pairs = {name: (getattr(old, name), getattr(new, name)) for name in names}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}

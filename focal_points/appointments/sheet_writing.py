"""Writes the rows of a judged workbook of focal points: a few statements, an event each."""

from __future__ import annotations

from typing import Any

from focal_points.appointments.actions import (
    APPOINTED,
    CHANGED,
    DECREE_RECORDED,
    without_contact,
)
from focal_points.appointments.models import PERSON_FACTS, Appointment
from pug_portal.access.actor import Actor
from pug_portal.accounts.basis import Completed, complete_bases
from pug_portal.audit.record import Entry, record_all
from pug_portal.imports.writing import rewrite
from pug_portal.lib.sheets import Plan
from pug_portal.regions.models import Region

PERSON = PERSON_FACTS
DECREE = ("decree_number", "decree_date", "end")
Changes = dict[str, tuple[Any, Any]]


def write_plan(region: Region, plan: Plan, *, by: Actor, reason: str) -> None:
    entries = _appoint(plan, reason) + _change(region, plan, by, reason)
    record_all(by=by, region=region, entries=entries)


def _appoint(plan: Plan, reason: str) -> list[Entry]:
    made = [row.made for row in plan.new]
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


def _change(region: Region, plan: Plan, by: Actor, reason: str) -> list[Entry]:
    made, entries, completed = [], [], []
    for row in plan.changed:
        appointment: Appointment = row.made
        made.append(appointment)
        person = _changes(row.obj, appointment, PERSON)
        decree = _changes(row.obj, appointment, DECREE)
        if person:
            told = without_contact(person)
            entries.append(Entry(CHANGED, appointment, told, reason))
        if decree:
            entries.append(Entry(DECREE_RECORDED, appointment, decree, reason))
            completed += _hat(appointment)
    # All of them: the decree's number also moves an end nobody typed.
    rewrite(made, [*PERSON, *DECREE])
    if completed:
        complete_bases(region=region, rows=completed, by=by, reason=reason)
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

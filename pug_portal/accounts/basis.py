"""When the decree of an «SK menyusul» role arrives: the role gets its number and end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.accounts.models import Assignment, Basis
from pug_portal.audit.record import Entry, Verb, changed, record, record_all
from pug_portal.regions.models import Region

FIELDS = ("basis", "basis_number", "basis_date", "end")
BASIS_COMPLETED = Verb("account.basis_completed", "melengkapi nomor SK peran {object}")


@transaction.atomic
def complete_basis(
    *,
    assignment: Assignment,
    number: str,
    date: dt.date | None,
    end: dt.date | None,
    by: Actor,
) -> Assignment:
    """The 60 days of «SK menyusul» give way to the decree's own end, or none."""
    assignment = (
        Assignment.objects.select_for_update(of=("self",))
        .select_related("region")
        .get(pk=assignment.pk)
    )
    require_in(by, assignment.region, Permission.ACCOUNT_MANAGE)
    changes = _complete(assignment, number, date, end)
    assignment.save(update_fields=FIELDS)
    record(
        by=by,
        verb=BASIS_COMPLETED,
        obj=assignment,
        region=assignment.region,
        changes=changes,
    )
    return assignment


@dataclass(frozen=True)
class Completed:
    assignment: Assignment
    number: str
    date: dt.date | None
    end: dt.date | None


@transaction.atomic
def complete_bases(
    *, region: Region, rows: Sequence[Completed], by: Actor, reason: str = ""
) -> None:
    """As `complete_basis`, for many roles of one region in a few statements."""
    require_in(by, region, Permission.ACCOUNT_MANAGE)
    entries = [
        Entry(
            BASIS_COMPLETED,
            row.assignment,
            _complete(row.assignment, row.number, row.date, row.end),
            reason,
        )
        for row in rows
    ]
    Assignment.objects.bulk_update([row.assignment for row in rows], FIELDS)
    record_all(by=by, region=region, entries=entries)


def _complete(
    assignment: Assignment, number: str, date: dt.date | None, end: dt.date | None
) -> dict[str, tuple[Any, Any]]:
    if not number.strip():
        raise Refusal("Isi nomor SK.", field="basis_number")
    values = (Basis.DECREE, number.strip(), date, end)
    facts = dict(zip(FIELDS, values, strict=True))
    changes = changed(assignment, facts)
    for name, value in facts.items():
        setattr(assignment, name, value)
    return changes

"""When the decree of an «SK menyusul» role arrives: the role gets its number and end."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.accounts.models import Assignment, Basis
from pug_portal.audit.record import Verb, changed, record

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
    if not number.strip():
        raise Refusal("Isi nomor SK.", field="basis_number")
    facts = {
        "basis": Basis.DECREE,
        "basis_number": number.strip(),
        "basis_date": date,
        "end": end,
    }
    changes = changed(assignment, facts)
    for name, value in facts.items():
        setattr(assignment, name, value)
    assignment.save(update_fields=list(facts))
    record(
        by=by,
        verb=BASIS_COMPLETED,
        obj=assignment,
        region=assignment.region,
        changes=changes,
    )
    return assignment

"""What the other desk does with a table: verify, return, open again."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction

from prasyarat.gender_data.actions import locked, move
from prasyarat.gender_data.models import State, TableYear
from prasyarat.gender_data.rights import Place, why_not_judge, why_not_reopen
from prasyarat.gender_data.workflow import WORKFLOW
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb
from pug_portal.lib.clock import now

VERIFIED = Verb("gender_table.verified", "memverifikasi tabel {object}")
RETURNED = Verb("gender_table.returned", "mengembalikan tabel {object}")
REOPENED = Verb("gender_table.reopened", "membuka kembali tabel {object}")


@transaction.atomic
def verify_table(*, row: TableYear, place: Place, by: Actor) -> TableYear:
    row = locked(row)
    if sentence := why_not_judge(row, place, by):
        raise PermissionDenied(sentence)
    WORKFLOW.check(State(row.state), State.VERIFIED, by=by)
    return move(
        row,
        State.VERIFIED,
        VERIFIED,
        by,
        verified_at=now(),
        verified_by=by.user,
        review_note="",
    )


@transaction.atomic
def send_back(*, row: TableYear, place: Place, note: str, by: Actor) -> TableYear:
    """Returns what was handed in, or opens again what was verified; says why."""
    row = locked(row)
    is_verified = row.state == State.VERIFIED
    why_not = (
        why_not_reopen(place, by) if is_verified else why_not_judge(row, place, by)
    )
    if why_not:
        raise PermissionDenied(why_not)
    WORKFLOW.check(State(row.state), State.NEEDS_WORK, by=by)
    if not note.strip():
        raise Refusal("Tulis apa yang perlu diperbaiki.", field="note")
    return move(
        row,
        State.NEEDS_WORK,
        REOPENED if is_verified else RETURNED,
        by,
        reason=note.strip(),
        review_note=note.strip(),
        verified_at=None,
        verified_by=None,
    )

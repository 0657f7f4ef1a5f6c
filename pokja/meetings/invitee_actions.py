"""Choosing whom a meeting invites."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from pokja.meetings.guard import open_meeting, touch
from pokja.meetings.invitees import (
    Candidate,
    candidates_for,
    invitees_of,
    key_of,
    told_contact,
)
from pokja.meetings.models import Invitee, InviteeSource, Meeting
from pokja.meetings.workflow import FACTS_OPEN
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record

CHOSEN = Verb("meeting.invitees_chosen", "memilih undangan rapat {object}")
MOST = 400


@dataclass(frozen=True)
class Guest:
    """A typed row; `pk` of the guest it was before, so that the row stays the same."""

    name: str = ""
    position: str = ""
    institution: str = ""
    sex: str = ""
    contact: str = ""
    pk: int | None = None


@transaction.atomic
def set_invitees(
    *,
    meeting: Meeting,
    keys: Collection[str],
    guests: Sequence[Guest] = (),
    by: Actor,
    revision: int | None = None,
) -> Meeting:
    """The whole list anew. Whoever stays keeps the row and the facts of the first time."""
    meeting = open_meeting(meeting, FACTS_OPEN, by, revision)
    stored = list(invitees_of(meeting))
    rows = _from_register(meeting, stored, set(keys)) + _from_guests(
        meeting, stored, guests
    )
    if len(rows) > MOST:
        raise Refusal(f"Paling banyak {MOST} undangan dalam satu rapat.")
    before = [str(row) for row in stored]
    gone = {row.pk for row in stored} - {row.pk for row in rows if row.pk}
    meeting.invitees.filter(pk__in=gone).delete()
    for order, row in enumerate(rows, 1):
        row.order = order
    _write(rows)
    after = [str(row) for row in rows]
    if before == after:
        return meeting
    touch(meeting)
    record(
        by=by,
        verb=CHOSEN,
        obj=meeting,
        region=meeting.region,
        changes={"invitees": (len(before), len(after)), **_moved(before, after)},
    )
    return meeting


def _from_register(
    meeting: Meeting, stored: list[Invitee], keys: set[str]
) -> list[Invitee]:
    """In the order of the register; those whose term has ended since stay behind them."""
    by_key = {key_of(row): row for row in stored if not row.is_guest}
    offered = candidates_for(meeting)
    known = {candidate.key for candidate in offered}
    unknown = keys - known - set(by_key)
    if unknown:
        raise Refusal("Pilihan undangan sudah berubah. Muat ulang halaman ini.")
    rows = [
        by_key.get(candidate.key) or _invitee(meeting, candidate)
        for candidate in offered
        if candidate.key in keys
    ]
    ended = [row for key, row in by_key.items() if key in keys - known]
    return rows + ended


def _invitee(meeting: Meeting, candidate: Candidate) -> Invitee:
    return Invitee(
        meeting=meeting,
        source=candidate.source,
        member_id=candidate.member_id,
        appointment_id=candidate.appointment_id,
        opd=candidate.opd,
        name=candidate.name,
        position=candidate.position,
        institution=candidate.institution,
        sex=candidate.sex,
        phone=candidate.phone,
        email=candidate.email,
    )


def _from_guests(
    meeting: Meeting, stored: list[Invitee], guests: Sequence[Guest]
) -> list[Invitee]:
    by_pk = {row.pk: row for row in stored if row.is_guest}
    rows = []
    for guest in guests:
        row = by_pk.pop(guest.pk, None) if guest.pk else None
        row = row or Invitee(meeting=meeting, source=InviteeSource.GUEST)
        row.name, row.position = guest.name, guest.position
        row.institution, row.sex = guest.institution, guest.sex
        row.phone, row.email = told_contact(guest.contact)
        _check_guest(row)
        rows.append(row)
    return rows


def _check_guest(row: Invitee) -> None:
    if not (row.name or row.position or row.institution):
        raise Refusal("Isi nama, jabatan, atau instansi tamu.")
    if row.email:
        try:
            validate_email(row.email)
        except ValidationError as wrong:
            raise Refusal(f"Alamat surel «{row.email}» tidak benar.") from wrong


def _write(rows: list[Invitee]) -> None:
    Invitee.objects.bulk_create([row for row in rows if not row.pk])
    Invitee.objects.bulk_update(
        [row for row in rows if row.pk],
        ["order", "name", "position", "institution", "sex", "phone", "email"],
    )


def _moved(
    before: list[str], after: list[str]
) -> dict[str, tuple[list[str] | None, list[str] | None]]:
    joined = [name for name in after if name not in before]
    left = [name for name in before if name not in after]
    changes: dict[str, tuple[list[str] | None, list[str] | None]] = {}
    if joined:
        changes["joined"] = (None, joined)
    if left:
        changes["left"] = (left, None)
    return changes

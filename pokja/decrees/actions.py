"""Recording decrees: draft, issue, correct, revoke, scan, delete.

Every verb locks the region first: of two people who record at the same moment the
second one sees what the first one wrote, and overlaps are refused.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction

from pokja.decrees import rules
from pokja.decrees.models import EDITORS, Decree, Kind, State
from pokja.decrees.queries import hangs_on
from pokja.decrees.workflow import WORKFLOW
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can, require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.files.scans import let_go, replace_scan
from pug_portal.lib.dates import tanggal
from pug_portal.regions.models import Region

DRAFTED = Verb("decree.drafted", "membuat {object}")
ISSUED = Verb("decree.issued", "mencatat penetapan {object}")
CHANGED = Verb("decree.changed", "membetulkan data {object}")
REVOKED = Verb("decree.revoked", "mencabut {object}")
SCANNED = Verb("decree.scanned", "melampirkan pindaian {object}")
DELETED = Verb("decree.deleted", "menghapus catatan {object}")

# What a person may write; state, base and early end are the verbs' own.
FACTS = frozenset(
    {
        "kind",
        "opd",
        "alias",
        "number",
        "title",
        "issuer_position",
        "signed_name",
        "signed_place",
        "signed_on",
        "effective_from",
        "effective_until",
        "relation",
        "related",
        "note",
    }
)


def may_edit(actor: Actor, kind: str) -> bool:
    """The sekretariat keeps all decrees, Bappeda that of the Tim Teknis."""
    if can(actor, Permission.DECREE_EDIT):
        return True
    return kind == Kind.TECHNICAL_TEAM and can(actor, Permission.DECREE_EDIT_TECHNICAL)


def require_kind(by: Actor, region: Region, kind: str) -> None:
    require_in(by, region, *EDITORS)
    if not may_edit(by, kind):
        raise PermissionDenied(
            "Bappeda mencatat SK Tim Teknis; SK jenis lain dicatat sekretariat Pokja."
        )


@transaction.atomic
def record_decree(
    *, region: Region, by: Actor, scan: UploadedFile | None = None, **facts: Any
) -> Decree:
    """A decree as it came: issued when it bears a number, else a rancangan."""
    verb = issue_new if str(facts.get("number", "")).strip() else draft_decree
    return verb(region=region, by=by, scan=scan, **facts)


@transaction.atomic
def draft_decree(
    *, region: Region, by: Actor, scan: UploadedFile | None = None, **facts: Any
) -> Decree:
    """Typed, not signed yet: any date and the number may still be missing."""
    return _record(State.DRAFT, DRAFTED, region, by, scan, facts)


@transaction.atomic
def issue_new(
    *, region: Region, by: Actor, scan: UploadedFile | None = None, **facts: Any
) -> Decree:
    """A decree that was signed before it reached the portal.

    Raises Refusal beside the field for dates, twin numbers and overlaps.
    """
    return _record(State.ISSUED, ISSUED, region, by, scan, facts)


def _record(
    state: State,
    verb: Verb,
    region: Region,
    by: Actor,
    scan: UploadedFile | None,
    facts: dict[str, Any],
) -> Decree:
    region = Region.objects.select_for_update(of=("self",)).get(pk=region.pk)
    require_kind(by, region, facts["kind"])
    decree = Decree(region=region, made_by=by.user, state=state)
    told = _write(decree, facts)
    rules.refuse_same_draft(decree)
    _save(decree)
    record(by=by, verb=verb, obj=decree, region=region, changes=told)
    rules.settle(decree, by=by)
    return _with_scan(decree, scan, by)


@transaction.atomic
def issue_decree(
    *, decree: Decree, by: Actor, scan: UploadedFile | None = None, **facts: Any
) -> Decree:
    """The rancangan was signed: it gets its number and dates, and counts from now on."""
    decree = _locked(decree, by)
    WORKFLOW.check(State(decree.state), State.ISSUED, by=by)
    told = {"state": (State(decree.state).label, State.ISSUED.label)}
    decree.state = State.ISSUED
    told |= _rewrite(decree, facts, by)
    record(by=by, verb=ISSUED, obj=decree, region=decree.region, changes=told)
    rules.settle(decree, by=by)
    return _with_scan(decree, scan, by)


@transaction.atomic
def change_decree(
    *, decree: Decree, by: Actor, scan: UploadedFile | None = None, **facts: Any
) -> Decree:
    """Correct what was written wrongly; the state stays as it is."""
    decree = _locked(decree, by)
    before = Decree.objects.get(pk=decree.pk)
    told = _rewrite(decree, facts, by)
    if told:
        record(by=by, verb=CHANGED, obj=decree, region=decree.region, changes=told)
        rules.settle(decree, by=by)
    if (before.kind, before.opd_id) != (decree.kind, decree.opd_id):
        rules.settle(before, by=by)
    return _with_scan(decree, scan, by)


def _locked(decree: Decree, by: Actor) -> Decree:
    region = Region.objects.select_for_update(of=("self",)).get(pk=decree.region_id)
    decree = (
        Decree.objects.select_for_update(of=("self",))
        .select_related("related", "opd", "scan")
        .get(pk=decree.pk)
    )
    decree.region = region
    require_kind(by, region, decree.kind)
    return decree


def _rewrite(
    decree: Decree, facts: dict[str, Any], by: Actor
) -> dict[str, tuple[Any, Any]]:
    require_kind(by, decree.region, facts.get("kind", decree.kind))
    old_subject = (decree.kind, decree.opd_id)
    told = _write(decree, facts)
    if (decree.kind, decree.opd_id) != old_subject and decree.successors.exists():
        raise Refusal(
            "SK lain mengubah atau mengganti SK ini, jadi jenis dan OPD-nya tetap.",
            field="kind",
        )
    _save(decree)
    return told


def _write(decree: Decree, facts: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Set the facts, tidied, and tell which of them are new: {name: (old, new)}."""
    unknown = set(facts) - FACTS
    if unknown:
        raise TypeError(f"not a fact of a decree: {', '.join(sorted(unknown))}")
    told = changed(decree, {name: _tidy(name, facts[name]) for name in facts})
    for name, (_, value) in told.items():
        setattr(decree, name, value)
    decree.base = rules.base_of(decree)
    rules.check(decree)
    return told


def _tidy(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return value.strip() if name == "note" else " ".join(value.split())


def _save(decree: Decree) -> None:
    try:
        with transaction.atomic():
            decree.save()
    except IntegrityError as collision:
        raise rules.number_taken(decree) from collision


@transaction.atomic
def revoke_decree(*, decree: Decree, on: dt.date, reason: str, by: Actor) -> Decree:
    """`on`: the first day on which it, and what amends it, no longer holds."""
    decree = _locked(decree, by)
    WORKFLOW.check(State(decree.state), State.REVOKED, by=by)
    if not reason.strip():
        raise Refusal("Tulis dasar atau alasan pencabutan.", field="reason")
    if decree.signed_on and on < decree.signed_on:
        raise Refusal(
            "Tanggal pencabutan mendahului tanggal penetapan "
            f"({tanggal(decree.signed_on)}).",
            field="on",
        )
    if decree.ended_on is not None and decree.ended_on <= on:
        raise Refusal(
            f"SK ini sudah tidak berlaku mulai {tanggal(decree.ended_on)}.", field="on"
        )
    told = {
        "state": (State(decree.state).label, State.REVOKED.label),
        "revoked_on": (None, on),
    }
    decree.state, decree.revoked_on = State.REVOKED, on
    decree.end_reason = " ".join(reason.split())
    decree.save(update_fields=["state", "revoked_on", "end_reason"])
    record(
        by=by,
        verb=REVOKED,
        obj=decree,
        region=decree.region,
        changes=told,
        reason=decree.end_reason,
    )
    rules.settle(decree, by=by)
    return decree


@transaction.atomic
def attach_scan(*, decree: Decree, upload: UploadedFile, by: Actor) -> Decree:
    decree = _locked(decree, by)
    replace_scan(decree, upload, slice_name="sk", verb=SCANNED, by=by)
    return decree


def _with_scan(decree: Decree, scan: UploadedFile | None, by: Actor) -> Decree:
    return decree if scan is None else attach_scan(decree=decree, upload=scan, by=by)


@transaction.atomic
def delete_decree(*, decree: Decree, reason: str, by: Actor) -> None:
    """A wrong entry on which nothing hangs; its scan goes with it. The event stays."""
    decree = _locked(decree, by)
    if not reason.strip():
        raise Refusal("Tulis alasan catatan SK dihapus.", field="reason")
    if rows := hangs_on(decree):
        raise Refusal(
            f"SK ini masih dipakai {len(rows)} catatan lain. Hapus atau pindahkan "
            "dahulu catatan itu."
        )
    told = {
        name: (getattr(decree, name), None)
        for name in ("number", "title", "signed_on", "effective_from", "scan")
        if getattr(decree, name)
    }
    record(
        by=by,
        verb=DELETED,
        obj=decree,
        region=decree.region,
        changes=told,
        reason=reason.strip(),
    )
    scan = decree.scan
    decree.delete()
    rules.settle(decree, by=by)
    let_go(scan, f"Catatan {decree} dihapus: {reason.strip()}", by)

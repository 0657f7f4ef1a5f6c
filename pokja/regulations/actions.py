"""Recording produk hukum: draft, issue, correct, revoke, scan, delete."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction

from pokja.regulations import rules
from pokja.regulations.models import Kind, Regulation, RegulationLink, State
from pokja.regulations.workflow import WORKFLOW
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.files.scans import let_go, replace_scan
from pug_portal.lib.dates import tanggal
from pug_portal.regions.models import Region

DRAFTED = Verb("regulation.drafted", "membuat {object}")
ISSUED = Verb("regulation.issued", "mencatat penetapan {object}")
CHANGED = Verb("regulation.changed", "membetulkan data {object}")
REVOKED = Verb("regulation.revoked", "mencatat pencabutan {object}")
SCANNED = Verb("regulation.scanned", "melampirkan pindaian {object}")
DELETED = Verb("regulation.deleted", "menghapus catatan {object}")

FACTS = frozenset(
    {
        "kind",
        "name",
        "number",
        "year",
        "title",
        "partner",
        "signed_on",
        "effective_from",
        "effective_until",
        "note",
    }
)


@transaction.atomic
def draft_regulation(
    *, region: Region, by: Actor, scan: UploadedFile | None = None, **facts: Any
) -> Regulation:
    """Being written, not signed yet: number, year and dates may still be missing."""
    return _record(State.DRAFT, DRAFTED, region, by, scan, facts)


@transaction.atomic
def record_regulation(
    *, region: Region, by: Actor, scan: UploadedFile | None = None, **facts: Any
) -> Regulation:
    """One that was signed before it reached the portal."""
    return _record(State.ISSUED, ISSUED, region, by, scan, facts)


def _record(
    state: State,
    verb: Verb,
    region: Region,
    by: Actor,
    scan: UploadedFile | None,
    facts: dict[str, Any],
) -> Regulation:
    # The lock lets the second click of a double click see the first one's row.
    region = Region.objects.select_for_update(of=("self",)).get(pk=region.pk)
    require_in(by, region, Permission.REGULATION_EDIT)
    regulation = Regulation(region=region, made_by=by.user, state=state)
    told = _write(regulation, facts)
    record(by=by, verb=verb, obj=regulation, region=region, changes=told)
    return _with_scan(regulation, scan, by)


@transaction.atomic
def issue_regulation(
    *, regulation: Regulation, by: Actor, scan: UploadedFile | None = None, **facts: Any
) -> Regulation:
    regulation = locked(regulation, by)
    WORKFLOW.check(State(regulation.state), State.ISSUED, by=by)
    told = {"state": (State(regulation.state).label, State.ISSUED.label)}
    regulation.state = State.ISSUED
    told |= _write(regulation, facts)
    record(by=by, verb=ISSUED, obj=regulation, region=regulation.region, changes=told)
    return _with_scan(regulation, scan, by)


@transaction.atomic
def change_regulation(
    *, regulation: Regulation, by: Actor, scan: UploadedFile | None = None, **facts: Any
) -> Regulation:
    """Correct what was written wrongly; the state stays as it is."""
    regulation = locked(regulation, by)
    told = _write(regulation, facts)
    if told:
        record(
            by=by, verb=CHANGED, obj=regulation, region=regulation.region, changes=told
        )
    return _with_scan(regulation, scan, by)


def locked(regulation: Regulation, by: Actor) -> Regulation:
    """The row as it stands now, held until the verb ends; refuses other regions."""
    region = Region.objects.select_for_update(of=("self",)).get(pk=regulation.region_id)
    require_in(by, region, Permission.REGULATION_EDIT)
    regulation = (
        Regulation.objects.select_for_update(of=("self",))
        .select_related("scan")
        .get(pk=regulation.pk)
    )
    regulation.region = region
    return regulation


def _write(regulation: Regulation, facts: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Facts and links, saved together; tells what is new: {name: (old, new)}."""
    facts = dict(facts)
    links = {name: facts.pop(name) for name in rules.LINKS if name in facts}
    unknown = set(facts) - FACTS
    if unknown:
        raise TypeError(f"not a fact of a regulation: {', '.join(sorted(unknown))}")
    told = changed(regulation, {name: _tidy(name, facts[name]) for name in facts})
    for name, (_, value) in told.items():
        setattr(regulation, name, value)
    rules.check(regulation)
    _save(regulation)
    if "kind" in told:
        old, new = told["kind"]
        told["kind"] = (Kind(old).label if old else None, Kind(new).label)
    return told | rules.set_links(regulation, links)


def _tidy(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return value.strip() if name == "note" else " ".join(value.split())


def _save(regulation: Regulation) -> None:
    try:
        with transaction.atomic():
            regulation.save()
    except IntegrityError as collision:
        raise rules.number_taken() from collision


@transaction.atomic
def revoke_regulation(
    *, regulation: Regulation, on: dt.date, reason: str, by: Actor
) -> Regulation:
    """By something that is not in this register; `on`: the first day without it."""
    regulation = locked(regulation, by)
    WORKFLOW.check(State(regulation.state), State.REVOKED, by=by)
    reason = " ".join(reason.split())
    if not reason:
        raise Refusal("Tulis dasar atau alasan pencabutan.", field="reason")
    if regulation.signed_on and on < regulation.signed_on:
        raise Refusal(
            "Tanggal pencabutan mendahului tanggal penetapan "
            f"({tanggal(regulation.signed_on)}).",
            field="on",
        )
    regulation.state, regulation.revoked_on = State.REVOKED, on
    regulation.end_reason = reason
    regulation.save(update_fields=["state", "revoked_on", "end_reason"])
    told = {
        "state": (State.ISSUED.label, State.REVOKED.label),
        "revoked_on": (None, on),
    }
    record(
        by=by,
        verb=REVOKED,
        obj=regulation,
        region=regulation.region,
        changes=told,
        reason=reason,
    )
    return regulation


@transaction.atomic
def attach_scan(
    *, regulation: Regulation, upload: UploadedFile, by: Actor
) -> Regulation:
    regulation = locked(regulation, by)
    replace_scan(regulation, upload, slice_name="produk-hukum", verb=SCANNED, by=by)
    return regulation


def _with_scan(
    regulation: Regulation, scan: UploadedFile | None, by: Actor
) -> Regulation:
    if scan is None:
        return regulation
    return attach_scan(regulation=regulation, upload=scan, by=by)


@transaction.atomic
def delete_regulation(*, regulation: Regulation, reason: str, by: Actor) -> None:
    """A wrong entry on which nothing hangs."""
    regulation = locked(regulation, by)
    if not reason.strip():
        raise Refusal("Tulis alasan catatan dihapus.", field="reason")
    if hanging := rules.hangs_on(regulation):
        raise Refusal(
            f"Catatan ini masih dipakai: {', '.join(hanging)}. Hapus dahulu yang itu."
        )
    told = {
        name: (getattr(regulation, name), None)
        for name in ("number", "year", "title", "signed_on", "scan")
        if getattr(regulation, name)
    }
    record(
        by=by,
        verb=DELETED,
        obj=regulation,
        region=regulation.region,
        changes=told,
        reason=reason.strip(),
    )
    scan, label = regulation.scan, str(regulation)
    RegulationLink.objects.filter(newer=regulation).delete()
    regulation.delete()
    let_go(scan, f"Catatan {label} dihapus: {reason.strip()}", by)

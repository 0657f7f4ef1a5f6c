"""Settling, revising and deleting a version: alike for RAD and work programme."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from pokja.programme.choices import State
from pokja.programme.guard import locked, one_line, open_draft, today_in
from pokja.programme.versions import Line, Version
from pug_portal.access.actor import Actor
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal, refuse_all
from pug_portal.access.workflow import Workflow
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now
from pug_portal.lib.dates import tanggal

V = TypeVar("V", bound=Version)
L = TypeVar("L", bound=Line)


def settle(
    document: V,
    *,
    workflow: Workflow,
    verb: Verb,
    complain: Callable[[V], list[str]],
    settled_on: dt.date,
    basis: str,
    by: Actor,
) -> V:
    """The draft counts from now on; the version before it gives way."""
    document = locked(document, by, Permission.PROGRAMME_SETTLE)
    workflow.check(State(document.state), State.SETTLED, by=by)
    _check_day(document, settled_on)
    refuse_all(Refusal(fault) for fault in complain(document))
    _give_way(document, workflow, by)
    document.state, document.settled_on = State.SETTLED, settled_on
    document.basis = one_line(basis)
    document.settled_at, document.settled_by = now(), by.user
    document.save(
        update_fields=["state", "settled_on", "basis", "settled_at", "settled_by"]
    )
    told = {
        "state": (State.DRAFT.label, State.SETTLED.label),
        "settled_on": (None, settled_on),
        "basis": ("", document.basis),
    }
    record(by=by, verb=verb, obj=document, region=document.region, changes=told)
    return document


def _check_day(document: Version, day: dt.date) -> None:
    if day > today_in(document.region):
        raise Refusal("Tanggal penetapan belum tiba.", field="settled_on")
    before = document.predecessor
    if before is not None and before.settled_on and day < before.settled_on:
        raise Refusal(
            "Tanggal penetapan perubahan mendahului tanggal penetapan yang diubah "
            f"({tanggal(before.settled_on)}).",
            field="settled_on",
        )


def _give_way(document: Version, workflow: Workflow, by: Actor) -> None:
    before = document.predecessor
    if before is not None:
        workflow.check(State(before.state), State.REPLACED, by=by)
        before.state = State.REPLACED
        before.save(update_fields=["state"])


def begin_change(document: V, *, verb: Verb, reason: str, by: Actor) -> V:
    """An empty draft that names the settled version it will replace."""
    document = locked(document, by, Permission.PROGRAMME_EDIT)
    if not document.is_in_force:
        raise Refusal(
            f"Perubahan dibuat dari {document.name} yang sedang berlaku; muat ulang "
            "halaman ini."
        )
    reason = one_line(reason)
    if not reason:
        raise Refusal("Tulis alasan perubahan.", field="reason")
    successor = type(document)._default_manager.filter(predecessor=document).first()
    if successor is not None:
        raise Refusal("Perubahannya sudah sedang disusun. Lanjutkan draf itu.")
    before = type(document)._default_manager.get(pk=document.pk)
    document.pk, document._state.adding = None, True
    document.predecessor, document.version = before, before.version + 1
    document.state, document.reason, document.basis = State.DRAFT, reason[:250], ""
    document.settled_on = document.settled_at = document.settled_by = None
    document.made_by = by.user
    document.save()
    told = {"version": (before.version, document.version)}
    record(
        by=by,
        verb=verb,
        obj=document,
        region=document.region,
        changes=told,
        reason=document.reason,
    )
    return document


def copy_lines(lines: Iterable[L], document: str, into: Version, many: str) -> list[L]:
    """Clones that keep their root; `many` names the list of offices they carry."""
    made = []
    for line in lines:
        offices = list(getattr(line, many).all())
        root = line.key
        line.pk, line._state.adding = None, True
        line._prefetched_objects_cache = {}  # type: ignore[attr-defined]
        line.root_id = root  # type: ignore[attr-defined]
        setattr(line, document, into)
        line.save()
        getattr(line, many).set(offices)
        made.append(line)
    return made


def delete_draft(document: Version, *, verb: Verb, reason: str, by: Actor) -> None:
    """A draft that is not wanted; settled versions stay for good."""
    document = open_draft(document, by)
    reason = one_line(reason)
    if not reason:
        raise Refusal("Tulis alasan draf dihapus.", field="reason")
    lines: Any = document.lines  # type: ignore[attr-defined]
    told = {"lines": (lines.count(), None)}
    record(
        by=by,
        verb=verb,
        obj=document,
        region=document.region,
        changes=told,
        reason=reason[:250],
    )
    document.delete()

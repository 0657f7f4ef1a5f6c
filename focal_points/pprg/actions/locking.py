"""Taking a document in hand: row locked, region and OPD checked."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from focal_points.pprg.models import EDITABLE, PprgDocument
from focal_points.pprg.team import why_not_review
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.accounts.models import User
from pug_portal.lib.clock import now
from pug_portal.lib.rows import only

NOT_YOURS = (
    "Dokumen ini milik OPD atau daerah lain. Yang dapat mengubahnya hanya OPD itu."
)


def take(document: PprgDocument, *, by: Actor) -> PprgDocument:
    rows = PprgDocument.objects.owned_by(by).select_for_update(of=("self",))
    found = only(rows.select_related("opd__region", "source").filter(pk=document.pk))
    if found is None:
        raise PermissionDenied(NOT_YOURS)
    return found


def take_to_fill(document: PprgDocument, *, by: Actor) -> PprgDocument:
    require(by, Permission.PPRG_FILL)
    found = take(document, by=by)
    if found.state not in EDITABLE:
        raise Refusal(
            f"Dokumen ini berstatus «{found.status.label}», jadi isinya tidak dapat "
            "diubah. Muat ulang halaman."
        )
    return found


def take_to_judge(document: PprgDocument, *, by: Actor) -> PprgDocument:
    require(by, Permission.PPRG_REVIEW)
    found = take(document, by=by)
    if reason := why_not_review(found, by):
        raise PermissionDenied(reason)
    return found


def touch(document: PprgDocument, by: Actor, *fields: str) -> None:
    document.touched_at = now()
    document.save(update_fields=[*fields, "touched_at"])
    if by.user is not None:
        document.filled_by.add(by.user)


def person(by: Actor) -> User:
    """Judging is a person's act."""
    if by.user is None:
        raise PermissionDenied("Yang menelaah dokumen adalah orang, bukan sistem.")
    return by.user

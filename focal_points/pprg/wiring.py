"""What the floor asks of this slice by name: who may read a file, what waits for whom."""

from __future__ import annotations

from focal_points.pprg.models import PprgDocument
from focal_points.pprg.queries import waiting_for
from focal_points.pprg.team import sees_review
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.files import gates
from pug_portal.files.models import StoredFile
from pug_portal.nav import register_counter


def connect() -> None:
    gates.register(may_read)
    register_counter("pprg-list", waiting_for)


def may_read(actor: Actor, file: StoredFile) -> bool:
    """Signed pages: who may read the document; marked-up files: who sees its review."""
    if actor.user is None or not can(actor, Permission.PPRG_VIEW):
        return False
    rows = PprgDocument.objects.readable_by(actor)
    if rows.filter(signed_page=file).exists():
        return True
    if actor.region is None or not sees_review(actor, actor.region):
        return False
    return rows.filter(notes__file=file, opd__region=actor.region).exists()

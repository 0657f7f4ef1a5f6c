"""What the floor asks of this slice by name: who may read a file, what waits for whom."""

from __future__ import annotations

from django.db.models import Q

from focal_points.pprg.models import PprgDocument
from focal_points.pprg.queries import waiting_for
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
    """Signed pages and marked-up files: exactly those who may read the document."""
    if actor.user is None or not can(actor, Permission.PPRG_VIEW):
        return False
    rows = PprgDocument.objects.readable_by(actor)
    return rows.filter(Q(signed_page=file) | Q(notes__file=file)).exists()

"""What the floor asks of this slice by name: who may read a file, what waits for whom."""

from __future__ import annotations

from collections.abc import Collection

from focal_points.pprg.models import PprgDocument
from focal_points.pprg.queries import waiting_for
from focal_points.pprg.team import sees_review
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.audit import veils
from pug_portal.files import gates
from pug_portal.files.models import StoredFile
from pug_portal.nav import register_counter


def connect() -> None:
    gates.register(may_read)
    register_counter("pprg-list", waiting_for)
    veils.register(PprgDocument._meta.label_lower, veil_titles)


def veil_titles(actor: Actor, ids: Collection[str]) -> dict[str, str]:
    """The province reads a document once it is approved (domain.md §10.6): until then the
    trail tells it the kind, the office and the year, and not the title."""
    keys = [int(each) for each in ids]
    rows = PprgDocument.objects.filter(pk__in=keys).select_related("opd")
    readable = PprgDocument.objects.readable_by(actor).filter(pk__in=keys)
    hidden = rows.exclude(pk__in=readable.order_by().values("pk"))
    return {str(row.pk): row.sealed_label for row in hidden}


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

"""A scan is read by whoever may read its produk hukum."""

from pokja.regulations.models import Regulation
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.files.models import StoredFile


def scan_gate(actor: Actor, file: StoredFile) -> bool:
    if not can(actor, Permission.REGULATION_VIEW):
        return False
    return Regulation.objects.readable_by(actor).filter(scan=file).exists()

"""A scan is read by whoever may read its decree."""

from pokja.decrees.models import Decree
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.files.models import StoredFile


def scan_gate(actor: Actor, file: StoredFile) -> bool:
    if not can(actor, Permission.DECREE_VIEW):
        return False
    return Decree.objects.readable_by(actor).filter(scan=file).exists()

"""The emblem of a letterhead is read by whoever may read letters of its region."""

from pokja.letters.models import Letter, Letterhead
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.files.models import StoredFile


def emblem_gate(actor: Actor, file: StoredFile) -> bool:
    if not can(actor, Permission.MEETING_VIEW):
        return False
    if can(actor, Permission.MEETING_EDIT):
        own = Letterhead.objects.owned_by(actor).filter(emblem=file)
        if own.exists():
            return True
    seen = Letter.objects.for_actor(actor).filter(meeting__region=file.region)
    return seen.filter(content__head__emblem=str(file.pk)).exists()

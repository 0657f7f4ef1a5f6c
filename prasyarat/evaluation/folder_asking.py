"""Asking for the import of a folder; the work itself is in folder_jobs."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from prasyarat.evaluation.actions import locked
from prasyarat.evaluation.folder_actions import open_draft, refuse_nothing_taken
from prasyarat.evaluation.models import FolderDraft, FolderState
from prasyarat.evaluation.tasks import import_evaluation_folder
from pug_portal.access.actor import Actor
from pug_portal.audit.record import Verb, record
from pug_portal.lib.leases import IN_QUEUE

ASKED = Verb("evaluation_folder.asked", "meminta impor {object}")


@transaction.atomic
def ask_import(*, draft: FolderDraft, by: Actor) -> FolderDraft:
    """Imported by a worker, under the rights of that day. Asked twice: once."""
    period = locked(draft.period, by)
    found = FolderDraft.objects.filter(pk=draft.pk).first()
    if found is not None and found.is_pending and found.uploaded_by_id == by.user_id:
        return found
    draft = open_draft(draft, by)
    refuse_nothing_taken(draft)
    draft.state, draft.error, draft.attempts = FolderState.QUEUED, "", 0
    draft.assignment_id = by.assignment_id
    draft.lease_until, draft.finished_at = timezone.now() + IN_QUEUE, None
    draft.save()
    record(by=by, verb=ASKED, obj=draft, region=period.region)

    def send() -> None:
        import_evaluation_folder.apply_async((draft.pk,), retry=False)

    # Without harm when the broker is down: beat finds the row when its time runs out.
    transaction.on_commit(send, robust=True)
    return draft

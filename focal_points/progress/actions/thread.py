"""What is said to a remark: by the OPD while it mends, by the desk while it judges."""

from __future__ import annotations

from django.db import transaction

from focal_points.progress.actions.filling import take_editable
from focal_points.progress.actions.locking import remember
from focal_points.progress.actions.verification import person_of, take_submitted
from focal_points.progress.models import EDITABLE, Progress
from focal_points.progress.review_models import NoteReply, ProgressNote
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now

REPLIED = Verb("progress.note_replied", "menanggapi catatan di {object}")
LONGEST = 2000


@transaction.atomic
def reply_to_note(*, note: ProgressNote, text: str, by: Actor) -> NoteReply:
    mends = Progress.objects.writable_by(by).filter(
        pk=note.progress_id, state__in=EDITABLE
    )
    judges = can(by, Permission.PROGRESS_VERIFY) and not mends.exists()
    if judges:
        progress = take_submitted(note.progress, by)
    else:
        progress = take_editable(note.progress, None, by)
        remember(progress, by)
    # Read anew: while this one waited for the report, the remark may have been closed.
    note = ProgressNote.objects.get(pk=note.pk)
    text = text.replace("\r\n", "\n").strip()[:LONGEST]
    if not text:
        raise Refusal("Tulis isi tanggapan.", field=f"tanggapan-{note.pk}")
    if note.resolved_at is not None:
        raise Refusal("Catatan itu sudah ditutup.", field=f"tanggapan-{note.pk}")
    person = person_of(by)
    last = note.replies.order_by("pk").last()
    if last is not None and (last.text, last.written_by_id) == (text, person.pk):
        return last  # the second click
    reply = NoteReply.objects.create(
        note=note, text=text, written_by=person, written_at=now()
    )
    record(
        by=by,
        verb=REPLIED,
        obj=progress,
        region=progress.opd.region,
        sealed=not judges,
    )
    return reply

"""Asking for the archive of a meeting."""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from pokja.archive.members import members_of, stored_bytes
from pokja.letters.choices import PENDING, JobKind
from pokja.letters.job_actions import enqueue
from pokja.letters.models import LetterJob
from pokja.meetings.guard import lock_meeting
from pokja.meetings.models import Meeting
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now
from pug_portal.lib.leases import IN_QUEUE

ASKED = Verb("meeting.archive_asked", "meminta arsip rapat {object}")

MOST_BYTES = 500 * 1024 * 1024


@transaction.atomic
def ask_archive(*, meeting: Meeting, by: Actor) -> LetterJob:
    """Asked while one is being made: that one."""
    require(by, Permission.MEETING_EDIT)
    meeting = lock_meeting(meeting, by)
    running = archives_of(meeting).filter(state__in=PENDING).first()
    if running is not None:
        return running
    total = len(members_of(meeting))
    if not total:
        raise Refusal("Rapat ini belum mempunyai surat, notulen, atau berkas.")
    if stored_bytes(meeting) > MOST_BYTES:
        most = MOST_BYTES // 1024 // 1024
        raise Refusal(f"Berkas rapat ini melebihi {most} MB. Unduh satu per satu.")
    job = LetterJob.objects.create(
        meeting=meeting,
        kind=JobKind.ARCHIVE,
        total=total,
        requested_by=by.user,
        requested_at=now(),
        lease_until=timezone.now() + IN_QUEUE,
    )
    record(
        by=by,
        verb=ASKED,
        obj=meeting,
        region=meeting.region,
        changes={"total": (None, total)},
    )
    enqueue(job)
    return job


def archives_of(meeting: Meeting) -> QuerySet[LetterJob]:
    return LetterJob.objects.filter(meeting=meeting, kind=JobKind.ARCHIVE)

"""Files of a meeting, and deleting a meeting that was entered by mistake."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import ProtectedError

from pokja.meetings.choices import FileKind
from pokja.meetings.guard import open_meeting, reason_of, touch
from pokja.meetings.models import Meeting, MeetingFile
from pokja.meetings.queries import what_hangs_on
from pokja.meetings.workflow import DELETABLE, FILES_OPEN
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.files.actions import delete_file, hangs_on, store_upload
from pug_portal.files.models import StoredFile
from pug_portal.lib.sniff import sha256_of

ATTACHED = Verb("meeting.file_attached", "melampirkan berkas pada rapat {object}")
CAPTIONED = Verb("meeting.photos", "menyusun foto rapat {object}")
REMOVED = Verb("meeting.file_removed", "melepas berkas dari rapat {object}")
DELETED = Verb("meeting.deleted", "menghapus rapat {object}")


@dataclass(frozen=True)
class PhotoRow:
    pk: int
    caption: str
    order: int


@transaction.atomic
def attach_file(
    *,
    meeting: Meeting,
    upload: UploadedFile,
    kind: FileKind | str,
    by: Actor,
    caption: str = "",
) -> MeetingFile:
    meeting = open_meeting(meeting, FILES_OPEN, by)
    _refuse_twin(meeting, upload, str(kind))
    stored = store_upload(
        upload=upload, region=meeting.region, slice_name="rapat", by=by
    )
    made = MeetingFile.objects.create(
        meeting=meeting,
        kind=kind,
        file=stored,
        caption=caption.strip()[:200],
        order=meeting.files.filter(kind=kind).count() + 1,
    )
    touch(meeting)
    changes = {"berkas": (None, f"{made.get_kind_display()}: {stored.name}")}
    record(by=by, verb=ATTACHED, obj=meeting, region=meeting.region, changes=changes)
    return made


@transaction.atomic
def set_photos(
    *,
    meeting: Meeting,
    rows: Sequence[PhotoRow],
    by: Actor,
    revision: int | None = None,
) -> Meeting:
    """Captions and order; two with one number keep the order they stand in."""
    meeting = open_meeting(meeting, FILES_OPEN, by, revision)
    photos = {
        row.pk: row
        for row in meeting.files.filter(kind=FileKind.PHOTO).select_related("file")
    }
    known = [row for row in rows if row.pk in photos]
    old = [f"{row.file.name}: {row.caption}" for row in photos.values()]
    new = []
    for place, row in enumerate(sorted(known, key=lambda row: row.order), start=1):
        photo = photos[row.pk]
        photo.caption, photo.order = row.caption.strip()[:200], place
        photo.save(update_fields=["caption", "order"])
        new.append(f"{photo.file.name}: {photo.caption}")
    if new != old:
        touch(meeting)
        changes = {"foto": (old, new)}
        record(
            by=by, verb=CAPTIONED, obj=meeting, region=meeting.region, changes=changes
        )
    return meeting


@transaction.atomic
def remove_file(*, attached: MeetingFile, reason: str, by: Actor) -> None:
    meeting = open_meeting(attached.meeting, FILES_OPEN, by)
    reason = reason_of(reason, "Tulis alasan berkas dilepas.")
    row = MeetingFile.objects.select_related("file").filter(pk=attached.pk).first()
    if row is None:
        raise Refusal("Berkas ini sudah dilepas.")
    stored, told = row.file, f"{row.get_kind_display()}: {row.file.name}"
    row.delete()
    touch(meeting)
    record(
        by=by,
        verb=REMOVED,
        obj=meeting,
        region=meeting.region,
        changes={"berkas": (told, None)},
        reason=reason,
    )
    _let_go(stored, reason, by)


@transaction.atomic
def delete_meeting(*, meeting: Meeting, reason: str, by: Actor) -> None:
    """A wrong entry, with everything that hangs on it. Settled minutes are never deleted."""
    meeting = open_meeting(meeting, DELETABLE, by)
    reason = reason_of(reason, "Tulis alasan rapat ini dihapus.")
    record(
        by=by,
        verb=DELETED,
        obj=meeting,
        region=meeting.region,
        changes={
            "starts_at": (meeting.starts_at, None),
            "state": (meeting.get_state_display(), None),
            **{what: (count, None) for what, count in what_hangs_on(meeting)},
        },
        reason=reason,
    )
    files = [row.file for row in meeting.files.select_related("file")]
    archives = [job.path for job in meeting.archive_jobs.exclude(path="")]
    meeting.recommendations.all().delete()
    try:
        meeting.delete()
    except ProtectedError as held:
        raise Refusal(
            "Rapat ini sudah mempunyai surat. Hapus draf suratnya; bila suratnya sudah "
            "selesai, batalkan rapatnya dengan surat pembatalan."
        ) from held
    for stored in files:
        _let_go(stored, reason, by)
    for path in archives:
        transaction.on_commit(partial(default_storage.delete, path))


def _refuse_twin(meeting: Meeting, upload: UploadedFile, kind: str) -> None:
    upload.seek(0)
    digest = sha256_of(upload.read())
    if meeting.files.filter(kind=kind, file__sha256_received=digest).exists():
        raise Refusal("Berkas yang sama sudah dilampirkan.", field="uploads")


def _let_go(stored: StoredFile, reason: str, by: Actor) -> None:
    """Delete the file itself where nothing else points at it and the role may."""
    if can(by, Permission.FILE_DELETE) and not hangs_on(stored):
        delete_file(file=stored, reason=reason, by=by)

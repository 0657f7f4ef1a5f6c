"""Writing a release, showing it, and taking it back at once."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from pokja.meetings.guard import lock_meeting
from pokja.meetings.models import Meeting
from pokja.releases.models import Release, ReleaseSwitch
from pokja.releases.preparing import personal_in
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require, require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib import qr
from pug_portal.lib.clock import now
from pug_portal.regions.models import Region

SAVED = Verb("release.saved", "menyusun {object}")
SHOWN = Verb("release.shown", "menayangkan {object}")
HIDDEN = Verb("release.hidden", "menurunkan {object}")
SWITCHED = Verb("release.switched", "mengubah {object}")

LONGEST = 20_000


@transaction.atomic
def save_release(*, meeting: Meeting, title: str, body: str, by: Actor) -> Release:
    """What is shown stays free of personal data also when it is edited."""
    meeting = _settled(meeting, by)
    title, body = " ".join(title.split()), body.strip()
    if not title or not body:
        field = "title" if not title else "body"
        raise Refusal("Bagian ini tidak boleh kosong.", field=field)
    if len(title) > 200 or len(body) > LONGEST:
        raise Refusal(f"Paling panjang {LONGEST} karakter.", field="body")
    row = Release.objects.filter(meeting=meeting).first()
    old = (row.title, row.body) if row else (None, None)
    if row is None:
        row = Release(meeting=meeting, code=qr.verification_code())
    row.title, row.body, row.version = title, body, meeting.version
    row.saved_by, row.saved_at = by.user, now()
    if row.is_on:
        _refuse_personal(row)
    row.save()
    changes: dict[str, tuple[Any, Any]] = {
        "title": (old[0], title),
        "body": (old[1], body),
    }
    told = {key: pair for key, pair in changes.items() if pair[0] != pair[1]}
    record(by=by, verb=SAVED, obj=row, region=meeting.region, changes=told)
    return row


@transaction.atomic
def show_release(*, meeting: Meeting, by: Actor) -> Release:
    meeting = _settled(meeting, by)
    row = _saved(meeting)
    if not is_on_in(meeting.region):
        raise Refusal("Rilis publik daerah ini belum dinyalakan.")
    _refuse_personal(row)
    if not row.is_on:
        row.is_on, row.published_at = True, now()
        row.save(update_fields=["is_on", "published_at"])
        _tell(row, SHOWN, by)
    return row


@transaction.atomic
def hide_release(*, meeting: Meeting, by: Actor) -> Release:
    meeting = _settled(meeting, by)
    row = _saved(meeting)
    if row.is_on:
        row.is_on = False
        row.save(update_fields=["is_on"])
        _tell(row, HIDDEN, by)
    return row


@transaction.atomic
def switch_releases(*, region: Region, is_on: bool, by: Actor) -> ReleaseSwitch:
    """For the whole region; what was shown before is shown again when it comes back."""
    require(by, Permission.RELEASE_EDIT)
    require_in(by, region, Permission.RELEASE_EDIT)
    Region.objects.select_for_update().get(pk=region.pk)
    row, _made = ReleaseSwitch.objects.get_or_create(region=region)
    if row.is_on != is_on:
        changes = {"is_on": (row.is_on, is_on)}
        row.is_on = is_on
        row.save(update_fields=["is_on"])
        record(by=by, verb=SWITCHED, obj=row, region=region, changes=changes)
    return row


def is_on_in(region: Region) -> bool:
    return ReleaseSwitch.objects.filter(region=region, is_on=True).exists()


def _settled(meeting: Meeting, by: Actor) -> Meeting:
    require(by, Permission.RELEASE_EDIT)
    found = lock_meeting(meeting, by)
    if not found.is_settled or found.settled_content is None:
        raise Refusal("Rilis disusun dari notulen yang sudah disahkan.")
    return found


def _saved(meeting: Meeting) -> Release:
    row = Release.objects.filter(meeting=meeting).first()
    if row is None:
        raise Refusal("Simpan dahulu teks rilisnya.")
    row.meeting = meeting
    return row


def _refuse_personal(row: Release) -> None:
    content = row.meeting.settled_content or {}
    if found := personal_in(f"{row.title}\n{row.body}", content):
        raise Refusal(
            f"Teks memuat «{found}». Rilis tidak memuat nama orang, nomor telepon, NIP, "
            "atau surel: tulis ulang bagian itu, lalu simpan.",
            field="body",
        )


def _tell(row: Release, verb: Verb, by: Actor) -> None:
    region = row.meeting.region
    changes = {"is_on": (not row.is_on, row.is_on)}
    record(by=by, verb=verb, obj=row, region=region, changes=changes)

"""Writing a letter about a meeting, and finishing it."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.core.files.storage import default_storage
from django.db import transaction

from pokja.letters import signing, texts
from pokja.letters.choices import Capacity, Form, JobKind, Kind, State
from pokja.letters.content import LetterContent, digest, from_json, to_json
from pokja.letters.models import Letter, LetterJob
from pokja.letters.placeholders import unfilled
from pokja.letters.queries import kinds_offered, latest_finished, previous_of
from pokja.letters.workflow import WORKFLOW
from pokja.letters.writing import LISTED_TO, build, number_of, texts_of
from pokja.meetings import actions as meeting_actions
from pokja.meetings.choices import State as MeetingState
from pokja.meetings.guard import lock_meeting
from pokja.meetings.minutes import one_line
from pokja.meetings.models import Meeting
from pokja.meetings.times import today_in
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require, require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.lib.clock import now

BEGUN = Verb("letter.begun", "menyiapkan surat {object}")
CHANGED = Verb("letter.changed", "mengubah surat {object}")
FINISHED = Verb("letter.finished", "menyelesaikan surat {object}")
NUMBERED = Verb("letter.numbered", "mencatat nomor surat {object}")
REMOVED = Verb("letter.removed", "menghapus draf surat {object}")

# What a new letter takes over from the last one of the region.
_LASTING = ("letterhead", "code", "signer", "capacity", "on_behalf_of", "via", "copies")


@transaction.atomic
def begin_letter(*, meeting: Meeting, kind: str, by: Actor) -> Letter:
    """A draft with the usual words. Pressed twice: the draft that is there."""
    require(by, Permission.MEETING_EDIT)
    meeting = lock_meeting(meeting, by)
    draft = Letter.objects.filter(meeting=meeting, kind=kind, state=State.DRAFT).first()
    if draft is not None:
        return draft
    latest = latest_finished(meeting)
    if kind not in kinds_offered(meeting, latest):
        raise Refusal(
            f"Surat jenis itu belum dapat dibuat selama rapat berstatus "
            f"«{meeting.get_state_display()}»."
        )
    chosen = Kind(kind)
    letter = Letter(
        meeting=meeting,
        kind=chosen,
        dated=today_in(meeting.region),
        subject=texts.SUBJECTS[chosen],
        opening=texts.OPENINGS[chosen],
        closing=texts.CLOSINGS[chosen],
        addressed=LISTED_TO,
        refers_to=None if chosen == Kind.INVITATION else latest,
        form=latest.form if latest else Form.LISTED,
    )
    previous = previous_of(meeting.region)
    if previous is not None:
        for name in _LASTING:
            setattr(letter, name, getattr(previous, name))
    letter.save()
    record(by=by, verb=BEGUN, obj=letter, region=meeting.region)
    return letter


@transaction.atomic
def change_letter(
    *, letter: Letter, by: Actor, revision: int | None = None, **facts: Any
) -> Letter:
    letter = _draft(letter, by, revision)
    if facts.get("capacity") == Capacity.OWN:
        facts |= {"on_behalf_of": None, "via": None}
    elif facts.get("capacity") == Capacity.FOR:
        facts["via"] = None
    _check_region(letter, facts)
    changes = changed(letter, facts)
    if not changes:
        return letter
    for name in changes:
        setattr(letter, name, facts[name])
    letter.revision += 1
    letter.save(update_fields=[*changes, "revision"])
    record(
        by=by, verb=CHANGED, obj=letter, region=letter.meeting.region, changes=changes
    )
    return letter


@transaction.atomic
def finish_letter(*, letter: Letter, by: Actor, revision: int | None = None) -> Letter:
    """From here it is what was sent. An invitation also moves the meeting to diundang."""
    letter = _draft(letter, by, revision)
    WORKFLOW.check(letter.state, State.FINISHED, by=by)
    meeting = letter.meeting
    if letter.kind not in kinds_offered(meeting, latest_finished(meeting)):
        raise Refusal(
            "Surat ini tidak sesuai lagi dengan keadaan rapat. Hapus drafnya, lalu "
            "siapkan surat yang baru."
        )
    signing.check(letter)
    sent = Letter.objects.filter(meeting=meeting).finished().count()
    content = build(letter, sequence=sent)
    _check_content(content)
    letter.content, letter.content_sha256 = to_json(content), digest(content)
    letter.state = State.FINISHED
    letter.finished_by, letter.finished_at = by.user, now()
    letter.save(
        update_fields=[
            "content",
            "content_sha256",
            "state",
            "finished_by",
            "finished_at",
        ]
    )
    record(
        by=by,
        verb=FINISHED,
        obj=letter,
        region=meeting.region,
        changes={
            "number": (None, content.told_number),
            "invitees": (None, len(content.addressees)),
            "sha256": (None, letter.content_sha256),
        },
    )
    if letter.kind == Kind.INVITATION and meeting.state == MeetingState.PLANNED:
        meeting_actions.invite(meeting=meeting, by=by)
    return letter


@transaction.atomic
def record_number(*, letter: Letter, number: str, by: Actor) -> Letter:
    """What the registry gave to a letter that left it open. Once, and nothing else of
    the letter changes."""
    require(by, Permission.MEETING_EDIT)
    meeting = lock_meeting(letter.meeting, by)
    letter = (
        Letter.objects.select_for_update(of=("self",))
        .select_related("letterhead")
        .get(pk=letter.pk)
    )
    letter.meeting = meeting
    if not letter.is_finished or letter.content is None:
        raise Refusal("Selesaikan dahulu suratnya.")
    content = from_json(letter.content)
    if content.number:
        raise Refusal(f"Surat ini sudah bernomor {content.number}.")
    letter.number = one_line(number)[:80]
    told = number_of(letter)
    if not told:
        raise Refusal("Tulis nomor suratnya.", field="number")
    if unknown := unfilled([told]):
        raise Refusal(f"{', '.join(unknown)} dalam format nomor belum terisi.")
    numbered = dataclasses.replace(content, number=told)
    before, letter.content_sha256 = letter.content_sha256, digest(numbered)
    letter.content = to_json(numbered)
    letter.save(update_fields=["number", "content", "content_sha256"])
    _drop_archives(letter)
    record(
        by=by,
        verb=NUMBERED,
        obj=letter,
        region=meeting.region,
        changes={
            "number": (None, told),
            "sha256": (before, letter.content_sha256),
        },
    )
    return letter


@transaction.atomic
def remove_draft(*, letter: Letter, by: Actor) -> Meeting:
    letter = _draft(letter, by)
    meeting = letter.meeting
    record(by=by, verb=REMOVED, obj=letter, region=meeting.region)
    letter.delete()
    return meeting


def _drop_archives(letter: Letter) -> None:
    """They hold the letter without its number. A worker at one finds its lease gone."""
    archives = LetterJob.objects.filter(letter=letter, kind=JobKind.ZIP)
    paths = [path for path in archives.values_list("path", flat=True) if path]
    archives.delete()
    for path in paths:
        transaction.on_commit(partial(default_storage.delete, path))


def _draft(letter: Letter, by: Actor, revision: int | None = None) -> Letter:
    """The meeting first, as every verb locks them, then the letter."""
    require(by, Permission.MEETING_EDIT)
    meeting = lock_meeting(letter.meeting, by)
    found = (
        Letter.objects.select_for_update(of=("self",))
        .select_related("letterhead", "signer", "on_behalf_of", "via", "refers_to")
        .filter(pk=letter.pk)
        .first()
    )
    if found is None:
        raise Refusal("Surat ini sudah dihapus oleh orang lain.")
    require_in(by, meeting.region, Permission.MEETING_EDIT)
    found.meeting = meeting
    if found.is_finished:
        raise Refusal("Surat yang sudah selesai tidak dapat diubah. Buat surat ralat.")
    if revision is not None and revision != found.revision:
        raise Refusal(
            "Surat ini telah diubah orang lain sejak Anda membukanya. Muat ulang "
            "halaman ini dan bandingkan."
        )
    return found


def _check_region(letter: Letter, facts: dict[str, Any]) -> None:
    for name in ("letterhead", "signer", "on_behalf_of", "via"):
        chosen = facts.get(name)
        if chosen is not None and chosen.region_id != letter.meeting.region_id:
            raise ObjectDoesNotExist(f"{name} of another region")


def _check_content(content: LetterContent) -> None:
    if unknown := unfilled(texts_of(content)):
        raise Refusal(
            f"{', '.join(unknown)} tidak dikenal atau belum terisi. Perbaiki teks yang "
            "bertanda merah pada pratinjau."
        )
    if not content.addressees:
        raise Refusal("Pilih dahulu siapa yang diundang.")

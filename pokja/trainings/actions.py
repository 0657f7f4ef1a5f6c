"""Target and offer of a training, a region's answer to an offer, certificates."""

from __future__ import annotations

from collections.abc import Collection

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from focal_points.appointments.models import Appointment
from pokja.attendance.actions import next_order
from pokja.attendance.models import COUNTED, Participant, Source
from pokja.attendance.people import Person
from pokja.meetings.guard import lock_meeting, open_meeting
from pokja.meetings.models import Meeting
from pokja.meetings.workflow import FACTS_OPEN
from pokja.trainings.models import (
    TRAINING_KINDS,
    Acceptance,
    Certificate,
    Training,
)
from pokja.trainings.queries import (
    focal_points_for,
    ids,
    is_answerable,
    paths_above,
    sent_by,
)
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.files.actions import store_upload
from pug_portal.lib.clock import now
from pug_portal.regions.models import Region

DESCRIBED = Verb("training.described", "mencatat data pelatihan {object}")
ANSWERED = Verb("training.answered", "mengirim peserta ke pelatihan {object}")
CERTIFIED = Verb("training.certified", "mencatat sertifikat pelatihan {object}")


@transaction.atomic
def describe_training(
    *,
    meeting: Meeting,
    target_men: int | None,
    target_women: int | None,
    lesson_hours: int | None,
    is_offered: bool,
    by: Actor,
) -> Training:
    meeting = open_meeting(meeting, FACTS_OPEN, by)
    if meeting.kind not in TRAINING_KINDS:
        raise Refusal("Rapat ini bukan bimbingan teknis atau sosialisasi.")
    if is_offered and not meeting.region.has_children:
        raise Refusal(
            "Daerah ini tidak mempunyai kabupaten/kota di bawahnya.", field="is_offered"
        )
    row = Training.objects.filter(meeting=meeting).first() or Training(meeting=meeting)
    if row.is_offered and not is_offered and row.acceptances.exists():
        raise Refusal(
            "Tawaran ini sudah diterima kabupaten/kota, jadi tidak dapat ditarik.",
            field="is_offered",
        )
    facts = {
        "target_men": target_men,
        "target_women": target_women,
        "lesson_hours": lesson_hours,
        "is_offered": is_offered,
    }
    changes = changed(row, facts)
    for name, value in facts.items():
        setattr(row, name, value)
    row.save()
    record(by=by, verb=DESCRIBED, obj=meeting, region=meeting.region, changes=changes)
    return row


@transaction.atomic
def answer_offer(
    *, training: Training, appointments: Collection[int], by: Actor
) -> Acceptance:
    """The region below takes part; calling again changes whom it sends."""
    require(by, Permission.MEETING_EDIT)
    region = by.region
    meeting = (
        Meeting.objects.select_for_update(of=("self",))
        .select_related("region")
        .get(pk=training.meeting_id)
    )
    training = Training.objects.get(pk=training.pk)
    training.meeting = meeting
    if region is None or not is_offered_to(training, region):
        raise Refusal("Pelatihan ini tidak ditawarkan kepada daerah Anda.")
    if not is_answerable(training):
        raise Refusal("Pelatihan ini sudah selesai atau ditutup.")
    found, _new = Acceptance.objects.get_or_create(
        training=training,
        region=region,
        defaults={"accepted_by": by.user, "accepted_at": now()},
    )
    offered = {row.pk: row for row in focal_points_for(training, region)}
    if set(appointments) - set(offered):
        raise Refusal("Pilih dari focal point daerah Anda pada tanggal itu.")
    old = list(sent_by(training, region))
    _take_off(old, set(appointments))
    _put_on(meeting, [offered[pk] for pk in appointments if pk not in ids(old)])
    changes = {
        "peserta": (
            [row.name for row in old],
            [row.name for row in sent_by(training, region)],
        )
    }
    record(by=by, verb=ANSWERED, obj=found, region=region, changes=changes)
    return found


def is_offered_to(training: Training, region: Region) -> bool:
    return training.is_offered and training.meeting.region.path in paths_above(region)


def _take_off(rows: list[Participant], kept: set[int]) -> None:
    for row in rows:
        if row.appointment_id in kept:
            continue
        if row.presences.exists():
            raise Refusal(f"Kehadiran {row.name} sudah dicatat oleh penyelenggara.")
        row.delete()


def _put_on(meeting: Meeting, appointments: list[Appointment]) -> None:
    """Their office is told with its region: every kabupaten has a Dinkes."""
    there = set(meeting.participants.values_list("key", flat=True))
    for order, row in enumerate(appointments, start=next_order(meeting)):
        person = Person(
            name=row.name,
            sex=row.sex,
            position=row.position,
            institution=f"{row.opd.short_name} {row.opd.region.short_name}",
            source=Source.FOCAL_POINT,
            appointment_id=row.pk,
        )
        if person.key in there:
            raise Refusal(f"{row.name} sudah ada dalam daftar penyelenggara.")
        person.as_row(meeting=meeting, order=order).save()


@transaction.atomic
def certify(
    *,
    participant: Participant,
    number: str,
    upload: UploadedFile | None = None,
    by: Actor,
) -> Certificate:
    """After the minutes are settled: the list of who came no longer changes."""
    require(by, Permission.MEETING_EDIT)
    meeting = lock_meeting(participant.meeting, by)
    if meeting.kind not in TRAINING_KINDS or not meeting.is_settled:
        raise Refusal("Sertifikat dicatat setelah notulen pelatihan disahkan.")
    if not participant.presences.filter(state__in=COUNTED).exists():
        raise Refusal(f"{participant.label} tidak tercatat hadir.")
    row = Certificate.objects.filter(participant=participant).first()
    row = row or Certificate(participant=participant)
    old, row.number = row.number, number.strip()
    if upload is not None:
        row.file = store_upload(
            upload=upload, region=meeting.region, slice_name="trainings", by=by
        )
    if not row.number and row.file is None:
        raise Refusal("Isi nomor sertifikat atau pilih berkasnya.", field="number")
    row.save()
    # The name stands among the values, which regions above do not read.
    told = f"{participant.label}: {row}"
    before = f"{participant.label}: {old}" if old else None
    changes = {"sertifikat": (before, told)}
    record(by=by, verb=CERTIFIED, obj=meeting, region=meeting.region, changes=changes)
    return row

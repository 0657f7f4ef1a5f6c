"""Check-in by phone: the desk opens and closes the door, people write themselves in."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from django.db import transaction
from django.db.models import Q

from focal_points.offices.nip_owners import bare_name
from focal_points.opd.models import Opd
from pokja.attendance.actions import NOT_YET, fill_in, next_order, told_moves, write
from pokja.attendance.codes import dies_at, door_number, new_secret
from pokja.attendance.guard import MARKS_OPEN, chair_of, check_mark, open_marks
from pokja.attendance.models import (
    Coming,
    Door,
    Participant,
    Presence,
    Source,
)
from pokja.attendance.people import Mark, Person, Place
from pokja.attendance.recount import recount, refuse_counted_by_hand
from pokja.meetings.days import is_on
from pokja.meetings.guard import lock_meeting, reason_of
from pokja.meetings.models import Meeting
from pokja.meetings.times import today_in
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now
from pug_portal.lib.dates import waktu

OPENED = Verb("attendance.door_opened", "membuka absensi QR rapat {object}")
CLOSED = Verb("attendance.door_closed", "menutup absensi QR rapat {object}")
CHECKED_IN = Verb("attendance.checked_in", "absen lewat {object}")
STRUCK = Verb("attendance.struck", "mencoret absen QR dalam rapat {object}")

OLD_CODE = (
    "Kode ini sudah tidak berlaku atau salah ketik. Pindai kode yang sedang tampil di "
    "layar rapat."
)
SHUT = "Absensi rapat ini sudah ditutup. Sampaikan kehadiran Anda kepada sekretariat."
MOST_CHAIRS = 1_000


@dataclass(frozen=True)
class Entrance:
    """A living code: the door it opens, the day it writes, the moment it dies."""

    door: Door
    day: dt.date
    until: dt.datetime

    @property
    def meeting(self) -> Meeting:
        return self.door.meeting


def enter(typed: str) -> Entrance:
    """What a living code opens; everything else is refused with one sentence."""
    number = door_number(typed)
    rows = Door.objects.select_related("meeting__region").filter(pk=number or 0)
    door = rows.first()
    until = dies_at(door, typed) if door else None
    if door is None or until is None:
        raise Refusal(OLD_CODE)
    _refuse_shut(door, door.meeting)
    return Entrance(door, today_in(door.meeting.region), until)


def _refuse_shut(door: Door, meeting: Meeting) -> None:
    if not door.is_open or meeting.state not in MARKS_OPEN or not is_on(meeting):
        raise Refusal(SHUT)


@transaction.atomic
def open_door(*, meeting: Meeting, by: Actor) -> Door:
    """Codes of an earlier opening die at once: every opening draws a new secret."""
    meeting = open_marks(meeting, today_in(meeting.region), by)
    refuse_counted_by_hand(meeting)
    fill_in(meeting, by)
    door = Door.objects.filter(meeting=meeting).first() or Door(meeting=meeting)
    if door.pk and door.is_open:
        return door
    door.secret, door.is_open = new_secret(), True
    door.opened_at, door.opened_by_id, door.closed_at = now(), by.user_id, None
    door.save()
    record(by=by, verb=OPENED, obj=meeting, region=meeting.region)
    return door


@transaction.atomic
def close_door(*, meeting: Meeting, by: Actor) -> None:
    require(by, Permission.MEETING_EDIT)
    meeting = lock_meeting(meeting, by)
    door = Door.objects.filter(meeting=meeting).first()
    if door is None or not door.is_open:
        raise Refusal("Absensi QR rapat ini memang sedang tertutup.")
    door.is_open, door.closed_at = False, now()
    door.save(update_fields=["is_open", "closed_at"])
    record(by=by, verb=CLOSED, obj=meeting, region=meeting.region)


@transaction.atomic
def check_in(*, code: str, chair: int, by: Actor) -> Presence:
    """A person of the list chooses the own name."""
    entrance = _locked(code)
    found = entrance.meeting.participants.filter(pk=chair).first()
    if found is None or not found.is_known:
        raise Refusal("Pilih nama Anda dari daftar.", field="chair")
    return _sit(entrance, found, Mark(Coming.PRESENT), by)


@transaction.atomic
def sign_in_guest(
    *, code: str, person: Person, place: Place | None = None, by: Actor
) -> Presence:
    """Somebody who is not on the list: for an invited person, or as a guest."""
    entrance = _locked(code)
    _refuse_second_sitting(entrance, person)
    if place is not None:
        return _take(entrance, place, person, by)
    meeting = entrance.meeting
    person = _of_known_office(person, entrance)
    chair = meeting.participants.filter(key=person.key).first()
    if chair is None:
        if meeting.participants.count() >= MOST_CHAIRS:
            raise Refusal("Daftar hadir penuh. Lapor kepada sekretariat.")
        chair = person.as_row(meeting=meeting, order=next_order(meeting))
        chair.save()
    return _sit(entrance, chair, Mark(Coming.PRESENT), by)


@transaction.atomic
def strike(*, participant: Participant, day: dt.date, reason: str, by: Actor) -> None:
    """A wrong check-in goes, with a reason in the trail; a guest leaves the list with it."""
    meeting = open_marks(participant.meeting, day, by)
    reason = reason_of(reason, "Tulis alasan absen ini dicoret.")
    chair = chair_of(meeting, participant)
    there = chair.presences.filter(day=day, by_code=True).first()
    if there is None:
        raise Refusal("Tidak ada absen QR dari orang ini pada hari itu.")
    changes = told_moves([(chair, (there.told, NOT_YET))])
    there.delete()
    if chair.source == Source.GUEST and not chair.presences.exists():
        chair.delete()
    recount(meeting)
    record(
        by=by,
        verb=STRUCK,
        obj=meeting,
        region=meeting.region,
        changes=changes,
        reason=reason,
    )


def _locked(code: str) -> Entrance:
    """Asked again under the lock: the door may have closed while the form was filled."""
    entrance = enter(code)
    meeting = (
        Meeting.objects.select_for_update(of=("self",))
        .select_related("region")
        .get(pk=entrance.door.meeting_id)
    )
    door = Door.objects.get(pk=entrance.door.pk)
    if door.secret != entrance.door.secret:
        raise Refusal(OLD_CODE)
    _refuse_shut(door, meeting)
    refuse_counted_by_hand(meeting)
    door.meeting = meeting
    return Entrance(door, entrance.day, entrance.until)


def _sit(entrance: Entrance, chair: Participant, mark: Mark, by: Actor) -> Presence:
    there = chair.presences.filter(day=entrance.day).first()
    if there is not None and there.is_counted:
        zone = entrance.meeting.region.zone
        raise Refusal(
            f"{chair.label} sudah tercatat {there.told.lower()} pukul "
            f"{waktu(there.at, zone)}. Bila itu bukan Anda, lapor kepada sekretariat."
        )
    check_mark(entrance.meeting, chair, entrance.day, mark)
    change = write(chair, entrance.day, mark, there, by_code=True)
    recount(entrance.meeting)
    region = entrance.meeting.region
    changes = told_moves([(chair, change)])
    # Not the meeting: a hundred check-ins would crowd everything else out of its history.
    record(by=by, verb=CHECKED_IN, obj=entrance.door, region=region, changes=changes)
    return chair.presences.get(day=entrance.day)


def _take(entrance: Entrance, place: Place, person: Person, by: Actor) -> Presence:
    """The chair of an invited person or office."""
    chair = entrance.meeting.participants.filter(pk=place.chair).first()
    if chair is None or (place.is_holder and chair.is_known):
        raise Refusal("Pilih yang Anda wakili dari daftar.", field="stands_in_for")
    if place.is_holder:
        _name(chair, person)
        return _sit(entrance, chair, Mark(Coming.PRESENT), by)
    mark = Mark(
        Coming.REPRESENTED,
        stand_in_name=person.name,
        stand_in_position=person.position,
        stand_in_sex=person.sex,
    )
    return _sit(entrance, chair, mark, by)


def _name(chair: Participant, person: Person) -> None:
    """The office of the list gets its holder's name; where it belongs stays as invited."""
    named = replace(person, opd=chair.opd, institution=chair.institution)
    if chair.meeting.participants.exclude(pk=chair.pk).filter(key=named.key).exists():
        raise Refusal(f"{person.name} sudah ada dalam daftar. Pilih nama itu.")
    chair.name, chair.sex, chair.key = named.name, named.sex, named.key
    chair.save(update_fields=["name", "sex", "key"])


def _of_known_office(person: Person, entrance: Entrance) -> Person:
    """«Dinkes» as typed is the OPD itself, so that it is counted with its people."""
    typed = person.institution
    rows = Opd.objects.filter(region=entrance.meeting.region).existing_on(entrance.day)
    named = rows.filter(Q(short_name__iexact=typed) | Q(name__iexact=typed))
    opd = named.order_by("pk").first()
    return replace(person, opd=opd, institution="") if opd else person


def _refuse_second_sitting(entrance: Entrance, person: Person) -> None:
    """A representative of one chair does not sit on another one too."""
    rows = Presence.objects.filter(
        participant__meeting=entrance.meeting,
        day=entrance.day,
        state=Coming.REPRESENTED,
    )
    wanted = bare_name(person.name)
    if any(bare_name(row.stand_in_name) == wanted for row in rows):
        raise Refusal(f"{person.name} sudah tercatat hadir hari ini sebagai wakil.")

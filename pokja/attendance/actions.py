"""Writing the list of a meeting: who stands on it, and who came on which day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import Max

from pokja.attendance.guard import chair_of, check_mark, open_list, open_marks
from pokja.attendance.invited import people_invited
from pokja.attendance.models import Participant, Presence
from pokja.attendance.people import Mark, Person
from pokja.attendance.recount import recount, refuse_counted_by_hand
from pokja.meetings.minutes import one_line
from pokja.meetings.models import Meeting
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now

PREFILLED = Verb("attendance.prefilled", "mengisi daftar hadir rapat {object}")
ADDED = Verb("attendance.added", "menambah nama dalam daftar hadir rapat {object}")
CHANGED = Verb("attendance.changed", "memperbaiki nama dalam daftar hadir {object}")
REMOVED = Verb("attendance.removed", "menghapus nama dari daftar hadir rapat {object}")
MARKED = Verb("attendance.marked", "mencatat kehadiran rapat {object}")

MOST = 1_000
NOT_YET = "belum dicatat"
# A chair, and what stood there before and stands there now.
Move = tuple[Participant, tuple[str, str]]


@transaction.atomic
def prefill(*, meeting: Meeting, by: Actor) -> int:
    """Invited people who are not on the list yet; nobody is taken off. How many came on."""
    meeting = open_list(meeting, by)
    return fill_in(meeting, by)


def fill_in(meeting: Meeting, by: Actor) -> int:
    """The meeting is locked by the caller."""
    there = set(meeting.participants.values_list("key", flat=True))
    fresh = [one for one in people_invited(meeting) if one.key not in there]
    if not fresh:
        return 0
    first = next_order(meeting)
    Participant.objects.bulk_create(
        one.as_row(meeting=meeting, order=order)
        for order, one in enumerate(fresh, start=first)
    )
    changes = {"orang dalam daftar": (len(there), len(there) + len(fresh))}
    record(by=by, verb=PREFILLED, obj=meeting, region=meeting.region, changes=changes)
    return len(fresh)


@transaction.atomic
def add_participant(*, meeting: Meeting, person: Person, by: Actor) -> Participant:
    meeting = open_list(meeting, by)
    _check_person(meeting, person)
    row = person.as_row(meeting=meeting, order=next_order(meeting))
    row.save()
    changes = {"nama": (None, str(row))}
    record(by=by, verb=ADDED, obj=meeting, region=meeting.region, changes=changes)
    return row


@transaction.atomic
def change_participant(
    *, participant: Participant, person: Person, by: Actor
) -> Participant:
    """A name written wrongly, an office holder found out."""
    meeting = open_list(participant.meeting, by)
    row = chair_of(meeting, participant)
    _check_person(meeting, person, row)
    old = _facts(row)
    for name in ("name", "sex", "position", "opd", "institution", "is_leader", "key"):
        setattr(row, name, getattr(person, name))
    row.save()
    recount(meeting)
    changes = {name: (old[name], value) for name, value in _facts(row).items()}
    record(by=by, verb=CHANGED, obj=meeting, region=meeting.region, changes=changes)
    return row


@transaction.atomic
def remove_participant(*, participant: Participant, by: Actor) -> None:
    meeting = open_list(participant.meeting, by)
    row = chair_of(meeting, participant)
    if row.presences.exists():
        raise Refusal(
            f"Kehadiran {row.label} sudah dicatat. Kosongkan dahulu catatannya, atau "
            "coret absennya dengan alasan."
        )
    changes = {"nama": (str(row), None)}
    row.delete()
    record(by=by, verb=REMOVED, obj=meeting, region=meeting.region, changes=changes)


@transaction.atomic
def mark_list(
    *,
    meeting: Meeting,
    day: dt.date,
    states: Mapping[int, tuple[str, str]],
    by: Actor,
) -> int:
    """`states`: per chair what the page showed and what was chosen. What somebody else
    recorded meanwhile is never overwritten unseen: the whole save says so instead."""
    wanted = {pk: pair for pk, pair in states.items() if pair[0] != pair[1]}
    meeting = open_marks(meeting, day, by)
    if not wanted:
        return 0
    refuse_counted_by_hand(meeting)
    chairs = meeting.participants.select_related("opd").in_bulk(list(wanted))
    found = Presence.objects.filter(participant__in=chairs, day=day)
    now_there = {row.participant_id: row for row in found}
    moves: list[Move] = []
    for pk, chair in chairs.items():
        shown, chosen = wanted[pk]
        there = now_there.get(pk)
        if (there.state if there else "") != shown:
            raise Refusal(
                f"Kehadiran {chair.label} baru saja dicatat orang lain: "
                f"{there.told.lower() if there else NOT_YET}. Muat ulang halaman ini, "
                "lalu pilih lagi."
            )
        mark = Mark(chosen)
        check_mark(meeting, chair, day, mark)
        moves.append((chair, write(chair, day, mark, there)))
    recount(meeting)
    changes = told_moves(moves)
    record(by=by, verb=MARKED, obj=meeting, region=meeting.region, changes=changes)
    return len(moves)


@transaction.atomic
def mark_one(
    *, participant: Participant, day: dt.date, mark: Mark, by: Actor
) -> Participant:
    """With the representative and a remark, which the list has no room for."""
    meeting = open_marks(participant.meeting, day, by)
    refuse_counted_by_hand(meeting)
    chair = chair_of(meeting, participant)
    check_mark(meeting, chair, day, mark)
    there = chair.presences.filter(day=day).first()
    changes = told_moves([(chair, write(chair, day, mark, there))])
    recount(meeting)
    record(by=by, verb=MARKED, obj=meeting, region=meeting.region, changes=changes)
    return chair


def write(
    chair: Participant,
    day: dt.date,
    mark: Mark,
    there: Presence | None,
    *,
    by_code: bool = False,
) -> tuple[str, str]:
    """(what stood there, what stands there now)."""
    old = there.told if there else NOT_YET
    if not mark.state:
        if there:
            there.delete()
        return old, NOT_YET
    row = there or Presence(participant=chair, day=day)
    row.state, row.note = mark.state, one_line(mark.note)
    keeps = mark.is_represented
    row.stand_in_name = one_line(mark.stand_in_name) if keeps else ""
    row.stand_in_position = one_line(mark.stand_in_position) if keeps else ""
    row.stand_in_sex = mark.stand_in_sex if keeps else ""
    row.by_code, row.at = by_code, now()
    row.save()
    return old, row.told


def told_moves(moves: Iterable[Move]) -> dict[str, tuple[list[str], list[str]]]:
    """Names stand among the values: regions above read what changed, and no values."""
    return {
        "kehadiran": (
            [f"{chair}: {old}" for chair, (old, _) in moves],
            [f"{chair}: {new}" for chair, (_, new) in moves],
        )
    }


def next_order(meeting: Meeting) -> int:
    last = meeting.participants.order_by().aggregate(last=Max("order"))["last"]
    return (last or 0) + 1


def _check_person(
    meeting: Meeting, person: Person, row: Participant | None = None
) -> None:
    if (person.opd is None) == (not person.institution.strip()):
        raise Refusal(
            "Pilih OPD atau tulis instansi lain, salah satu.", field="institution"
        )
    if bool(person.name) != bool(person.sex):
        raise Refusal("Isi nama beserta L atau P.", field="sex")
    if not person.name and not person.position:
        raise Refusal("Tulis nama atau jabatan.", field="name")
    others = meeting.participants.exclude(pk=row.pk if row else 0)
    if others.filter(key=person.key).exists():
        raise Refusal(
            f"{person.name or person.position} sudah ada dalam daftar.", field="name"
        )
    if row is None and others.count() >= MOST:
        raise Refusal(f"Daftar hadir paling banyak {MOST} orang.")
    if row and not person.name and row.presences.filter(state="hadir").exists():
        raise Refusal("Orang ini tercatat hadir; namanya tidak dapat dikosongkan.")


def _facts(row: Participant) -> dict[str, object]:
    return {
        "nama": row.name,
        "L/P": row.sex,
        "jabatan": row.position,
        "instansi": row.agency,
        "unsur pimpinan": row.is_leader,
    }

"""Writing the parts of a meeting: outcomes, attendance, minutes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.db import transaction

from pokja.meetings.choices import Section, State
from pokja.meetings.draft import SUMMARY, Item, clean, straighten
from pokja.meetings.draft_actions import LONGEST_POINT, check_limits, fresh_key
from pokja.meetings.guard import open_meeting, touch
from pokja.meetings.holders import RunningText
from pokja.meetings.minutes import Point, one_line, read_minutes
from pokja.meetings.models import (
    Attendance,
    ExpectedOutcome,
    Meeting,
)
from pokja.meetings.revisions import remember
from pokja.meetings.rows import AttendanceRow, OutcomeRow
from pokja.meetings.workflow import FACTS_OPEN, RECORD_OPEN
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record

OUTCOMES = Verb("meeting.outcomes", "mencatat hasil yang diharapkan dari {object}")
ATTENDANCE = Verb("meeting.attendance", "mencatat kehadiran rapat {object}")

DISCUSSION = Section.DISCUSSION.value
COUNTED_BY_NAME = (
    "Kehadiran rapat ini dihitung dari daftar hadir menurut nama. Ubah di daftar itu."
)
MOST_ROWS = 200
MOST_PEOPLE = 100_000


@transaction.atomic
def set_outcomes(
    *,
    meeting: Meeting,
    rows: Sequence[OutcomeRow],
    by: Actor,
    revision: int | None = None,
) -> Meeting:
    """What the meeting should bring; judged only once it has begun."""
    meeting = open_meeting(meeting, FACTS_OPEN, by, revision)
    check_number(rows)
    if meeting.state != State.RUNNING and any(row.verdict for row in rows):
        raise Refusal(
            "Hasil dinilai sesudah rapat berlangsung. Kosongkan penilaiannya."
        )
    old = [outcome.told for outcome in meeting.outcomes.all()]
    meeting.outcomes.all().delete()
    made = ExpectedOutcome.objects.bulk_create(
        ExpectedOutcome(
            meeting=meeting,
            order=place,
            text=filled(row.text, place, "hasil yang diharapkan"),
            verdict=row.verdict,
        )
        for place, row in enumerate(rows, start=1)
    )
    new = [outcome.told for outcome in made]
    tell_part(meeting, OUTCOMES, "hasil yang diharapkan", old, new, by)
    return meeting


@transaction.atomic
def set_attendance(
    *,
    meeting: Meeting,
    rows: Sequence[AttendanceRow],
    by: Actor,
    revision: int | None = None,
) -> Meeting:
    """Who came, men and women counted per OPD or institution."""
    meeting = open_meeting(meeting, RECORD_OPEN, by, revision)
    if meeting.participants.filter(presences__isnull=False).exists():
        raise Refusal(COUNTED_BY_NAME)
    check_number(rows)
    for place, row in enumerate(rows, start=1):
        _check_attendance(row, place, meeting)
    _refuse_twins(rows)
    old = [row.told for row in meeting.attendance.select_related("opd")]
    meeting.attendance.all().delete()
    made = Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting,
            order=place,
            opd=row.opd,
            institution=one_line(row.institution),
            men=row.men,
            women=row.women,
            names=row.names.strip(),
            represents=row.represents,
            is_leader=row.is_leader,
        )
        for place, row in enumerate(rows, start=1)
    )
    tell_part(meeting, ATTENDANCE, "kehadiran", old, [row.told for row in made], by)
    return meeting


@transaction.atomic
def set_minutes(
    *,
    meeting: Meeting,
    text: str,
    by: Actor,
    summary: str = "",
    revision: int | None = None,
) -> Meeting:
    """A discussion as plain text: «1. » begins a point, «- » a sub-item (see minutes.py)."""
    meeting = open_meeting(meeting, RECORD_OPEN, by, revision)
    points = read_minutes(text)
    _check_points(points)
    holder = RunningText(meeting)
    before = holder.load()
    items = [item for item in before if item.section not in {SUMMARY, DISCUSSION}]
    items.append(clean(Item(SUMMARY, SUMMARY, 0, summary, writer=by.name)))
    for point in points:
        items.append(Item(fresh_key(), DISCUSSION, 0, point.text, writer=by.name))
        items += [
            Item(fresh_key(), DISCUSSION, 1, sub, writer=by.name) for sub in point.subs
        ]
    items = straighten(items)
    check_limits(items)
    remember(holder, before, items, by)
    holder.store(items)
    touch(meeting)
    return meeting


def tell_part(
    meeting: Meeting, verb: Verb, part: str, old: list[str], new: list[str], by: Actor
) -> None:
    touch(meeting)
    changes = {part: (old, new)}
    record(by=by, verb=verb, obj=meeting, region=meeting.region, changes=changes)


def filled(text: str, place: int, what: str) -> str:
    text = one_line(text)
    if not text:
        raise Refusal(f"Baris {place}: tulis {what}, atau hapus barisnya.")
    return text


def check_number(rows: Sequence[object]) -> None:
    if len(rows) > MOST_ROWS:
        raise Refusal(f"Paling banyak {MOST_ROWS} baris.")


def _check_attendance(row: AttendanceRow, place: int, meeting: Meeting) -> None:
    if (row.opd is None) == (not row.institution.strip()):
        raise Refusal(f"Baris {place}: pilih OPD atau tulis instansi lain, salah satu.")
    if row.opd is not None and row.opd.region_id != meeting.region_id:
        raise Refusal(f"Baris {place}: {row.who} bukan OPD daerah ini.")
    if min(row.men, row.women) < 0 or max(row.men, row.women) > MOST_PEOPLE:
        raise Refusal(f"Baris {place}: jumlah orang tidak mungkin.")
    total = row.men + row.women
    if not total:
        raise Refusal(
            f"Baris {place}: isi jumlah laki-laki atau perempuan dari {row.who}."
        )
    named = len(row.names.split("\n")) if row.names.strip() else 0
    if named > total:
        raise Refusal(
            f"Baris {place}: {named} nama ditulis, tetapi yang hadir dari {row.who} "
            f"dihitung {total}."
        )


def _refuse_twins(rows: Sequence[AttendanceRow]) -> None:
    keys = [one_line(row.who).casefold() for row in rows]
    for key, count in Counter(keys).items():
        if count > 1:
            places = [str(n) for n, other in enumerate(keys, start=1) if other == key]
            who = rows[int(places[0]) - 1].who
            raise Refusal(
                f"{who} tercatat lebih dari sekali (baris {', '.join(places)}). "
                "Satukan menjadi satu baris."
            )


def _check_points(points: list[Point]) -> None:
    if not points:
        raise Refusal("Tulis paling sedikit satu butir notulen.", field="text")
    if len(points) > MOST_ROWS or any(len(p.subs) > MOST_ROWS for p in points):
        raise Refusal(f"Paling banyak {MOST_ROWS} butir.", field="text")
    for place, point in enumerate(points, start=1):
        if not point.text:
            raise Refusal(
                f"Butir {place} berisi sub butir saja. Tulis dahulu isi butirnya, "
                f"misalnya «{place}. Tujuh prasyarat PUG:».",
                field="text",
            )
        if max(map(len, [point.text, *point.subs])) > LONGEST_POINT:
            raise Refusal(
                f"Butir {place} lebih panjang dari {LONGEST_POINT} karakter. "
                "Bagi menjadi beberapa butir.",
                field="text",
            )

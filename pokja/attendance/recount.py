"""From names to numbers: the rows that minutes, report and dashboard count.

Those rows are written here alone while a list by name is in use, so that every page tells
one number. A chair counts once per meeting, with whoever sat on it on its first day.
"""

from __future__ import annotations

from collections.abc import Iterable

from pokja.attendance.models import COUNTED, Coming, Participant, Presence
from pokja.meetings.models import Attendance, Meeting
from pug_portal.access.refusal import Refusal

LONGEST_PLACE = 150


def refuse_counted_by_hand(meeting: Meeting) -> None:
    """Numbers typed per office stand; names beside them would count people twice."""
    by_name = Presence.objects.filter(participant__meeting=meeting).exists()
    if not by_name and meeting.attendance.exists():
        raise Refusal(
            "Kehadiran rapat ini sudah diisi sebagai jumlah per instansi. Kosongkan "
            "isian itu dahulu bila kehadiran ingin dicatat menurut nama."
        )


def recount(meeting: Meeting) -> None:
    """The rows per office follow the list; nothing is written when nothing changed."""
    wanted = rows_of(meeting, _first_days(meeting))
    stored = list(meeting.attendance.all())
    if [_facts(row) for row in wanted] == [_facts(row) for row in stored]:
        return
    meeting.attendance.all().delete()
    Attendance.objects.bulk_create(wanted)


def _first_days(meeting: Meeting) -> list[Presence]:
    rows = (
        Presence.objects.filter(participant__meeting=meeting, state__in=COUNTED)
        .select_related("participant__opd")
        .order_by("participant__order", "participant_id", "day")
    )
    first: dict[int, Presence] = {}
    for row in rows:
        first.setdefault(row.participant_id, row)
    return list(first.values())


def rows_of(meeting: Meeting, came: Iterable[Presence]) -> list[Attendance]:
    """One row per office; a leader of the region stands in a row of his own."""
    found: dict[tuple[object, ...], Attendance] = {}
    for presence in came:
        chair = presence.participant
        row = found.setdefault(_group(chair), _blank(meeting, chair, len(found) + 1))
        sex, name = _who_came(presence)
        row.men += sex == "L"
        row.women += sex == "P"
        row.names = f"{row.names}\n{name}".strip()
    return list(found.values())


def _group(chair: Participant) -> tuple[object, ...]:
    if chair.is_leader:
        return ("pimpinan", _leader(chair).casefold())
    if chair.opd_id:
        return ("opd", chair.opd_id)
    return ("lain", " ".join(chair.institution.casefold().split()))


def _leader(chair: Participant) -> str:
    place = chair.position or chair.agency
    return f"{place} ({chair.agency})"[:LONGEST_PLACE]


def _blank(meeting: Meeting, chair: Participant, order: int) -> Attendance:
    leads = chair.is_leader
    place = _leader(chair) if leads else chair.institution
    return Attendance(
        meeting=meeting,
        order=order,
        opd=None if leads else chair.opd,
        institution=place,
        is_leader=leads,
    )


def _who_came(presence: Presence) -> tuple[str, str]:
    chair = presence.participant
    if presence.state == Coming.REPRESENTED:
        name = f"{presence.stand_in_name} (mewakili {chair.label})"
        return presence.stand_in_sex, name
    return chair.sex, chair.name


def _facts(row: Attendance) -> tuple[object, ...]:
    place = (row.opd_id, row.institution, row.is_leader)
    return (row.order, *place, row.men, row.women, row.names)

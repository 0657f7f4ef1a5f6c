"""Meetings of a semester with settled minutes in full, and what came of them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from django.db.models import Prefetch, Q

from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from pokja.meetings.agenda import Agenda
from pokja.meetings.choices import OPEN_STATES, FileKind, Section, State
from pokja.meetings.models import (
    Attendance,
    Meeting,
    MeetingFile,
    MinutesItem,
    Recommendation,
)
from pokja.meetings.owners import joined
from pokja.meetings.times import bounds_of
from pokja.reports import photos
from pokja.reports.file_rows import file_row
from pokja.reports.rows import (
    AttendanceRow,
    FileRow,
    FollowUpRow,
    MeetingRow,
    MinutesPoint,
    PhotoRow,
)
from pug_portal.lib.dates import (
    Semester,
    hari_tanggal,
    rentang_jam,
    tanggal,
    zone_of,
)
from pug_portal.regions.models import Region

_HELD = [State.RUNNING, State.CORRECTION, State.SETTLED]


def meeting_rows(
    region: Region, semester: Semester
) -> tuple[tuple[MeetingRow, ...], tuple[FileRow, ...]]:
    """Meetings that were held, in the order of time, and the files of the settled."""
    first, after = bounds_of(semester, region)
    meetings = (
        Meeting.objects.filter(
            region=region,
            state__in=_HELD,
            starts_at__gte=first,
            starts_at__lt=after,
        )
        .order_by("starts_at", "pk")
        .prefetch_related(
            "agenda",
            "outcomes",
            "minutes",
            Prefetch("attendance", Attendance.objects.select_related("opd")),
            Prefetch("files", MeetingFile.objects.select_related("file")),
        )
    )
    rows, files = [], []
    for meeting in meetings:
        rows.append(_meeting_row(meeting, region.zone))
        if meeting.state == State.SETTLED:
            files += [_meeting_file(meeting, kept) for kept in meeting.files.all()]
    return tuple(rows), tuple(files)


def _meeting_row(meeting: Meeting, zone: str) -> MeetingRow:
    is_settled = meeting.state == State.SETTLED
    hours = rentang_jam(meeting.starts_at, meeting.ends_at, zone)
    return MeetingRow(
        title=meeting.title,
        kind=meeting.get_kind_display(),
        theme=meeting.theme,
        held=f"{hari_tanggal(meeting.starts_at, zone)}, {hours}",
        date=tanggal(meeting.starts_at, zone),
        place=meeting.place,
        organiser=meeting.organiser,
        host=meeting.host,
        chair=_chair(meeting),
        notulis=meeting.notulis,
        opened_by=meeting.opened_by,
        speakers=tuple(meeting.speakers.splitlines()),
        state=meeting.get_state_display(),
        is_settled=is_settled,
        settled_on=_day(meeting.settled_at, zone) if is_settled else None,
        duties=tuple(str(letter) for letter in meeting.duties),
        agenda=_agenda(meeting),
        outcomes=tuple(
            (outcome.text, outcome.get_verdict_display())
            for outcome in meeting.outcomes.all()
        ),
        attendance=tuple(
            _attendance(row, meeting.starts_at.astimezone(zone_of(zone)).date())
            for row in meeting.attendance.all()
        ),
        summary=meeting.summary if is_settled else "",
        minutes=_minutes(list(meeting.minutes.all())) if is_settled else (),
        photos=_photos(meeting) if is_settled else (),
        version=meeting.version if meeting.version > 1 else None,
    )


def _agenda(meeting: Meeting) -> tuple[tuple[str, str, str], ...]:
    """As the settled minutes print it; before, as it is planned."""
    frozen = meeting.settled_content
    if frozen is not None:
        rows = frozen["agenda"]
        return tuple((row["time"], row["text"], row["speaker"]) for row in rows)
    slots = Agenda(meeting, meeting.agenda.all()).printed
    return tuple((slot.time, slot.text, slot.speaker) for slot in slots)


def _chair(meeting: Meeting) -> str:
    parts = [meeting.chair_name, meeting.chair_position]
    chair = ", ".join(part for part in parts if part)
    return f"{chair} (mewakili {meeting.represents})" if meeting.represents else chair


def _day(moment: dt.datetime | None, zone: str) -> dt.date | None:
    return moment.astimezone(zone_of(zone)).date() if moment else None


def _attendance(row: Attendance, day: dt.date) -> AttendanceRow:
    return AttendanceRow(
        institution=named_on(row.opd, day).name if row.opd else row.institution,
        represents=row.represents,
        men=row.men,
        women=row.women,
        is_leader=row.is_leader,
    )


def _minutes(items: list[MinutesItem]) -> tuple[MinutesPoint, ...]:
    """More than a discussion: each section is a point of its own with its points below."""
    children: defaultdict[int | None, list[MinutesItem]] = defaultdict(list)
    for item in items:
        children[item.parent_id].append(item)

    def points(rows: list[MinutesItem]) -> tuple[MinutesPoint, ...]:
        return tuple(MinutesPoint(i.text, points(children[i.pk])) for i in rows)

    tops = children[None]
    written = [code for code in Section if any(i.section == code for i in tops)]
    if written in ([], [Section.DISCUSSION]):
        return points(tops)
    return tuple(
        MinutesPoint(code.label, points([i for i in tops if i.section == code]))
        for code in written
    )


def _photos(meeting: Meeting) -> tuple[PhotoRow, ...]:
    return tuple(
        PhotoRow(kept.file.sha256, kept.caption or f"Foto {meeting.title}")
        for kept in meeting.files.all()
        if kept.kind == FileKind.PHOTO and kept.file.kind in photos.KINDS
    )


def _meeting_file(meeting: Meeting, kept: MeetingFile) -> FileRow:
    caption = kept.caption or kept.get_kind_display()
    return file_row(f"Rapat {tanggal(meeting.starts_at)}", kept.file, caption)


def follow_up_rows(
    region: Region, semester: Semester, on: dt.date
) -> tuple[FollowUpRow, ...]:
    """Recommendations of this semester, and older ones open or closed within it."""
    first, after = bounds_of(semester, region)
    still_told = (
        Q(meeting__starts_at__gte=first)
        | Q(state__in=OPEN_STATES)
        | Q(done_on__gte=semester.start)
    )
    rows = (
        Recommendation.objects.of_settled()
        .filter(still_told, region=region, meeting__starts_at__lt=after)
        .select_related("proposer_opd", "responsible_opd")
        .prefetch_related("notes", "co_responsible")
        .order_by("year", "number", "pk")
    )
    day = min(on, semester.end)
    return tuple(_follow_up(row, on, day) for row in rows)


def _called(opd: Opd | None, other: str, day: dt.date) -> str:
    return named_on(opd, day).short_name if opd else other


def _owners(row: Recommendation, day: dt.date) -> str:
    first = _called(row.responsible_opd, row.responsible, day)
    beside = [named_on(opd, day).short_name for opd in row.co_responsible.all()]
    return joined(first, sorted(beside))


def _follow_up(row: Recommendation, on: dt.date, day: dt.date) -> FollowUpRow:
    notes = [note.text for note in row.notes.all()]
    return FollowUpRow(
        number=f"{row.number}/{row.year}",
        text=row.text,
        proposer=_called(row.proposer_opd, row.proposer, day),
        responsible=_owners(row, day),
        due_on=row.due_on,
        status=_follow_up_status(row, on),
        is_open=row.state in OPEN_STATES,
        is_example=row.is_example,
        latest_note=row.cancel_reason or (notes[-1] if notes else ""),
    )


def _follow_up_status(row: Recommendation, on: dt.date) -> str:
    label = row.get_state_display()
    if row.state in OPEN_STATES and row.due_on and row.due_on < on:
        return f"{label}, terlambat {(on - row.due_on).days} hari"
    return label

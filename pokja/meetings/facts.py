"""What the register of meetings tells the seven prerequisites, each with its day.

The counts are those of the meeting pages and of the report: only meetings with settled
minutes, held up to the day that is asked about.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.db.models import Q, QuerySet
from django.urls import reverse

from pokja.meetings.choices import FileKind, State
from pokja.meetings.models import Attendance, Meeting, MeetingFile
from pokja.meetings.queries import count_follow_ups, follow_ups, meetings_in
from pokja.meetings.times import local_day, moment
from prasyarat import facts
from prasyarat.facts import Fact
from pug_portal.lib.dates import tanggal
from pug_portal.lib.semesters import Semester
from pug_portal.regions.models import Region

PROOF = (FileKind.INVITATION, FileKind.ATTENDANCE)
MOST_NAMES = 6


def settled_meetings(region: Region, on: dt.date) -> Fact:
    semester = Semester.from_date(on)
    held = [
        meeting
        for meeting in meetings_in(region, semester)
        if meeting.is_settled and local_day(meeting.starts_at, region) <= on
    ]
    last = f" Terakhir {tanggal(held[-1].starts_at, region.zone)}." if held else ""
    proof = MeetingFile.objects.filter(meeting__in=held, kind__in=PROOF)
    return Fact(
        f"{len(held)} rapat dengan notulen disahkan pada {semester.label} menurut "
        f"daftar rapat per {tanggal(on)}.{last}",
        value=Decimal(len(held)),
        url=reverse("meeting-list"),
        files=tuple(row.file for row in proof.select_related("file")) if held else (),
    )


def leader_at_meetings(region: Region, on: dt.date) -> Fact:
    rows = _attendance(region, on).filter(is_leader=True)
    count = rows.values("meeting").distinct().count()
    return Fact(
        f"Unsur pimpinan daerah tercatat hadir dalam {count} rapat tahun {on.year} "
        f"yang notulennya disahkan, menurut daftar hadir per {tanggal(on)}.",
        value=Decimal(count),
        url=reverse("meeting-list"),
    )


def society_at_meetings(region: Region, on: dt.date) -> Fact | None:
    """Names only: the list of attendance does not tell a vertical office from an NGO."""
    rows = _attendance(region, on).filter(opd=None)
    names = sorted(set(rows.values_list("institution", flat=True)))
    if not names:
        return None
    told = "; ".join(names[:MOST_NAMES])
    if len(names) > MOST_NAMES:
        told += f"; dan {len(names) - MOST_NAMES} lainnya"
    return Fact(
        f"{len(names)} lembaga di luar {region.opd_word} hadir dalam rapat tahun "
        f"{on.year} menurut daftar hadir per {tanggal(on)}: {told}. Hitung yang "
        "merupakan lembaga masyarakat."
    )


def follow_ups_done(region: Region, on: dt.date) -> Fact | None:
    counts = count_follow_ups(follow_ups(region, on), on)
    standing = counts.total - counts.cancelled
    if not standing:
        return None
    return Fact(
        f"{counts.done} dari {standing} rekomendasi rapat selesai menurut daftar tindak "
        f"lanjut per {tanggal(on)}; {counts.in_progress} sedang dikerjakan, "
        f"{counts.late} melewati tenggat.",
        value=Decimal(counts.done),
        denominator=Decimal(standing),
        url=reverse("follow-up-list"),
    )


def _attendance(region: Region, on: dt.date) -> QuerySet[Attendance]:
    """Who came to the year's meetings up to the day; a row without people is a plan."""
    first = moment(dt.date(on.year, 1, 1), dt.time.min, region)
    after = moment(on + dt.timedelta(days=1), dt.time.min, region)
    meetings = Meeting.objects.filter(
        region=region, state=State.SETTLED, starts_at__gte=first, starts_at__lt=after
    )
    came = Q(men__gt=0) | Q(women__gt=0)
    return Attendance.objects.filter(came, meeting__in=meetings).order_by()


def register() -> None:
    facts.register(facts.SETTLED_MEETINGS, settled_meetings)
    facts.register(facts.LEADER_AT_MEETINGS, leader_at_meetings)
    facts.register(facts.SOCIETY_AT_MEETINGS, society_at_meetings)
    facts.register(facts.FOLLOW_UPS_DONE, follow_ups_done)

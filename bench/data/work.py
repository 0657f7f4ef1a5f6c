"""What people of a region wrote: reports, meetings, answers, and the trail of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from focal_points.progress import models as progress
from pokja.meetings import models as meetings
from prasyarat.assessments import models as assessments
from prasyarat.instruments.models import Indicator
from prasyarat.instruments.use import current_instrument
from pug_portal.audit.models import Event

if TYPE_CHECKING:
    from bench.data.region import Half

MOMENT = dt.datetime(2026, 10, 26, 9, tzinfo=ZoneInfo("Asia/Jakarta"))
# The first OPD is the one whose focal point fills a form.
STATES = ("draf", "diverifikasi", "diajukan", "diverifikasi", "dikembalikan")
ACTIVITIES = 3
MEETINGS, POINTS, RECOMMENDATIONS = 4, 8, 5
EVENTS = 120
WORDS = (
    "Kegiatan dilaksanakan sesuai rencana kerja dan melibatkan perempuan dan laki-laki "
    "dari seluruh kecamatan; hasilnya dipakai dalam perencanaan tahun berikutnya. "
)


def fill_work(half: Half) -> None:
    for period in half.periods:
        made = progress.Progress.objects.bulk_create(_reports(half, period))
        progress.Activity.objects.bulk_create(
            activity for report in made for activity in _activities(report)
        )
    _meetings(half)
    _answers(half)


def _reports(half: Half, period) -> Iterator[progress.Progress]:
    """Every eighth OPD has sent nothing; the others are in every state."""
    for place, opd in enumerate(half.opds):
        if place % 8 == 7:
            continue
        state = STATES[place % len(STATES)]
        is_verified = state == "diverifikasi"
        was_sent = state != "draf"
        yield progress.Progress(
            period=period,
            opd=opd,
            state=state,
            renstra_responsive="ya",
            renja_responsive="sebagian",
            rka_has_gbs="tidak",
            gap_count=place % 6,
            gbs_count=place % 5,
            kak_count=place % 4,
            spending_ceiling=12_000_000_000 + place * 10_000_000,
            arg_ceiling=900_000_000 + place * 1_000_000,
            arg_realized=700_000_000 + place * 1_000_000,
            tables_available=place,
            tables_updated=place // 2,
            trained_men=place % 7,
            trained_women=place % 9,
            obstacles=WORDS,
            efforts=WORDS,
            support_asked=WORDS,
            recommendation=WORDS,
            created_by=half.bappeda,
            touched_at=MOMENT,
            submitted_by=half.bappeda if was_sent else None,
            submitted_at=MOMENT if was_sent else None,
            first_submitted_at=MOMENT if was_sent else None,
            verified_by=half.desk if is_verified else None,
            verified_at=MOMENT if is_verified else None,
        )


def _activities(report: progress.Progress) -> Iterator[progress.Activity]:
    for order in range(1, ACTIVITIES + 1):
        yield progress.Activity(
            progress=report,
            order=order,
            name=f"Pelatihan perencanaan responsif gender angkatan {order}",
            held_from=report.period.opens_on,
            held_to=report.period.opens_on,
            beneficiaries="Aparatur perencana dan kader desa",
            institutions="Forum PUSPA dan perguruan tinggi",
            men=10 + order,
            women=14 + order,
            ceiling=150_000_000,
            realized=120_000_000,
            fund_source="apbd",
            stage="pelaksanaan",
            duties=["a", "c"],
            result=WORDS,
        )


def _meetings(half: Half) -> None:
    held = meetings.Meeting.objects.bulk_create(
        meetings.Meeting(
            region=half.region,
            kind="rapat_koordinasi",
            title=f"Rapat Koordinasi Pokja PUG ke-{number}",
            theme="Percepatan pengarusutamaan gender",
            starts_at=MOMENT - dt.timedelta(days=20 * number),
            ends_at=MOMENT - dt.timedelta(days=20 * number) + dt.timedelta(hours=3),
            place="Ruang Pertemuan Bappeda Lantai 2",
            organiser="Dinsos P3A",
            host="Bappeda",
            state="disahkan" if number % 2 else "rencana",
            signed_by=half.desk if number % 2 else None,
            signed_at=MOMENT if number % 2 else None,
            settled_by=half.bappeda if number % 2 else None,
            settled_at=MOMENT if number % 2 else None,
        )
        for number in range(1, MEETINGS + 1)
    )
    for place, meeting in enumerate(held):
        _parts(half, meeting, place)


def _parts(half: Half, meeting: meetings.Meeting, place: int) -> None:
    meetings.AgendaItem.objects.bulk_create(
        meetings.AgendaItem(meeting=meeting, order=order, text=f"Acara {order}")
        for order in range(1, 6)
    )
    meetings.Attendance.objects.bulk_create(
        meetings.Attendance(meeting=meeting, order=order, opd=opd, men=1, women=2)
        for order, opd in enumerate(half.opds, 1)
    )
    meetings.MinutesItem.objects.bulk_create(
        meetings.MinutesItem(meeting=meeting, order=order, text=WORDS)
        for order in range(1, POINTS + 1)
    )
    meetings.Recommendation.objects.bulk_create(
        meetings.Recommendation(
            region=half.region,
            meeting=meeting,
            order=order,
            year=2026,
            number=place * RECOMMENDATIONS + order,
            text=WORDS,
            proposer="Pokja PUG",
            responsible_opd=half.opds[order % len(half.opds)],
            due_on=dt.date(2026, 12, order),
        )
        for order in range(1, RECOMMENDATIONS + 1)
    )


def _answers(half: Half) -> None:
    """Every indicator of the region; of each OPD, those that only an OPD answers."""
    asked = current_instrument(half.region)
    indicators = list(Indicator.objects.filter(prerequisite__instrument=asked))
    own = [one for one in indicators if not one.is_opd_only]
    of_opd = [one for one in indicators if "O" in one.levels]
    assessments.Answer.objects.bulk_create(
        [
            *(_answer(half, one, None, place) for place, one in enumerate(own)),
            *(
                _answer(half, one, opd, place)
                for place, opd in enumerate(half.opds)
                for one in of_opd
            ),
        ]
    )


def _answer(half: Half, indicator: Indicator, opd, place: int) -> assessments.Answer:
    is_verified = place % 3 == 0
    is_choice = indicator.answer_type in {"YN", "YNP"}
    is_number = indicator.answer_type == "N"
    is_share = indicator.answer_type == "PCT"
    return assessments.Answer(
        region=half.region,
        opd=opd,
        indicator=indicator,
        as_of=dt.date(2026, 9, 30),
        state="terverifikasi" if is_verified else "diajukan",
        choice="ya" if is_choice else "",
        value=Decimal(place % 10) if is_number else None,
        numerator=Decimal(place % 40) if is_share else None,
        denominator=Decimal(40) if is_share else None,
        text=WORDS if indicator.answer_type == "TXT" else "",
        filled_by=half.bappeda,
        filled_role="bappeda",
        filled_at=MOMENT,
        submitted_at=MOMENT,
        verified_by=half.desk if is_verified else None,
        verified_at=MOMENT if is_verified else None,
    )


def fill_trail(half: Half) -> None:
    Event.objects.bulk_create(
        Event(
            at=MOMENT + dt.timedelta(minutes=number),
            actor_id=half.desk.pk,
            actor_name=half.desk.name,
            actor_role="sekretariat",
            verb="progress.verified",
            says="memverifikasi laporan kemajuan {object}",
            object_type="focal_points.progress",
            object_id=str(number),
            object_label=f"Dinas {number % 40:02d} Semester II 2026",
            region_code=half.region.code,
            region_path=half.region.path,
            changes={"state": ["diajukan", "diverifikasi"]},
        )
        for number in range(EVENTS)
    )

"""What Blora is busy with today: a meeting to come, next year's decree, a handover."""

from __future__ import annotations

import datetime as dt

from focal_points.appointments.invitations import Account
from focal_points.appointments.models import Appointment
from focal_points.offices.models import Office as Post
from pokja.decree_drafting.actions import start_draft
from pokja.decrees.models import Decree, Kind
from pokja.demo.people import Cast
from pokja.demo.progress import Office
from pokja.handover.actions import hand_over
from pokja.letters.actions import begin_letter, change_letter, finish_letter
from pokja.letters.choices import Kind as LetterKind
from pokja.letters.head_actions import add_letterhead
from pokja.letters.models import Letter
from pokja.meetings.actions import plan_meeting
from pokja.meetings.agenda_actions import lay_template
from pokja.meetings.agenda_templates import shipped
from pokja.meetings.invitee_actions import Guest, set_invitees
from pokja.meetings.invitees import candidates_for
from pokja.meetings.models import Meeting
from pokja.meetings.part_actions import set_outcomes
from pokja.meetings.rows import OutcomeRow
from pokja.meetings.times import moment
from pug_portal.access.actor import Actor
from pug_portal.access.roles import Role
from pug_portal.lib.clock import today
from pug_portal.lib.dates import Semester
from pug_portal.regions.models import Region

AHEAD = dt.timedelta(days=10)
SATURDAY = 5
OUTCOMES = (
    OutcomeRow("Rekomendasi yang masih terbuka mempunyai tenggat baru"),
    OutcomeRow("Setiap OPD menyelesaikan laporan semester ini"),
)
GUEST = Guest("Ningsih Paramita", "Ketua", "Forum PUSPA Ceria", "P", "ceria@contoh.id")


def invite_to_coming_meeting(region: Region, by: Actor) -> Letter:
    meeting = _plan(region, by)
    everyone = [each.key for each in candidates_for(meeting)]
    set_invitees(meeting=meeting, keys=everyone, guests=[GUEST], by=by)
    head = add_letterhead(
        region=region,
        by=by,
        name="Bappeda",
        lines="Pemerintah Kabupaten Blora\nBadan Perencanaan Pembangunan Daerah",
        address="Jalan Contoh Nomor 1 Blora",
        phone="(0296) 000000",
        email="bappeda@contoh.id",
        place="Blora",
        number_format="{kode}/{nomor}/{tahun}",
        code="005",
    )
    letter = begin_letter(meeting=meeting, kind=LetterKind.INVITATION, by=by)
    letter = change_letter(
        letter=letter,
        by=by,
        letterhead=head,
        number="217",
        code="005",
        shows_agenda=True,
        signer=Post.objects.get(region=region, title="Kepala Bappeda Kabupaten Blora"),
    )
    return finish_letter(letter=letter, by=by)


def _plan(region: Region, by: Actor) -> Meeting:
    day = _working_day()
    meeting = plan_meeting(
        region=region,
        by=by,
        kind="rapat_koordinasi",
        title=f"Rapat koordinasi Pokja PUG {Semester.from_date(day)}",
        theme="Menutup rekomendasi yang masih terbuka",
        starts_at=moment(day, dt.time(9), region),
        ends_at=moment(day, dt.time(12, 30), region),
        place="Ruang Pertemuan Bappeda Lantai 2",
        organiser="Dinsos P3A Kabupaten Blora",
        host="Bappeda Kabupaten Blora",
        chair_position="Kepala Bappeda selaku Ketua Pokja PUG",
        planned_participants=45,
        quorum_percent=50,
        source_note="Contoh; tidak ada dalam sumber.",
    )
    rows = shipped()[meeting.kind]
    lay_template(meeting=meeting, rows=rows, replace=False, by=by)
    set_outcomes(meeting=meeting, rows=OUTCOMES, by=by)
    meeting.refresh_from_db()
    return meeting


def _working_day() -> dt.date:
    """In ten days and on a working day, but not after the semester."""
    day = min(today() + AHEAD, Semester.from_date(today()).end)
    while day.weekday() >= SATURDAY and day > today():
        day -= dt.timedelta(days=1)
    return day


def draft_next_decree(region: Region, by: Actor) -> Decree:
    source = Decree.objects.get(region=region, number="463.23/160/2020")
    start = dt.date(today().year + 1, 1, 2)
    return start_draft(
        region=region,
        by=by,
        source=source,
        kind=Kind.POKJA,
        title=f"{source.title} Tahun {start.year}",
        issuer_position=source.issuer_position,
        signed_place=source.signed_place,
        effective_from=start,
    )


def hand_over_a_desk(office: Office, cast: Cast, by: Actor) -> None:
    """The focal point of an office that has not begun its report is moved elsewhere."""
    leaving = Appointment.objects.get(
        opd=office.opd, kind=Role.FOCAL_POINT, user=office.focal_point.user
    )
    name = f"fp.{office.opd.pk}.pengganti"
    user, sex = cast.person(name, office.opd.region)
    hand_over(
        appointment=leaving,
        on=today(),
        reason="Mutasi (contoh)",
        note="Berkas kerja diserahkan dalam satu map (contoh).",
        account=Account.EXISTING,
        identifier=user.username,
        name=user.name,
        sex=sex,
        position="Perencana",
        decree_number="800/101/contoh",
        decree_date=today(),
        by=by,
    )

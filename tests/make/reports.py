"""A region with something to report, and reports in every state."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from focal_points.offices.actions import add_office, record_holder
from focal_points.opd.models import Opd
from focal_points.periods.models import ReportingPeriod
from focal_points.progress import actions as progress_actions
from focal_points.progress.models import Progress, State
from pokja.decrees.models import Decree
from pokja.membership.models import Standing
from pokja.reports import actions
from pokja.reports.models import JobState, PokjaReport
from pokja.reports.models import State as ReportState
from pug_portal.access.actor import SYSTEM, Actor
from pug_portal.files.actions import store_bytes
from pug_portal.files.models import StoredFile
from pug_portal.lib.dates import Semester
from pug_portal.regions.models import Region
from tests.make import focal_points as make_fp
from tests.make import pokja as make_pokja
from tests.make import prasyarat as make_answers
from tests.make import progress as make_progress
from tests.make import pug_portal as make
from tests.make.meetings import meeting_at
from tests.world import World

SEMESTER = Semester(2020, 2)
JAKARTA = ZoneInfo("Asia/Jakarta")
PDF = b"%PDF-1.7 contoh"


def moment(day: str, hour: int = 9) -> dt.datetime:
    return dt.datetime.fromisoformat(day).replace(hour=hour, tzinfo=JAKARTA)


def file(region: Region, name: str = "SK_POKJA_2020.pdf") -> StoredFile:
    return store_bytes(
        content=PDF + name.encode(),
        name=name,
        kind="pdf",
        region=region,
        slice_name="sk",
        by=SYSTEM,
        pages=12,
    )


def decree(world: World, kind: str = "pokja", **facts) -> Decree:
    made = make_pokja.decree(world, kind=kind, **facts)
    Decree.objects.filter(pk=made.pk).update(scan=file(made.region))
    return made


def chair_and_secretary(world: World, decree: Decree) -> None:
    office = add_office(
        region=world.blora, title="Kepala Bappeda Contoh", by=world.siti
    )
    record_holder(
        office=office,
        name="Bambang Suryono",
        sex="L",
        kind="definitif",
        start=dt.date(2019, 1, 1),
        by=world.siti,
    )
    make_pokja.member(
        world, decree, standing=Standing.CHAIR, office=office, position=""
    )
    make_pokja.member(
        world,
        decree,
        standing=Standing.SECRETARY,
        name="Sri Lestari",
        position="Kepala Dinsos P3A",
        sex="P",
    )


def progress(world: World, opd: Opd, state: str, by: Actor, **answers) -> Progress:
    """A report in any state; the desk verifies."""
    judge = world.joko if opd == world.dinsos else world.siti
    made = make_progress.draft(opd, by)
    if state == State.DRAFT:
        return made
    make_progress.filled(made, by, **answers)
    make_progress.sent(made, by)
    if state == State.RETURNED:
        make_progress.returned(made, judge)
    if state == State.VERIFIED:
        progress_actions.open_for_review(progress=made, by=judge)
        progress_actions.verify(progress=made, by=judge)
    return make_progress.fresh(made)


def focal_point(opd: Opd, name: str) -> Actor:
    user = make.user(name, opd.region, f"fp-{opd.pk}")
    return make_fp.appointed(user, opd)


def another_opd(world: World, number: int) -> Opd:
    """One more OPD with a focal point and a verified report."""
    opd = make_fp.opd(world.blora, f"Dinas Contoh {number}", f"Contoh {number}")
    progress(world, opd, State.VERIFIED, focal_point(opd, f"Orang Contoh {number}"))
    return opd


def answers(world: World) -> None:
    """The shipped instrument, with one verified and one unverified answer."""
    for code, choice, state in (
        ("KEB-1", "belum", "terverifikasi"),
        ("KEB-2", "ada", "diajukan"),
    ):
        make_answers.answer_at(
            state,
            make_answers.item(code, world.blora),
            world.siti,
            judge=world.joko,
            choice=choice,
            note="Belum optimal",
        )


def blora(world: World, opds: int = 0) -> ReportingPeriod:
    """The whole region; `opds` more OPD, each verified."""
    period = make_progress.period(world.blora)
    chair_and_secretary(world, decree(world))
    progress(world, world.dinkes, State.VERIFIED, world.ratih)
    progress(world, world.dlh, State.SUBMITTED, world.dewi, obstacles="RAHASIA DLH")
    dinsos = focal_point(world.dinsos, "Tri Hartati")
    progress(world, world.dinsos, State.RETURNED, dinsos, obstacles="RAHASIA DINSOS")
    for number in range(opds):
        another_opd(world, number)
    meeting_at("disahkan", world)
    answers(world)
    return period


def requested(world: World, semester: Semester = SEMESTER, **inputs) -> PokjaReport:
    report, _ = actions.request_report(
        region=world.blora, semester=semester, inputs=inputs, by=world.joko
    )
    return report


def ready_for(world: World, year: int) -> PokjaReport:
    report = requested(world, Semester(year, 1))
    _finish(report)
    return report


def ready(world: World, state: str = ReportState.DRAFT, **facts) -> PokjaReport:
    """A finished report without the cost of a render, moved on by the real verbs."""
    report = requested(world)
    _finish(report, **facts)
    way = [ReportState.SUBMITTED, ReportState.SETTLED, ReportState.SENT]
    for target in way[: ReportState.values.index(state)]:
        report = actions.move_report(report=report, target=target, by=world.joko)
    return report


def _finish(report: PokjaReport, **facts) -> None:
    PokjaReport.objects.filter(pk=report.pk).update(
        job_state=JobState.READY,
        job_percent=100,
        lease_until=None,
        pdf=file(report.region, f"{report.title}.pdf"),
        key_figures=[["Rapat pada semester ini", "1"]],
        finished_at=moment("2021-01-18"),
        **facts,
    )
    report.refresh_from_db()

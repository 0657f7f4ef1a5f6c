"""A region with something to report, and reports in every state."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

from focal_points.appointments.actions import appoint
from focal_points.offices.models import Office, OfficeHolder
from focal_points.opd.models import Opd
from focal_points.periods.models import ReportingPeriod
from focal_points.progress.models import Activity, Progress, ProgressFile, State
from pokja.decrees.models import Decree
from pokja.membership.models import Member, Standing
from pokja.reports import actions
from pokja.reports.models import JobState, PokjaReport
from pokja.reports.models import State as ReportState
from prasyarat.assessments.models import Answer
from prasyarat.assessments.models import State as AnswerState
from prasyarat.instruments.actions import load_instrument
from prasyarat.instruments.loading import read_instrument
from prasyarat.instruments.models import Indicator
from pug_portal.access.actor import SYSTEM, Actor
from pug_portal.files.actions import store_bytes
from pug_portal.files.models import StoredFile
from pug_portal.lib.dates import Semester
from pug_portal.regions.models import Region
from tests.make.meetings import meeting_at

SEMESTER = Semester(2020, 2)
JAKARTA = ZoneInfo("Asia/Jakarta")
INSTRUMENT = Path("prasyarat/data/daftar_periksa_internal_v1.json")
PDF = b"%PDF-1.7 contoh"


def moment(day: str, hour: int = 9) -> dt.datetime:
    return dt.datetime.fromisoformat(day).replace(hour=hour, tzinfo=JAKARTA)


def period(region: Region, semester: Semester = SEMESTER) -> ReportingPeriod:
    return ReportingPeriod.objects.create(
        region=region,
        year=semester.year,
        half=semester.half,
        figures_as_of=semester.end,
        opens_on=semester.start,
        due_on=semester.end + dt.timedelta(days=15),
        locks_on=semester.end + dt.timedelta(days=31),
    )


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


def decree(region: Region, kind: str = "pokja", **facts) -> Decree:
    return Decree.objects.create(
        **{
            "region": region,
            "kind": kind,
            "number": "463.23/160/2020",
            "title": "Kelompok Kerja Pengarusutamaan Gender",
            "issuer_position": "Bupati Blora",
            "signed_on": dt.date(2020, 3, 2),
            "effective_from": dt.date(2020, 3, 2),
            "state": "ditetapkan",
            "scan": file(region),
            **facts,
        }
    )


def chair_and_secretary(decree: Decree) -> None:
    office = Office.objects.create(region=decree.region, title="Kepala Bappeda")
    OfficeHolder.objects.create(
        office=office, name="Bambang Suryono", sex="L", start=dt.date(2019, 1, 1)
    )
    start = dt.date(2020, 3, 2)
    Member.objects.create(
        decree=decree, standing=Standing.CHAIR, office=office, start=start
    )
    Member.objects.create(
        decree=decree,
        standing=Standing.SECRETARY,
        name="Sri Lestari",
        position="Kepala Dinsos P3A",
        sex="P",
        start=start,
    )


def focal_points(opd: Opd) -> None:
    for name, sex in (("Ani Pertiwi", "P"), ("Budi Raharjo", "L")):
        appoint(
            opd=opd,
            kind="focal_point",
            name=name,
            sex=sex,
            start=dt.date(2020, 1, 1),
            decree_number="800/12/2020",
            by=SYSTEM,
        )


def progress(
    period: ReportingPeriod, opd: Opd, state: str, by: Actor, **facts
) -> Progress:
    """A report in any state, with one activity and one piece of evidence."""
    if state == State.VERIFIED:
        facts |= {"verified_by": by.user, "verified_at": moment("2021-01-15")}
    if state in {State.SUBMITTED, State.RETURNED, State.VERIFIED}:
        facts |= {"submitted_at": moment("2021-01-08")}
    report = Progress.objects.create(
        **{
            "period": period,
            "opd": opd,
            "state": state,
            "renstra_responsive": "ya",
            "renja_responsive": "sebagian",
            "gap_count": 3,
            "gbs_count": 0,
            "spending_ceiling": 4_500_000_000,
            "arg_ceiling": 412_500_000,
            "obstacles": f"Permasalahan {opd.short_name}",
            "efforts": "Meminta data dari puskesmas",
            "touched_at": moment("2021-01-08"),
            **facts,
        }
    )
    Activity.objects.create(
        progress=report,
        name=f"Pelatihan kader {opd.short_name}",
        beneficiaries="Kader posyandu",
        institutions="TP PKK",
        men=14,
        women=26,
        ceiling=96_000_000,
        realized=91_250_000,
        fund_source="apbd",
        duties=["b"],
    )
    ProgressFile.objects.create(
        progress=report, file=file(opd.region, f"GAP_{opd.pk}.pdf"), caption="GAP"
    )
    return report


def answers(region: Region, by: Actor) -> None:
    """The shipped instrument, with one verified and one unverified answer."""
    load_instrument(data=read_instrument(INSTRUMENT), by=SYSTEM)
    facts = {"KEB-1": ("belum", True), "KEB-2": ("ada", False)}
    for code, (choice, is_verified) in facts.items():
        Answer.objects.create(
            region=region,
            indicator=Indicator.objects.get(code=code),
            as_of=dt.date(2020, 10, 26),
            state=AnswerState.VERIFIED if is_verified else AnswerState.SUBMITTED,
            choice=choice,
            note="Belum optimal",
            filled_by=by.user,
            filled_at=moment("2020-10-26"),
            verified_by=by.user if is_verified else None,
            verified_at=moment("2020-11-02") if is_verified else None,
        )


def another_opd(period: ReportingPeriod, by: Actor, number: int) -> Opd:
    """One more OPD with focal points and a verified report."""
    opd = Opd.objects.create(
        region=period.region, name=f"Dinas {number}", short_name=f"D{number}"
    )
    focal_points(opd)
    progress(period, opd, State.VERIFIED, by)
    return opd


def blora(world, opds: int = 0) -> ReportingPeriod:
    """The whole region; `opds` more OPD, each verified."""
    region, by = world.blora, world.siti
    made = period(region)
    chair_and_secretary(decree(region))
    progress(made, world.dinkes, State.VERIFIED, by)
    progress(made, world.dlh, State.SUBMITTED, by, obstacles="RAHASIA DLH")
    progress(made, world.dinsos, State.RETURNED, by, obstacles="RAHASIA DINSOS")
    for number in range(opds):
        another_opd(made, by, number)
    meeting_at("disahkan", world)
    answers(region, by)
    return made


def requested(world, semester: Semester = SEMESTER, **inputs) -> PokjaReport:
    report, _ = actions.request_report(
        region=world.blora, semester=semester, inputs=inputs, by=world.joko
    )
    return report


def ready_for(world, year: int) -> PokjaReport:
    report = requested(world, Semester(year, 1))
    _finish(report)
    return report


def ready(world, state: str = ReportState.DRAFT, **facts) -> PokjaReport:
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

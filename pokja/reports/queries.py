"""Reading about reports: the day of the figures, the history, what is still missing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from focal_points.opd.models import Opd
from focal_points.periods.models import ReportingPeriod
from focal_points.progress.models import Progress
from focal_points.progress.models import State as ProgressState
from pokja.decrees.models import Decree, Kind
from pokja.meetings.choices import State as MeetingState
from pokja.meetings.models import Meeting
from pokja.meetings.times import bounds_of
from pokja.membership.models import Member, Standing
from pokja.reports.models import JobState, PokjaReport
from prasyarat.assessments.models import Answer
from prasyarat.assessments.models import State as AnswerState
from prasyarat.instruments.use import current_instrument
from pug_portal.access.actor import Actor
from pug_portal.lib.clock import today
from pug_portal.lib.dates import Semester
from pug_portal.regions.models import Region


def period_of(region: Region, semester: Semester) -> ReportingPeriod | None:
    return ReportingPeriod.objects.filter(
        region=region, year=semester.year, half=semester.half
    ).first()


def figures_day(region: Region, semester: Semester) -> dt.date:
    """The day the figures stand for: never one that is still to come."""
    period = period_of(region, semester)
    return min(period.figures_as_of if period else semester.end, today())


def history(actor: Actor) -> QuerySet[PokjaReport]:
    """Editions this actor may see, newest first, each knowing whether it is outdated."""
    newer = PokjaReport.objects.editions().filter(
        region=OuterRef("region"),
        year=OuterRef("year"),
        half=OuterRef("half"),
        edition__gt=OuterRef("edition"),
        job_state=JobState.READY,
    )
    return (
        PokjaReport.objects.for_actor(actor)
        .editions()
        .defer("content", "inputs")
        .select_related("region", "pdf", "requested_by", "settled_by")
        .annotate(is_outdated=Exists(newer))
        .order_by("-year", "-half", "region__path", "-edition")
    )


def semesters_to_ask(region: Region) -> list[Semester]:
    """Periods of the region, and at least this and the last semester; newest first."""
    current = Semester.from_date(today())
    known = {
        Semester(year, half)
        for year, half in ReportingPeriod.objects.filter(region=region).values_list(
            "year", "half"
        )
    }
    offered = known | {current, current.previous()}
    return sorted((s for s in offered if s.start <= today()), reverse=True)


def last_inputs(region: Region, semester: Semester) -> dict[str, object]:
    """What was written last for this semester, else for any: nobody types it twice."""
    reports = PokjaReport.objects.filter(region=region).exclude(inputs={})
    same = reports.filter(year=semester.year, half=semester.half)
    latest = same.order_by("-pk").first() or reports.order_by("-pk").first()
    return dict(latest.inputs) if latest else {}


@dataclass(frozen=True)
class Check:
    """One part of the report: whether it is whole, and where it is mended."""

    is_done: bool
    text: str
    url_name: str


def checklist(region: Region, semester: Semester) -> list[Check]:
    """What the report would still print as missing, before it is asked for."""
    day = figures_day(region, semester)
    period = period_of(region, semester)
    return [
        _check_period(period, semester),
        *_check_progress(region, period, day),
        _check_decree(region, day),
        _check_signers(region, day),
        _check_meetings(region, semester),
        _check_answers(region, day),
    ]


def _check_period(period: ReportingPeriod | None, semester: Semester) -> Check:
    text = f"Periode {semester.label} "
    return Check(
        period is not None,
        text + ("sudah" if period else "belum") + " dibuka",
        "period-list",
    )


def _check_progress(
    region: Region, period: ReportingPeriod | None, day: dt.date
) -> list[Check]:
    expected = Opd.objects.filter(region=region).active_on(day)
    if period is not None:
        expected = expected.exclude(exemption__period=period)
    total = expected.count()
    states = dict(
        Progress.objects.filter(period=period, opd__in=expected)
        .order_by()
        .values_list("state")
        .annotate(count=Count("pk"))
    )
    verified = states.get(ProgressState.VERIFIED, 0)
    waiting = states.get(ProgressState.SUBMITTED, 0)
    repairing = states.get(ProgressState.RETURNED, 0)
    silent = total - verified - waiting - repairing
    text = (
        f"{verified} dari {total} perangkat daerah terverifikasi; {waiting} dalam "
        f"verifikasi, {repairing} dalam perbaikan, {silent} belum melapor"
    )
    return [Check(total > 0 and verified == total, text, "progress-board")]


def _check_decree(region: Region, day: dt.date) -> Check:
    decrees = Decree.objects.filter(region=region, kind=Kind.POKJA).in_force_on(day)
    found = decrees.exists()
    return Check(
        found,
        "SK Pokja PUG " + ("berlaku" if found else "belum ada yang berlaku"),
        "decree-list",
    )


def _check_signers(region: Region, day: dt.date) -> Check:
    signers = Member.objects.filter(
        decree__in=Decree.objects.filter(region=region, kind=Kind.POKJA),
        rank__kind__in=[Standing.CHAIR, Standing.SECRETARY],
    ).on(day)
    found = signers.values("rank__kind").distinct().order_by().count()
    text = "Ketua dan Sekretaris Pokja "
    return Check(
        found == 2,
        text + ("tercatat" if found == 2 else "belum lengkap tercatat"),
        "member-list",
    )


def _check_meetings(region: Region, semester: Semester) -> Check:
    first, after = bounds_of(semester, region)
    counts = Meeting.objects.filter(
        region=region,
        starts_at__gte=first,
        starts_at__lt=after,
        state__in=[MeetingState.RUNNING, MeetingState.CORRECTION, MeetingState.SETTLED],
    ).aggregate(
        all=Count("pk"), settled=Count("pk", filter=Q(state=MeetingState.SETTLED))
    )
    text = f"{counts['settled']} dari {counts['all']} rapat notulennya disahkan"
    return Check(
        counts["all"] > 0 and counts["settled"] == counts["all"], text, "meeting-list"
    )


def _check_answers(region: Region, day: dt.date) -> Check:
    counts = (
        Answer.objects.filter(
            region=region,
            opd=None,
            indicator__prerequisite__instrument=current_instrument(region, day),
        )
        .as_of(day)
        .aggregate(
            all=Count("indicator", distinct=True),
            verified=Count(
                "indicator",
                distinct=True,
                filter=Q(state=AnswerState.VERIFIED),
            ),
        )
    )
    text = (
        f"{counts['verified']} dari {counts['all']} jawaban tujuh prasyarat "
        "terverifikasi"
    )
    return Check(
        counts["all"] > 0 and counts["verified"] == counts["all"], text, "assessment"
    )

"""What the register of reports tells the seven prerequisites: the last semester's report."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse

from pokja.reports.models import PokjaReport, State
from prasyarat import facts
from prasyarat.facts import Fact
from pug_portal.lib.dates import tanggal, zone_of
from pug_portal.lib.semesters import Semester
from pug_portal.regions.models import Region


def semester_report(region: Region, on: dt.date) -> Fact:
    semester = _last_ended(on)
    sent = (
        PokjaReport.objects.filter(
            region=region,
            year=semester.year,
            half=semester.half,
            state=State.SENT,
            sent_at__lt=_midnight_after(on, region),
        )
        .select_related("pdf")
        .order_by("-edition")
        .first()
    )
    if sent is None:
        return Fact(
            f"Laporan Pokja {semester.label} belum ditandai terkirim menurut daftar "
            f"laporan per {tanggal(on)}.",
            url=reverse("report-list"),
        )
    return Fact(
        f"Laporan Pokja {semester.label} edisi {sent.edition} terkirim "
        f"{tanggal(sent.sent_at, region.zone)} menurut daftar laporan.",
        files=(sent.pdf,) if sent.pdf else (),
        yes=True,
        url=reverse("report-list"),
    )


def _last_ended(on: dt.date) -> Semester:
    semester = Semester.from_date(on)
    return semester if semester.end <= on else semester.previous()


def _midnight_after(on: dt.date, region: Region) -> dt.datetime:
    after = on + dt.timedelta(days=1)
    return dt.datetime.combine(after, dt.time.min, tzinfo=zone_of(region.zone))


def register() -> None:
    facts.register(facts.SEMESTER_REPORT, semester_report)

"""Forty OPD and four semesters ask the database no more often than four OPD and one."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from focal_points.budgets.models import ArgBudget
from focal_points.cascade.models import CascadeEntry, Plan
from focal_points.periods.dispensation_actions import grant
from focal_points.pprg.models import PprgDocument
from focal_points.progress.models import Progress, State
from pug_portal.access.actor import SYSTEM
from pug_portal.lib.clock import now
from tests.counting import queries_of
from tests.make import focal_points as make_fp
from tests.make import planning as make_planning
from tests.make import progress as make

LATER = "2021-09-01"


@pytest.mark.slow
def test_forty_opd_and_four_semesters_ask_no_more(world, clock, client_of):
    clock(LATER)
    first = make.period(world.blora, 2020, 2)
    give(first, world.dinkes)
    make_planning.stage(world.blora)
    draft = make.draft(world.dinkes, world.ratih, first)
    sent = make.sent(make.filled(draft, world.ratih), world.ratih)
    documents(2020, [world.dinkes])
    year = {"tahun": 2020}
    pages = [
        (world.siti, "progress-board", []),
        (world.siti, "period-list", []),
        (world.siti, "period-detail", [first.pk]),
        (world.siti, "dispensation-list", []),
        (world.siti, "planning-calendar", []),
        (world.ratih, "progress-mine", []),
        (world.ratih, "planning-calendar", []),
        (world.siti, "progress-review", [sent.pk]),
        (world.siti, "progress-queue", []),
        (world.siti, "progress-versions", [sent.pk]),
        (world.joko, "arg-recap", [], year),
        (world.joko, "cascade", [], year),
        (world.joko, "pprg-list", [], year),
    ]
    few = [asked(client_of, *page) for page in pages]

    opds = [make_fp.opd(world.blora, f"Dinas {n}", f"D{n}") for n in range(36)]
    periods = [first, *(make.period(world.blora, *when) for when in FOUR[1:])]
    Progress.objects.bulk_create(
        Progress(
            period=period,
            opd=opd,
            touched_at=now(),
            state=State.SUBMITTED,
            submitted_at=now(),
            first_submitted_at=now(),
            submitted_by=world.ratih.user,
            receipt_number=f"TT-{period.pk}-{opd.pk}",
        )
        for period in periods
        for opd in [*opds, world.dinkes]
        if (period, opd) != (first, world.dinkes)
    )
    for when in (2019, 2020):
        documents(when, opds)
    for period in periods[:2]:
        for opd in opds:
            give(period, opd)

    assert [asked(client_of, *page) for page in pages] == few
    assert max(few) <= 12, list(zip(pages, few, strict=True))


FOUR = [(2020, 2), (2020, 1), (2019, 2), (2019, 1)]


def give(period, opd) -> None:
    until = now() + dt.timedelta(days=3)
    grant(period=period, opd=opd, until=until, reason="Arsip", by=SYSTEM)


def documents(year: int, opds) -> None:
    """Money, plans and documents of these offices in one budget year."""
    ArgBudget.objects.bulk_create(
        ArgBudget(opd=opd, year=year, dpa_arg=1, dpa_total=9, touched_at=now())
        for opd in opds
    )
    CascadeEntry.objects.bulk_create(
        CascadeEntry(opd=opd, year=year, plan=plan, answer="ya", touched_at=now())
        for opd in opds
        for plan in Plan
    )
    PprgDocument.objects.bulk_create(
        PprgDocument(
            opd=opd,
            year=year,
            kind="gap",
            gap_format="gap9",
            title=f"Judul {opd.short_name}",
            sent_count=1,
            state="diajukan",
            touched_at=now(),
        )
        for opd in opds
    )


def asked(client_of, actor, name, args, data=None) -> int:
    client = client_of(actor)
    url = reverse(name, args=args)
    assert client.get(url, data).status_code == 200  # opening a review is a write
    return queries_of(client, url, data)

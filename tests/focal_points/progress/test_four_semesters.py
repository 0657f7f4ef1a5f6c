"""Forty OPD and four semesters ask the database no more often than four OPD and one."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from focal_points.periods.dispensation_actions import grant
from focal_points.progress.models import Progress
from pug_portal.access.actor import SYSTEM
from pug_portal.lib.clock import now
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
    pages = [
        (world.siti, "progress-board", []),
        (world.siti, "period-list", []),
        (world.siti, "period-detail", [first.pk]),
        (world.siti, "dispensation-list", []),
        (world.siti, "planning-calendar", []),
        (world.ratih, "progress-mine", []),
        (world.ratih, "planning-calendar", []),
    ]
    few = [asked(client_of, *page) for page in pages]

    opds = [make_fp.opd(world.blora, f"Dinas {n}", f"D{n}") for n in range(36)]
    periods = [first, *(make.period(world.blora, *when) for when in FOUR[1:])]
    Progress.objects.bulk_create(
        Progress(period=period, opd=opd, touched_at=now())
        for period in periods
        for opd in [*opds, world.dinkes]
    )
    for period in periods[:2]:
        for opd in opds:
            give(period, opd)

    assert [asked(client_of, *page) for page in pages] == few
    assert max(few) <= 12


FOUR = [(2020, 2), (2020, 1), (2019, 2), (2019, 1)]


def give(period, opd) -> None:
    until = now() + dt.timedelta(days=3)
    grant(period=period, opd=opd, until=until, reason="Arsip", by=SYSTEM)


def asked(client_of, actor, name, args) -> int:
    client = client_of(actor)
    url = reverse(name, args=args)
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)

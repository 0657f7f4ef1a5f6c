"""An earlier semester entered afterwards: opened for one OPD, and marked as such."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from focal_points.periods.actions import open_period
from focal_points.periods.dispensation_actions import grant
from focal_points.progress.paper import paper_of
from focal_points.progress.queries import content_for
from pug_portal.lib.clock import now
from tests.make import progress as make


@pytest.mark.slow
def test_an_earlier_semester_is_entered_afterwards_and_says_so(world, clock, client_of):
    clock("2020-07-10")
    period = make.period(world.blora, half=1)
    clock("2021-06-01")
    grant(
        period=period,
        opd=world.dinkes,
        until=now() + dt.timedelta(days=7),
        reason="Laporan lama belum pernah diisi.",
        by=world.siti,
    )

    report = make.draft(world.dinkes, world.ratih, period)
    make.sent(make.filled(report, world.ratih), world.ratih)

    report = make.fresh(report)
    assert report.is_afterwards
    shown = client_of(world.siti).get(reverse("progress-review", args=[report.pk]))
    assert "Diisi susulan" in shown.content.decode()
    paper = paper_of(report, content_for(report, world.siti))
    assert dict(paper.authors)["Keterangan"].startswith("diisi susulan")


def test_a_report_of_its_own_time_bears_no_mark(world, clock):
    clock(make.WITHIN)
    assert not make.draft(world.dinkes, world.ratih).is_afterwards


def test_a_semester_opened_years_later_bears_the_mark_before_its_lock(world, clock):
    clock("2021-06-01")
    period = open_period(
        region=world.blora,
        year=2019,
        half=1,
        figures_as_of=dt.date(2019, 6, 30),
        opens_on=dt.date(2021, 6, 1),
        due_on=dt.date(2021, 6, 30),
        locks_on=dt.date(2021, 7, 15),
        by=world.siti,
    )
    assert make.draft(world.dinkes, world.ratih, period).is_afterwards

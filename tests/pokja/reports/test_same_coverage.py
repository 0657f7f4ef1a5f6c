"""OPD without a focal point: the page, the lists and the printed report count the same."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.db import connection
from django.urls import reverse

from focal_points.appointments.actions import end_appointment
from focal_points.appointments.models import Appointment
from pokja.radar.coverage import coverage
from pokja.reports import chapters
from pokja.reports.collect import collect
from tests.make import focal_points as make_fp
from tests.make import progress as make_progress
from tests.make import reports as make

pytestmark = pytest.mark.usefixtures("january")
DAY = make.SEMESTER.end
# An OPD counts while it is active, a focal point while the appointment holds.
BY_HAND = """
SELECT count(*) FROM focal_points_opd AS o
  WHERE o.region_id = %(region)s AND o.takes_part
  AND (o.active_from IS NULL OR o.active_from <= %(day)s)
  AND (o.active_to IS NULL OR o.active_to >= %(day)s)
  AND NOT EXISTS (SELECT 1 FROM focal_points_appointment AS a
    WHERE a.opd_id = o.id AND a.kind = 'focal_point' AND a."start" <= %(day)s
    AND (a."end" IS NULL OR a."end" >= %(day)s))
"""


def counted_by_hand(region) -> int:
    with connection.cursor() as cursor:
        cursor.execute(BY_HAND, {"region": region.pk, "day": DAY})
        return cursor.fetchone()[0]


@pytest.mark.parametrize("with_period", [False, True])
def test_page_and_report_tell_the_same_count(world, client_of, with_period):
    if with_period:
        make_progress.period(world.blora)
    make_fp.opd(world.blora, "Dinas Perhubungan")
    left = Appointment.objects.get(opd=world.dlh)
    last = DAY - dt.timedelta(days=1)
    end_appointment(appointment=left, on=last, reason="mutasi", by=world.siti)

    page = client_of(world.siti).get(
        reverse("decree-coverage"), {"tanggal": DAY.isoformat()}
    )
    paper = chapters.html(collect(world.blora, make.SEMESTER, DAY))

    held, of_all = re.search(r"(\d+) dari (\d+) OPD", page.text).groups()
    printed = re.search(r"(\d+) dari (\d+) perangkat daerah belum mempunyai", paper)
    without = counted_by_hand(world.blora)
    assert printed is not None
    assert printed.groups() == (str(without), of_all)
    assert int(of_all) - int(held) == without
    assert len(coverage(world.blora, DAY).without_focal_point) == without > 1

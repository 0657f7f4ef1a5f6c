"""An office that was renamed since bears its old name where the meeting speaks."""

from __future__ import annotations

import datetime as dt

import pytest

from pokja.meetings.agenda import agenda_of
from pokja.meetings.content import freeze
from pokja.programme.models import DriverPlan, MonevVisit
from tests.make import meetings as make

pytestmark = pytest.mark.django_db
FORMER = [{"name": "Dinas Lama", "short_name": "Dinla", "until": "2021-12-31"}]


@pytest.mark.slow
def test_pages_of_a_meeting_call_an_office_as_it_was_called_then(world, client_of):
    row = make.follow_up_of(world, held=dt.date(2020, 10, 26))
    row.co_responsible.add(world.dlh)
    for opd in (world.dinkes, world.dlh):
        opd.former_names = FORMER
        opd.save()

    html = client_of(world.siti).get(f"/rapat/{row.meeting_id}/").content.decode()
    assert "Dinla, Dinla" in html
    assert "Diusulkan Dinla" in html
    assert world.dinkes.short_name not in html
    frozen = freeze(row.meeting)
    assert frozen["attendance"][0]["who"] == "Dinas Lama"
    assert frozen["recommendations"][0]["responsible"] == "Dinla, Dinla"
    before = make.meeting_at("rencana", world, held=dt.date(2021, 12, 6))
    after = make.meeting_at("rencana", world, held=dt.date(2022, 1, 10))
    assert agenda_of(before).left[0].owner == "Dinla, Dinla"
    assert agenda_of(after).left[0].owner == "Dinkes, DLH"
    # Who is to act today is told by today's name.
    todo = client_of(world.siti).get("/tindak-lanjut/").content.decode()
    assert "Dinkes, DLH" in todo


def test_the_programme_calls_an_office_as_in_its_year(world):
    opd = world.dinkes
    opd.former_names = FORMER

    assert str(DriverPlan(opd=opd, year=2021)) == "Rencana aksi Dinla 2021"
    assert str(DriverPlan(opd=opd, year=2022)) == "Rencana aksi Dinkes 2022"
    visit = MonevVisit(opd=opd, visited_on=dt.date(2021, 5, 1))
    assert str(visit) == "Kunjungan monev Dinla"

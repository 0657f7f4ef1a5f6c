"""The Excel pages of a year's driver offices: which year, and from list to list."""

from __future__ import annotations

import pytest
from django.urls import reverse

from pokja.programme.driver_sheet import DriverImporter
from pokja.programme.models import DriverStep
from tests.make import imports
from tests.make import programme as make

STEP = {
    "opd": "Bappeda",
    "stage": "implementasi",
    "action": "Memeriksa Renja",
    "responsible": "Bidang perencanaan sosial",
}


@pytest.fixture
def importer(world) -> DriverImporter:
    make.rad(world)
    plan = make.plan(world)
    make.step(world, plan)
    make.step(world, plan, stage="monev", action="Merangkum telaah")
    return DriverImporter(world.blora, make.YEAR)


@pytest.mark.slow
def test_the_workbook_of_another_year_is_refused(importer, world, client_of):
    client = client_of(world.siti)
    url = reverse("driver-sheet", args=[make.YEAR + 1])

    answer = imports.send(client, url, imports.edited(importer))

    assert answer.status_code == 422
    assert f"{world.blora.name}, tahun {make.YEAR}" in answer.content.decode()


@pytest.mark.slow
def test_the_pages_lead_from_list_to_workbook_and_back(importer, world, client_of):
    client = client_of(world.siti)
    start = reverse("driver-sheet", args=[make.YEAR])
    assert start in client.get(reverse("driver-list")).content.decode()
    assert reverse("driver-sheet", args=[2023]) in client.get(start).content.decode()
    content = imports.edited(
        importer, beside=lambda page: imports.add_row(page, importer, **STEP)
    )
    preview = imports.send(client, start, content).url
    seen = client.get(preview).context["plan"].fingerprint

    answer = client.post(preview, {"sidik": seen})

    assert (answer.status_code, answer.url) == (302, reverse("driver-list"))
    assert DriverStep.objects.count() == 3


@pytest.mark.parametrize("year", [1999, 2101])
def test_a_year_out_of_reach_is_not_there(world, client_of, year):
    url = reverse("driver-sheet", args=[year])

    assert client_of(world.siti).get(url).status_code == 404


@pytest.mark.parametrize(("day", "year"), [("2023-03-01", 2023), ("2027-03-01", 2021)])
def test_the_list_leads_to_this_year_or_else_to_the_last_planned_one(
    importer, world, client_of, clock, day, year
):
    clock(day)

    answer = client_of(world.siti).get(reverse("driver-list"))

    assert reverse("driver-sheet", args=[year]) in answer.content.decode()

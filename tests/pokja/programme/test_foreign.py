"""Rows of another region posted into the forms of this one."""

from __future__ import annotations

import pytest
from django.urls import reverse

from pokja.programme.models import MonevVisit, ProgrammeLine
from tests.make import focal_points as make_fp
from tests.make import programme as make


def test_an_office_of_another_region_is_no_executor_and_is_not_visited(
    world, client_of, clock
):
    clock("2021-03-01")
    foreign = make_fp.opd(world.budi.region, "Dinas Tetangga")
    draft = make.programme(world, state="draf")
    client = client_of(world.siti)
    line = client.post(
        reverse("line-add", args=[draft.pk]),
        {"activity": "Rampasan", "executors": [foreign.pk]},
    )
    visit = client.post(
        reverse("visit-add"),
        {
            "opd": foreign.pk,
            "team": "Sri",
            "visited_on_0": "1",
            "visited_on_1": "2",
            "visited_on_2": "2021",
            "visited_on": "2021-02-01",
        },
    )

    assert (line.status_code, visit.status_code) == (422, 422)
    assert not ProgrammeLine.objects.filter(activity="Rampasan").exists()
    assert not MonevVisit.objects.exists()


@pytest.mark.parametrize("name", ["line-change", "line-delete"])
def test_a_line_of_a_settled_version_is_not_changed_by_its_address(
    world, client_of, clock, name
):
    clock("2021-03-01")
    line = make.programme(world).lines.get()
    before = ProgrammeLine.objects.values().get(pk=line.pk)

    client_of(world.siti).post(
        reverse(name, args=[line.pk]), {"activity": "Rampasan", "target": "x"}
    )

    assert ProgrammeLine.objects.values().get(pk=line.pk) == before

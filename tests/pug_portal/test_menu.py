"""The menu tells everybody what waits for him."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from focal_points.progress import actions
from focal_points.progress.models import State
from tests.make import progress as make

pytestmark = pytest.mark.menu


@pytest.fixture(autouse=True)
def _within_the_semester(clock) -> None:
    clock("2020-12-20")


def waiting(client: Client) -> dict[str, int]:
    nav = client.get(reverse("beranda")).context["nav"]
    return {entry.label: entry.count for entry in nav if entry.count}


def test_a_submitted_report_waits_for_the_sekretariat_alone(
    world, client_of: Callable[..., Client]
):
    make.progress_at(State.SUBMITTED, opd=world.dinkes, filler=world.ratih)

    assert waiting(client_of(world.siti)) == {"Laporan OPD": 1}
    assert waiting(client_of(world.wati)) == {}
    assert waiting(client_of(world.budi)) == {}


def test_the_number_follows_the_next_step(world, client_of):
    report = make.progress_at(State.SUBMITTED, opd=world.dinkes, filler=world.ratih)
    desk = client_of(world.siti)
    assert waiting(desk) == {"Laporan OPD": 1}

    actions.verify(progress=report, by=world.siti)

    assert waiting(desk) == {}


def test_the_page_says_what_the_number_is(world, client_of):
    make.progress_at(State.SUBMITTED, opd=world.dinkes, filler=world.ratih)

    page = client_of(world.siti).get(reverse("beranda")).content.decode()

    assert '<em>1<span class="visually-hidden"> perlu tindakan</span></em>' in page

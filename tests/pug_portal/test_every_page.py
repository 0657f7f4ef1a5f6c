"""What every page of the portal carries, whoever opens it."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from pug_portal.health import pulse
from tests.make import attendance as make

PUBLIC = ("/masuk/", "/tidak-ada/")


@pytest.mark.parametrize("address", PUBLIC)
def test_no_page_may_run_what_stands_in_it(db, address):
    policy = Client().get(address)["Content-Security-Policy"]

    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy


def test_a_page_behind_the_door_has_the_same_policy(world, client_of):
    assert "unsafe" not in client_of(world.siti).get("/")["Content-Security-Policy"]


@pytest.fixture
def invented_people(settings):
    (settings.DATA_DIR / "demo-accounts.json").write_text("[]")


@pytest.mark.slow
def test_pages_with_invented_people_say_so(world, client_of, clock, invented_people):
    clock(make.NINE)
    meeting = make.meeting_today(world)
    make.door(meeting, world)
    siti = client_of(world.siti)

    for page in (
        Client().get("/masuk/"),
        siti.get("/"),
        siti.get(reverse("check-in-screen", args=[meeting.pk])),
    ):
        assert page.status_code == 200
        assert "Data contoh: orang rekaan" in page.content.decode()


def test_other_pages_do_not(db):
    assert "Data contoh" not in Client().get("/masuk/").content.decode()


def test_the_health_page_names_database_broker_and_worker(db):
    pulse.beat(pulse.WORKER)

    answer = Client().get("/healthz")

    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ok",
        "database": pulse.connection.vendor,
        "broker": pulse.broker_name(),
        "worker": "hidup",
        "version": settings.VERSION,
    }

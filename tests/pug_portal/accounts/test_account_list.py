"""The list of accounts: own width, constant queries."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pug_portal.access.roles import Role
from tests.make import pug_portal as make


def page(client, **query) -> str:
    return client.get(reverse("account-list"), query).content.decode()


def test_the_sekretariat_sees_the_people_of_its_own_region(world, client_of):
    shown = page(client_of(world.siti))

    assert "Joko Purwanto" in shown
    assert "Budi Santoso" not in shown


def test_the_administrator_sees_those_below_too(world, client_of):
    assert "Budi Santoso" in page(client_of(world.admin))


def test_it_is_searched_by_name(world, client_of):
    shown = page(client_of(world.siti), q="joko")

    assert "Joko Purwanto" in shown
    assert "Ratih Kusuma" not in shown


@pytest.mark.slow
def test_it_asks_the_same_number_of_queries_for_7_and_for_40_people(world, client_of):
    client = client_of(world.siti)

    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            page(client)
        return len(caught)

    few = queries()
    for number in range(33):
        user = make.user(f"Orang {number}", world.blora, username=f"orang-{number}")
        make.hat(user, Role.PIMPINAN, world.blora)

    assert queries() == few <= 12

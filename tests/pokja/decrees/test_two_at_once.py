"""Two people record two decrees for the same days at the same moment."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, connections

from pokja.decrees.models import Decree
from pug_portal.access.refusal import Refusal
from tests.make import pokja as make
from tests.world import build


# SQLite lets one writer in at a time anyway; only row locks can be won or lost.
@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_one_of_two_is_refused():
    if connection.vendor != "postgresql":
        pytest.fail("this test is about the row locks of PostgreSQL")
    world = build()
    start, outcomes = threading.Barrier(2), []

    def record(number: str) -> None:
        start.wait(timeout=10)
        try:
            make.decree(world, number=number)
            outcomes.append("recorded")
        except Refusal as refusal:
            outcomes.append(refusal.field)
        finally:
            connections.close_all()

    people = [threading.Thread(target=record, args=(f"{n}/2020",)) for n in (1, 2)]
    for person in people:
        person.start()
    for person in people:
        person.join(timeout=30)

    assert sorted(outcomes) == ["effective_from", "recorded"]
    assert Decree.objects.count() == 1

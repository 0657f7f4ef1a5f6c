"""What only two connections can show: one moment for all queries, one job of two asks."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, connections

from pokja.reports import actions
from pokja.reports.collect import snapshot
from pokja.reports.models import PokjaReport
from pug_portal.regions.models import Region
from tests import world as cast
from tests.make import reports as make

pytestmark = [
    # SQLite has one writer: neither a second moment nor a race can be staged there.
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("january"),
]


def elsewhere(work) -> None:
    """On a connection of its own."""

    def run() -> None:
        try:
            work()
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()


def test_inside_a_snapshot_no_other_moment_is_seen():
    world = cast.build()
    assert connection.vendor == "postgresql"

    with snapshot():
        before = Region.objects.get(pk=world.blora.pk).name
        elsewhere(lambda: Region.objects.update(name="Berubah"))
        after = Region.objects.get(pk=world.blora.pk).name

    assert before == after == "Kabupaten Blora"
    assert Region.objects.get(pk=world.blora.pk).name == "Berubah"


def test_two_people_asking_at_once_get_one_job():
    world = cast.build()
    start, answers = threading.Barrier(2), []

    def ask(actor) -> None:
        try:
            start.wait(timeout=30)
            answers.append(
                actions.request_report(
                    region=world.blora, semester=make.SEMESTER, inputs={}, by=actor
                )
            )
        finally:
            connections.close_all()

    people = [
        threading.Thread(target=ask, args=(actor,))
        for actor in (world.siti, world.joko)
    ]
    for person in people:
        person.start()
    for person in people:
        person.join()

    assert sorted(is_new for _, is_new in answers) == [False, True]
    assert PokjaReport.objects.count() == 1

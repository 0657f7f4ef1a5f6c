"""The trail: inside the transaction, never changed, told in Indonesian."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.urls import reverse

from pug_portal.access.actor import SYSTEM
from pug_portal.audit.models import Event
from pug_portal.audit.record import Entry, Verb, record, record_all
from pug_portal.audit.tell import changes, sentence

CHANGED = Verb("opd.changed", "mengubah OPD {object}")


def make_event(world, **facts) -> Event:
    return record(
        by=world.siti, verb=CHANGED, obj=world.dinkes, region=world.blora, **facts
    )


def test_an_event_is_a_sentence(world):
    event = make_event(world)

    assert sentence(event) == (
        "Siti Rahmawati (Sekretariat Pokja) mengubah OPD Dinas Kesehatan."
    )


def test_changes_are_told_with_the_labels_of_the_screen(world):
    event = make_event(world, changes={"short_name": ("Dinkes", "Dinkesda")})

    assert changes(event) == [("nama singkat", "Dinkes", "Dinkesda")]


def test_a_choice_is_told_by_its_label(world):
    event = make_event(world, changes={"tag": ("", "pppa")})

    (line,) = changes(event)

    assert line[1:] == ("–", "Pemberdayaan perempuan")


def test_what_has_no_indonesian_name_in_the_models_is_told_in_indonesian(world):
    event = make_event(world, changes={"state": ("a", "b"), "lesson_hours": (1, 2)})

    assert [line[0] for line in changes(event)] == ["status", "jam pelajaran"]


def test_an_event_is_never_changed(world):
    event = make_event(world)
    event.says = "tidak mengubah apa-apa"

    with pytest.raises(TypeError):
        event.save()


def test_an_event_is_never_deleted(world):
    with pytest.raises(TypeError):
        make_event(world).delete()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_an_event_outside_a_transaction_is_refused(transactional_db):
    from tests.world import build

    world = build()
    assert not transaction.get_connection().in_atomic_block

    with pytest.raises(RuntimeError):
        make_event(world)


def test_the_trail_shows_only_the_own_width(world, client_of):
    make_event(world)

    assert "Dinas Kesehatan" in page(client_of(world.siti))
    assert "mengubah OPD" not in page(client_of(world.budi))


def page(client) -> str:
    return client.get(reverse("audit-list")).content.decode()


def test_many_events_are_written_at_once_as_one_by_one(
    world, django_assert_num_queries
):
    verb = Verb("opd.changed", "mengubah OPD {object}")
    opds = [world.dinkes, world.dlh]
    entries = [Entry(verb, opd, {"note": ("", "x")}, "impor") for opd in opds]

    with transaction.atomic(), django_assert_num_queries(1):
        record_all(by=world.siti, region=world.blora, entries=entries)

    first, second = Event.objects.filter(reason="impor").order_by("pk")
    one = record(
        by=world.siti,
        verb=verb,
        obj=world.dlh,
        region=world.blora,
        changes={"note": ("", "x")},
    )
    told = ("says", "changes", "actor_name", "actor_role", "region_path", "object_id")
    assert [getattr(second, name) for name in told] == [
        getattr(one, name) for name in told
    ]
    assert first.object_label == "Dinas Kesehatan"


def test_many_events_outside_a_transaction_are_refused(transactional_db):
    entry = Entry(Verb("a.b", "melakukan"), Event(), {})

    with pytest.raises(RuntimeError, match="outside a transaction"):
        record_all(by=SYSTEM, region=None, entries=[entry])

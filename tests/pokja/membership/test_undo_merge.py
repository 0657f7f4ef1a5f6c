"""A merge of two writings of one person, taken back."""

import pytest
from django.urls import reverse

from focal_points.appointments.actions import change_person
from focal_points.appointments.models import Appointment
from pokja.membership.merge_actions import undo_merge
from pokja.membership.models import Member
from pug_portal.access.refusal import Refusal
from pug_portal.accounts.models import AccessLink
from pug_portal.audit.models import Event
from tests.make import pokja as make
from tests.pokja.membership.doubles import images, keys, merged


@pytest.mark.slow
def test_undo_restores_every_row_exactly(world, twice, clock):
    before = images()
    made = merged(world)
    assert images() != before

    clock("2021-02-10")
    undo_merge(made=made, by=world.siti, reopens_account=True)

    assert images() == before
    with pytest.raises(Refusal, match="sudah dibatalkan"):
        undo_merge(made=made, by=world.siti)


@pytest.mark.slow
def test_an_undo_opens_no_account_unless_it_is_asked_for(world, twice, client_of):
    client = client_of(world.siti)
    one, two = keys(world.blora, "Ratih Kusuma", "Ratih Kusumah, S.E.")
    told = client.post(reverse("person-duplicates"), {"pakai": one, "lebur": two})
    assert "tetap nonaktif, kecuali" in told.content.decode()
    made = merged(world)
    page = client.get(reverse("person-merge", args=[made.pk])).content.decode()
    assert "Aktifkan lagi akun" in page

    client.post(reverse("person-merge-undo", args=[made.pk]))

    twice.refresh_from_db()
    assert not twice.is_active
    assert not AccessLink.objects.filter(user=twice, revoked_at=None, used_at=None)
    assert Appointment.objects.filter(name="Ratih Kusumah, S.E.", user=twice).exists()
    event = Event.objects.get(verb="person.merge_undone")
    assert event.changes["account"] == ["nonaktif", "tetap nonaktif"]


@pytest.mark.slow
def test_after_thirty_days_it_stands(world, twice, clock):
    made = merged(world)

    clock("2021-02-11")
    with pytest.raises(Refusal, match="10 Februari 2021"):
        undo_merge(made=made, by=world.siti)


@pytest.mark.slow
def test_a_later_change_of_a_touched_row_forbids_the_undo_and_is_named(world, twice):
    made = merged(world)
    mine = Appointment.objects.get(opd=world.bappeda, name="Ratih Kusuma")
    change_person(appointment=mine, by=world.siti, name="Ratih Kusuma Dewi")

    with pytest.raises(Refusal, match=r"Ratih Kusuma Dewi .*Bappeda"):
        undo_merge(made=made, by=world.siti)


@pytest.mark.slow
def test_no_undo_onto_a_seat_that_was_taken_meanwhile(world, twice):
    made = merged(world)
    seat = Member.objects.get(name="Ratih Kusuma")
    make.member(world, seat.decree, name="Ratih Kusumah, S.E.", sex="P")

    with pytest.raises(Refusal, match="sudah tercatat pada SK ini"):
        undo_merge(made=made, by=world.siti)

    seat.refresh_from_db()
    assert seat.name == "Ratih Kusuma"


@pytest.mark.slow
def test_a_later_change_elsewhere_in_the_row_does_not_hinder(world, twice):
    made = merged(world)
    mine = Appointment.objects.get(opd=world.bappeda, name="Ratih Kusuma")
    change_person(appointment=mine, by=world.siti, position="Perencana Muda")

    undo_merge(made=made, by=world.siti)

    mine.refresh_from_db()
    assert (mine.name, mine.position) == ("Ratih Kusumah, S.E.", "Perencana Muda")

"""Choosing whom a meeting invites: from teams and focal points of its day, and guests."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from pokja.meetings.invitee_actions import Guest, set_invitees
from pokja.meetings.invitees import candidates, invitees_of
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import focal_points as make_fp
from tests.make import meetings as make
from tests.make import pokja as make_pokja

DAY = dt.date(2020, 10, 26)


@pytest.fixture
def meeting(world):
    return make.meeting_at("rencana", world)


def keys_of(world):
    return [each.key for each in candidates(world.blora, DAY)]


def chosen(meeting):
    return [(row.source, row.name, row.institution) for row in invitees_of(meeting)]


def test_candidates_are_teams_then_focal_points_of_that_day(world):
    office = make_fp.office(world.blora, "Kepala Bappeda", opd=world.bappeda)
    make_fp.holder(office, "Agus Prasetyo", kind="plt")
    decree = make_pokja.decree(world)
    make_pokja.member(world, decree, office=office, position="", standing="ketua")
    make_fp.appointment(world.dlh, "Sudah Pindah", end=dt.date(2020, 10, 25))

    found = candidates(world.blora, DAY)

    assert (found[0].group, found[0].name) == ("Pokja PUG", "Agus Prasetyo")
    assert found[0].position == "Plt. Kepala Bappeda"
    assert [each.name for each in found[1:]] == ["Ratih Kusuma", "Dewi Anggraini"]


def test_who_sits_in_a_team_and_is_a_focal_point_is_offered_once(world):
    decree = make_pokja.decree(world)
    make_pokja.member(
        world, decree, name="Ratih Kusuma, S.KM", sex="P", opd=world.dinkes
    )

    names = [each.name for each in candidates(world.blora, DAY)]

    assert names == ["Ratih Kusuma, S.KM", "Dewi Anggraini"]


def test_the_list_is_the_register_in_order_and_then_guests(world, meeting):
    set_invitees(
        meeting=meeting,
        keys=reversed(keys_of(world)),
        guests=[Guest("Sri", "Ketua", "PUSPA Ceria", "P", "sri@contoh.id")],
        by=world.siti,
    )

    assert chosen(meeting) == [
        ("focal_point", "Ratih Kusuma", "Dinas Kesehatan"),
        ("focal_point", "Dewi Anggraini", "Dinas Lingkungan Hidup"),
        ("tamu", "Sri", "PUSPA Ceria"),
    ]
    assert meeting.invitees.get(source="tamu").email == "sri@contoh.id"
    assert Event.objects.filter(verb="meeting.invitees_chosen").count() == 1


def test_who_stays_keeps_the_row_and_its_facts(world, meeting):
    set_invitees(meeting=meeting, keys=keys_of(world), by=world.siti)
    first = invitees_of(meeting)[0]
    appointment = first.appointment
    appointment.name = "Ratih Berganti Nama"
    appointment.save()

    set_invitees(meeting=meeting, keys=keys_of(world)[:1], by=world.siti)

    (kept,) = invitees_of(meeting)
    assert (kept.pk, kept.name) == (first.pk, "Ratih Kusuma")


def test_saving_the_same_list_writes_no_event(world, meeting):
    for _ in range(2):
        set_invitees(meeting=meeting, keys=keys_of(world), by=world.siti)

    assert Event.objects.filter(verb="meeting.invitees_chosen").count() == 1


def test_a_key_of_another_region_is_refused(world, meeting):
    other = make_fp.appointment(world.dinkes_rembang, "Orang Rembang")

    with pytest.raises(Refusal):
        set_invitees(meeting=meeting, keys=[f"fp-{other.pk}"], by=world.siti)


@pytest.mark.parametrize(
    "guest", [Guest(contact="0812"), Guest("Sri", contact="sri@")], ids=str
)
def test_a_guest_needs_a_name_and_a_real_address(world, meeting, guest):
    with pytest.raises(Refusal):
        set_invitees(meeting=meeting, keys=[], guests=[guest], by=world.siti)


def test_only_the_desk_of_the_region_chooses(world, meeting):
    for stranger in (world.ratih, world.wati, world.budi):
        with pytest.raises(PermissionDenied):
            set_invitees(meeting=meeting, keys=[], by=stranger)


def test_a_team_seat_is_addressed_by_its_office_and_a_person_by_name(world, meeting):
    decree = make_pokja.decree(world)
    make_pokja.member(world, decree)
    set_invitees(
        meeting=meeting,
        keys=keys_of(world),
        guests=[Guest("Sri", "Ketua", "PUSPA")],
        by=world.siti,
    )

    lines = [row.address_lines for row in invitees_of(meeting)]

    assert lines[0] == ("Kepala Dinas Kesehatan",)
    assert lines[1] == ("Ratih Kusuma", "Focal Point PUG", "Dinas Kesehatan")
    assert lines[-1] == ("Sri", "Ketua", "PUSPA")

"""A bimtek of the province: target, offer, acceptance, history, certificates."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from focal_points.appointments.models import Appointment
from focal_points.appointments.queries import as_rows
from focal_points.appointments.trainings import last_trained, trainings_of
from pokja.attendance import actions as attendance
from pokja.attendance.people import Mark
from pokja.meetings import actions as meeting_actions
from pokja.meetings import minutes_actions, part_actions
from pokja.trainings import actions
from pokja.trainings.queries import offers_shown, paths_above
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from pug_portal.files.gates import may_read
from pug_portal.files.models import StoredFile
from pug_portal.lib import clock as portal_clock
from tests.make import attendance as make
from tests.make import focal_points as make_fp
from tests.make import meetings as make_meeting
from tests.make import pug_portal as make_floor

TARGET = {"target_men": 20, "target_women": 40, "lesson_hours": 16}


@pytest.fixture
def offer(world, clock):
    """A two-day bimtek of the province that begins today."""
    clock(make.NINE)
    facts = make_meeting.facts(
        world.province,
        held=portal_clock.today(),
        kind="bimtek",
        title="Bimtek PPRG",
        is_past_entry=False,
        chair_name="Arif Wijaya",
        **make.two_days(),
    )
    meeting = meeting_actions.plan_meeting(
        region=world.province, by=world.prov, **facts
    )
    meeting = meeting_actions.invite(meeting=meeting, by=world.prov)
    return actions.describe_training(
        meeting=meeting, **TARGET, is_offered=True, by=world.prov
    )


def ratih(world) -> Appointment:
    return Appointment.objects.get(name="Ratih Kusuma")


def accept(offer, world, *rows: Appointment, by=None):
    return actions.answer_offer(
        training=offer, appointments=[row.pk for row in rows], by=by or world.siti
    )


def test_an_offer_reaches_the_regions_below_and_no_other(world, offer):
    assert paths_above(world.blora) == ["00", "00.33"]
    assert [row.pk for row in offers_shown(world.blora)] == [offer.pk]
    assert offers_shown(world.province) == offers_shown(world.nation) == []


def test_accepting_puts_focal_points_on_the_list_and_in_their_history(world, offer):
    accept(offer, world, ratih(world))
    row = offer.meeting.participants.get()

    assert (row.agency, row.source) == ("Dinkes Blora", "focal_point")
    told = trainings_of(ratih(world))[0]
    assert (told.title, told.days, told.lesson_hours) == ("Bimtek PPRG", 0, 16)
    accept(offer, world)
    assert trainings_of(ratih(world)) == []
    assert offers_shown(world.blora)[0].accepted


def test_only_own_focal_points_of_an_offered_training_are_sent(world, offer):
    with pytest.raises(Refusal, match="focal point daerah Anda"):
        accept(offer, world, ratih(world), by=world.budi)
    actions.describe_training(
        meeting=offer.meeting, **TARGET, is_offered=False, by=world.prov
    )
    with pytest.raises(Refusal, match="tidak ditawarkan"):
        accept(offer, world, ratih(world))


def test_an_offer_ends_with_its_last_day(world, offer, clock):
    clock("2026-11-25T09:00:00")

    with pytest.raises(Refusal, match="sudah selesai"):
        accept(offer, world, ratih(world))
    assert offers_shown(world.blora) == []


def test_who_was_marked_present_cannot_be_withdrawn(world, offer):
    accept(offer, world, ratih(world))
    mark(offer, world, "hadir")

    with pytest.raises(Refusal, match="sudah dicatat oleh penyelenggara"):
        accept(offer, world)
    assert trainings_of(ratih(world))[0].days == 1


def needs_refresh(world, day: dt.date) -> bool:
    return as_rows([ratih(world)], day)[0].needs_refresh


def test_a_day_of_training_takes_the_refresh_flag_away_for_two_years(world, offer):
    today = portal_clock.today()
    accept(offer, world, ratih(world))
    assert needs_refresh(world, today)
    mark(offer, world, "izin")
    assert needs_refresh(world, today)

    mark(offer, world, "hadir")

    assert last_trained([ratih(world)]) == {ratih(world).pk: today}
    assert not needs_refresh(world, today + dt.timedelta(days=730))
    assert needs_refresh(world, today + dt.timedelta(days=731))
    # The same person under a later appointment; a newer day that was typed stands above.
    again = make_fp.appointment(
        world.dlh, "Ratih Kusuma", user=ratih(world).user, start=today
    )
    assert last_trained([again]) == {again.pk: today}
    again.trained_on = later = today + dt.timedelta(days=9)
    assert last_trained([again]) == {again.pk: later}


def test_a_meeting_that_is_no_training_trains_nobody(world, clock):
    clock(make.NINE)
    meeting = make.meeting_today(world, title="Rapat koordinasi")
    chair = make.chairs(meeting, world, 1)[0]
    chair.appointment = ratih(world)
    chair.save(update_fields=["appointment"])

    attendance.mark_one(
        participant=chair, day=portal_clock.today(), mark=Mark("hadir"), by=world.siti
    )

    assert last_trained([ratih(world)]) == {}


def test_a_regency_offers_nothing_and_a_meeting_is_no_training(world, clock):
    clock(make.NINE)
    bimtek = make.meeting_today(world, kind="bimtek")
    with pytest.raises(Refusal, match="tidak mempunyai kabupaten"):
        actions.describe_training(
            meeting=bimtek, **TARGET, is_offered=True, by=world.siti
        )
    other = make.meeting_today(world, title="Rapat")
    with pytest.raises(Refusal, match="bukan bimbingan"):
        actions.describe_training(
            meeting=other, **TARGET, is_offered=False, by=world.siti
        )


def mark(offer, world, state):
    attendance.mark_one(
        participant=offer.meeting.participants.get(),
        day=portal_clock.today(),
        mark=Mark(state),
        by=world.prov,
    )


def settle(offer, world):
    meeting = meeting_actions.start_meeting(meeting=offer.meeting, by=world.prov)
    part_actions.set_minutes(meeting=meeting, text="1. Selesai", by=world.prov)
    meeting = minutes_actions.sign_minutes(
        meeting=meeting, notulis="Rina Astuti", by=world.prov
    )
    chair = make_floor.hat(
        make_floor.user("Bambang Wicaksono", world.province),
        Role.BAPPEDA,
        world.province,
    )
    return minutes_actions.settle_minutes(meeting=meeting, by=chair)


@pytest.mark.slow
def test_a_certificate_follows_the_settled_list_into_the_history(
    world, offer, client_of
):
    accept(offer, world, ratih(world))
    mark(offer, world, "hadir")
    row = offer.meeting.participants.get()
    with pytest.raises(Refusal, match="setelah notulen"):
        actions.certify(participant=row, number="1/2026", by=world.prov)
    settle(offer, world)
    with pytest.raises(Refusal, match="Isi nomor"):
        actions.certify(participant=row, number="", by=world.prov)
    actions.certify(
        participant=row, number="1/2026", upload=make_meeting.png(), by=world.prov
    )

    told = trainings_of(ratih(world))[0]
    assert (told.certificate, told.is_settled) == ("1/2026", True)
    page = reverse("appointment-detail", args=[ratih(world).pk])
    assert "Sertifikat 1/2026" in client_of(world.siti).get(page).text
    file, everyone = StoredFile.objects.get(), world.everyone()
    readers = {name for name, actor in everyone.items() if may_read(actor, file)}
    assert {"prov", "siti", "ratih"} <= readers
    assert not {"dewi", "budi", "baru"} & readers


@pytest.mark.slow
def test_the_desk_of_a_regency_accepts_on_its_page(world, offer, client_of):
    siti = client_of(world.siti)
    page = reverse("training-offer", args=[offer.pk])
    assert "Bimtek PPRG" in siti.get(reverse("training-list")).text
    sent = siti.post(page, {"appointments": [ratih(world).pk]})

    assert sent.status_code == 302
    assert "Diterima" in siti.get(page).text
    assert offer.meeting.participants.get().name == "Ratih Kusuma"
    # The rest of the province's meeting stays unseen until it is settled.
    detail = reverse("meeting-detail", args=[offer.meeting.pk])
    assert siti.get(detail).status_code == 404


def test_target_and_actual_stand_side_by_side(world, clock, client_of):
    clock(make.NINE)
    bimtek = make.meeting_today(world, kind="bimtek", title="Bimtek Blora")
    actions.describe_training(meeting=bimtek, **TARGET, is_offered=False, by=world.siti)
    chair = make.chairs(bimtek, world, 1)[0]
    attendance.mark_one(
        participant=chair, day=portal_clock.today(), mark=Mark("hadir"), by=world.siti
    )

    text = client_of(world.siti).get(reverse("training-list")).text
    assert "(20 L, 40 P)" in text
    assert "(1 L, 0 P)" in text

"""Check-in by phone: codes that die, one check-in per person, a room behind one address."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pokja.attendance import actions, codes, door_actions, limits
from pokja.attendance.models import Presence
from pokja.attendance.people import Person
from pokja.meetings import actions as meeting_actions
from pokja.meetings.queries import attendance_totals
from pug_portal.access.actor import NOBODY
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import attendance as make
from tests.pokja.attendance.doorstep import at, first, page


@pytest.mark.slow
def test_forty_people_check_in_within_two_minutes(world, meeting, clock):
    chairs = make.chairs(meeting, world, 40)
    door = make.door(meeting, world)
    counts, phone = [], Client()
    for number, chair in enumerate(chairs):
        at(clock, number * 3)  # the code changes once meanwhile
        url = page(make.code(door))
        phone.cookies.clear()  # another person's phone
        with CaptureQueriesContext(connection) as asked:
            answer = phone.post(url, {"chair": chair.pk})
        assert (answer.status_code, answer.url) == (302, reverse("check-in-done"))
        counts.append(len(asked))

    totals = attendance_totals(meeting.attendance.all())
    assert (totals.total, totals.men, totals.women) == (40, 20, 20)
    assert Presence.objects.filter(by_code=True).count() == 40
    # The first finds no count per office to replace.
    assert set(counts[1:]) == {counts[1]}
    assert counts[1] <= 24


def test_the_code_of_another_meeting_opens_nothing_here(door, meeting, world):
    other = make.meeting_today(world, title="Rapat lain")
    strange = make.door(other, world)

    forged = make.code(strange)[:1].replace(str(strange.pk), str(door.pk))
    with pytest.raises(Refusal, match="tidak berlaku"):
        door_actions.enter(forged + make.code(strange)[1:])
    answer = Client().post(page(make.code(strange)), {"chair": first(meeting).pk})
    assert answer.status_code == 422
    assert not Presence.objects.exists()


def test_a_second_try_says_so_and_a_replay_adds_nothing(door, meeting):
    url, sent = page(make.code(door)), {"chair": first(meeting).pk}
    Client().post(url, sent)

    with pytest.raises(Refusal, match=r"sudah tercatat hadir pukul 09\.00"):
        door_actions.check_in(code=make.code(door), chair=sent["chair"], by=NOBODY)
    assert Client().post(url, sent).status_code == 422
    assert Presence.objects.count() == 1


GUEST = {
    "guest": "1",
    "tamu-name": "Sri Utami",
    "tamu-sex": "P",
    "tamu-position": "Ketua",
    "tamu-institution": "PUSPA Ceria",
}


@pytest.mark.slow
def test_guests_sign_in_once_and_are_counted(door, meeting):
    url = page(make.code(door))
    answers = [
        Client().post(url, GUEST),
        Client().post(url, {**GUEST, "tamu-institution": " puspa  ceria "}),
        Client().post(
            url, {**GUEST, "tamu-name": "Budi", "tamu-institution": "dinkes"}
        ),
    ]

    assert [answer.status_code for answer in answers] == [302, 422, 302]
    assert "sudah tercatat hadir" in answers[1].text
    totals = attendance_totals(meeting.attendance.all())
    assert (totals.women, totals.opds, totals.others) == (2, 1, 1)


def test_a_representative_is_counted_in_the_place_of_the_member(door, meeting):
    chair = first(meeting)
    url = page(make.code(door))
    answer = Client().post(url, {**GUEST, "tamu-stands_in_for": chair.pk})
    again = Client().post(url, GUEST)

    assert (answer.status_code, again.status_code) == (302, 422)
    assert chair.presences.get().told == "Diwakili Sri Utami (P), Ketua"
    totals = attendance_totals(meeting.attendance.all())
    assert (totals.men, totals.women, totals.opds) == (0, 1, 1)


def test_the_holder_of_an_invited_office_gives_his_name(door, meeting, world):
    office = actions.add_participant(
        meeting=meeting,
        person=Person(position="Kepala BPS", institution="BPS"),
        by=world.siti,
    )
    url = page(make.code(door))
    answer = Client().post(url, {**GUEST, "tamu-stands_in_for": f"p{office.pk}"})

    office.refresh_from_db()
    assert (answer.status_code, str(office)) == (302, "Sri Utami (BPS)")
    assert office.presences.get().told == "Hadir"
    assert meeting.attendance.get().women == 1


def test_the_phone_sees_names_and_offices_only(door, meeting, world):
    text = Client().get(page(make.code(door))).text

    assert "Orang Ke-00 (Dinkes)" in text
    assert "Perlindungan data" in text
    # Neither their positions, nor L/P, nor anything else the desk knows of them.
    assert "Staf" not in text


@pytest.mark.slow
def test_typed_words_are_shown_as_words(door, meeting, client_of, world):
    evil = "<script>alert(1)</script>"
    Client().post(page(make.code(door)), {**GUEST, "tamu-name": evil})

    text = client_of(world.siti).get(reverse("attendance-list", args=[meeting.pk])).text
    assert evil not in text
    assert "&lt;script&gt;" in text


def test_a_closed_door_lets_nobody_in_and_a_new_one_has_new_codes(door, meeting, world):
    old = make.code(door)
    door_actions.close_door(meeting=meeting, by=world.siti)
    with pytest.raises(Refusal, match="sudah ditutup"):
        door_actions.enter(old)
    door_actions.open_door(meeting=meeting, by=world.siti)
    with pytest.raises(Refusal, match="tidak berlaku"):
        door_actions.enter(old)


def test_nobody_comes_in_before_the_day_nor_after_signing(world, clock):
    clock(make.NINE)
    tomorrow = dt.date(2026, 11, 24)
    meeting = make.meeting_today(world, held=tomorrow)
    with pytest.raises(Refusal, match="bukan hari rapat"):
        make.door(meeting, world)
    clock("2026-11-24T09:00:00")
    door = make.door(meeting, world)
    code = make.code(door)
    meeting_actions.postpone(meeting=meeting, reason="Hujan", by=world.siti)
    with pytest.raises(Refusal, match="sudah ditutup"):
        door_actions.enter(code)


def test_a_wrong_check_in_is_struck_with_a_reason(door, meeting, world):
    day = dt.date(2026, 11, 23)
    Client().post(page(make.code(door)), GUEST)
    guest = meeting.participants.get(name="Sri Utami")
    with pytest.raises(Refusal, match="alasan"):
        door_actions.strike(participant=guest, day=day, reason=" ", by=world.siti)
    door_actions.strike(
        participant=guest, day=day, reason="Bukan peserta", by=world.siti
    )

    assert not meeting.participants.filter(name="Sri Utami").exists()
    assert not meeting.attendance.exists()
    event = Event.objects.get(verb="attendance.struck")
    assert (event.reason, event.actor_name) == ("Bukan peserta", world.siti.name)


def test_one_address_that_knocks_without_end_waits(door, monkeypatch):
    monkeypatch.setattr(limits, "MOST", 3)
    answers = [Client().get(page("1-AAAA-AAAA")).status_code for _ in range(4)]

    assert answers == [410, 410, 410, 429]


def test_a_guest_needs_every_field(door):
    answer = Client().post(page(make.code(door)), {"guest": "1"})

    assert answer.status_code == 422
    assert answer.text.count('aria-invalid="true"') >= 3
    assert Person("A", "L").key == Person("a, S.H.", "L").key


@pytest.mark.slow
def test_names_of_who_came_stay_in_the_region(door, meeting, world, client_of):
    chair = first(meeting)
    Client().post(page(make.code(door)), {"chair": chair.pk})
    door_actions.strike(
        participant=chair, day=codes.now().date(), reason="Salah", by=world.siti
    )
    told = {
        who: client_of(person).get(reverse("audit-list")).content.decode()
        for who, person in (("own", world.siti), ("above", world.prov))
    }

    assert "absen lewat Absensi QR" in told["own"]
    assert "absen lewat Absensi QR" in told["above"]
    assert chair.name in told["own"]
    assert chair.name not in told["above"]

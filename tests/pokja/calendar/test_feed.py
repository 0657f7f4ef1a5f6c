"""The feed behind a secret address, and how that address ends."""

from __future__ import annotations

import pytest
from django.urls import reverse
from icalendar import Calendar

from pokja.calendar import actions
from pokja.calendar.models import FeedLink
from pokja.letters.models import Letter
from pokja.letters.writing import happening_of
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make.meetings import meeting_at


def feed(client, token: str):
    return client.get(reverse("calendar-feed", args=[token]))


def summaries(answer) -> list[str]:
    calendar = Calendar.from_ical(answer.content)
    return [str(event["summary"]) for event in calendar.walk("vevent")]


def test_a_calendar_program_reads_it_without_signing_in(world, client, clock):
    clock("2020-11-01")
    meeting_at("rencana", world)
    token = actions.make_feed_link(by=world.siti)

    answer = feed(client, token)

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert summaries(answer) == ["Rapat koordinasi Pokja PUG"]


def test_the_times_are_those_of_the_wall_in_the_region(world, client, clock):
    clock("2020-11-01")
    meeting = meeting_at("rencana", world)
    token = actions.make_feed_link(by=world.siti)

    [event] = Calendar.from_ical(feed(client, token).content).walk("vevent")

    assert event.decoded("dtstart") == meeting.starts_at


def test_a_meeting_has_one_name_in_the_feed_and_in_its_letters(
    world, client, clock, settings
):
    settings.SITE_URL = "https://pug.example.go.id:8443"
    clock("2020-11-01")
    meeting = meeting_at("rencana", world)
    token = actions.make_feed_link(by=world.siti)

    [event] = Calendar.from_ical(feed(client, token).content).walk("vevent")

    letter = happening_of(Letter(kind="undangan"), meeting, 1)
    assert str(event["uid"]) == letter.uid == f"rapat-{meeting.pk}@pug.example.go.id"


def test_it_shows_no_more_than_the_hat_sees(world, client, clock):
    clock("2020-11-01")
    meeting_at("rencana", world)
    token = actions.make_feed_link(by=world.wati)

    assert summaries(feed(client, token)) == []


def test_a_cancelled_meeting_is_told_as_cancelled(world, client, clock):
    clock("2020-11-01")
    meeting_at("dibatalkan", world)
    token = actions.make_feed_link(by=world.siti)

    [event] = Calendar.from_ical(feed(client, token).content).walk("vevent")

    assert event["status"] == "CANCELLED"


def test_a_new_address_ends_the_old_one(world, client):
    old = actions.make_feed_link(by=world.siti)
    new = actions.make_feed_link(by=world.siti)

    assert feed(client, old).status_code == 404
    assert feed(client, new).status_code == 200


def test_a_revoked_address_ends(world, client):
    token = actions.make_feed_link(by=world.siti)
    actions.revoke_feed_link(by=world.siti)

    assert feed(client, token).status_code == 404


def test_nothing_is_left_to_revoke(world):
    with pytest.raises(Refusal, match="sudah dicabut"):
        actions.revoke_feed_link(by=world.siti)


def test_it_ends_with_the_hat(world, client, clock):
    token = actions.make_feed_link(by=world.ratih)
    assert feed(client, token).status_code == 200
    world.ratih.user.assignments.update(end="2020-01-02", start="2020-01-01")

    assert feed(client, token).status_code == 404


def test_it_ends_with_the_account(world, client):
    token = actions.make_feed_link(by=world.siti)
    world.siti.user.is_active = False
    world.siti.user.save()

    assert feed(client, token).status_code == 404


def test_a_guessed_address_is_not_there(db, client):
    assert feed(client, "tebakan").status_code == 404


def test_the_address_is_shown_once(world, client_of):
    client = client_of(world.siti)
    client.post(reverse("calendar-link-make"))

    assert ".ics" in client.get(reverse("calendar")).content.decode()
    assert ".ics" not in client.get(reverse("calendar")).content.decode()


def test_the_token_itself_is_nowhere_stored(world):
    token = actions.make_feed_link(by=world.siti)

    assert not FeedLink.objects.filter(token_digest__contains=token[:8]).exists()
    assert token not in str(list(Event.objects.values_list("object_label", flat=True)))

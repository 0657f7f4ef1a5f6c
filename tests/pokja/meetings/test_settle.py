"""The notulis signs, somebody else settles, and from then on nothing moves."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from pokja.meetings import (
    minutes_actions,
    part_actions,
    recommendation_actions,
)
from pokja.meetings.content import digest, freeze, is_intact
from pokja.meetings.models import Meeting
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from pug_portal.audit.models import Event
from tests.make import meetings as make


def sign(meeting, by, notulis="Rina Astuti"):
    return minutes_actions.sign_minutes(meeting=meeting, notulis=notulis, by=by)


def settle(meeting, by, **other):
    return minutes_actions.settle_minutes(meeting=meeting, by=by, **other)


def test_signing_says_who_and_when(world, clock):
    clock("2020-10-27")
    meeting = make.meeting_at("koreksi", world)

    assert meeting.notulis == "Rina Astuti"
    assert meeting.signed_by == world.siti.user
    assert meeting.signed_at.date() == dt.date(2020, 10, 27)


def test_signing_needs_attendance_minutes_and_a_chair(world):
    meeting = make.meeting_at("berlangsung", world, chair_position="")

    with pytest.raises(Refusal, match="kehadiran, butir notulen, pimpinan rapat"):
        sign(meeting, world.siti)


def test_signing_needs_a_name(world):
    meeting = make.meeting_at("berlangsung", world)
    make.fill(meeting, world)

    with pytest.raises(Refusal) as refused:
        sign(meeting, world.siti, notulis=" ")
    assert refused.value.field == "notulis"


def test_a_double_click_signs_once(world):
    meeting = make.meeting_at("koreksi", world)

    with pytest.raises(Refusal, match="tidak dapat berubah"):
        sign(meeting, world.siti)
    assert Event.objects.filter(verb="minutes.signed").count() == 1


def test_settling_freezes_the_text_and_its_hash(world):
    meeting = Meeting.objects.get(pk=make.meeting_at("disahkan", world).pk)
    content = meeting.settled_content

    assert meeting.settled_by == world.joko.user
    assert meeting.settled_sha256 == digest(content)
    assert is_intact(meeting)
    first = content["minutes"][0]
    assert first["section"] == "pembahasan"
    assert [sub["text"] for sub in first["subs"]] == [
        "Mencakup disabilitas",
        "Mencakup usia",
    ]
    assert content["totals"]["total"] == 9
    assert content["recommendations"][0]["number"] == 1
    assert content["signed"]["notulis"] == "Rina Astuti"
    assert content["settled"]["by"] == "Joko Purwanto"


def test_a_tampered_text_is_noticed(world):
    meeting = make.meeting_at("disahkan", world)
    meeting.settled_content["minutes"][0]["text"] = "Lain"

    assert not is_intact(meeting)


def test_only_bappeda_settles(world):
    meeting = make.meeting_at("koreksi", world)

    for who in ("siti", "ratih", "hasan", "wati", "yusuf", "prov", "budi"):
        with pytest.raises(PermissionDenied):
            settle(meeting, getattr(world, who))


def test_the_signer_does_not_settle_his_own_minutes(world):
    meeting = make.meeting_at("berlangsung", world)
    make.fill(meeting, world)
    meeting = sign(meeting, world.joko)

    with pytest.raises(Refusal, match="Anda tanda tangani sendiri"):
        settle(meeting, world.joko)


def test_two_hats_on_one_head_do_not_help(world):
    meeting = make.meeting_at("koreksi", world)
    other_hat = Actor(user=world.siti.user, role=Role.BAPPEDA, region=world.blora)

    with pytest.raises(Refusal, match="Anda tanda tangani sendiri"):
        settle(meeting, other_hat)


def test_the_second_of_two_who_settle_is_told_who_was_first(world, clock):
    clock("2020-10-28T14:32")
    meeting = make.meeting_at("koreksi", world)
    seen_by_second = Meeting.objects.get(pk=meeting.pk)
    settle(meeting, world.joko)

    with pytest.raises(Refusal, match="Joko Purwanto pada 28 Oktober 2020 pukul 14"):
        settle(seen_by_second, world.joko)
    assert Event.objects.filter(verb="minutes.settled").count() == 1


@pytest.mark.slow
def test_a_text_that_changed_since_it_was_read_is_not_settled(world):
    meeting = make.meeting_at("koreksi", world)
    seen = digest(freeze(Meeting.objects.get(pk=meeting.pk)))
    meeting = minutes_actions.return_minutes(
        meeting=meeting, reason="Butir 2 belum lengkap", by=world.joko
    )
    part_actions.set_minutes(meeting=meeting, text="1. Isi lain", by=world.siti)
    sign(meeting, world.siti)

    with pytest.raises(Refusal, match="berubah sejak"):
        settle(meeting, world.joko, seen=seen)
    fresh = digest(freeze(Meeting.objects.get(pk=meeting.pk)))
    assert settle(meeting, world.joko, seen=fresh).is_settled


def test_sent_back_minutes_lose_their_signature_and_say_why(world):
    meeting = minutes_actions.return_minutes(
        meeting=make.meeting_at("koreksi", world),
        reason="Kurang butir 6",
        by=world.joko,
    )

    assert (meeting.state, meeting.signed_by) == ("berlangsung", None)
    assert meeting.state_reason == "Kurang butir 6"


def test_sending_back_needs_a_reason(world):
    with pytest.raises(Refusal):
        minutes_actions.return_minutes(
            meeting=make.meeting_at("koreksi", world), reason="", by=world.joko
        )


@pytest.mark.slow
def test_numbers_run_without_gaps_per_region_and_year(world):
    first = make.meeting_at("berlangsung", world)
    make.fill(first, world)
    dropped = make.recommend(first, world, text="Draf yang dihapus")
    make.recommend(first, world, text="Kedua")
    recommendation_actions.remove_recommendation(recommendation=dropped, by=world.siti)
    second = make.follow_up_of(world, title="Rapat Pokja")
    settle(sign(first, world.siti), world.joko)

    numbers = [row.number for row in first.recommendations.all()]
    assert (second.number, second.year) == (1, 2020)
    assert numbers == [2, 3]
    assert make.follow_up_of(world, held=dt.date(2019, 11, 28)).number == 1


def test_the_database_refuses_one_number_twice(world):
    row = make.follow_up_of(world)
    twin = make.recommend(make.meeting_at("berlangsung", world, title="Lain"), world)

    with pytest.raises(IntegrityError), transaction.atomic():
        type(twin).objects.filter(pk=twin.pk).update(number=row.number, year=row.year)

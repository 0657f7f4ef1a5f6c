"""Planning a meeting and moving it along, up to the day itself."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from pokja.meetings import actions
from pokja.meetings.file_actions import attach_file, delete_meeting
from pokja.meetings.models import Meeting, Recommendation
from pokja.meetings.times import moment
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import meetings as make


@pytest.fixture(autouse=True)
def in_november(clock):
    clock("2020-11-02")


def plan(world, **other) -> Meeting:
    return actions.plan_meeting(
        region=world.blora, by=world.siti, **make.facts(world.blora, **other)
    )


def test_the_secretariat_and_bappeda_plan(world):
    plan(world)
    made = actions.plan_meeting(
        region=world.blora,
        by=world.joko,
        **make.facts(
            world.blora,
            title="Rapat Tim Teknis",
            held=dt.date(2020, 11, 20),
            is_past_entry=False,
        ),
    )

    assert made.state == "rencana"
    assert Event.objects.filter(verb="meeting.planned").count() == 2


@pytest.mark.parametrize("who", ["ratih", "hasan", "wati", "yusuf", "admin", "baru"])
def test_others_may_not_plan(world, who):
    with pytest.raises(PermissionDenied):
        actions.plan_meeting(
            region=world.blora, by=getattr(world, who), **make.facts(world.blora)
        )


def test_a_stranger_changes_nothing(world):
    meeting = plan(world)

    for stranger in (world.budi, world.prov):
        with pytest.raises(PermissionDenied, match="daerah lain"):
            actions.change_meeting(meeting=meeting, title="Lain", by=stranger)


def test_a_double_click_plans_once(world):
    plan(world)

    with pytest.raises(Refusal, match="sudah tercatat"):
        plan(world)
    assert Meeting.objects.count() == 1


def test_a_meeting_does_not_end_before_it_starts(world):
    with pytest.raises(Refusal) as refused:
        plan(world, ends_at=moment(make.HELD, dt.time(8), world.blora))

    assert refused.value.field == "ends_time"


def test_a_mistyped_year_is_noticed(world):
    with pytest.raises(Refusal, match="31 hari"):
        plan(world, ends_at=moment(dt.date(2021, 10, 26), dt.time(12), world.blora))


def test_a_past_date_must_be_meant(world):
    with pytest.raises(Refusal, match="sudah lewat"):
        plan(world, is_past_entry=False)


def test_a_future_meeting_is_not_entered_afterwards(world):
    with pytest.raises(Refusal, match="belum berlangsung"):
        plan(world, held=dt.date(2020, 12, 1))


def test_times_belong_to_the_zone_of_the_region(world):
    world.blora.zone = "WIT"
    world.blora.save()

    meeting = plan(world)

    assert meeting.starts_at.utctimetuple().tm_hour == 0


def test_a_past_meeting_is_recorded_without_an_invitation(world):
    meeting = actions.start_meeting(meeting=plan(world), by=world.siti)

    assert meeting.state == "berlangsung"


def test_a_coming_meeting_needs_its_invitation_and_its_day(world, clock):
    meeting = plan(world, held=dt.date(2020, 11, 20), is_past_entry=False)

    with pytest.raises(Refusal, match="undangan"):
        actions.start_meeting(meeting=meeting, by=world.siti)
    actions.invite(meeting=meeting, by=world.siti)
    with pytest.raises(Refusal, match="20 November 2020"):
        actions.start_meeting(meeting=meeting, by=world.siti)
    clock("2020-11-20")
    assert actions.start_meeting(meeting=meeting, by=world.siti).state == "berlangsung"


def test_a_postponed_meeting_gets_a_new_time(world):
    meeting = make.meeting_at("ditunda", world)
    assert meeting.state_reason == "Bupati berhalangan"

    meeting = actions.reschedule(
        meeting=meeting,
        starts_at=moment(dt.date(2020, 10, 28), dt.time(9), world.blora),
        ends_at=moment(dt.date(2020, 10, 28), dt.time(12), world.blora),
        by=world.siti,
    )

    assert (meeting.state, meeting.state_reason) == ("rencana", "")
    event = Event.objects.get(verb="meeting.rescheduled")
    assert set(event.changes) == {"starts_at", "ends_at", "state"}


@pytest.mark.parametrize("verb", [actions.postpone, actions.cancel])
def test_postponing_and_cancelling_need_a_reason(world, verb):
    with pytest.raises(Refusal) as refused:
        verb(meeting=plan(world), reason="  ", by=world.siti)

    assert refused.value.field == "reason"


def test_a_change_made_meanwhile_by_another_is_not_overwritten(world):
    meeting = plan(world)
    opened = meeting.revision
    actions.change_meeting(meeting=meeting, title="Rakor PUG", by=world.joko)

    with pytest.raises(Refusal, match="diubah orang lain"):
        actions.change_meeting(
            meeting=meeting, title="Lain", by=world.siti, revision=opened
        )
    assert Meeting.objects.get().title == "Rakor PUG"


@pytest.mark.slow
def test_a_wrong_entry_is_deleted_with_what_hangs_on_it(world):
    meeting = make.meeting_at("berlangsung", world)
    make.fill(meeting, world)
    attach_file(meeting=meeting, upload=make.png(), kind="foto", by=world.siti)

    delete_meeting(meeting=meeting, reason="Salah kabupaten", by=world.siti)

    assert not Meeting.objects.exists()
    assert not Recommendation.objects.exists()
    event = Event.objects.get(verb="meeting.deleted")
    assert event.changes["rekomendasi"] == [1, None]
    assert event.reason == "Salah kabupaten"
    assert Event.objects.filter(verb="file.deleted").exists()


def test_deleting_needs_a_reason_and_leaves_the_row_otherwise(world):
    meeting = plan(world)

    with pytest.raises(Refusal):
        delete_meeting(meeting=meeting, reason="", by=world.siti)
    assert Meeting.objects.exists()


def test_what_another_deleted_meanwhile_is_said(world):
    meeting = plan(world)
    delete_meeting(meeting=meeting, reason="Ganda", by=world.joko)

    with pytest.raises(Refusal, match="sudah dihapus"):
        actions.invite(meeting=meeting, by=world.siti)

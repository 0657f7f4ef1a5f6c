"""Quorum and the link of an online meeting."""

from __future__ import annotations

import pytest

from pokja.letters.channels import message
from pokja.letters.content import from_json
from pokja.letters.queries import differs
from pokja.letters.writing import content_of
from pokja.meetings import actions
from pokja.meetings.paper import paper_of
from pokja.meetings.quorum import Quorum, asked_to
from pug_portal.access.refusal import Refusal
from tests.make import attendance as make_attendance
from tests.make import letters as make_letters
from tests.make import meetings as make

LINK = "https://rapat.contoh.id/pokja?sandi=1"


def test_a_quorum_is_rounded_up_and_told():
    assert Quorum(50, 25, 12).told == (
        "50% dari 25 yang diundang (13 orang): belum terpenuhi, 12 hadir"
    )
    assert Quorum(50, 25, 13).is_met
    assert Quorum(100, 3, 3).is_met


@pytest.mark.slow
@pytest.mark.django_db
def test_the_list_by_name_is_asked_first_and_the_minutes_tell_it(world, client_of):
    meeting = make_attendance.settled_by_name(
        world, ("hadir", "izin", "hadir"), quorum_percent=60, planned_participants=90
    )

    told = "60% dari 3 yang diundang (2 orang): terpenuhi, 2 hadir"
    assert paper_of(meeting).content["quorum"] == told
    for page in ("", "cetak/"):
        html = client_of(world.siti).get(f"/rapat/{meeting.pk}/{page}").content.decode()
        assert told in html
    plan = make.meeting_at("rencana", world, title="Lain", planned_participants=90)
    assert asked_to(plan) == 90


@pytest.mark.django_db
def test_a_quorum_that_cannot_be_is_refused(world):
    for share in (0, 101):
        with pytest.raises(Refusal) as refused:
            make.meeting_at("rencana", world, quorum_percent=share)
        assert refused.value.field == "quorum_percent"


@pytest.mark.slow
@pytest.mark.django_db
def test_the_link_stands_in_every_channel_and_a_new_one_calls_for_a_correction(world):
    letter = make_letters.finished(world, make_letters.meeting(world, online_link=LINK))
    content = from_json(letter.content)
    meeting = letter.meeting

    assert f"Tautan: {LINK}" in message(content)
    meeting.refresh_from_db()
    assert not differs(meeting, letter)
    meeting = actions.change_meeting(
        meeting=meeting, online_link=f"{LINK}2", by=world.siti
    )
    assert differs(meeting, letter)
    draft = make_letters.draft(world, meeting, kind="ralat")
    told = {fact.label: fact.was for fact in content_of(draft).facts}
    assert told["Tautan"] == LINK
    assert told["Tempat"] == ""

"""Settled minutes: every verb refuses, and their pages lead back."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from pokja.meetings import (
    actions,
    agenda_actions,
    draft_actions,
    file_actions,
    invitee_actions,
    minutes_actions,
    part_actions,
    recommendation_actions,
)
from pokja.meetings.content import freeze, is_intact
from pokja.meetings.models import Meeting, MinutesRevision
from pokja.meetings.rows import (
    AgendaRow,
    AttendanceRow,
    OutcomeRow,
    RecommendationFacts,
)
from pokja.meetings.times import moment
from pug_portal.access.refusal import Refusal
from tests.make import meetings as make


def writers(meeting, world):
    """Every verb that could still write in a meeting."""
    row = meeting.recommendations.first()
    facts = RecommendationFacts(text="Lain", proposer="Pokja", responsible="BPS")
    attached = meeting.files.first()
    times = moment(make.HELD, dt.time(9), world.blora)
    siti, joko = world.siti, world.joko
    return {
        "change": lambda: actions.change_meeting(meeting=meeting, title="X", by=siti),
        "invite": lambda: actions.invite(meeting=meeting, by=siti),
        "start": lambda: actions.start_meeting(meeting=meeting, by=siti),
        "postpone": lambda: actions.postpone(meeting=meeting, reason="x", by=siti),
        "cancel": lambda: actions.cancel(meeting=meeting, reason="x", by=siti),
        "reschedule": lambda: actions.reschedule(
            meeting=meeting, starts_at=times, ends_at=times, by=siti
        ),
        "delete": lambda: file_actions.delete_meeting(
            meeting=meeting, reason="x", by=siti
        ),
        "agenda": lambda: agenda_actions.set_agenda(
            meeting=meeting, rows=[AgendaRow("X")], by=siti
        ),
        "outcomes": lambda: part_actions.set_outcomes(
            meeting=meeting, rows=[OutcomeRow("X")], by=siti
        ),
        "attendance": lambda: part_actions.set_attendance(
            meeting=meeting, rows=[AttendanceRow(institution="X", men=1)], by=siti
        ),
        "minutes": lambda: part_actions.set_minutes(
            meeting=meeting, text="1. X", by=siti
        ),
        "add recommendation": lambda: recommendation_actions.add_recommendation(
            meeting=meeting, facts=facts, by=siti
        ),
        "change recommendation": lambda: recommendation_actions.change_recommendation(
            recommendation=row, facts=facts, by=siti
        ),
        "remove recommendation": lambda: recommendation_actions.remove_recommendation(
            recommendation=row, by=siti
        ),
        "attach": lambda: file_actions.attach_file(
            meeting=meeting, upload=make.png("lain.png"), kind="bahan", by=siti
        ),
        "remove file": lambda: file_actions.remove_file(
            attached=attached, reason="x", by=siti
        ),
        "photographs": lambda: file_actions.set_photos(
            meeting=meeting,
            rows=[file_actions.PhotoRow(attached.pk, "X", 1)],
            by=siti,
        ),
        "invitees": lambda: invitee_actions.set_invitees(
            meeting=meeting, keys=[], by=siti
        ),
        "template": lambda: agenda_actions.lay_template(
            meeting=meeting, rows=[AgendaRow("X")], replace=True, by=siti
        ),
        "editor": lambda: draft_actions.save_draft(
            meeting=meeting, sent=draft_actions.Sent([]), by=siti
        ),
        "revision": lambda: draft_actions.restore_revision(
            meeting=meeting, revision=MinutesRevision(meeting=meeting), by=siti
        ),
        "sign": lambda: minutes_actions.sign_minutes(
            meeting=meeting, notulis="Rina Astuti", by=siti
        ),
        "return": lambda: minutes_actions.return_minutes(
            meeting=meeting, reason="x", by=joko
        ),
        "settle": lambda: minutes_actions.settle_minutes(meeting=meeting, by=joko),
    }


def is_refused(verb) -> bool:
    try:
        verb()
    except Refusal:
        return True
    return False


def settled_with_file(world):
    meeting = make.meeting_at("berlangsung", world)
    make.fill(meeting, world)
    file_actions.attach_file(
        meeting=meeting, upload=make.png(), kind="foto", by=world.siti
    )
    signed = minutes_actions.sign_minutes(
        meeting=meeting, notulis="Rina Astuti", by=world.siti
    )
    return minutes_actions.settle_minutes(meeting=signed, by=world.joko)


@pytest.mark.slow
def test_every_verb_is_refused_once_the_minutes_are_settled(world):
    meeting = settled_with_file(world)
    before = freeze(Meeting.objects.get(pk=meeting.pk))

    for name, verb in writers(meeting, world).items():
        assert is_refused(verb), name

    after = Meeting.objects.get(pk=meeting.pk)
    assert freeze(after) == before
    assert is_intact(after)


PARTS = [
    "meeting-change",
    "meeting-agenda",
    "meeting-outcomes",
    "meeting-attendance",
    "meeting-minutes",
    "recommendation-add",
    "meeting-file-add",
    "meeting-postpone",
    "meeting-cancel",
    "meeting-reschedule",
    "meeting-delete",
    "meeting-sign",
    "meeting-return",
    "meeting-photos",
    "prepare-facts",
    "prepare-outcomes",
    "prepare-agenda",
    "prepare-invitees",
    "participant-add",
]


@pytest.mark.slow
def test_the_pages_of_settled_minutes_lead_back_and_change_nothing(world, client_of):
    meeting = settled_with_file(world)
    before = Meeting.objects.get(pk=meeting.pk).revision
    siti = client_of(world.siti)

    for name in PARTS:
        address = f"/rapat/{meeting.pk}/"
        url = reverse(name, args=[meeting.pk])
        assert siti.get(url).url == address, name
        assert siti.post(url, {"reason": "x", "notulis": "x"}).status_code in {302, 422}
    for name in ("meeting-invite", "meeting-start"):
        assert siti.post(reverse(name, args=[meeting.pk])).url == address
    assert Meeting.objects.get(pk=meeting.pk).revision == before

"""Several offices answer for one recommendation; which have proposed none yet."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from pokja.meetings import follow_up_actions as actions
from pokja.meetings import recommendation_actions, workflow
from pokja.meetings.carry_over import CarriedOver
from pokja.meetings.completeness import Completeness, completeness_of
from pokja.meetings.models import Recommendation
from pokja.meetings.queries import count_follow_ups, follow_ups
from pokja.meetings.rows import RecommendationFacts
from pokja.reports.collect_meetings import follow_up_rows
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from pug_portal.lib.semesters import Semester
from tests.make import letters
from tests.make import meetings as make

DAY = dt.date(2021, 1, 20)


@pytest.fixture
def shared(world, clock) -> Recommendation:
    """Falls to Dinkes, with DLH and Bappeda beside it."""
    clock("2021-01-20")
    meeting = make.meeting_at("koreksi", world)
    meeting = make.minutes_actions.return_minutes(
        meeting=meeting, reason="Lengkapi", by=world.joko
    )
    row = meeting.recommendations.get()
    facts = RecommendationFacts(
        text=row.text,
        proposer_opd=world.dlh,
        responsible_opd=world.dinkes,
        co_responsible=(world.dlh, world.bappeda),
        due_on=row.due_on,
        expected_proof="Dokumen profil gender",
    )
    recommendation_actions.change_recommendation(
        recommendation=row, facts=facts, by=world.siti
    )
    make.minutes_actions.sign_minutes(meeting=meeting, notulis="Rina", by=world.siti)
    make.minutes_actions.settle_minutes(meeting=meeting, by=world.joko)
    row.refresh_from_db()
    return row


@pytest.mark.slow
def test_every_screen_and_the_report_name_all_offices(world, shared, client_of):
    told = "Dinkes, Bappeda, DLH"
    [row] = follow_up_rows(world.blora, Semester(2020, 2), DAY)
    later = make.meeting_at("rencana", world, title="Rapat kedua", held=DAY)
    frozen = shared.meeting.settled_content["recommendations"][0]
    siti = client_of(world.siti)
    pages = [
        reverse("follow-up-list"),
        reverse("follow-up", args=[shared.pk]),
        reverse("meeting-detail", args=[shared.meeting_id]),
        reverse("meeting-print", args=[shared.meeting_id]),
    ]

    assert row.responsible == told
    assert CarriedOver(later).items[0].owner == told
    assert (frozen["responsible"], frozen["expected_proof"]) == (
        told,
        "Dokumen profil gender",
    )
    for url in pages:
        html = siti.get(url).content.decode()
        assert told in html
        assert "Dokumen profil gender" in html or url == pages[0]


@pytest.mark.slow
def test_an_office_beside_the_first_sees_and_answers_and_others_do_not(
    world, shared, client_of
):
    url = reverse("follow-up", args=[shared.pk])
    assert client_of(world.dewi).get(url).status_code == 200
    actions.report_follow_up(recommendation=shared, text="Data siap", by=world.dewi)

    assert shared.notes.get().written_by == world.dewi.user
    assert "Data siap" in client_of(world.ratih).get(url).content.decode()


def test_an_office_that_is_taken_off_neither_sees_nor_answers(world, shared, client_of):
    shared.co_responsible.set([world.bappeda])
    url = reverse("follow-up", args=[shared.pk])

    assert client_of(world.dewi).get(url).status_code == 404
    with pytest.raises(PermissionDenied, match="OPD lain"):
        actions.report_follow_up(recommendation=shared, text="Data", by=world.dewi)


def test_the_figures_count_it_once(world, shared):
    for rows in (
        follow_ups(world.blora, DAY),
        Recommendation.objects.for_actor(world.dewi),
        Recommendation.objects.falling_to([world.dlh.pk, world.bappeda.pk]),
    ):
        counts = count_follow_ups(rows, DAY)
        assert (counts.total, counts.late) == (1, 1)


def test_names_beside_the_rows_cost_no_query_of_their_own(
    world, shared, django_assert_num_queries
):
    with django_assert_num_queries(1):
        assert [row.owner for row in follow_ups(world.blora, DAY)] == [
            "Dinkes, Bappeda, DLH"
        ]


@pytest.mark.slow
def test_the_change_is_told_and_wrong_offices_are_refused(world, shared):
    event = Event.objects.get(verb="recommendation.changed")
    assert event.changes["co_responsible"] == [[], ["Bappeda", "DLH"]]
    meeting = make.meeting_at("berlangsung", world, title="Lain")
    assert meeting.state in workflow.RECORD_OPEN
    for wrong in (world.dinkes, world.dinkes_rembang):
        with pytest.raises(Refusal) as refused:
            make.recommend(meeting, world, co_responsible=(wrong,))
        assert refused.value.field == "co_responsible"


def test_who_has_not_proposed_is_counted_among_the_invited(
    world, django_assert_num_queries
):
    """Tanah Bumbu 2025: a recommendation from each focal point."""
    meeting = letters.meeting(world)
    asked = {row.opd for row in meeting.invitees.all() if row.opd}
    assert asked
    make.Meeting.objects.filter(pk=meeting.pk).update(state="berlangsung")
    meeting.refresh_from_db()
    assert meeting.region
    one = min(asked, key=lambda opd: opd.short_name)
    due = dt.date(2030, 12, 31)
    make.recommend(meeting, world, proposer_opd=one, due_on=due)
    others = sorted(opd.short_name for opd in asked - {one})

    with django_assert_num_queries(1):
        found = completeness_of(meeting)
    assert found == Completeness("diundang", len(asked), tuple(others))


@pytest.mark.slow
def test_without_invited_offices_those_that_came_are_counted(world, client_of):
    meeting = make.meeting_at("berlangsung", world)
    assert completeness_of(meeting) is None
    make.fill(meeting, world)

    found = completeness_of(meeting)
    html = client_of(world.siti).get(reverse("meeting-detail", args=[meeting.pk]))
    form = client_of(world.siti).get(reverse("recommendation-add", args=[meeting.pk]))

    assert found == Completeness("hadir", 2, ("Dinkes",))
    assert "1 dari 2 OPD yang hadir" in html.content.decode()
    assert "1 dari 2 OPD yang hadir" in form.content.decode()


def test_a_meeting_of_focal_points_asks_every_active_office(world):
    meeting = make.meeting_at("berlangsung", world, kind="rapat_focal_point")

    assert completeness_of(meeting).missing == (
        "Bappeda",
        "DLH",
        "Dinkes",
        "Dinsos P3A",
    )

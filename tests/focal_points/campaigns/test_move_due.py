"""The deadline moves with a reason, is told to every OPD, and nobody moves it unseen."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from focal_points.campaigns.actions import close_campaign, move_due
from focal_points.campaigns.board import rows_of
from focal_points.campaigns.letters import recap
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import planning as make

OLD, NEW = dt.date(2026, 12, 2), dt.date(2026, 12, 11)


@pytest.fixture
def campaign(world, clock):
    clock("2026-11-22")
    return make.campaign(world.blora)


@pytest.mark.slow
def test_moved_on_the_page_and_told_on_the_board_and_to_the_opd(
    world, campaign, client_of
):
    desk, url = client_of(world.siti), reverse("campaign-move-due", args=[campaign.pk])
    told = {"due_on": "2026-12-11", "reason": "RKA <b>mundur</b>", "seen": "2026-12-02"}
    for _ in range(2):  # a double click
        assert desk.post(url, told).status_code == 302

    board = desk.get(reverse("campaign-detail", args=[campaign.pk])).content.decode()
    own = reverse("campaign-opd", args=[campaign.pk, world.dinkes.pk])
    for page in (board, client_of(world.ratih).get(own).content.decode()):
        assert "dari 2 Desember 2026 menjadi 11 Desember 2026" in page
        assert "RKA &lt;b&gt;mundur" in page
    [event] = Event.objects.filter(verb="campaign.due_moved")
    assert event.changes == {"due_on": ["2026-12-02", "2026-12-11"]}
    assert event.reason == "RKA <b>mundur</b>"
    campaign.refresh_from_db()
    asked = recap(rows_of(campaign), campaign, "", "")
    assert "tenggat 11 Desember 2026 (dipindahkan dari 2 Desember 2026)" in asked


def test_what_came_by_the_new_day_is_in_time(world, campaign, clock):
    clock("2026-12-05")
    late = make.uploaded(campaign, world.dinkes, world.ratih)
    assert late.is_late_in(campaign)

    assert not late.is_late_in(
        move_due(campaign=campaign, due_on=NEW, reason="Mundur", by=world.joko)
    )


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"due_on": dt.date(2026, 11, 21)}, "due_on"),
        ({"due_on": dt.date(2029, 1, 1)}, "due_on"),
        ({"reason": " "}, "reason"),
        ({"seen": dt.date(2026, 12, 1)}, "due_on"),
    ],
)
def test_a_senseless_or_unseen_move_is_refused_beside_its_field(
    world, campaign, facts, field
):
    told = {"due_on": NEW, "reason": "Mundur", "seen": OLD, **facts}
    with pytest.raises(Refusal) as refused:
        move_due(campaign=campaign, by=world.joko, **told)

    assert refused.value.field == field


def test_a_page_that_lay_open_is_told_the_deadline_of_now(world, campaign, client_of):
    url = reverse("campaign-move-due", args=[campaign.pk])
    move_due(campaign=campaign, due_on=NEW, reason="Mundur", by=world.joko)
    told = {"due_on": "2026-12-20", "reason": "Lagi", "seen": "2026-12-02"}

    page = client_of(world.siti).post(url, told)

    assert page.status_code == 422
    assert "11 Desember 2026" in page.content.decode()
    assert 'value="2026-12-11"' in page.content.decode()  # what is seen now


def test_others_move_nothing_and_a_closed_one_stays(world, campaign):
    told = {"campaign": campaign, "due_on": NEW, "reason": "Mundur"}
    for by in (world.ratih, world.wati, world.budi, world.prov):
        with pytest.raises(PermissionDenied):
            move_due(by=by, **told)
    close_campaign(campaign=campaign, reason="Cukup", by=world.joko)
    with pytest.raises(Refusal, match="sudah ditutup"):
        move_due(by=world.joko, **told)

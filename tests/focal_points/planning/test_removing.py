"""A row written by mistake goes after a question, and the trail keeps what it said."""

from __future__ import annotations

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from focal_points.planning.actions import add_proposal, change_proposal
from focal_points.planning.models import GenderProposal, Musrenbang, Stage
from focal_points.planning.removing import remove_musrenbang, remove_proposal
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import planning as make


@pytest.fixture
def held(world, clock) -> Musrenbang:
    clock("2026-11-22")
    return make.musrenbang(world.blora, men=60, women=40)


def proposed(world, held, title="Air bersih <b>"):
    return add_proposal(musrenbang=held, title=title, proposer="PEKKA", by=world.joko)


def test_a_proposal_typed_twice_by_a_double_click_is_one(world, held):
    assert proposed(world, held) == proposed(world, held)
    assert proposed(world, held, "Posyandu") != proposed(world, held)


@pytest.mark.slow
def test_asked_first_removed_once_and_told_on_the_stage(world, held, client_of):
    proposed(world, held)
    client = client_of(world.siti)
    change = client.get(reverse("musrenbang-change", args=[held.pk])).content.decode()
    url = reverse("musrenbang-remove", args=[held.stage_id, held.pk])
    assert url in change
    asked = client.get(url).content.decode()
    assert "Cepu" in asked
    assert "Air bersih &lt;b&gt;" in asked
    back = reverse("planning-stage", args=[held.stage_id])
    for _ in range(2):  # the second click of a double click leads back as well
        assert client.post(url, {"seen": "1"}).url == back

    assert not Musrenbang.objects.exists()
    assert not GenderProposal.objects.exists()
    [event] = Event.objects.filter(verb="musrenbang.removed")
    assert event.changes["Kecamatan Cepu"] == ["1 Januari 2026, L 60, P 40", None]
    assert "Air bersih &lt;b&gt;" in client.get(back).content.decode()
    assert client.get(url).status_code == 404


@pytest.mark.slow
def test_what_changed_since_the_page_was_opened_is_not_removed(world, held, client_of):
    client = client_of(world.joko)
    one = proposed(world, held)
    url = reverse("musrenbang-remove", args=[held.stage_id, held.pk])
    for seen in ("0", "", "x"):
        page = client.post(url, {"seen": seen})
        assert page.status_code == 422
        assert "Periksa lagi" in page.content.decode()
    change_proposal(
        proposal=one,
        title=one.title,
        proposer=one.proposer,
        state="ditampung",
        opd=world.dinkes,
        reason="",
        by=world.joko,
    )
    with pytest.raises(Refusal, match="baru saja menjadi «Ditampung»"):
        remove_proposal(proposal=one, seen="belum_diputus", by=world.siti)

    url = reverse("proposal-remove", args=[held.stage_id, one.pk])
    assert client.post(url, {"seen": "ditampung"}).status_code == 302
    assert not GenderProposal.objects.exists()


def test_others_remove_nothing(world, held):
    for by in (world.ratih, world.wati, world.yusuf, world.budi, world.prov):
        with pytest.raises(PermissionDenied):
            remove_musrenbang(musrenbang=held, seen=0, by=by)


def test_a_row_of_another_stage_is_not_there(world, held, client_of):
    other = Stage.objects.exclude(pk=held.stage_id).first()
    url = reverse("musrenbang-remove", args=[other.pk, held.pk])

    assert client_of(world.siti).get(url).status_code == 404


def test_a_proposal_to_a_removed_row_says_so(world, held):
    remove_musrenbang(musrenbang=held, seen=0, by=world.joko)

    with pytest.raises(Refusal, match="dihapus"):
        proposed(world, held)


def test_a_decision_made_meanwhile_is_shown_and_not_overwritten(world, held, client_of):
    one = proposed(world, held)
    client, url = client_of(world.siti), reverse("proposal-change", args=[one.pk])

    def seen(page) -> str:
        return re.search(r'name="seen" value="(\w+)"', page.content.decode())[1]

    held_token = seen(client.get(url))
    change_proposal(
        proposal=one,
        title=one.title,
        proposer=one.proposer,
        state="ditampung",
        opd=world.dinkes,
        reason="",
        by=world.joko,
    )
    typed = {
        "title": one.title,
        "proposer": "PEKKA",
        "state": "tidak_ditampung",
        "reason": "Belum ada lahan",
    }

    stale = client.post(url, {**typed, "seen": held_token})

    assert stale.status_code == 409
    assert "Dinas Kesehatan" in stale.content.decode()
    one.refresh_from_db()
    assert one.state == "ditampung"
    assert client.post(url, {**typed, "seen": seen(stale)}).status_code == 302

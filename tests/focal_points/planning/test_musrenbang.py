from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from focal_points.planning.actions import (
    add_proposal,
    change_musrenbang,
    change_proposal,
    record_musrenbang,
)
from focal_points.planning.models import Musrenbang, ProposalState, StageKind
from focal_points.planning.queries import Attendance, attendance_of
from pug_portal.access.actor import SYSTEM
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import planning as make


@pytest.fixture(autouse=True)
def in_november(clock):
    clock("2026-11-22")


def proposal_in(held, title="Jalan setapak aman bagi perempuan"):
    return add_proposal(musrenbang=held, title=title, proposer="TP PKK", by=SYSTEM)


def decided(proposal, by, **facts):
    told = {
        "title": proposal.title,
        "proposer": proposal.proposer,
        "state": ProposalState.OPEN,
        "opd": None,
        "reason": "",
    }
    return change_proposal(proposal=proposal, by=by, **{**told, **facts})


def test_what_was_not_counted_is_no_zero_and_spoils_no_share():
    rows = [
        Musrenbang(men=60, women=40),
        Musrenbang(men=30, women=None),
        Musrenbang(men=None, women=None),
    ]
    found = attendance_of(rows)
    assert found == Attendance(60, 40, counted=1, held=3)
    assert found.share == 40
    assert attendance_of([]) == Attendance(None, None, 0, 0)
    assert attendance_of([]).share is None


def test_one_kecamatan_once_whatever_way_it_is_written(world):
    held = make.musrenbang(world.blora, "Kec. Cepu", men=80, women=45)

    with pytest.raises(Refusal, match="sudah dicatat"):
        make.musrenbang(world.blora, " Kecamatan  CEPU ")
    changed = change_musrenbang(
        musrenbang=held,
        kecamatan="Cepu",
        held_on=held.held_on,
        men=80,
        women=46,
        by=world.joko,
    )

    assert (changed.kecamatan, changed.women) == ("Cepu", 46)
    told = Event.objects.get(verb="musrenbang.changed")
    assert told.changes == {"women": [45, 46]}


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"kecamatan": " Kec. "}, "kecamatan"),
        ({"held_on": dt.date(2026, 12, 1)}, "held_on"),
        ({"held_on": dt.date(2025, 2, 1)}, "held_on"),
    ],
)
def test_a_record_that_cannot_be_is_refused_beside_its_field(world, facts, field):
    told = {
        "stage": make.stage(world.blora, StageKind.DISTRICT),
        "kecamatan": "Cepu",
        "held_on": dt.date(2026, 2, 3),
        "men": 1,
        "women": 1,
    }
    with pytest.raises(Refusal) as refused:
        record_musrenbang(**{**told, **facts}, by=world.joko)
    assert refused.value.field == field


def test_only_a_musrenbang_has_attendance(world):
    with pytest.raises(Refusal, match="bukan Musrenbang"):
        record_musrenbang(
            stage=make.stage(world.blora),
            kecamatan="Cepu",
            held_on=dt.date(2026, 2, 3),
            men=1,
            women=1,
            by=world.joko,
        )


def test_a_proposal_taken_over_names_the_opd_and_one_left_says_why(world):
    proposal = proposal_in(make.musrenbang(world.blora))
    with pytest.raises(Refusal, match="Pilih OPD"):
        decided(proposal, world.joko, state=ProposalState.TAKEN)
    with pytest.raises(Refusal, match="alasan"):
        decided(proposal, world.joko, state=ProposalState.LEFT)
    with pytest.raises(Refusal, match="daerah lain"):
        decided(
            proposal,
            world.joko,
            state=ProposalState.TAKEN,
            opd=world.dinkes_rembang,
        )

    taken = decided(proposal, world.joko, state=ProposalState.TAKEN, opd=world.dlh)
    left = decided(
        taken, world.siti, state=ProposalState.LEFT, opd=world.dlh, reason="Pagu habis"
    )

    assert (taken.opd, left.opd, left.reason) == (world.dlh, None, "Pagu habis")
    assert Event.objects.filter(verb="proposal.changed").count() == 2


@pytest.mark.parametrize("who", ["ratih", "wati", "budi", "prov"])
def test_others_record_and_decide_nothing(world, who):
    held = make.musrenbang(world.blora)
    proposal = proposal_in(held)
    actor = world.everyone()[who]
    for verb in (
        lambda: add_proposal(musrenbang=held, title="x", proposer="x", by=actor),
        lambda: decided(proposal, actor, title="y"),
    ):
        with pytest.raises(PermissionDenied):
            verb()


@pytest.mark.slow
def test_the_page_of_the_stage_shows_attendance_and_proposals(world, client_of):
    joko = client_of(world.joko)
    stage = make.stage(world.blora, StageKind.DISTRICT)
    sent = {"kecamatan": "Cepu", "held_on": "2026-02-03", "men": "60", "women": "40"}
    assert joko.post(reverse("musrenbang-add", args=[stage.pk]), {}).status_code == 422
    joko.post(reverse("musrenbang-add", args=[stage.pk]), sent)
    held = stage.held.get()
    joko.post(
        reverse("proposal-add", args=[held.pk]),
        {"title": "Air bersih <b>dekat</b> rumah", "proposer": "PEKKA"},
    )
    proposal = held.proposals.get()
    joko.post(
        reverse("proposal-change", args=[proposal.pk]),
        {
            "title": proposal.title,
            "proposer": "PEKKA",
            "state": "ditampung",
            "opd": world.dlh.pk,
            "reason": "",
        },
    )

    page = reverse("planning-stage", args=[stage.pk])
    shown = client_of(world.ratih).get(page).content.decode()
    assert "60 laki-laki, 40 perempuan (40" in shown
    assert "Air bersih &lt;b&gt;dekat" in shown
    assert "Ditampung" in shown
    assert "DLH" in shown
    assert "Catat kecamatan" not in shown


@pytest.mark.slow
def test_the_page_asks_the_same_for_three_and_forty_kecamatan(
    world, client_of, django_assert_max_num_queries
):
    joko = client_of(world.joko)
    for number in range(40):
        proposal_in(
            make.musrenbang(world.blora, f"Kecamatan K{number}", men=1, women=2)
        )
    page = reverse(
        "planning-stage", args=[make.stage(world.blora, StageKind.DISTRICT).pk]
    )
    joko.get(page)
    with django_assert_max_num_queries(12):
        joko.get(page)

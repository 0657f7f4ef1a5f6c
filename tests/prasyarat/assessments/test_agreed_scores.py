"""Two people settle a differing score together: one proposes, the other agrees."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from prasyarat.assessments.agreeing import (
    agree_score,
    decline_score,
    propose_score,
)
from prasyarat.assessments.judge_actions import (
    reopen_answer,
    settle_score,
    verify_answer,
)
from prasyarat.assessments.queries import proposals_for, waiting
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from pug_portal.audit.models import Event
from tests.make import prasyarat as make
from tests.make import pug_portal as make_floor

D = Decimal


@pytest.fixture
def judged(world):
    """Siti filled it, Joko gave it a half; nobody else is there."""
    answer = make.answer_at("diajukan", make.item("KEL-1", world.blora), world.siti)
    return verify_answer(
        answer=answer, score=D("0.5"), reason="SK lama.", by=world.joko
    )


def propose(answer, by, score="0.75", reason="Hasil pembahasan."):
    return propose_score(answer=answer, score=D(score), reason=reason, by=by)


@pytest.mark.parametrize(("one", "other"), [("siti", "joko"), ("joko", "siti")])
def test_one_proposes_and_the_other_agrees(judged, world, one, other):
    first, second = getattr(world, one), getattr(world, other)
    propose(judged, first)
    assert not proposals_for(first).exists()
    assert proposals_for(second).get() == judged == waiting(second).get()
    with pytest.raises(PermissionDenied, match="dari Anda"):
        agree_score(answer=judged, by=first)

    answer = agree_score(answer=judged, by=second)

    assert (answer.final_score, answer.final_by) == (D("0.75"), second.user)
    assert answer.final_reason == "Hasil pembahasan."
    assert answer.proposed_score is None
    verbs = Event.objects.about(answer).values_list("verb", "actor_id")
    assert ("answer.score_proposed", first.user.pk) in verbs
    assert ("answer.settled", second.user.pk) in verbs
    with pytest.raises(Refusal, match="tidak ada"):
        agree_score(answer=judged, by=second)


def test_nobody_settles_alone_and_strangers_do_neither(judged, world):
    for person in (world.siti, world.joko):
        with pytest.raises(PermissionDenied):
            settle_score(answer=judged, score=D(1), reason="x", by=person)
    for name in ("ratih", "wati", "budi", "prov", "admin", "yusuf"):
        with pytest.raises(PermissionDenied):
            propose(judged, getattr(world, name))
    propose(judged, world.siti)
    for name in ("ratih", "wati", "budi", "prov", "admin", "yusuf"):
        for verb in (agree_score, decline_score):
            with pytest.raises(PermissionDenied):
                verb(answer=judged, by=getattr(world, name))


def test_two_who_wrote_are_one_side(judged, world):
    user = make_floor.user("Rini Astuti", world.blora)
    rini = make_floor.hat(user, Role.SEKRETARIAT, world.blora)
    judged.submitted_by = rini.user
    judged.save(update_fields=["submitted_by"])
    propose(judged, world.siti)
    with pytest.raises(PermissionDenied, match="Pemeriksanya"):
        agree_score(answer=judged, by=rini)


@pytest.mark.parametrize(
    ("score", "reason", "field"),
    [("0.5", "Sama.", "score"), ("1.5", "Lebih.", "score"), ("1", " ", "reason")],
)
def test_a_proposal_differs_has_its_reason_and_stays_in_bounds(
    judged, world, score, reason, field
):
    with pytest.raises(Refusal) as refused:
        propose(judged, world.siti, score, reason)
    assert refused.value.field == field


def test_a_proposal_is_declined_taken_back_or_forgotten(judged, world):
    propose(judged, world.siti)
    assert decline_score(answer=judged, by=world.joko).proposed_score is None
    propose(judged, world.siti)
    assert decline_score(answer=judged, by=world.siti).proposed_score is None
    propose(judged, world.siti)
    reopened = reopen_answer(answer=judged, reason="SK baru.", by=world.joko)
    assert (reopened.proposed_score, reopened.proposed_by) == (None, None)


@pytest.mark.slow
def test_the_pages_propose_show_and_agree(judged, world, client_of):
    siti, joko = client_of(world.siti), client_of(world.joko)
    url = f"/prasyarat/jawaban/{judged.pk}/nilai/"
    refused = siti.post(url, {"score": "0,75", "reason": ""})
    assert refused.status_code == 422
    assert "Usulkan nilai akhir" in refused.content.decode()
    siti.post(url, {"score": "0,75", "reason": "<b>Sepakat</b>"})

    assert "&lt;b&gt;Sepakat" in joko.get("/prasyarat/verifikasi/").content.decode()
    page = joko.get("/prasyarat/indikator/KEL-1/").content.decode()
    assert "Setujui nilai ini" in page
    joko.post(f"/prasyarat/jawaban/{judged.pk}/usulan/")
    judged.refresh_from_db()
    assert judged.final_score == D("0.75")

"""Self, verifier, last word: each other score with its reason, each of another person."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from prasyarat.assessments.judge_actions import (
    reopen_answer,
    settle_score,
    verify_answer,
)
from prasyarat.assessments.queries import sheets
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from tests.make import prasyarat as make
from tests.make import pug_portal as make_floor

D = Decimal
LATER = dt.date(2020, 12, 31)


@pytest.fixture
def sent(world):
    """KEL-1 «ada»: 1 by itself."""
    return make.answer_at("diajukan", make.item("KEL-1", world.blora), world.siti)


@pytest.fixture
def third(world):
    user = make_floor.user("Rini Astuti", world.blora)
    return make_floor.hat(user, Role.BAPPEDA, world.blora)


def three(world):
    pair = sheets(world.blora, LATER)
    return [
        next(item.score for item in sheet.items if item.code == "KEL-1")
        for sheet in (pair.mandiri, pair.terverifikasi, pair.akhir)
    ]


def test_the_three_scores_stand_side_by_side(sent, world, third):
    verify_answer(
        answer=sent, score=D("0.5"), reason="SK belum lengkap.", by=world.joko
    )
    assert three(world) == [1, D("0.5"), D("0.5")]

    settle_score(answer=sent, score=D("0.75"), reason="Sepakat rapat.", by=third)
    assert three(world) == [1, D("0.5"), D("0.75")]

    reopen_answer(answer=sent, reason="SK baru.", by=world.joko)
    sent.refresh_from_db()
    assert (sent.verifier_score, sent.final_score, sent.final_reason) == (
        None,
        None,
        "",
    )


@pytest.mark.parametrize(
    ("score", "reason", "field"),
    [
        ("0.5", " ", "reason"),
        ("0.5", "x" * 251, "reason"),
        ("1.01", "Lebih.", "score"),
        ("-0.01", "Kurang.", "score"),
        ("NaN", "Bukan angka.", "score"),
    ],
)
def test_another_score_needs_a_reason_and_stays_in_bounds(
    score, reason, field, sent, world
):
    with pytest.raises(Refusal) as refused:
        verify_answer(answer=sent, score=D(score), reason=reason, by=world.joko)
    assert refused.value.field == field


def test_the_same_score_is_no_other_score(sent, world):
    answer = verify_answer(answer=sent, score=D("1.00"), reason="", by=world.joko)
    assert (answer.verifier_score, answer.verifier_reason) == (None, "")


def test_the_last_word_is_of_a_third_person(sent, world, third):
    with pytest.raises(Refusal, match="terverifikasi"):
        settle_score(answer=sent, score=D(0), reason="Belum.", by=third)
    verify_answer(answer=sent, by=world.joko)

    for name in ("siti", "joko", "ratih", "wati", "budi", "prov", "admin"):
        with pytest.raises(PermissionDenied):
            settle_score(answer=sent, score=D(0), reason="x", by=getattr(world, name))


@pytest.mark.slow
def test_the_page_verifies_with_a_score_and_keeps_what_was_typed(
    sent, world, client_of
):
    client = client_of(world.joko)
    url = f"/prasyarat/jawaban/{sent.pk}/nilai/"
    assert "Nilai sampai sekarang" in client.get(url).content.decode()

    refused = client.post(url, {"score": "0,5", "reason": ""})
    assert refused.status_code == 422
    assert "Tulis alasannya" in refused.content.decode()
    assert 'value="0,5"' in refused.content.decode()

    client.post(url, {"score": "0,5", "reason": "Belum lengkap."})
    page = client.get("/prasyarat/indikator/KEL-1/").content.decode()
    assert "Alasan pemeriksa: Belum lengkap." in page
    assert client_of(world.siti).get(url).status_code == 200

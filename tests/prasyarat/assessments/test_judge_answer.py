"""Verifying, returning, opening again: never by whoever wrote it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from prasyarat.assessments.actions import mark_not_applicable, save_answer
from prasyarat.assessments.item import Reply
from prasyarat.assessments.judge_actions import (
    reopen_answer,
    return_answer,
    verify_answer,
)
from prasyarat.assessments.models import State
from prasyarat.assessments.queries import waiting_for
from pug_portal.access.actor import SYSTEM
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from tests.make import focal_points as make_fp
from tests.make import prasyarat as make
from tests.make.pug_portal import hat


@pytest.fixture
def kel1(world):
    return make.item("KEL-1", world.blora)


@pytest.fixture
def kel4(world):
    return make.item("KEL-4", world.blora, world.dinkes)


def test_verified_means_who_and_when(kel1, world):
    answer = make.answer_at("terverifikasi", kel1, world.siti, judge=world.joko)

    assert (answer.state, answer.verified_by) == (State.VERIFIED, world.joko.user)
    assert answer.verified_at is not None


def test_what_bappeda_filled_the_sekretariat_verifies(world):
    item = make.item("KEB-6", world.blora)
    answer = make.answer_at(
        "terverifikasi", item, world.joko, judge=world.siti, choice="ya"
    )

    assert answer.verified_by == world.siti.user


def test_nobody_verifies_the_own_answer_under_another_hat(kel1, world):
    answer = make.answer_at("diajukan", kel1, world.siti)
    siti_at_bappeda = hat(world.siti.user, Role.BAPPEDA, world.blora)

    with pytest.raises(PermissionDenied, match="ikut mengisi"):
        verify_answer(answer=answer, by=siti_at_bappeda)


def test_a_colleague_of_the_same_office_does_not_verify(kel1, world):
    answer = make.answer_at("diajukan", kel1, world.siti)
    colleague = hat(world.baru.user, Role.SEKRETARIAT, world.blora)

    with pytest.raises(PermissionDenied, match="diverifikasi Bappeda"):
        verify_answer(answer=answer, by=colleague)


def test_an_earlier_writer_does_not_verify_either(world):
    item = make.item("KEB-6", world.blora)
    answer = make.answer_at("draf", item, world.siti, choice="sebagian")
    make.answer_at("diajukan", item, world.joko, choice="ya")

    with pytest.raises(PermissionDenied, match="ikut mengisi"):
        verify_answer(answer=answer, by=world.siti)


def test_both_offices_may_verify_what_a_focal_point_sent(kel4, world):
    answer = make.answer_at("diajukan", kel4, world.ratih)

    assert set(waiting_for(world.siti)) == set(waiting_for(world.joko)) == {answer}
    assert verify_answer(answer=answer, by=world.siti).is_verified


def test_whom_the_opd_appointed_does_not_verify_its_answers(kel4, world):
    answer = make.answer_at("diajukan", kel4, world.ratih)
    make_fp.appointed(world.siti.user, world.dinkes)
    siti = hat(world.siti.user, Role.SEKRETARIAT, world.blora)

    with pytest.raises(PermissionDenied, match="ditunjuk oleh OPD ini"):
        verify_answer(answer=answer, by=siti)
    assert not waiting_for(siti).exists()


def test_what_the_sekretariat_filled_for_an_opd_bappeda_verifies(kel4, world):
    answer = make.answer_at("diajukan", kel4, world.siti)

    assert not waiting_for(world.siti).exists()
    assert verify_answer(answer=answer, by=world.joko).is_verified


@pytest.mark.parametrize(
    "name", ["ratih", "hasan", "wati", "yusuf", "budi", "prov", "admin", "baru"]
)
def test_a_stranger_verifies_nothing(name, kel1, world):
    answer = make.answer_at("diajukan", kel1, world.siti)

    with pytest.raises(PermissionDenied):
        verify_answer(answer=answer, by=getattr(world, name))


def test_the_machine_verifies_nothing(kel1, world):
    answer = make.answer_at("diajukan", kel1, world.siti)

    with pytest.raises(PermissionDenied):
        verify_answer(answer=answer, by=SYSTEM)


def test_of_two_who_verify_at_once_the_second_is_told(kel4, world):
    answer = make.answer_at("diajukan", kel4, world.ratih)
    verify_answer(answer=answer, by=world.siti)

    with pytest.raises(Refusal, match="sudah terverifikasi"):
        verify_answer(answer=answer, by=world.joko)


def test_a_draft_is_not_verified(kel1, world):
    answer = make.answer_at("draf", kel1, world.siti)

    with pytest.raises(Refusal, match="tidak dapat berubah"):
        verify_answer(answer=answer, by=world.joko)


def test_a_return_carries_its_note(kel1, world):
    answer = make.answer_at("perlu_perbaikan", kel1, world.siti, judge=world.joko)

    assert (answer.state, answer.review_note) == (
        State.NEEDS_WORK,
        "Lengkapi nomor SK.",
    )


@pytest.mark.parametrize("note", ["", "   "])
def test_a_return_without_a_note_is_refused(note, kel1, world):
    answer = make.answer_at("diajukan", kel1, world.siti)

    with pytest.raises(Refusal) as refused:
        return_answer(answer=answer, note=note, by=world.joko)

    assert refused.value.field == "note"


def test_not_applicable_needs_a_reason_and_somebody_who_agrees(kel1, world):
    with pytest.raises(Refusal) as refused:
        mark_not_applicable(item=kel1, as_of=make.DAY, reason=" ", by=world.siti)
    claimed = make.answer_at("tidak_berlaku", kel1, world.siti)
    agreed = verify_answer(answer=claimed, by=world.joko)

    assert refused.value.field == "reason"
    assert not claimed.is_verified
    assert (agreed.state, agreed.verified_by) == (
        State.NOT_APPLICABLE,
        world.joko.user,
    )


def test_who_claims_not_applicable_does_not_agree_alone(kel1, world):
    claimed = make.answer_at("tidak_berlaku", kel1, world.siti)

    with pytest.raises(PermissionDenied):
        verify_answer(answer=claimed, by=world.siti)


def test_not_applicable_may_be_returned(kel1, world):
    claimed = make.answer_at("tidak_berlaku", kel1, world.siti)

    returned = return_answer(answer=claimed, note="Berlaku di sini.", by=world.joko)

    assert returned.state == State.NEEDS_WORK
    assert returned.not_applicable_reason == ""


def test_reopening_needs_a_reason_and_takes_the_verification_away(kel1, world):
    answer = make.answer_at("terverifikasi", kel1, world.siti, judge=world.joko)

    with pytest.raises(Refusal) as refused:
        reopen_answer(answer=answer, reason="", by=world.joko)
    opened = reopen_answer(answer=answer, reason="Nomor SK keliru.", by=world.joko)

    assert refused.value.field == "reason"
    assert (opened.state, opened.verified_by) == (State.NEEDS_WORK, None)
    assert opened.review_note == "Nomor SK keliru."


def test_only_the_newest_answer_is_reopened(kel1, world):
    old = make.answer_at("terverifikasi", kel1, world.siti, judge=world.joko)
    save_answer(
        item=kel1,
        as_of=dt.date(2020, 12, 31),
        reply=Reply(choice="belum"),
        by=world.siti,
    )

    with pytest.raises(Refusal, match="tanggal sesudahnya"):
        reopen_answer(answer=old, reason="Keliru.", by=world.joko)


@pytest.mark.parametrize("name", ["ratih", "budi", "prov", "wati"])
def test_a_stranger_reopens_nothing(name, kel1, world):
    answer = make.answer_at("terverifikasi", kel1, world.siti, judge=world.joko)

    with pytest.raises(PermissionDenied):
        reopen_answer(answer=answer, reason="Ingin.", by=getattr(world, name))

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from prasyarat.assessments.actions import (
    submit_answer,
    submit_ready,
    withdraw_answer,
)
from prasyarat.assessments.models import Answer, State
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import prasyarat as make


@pytest.fixture
def kel1(world):
    return make.item("KEL-1", world.blora)


def test_a_filled_and_documented_answer_is_submitted(kel1, world):
    answer = make.answer_at("diajukan", kel1, world.siti)

    assert answer.state == State.SUBMITTED
    assert answer.submitted_by == world.siti.user
    assert answer.submitted_at is not None


def test_a_note_without_an_answer_stays_a_draft(world):
    draft = make.answer_at(
        "draf", make.item("KEB-7", world.blora), world.joko, note="Belum semua."
    )

    with pytest.raises(Refusal, match="Isi jawaban dahulu"):
        submit_answer(answer=draft, by=world.joko)


def test_a_yes_that_needs_a_document_waits_for_it(kel1, world):
    draft = make.answer_at("draf", kel1, world.siti, documented=False)

    with pytest.raises(Refusal, match="wajib dokumen"):
        submit_answer(answer=draft, by=world.siti)


def test_a_no_needs_no_document(kel1, world):
    answer = make.answer_at(
        "diajukan", kel1, world.siti, documented=False, choice="belum"
    )

    assert answer.state == State.SUBMITTED


def test_an_expired_document_does_not_count(kel1, world):
    draft = make.answer_at("draf", kel1, world.siti, documented=False)
    make.evidence(kel1, world.siti, valid_until=dt.date(2020, 10, 25))

    with pytest.raises(Refusal, match="tidak berlaku per 26 Oktober 2020"):
        submit_answer(answer=draft, by=world.siti)


def test_a_document_dated_after_the_answer_does_not_count(kel1, world):
    draft = make.answer_at("draf", kel1, world.siti, documented=False)
    make.evidence(kel1, world.siti, document_date=dt.date(2020, 10, 27))

    with pytest.raises(Refusal, match="tidak berlaku"):
        submit_answer(answer=draft, by=world.siti)


def test_a_second_click_is_told_and_leaves_no_trace(kel1, world):
    answer = make.answer_at("diajukan", kel1, world.siti)

    with pytest.raises(Refusal, match="Muat ulang"):
        submit_answer(answer=answer, by=world.siti)

    sent = Event.objects.about(answer).filter(verb="answer.submitted")
    assert sent.count() == 1


@pytest.mark.parametrize("name", ["joko", "ratih", "budi", "prov", "wati"])
def test_a_stranger_submits_nothing(name, kel1, world):
    draft = make.answer_at("draf", kel1, world.siti)

    with pytest.raises(PermissionDenied):
        submit_answer(answer=draft, by=getattr(world, name))


def test_all_that_is_ready_goes_at_once_and_the_rest_stays(kel1, world):
    ready = make.answer_at("draf", kel1, world.siti)
    without_document = make.answer_at(
        "draf", make.item("PSM-1", world.blora), world.siti, documented=False
    )
    empty = make.answer_at(
        "draf", make.item("KOM-5", world.blora), world.siti, note="Menunggu BKPSDM."
    )

    sent = submit_ready(answers=[ready, without_document, empty], by=world.siti)

    assert [answer.pk for answer in sent] == [ready.pk]
    assert Answer.objects.filter(state=State.DRAFT).count() == 2


def test_the_sekretariat_does_not_send_the_draft_of_an_opd(world):
    item = make.item("KEL-4", world.blora, world.dinkes)
    draft = make.answer_at("draf", item, world.ratih)

    assert submit_ready(answers=[draft], by=world.siti) == ()
    with pytest.raises(Refusal, match="sedang menulis draf"):
        submit_answer(answer=draft, by=world.siti)


@pytest.mark.parametrize("state", ["diajukan", "tidak_berlaku"])
def test_what_waits_may_be_taken_back(state, kel1, world):
    answer = make.answer_at(state, kel1, world.siti)

    withdraw_answer(answer=answer, by=world.siti)

    answer.refresh_from_db()
    assert (answer.state, answer.submitted_at) == (State.DRAFT, None)
    assert answer.not_applicable_reason == ""


def test_what_is_verified_is_not_taken_back(kel1, world):
    answer = make.answer_at("terverifikasi", kel1, world.siti, judge=world.joko)

    with pytest.raises(Refusal, match="sudah terverifikasi"):
        withdraw_answer(answer=answer, by=world.siti)

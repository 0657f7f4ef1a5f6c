"""What was verified in an earlier year is confirmed together, each with its own trace."""

from __future__ import annotations

import datetime as dt

import pytest

from prasyarat.assessments.carried import carried, confirm_answers
from prasyarat.assessments.models import Answer
from prasyarat.assessments.queries import region_book
from pug_portal.audit.models import Event
from pug_portal.lib.clock import today
from tests.make import prasyarat as make

LAST_YEAR = dt.date(2020, 10, 26)


@pytest.fixture
def before(clock, world):
    """KEL-1 and KEL-7 of last year; KEL-2 not verified, KEL-9 Bappeda's own."""
    clock("2020-12-31")
    for code, more in (("KEL-1", {}), ("KEL-7", {"value": 2})):
        make.answer_at(
            "terverifikasi",
            make.item(code, world.blora),
            world.siti,
            judge=world.joko,
            **more,
        )
    make.answer_at("diajukan", make.item("KEL-2", world.blora), world.siti)
    clock("2021-03-01")
    return world


def offered(world, by):
    book = region_book(world.blora, make.instrument())
    return carried(book, today(), by, "KEL")


def codes(answers):
    return [answer.indicator.code for answer in answers]


def test_the_list_holds_what_this_person_may_confirm(before):
    assert codes(offered(before, before.siti)) == ["KEL-1", "KEL-7"]
    assert codes(offered(before, before.joko)) == []
    assert codes(offered(before, before.ratih)) == []


@pytest.mark.slow
def test_each_is_sent_again_with_its_own_event_and_twice_changes_nothing(before):
    found = offered(before, before.siti)
    done = confirm_answers(answers=found, by=before.siti)

    assert (done.sent, done.drafts, done.refused) == (2, 0, ())
    fresh = Answer.objects.filter(as_of=today())
    assert set(fresh.values_list("state", flat=True)) == {"diajukan"}
    for answer in fresh:
        assert Event.objects.about(answer).filter(verb="answer.submitted").exists()
    assert offered(before, before.siti) == []
    again = confirm_answers(answers=found, by=before.siti)
    assert (again.sent, len(again.refused)) == (0, 2)
    assert Answer.objects.filter(as_of=today()).count() == 2


def test_one_that_cannot_be_confirmed_stops_no_other(before):
    first, second = offered(before, before.siti)
    done = confirm_answers(answers=[first, second], by=before.joko)
    assert done.sent == 0
    assert done.refused[0].startswith("KEL-1: ")
    Answer.objects.filter(pk=first.pk).update(as_of=today())
    done = confirm_answers(answers=[first, second], by=before.siti)
    assert (done.sent, len(done.refused)) == (1, 1)


@pytest.mark.slow
def test_the_page_lists_first_and_confirms_what_stays_ticked(before, client_of):
    client = client_of(before.siti)
    link = "/prasyarat/KEL/dibawa/"
    assert link in client.get("/prasyarat/KEL/").content.decode()
    page = client.get(link).content.decode()
    assert "2 jawaban dibawa" in page
    first, _ = offered(before, before.siti)

    client.post(link, {"jawaban": [first.pk, "987654", "x"]})

    assert codes(offered(before, before.siti)) == ["KEL-7"]
    refused = client_of(before.prov).get(f"{link}?daerah=33.16")
    assert refused.status_code == 403
    assert client.get("/prasyarat/XYZ/dibawa/").status_code == 404

"""Who answers what until when; an earlier year's answer waits to be confirmed."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pokja.dashboard.todo import open_tasks
from prasyarat.assessments.actions import save_answer, submit_answer
from prasyarat.assessments.duties import my_lines, overdue, region_lines
from prasyarat.assessments.duty_actions import (
    assign_duties,
    confirm_answer,
    drop_duty,
)
from prasyarat.assessments.duty_models import AnswerDuty
from prasyarat.assessments.item import Reply
from prasyarat.assessments.models import Answer, State
from prasyarat.assessments.queries import sheets
from prasyarat.instruments.models import Indicator, InstrumentUse
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from pug_portal.lib.clock import now
from tests.make import instruments as make_instruments
from tests.make import prasyarat as make

TODAY = dt.date(2020, 12, 31)
DUE = dt.date(2020, 12, 1)


@pytest.fixture(autouse=True)
def day(clock):
    clock("2020-12-31")


@pytest.fixture
def assign(world):
    make.instrument()

    def to(*codes, by=world.siti, opd=None, since=dt.date(2020, 1, 1), due_on=DUE):
        return assign_duties(
            region=world.blora,
            indicators=Indicator.objects.select_related("prerequisite").filter(
                code__in=codes
            ),
            opd=opd,
            since=since,
            due_on=due_on,
            by=by,
        )

    return to


def owed(actor):
    return [
        line.duty.indicator.code for line in my_lines(actor, TODAY) if not line.is_done
    ]


def test_each_sees_what_his_role_or_opd_owes(assign, world):
    """KEL-1 is the sekretariat's, KEB-6 Bappeda's, KEL-4 each OPD's."""
    assert assign("KEL-1", "KEB-6", "KEL-4") == 3
    assert assign("KEL-1", "KEB-6", "KEL-4") == 0

    assert owed(world.siti) == ["KEL-1"]
    assert owed(world.joko) == ["KEB-6"]
    assert owed(world.ratih) == owed(world.dewi) == ["KEL-4"]
    assert owed(world.budi) == owed(world.prov) == owed(world.wati) == []
    for name in ("siti", "joko", "ratih", "dewi"):
        assert overdue(getattr(world, name)).count() == 1, name


@pytest.mark.slow
def test_handed_in_is_done_and_a_draft_is_not(assign, world):
    assign("KEL-1", "KEL-4")
    kel4 = make.item("KEL-4", world.blora, world.dinkes)
    make.answer_at("draf", make.item("KEL-1", world.blora), world.siti)
    make.answer_at("diajukan", kel4, world.ratih)

    assert overdue(world.siti).count() == 1
    assert overdue(world.ratih).count() == 0
    assert overdue(world.dewi).count() == 1
    late = {
        line.duty.indicator.code: line.is_late
        for line in region_lines(world.blora, TODAY)
    }
    # Of an indicator of OPD every OPD has to hand in.
    assert late == {"KEL-1": True, "KEL-4": True}


def test_an_answer_of_before_the_duty_does_not_count(assign, world):
    make.answer_at("diajukan", make.item("KEL-1", world.blora), world.siti)
    assign("KEL-1", since=dt.date(2020, 11, 1))
    assert owed(world.siti) == ["KEL-1"]


def test_the_overdue_stand_on_beranda(assign, world):
    assign("KEL-1", "KEL-3")
    titles = [task.title for task in open_tasks(world.siti, TODAY)]
    assert "2 tugas indikator melewati tenggat" in titles


def test_an_opd_that_was_named_fills_an_indicator_of_the_region(assign, world):
    item = make.item("PSM-7", world.blora)
    with pytest.raises(PermissionDenied):
        save_answer(item=item, as_of=TODAY, reply=Reply(choice="ya"), by=world.dewi)

    assign("PSM-7", opd=world.dlh)
    world.dewi.cache.clear()
    answer = save_answer(
        item=item, as_of=TODAY, reply=Reply(choice="ya"), by=world.dewi
    )
    submit_answer(answer=answer, by=world.dewi)

    assert owed(world.dewi) == []
    assert "PSM-7" not in owed(world.siti)
    world.ratih.cache.clear()
    with pytest.raises(PermissionDenied):
        save_answer(item=item, as_of=TODAY, reply=Reply(choice="ya"), by=world.ratih)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"due_on": dt.date(2019, 12, 1)}, "due_on"),
        ({"codes": ()}, "indicator"),
        ({"codes": ("KEL-4",), "opd": "dinkes"}, "opd"),
        ({"opd": "dinkes_rembang"}, "opd"),
    ],
)
def test_a_duty_that_cannot_be_is_refused(facts, field, assign, world):
    codes = facts.pop("codes", ("KEL-1",))
    if "opd" in facts:
        facts["opd"] = getattr(world, facts["opd"])
    with pytest.raises(Refusal) as refused:
        assign(*codes, **facts)
    assert refused.value.field == field


def test_strangers_give_out_nothing(assign, world):
    assign("KEL-1")
    duty = AnswerDuty.objects.get()
    for name in ("ratih", "wati", "yusuf", "budi", "prov", "admin", "baru"):
        with pytest.raises(PermissionDenied):
            assign("KEL-1", by=getattr(world, name))
        with pytest.raises(PermissionDenied):
            drop_duty(duty=duty, by=getattr(world, name))
    drop_duty(duty=duty, by=world.joko)
    assert owed(world.siti) == []


@pytest.mark.slow
def test_the_lists_ask_no_more_for_forty_duties(assign, world):
    def asked(actor) -> int:
        with CaptureQueriesContext(connection) as found:
            my_lines(actor, TODAY)
            region_lines(world.blora, TODAY)
        return len(found)

    assign("KEL-1", "KEL-4", "KEB-6")
    asked(world.ratih)  # whose OPD she is of is known from now on
    few = [asked(world.siti), asked(world.ratih)]
    assign(*Indicator.objects.values_list("code", flat=True))
    assert [asked(world.siti), asked(world.ratih)] == few


@pytest.mark.slow
def test_the_pages_assign_and_list(assign, world, client_of):
    client = client_of(world.joko)
    form = {"indicator": "KEL", "since": "2020-01-01", "due_on": "2020-12-01"}
    refused = client.post("/prasyarat/penugasan/", {**form, "due_on": "2019-01-01"})
    assert refused.status_code == 422
    assert "lebih awal" in refused.content.decode()

    page = client.post("/prasyarat/penugasan/", form, follow=True).content.decode()
    assert "10 indikator ditugaskan" in page
    assert "lewat 30 hari" in page
    mine = client_of(world.ratih).get("/prasyarat/tugas-saya/").content.decode()
    assert "KEL-4" in mine
    assert "KEL-1<" not in mine


# Earlier years.


@pytest.fixture
def next_year(clock, world):
    """A verified answer of October 2020, seen in February 2021."""
    item = make.item("KEL-1", world.blora)
    answer = make.answer_at("terverifikasi", item, world.siti, judge=world.joko)
    clock("2021-02-01")
    return answer


@pytest.mark.slow
def test_an_earlier_answer_counts_and_is_marked_until_confirmed(next_year, world):
    on = dt.date(2021, 2, 1)
    assert sheets(world.blora, on).carried() == 1

    fresh = confirm_answer(answer=next_year, by=world.siti)

    assert (fresh.state, fresh.as_of) == (State.SUBMITTED, on)
    assert fresh.evidence.count() == 1
    assert sheets(world.blora, on).carried() == 0
    # Until it is verified again the earlier one is what is verified.
    kel1 = next(
        i for i in sheets(world.blora, on).terverifikasi.items if i.code == "KEL-1"
    )
    assert kel1.score == 1
    with pytest.raises(Refusal):
        confirm_answer(answer=fresh, by=world.siti)


def test_confirming_without_evidence_that_holds_leaves_a_draft(next_year, world):
    next_year.evidence.all().delete()
    fresh = confirm_answer(answer=next_year, by=world.siti)
    assert fresh.state == State.DRAFT
    assert Answer.objects.count() == 2


def test_strangers_confirm_nothing(next_year, world):
    for name in ("joko", "ratih", "budi", "prov", "wati"):
        with pytest.raises(PermissionDenied):
            confirm_answer(answer=next_year, by=getattr(world, name))


@pytest.mark.slow
def test_the_page_marks_and_confirms(next_year, world, client_of):
    client = client_of(world.siti)
    page = client.get("/prasyarat/indikator/KEL-1/").content.decode()
    assert "Jawaban ini dari tahun 2020" in page
    assert (
        "dari 2020, belum dikonfirmasi"
        in client.get("/prasyarat/KEL/").content.decode()
    )
    done = client.post(f"/prasyarat/jawaban/{next_year.pk}/masih-berlaku/", follow=True)
    assert "dikonfirmasi per hari ini" in done.content.decode()
    assert "Semester I 2021" in client.get("/prasyarat/").content.decode()


@pytest.mark.slow
def test_a_duty_is_taken_back_once_with_its_holder_in_the_trail(
    assign, world, client_of
):
    assign("KEL-1", opd=world.dinkes)
    duty = AnswerDuty.objects.get()
    url = f"/prasyarat/penugasan/{duty.pk}/cabut/"
    desk = client_of(world.joko)
    assert url in desk.get("/prasyarat/penugasan/").content.decode()
    assert client_of(world.ratih).post(url).status_code == 403
    assert client_of(world.budi).post(url).status_code == 404

    assert desk.post(url).status_code == 302

    assert not AnswerDuty.objects.exists()
    event = Event.objects.get(verb="answer_duty.dropped")
    assert event.changes["penanggung jawab"] == ["Dinkes", ""]
    with pytest.raises(Refusal, match="sudah dicabut"):
        drop_duty(duty=duty, by=world.siti)


def test_what_an_instrument_out_of_use_asked_is_owed_by_nobody(assign, world):
    assign("KEL-1", "KEL-4")
    variant = make_instruments.alone()
    InstrumentUse.objects.create(
        region=world.blora, instrument=variant, since=TODAY, chosen_at=now()
    )
    assert region_lines(world.blora, TODAY) == []
    assert owed(world.siti) == owed(world.ratih) == []
    assert not overdue(world.siti).exists()

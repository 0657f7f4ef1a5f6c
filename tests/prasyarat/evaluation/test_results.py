"""Official results beside ours, and each note a follow-up."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from prasyarat.assessments.history import used_books
from prasyarat.assessments.queries import sheets
from prasyarat.evaluation.result_actions import (
    add_note,
    change_result,
    follow_up,
    remove_result,
)
from prasyarat.evaluation.results import may_read_result, note_lines, result_lines
from prasyarat.instruments.models import InstrumentUse
from prasyarat.next_steps.models import GapAction
from prasyarat.next_steps.plan_actions import remove_action
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from pug_portal.files.models import StoredFile
from pug_portal.lib.clock import now
from tests.make import evaluation as make_evaluation
from tests.make import instruments as make_instruments
from tests.make import prasyarat as make

DAY = dt.date(2020, 10, 26)
BEFORE = dt.date(2020, 8, 1)


@pytest.fixture
def ready(clock, world):
    clock(DAY.isoformat())
    make.instrument()
    return world


def answered(world, note, code="KEL-1") -> GapAction:
    return follow_up(
        note=note,
        indicator=make.item(code, world.blora).indicator,
        step="Menetapkan SK Pokja",
        opd=world.dinsos,
        owner="",
        due_on=DAY + dt.timedelta(days=20),
        programme_line="",
        by=world.siti,
    )


def test_ours_is_the_score_of_the_day_of_the_result(ready, client_of):
    item = make.item("KEL-1", ready.blora)
    make.answer_at("terverifikasi", item, ready.siti, judge=ready.joko, as_of=DAY)
    make_evaluation.result(ready.blora, ready.siti, stage="Mandiri", result_on=BEFORE)
    make_evaluation.result(ready.blora, ready.siti, category="Madya (menurut surat)")
    page = client_of(ready.wati).get(reverse("official-results")).content.decode()
    assert "712,50" in page
    assert "Madya (menurut surat)" in page
    pair = sheets(ready.blora, DAY)
    assert pair is not None
    ours = f"{pair.terverifikasi.total:.2f}".replace(".", ",")
    assert ours != "0,00"
    assert page.count(f">{ours}<") == 1
    assert page.count(">0,00<") == 1
    assert "bukan nilai APE resmi" in page


@pytest.mark.slow
def test_ours_is_by_the_instrument_in_use_on_that_day(ready, clock):
    item = make.item("KEL-1", ready.blora)
    make.answer_at("terverifikasi", item, ready.siti, judge=ready.joko, as_of=DAY)
    make_evaluation.result(ready.blora, ready.siti)
    (before,) = result_lines(ready.blora)
    clock("2021-03-01")
    InstrumentUse.objects.create(
        region=ready.blora,
        instrument=make_instruments.variant(),
        since="2021-01-01",
        chosen_at=now(),
    )

    (after,) = result_lines(ready.blora)

    assert after.ours == before.ours > 0


@pytest.mark.slow
def test_a_replaced_document_does_not_stay_behind(ready):
    result = make_evaluation.result(ready.blora, ready.siti, upload=make.pdf())
    old = result.document
    names = ("year", "stage", "result_on", "score", "category")
    facts = {name: getattr(result, name) for name in names}

    change_result(result=result, upload=make.pdf("surat.pdf"), by=ready.siti, **facts)

    assert not StoredFile.objects.filter(pk=old.pk).exists()


@pytest.mark.slow
def test_a_note_is_open_until_the_plan_answers_it_and_closes_by_itself(ready):
    result = make_evaluation.result(ready.blora, ready.siti)
    note = add_note(
        result=result, text="SK Pokja belum ada.", indicator=None, by=ready.siti
    )
    twice = add_note(
        result=result, text="SK Pokja belum ada. ", indicator=None, by=ready.siti
    )
    assert twice == note

    def status() -> str:
        (line,) = note_lines(result, used_books(ready.blora, [DAY]).book_on(DAY))
        return line.badge[1]

    assert status() == "Belum ditindaklanjuti"
    action = answered(ready, note)
    assert status() == "Dikerjakan"
    note.refresh_from_db()
    with pytest.raises(Refusal, match="sudah ditindaklanjuti"):
        answered(ready, note, "KEL-2")
    item = make.item("KEL-1", ready.blora)
    make.answer_at("terverifikasi", item, ready.siti, judge=ready.joko)
    assert status() == "Tertutup"
    remove_action(action=action, by=ready.siti)
    assert status() == "Belum ditindaklanjuti"


def test_a_result_that_goes_leaves_the_plan_and_the_trail(ready):
    result = make_evaluation.result(ready.blora, ready.siti, upload=make.pdf())
    note = add_note(result=result, text="SK.", indicator=None, by=ready.siti)
    answered(ready, note)
    document = result.document
    for reader in (ready.wati, ready.prov, ready.ratih):
        assert may_read_result(reader, document)
    for stranger in (ready.budi, ready.baru, ready.admin):
        assert not may_read_result(stranger, document)
    remove_result(result=result, by=ready.joko)
    assert GapAction.objects.count() == 1
    assert not StoredFile.objects.filter(pk=document.pk).exists()
    event = Event.objects.get(verb="official_result.removed")
    assert "712.50" in str(event.changes)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"year": "2021"}, "antara 2006 dan 2020"),
        ({"stage": " "}, "perlu diisi"),
        ({"result_on": "27/10/2020"}, "belum lewat"),
        ({"score": "", "category": ""}, "Isi nilai, kategori, atau keduanya"),
        ({"score": "-1"}, "0"),
        ({"score": "seratus"}, "angka"),
        ({"score": "999999"}, "paling besar 100.000"),
    ],
)
def test_bad_input_is_told_beside_what_was_typed(ready, client_of, wrong, said):
    data = {
        "year": "2020",
        "stage": "Verifikasi lapangan",
        "result_on": "01/10/2020",
        "score": "80",
        "category": "<b>x</b>",
    }
    got = client_of(ready.siti).post(reverse("official-result-add"), {**data, **wrong})
    page = got.content.decode()
    assert got.status_code == 422
    assert said in page
    assert "<b>x</b>" not in page


def test_the_same_stage_is_not_written_twice_and_not_by_strangers(ready):
    result = make_evaluation.result(ready.blora, ready.siti)
    with pytest.raises(Refusal, match="sudah dicatat"):
        make_evaluation.result(ready.blora, ready.joko, stage="verifikasi ADMINISTRASI")
    facts = {
        "year": 2020,
        "stage": "Akhir",
        "result_on": DAY,
        "score": Decimal(1),
        "category": "",
    }
    for stranger in (ready.prov, ready.budi, ready.ratih, ready.wati):
        with pytest.raises(PermissionDenied):
            change_result(result=result, by=stranger, **facts)


@pytest.mark.slow
def test_a_note_becomes_a_line_of_the_plan_on_the_page(ready, client_of):
    result = make_evaluation.result(ready.blora, ready.siti)
    indicator = make.item("KEL-1", ready.blora).indicator
    client = client_of(ready.siti)
    added = client.post(
        reverse("official-note-add", args=[result.pk]),
        {"text": "Lengkapi SK.", "indicator": indicator.pk},
        follow=True,
    )
    assert "1 belum ditindaklanjuti" in added.content.decode()
    note = result.notes.get()
    url = reverse("official-note-follow-up", args=[note.pk])
    assert "Menindaklanjuti catatan verifikator: Lengkapi SK." in (
        client.get(url).content.decode()
    )
    step = {"indicator": indicator.pk, "step": "Terbitkan SK", "due_on": "30/11/2020"}
    assert client.post(url, step).status_code == 422
    done = client.post(url, {**step, "owner": "Bagian Hukum"}, follow=True)
    assert "Bagian Hukum" in done.content.decode()

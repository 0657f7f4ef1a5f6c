"""What the portal counts and a document must prove: evidence alone closes the gap."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from prasyarat import facts
from prasyarat.assessments.actions import open_draft, submit_answer, submit_ready
from prasyarat.assessments.figure_actions import count_figures
from prasyarat.assessments.judge_actions import (
    own_score,
    return_answer,
    verify_answer,
)
from prasyarat.assessments.models import Answer, RegionTarget
from prasyarat.assessments.queries import opd_book, sheets
from prasyarat.consistency.answers import load
from prasyarat.facts import Fact
from prasyarat.library.missing import missing_by_responsible
from prasyarat.next_steps.ranking import Todo
from prasyarat.next_steps.reading import lines_of, outlook
from pug_portal.access.actor import SYSTEM
from pug_portal.access.refusal import Refusal
from tests.make import prasyarat as make

DAY = dt.date(2020, 12, 31)
D = Decimal


@pytest.fixture
def ground(clock, world, monkeypatch):
    clock("2020-12-31")
    make.instrument()
    said = {
        facts.POKJA_DECREE: lambda region, on: Fact("SK berlaku.", yes=True),
    }
    share = Fact("30 dari 100.", D(30), D(100))
    spent = {facts.ARG_OF_OPD: lambda r, on: {world.dinkes.pk: share}}
    monkeypatch.setattr(facts, "_providers", said)
    monkeypatch.setattr(facts, "_opd_providers", spent)
    arg = make.item("SDA-3", world.blora, world.dinkes)
    RegionTarget.objects.create(
        region=world.blora, indicator=arg.indicator, target=D(30)
    )
    count_figures(region=world.blora, by=SYSTEM)
    return world


def arg_scores(world):
    pair = opd_book(world.dinkes, make.instrument()).at(DAY)
    return [
        next(item.score for item in sheet.items if item.code == "SDA-3")
        for sheet in (pair.mandiri, pair.terverifikasi, pair.akhir)
    ]


def test_evidence_of_a_counted_share_is_sent_verified_and_closes_the_gap(ground):
    item = make.item("SDA-3", ground.blora, ground.dinkes)
    assert arg_scores(ground) == [0, 0, 0]
    make.evidence(item, ground.ratih)
    answer = Answer.objects.get()
    assert arg_scores(ground) == [1, 0, 0]

    submit_answer(answer=answer, by=ground.ratih)
    assert own_score(answer) == 1
    verify_answer(answer=answer, by=ground.siti)

    assert arg_scores(ground) == [1, 1, 1]
    # The figure itself stays the portal's.
    assert "SDA-3" in opd_book(ground.dinkes, make.instrument()).standing(DAY)
    answer.refresh_from_db()
    assert (answer.state, answer.numerator) == ("terverifikasi", None)
    groups = missing_by_responsible(ground.blora, make.instrument(), ground.siti, DAY)
    told = [
        (one.item.indicator.code, group.name) for group in groups for one in group.items
    ]
    assert ("SDA-3", "Dinkes") not in told
    assert all(row.proves_figure for row in load(ground.blora, DAY).said)


def test_without_evidence_or_figure_it_is_not_sent(ground):
    item = make.item("SDA-3", ground.blora, ground.dinkes)
    empty = open_draft(item=item, by=ground.ratih)
    with pytest.raises(Refusal, match="wajib dokumen"):
        submit_answer(answer=empty, by=ground.ratih)
    nothing = make.item("KEL-2", ground.blora)
    make.evidence(nothing, ground.siti)
    draft = Answer.objects.get(indicator__code="KEL-2")
    assert submit_ready(answers=[draft], by=ground.siti) == ()


def test_a_proof_is_judged_by_another_person_and_gets_no_score_of_its_own(ground):
    item = make.item("SDA-3", ground.blora, ground.dinkes)
    make.evidence(item, ground.ratih)
    answer = submit_answer(answer=Answer.objects.get(), by=ground.ratih)
    with pytest.raises(PermissionDenied):
        verify_answer(answer=answer, by=ground.ratih)
    with pytest.raises(Refusal, match="dihitung portal") as refused:
        verify_answer(answer=answer, score=D("0.5"), reason="Kurang.", by=ground.siti)
    assert refused.value.field == "score"
    return_answer(answer=answer, note="Halaman salah.", by=ground.siti)
    assert arg_scores(ground)[1] == 0


@pytest.mark.slow
def test_the_step_promises_what_verified_evidence_brings(ground):
    def steps():
        seen = outlook(ground.blora, DAY, make.instrument(), with_claims=True)
        return seen, {line.step.gap.code: line for line in lines_of(seen)}

    seen, lines = steps()
    line = lines["KEL-1"]
    assert line.step.gap.todo is Todo.EVIDENCE
    promised = seen.if_done(["KEL-1"])
    make.evidence(make.item("KEL-1", ground.blora), ground.siti)
    answer = submit_answer(answer=Answer.objects.get(), by=ground.siti)
    assert steps()[1]["KEL-1"].step.gap.todo is Todo.VERIFY

    verify_answer(answer=answer, by=ground.joko)

    seen, lines = steps()
    assert "KEL-1" not in lines
    assert seen.is_closed("KEL-1")
    assert seen.total == promised
    assert sheets(ground.blora, DAY).terverifikasi.earned == 1


def test_a_half_figure_without_evidence_is_not_promised_by_evidence_alone(ground):
    make.answer_at(
        "draf",
        make.item("KEL-2", ground.blora),
        ground.siti,
        choice="proses",
        documented=False,
    )
    seen = outlook(ground.blora, DAY, make.instrument(), with_claims=True)
    line = next(one for one in lines_of(seen) if one.step.gap.code == "KEL-2")
    assert line.step.gap.todo is Todo.ANSWER
    assert "capaian yang lebih tinggi" in line.todo


@pytest.mark.slow
def test_the_page_sends_the_evidence_of_a_figure(ground, client_of):
    make.evidence(make.item("KEL-1", ground.blora), ground.siti)
    client = client_of(ground.siti)
    page = client.get("/prasyarat/indikator/KEL-1/").content.decode()
    assert "Ajukan bukti atas angka ini" in page
    answer = Answer.objects.get()
    client.post(f"/prasyarat/jawaban/{answer.pk}/ajukan/")
    page = client_of(ground.joko).get("/prasyarat/indikator/KEL-1/").content.decode()
    assert "Bukti atas angka portal: Ada" in page
    assert "Nyatakan terverifikasi" in page

"""The page: real data in, findings with links out; who reads what; how much it asks."""

from __future__ import annotations

import html
from decimal import Decimal

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from focal_points.opd.models import Opd
from prasyarat.assessments.actions import save_answer, withdraw_answer
from prasyarat.assessments.item import Reply, item_of
from prasyarat.assessments.models import Answer, Evidence
from prasyarat.consistency.core import all_rules, cases_of
from pug_portal.lib.clock import today
from tests.make import focal_points as make_fp
from tests.make import prasyarat as make

PAGE = "/prasyarat/konsistensi/"
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def ready(clock, world):
    clock("2020-10-26")
    return world


def found(world) -> dict[str, list[str]]:
    return {
        code: [c.subject for c in cases]
        for code, cases in cases_of(world.blora, today()).items()
        if cases
    }


def test_real_answers_are_held_against_each_other(ready):
    sent = make.answer_at("diajukan", make.item("KEL-1", ready.blora), ready.siti)
    Evidence.objects.filter(answer=sent).delete()
    make.answer_at(
        "diajukan", make.item("KEL-4", ready.blora, ready.dinkes), ready.ratih
    )
    make.answer_at("diajukan", make.item("KEL-7", ready.blora), ready.siti, value=3)
    seen = found(ready)
    assert seen["J01"] == ["KEL-1"]
    assert seen["R08"] == ["KEL-1"]
    assert seen["R09"] == ["KEL-7"]
    assert "J15" not in seen  # Dinkes has its focal point
    assert seen["O14"] == ["Bappeda", "Dinsos P3A"]


@pytest.mark.slow
def test_offices_and_semesters_that_come_later_raise_no_alarm(ready, clock):
    """An answer that was right on its day stays right."""
    item = make.item("KEB-7", ready.blora)
    count = Opd.objects.filter(region=ready.blora).active_on(today()).count()
    make.answer_at("diajukan", item, ready.siti, numerator=1, denominator=count)
    make.answer_at("diajukan", make.item("KEL-7", ready.blora), ready.siti, value=0)
    clock("2020-11-02")
    later = make_fp.opd(ready.blora, "Dinas Perhubungan", "Dishub")
    Opd.objects.filter(pk=later.pk).update(active_from=today())
    assert "J07" not in found(ready)
    Opd.objects.filter(pk=later.pk).update(active_from=None)
    assert found(ready)["J07"] == ["KEB-7"]


def test_what_an_opd_still_drafts_is_its_own(ready):
    make.answer_at(
        "draf",
        make.item("KEL-4", ready.blora, ready.dinkes),
        ready.ratih,
        documented=False,
    )
    assert "J01" not in found(ready)


@pytest.mark.slow
def test_the_page_links_each_finding_to_its_mend(ready, client_of):
    Opd.objects.filter(pk=ready.dinsos.pk).update(short_name=SCRIPT)
    make.answer_at("diajukan", make.item("KEL-7", ready.blora), ready.siti, value=3)
    page = client_of(ready.joko).get(PAGE).content.decode()
    assert SCRIPT not in page
    assert html.escape(SCRIPT) in page
    assert f'href="{reverse("opd-detail", kwargs={"pk": ready.dinsos.pk})}"' in page
    assert 'href="/prasyarat/indikator/KEL-7/"' in page
    assert f"{len(all_rules())} aturan diperiksa" in page


@pytest.mark.slow
def test_one_rule_shows_all_its_cases_and_an_unknown_one_none(ready, client_of):
    for number in range(12):
        make_fp.opd(ready.blora, f"Dinas {number}", f"D{number}")
    client = client_of(ready.siti)
    page = client.get(PAGE).content.decode()
    assert "Lihat semua 14 temuan" in page
    assert (
        client.get(PAGE, {"aturan": "O14"})
        .content.decode()
        .count("Tidak ada focal point yang ditunjuk.")
        == 14
    )
    assert client.get(PAGE, {"aturan": SCRIPT}).status_code == 404
    assert client.get(PAGE, {"per": "kemarin"}).status_code == 200


def test_a_province_reads_counts_only(ready, client_of):
    page = client_of(ready.prov).get(PAGE, {"daerah": "33.16"}).content.decode()
    assert "temuan.</b> Rinciannya dibaca sekretariat dan Bappeda" in page
    assert "Dinsos P3A" not in page
    assert client_of(ready.budi).get(PAGE, {"daerah": "33.16"}).status_code == 404


@pytest.mark.slow
def test_a_mended_thing_is_gone_at_the_next_look(ready, client_of):
    client = client_of(ready.siti)
    answer = make.answer_at(
        "diajukan", make.item("KEL-7", ready.blora), ready.siti, value=3
    )
    assert "KEL-7" in client.get(PAGE).content.decode()
    withdraw_answer(answer=answer, by=ready.siti)
    save_answer(
        item=item_of(answer),
        as_of=today(),
        reply=Reply(value=Decimal(0)),
        by=ready.siti,
    )
    assert "Dijawab 3 rapat" not in client.get(PAGE).content.decode()


def questions(world) -> int:
    caches["local"].clear()
    with CaptureQueriesContext(connection) as asked:
        cases_of(world.blora, today())
    return len(asked)


@pytest.mark.slow
def test_as_many_questions_for_three_opd_as_for_forty(ready):
    make.answer_at(
        "diajukan", make.item("KEL-4", ready.blora, ready.dinkes), ready.ratih
    )
    few = questions(ready)
    item = make.item("KEL-4", ready.blora)
    answer = Answer.objects.get()
    for number in range(36):
        opd = make_fp.opd(ready.blora, f"Dinas {number}", f"D{number}")
        Answer.objects.create(
            **{**row_of(answer), "opd": opd, "indicator": item.indicator}
        )
    assert questions(ready) == few <= 18


def row_of(answer: Answer) -> dict:
    names = [field.name for field in Answer._meta.fields if not field.primary_key]
    return {name: getattr(answer, name) for name in names}

"""The steps of one OPD in the indicators that are its own."""

from __future__ import annotations

import datetime as dt

import pytest

from prasyarat.assessments.queries import opd_book
from prasyarat.next_steps.reading import lines_of, outlook
from tests.make import prasyarat as make

DAY = dt.date(2020, 12, 31)


@pytest.fixture
def begun(clock, world):
    clock("2020-12-31")
    item = make.item("KEL-4", world.blora, world.dinkes)
    make.answer_at("diajukan", item, world.ratih)
    return world


def seen(world):
    book = opd_book(world.dinkes, make.instrument())
    return outlook(world.blora, DAY, make.instrument(), with_claims=True, book=book)


def test_the_steps_raise_the_opds_own_score_by_what_they_promise(begun):
    before = seen(begun)
    lines = {line.step.gap.code: line for line in lines_of(before)}
    assert "KEL-4" in lines
    assert "KEL-1" not in lines
    assert "Sekretariat Pokja (memverifikasi)" in lines["KEL-4"].ask
    promised = before.if_done(["KEL-4"])

    make.verify_answer(
        answer=make.Answer.objects.get(indicator__code="KEL-4"), by=begun.siti
    )

    assert seen(begun).total == promised
    assert "KEL-4" not in {step.gap.code for step in seen(begun).steps}


@pytest.mark.slow
def test_the_page_is_of_its_people_and_the_desk(begun, client_of):
    url = f"/prasyarat/langkah/opd/{begun.dinkes.pk}/"
    page = client_of(begun.ratih).get(url).content.decode()
    assert f"/prasyarat/opd/{begun.dinkes.pk}/KEL-4/" in page
    assert client_of(begun.siti).get(url).status_code == 200
    for name in ("dewi", "budi"):
        assert client_of(getattr(begun, name)).get(url).status_code == 404

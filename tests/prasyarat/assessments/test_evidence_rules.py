"""Dates of evidence: period, expiry and the score that follows; page references."""

from __future__ import annotations

import datetime as dt

import pytest

from prasyarat.assessments.actions import save_answer
from prasyarat.assessments.evidence import (
    is_outside,
    outside_its_answer,
    page_number,
)
from prasyarat.assessments.evidence_actions import add_file
from prasyarat.assessments.evidence_reading import readable_answers
from prasyarat.assessments.models import Answer, Evidence
from prasyarat.assessments.queries import sheets
from prasyarat.assessments.rights import may_read
from tests.make import evidence as make_evidence
from tests.make import prasyarat as make

BEFORE, IN, AFTER = dt.date(2019, 12, 31), dt.date(2020, 1, 1), dt.date(2021, 1, 1)


@pytest.mark.parametrize(
    ("dated", "until", "outside"),
    [
        (None, None, False),
        (IN, None, False),
        (dt.date(2020, 12, 31), None, False),
        (BEFORE, None, True),
        (BEFORE, IN, False),
        (BEFORE, BEFORE, True),
        (AFTER, None, True),
        (AFTER, dt.date(2022, 1, 1), True),
    ],
)
def test_the_document_date_decides_the_period(dated, until, outside, world):
    """The sentence and the query say the same."""
    item = make.item("KEL-1", world.blora)
    piece = make.evidence(item, world.siti, document_date=dated, valid_until=until)
    Answer.objects.update(as_of=dt.date(2020, 10, 26))

    assert is_outside(piece.file, 2020) is outside
    assert Evidence.objects.filter(outside_its_answer()).exists() is outside


@pytest.mark.parametrize(
    ("reference", "page"),
    [
        ("hal. 12", 12),
        ("hlm 12–15", 12),
        ("Hlm.7", 7),
        ("halaman 3", 3),
        ("h. 4", 4),
        ("12", 12),
        ("12-15", 12),
        ("Lampiran II hal 9", 9),
        ("Bab V", None),
        ("Pasal 5", None),
        ("hal. 0", None),
        ("", None),
    ],
)
def test_a_page_reference_is_read(reference, page):
    assert page_number(reference) == page


@pytest.mark.slow
def test_expired_evidence_stops_counting_in_the_score(world, clock):
    """On its last day it counts; the day after, neither the answer nor the score has it."""
    clock("2020-10-26")
    item = make.item("KEL-1", world.blora)
    end = dt.date(2020, 10, 31)
    document = make_evidence.document(world.blora, world.siti, valid_until=end)
    save_answer(
        item=item, as_of=make.DAY, reply=make.Reply(choice="ada"), by=world.siti
    )
    add_file(item=item, file=document.versions.get().file, by=world.siti)

    def score(day: dt.date):
        pair = sheets(world.blora, day, make.instrument())
        found = {row.prerequisite.code: row for row in pair.rows}["KEL"]
        return next(i for i in found.mandiri.items if i.code == "KEL-1")

    assert score(end).earned == 1
    assert score(end + dt.timedelta(1)).earned == 0
    assert score(end + dt.timedelta(1)).state == "tanpa_bukti"


@pytest.mark.slow
def test_the_query_reads_what_may_read_says(world):
    """Of every state, of the region and of an OPD, written by either side."""
    for code, opd, by in (
        ("KEL-1", None, world.siti),
        ("KEL-4", world.dinkes, world.ratih),
        ("KEL-4", world.dlh, world.siti),
    ):
        item = make.item(code, world.blora, opd)
        make.answer_at("draf", item, by)
    answers = list(Answer.objects.select_related("region"))

    for state, when in (
        ("draf", None),
        ("diajukan", None),
        ("perlu_perbaikan", None),
        ("terverifikasi", dt.datetime(2020, 10, 27, tzinfo=dt.UTC)),
    ):
        Answer.objects.update(
            state=state, verified_at=when, verified_by=when and world.joko.user
        )
        for answer in answers:
            answer.state, answer.verified_at = state, when
        for name, actor in world.everyone().items():
            expected = {a.pk for a in answers if may_read(actor, a)}
            found = set(readable_answers(actor).values_list("pk", flat=True))
            assert found == expected, (name, state)

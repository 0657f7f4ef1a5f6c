"""Blora 2020 through the real verbs gives the figures worked out by hand."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from prasyarat.assessments.example import record_blora
from prasyarat.assessments.history import history, period_days, used_books
from prasyarat.assessments.models import Answer, Evidence
from prasyarat.assessments.queries import answers_for, sheets
from prasyarat.scoring import rounded
from pug_portal.audit.models import Event
from tests.make import prasyarat as make
from tests.prasyarat.shipped import BLORA
from tests.prasyarat.test_blora_2020 import hand_rows, hand_table, shown, worked_table

CODES = ["rpjmd", "perbup", "sk-pokja", "sk-tim-teknis", "sk-puspa", "notulen", "dpa"]


def figures(table: list[list[str]]) -> list[list[object]]:
    """The database pads with zeros: 0.5000 is the 0.5 of the hand sheet."""
    return [
        [name, *(c if c == "-" else Decimal(c) for c in cells)]
        for name, *cells in table
    ]


@pytest.fixture
def blora(world):
    instrument = make.instrument()
    files = {code: make.pdf(f"{code}.pdf") for code in CODES}

    def record():
        return record_blora(
            region=world.blora,
            data=BLORA,
            files=files,
            by_sekretariat=world.siti,
            by_bappeda=world.joko,
            instrument=instrument,
        )

    record()
    return record


@pytest.mark.slow
def test_the_49_items_of_the_kabupaten_come_out_as_by_hand(blora, world):
    pair = sheets(world.blora, BLORA.as_of)

    assert rounded(pair.mandiri.total) == Decimal("15.63")
    assert rounded(pair.terverifikasi.total) == Decimal("11.46")
    assert figures(worked_table(pair.mandiri, pair.terverifikasi)) == figures(
        hand_table("Hanya 49 butir tingkat kabupaten (K)")
    )


@pytest.mark.slow
def test_every_item_scores_as_by_hand(blora, world):
    pair = sheets(world.blora, BLORA.as_of)
    hand = hand_rows()

    for column in ("mandiri", "terverifikasi"):
        worked = [[item.code, shown(item)] for item in getattr(pair, column).items]
        by_hand = [[code, hand[code][column]] for code, _ in worked]
        assert figures(worked) == figures(by_hand)


@pytest.mark.slow
def test_progress_counts_what_is_filled(blora, world):
    pair = sheets(world.blora, BLORA.as_of)

    assert (pair.mandiri.filled, pair.mandiri.applicable) == (10, 49)


@pytest.mark.slow
def test_each_office_fills_its_own_and_the_other_verifies(blora, world):
    answers = answers_for(world.blora, BLORA.as_of)

    for answer in answers.values():
        owner = answer.indicator.responsible_role
        assert answer.filled_role == owner
        if answer.is_verified:
            judge = world.siti if owner == "bappeda" else world.joko
            assert answer.verified_by == judge.user


@pytest.mark.slow
def test_the_rpjmd_serves_two_indicators_as_one_file(blora, world):
    rows = Evidence.objects.filter(answer__indicator__code__in=["KOM-1", "KEB-6"])

    assert rows.values("file").distinct().count() == 1
    assert rows.count() == 2


@pytest.mark.slow
def test_the_day_before_nothing_was_answered(blora, world):
    pair = sheets(world.blora, BLORA.as_of - dt.timedelta(days=1))

    assert pair.mandiri.filled == 0
    assert pair.mandiri.total == 0


@pytest.mark.slow
def test_loading_again_changes_nothing(blora, world):
    before = (Answer.objects.count(), Evidence.objects.count(), Event.objects.count())

    blora()

    after = (Answer.objects.count(), Evidence.objects.count(), Event.objects.count())
    assert after == before


@pytest.mark.slow
def test_semester_year_and_period_show_the_figures_worked_by_hand(blora, world):
    """The same answers on other days: nothing before their day, the hand sheet after it."""
    seen_on = dt.date(2021, 2, 1)
    used = used_books(world.blora, period_days(seen_on))

    rows = {row.label: row.pair for row in history(None, seen_on, used=used)}

    by_hand = figures(hand_table("Hanya 49 butir tingkat kabupaten (K)"))
    after = ["Semester I 2021", "Semester II 2020", "Tahun 2021", "Tahun 2020"]
    for label in (*after, "Periode evaluasi 2020\N{EN DASH}2021"):
        pair = rows[label]
        assert figures(worked_table(pair.mandiri, pair.terverifikasi)) == by_hand, label
    for label in ("Semester I 2020", "Tahun 2019"):
        assert rows[label].mandiri.earned == 0

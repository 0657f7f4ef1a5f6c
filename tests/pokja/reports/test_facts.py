"""What the register of reports tells the prerequisites."""

from __future__ import annotations

import datetime as dt

import pytest

from pokja.reports.models import State
from prasyarat.facts import hint_for
from tests.make import reports as make

SENT_ON = dt.date(2021, 1, 18)


def test_a_sent_report_is_told_with_its_day_and_file(world, january):
    report = make.ready(world, state=State.SENT)

    fact = hint_for("KEL-10", world.blora, SENT_ON)

    assert fact.sentence == (
        "Laporan Pokja Semester II 2020 edisi 1 terkirim 18 Januari 2021 menurut "
        "daftar laporan."
    )
    assert fact.files == (report.pdf,)


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (dt.date(2021, 1, 17), "Semester II 2020"),
        (dt.date(2020, 12, 30), "Semester I 2020"),
        (dt.date(2021, 6, 30), "Semester I 2021"),
    ],
)
def test_a_report_not_yet_sent_is_told_as_such(world, january, day, label):
    make.ready(world, state=State.SENT)

    fact = hint_for("KEL-10", world.blora, day)

    assert f"{label} belum ditandai terkirim" in fact.sentence
    assert fact.files == ()


def test_a_settled_report_is_not_a_sent_one(world, january):
    make.ready(world, state=State.SETTLED)

    assert "belum ditandai" in hint_for("KEL-10", world.blora, SENT_ON).sentence

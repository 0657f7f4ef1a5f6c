"""What the register of decrees tells the prerequisites."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse

from pokja.decrees.models import Kind
from prasyarat.facts import hint_for
from tests.make import pokja as make
from tests.make import prasyarat as make_answers
from tests.make import reports as make_reports

WITHIN = dt.date(2020, 10, 26)


def test_a_decree_in_force_is_told_with_its_scan(world):
    decree = make_reports.decree(world)
    decree.refresh_from_db()

    fact = hint_for("KEL-1", world.blora, WITHIN)

    assert fact.sentence == (
        "SK Pokja PUG 463.23/160/2020 berlaku per 26 Oktober 2020."
    )
    assert fact.files == (decree.scan,)


def test_each_kind_speaks_to_its_own_indicator(world):
    make.decree(world, kind=Kind.TECHNICAL_TEAM, number="050.13/14/2020")
    make.decree(world, kind=Kind.PUSPA, number="463/172/2020", alias="Ceria")

    for code, number in (("KEL-2", "050.13/14/2020"), ("PSM-1", "463/172/2020")):
        fact = hint_for(code, world.blora, WITHIN)
        assert number in fact.sentence
        assert fact.files == ()


def test_a_day_without_a_decree_is_told_as_such(world):
    make.decree(world)

    fact = hint_for("KEL-1", world.blora, dt.date(2019, 12, 31))

    assert fact.sentence == "Tidak ada SK Pokja PUG yang berlaku per 31 Desember 2019."


def test_the_scan_is_offered_as_evidence_on_the_page(world, client_of, clock):
    clock("2021-01-11")
    make_reports.decree(world)
    make_answers.instrument()

    shown = client_of(world.siti).get(reverse("indicator", args=["KEL-1"]))

    assert "SK Pokja PUG 463.23/160/2020 berlaku" in shown.content.decode()
    assert "SK_POKJA_2020.pdf" in shown.content.decode()

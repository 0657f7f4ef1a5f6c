"""What the register of meetings tells the prerequisites."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from prasyarat.facts import hint_for
from tests.make import prasyarat as make_answers
from tests.make.meetings import follow_up_of, meeting_at

WITHIN = dt.date(2020, 12, 31)
EARLIER = dt.date(2020, 10, 1)


@pytest.mark.slow
def test_only_settled_minutes_of_the_semester_count(world):
    meeting_at("disahkan", world)
    meeting_at("koreksi", world, title="Belum disahkan")
    meeting_at("disahkan", world, held=dt.date(2020, 3, 2), title="Semester lalu")

    fact = hint_for("KEL-7", world.blora, WITHIN)

    assert fact.value == 1
    assert fact.sentence == (
        "1 rapat dengan notulen disahkan pada Semester II 2020 menurut daftar rapat "
        "per 31 Desember 2020. Terakhir 26 Oktober 2020."
    )


def test_a_meeting_after_the_day_is_not_counted(world):
    meeting_at("disahkan", world)

    assert hint_for("KEL-7", world.blora, EARLIER).value == 0
    assert hint_for("KOM-4", world.blora, EARLIER).value == 0
    assert hint_for("PSM-3", world.blora, EARLIER) is None
    assert hint_for("KEL-8", world.blora, EARLIER) is None


def test_leaders_are_counted_by_meeting(world):
    meeting_at("disahkan", world)

    fact = hint_for("KOM-4", world.blora, WITHIN)

    assert fact.value == 1
    assert "menurut daftar hadir per 31 Desember 2020" in fact.sentence


def test_institutions_are_named_and_left_to_people_to_judge(world):
    meeting_at("disahkan", world)

    fact = hint_for("PSM-3", world.blora, WITHIN)

    assert fact.value is None
    assert "PUSPA Ceria" in fact.sentence
    assert "Dinkes" not in fact.sentence


def test_closed_recommendations_are_a_share_of_those_that_stand(world):
    follow_up_of(world)

    fact = hint_for("KEL-8", world.blora, WITHIN)

    assert (fact.value, fact.denominator) == (0, 1)
    assert fact.sentence.startswith("0 dari 1 rekomendasi rapat selesai")


def test_a_neighbour_sees_nothing_of_it(world):
    follow_up_of(world)

    assert hint_for("KEL-7", world.rembang, WITHIN).value == 0
    assert hint_for("KEL-8", world.rembang, WITHIN) is None


@pytest.mark.slow
def test_the_page_of_the_indicator_shows_it_in_few_queries(world, client_of, clock):
    clock("2020-12-31")
    meeting_at("disahkan", world)
    make_answers.instrument()
    client = client_of(world.siti)
    url = reverse("indicator", args=["KEL-7"])
    client.get(url)

    with CaptureQueriesContext(connection) as caught:
        page = client.get(url).content.decode()

    assert "1 rapat dengan notulen disahkan" in page
    shapes = [query["sql"] for query in caught]
    assert max(shapes.count(shape) for shape in shapes) <= 2

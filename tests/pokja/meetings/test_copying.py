"""A meeting planned again: its frame on another day, or on many."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from pokja.meetings.copying import Every, copy_meeting, plan_series, series_days
from pokja.meetings.models import Meeting
from pokja.meetings.times import local, moment
from pug_portal.access.refusal import Refusal
from tests.make.meetings import meeting_at


@pytest.fixture
def settled(world, clock) -> Meeting:
    meeting = meeting_at("disahkan", world)
    clock("2020-11-02")
    return meeting


def copied(meeting: Meeting, world, by=None, day=dt.date(2020, 12, 7)) -> Meeting:
    return copy_meeting(
        meeting=meeting,
        title="Rapat akhir tahun",
        starts_at=moment(day, dt.time(9), world.blora),
        ends_at=moment(day, dt.time(12), world.blora),
        by=by or world.siti,
    )


def test_the_frame_comes_along_and_nothing_that_happened(settled, world):
    made = copied(settled, world)

    assert (made.title, made.place) == ("Rapat akhir tahun", settled.place)
    assert [item.told for item in made.agenda.all()] == [
        item.told for item in settled.agenda.all()
    ]
    assert [o.text for o in made.outcomes.all()] == [
        o.text for o in settled.outcomes.all()
    ]
    assert not any(outcome.verdict for outcome in made.outcomes.all())
    assert made.state == "rencana"
    assert not made.attendance.exists()
    assert not made.minutes.exists()
    assert not made.recommendations.exists()


def test_a_meeting_in_the_past_is_refused(settled, world):
    with pytest.raises(Refusal, match="sudah lewat"):
        copied(settled, world, day=dt.date(2020, 10, 5))


def test_only_the_desk_copies(settled, world):
    with pytest.raises(PermissionDenied):
        copied(settled, world, by=world.ratih)


def test_a_series_keeps_the_hours_of_the_region(settled, world):
    made = plan_series(meeting=settled, every=Every.MONTH, times=3, by=world.siti)

    assert [local(row.starts_at, world.blora).isoformat()[:16] for row in made] == [
        "2020-11-26T09:00",
        "2020-12-28T09:00",
        "2021-01-26T09:00",
    ]


def test_a_series_is_planned_whole_or_not_at_all(settled, world, clock):
    clock("2020-12-01")

    with pytest.raises(Refusal, match="sudah lewat"):
        plan_series(meeting=settled, every=Every.MONTH, times=3, by=world.siti)
    assert Meeting.objects.count() == 1


@pytest.mark.parametrize("times", [0, 25])
def test_a_series_has_its_bounds(settled, world, times):
    with pytest.raises(Refusal, match="1 sampai 24"):
        plan_series(meeting=settled, every=Every.WEEK, times=times, by=world.siti)


@given(
    first=st.dates(dt.date(2000, 1, 1), dt.date(2090, 1, 1)),
    every=st.sampled_from(Every),
    times=st.integers(1, 24),
)
def test_days_of_a_series_go_forward_and_miss_the_weekend(first, every, times):
    days = series_days(first, every, times)

    assert len(days) == times
    assert all(before < after for before, after in pairwise([first, *days]))
    if first.weekday() < 5:
        assert all(day.weekday() < 5 for day in days)


@pytest.mark.slow
def test_the_days_are_shown_before_they_are_planned(settled, world, client_of):
    client = client_of(world.siti)
    url = reverse("meeting-series", args=[settled.pk])

    shown = client.post(url, {"every": "bulan", "times": "2"})
    assert "Kamis, 26 November 2020" in shown.content.decode()
    assert Meeting.objects.count() == 1

    client.post(url, {"every": "bulan", "times": "2", "plan": "ya"})
    assert Meeting.objects.count() == 3


@pytest.mark.slow
def test_a_word_for_a_number_is_told_beside_the_field(settled, world, client_of):
    url = reverse("meeting-series", args=[settled.pk])

    answer = client_of(world.siti).post(url, {"every": "bulan", "times": "lima"})

    assert answer.status_code == 422
    assert "Isi dengan angka" in answer.content.decode()


@pytest.mark.slow
def test_the_copy_page_asks_for_the_day_only(settled, world, client_of):
    url = reverse("meeting-copy", args=[settled.pk])

    answer = client_of(world.siti).post(
        url,
        {
            "title": "Rapat akhir tahun",
            "starts_on": "2020-12-07",
            "starts_time": "09:00",
            "ends_time": "12:00",
        },
    )

    made = Meeting.objects.get(title="Rapat akhir tahun")
    assert answer["Location"] == reverse("meeting-detail", args=[made.pk])


def test_another_region_finds_nothing_to_copy(settled, world, client_of):
    url = reverse("meeting-copy", args=[settled.pk])

    assert client_of(world.budi).get(url).status_code == 404

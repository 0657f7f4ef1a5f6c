"""What reports and the home page ask."""

from __future__ import annotations

import datetime as dt

import pytest

from pokja.meetings import follow_up_actions
from pokja.meetings.queries import (
    count_follow_ups,
    follow_ups,
    meetings_in,
    settled_in,
    tasks_for,
    waiting,
)
from pug_portal.lib.semesters import Semester
from tests.make import meetings as make

LATER = dt.date(2021, 1, 20)


@pytest.fixture(autouse=True)
def in_january(clock):
    clock("2021-01-20")


@pytest.mark.slow
def test_meetings_of_a_semester_carry_their_totals_in_one_query(
    world, django_assert_num_queries
):
    make.meeting_at("disahkan", world)
    make.meeting_at("rencana", world, title="Belum berlangsung")
    make.meeting_at("disahkan", world, title="Tahun lalu", held=dt.date(2020, 6, 30))

    with django_assert_num_queries(1):
        found = meetings_in(world.blora, Semester(2020, 2))
        told = [
            (m.men, m.women, m.attended, m.recommended, m.still_open) for m in found
        ]

    assert told == [(3, 6, 9, 1, 1)]
    assert settled_in(world.blora, Semester(2020, 1)) == 1


@pytest.mark.slow
def test_the_edge_of_a_semester_is_that_of_the_region(world):
    world.blora.zone = "WIT"
    world.blora.save()
    # 00.30 WIT of 1 July is 22.30 WIB of 30 June.
    starts = dt.datetime(2020, 6, 30, 15, 30, tzinfo=dt.UTC)
    make.meeting_at("disahkan", world, starts_at=starts, ends_at=starts)

    assert len(meetings_in(world.blora, Semester(2020, 2))) == 1
    assert meetings_in(world.blora, Semester(2020, 1)) == []


@pytest.mark.slow
def test_follow_ups_are_counted_in_one_query(world, django_assert_num_queries):
    row = make.follow_up_of(world)
    make.follow_up_of(world, title="Rapat kedua")
    follow_up_actions.report_follow_up(recommendation=row, text="Mulai", by=world.ratih)

    with django_assert_num_queries(1):
        counts = count_follow_ups(follow_ups(world.blora, LATER), LATER)

    assert (counts.total, counts.open, counts.in_progress, counts.late) == (2, 2, 1, 2)
    assert not follow_ups(world.blora, dt.date(2020, 10, 1)).exists()


def titles(actor) -> list[str]:
    actor.cache.clear()
    return [task.title for task in tasks_for(actor, LATER)]


@pytest.mark.slow
def test_each_role_is_told_what_waits_for_it(world):
    row = make.follow_up_of(world)
    make.meeting_at("koreksi", world, title="Rapat Pokja")
    make.meeting_at("berlangsung", world, title="Rapat Tim Teknis")
    follow_up_actions.report_follow_up(recommendation=row, text="Mulai", by=world.ratih)

    assert titles(world.joko) == ["Sahkan notulen", "Lengkapi hasil dan notulen"]
    assert titles(world.siti) == [
        "Lengkapi hasil dan notulen",
        "Periksa 1 tindak lanjut yang dilaporkan",
        "Ingatkan 1 tindak lanjut yang terlambat",
    ]
    assert titles(world.ratih) == ["Menyusun profil gender bidang kesehatan"]
    assert tasks_for(world.ratih, LATER)[0].is_late
    for who in ("dewi", "wati", "yusuf", "budi", "prov", "admin", "baru"):
        assert titles(getattr(world, who)) == []


def test_the_menu_counts_what_waits(world):
    make.follow_up_of(world)
    make.meeting_at("koreksi", world, title="Rapat Pokja")

    waits = {
        who: waiting(getattr(world, who)).count() for who in ("joko", "ratih", "wati")
    }

    assert waits == {"joko": 1, "ratih": 1, "wati": 0}


def test_what_one_signed_oneself_does_not_wait_for_one(world):
    from pokja.meetings import minutes_actions

    meeting = make.meeting_at("berlangsung", world)
    make.fill(meeting, world)
    minutes_actions.sign_minutes(meeting=meeting, notulis="Joko", by=world.joko)

    assert waiting(world.joko).count() == 0

"""The list by name: prefilled, marked, counted, frozen."""

from __future__ import annotations

import datetime as dt

import pytest

from pokja.attendance import actions, printing
from pokja.attendance.invited import people_invited
from pokja.attendance.people import Mark, Person
from pokja.attendance.queries import lines_on, totals_on
from pokja.meetings import actions as meeting_actions
from pokja.meetings import minutes_actions, part_actions
from pokja.meetings.balance import imbalance
from pokja.meetings.content import freeze
from pokja.meetings.invitee_actions import Guest, set_invitees
from pokja.meetings.invitees import candidates_for
from pokja.meetings.models import Meeting
from pokja.meetings.queries import attendance_totals, with_counts
from pokja.meetings.rows import AttendanceRow
from pokja.reports.collect_meetings import meeting_rows
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from pug_portal.lib import clock as portal_clock
from pug_portal.lib.semesters import Semester
from tests.make import attendance as make
from tests.make import meetings as make_meeting
from tests.make import pokja as make_pokja


@pytest.fixture
def meeting(world, clock):
    clock(make.NINE)
    return make.meeting_today(world)


def mark(chair, state, world, **more):
    return actions.mark_one(
        participant=chair,
        day=portal_clock.today(),
        mark=Mark(state, **more),
        by=world.siti,
    )


def test_the_list_begins_with_members_of_the_day_and_focal_points(world, meeting):
    decree = make_pokja.decree(world)
    make_pokja.member(world, decree)
    make_pokja.member(
        world, decree, position="", name="Ratih Kusuma, S.KM", sex="P", opd=world.dinkes
    )

    count = actions.prefill(meeting=meeting, by=world.siti)

    rows = list(meeting.participants.order_by("order"))
    assert (count, len(rows)) == (3, 3)
    assert {row.label for row in rows} == {
        "Kepala Dinas Kesehatan",
        "Ratih Kusuma, S.KM",
        "Dewi Anggraini",
    }
    ratih = meeting.participants.get(name__startswith="Ratih")
    assert (ratih.source, ratih.appointment is not None) == ("pokja", True)


def test_prefilling_again_adds_only_who_is_new(world, meeting):
    actions.prefill(meeting=meeting, by=world.siti)
    make_pokja.member(world, make_pokja.decree(world))

    assert actions.prefill(meeting=meeting, by=world.siti) == 1
    assert len(people_invited(meeting)) == meeting.participants.count() == 3


def test_chosen_invitees_come_before_the_usual_ones(world, meeting):
    keys = [one.key for one in candidates_for(meeting) if one.name == "Dewi Anggraini"]
    guests = [Guest("Sri Utami", institution="PUSPA"), Guest(institution="BPS")]
    set_invitees(meeting=meeting, keys=keys, guests=guests, by=world.siti)

    actions.prefill(meeting=meeting, by=world.siti)

    told = [str(row) for row in meeting.participants.order_by("order")]
    assert told == ["Dewi Anggraini (DLH)", "Sri Utami (PUSPA)", "BPS (BPS)"]
    # Nobody said L or P of her: she cannot be counted until somebody does.
    with pytest.raises(Refusal, match="L/P"):
        mark(meeting.participants.get(name="Sri Utami"), "hadir", world)


def test_totals_equal_the_count_by_hand(world, meeting):
    men_women = make.chairs(meeting, world, 5)  # L P L P L
    guest = actions.add_participant(
        meeting=meeting,
        person=Person("Sri Utami", "P", "Ketua", institution="PUSPA Ceria"),
        by=world.siti,
    )
    for chair in [*men_women[:3], guest]:
        mark(chair, "hadir", world)
    mark(
        men_women[4],
        "diwakili",
        world,
        stand_in_name="Rina Astuti",
        stand_in_sex="P",
        stand_in_position="Kasubag",
    )
    mark(men_women[3], "izin", world)

    totals = attendance_totals(meeting.attendance.all())
    by_day = totals_on(lines_on(meeting, portal_clock.today()))
    listed = with_counts(Meeting.objects.filter(pk=meeting.pk)).get()
    # L P L, PUSPA's P, and a woman in the place of a man.
    assert (totals.men, totals.women, totals.opds, totals.others) == (2, 3, 1, 1)
    assert (by_day.men, by_day.women, by_day.excused) == (2, 3, 1)
    assert (listed.men, listed.women) == (2, 3)
    names = meeting.attendance.get(opd=world.dinkes).names
    assert "Rina Astuti (mewakili Orang Ke-04)" in names


def test_a_leader_stands_in_a_row_of_his_own(world, meeting):
    chair = actions.add_participant(
        meeting=meeting,
        person=Person("Arif Wijaya", "L", "Bupati Blora", None, "Pemkab Blora", True),
        by=world.siti,
    )
    mark(chair, "hadir", world)

    row = meeting.attendance.get()
    assert (row.is_leader, row.who) == (True, "Bupati Blora (Pemkab Blora)")


def test_taking_the_last_mark_back_empties_the_count(world, meeting):
    chair = make.chairs(meeting, world, 1)[0]
    mark(chair, "hadir", world)
    mark(chair, "", world)

    assert not meeting.attendance.exists()


def test_two_days_are_marked_apart_and_counted_once(world, clock):
    clock(make.NINE)
    meeting = make.meeting_today(world, kind="bimtek", **make.two_days())
    first, second = dt.date(2026, 11, 23), dt.date(2026, 11, 24)
    chair, other = make.chairs(meeting, world, 2)
    mark(chair, "hadir", world)
    clock("2026-11-24T09:00:00")
    mark(chair, "hadir", world)
    mark(other, "hadir", world)

    days = [totals_on(lines_on(meeting, day)).came for day in (first, second)]
    assert days == [1, 2]
    assert attendance_totals(meeting.attendance.all()).total == 2
    with pytest.raises(Refusal, match="bukan hari rapat"):
        actions.mark_one(
            participant=chair,
            day=dt.date(2026, 11, 25),
            mark=Mark("hadir"),
            by=world.siti,
        )


@pytest.mark.parametrize(
    ("mark_", "sentence"),
    [
        (Mark("diwakili"), "nama yang mewakili"),
        (Mark("diwakili", stand_in_name="Rina"), "L atau P"),
        (Mark("datang"), "Pilih salah satu"),
    ],
)
def test_a_mark_that_says_too_little_is_refused(world, meeting, mark_, sentence):
    chair = make.chairs(meeting, world, 1)[0]
    with pytest.raises(Refusal, match=sentence):
        actions.mark_one(
            participant=chair, day=portal_clock.today(), mark=mark_, by=world.siti
        )


def test_an_office_without_a_name_is_only_represented(world, meeting):
    chair = actions.add_participant(
        meeting=meeting,
        person=Person(position="Kepala BPS", institution="BPS"),
        by=world.siti,
    )
    with pytest.raises(Refusal, match="belum diisi"):
        mark(chair, "hadir", world)


def test_numbers_typed_per_office_are_never_overwritten(world, clock):
    clock(make.NINE)
    meeting = make.meeting_today(world, "berlangsung")
    rows = [AttendanceRow(opd=world.dinkes, men=3)]
    part_actions.set_attendance(meeting=meeting, rows=rows, by=world.siti)
    chair = make.chairs(meeting, world, 1)[0]

    with pytest.raises(Refusal, match="jumlah per instansi"):
        mark(chair, "hadir", world)
    part_actions.set_attendance(meeting=meeting, rows=[], by=world.siti)
    mark(chair, "hadir", world)
    with pytest.raises(Refusal, match="menurut nama"):
        part_actions.set_attendance(meeting=meeting, rows=rows, by=world.siti)


def test_a_mark_by_somebody_else_is_not_overwritten_unseen(world, meeting):
    one, two = make.chairs(meeting, world, 2)
    mark(one, "izin", world)
    sent = {one.pk: ("", "hadir"), two.pk: ("", "hadir")}
    day = portal_clock.today()

    with pytest.raises(Refusal, match="baru saja dicatat orang lain: izin"):
        actions.mark_list(meeting=meeting, day=day, states=sent, by=world.siti)
    assert not two.presences.exists()


def test_the_list_is_frozen_when_minutes_are_signed_and_settled(world, clock):
    clock(make.NINE)
    meeting = make.meeting_today(world, chair_name="Arif Wijaya")
    one, away = make.chairs(meeting, world, 2)
    mark(one, "hadir", world)
    mark(away, "izin", world)
    meeting = meeting_actions.start_meeting(meeting=meeting, by=world.siti)
    part_actions.set_minutes(meeting=meeting, text="1. Selesai", by=world.siti)
    meeting = minutes_actions.sign_minutes(
        meeting=meeting, notulis="Rina Astuti", by=world.siti
    )
    meeting = minutes_actions.settle_minutes(meeting=meeting, by=world.joko)

    for write in (
        lambda: mark(one, "izin", world),
        lambda: actions.prefill(meeting=meeting, by=world.siti),
        lambda: actions.remove_participant(participant=one, by=world.siti),
    ):
        with pytest.raises(Refusal, match="terkunci"):
            write()
    people = meeting.settled_content["people"]
    assert [row["days"][0]["told"] for row in people] == ["Hadir", "Izin"]
    assert meeting.settled_content["totals"]["men"] == 1
    told, _ = meeting_rows(world.blora, Semester(2026, 2))
    assert [(row.men, row.women) for row in told] == [(1, 0)]


def test_a_meeting_without_a_list_freezes_as_before(world):
    meeting = make_meeting.meeting_at("disahkan", world)

    assert "people" not in freeze(meeting)


def test_the_rule_of_thirty_per_cent_is_read_from_data(monkeypatch):
    assert imbalance(70, 30) == "" == imbalance(0, 1)
    assert "perempuan" in imbalance(71, 29)
    assert "laki-laki" in imbalance(0, 3)
    monkeypatch.setattr(
        "pokja.meetings.balance.rule",
        lambda: {"paling_sedikit_persen": 40, "mulai_dari_orang": 2},
    )
    assert imbalance(70, 30) == "Kurang dari 40% peserta adalah perempuan."


def test_the_sheet_has_room_for_signatures_and_says_who_represents(world, meeting):
    chair = make.chairs(meeting, world, 1)[0]
    day = portal_clock.today()
    empty = printing.sheet_html(meeting, day)
    mark(chair, "diwakili", world, stand_in_name="<b>Rina", stand_in_sex="P")
    full = printing.sheet_html(meeting, day)

    assert empty.count("<tr>") == 4 + 1 + 1 + printing.BLANKS
    assert "........ L" in empty
    assert "Diwakili &lt;b&gt;Rina (P)" in full
    assert "0 L dan 1 P" in full


def test_every_change_leaves_its_trail(world, meeting):
    chair = make.chairs(meeting, world, 1)[0]
    mark(chair, "izin", world)

    told = Event.objects.filter(verb="attendance.marked").get()
    assert told.changes == {
        "kehadiran": [
            ["Orang Ke-00 (Dinkes): belum dicatat"],
            ["Orang Ke-00 (Dinkes): Izin"],
        ]
    }

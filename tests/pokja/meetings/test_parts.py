"""Agenda, outcomes, attendance and minutes."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from pokja.meetings import agenda_actions
from pokja.meetings import part_actions as parts
from pokja.meetings.minutes_actions import sign_minutes
from pokja.meetings.queries import attendance_totals
from pokja.meetings.rows import AgendaRow, AttendanceRow, OutcomeRow
from pokja.meetings.sections import Branch, sections_of
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import meetings as make


@pytest.fixture
def running(world):
    return make.meeting_at("berlangsung", world)


def attend(meeting, by, *rows: AttendanceRow):
    return parts.set_attendance(meeting=meeting, rows=rows, by=by)


def test_totals_are_computed_from_the_rows(world, running):
    attend(
        running,
        world.siti,
        AttendanceRow(opd=world.dinkes, men=2, women=3),
        AttendanceRow(institution="PUSPA Ceria", women=4, is_leader=True),
    )

    totals = attendance_totals(running.attendance.all())
    assert (totals.men, totals.women, totals.total) == (2, 7, 9)
    assert (totals.opds, totals.others, totals.leaders) == (1, 1, 4)


def test_setting_again_replaces(world, running):
    attend(running, world.siti, AttendanceRow(opd=world.dinkes, men=1))
    attend(running, world.siti, AttendanceRow(opd=world.dlh, women=1))

    assert [row.who for row in running.attendance.all()] == ["DLH"]
    event = Event.objects.filter(verb="meeting.attendance").first()
    assert event.changes == {"kehadiran": [["Dinkes: 1 L, 0 P"], ["DLH: 0 L, 1 P"]]}


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([{"opd": "dinkes", "men": 1}, {"opd": "dinkes", "women": 1}], "baris 1, 2"),
        (
            [{"institution": "BPS", "men": 1}, {"institution": " bps ", "men": 1}],
            "lebih dari sekali",
        ),
        ([{"opd": "dinkes", "men": 1}, {"institution": "Dinkes", "men": 1}], "Satukan"),
        ([{"men": 1}], "pilih OPD atau tulis"),
        ([{"opd": "dinkes", "institution": "BPS", "men": 1}], "salah satu"),
        ([{"opd": "dinkes"}], "isi jumlah"),
        ([{"opd": "dinkes", "men": -1, "women": 3}], "tidak mungkin"),
        ([{"opd": "dinkes", "men": 10**18}], "tidak mungkin"),
        ([{"opd": "dinkes", "men": 1, "names": "Ani\nBudi"}], "2 nama"),
        ([{"opd": "dinkes_rembang", "men": 1}], "bukan OPD daerah ini"),
    ],
)
def test_impossible_attendance_is_refused(world, running, rows, sentence):
    made = [
        AttendanceRow(**{**row, "opd": getattr(world, row.get("opd", ""), None)})
        for row in rows
    ]

    with pytest.raises(Refusal, match=sentence):
        attend(running, world.siti, *made)
    assert not running.attendance.exists()


def test_agenda_and_outcomes_keep_their_order(world):
    meeting = make.meeting_at("rencana", world)
    rows = [AgendaRow("Pembukaan", "09.00"), AgendaRow("Doa", "11.45")]

    agenda_actions.set_agenda(meeting=meeting, rows=rows, by=world.joko)
    parts.set_outcomes(
        meeting=meeting, rows=[OutcomeRow("Sinergi"), OutcomeRow("Aksi")], by=world.siti
    )

    assert [item.text for item in meeting.agenda.all()] == ["Pembukaan", "Doa"]
    assert [item.text for item in meeting.outcomes.all()] == ["Sinergi", "Aksi"]


def test_outcomes_are_judged_after_the_meeting_has_begun(world, running):
    planned = make.meeting_at("rencana", world, title="Lain")
    judged = [OutcomeRow("Sinergi", "tercapai")]

    with pytest.raises(Refusal, match="sesudah rapat"):
        parts.set_outcomes(meeting=planned, rows=judged, by=world.siti)
    parts.set_outcomes(meeting=running, rows=judged, by=world.siti)

    assert running.outcomes.get().tone == ("set", "circle-check")


def test_an_agenda_row_without_a_subject_is_named(world):
    meeting = make.meeting_at("rencana", world)

    with pytest.raises(Refusal, match="Baris 2"):
        agenda_actions.set_agenda(
            meeting=meeting,
            rows=[AgendaRow("Pembukaan"), AgendaRow("  ", "10.00")],
            by=world.siti,
        )


def test_minutes_become_points_with_sub_items(world, running):
    parts.set_minutes(
        meeting=running, text=make.MINUTES, summary="Rapat dibuka.", by=world.siti
    )

    (section,) = sections_of(running)
    assert section.label == "Pembahasan"
    assert section.points == [
        Branch(
            "Pengarusutamaan gender (PUG)",
            [Branch("Mencakup disabilitas"), Branch("Mencakup usia")],
        ),
        Branch("Tujuh prasyarat"),
    ]
    event = Event.objects.get(verb="meeting.minutes")
    assert event.changes == {"naskah": [None, 1]}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (" \n ", "paling sedikit satu"),
        ("- hanya sub butir", "Butir 1"),
        ("1. " + "x" * 4000, "lebih panjang"),
        ("\n".join(f"{n % 100}. butir" for n in range(250)), "Paling banyak"),
    ],
)
def test_impossible_minutes_are_refused(world, running, text, sentence):
    with pytest.raises(Refusal, match=sentence):
        parts.set_minutes(meeting=running, text=text, by=world.siti)


@pytest.mark.parametrize("state", ["rencana", "diundang", "ditunda", "dibatalkan"])
def test_before_the_meeting_nothing_is_recorded(world, state):
    meeting = make.meeting_at(state, world)

    with pytest.raises(Refusal, match="selama rapat berstatus"):
        parts.set_minutes(meeting=meeting, text="1. Butir", by=world.siti)
    with pytest.raises(Refusal, match="selama rapat berstatus"):
        attend(meeting, world.siti, AttendanceRow(opd=world.dinkes, men=1))


@pytest.mark.parametrize("who", ["ratih", "hasan", "wati", "yusuf", "budi", "prov"])
def test_others_write_nothing(world, running, who):
    with pytest.raises(PermissionDenied):
        parts.set_minutes(meeting=running, text="1. Butir", by=getattr(world, who))


def test_minutes_are_not_signed_while_an_outcome_is_unjudged(world, running):
    make.fill(running, world)
    parts.set_outcomes(
        meeting=running,
        rows=[OutcomeRow("Satu", "tercapai"), OutcomeRow("Dua")],
        by=world.siti,
    )
    with pytest.raises(Refusal, match="penilaian setiap hasil"):
        sign_minutes(meeting=running, notulis="Rina", by=world.siti)

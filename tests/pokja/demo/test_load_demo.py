"""Every source article becomes a scene; all of it through the real actions."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter

import pytest
from django.core.management import CommandError, call_command

from focal_points.opd.models import Opd
from focal_points.periods.models import ReportingPeriod
from focal_points.progress.models import Progress
from focal_points.progress.queries import board
from pokja.attendance.models import COUNTED, Presence
from pokja.decrees.models import Decree
from pokja.handover.models import Handover
from pokja.letters.models import Letter
from pokja.meetings.carry_over import CarriedOver
from pokja.meetings.content import is_intact
from pokja.meetings.days import days_of
from pokja.meetings.models import Meeting
from pokja.meetings.queries import attendance_totals
from pokja.meetings.sections import sections_of
from pokja.programme.models import DriverPlan, Programme
from pokja.programme.queries import lines_of
from pokja.programme.realisation import realisation_of
from pokja.regulations.models import Regulation
from pokja.reports.models import PokjaReport
from pokja.trainings.models import Certificate
from prasyarat.assessments.queries import sheets
from prasyarat.gender_data.models import TableYear
from prasyarat.next_steps.models import AwardLevel
from prasyarat.scoring import rounded
from pug_portal.access.roles import Role
from pug_portal.lib.clock import today
from pug_portal.lib.dates import Semester
from pug_portal.regions.models import Region

LEAST_IN_EACH_STATE = 3


def test_it_refuses_a_database_that_holds_people(world):
    with pytest.raises(CommandError, match="sudah berisi akun"):
        call_command("load_demo")


@pytest.mark.slow
def test_it_tells_every_source_article_and_runs_once(db, settings, capsys):
    call_command("load_regions")
    call_command("load_instrument")
    call_command("load_demo")
    blora = Region.objects.get(code="33.16")

    # No thresholds of awards were found: none may come with the portal.
    assert not AwardLevel.objects.exists()
    _accounts_are_written(settings)
    _the_three_decrees_can_be_found_by_number(blora)
    _the_perbup_was_judged(blora)
    _all_26_offices_report_and_kecamatan_do_not(blora)
    _the_living_semester_has_reports_in_every_state(blora)
    _the_meetings_of_the_articles_are_settled()
    _blora_is_busy(blora)
    _blora_has_tables_in_every_state(blora)
    _programmes_carry_the_tasks_of_the_sources(blora)
    _the_sheet_is_the_one_worked_by_hand(blora)
    assert PokjaReport.objects.filter(region=blora, year=2020, half=2).count() == 1
    _all_below_kalsel_use_the_portal()
    _the_board_of_tangsel_lists_every_office()
    _a_second_run_changes_nothing(capsys)


def _all_below_kalsel_use_the_portal() -> None:
    regions = Region.objects.filter(parent__code="63")

    assert regions.count() == 13
    assert all(region.uses_portal for region in regions)


def _the_board_of_tangsel_lists_every_office() -> None:
    tangsel = Region.objects.get(code="36.74")
    period = ReportingPeriod.objects.filter(region=tangsel).latest("pk")
    offices = Opd.objects.filter(region=tangsel).active_on(period.figures_as_of)

    assert {row.opd.pk for row in board(period)} == {office.pk for office in offices}
    assert offices.count() > 10


def _accounts_are_written(settings) -> None:
    accounts = json.loads((settings.DATA_DIR / "demo-accounts.json").read_text())
    roles = {account["role"] for account in accounts}

    assert roles == {role.value for role in Role}
    assert set(accounts[0]) == {"username", "password", "role", "region", "opd"}


def _the_three_decrees_can_be_found_by_number(blora) -> None:
    for number in ("463.23/160/2020", "050.13/14/2020", "463/172/2020"):
        decree = Decree.objects.filter(region=blora).matching(number).get()
        assert decree.scan is not None
        assert decree.members.exists()


def _the_perbup_was_judged(blora) -> None:
    perbup = Regulation.objects.get(region=blora, number="5", year=2014)

    assert str(perbup) == "Peraturan Bupati Blora Nomor 5 Tahun 2014"
    assert [each.verdict for each in perbup.evaluations.all()] == ["belum_optimal"]
    assert perbup.follow_ups.count() == 2


def _all_26_offices_report_and_kecamatan_do_not(blora) -> None:
    offices = Opd.objects.filter(region=blora)

    assert offices.active_on(dt.date(2020, 12, 31)).count() == 26
    assert offices.filter(kind="kecamatan", takes_part=False).count() == 16


def _the_living_semester_has_reports_in_every_state(blora) -> None:
    period = ReportingPeriod.objects.filter(region=blora).first()
    states = Counter(
        Progress.objects.filter(period=period).values_list("state", flat=True)
    )

    assert today() in period.semester
    assert len(states) == 5
    assert min(states.values()) >= LEAST_IN_EACH_STATE
    assert 26 - sum(states.values()) >= LEAST_IN_EACH_STATE


def _the_meetings_of_the_articles_are_settled() -> None:
    held = {
        (meeting.region.code, meeting.starts_at.date().isoformat()): meeting
        for meeting in Meeting.objects.select_related("region")
        if meeting.starts_at.date() < today()
    }

    assert set(held) == {
        ("33.16", "2020-10-26"),
        ("36.74", "2017-03-10"),
        ("63", "2019-11-28"),
        ("63.10", "2025-09-22"),
        ("63.72", "2024-12-09"),
    }
    assert {meeting.state for meeting in held.values()} == {"disahkan"}
    _the_points_and_outcomes_are_those_of_the_articles(held)
    assert held["63", "2019-11-28"].planned_participants == 60
    _people_came_by_name(held)
    _banjarbaru_has_a_second_version(held["63.72", "2024-12-09"])


def _the_points_and_outcomes_are_those_of_the_articles(held) -> None:
    judged = held["63.72", "2024-12-09"].outcomes.exclude(verdict="")
    assert judged.count() == 6
    sections = {s.code: s.points for s in sections_of(held["33.16", "2020-10-26"])}
    points = sections["pembahasan"]
    assert [len(point.subs) for point in points] == [2, 0, 6, 7, 11, 6]
    # Bappeda's six roles, each with how it was fulfilled.
    assert all(role.subs[0].text.startswith("Pemenuhan") for role in points[5].subs)
    bumbu = held["63.10", "2025-09-22"]
    came = bumbu.attendance.exclude(opd=None).values_list("opd", flat=True)
    proposed = bumbu.recommendations.values_list("proposer_opd", flat=True)
    assert sorted(proposed) == sorted(came)


def _people_came_by_name(held) -> None:
    blora, kalsel = held["33.16", "2020-10-26"], held["63", "2019-11-28"]
    told = attendance_totals(blora.attendance.all())
    assert (told.men, told.women) == (26, 36)
    states = set(blora.participants.values_list("presences__state", flat=True))
    assert states == {"hadir", "diwakili", "izin"}

    assert attendance_totals(kalsel.attendance.all()).total == 60
    first, second = days_of(kalsel)
    came = Presence.objects.filter(participant__meeting=kalsel, state__in=COUNTED)
    assert came.filter(day=first).count() == 60
    assert came.filter(day=second).count() == 56
    assert kalsel.training.acceptances.get().region.code == "63.10"
    sent = Certificate.objects.filter(participant__meeting=kalsel)
    assert [row.participant.appointment.opd.region.code for row in sent] == [
        "63.10",
        "63.10",
    ]

    bumbu = held["63.10", "2025-09-22"]
    regent = bumbu.participants.get(position="Bupati Tanah Bumbu")
    assert regent.presences.get().stand_in_position.startswith("Kepala Bidang PUG")


def _banjarbaru_has_a_second_version(meeting) -> None:
    assert meeting.version == 2
    assert is_intact(meeting)
    assert meeting.versions.get().number == 1


def _blora_is_busy(blora) -> None:
    letter = Letter.objects.get(meeting__region=blora)
    coming = letter.meeting
    assert (letter.state, coming.state) == ("selesai", "diundang")
    assert Semester.from_date(coming.starts_at.date()) == Semester.from_date(today())
    assert len(CarriedOver(coming).items) == 5
    assert Decree.objects.get(region=blora, state="rancangan").members.count() == 15
    assert Handover.objects.get().leaving.opd.region == blora


def _blora_has_tables_in_every_state(blora: Region) -> None:
    rows = TableYear.objects.filter(region=blora)
    states = Counter(rows.values_list("state", flat=True))
    assert set(states) >= {"draf", "diajukan", "terverifikasi"}
    assert all("contoh" in source for source in rows.values_list("source", flat=True))


def _programmes_carry_the_tasks_of_the_sources(blora) -> None:
    kalsel = Programme.objects.get(region__code="63")
    lines = lines_of(kalsel)
    found = realisation_of(kalsel, lines)

    assert {letter for line in lines for letter in line.duties} == set("abcdjhk")
    bimtek = found.of(next(line for line in lines if line.duties == ["a"]))
    assert (bimtek.meetings, bimtek.men + bimtek.women) == (1, 60)

    own = Programme.objects.get(region=blora)
    realised = realisation_of(own, lines_of(own)).total
    assert (own.year, realised.meetings, len(realised.visits)) == (2020, 1, 2)
    assert realised.realized
    assert {plan.steps.count() for plan in DriverPlan.objects.all()} == {1, 3}


def _the_sheet_is_the_one_worked_by_hand(blora) -> None:
    pair = sheets(blora, dt.date(2020, 12, 31))

    assert str(rounded(pair.mandiri.total)) == "15.63"
    assert str(rounded(pair.terverifikasi.total)) == "11.46"


def _a_second_run_changes_nothing(capsys) -> None:
    before = Progress.objects.count()
    capsys.readouterr()

    call_command("load_demo")

    assert "sudah ada" in capsys.readouterr().out
    assert Progress.objects.count() == before

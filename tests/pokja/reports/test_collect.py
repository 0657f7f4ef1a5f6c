"""Numbers against a known world; only what is verified or settled is content."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from focal_points.periods.models import Exemption
from pokja.decrees.actions import revoke_decree
from pokja.reports import chapters
from pokja.reports.collect import collect, snapshot
from pokja.reports.content import from_json, to_json
from pokja.reports.rows_opd import (
    EXEMPT,
    IN_REPAIR,
    IN_VERIFICATION,
    NOT_REPORTED,
    VERIFIED,
)
from pokja.reports.summary import Summary, key_figures
from pug_portal.lib.dates import Semester
from tests.make import reports as make
from tests.make.indices import ipg_of_three_levels
from tests.make.meetings import meeting_at

ON = dt.date(2020, 12, 31)


pytestmark = pytest.mark.usefixtures("january")
reporting = pytest.mark.stands_on(add=make.blora)


@pytest.fixture
def blora(world):
    return world


def collected(world, **inputs):
    return collect(world.blora, make.SEMESTER, ON, inputs)


def opd(content, short_name):
    return next(row for row in content.opds if row.short_name == short_name)


@reporting
@pytest.mark.slow
def test_every_expected_opd_is_there_in_its_group(blora):
    content = collected(blora)

    groups = {row.short_name: row.group for row in content.opds}
    assert groups == {
        "Dinkes": VERIFIED,
        "DLH": IN_VERIFICATION,
        "Dinsos P3A": IN_REPAIR,
        "Bappeda": NOT_REPORTED,
    }
    assert content.expected == 4


@reporting
@pytest.mark.slow
def test_only_verified_content_becomes_figures(blora):
    content = collected(blora)

    assert opd(content, "Dinkes").figures.gap == 3
    assert opd(content, "DLH").figures is None
    assert "RAHASIA" not in json.dumps(to_json(content))


@reporting
@pytest.mark.slow
def test_a_draft_is_told_but_not_its_content(blora, world):
    planner = make.focal_point(world.bappeda, "Nur Aini")
    draft = make.progress(world, world.bappeda, "draf", planner)
    make.make_progress.filled(draft, planner, obstacles="RAHASIA BAPPEDA")

    row = opd(collected(blora), "Bappeda")

    assert (row.group, row.note) == (NOT_REPORTED, "Draf belum diajukan")
    assert "RAHASIA" not in json.dumps(to_json(collected(blora)))


@reporting
@pytest.mark.slow
def test_an_exempted_opd_is_not_expected(blora, world):
    period = world.dlh.progress_reports.get().period
    Exemption.objects.create(period=period, opd=world.bappeda, reason="Baru dibentuk")

    content = collected(blora)

    assert opd(content, "Bappeda").group == EXEMPT
    assert opd(content, "Bappeda").note == "Baru dibentuk"
    assert content.expected == 3


def test_empty_is_not_zero(world):
    zeroes = {"rka_has_gbs": "tidak", "gbs_count": 0, "kak_count": None}
    make.progress(world, world.dinkes, "diverifikasi", world.ratih, **zeroes)

    figures = opd(collected(world), "Dinkes").figures

    assert (figures.gbs, figures.kak) == (0, None)


def test_without_a_period_every_opd_has_not_reported(world):
    content = collected(world)

    assert {row.group for row in content.opds} == {NOT_REPORTED}


@reporting
@pytest.mark.slow
def test_decrees_members_and_signatures_of_the_day(blora):
    content = collected(blora)

    (decree,) = content.decrees
    assert (decree.number, decree.status) == ("463.23/160/2020", "Berlaku")
    assert decree.scan.pages == 12
    assert len(decree.scan.sha256) == 64
    chair, secretary = content.cover.signatures
    assert (chair.position, chair.name) == ("Kepala Bappeda Contoh", "Bambang Suryono")
    assert secretary.name == "Sri Lestari"
    assert content.members[0].note == "karena jabatan"


@reporting
@pytest.mark.slow
def test_a_decree_that_ended_before_the_semester_is_left_out(blora, world):
    make.decree(
        world,
        number="463/1/2017",
        effective_from=dt.date(2017, 1, 1),
        signed_on=dt.date(2017, 1, 1),
        effective_until=dt.date(2019, 12, 31),
    )

    assert len(collected(blora).decrees) == 1


@reporting
@pytest.mark.slow
def test_a_decree_revoked_within_the_semester_is_told_as_revoked(blora, world):
    team = make.decree(world, "tim_teknis", number="050/1/2019")
    revoke_decree(decree=team, on=dt.date(2020, 9, 1), reason="Mutasi", by=world.siti)

    (revoked,) = [d for d in collected(blora).decrees if d.number == "050/1/2019"]
    assert revoked.status == "Dicabut"


@reporting
@pytest.mark.slow
def test_minutes_are_whole_once_settled(blora):
    (meeting,) = collected(blora).meetings

    first, second = meeting.minutes
    assert first.text == "Pengarusutamaan gender (PUG)"
    assert [point.text for point in first.points] == [
        "Mencakup disabilitas",
        "Mencakup usia",
    ]
    assert second.text == "Tujuh prasyarat"
    assert (meeting.men, meeting.women, meeting.total) == (3, 6, 9)


@reporting
@pytest.mark.slow
def test_unsettled_minutes_are_not_printed(blora, world):
    meeting_at("koreksi", world, held=dt.date(2020, 11, 20), title="Rapat kedua")

    first, second = collected(blora).meetings

    assert (first.is_settled, second.title) == (True, "Rapat kedua")
    assert second.minutes == ()
    assert len(collected(blora).follow_ups) == 1


@reporting
@pytest.mark.slow
def test_a_follow_up_past_its_day_is_late(blora, world):
    (row,) = collected(blora).follow_ups
    assert row.status == "Belum"

    later = collect(world.blora, Semester(2021, 1), dt.date(2021, 1, 30))

    assert later.follow_ups[0].status == "Belum, terlambat 30 hari"


@reporting
@pytest.mark.slow
def test_meetings_of_another_semester_stay_out_but_open_follow_ups_stay_in(blora):
    content = collect(blora.blora, Semester(2021, 1), dt.date(2021, 6, 30))

    assert content.meetings == ()
    assert len(content.follow_ups) == 1


@reporting
@pytest.mark.slow
def test_scores_are_told_twice(blora):
    content = collected(blora)

    policy = next(p for p in content.assessment.prerequisites if p.code == "KEB")
    rows = {row.code: row for row in policy.indicators}
    assert rows["KEB-1"].state == "Terverifikasi"
    assert rows["KEB-1"].verified_score == Decimal(0)
    assert rows["KEB-2"].verified_score == Decimal(0)
    assert rows["KEB-2"].note == "Belum optimal"
    assert [p.order for p in content.assessment.prerequisites] == list(range(1, 8))


def test_without_an_instrument_nothing_is_scored(world):
    assert collected(world).assessment is None


@reporting
@pytest.mark.slow
def test_what_people_wrote_is_frozen_too(blora):
    content = collected(
        blora, issues="Kesenjangan upah", local_rules="Satu\n\nDua", roles={"2": "Ada"}
    )

    assert content.texts.issues == "Kesenjangan upah"
    assert content.texts.local_rules == ("Satu", "Dua")
    assert content.roles[1].note == "Ada"


@reporting
@pytest.mark.slow
def test_another_region_adds_nothing(blora, world):
    before = collected(blora)
    make.make_progress.draft(
        world.dinkes_rembang, make.focal_point(world.dinkes_rembang, "Umi Kulsum")
    )
    make.file(world.rembang)

    assert collected(blora) == before


@reporting
@pytest.mark.slow
def test_it_survives_the_freezer(blora):
    content = collected(blora)

    assert from_json(json.loads(json.dumps(to_json(content)))) == content


@reporting
@pytest.mark.slow
def test_totals_and_key_figures(blora):
    content = collected(blora)
    summary = Summary(content)

    assert (summary.gap, summary.participants) == (3, (1284, 4106))
    assert summary.arg[0].ceiling == 508_500_000
    figures = dict(key_figures(content))
    assert figures["Laporan perangkat daerah terverifikasi"] == "1 dari 4"
    assert figures["Pagu ARG terhadap Belanja OPD"] == "4,1%"


def queries_of(world) -> int:
    with (
        CaptureQueriesContext(
            connection,
        ) as seen,
        snapshot(),
    ):
        collected(world)
    return len(seen)


@pytest.mark.slow
def test_the_number_of_queries_does_not_grow_with_the_region(world):
    make.blora(world, opds=3)
    collected(world)
    few = queries_of(world)
    # Each comes through the real actions; ten more show a query per office as well.
    for number in range(3, 13):
        make.another_opd(world, number)
    meeting_at("disahkan", world, held=dt.date(2020, 9, 9))

    assert queries_of(world) == few
    assert few <= 35


def test_indices_are_those_of_the_reports_year(world):
    ipg_of_three_levels(world)

    rows = collected(world).indices

    (ipg,) = [row for row in rows if row.code == "IPG"]
    assert (ipg.newest, ipg.current, ipg.province) == (
        2020,
        Decimal("83.880"),
        Decimal("92.180"),
    )
    assert [row.code for row in rows] == ["IPM", "IPG", "IDG", "IKG"]


def test_the_regions_arg_target_is_printed(world):
    world.blora.arg_target = Decimal("12.50")

    content = collected(world)

    assert content.arg_target == Decimal("12.50")
    assert "Target persentase ARG daerah: 12,5%" in chapters.html(content)

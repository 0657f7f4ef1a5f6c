"""An activity's attendance comes from the list of a settled meeting, not from memory."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from focal_points.progress import actions
from focal_points.progress.attendance_lists import lists_for, off_the_list
from focal_points.progress.models import Activity, Progress, State
from pokja.meetings.models import Attendance
from pug_portal.access.refusal import Refusal
from tests.make import attendance as make_list
from tests.make import meetings as make_meeting
from tests.make import progress as make

HELD = dt.date(2020, 10, 26)


@pytest.fixture
def bimtek(world, clock):
    """Three people came, two men and one woman; settled within Semester II 2020."""
    clock(make.WITHIN)
    states = ("hadir", "hadir", "hadir", "izin")
    return make_list.settled_by_name(world, states, title="Bimtek <b>PPRG</b>")


@pytest.fixture
def activity(world, bimtek):
    report = make.filled(make.draft(world.dinkes, world.ratih), world.ratih)
    return report.activities.get()


def key_of(meeting) -> str:
    return f"rapat-{meeting.pk}"


def take(activity, meeting, by) -> Activity:
    progress = make.fresh(activity.progress)
    key = key_of(meeting) if meeting else ""
    return actions.take_attendance(progress=progress, activity=activity, key=key, by=by)


def test_only_settled_meetings_of_the_semester_and_region_are_offered(
    world, bimtek, activity
):
    make_meeting.meeting_at("diundang", world, held=HELD, title="Belum selesai")

    found = lists_for(make.fresh(activity.progress))

    assert [(each.key, each.told) for each in found] == [(key_of(bimtek), "L 2, P 1")]
    earlier = make.period(world.blora, 2020, 1)
    assert lists_for(Progress(period=earlier, opd=world.dinkes)) == []


@pytest.mark.slow
def test_the_lists_figures_stand_beside_the_claim_and_warn(world, bimtek, activity):
    row = take(activity, bimtek, world.ratih)

    assert (row.listed_men, row.listed_women) == (2, 1)
    assert (row.men, row.women) == (1284, 4106)
    assert off_the_list([row]) == []
    report = make.fresh(activity.progress)
    make.ask(report, world.ratih, "lembar")  # a difference is a question, no bar


@pytest.mark.slow
def test_an_empty_claim_is_filled_and_letting_go_keeps_the_figures(
    world, bimtek, activity
):
    Activity.objects.filter(pk=activity.pk).update(men=None, women=0)

    row = take(activity, bimtek, world.ratih)
    assert (row.men, row.women) == (2, 0)
    row = take(activity, None, world.ratih)

    assert (row.listed_from, row.listed_men, row.listed_women) == ("", 2, 1)


@pytest.mark.slow
def test_figures_that_left_the_real_list_are_not_submitted(world, bimtek, activity):
    row = take(activity, bimtek, world.ratih)
    report = make.fresh(activity.progress)
    actions.save(
        progress=report,
        version=report.version,
        answers={},
        activities={row.pk: {"listed_men": 40}},
        by=world.ratih,
    )
    row.refresh_from_db()

    assert [each.is_blocking for each in off_the_list([row])] == [True]
    with pytest.raises(Refusal, match="mencatat 2"):
        make.ask(make.fresh(report), world.ratih, "lembar")
    # The list itself may be corrected later: then the report is behind.
    take(activity, bimtek, world.ratih)
    Attendance.objects.filter(meeting=bimtek).update(women=7)
    row.refresh_from_db()
    assert "mencatat 7" in off_the_list([row])[0].sentence


@pytest.mark.slow
def test_strangers_unknown_lists_and_sent_reports_are_refused(world, bimtek, activity):
    with pytest.raises(PermissionDenied):
        take(activity, bimtek, world.dewi)
    for key in ("rapat-999999", "rapat-x", "lain-1"):
        with pytest.raises(Refusal, match="tidak ada di antara"):
            actions.take_attendance(
                progress=activity.progress, activity=activity, key=key, by=world.ratih
            )
    make.sent(make.fresh(activity.progress), world.ratih)
    assert make.fresh(activity.progress).state == State.SUBMITTED
    with pytest.raises(Refusal, match="Diajukan"):
        take(activity, bimtek, world.ratih)


@pytest.mark.slow
def test_the_page_offers_takes_and_escapes(world, bimtek, activity, client_of):
    ratih = client_of(world.ratih)
    url = reverse("progress-attendance", args=[activity.progress_id, activity.pk])

    shown = ratih.get(url).content.decode()
    bad = ratih.post(url, {"key": "rapat-0"})
    done = ratih.post(url, {"key": key_of(bimtek)})

    assert "Bimtek &lt;b&gt;PPRG&lt;/b&gt;, 26 Oktober 2020 (L 2, P 1)" in shown
    assert (bad.status_code, done.status_code) == (422, 302)
    activity.refresh_from_db()
    assert activity.listed_from == key_of(bimtek)
    form = ratih.get(done.url).content.decode()
    assert "Terhubung dengan daftar hadir di portal" in form

"""What happens with a recommendation afterwards."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from pokja.meetings import follow_up_actions as actions
from pokja.meetings.models import Recommendation
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from pug_portal.audit.models import Event
from tests.make import meetings as make


@pytest.fixture
def row(world, clock) -> Recommendation:
    clock("2020-11-02")
    return make.follow_up_of(world)


def report(row, by, text="Rapat internal diadakan", **other):
    return actions.report_follow_up(recommendation=row, text=text, by=by, **other)


def confirm(row, by, day=dt.date(2020, 11, 2)):
    return actions.confirm_done(recommendation=row, done_on=day, by=by)


@pytest.mark.parametrize("who", ["ratih", "hasan", "siti", "joko"])
def test_the_first_report_sets_it_going(world, row, who):
    note = report(row, getattr(world, who), upload=make.png("bukti.png"))

    row.refresh_from_db()
    assert row.state == "proses"
    assert note.file.name == "bukti.png"
    assert Event.objects.get(verb="follow_up.reported").changes["state"] == [
        "Belum",
        "Proses",
    ]


@pytest.mark.parametrize("who", ["dewi", "wati", "yusuf", "budi", "prov", "baru"])
def test_others_report_nothing(world, row, who):
    with pytest.raises(PermissionDenied):
        report(row, getattr(world, who))


def test_an_ended_appointment_reports_nothing(world, row, clock):
    from focal_points.appointments.actions import end_appointment
    from focal_points.appointments.models import Appointment

    end_appointment(
        appointment=Appointment.objects.get(user=world.ratih.user),
        on=dt.date(2020, 11, 1),
        reason="Mutasi",
        by=world.siti,
    )
    world.ratih.cache.clear()

    with pytest.raises(PermissionDenied):
        report(row, world.ratih)


def test_before_settlement_nothing_is_followed_up(world, clock):
    clock("2020-11-02")
    draft = make.recommend(make.meeting_at("berlangsung", world), world)

    with pytest.raises(Refusal, match="sesudah notulen"):
        report(draft, world.siti)


def test_a_double_click_tells_once(world, row):
    report(row, world.ratih)

    with pytest.raises(Refusal, match="sudah tercatat"):
        report(row, world.ratih)
    assert row.notes.count() == 1


def test_a_refused_file_leaves_nothing_behind(world, row):
    from django.core.files.uploadedfile import SimpleUploadedFile

    with pytest.raises(Refusal) as refused:
        report(row, world.ratih, upload=SimpleUploadedFile("bukti.pdf", b"<html>"))

    row.refresh_from_db()
    assert refused.value.field == "file"
    assert (row.state, row.notes.count()) == ("belum", 0)


def test_the_secretariat_confirms_with_a_date(world, row):
    report(row, world.ratih)

    done = confirm(row, world.siti)

    assert (done.state, done.done_on) == ("selesai", dt.date(2020, 11, 2))
    assert done.confirmed_by == world.siti.user


@pytest.mark.parametrize(
    "day", [dt.date(2020, 11, 3), dt.date(2020, 10, 25)], ids=["tomorrow", "before"]
)
def test_an_impossible_date_is_refused(world, row, day):
    report(row, world.ratih)

    with pytest.raises(Refusal) as refused:
        confirm(row, world.siti, day)
    assert refused.value.field == "done_on"


def test_nothing_is_done_before_it_was_reported(world, row):
    with pytest.raises(Refusal, match="tidak dapat berubah"):
        confirm(row, world.siti)


def test_nobody_confirms_for_the_office_that_appointed_him(world, row):
    report(row, world.ratih)
    two_hats = Actor(user=world.ratih.user, role=Role.SEKRETARIAT, region=world.blora)

    with pytest.raises(Refusal, match="OPD tempat Anda ditunjuk"):
        confirm(row, two_hats)


@pytest.mark.slow
@pytest.mark.parametrize("who", ["joko", "ratih", "hasan", "wati", "prov"])
def test_only_the_secretariat_of_the_region_confirms(world, row, who):
    report(row, world.ratih)

    with pytest.raises(PermissionDenied):
        confirm(row, getattr(world, who))


def test_cancelling_and_reopening_need_a_reason(world, row):
    with pytest.raises(Refusal):
        actions.cancel_follow_up(recommendation=row, reason="", by=world.siti)
    cancelled = actions.cancel_follow_up(
        recommendation=row, reason="Digabung", by=world.siti
    )
    assert (cancelled.state, cancelled.cancel_reason) == ("batal", "Digabung")

    with pytest.raises(Refusal):
        report(row, world.ratih)
    with pytest.raises(Refusal):
        actions.reopen_follow_up(recommendation=row, reason=" ", by=world.siti)
    opened = actions.reopen_follow_up(
        recommendation=row, reason="Keliru", by=world.siti
    )
    assert (opened.state, opened.cancel_reason) == ("belum", "")


def test_a_wrong_confirmation_is_taken_back(world, row):
    report(row, world.ratih)
    confirm(row, world.siti)

    opened = actions.reopen_follow_up(
        recommendation=row, reason="Bukti keliru", by=world.siti
    )

    assert (opened.state, opened.done_on, opened.confirmed_by) == ("proses", None, None)


def test_two_who_confirm_at_once_are_told(world, row):
    report(row, world.ratih)
    confirm(row, world.siti)

    with pytest.raises(Refusal, match="Muat ulang"):
        confirm(row, world.siti)


def test_lateness_is_computed_and_ends_with_the_work(world, row):
    assert row.days_late(dt.date(2020, 12, 31)) == 0
    assert row.days_late(dt.date(2021, 1, 20)) == 20
    row.state = "selesai"
    assert row.days_late(dt.date(2021, 1, 20)) == 0

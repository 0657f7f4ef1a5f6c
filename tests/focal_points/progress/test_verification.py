import pytest
from django.core.exceptions import PermissionDenied

from focal_points.progress import actions
from focal_points.progress.models import State
from focal_points.progress.queries import queue_for
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from tests.make import focal_points as make_fp
from tests.make import progress as make
from tests.make import pug_portal as make_floor


def test_verified_means_who_and_when(world, report_at):
    report = actions.verify(progress=report_at(State.SUBMITTED), by=world.siti)

    assert (report.state, report.verified_by) == (State.VERIFIED, world.siti.user)
    assert report.verified_at is not None


def test_the_second_verifier_is_told_who_was_first(world, report_at):
    report = report_at(State.SUBMITTED)
    actions.verify(progress=report, by=world.siti)

    with pytest.raises(Refusal, match="sudah diverifikasi oleh Siti Rahmawati"):
        actions.verify(progress=report, by=make_floor.colleague_of(world.siti))


def test_a_return_without_a_note_is_refused(world, report_at):
    report = report_at(State.SUBMITTED)

    with pytest.raises(Refusal, match="paling sedikit satu catatan"):
        actions.return_to_opd(progress=report, by=world.siti)
    assert make.fresh(report).state == State.SUBMITTED


@pytest.mark.slow
def test_an_open_note_stops_verification_until_it_is_closed(world, report_at):
    report = report_at(State.RETURNED)
    make.filled(report, world.ratih, obstacles="Diperbaiki")
    make.sent(report, world.ratih)

    with pytest.raises(Refusal, match="1 catatan terbuka"):
        actions.verify(progress=report, by=world.siti)

    actions.resolve_note(
        note=report.notes.get(), resolution="dikesampingkan", by=world.siti
    )
    assert actions.verify(progress=report, by=world.siti).state == State.VERIFIED


@pytest.mark.parametrize(
    "who", ["ratih", "dewi", "hasan", "wati", "yusuf", "budi", "prov"]
)
def test_nobody_without_the_right_or_region_judges(world, report_at, who):
    with pytest.raises(PermissionDenied):
        actions.verify(progress=report_at(State.SUBMITTED), by=world.everyone()[who])


@pytest.mark.slow
def test_nobody_verifies_an_opd_he_is_appointed_to_under_any_hat(world, report_at):
    report = report_at(State.SUBMITTED)
    make_fp.appointed(world.siti.user, world.dinkes)

    with pytest.raises(PermissionDenied, match="ditunjuk pada Dinkes"):
        actions.verify(progress=report, by=world.siti)
    assert report not in queue_for(world.siti)
    assert report in queue_for(make_floor.colleague_of(world.siti))


def test_nobody_verifies_what_he_filled_under_another_hat(world):
    both = make_floor.user("Rini Astuti", world.blora)
    filler = make_fp.appointed(both, world.dlh)
    report = make.progress_at(State.SUBMITTED, opd=world.dlh, filler=filler)
    filler_gone = make_floor.hat(both, Role.BAPPEDA, world.blora)
    both.appointments.update(end="2020-12-31")

    with pytest.raises(PermissionDenied, match="ikut mengisi"):
        actions.verify(progress=report, by=filler_gone)


@pytest.mark.slow
def test_nobody_verifies_what_he_sent_under_another_hat(world):
    report = make.progress_at(State.DRAFT, opd=world.dlh, filler=world.siti)
    make.filled(report, world.siti)
    sender = make_floor.colleague_of(world.siti)
    make.sent(report, sender)
    as_bappeda = make_floor.hat(sender.user, Role.BAPPEDA, world.blora)

    with pytest.raises(PermissionDenied, match="mengajukan laporan ini"):
        actions.verify(progress=report, by=as_bappeda)
    assert report not in queue_for(as_bappeda)
    assert report in queue_for(world.joko)


@pytest.mark.slow
def test_nobody_verifies_what_he_approved_as_head_before_he_moved(world, report_at):
    report = report_at(State.AWAITING_HEAD)
    actions.approve_as_head(progress=report, by=world.hasan)
    actions.submit(progress=report, by=world.ratih)
    world.hasan.user.appointments.update(end="2020-12-31")
    moved = make_floor.hat(world.hasan.user, Role.SEKRETARIAT, world.blora)

    with pytest.raises(PermissionDenied, match="menyetujui"):
        actions.verify(progress=report, by=moved)
    assert report not in queue_for(moved)


def test_what_the_sekretariat_filled_is_verified_by_bappeda_alone(world):
    other = make_floor.colleague_of(world.siti)
    report = make.progress_at(State.SUBMITTED, opd=world.dlh, filler=world.siti)

    with pytest.raises(PermissionDenied, match="atas nama OPD"):
        actions.verify(progress=report, by=other)
    assert actions.verify(progress=report, by=world.joko).state == State.VERIFIED


def report_of(world, opd):
    filler = make_fp.appointed(make_floor.user("Tuti Handayani", world.blora), opd)
    return make.progress_at(State.SUBMITTED, opd=opd, filler=filler)


@pytest.mark.slow
def test_the_report_of_the_sekretariats_own_office_is_verified_by_bappeda(world):
    report = report_of(world, world.dinsos)

    with pytest.raises(PermissionDenied, match="kantor Anda sendiri"):
        actions.verify(progress=report, by=world.siti)
    assert report not in queue_for(world.siti)
    assert report in queue_for(world.joko)
    assert actions.verify(progress=report, by=world.joko).state == State.VERIFIED


@pytest.mark.parametrize("office", ["dinkes", "bappeda"])
def test_every_other_report_is_verified_by_the_sekretariat_alone(world, office):
    report = report_of(world, getattr(world, office))

    with pytest.raises(PermissionDenied, match="diverifikasi sekretariat Pokja"):
        actions.verify(progress=report, by=world.joko)
    assert report not in queue_for(world.joko)
    assert actions.verify(progress=report, by=world.siti).state == State.VERIFIED


def test_only_the_sekretariat_reopens_and_with_a_reason(world, report_at):
    report = report_at(State.VERIFIED)

    with pytest.raises(PermissionDenied):
        actions.reopen(progress=report, reason="Salah", by=world.joko)
    with pytest.raises(Refusal, match="Tulis alasan"):
        actions.reopen(progress=report, reason=" ", by=world.siti)
    opened = actions.reopen(progress=report, reason="Angka ARG salah", by=world.siti)

    assert (opened.state, opened.verified_by) == (State.RETURNED, None)
    assert opened.notes.get().text == "Angka ARG salah"
    make.filled(opened, world.ratih, gap_count=4)
    assert opened.versions.count() == 1


def test_after_the_lock_a_return_names_a_day_until_which_to_mend(
    world, report_at, clock
):
    report = report_at(State.SUBMITTED)
    clock(make.AFTER_LOCK)
    actions.add_note(progress=report, field="", text="Periksa", by=world.siti)

    with pytest.raises(Refusal, match="sampai tanggal berapa"):
        actions.return_to_opd(progress=report, by=world.siti)
    actions.return_to_opd(
        progress=report, by=world.siti, open_until=make.dt.date(2021, 3, 5)
    )
    make.filled(report, world.ratih, gap_count=4)

    clock("2021-03-06")
    with pytest.raises(Refusal, match="berakhir 5 Maret 2021"):
        make.filled(report, world.ratih, gap_count=5)


def test_a_submitted_report_may_still_be_verified_after_the_lock(
    world, report_at, clock
):
    report = report_at(State.SUBMITTED)
    clock(make.AFTER_LOCK)

    assert actions.verify(progress=report, by=world.siti).state == State.VERIFIED

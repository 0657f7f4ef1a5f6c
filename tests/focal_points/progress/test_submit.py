import pytest
from django.core.exceptions import PermissionDenied

from focal_points.progress import actions
from focal_points.progress.actions.sending import AlreadySubmitted
from focal_points.progress.models import State
from focal_points.progress.review_models import Approval
from pug_portal.access.refusal import Refusal
from tests.make import progress as make


def test_submission_freezes_the_answers_and_gives_a_receipt(world, report_at):
    report = report_at(State.SUBMITTED)

    version = report.versions.get()
    assert version.content["fields"]["arg_ceiling"] == 508_500_000
    assert version.content["activities"][0]["women"] == 4106
    assert [f.pk for f in version.files.all()] == [report.files.get().file_id]
    assert report.receipt_number == "TT-33.16-2020-2-0001"
    assert report.first_submitted_at == report.submitted_at


@pytest.mark.slow
def test_the_next_report_of_the_period_gets_the_next_number(world, report_at):
    report_at(State.SUBMITTED)

    second = make.progress_at(State.SUBMITTED, opd=world.dlh, filler=world.dewi)

    assert second.receipt_number == "TT-33.16-2020-2-0002"


def test_a_double_click_makes_one_submission(world, report_at):
    report = report_at(State.SUBMITTED)

    with pytest.raises(AlreadySubmitted):
        actions.submit(progress=report, by=world.ratih)

    assert report.versions.count() == 1


def test_without_the_heads_yes_nothing_leaves_the_opd(world, report_at):
    with pytest.raises(Refusal, match="belum menyetujui"):
        actions.submit(progress=report_at(State.AWAITING_HEAD), by=world.ratih)


def test_a_draft_is_not_submitted_past_the_head(world, report_at):
    report = make.filled(report_at(), world.ratih)

    with pytest.raises(Refusal, match="tidak dapat berubah"):
        actions.submit(progress=report, by=world.ratih)


@pytest.mark.parametrize("who", ["dewi", "hasan", "siti", "joko", "budi", "prov"])
def test_nobody_else_submits_for_the_opd(world, report_at, who):
    with pytest.raises(PermissionDenied):
        actions.submit(
            progress=report_at(State.AWAITING_HEAD), by=world.everyone()[who]
        )


def test_after_the_lock_nothing_is_submitted(world, report_at, clock):
    report = make.filled(report_at(), world.ratih)
    make.ask(report, world.ratih, Approval.Kind.SIGNED_PAGE)
    clock(make.AFTER_LOCK)

    with pytest.raises(Refusal, match="sudah dikunci"):
        actions.submit(progress=report, by=world.ratih)
    assert make.fresh(report).state == State.AWAITING_HEAD


def test_unreadable_text_stops_the_way_to_the_head(world, report_at):
    report = make.filled(report_at(), world.ratih)
    actions.save(
        progress=report,
        version=report.version,
        answers={},
        unread={"arg_realized": "abc"},
        by=world.ratih,
    )

    with pytest.raises(Refusal, match="belum terbaca"):
        make.ask(report, world.ratih)


def test_an_unread_submission_is_taken_back(world, report_at):
    report = report_at(State.SUBMITTED)

    actions.withdraw(progress=report, by=world.ratih)

    taken = make.fresh(report)
    assert (taken.state, taken.first_submitted_at) == (State.DRAFT, None)
    assert taken.versions.get().withdrawn_at is not None


def test_what_the_verifier_opened_is_not_taken_back(world, report_at):
    report = report_at(State.SUBMITTED)
    actions.open_for_review(progress=report, by=world.siti)

    with pytest.raises(Refusal, match="sudah dibuka verifikator"):
        actions.withdraw(progress=report, by=world.ratih)


@pytest.mark.parametrize("who", ["dewi", "hasan", "siti"])
def test_nobody_else_takes_it_back(world, report_at, who):
    with pytest.raises(PermissionDenied):
        actions.withdraw(progress=report_at(State.SUBMITTED), by=world.everyone()[who])

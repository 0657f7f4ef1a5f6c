import pytest
from django.core.exceptions import PermissionDenied

from focal_points.progress import actions
from focal_points.progress.approvals import valid_approval
from focal_points.progress.models import State
from focal_points.progress.review_models import Approval
from pug_portal.access.refusal import Refusal
from tests.make import progress as make


@pytest.fixture
def filled(world, report_at):
    return make.filled(report_at(), world.ratih)


def test_the_head_approves_with_the_own_account(world, report_at):
    report = report_at(State.AWAITING_HEAD)

    given = actions.approve_as_head(progress=report, by=world.hasan)

    assert (given.user, given.head_name) == (world.hasan.user, "Hasan Basri")
    assert valid_approval(make.fresh(report)) == given


def test_two_heads_at_once_one_wins_and_the_other_is_told_who(world, report_at):
    report = report_at(State.AWAITING_HEAD)
    actions.approve_as_head(progress=report, by=world.hasan)

    with pytest.raises(Refusal, match="sudah disetujui oleh Hasan Basri"):
        actions.approve_as_head(progress=report, by=world.hasan)


@pytest.mark.parametrize("who", ["ratih", "dewi", "siti", "joko", "prov"])
def test_nobody_else_approves_as_head(world, report_at, who):
    with pytest.raises(PermissionDenied):
        actions.approve_as_head(
            progress=report_at(State.AWAITING_HEAD), by=world.everyone()[who]
        )


def test_the_head_returns_with_a_reason(world, report_at):
    report = report_at(State.AWAITING_HEAD)

    actions.return_by_head(progress=report, reason="Angka ARG keliru", by=world.hasan)

    assert make.fresh(report).state == State.DRAFT
    assert report.approvals.get().return_reason == "Angka ARG keliru"


def test_the_head_does_not_return_without_a_reason(world, report_at):
    with pytest.raises(Refusal, match="Tulis apa"):
        actions.return_by_head(
            progress=report_at(State.AWAITING_HEAD), reason=" ", by=world.hasan
        )


def test_a_link_is_kept_as_a_digest_and_spent_once(world, filled):
    token = make.ask(filled, world.ratih, Approval.Kind.LINK)
    kept = filled.approvals.get()
    assert token not in (kept.token_digest, "")

    actions.approve_by_link(token=token)

    assert valid_approval(make.fresh(filled)) == kept
    with pytest.raises(Refusal, match="sudah dipakai"):
        actions.approve_by_link(token=token)


def test_a_link_ends_after_seven_days(world, filled, clock):
    token = make.ask(filled, world.ratih, Approval.Kind.LINK)
    clock("2021-01-18T09:01")

    with pytest.raises(Refusal, match="masa berlakunya"):
        actions.approve_by_link(token=token)


def test_a_link_dies_when_the_opd_stops_asking(world, filled):
    token = make.ask(filled, world.ratih, Approval.Kind.LINK)
    actions.stop_asking(progress=filled, by=world.ratih)

    with pytest.raises(Refusal, match="sudah dicabut"):
        actions.approve_by_link(token=token)


def test_an_unknown_link_is_refused(db):
    with pytest.raises(Refusal, match="tidak dikenal"):
        actions.approve_by_link(token="salah")


def test_a_link_does_nothing_after_the_lock(world, filled, clock):
    clock("2021-02-14")
    token = make.ask(filled, world.ratih, Approval.Kind.LINK)
    clock("2021-02-16")

    with pytest.raises(Refusal, match="sudah dikunci"):
        actions.approve_by_link(token=token)


def test_a_signed_page_is_an_approval_at_once(world, filled):
    make.ask(filled, world.ratih, Approval.Kind.SIGNED_PAGE)

    given = valid_approval(make.fresh(filled))
    assert given is not None
    assert given.signed_page.name == "lembar.pdf"


def test_a_signed_page_needs_its_file(world, filled):
    with pytest.raises(Refusal, match="Pilih berkas"):
        actions.ask_head_approval(
            progress=filled, kind="lembar", head_name="Hasan", by=world.ratih
        )
    assert make.fresh(filled).state == State.DRAFT


def test_a_report_with_contradictions_is_not_shown_to_the_head(world, filled):
    make.filled(filled, world.ratih, arg_ceiling=99_000_000_000)

    with pytest.raises(Refusal, match="melebihi total belanja"):
        make.ask(filled, world.ratih)


def test_a_change_after_the_yes_needs_a_new_yes(world, filled):
    make.ask(filled, world.ratih, Approval.Kind.SIGNED_PAGE)
    actions.stop_asking(progress=filled, by=world.ratih)
    make.filled(filled, world.ratih, gap_count=9)
    make.ask(filled, world.ratih)

    with pytest.raises(Refusal, match="belum menyetujui"):
        actions.submit(progress=filled, by=world.ratih)

"""Who reads whose content, in which state (domain.md §10.6)."""

import pytest

from focal_points.progress import actions
from focal_points.progress.gate import may_read_evidence
from focal_points.progress.models import Progress, State
from focal_points.progress.queries import content_for
from tests.make import progress as make

S = State
OPD = {"ratih", "hasan"}
SENT = OPD | {"siti", "joko"}
READERS = {
    S.DRAFT: OPD,
    S.AWAITING_HEAD: OPD,
    S.SUBMITTED: SENT | {"prov"},
    S.RETURNED: SENT,
    S.VERIFIED: SENT | {"prov", "wati", "yusuf"},
}


@pytest.mark.slow
@pytest.mark.parametrize("state", list(State))
def test_content_and_evidence_are_read_by_exactly_the_same_people(
    world, report_at, state
):
    report = report_at(state)
    if state == S.DRAFT:
        make.evidence(report, world.ratih)
    file = report.files.get().file
    # Rights are asked before rows: the administrator may not read reports at all.
    people = {k: v for k, v in world.everyone().items() if k != "admin"}

    readers = {
        name
        for name, actor in people.items()
        if Progress.objects.readable_by(actor).filter(pk=report.pk).exists()
    }
    file_readers = {
        name
        for name, actor in world.everyone().items()
        if may_read_evidence(actor, file)
    }

    assert readers == READERS[state]
    assert file_readers == READERS[state]


def test_while_the_opd_mends_others_read_the_last_submission(world, report_at):
    report = report_at(S.RETURNED)
    make.filled(report, world.ratih, obstacles="Sedang saya perbaiki")
    report = make.fresh(report)

    assert content_for(report, world.ratih)["fields"]["obstacles"].startswith("Sedang")
    assert content_for(report, world.siti)["fields"]["obstacles"].startswith("Data")


def test_new_evidence_of_a_report_in_repair_is_not_yet_for_the_verifier(
    world, report_at
):
    report = report_at(S.RETURNED)
    new = make.evidence(report, world.ratih, "baru.pdf").file

    assert may_read_evidence(world.ratih, new)
    assert not may_read_evidence(world.siti, new)


@pytest.mark.slow
def test_evidence_taken_off_later_stays_readable_as_part_of_what_was_sent(
    world, report_at
):
    report = report_at(S.RETURNED)
    row = report.files.get()
    actions.remove_file(progress=report, file_id=row.pk, by=world.ratih)

    assert may_read_evidence(world.siti, row.file)
    assert not may_read_evidence(world.dewi, row.file)


def test_a_withdrawn_submission_is_a_draft_again(world, report_at):
    report = report_at(S.SUBMITTED)
    actions.withdraw(progress=report, by=world.ratih)

    assert not Progress.objects.readable_by(world.siti).exists()
    assert not may_read_evidence(world.siti, report.files.get().file)


@pytest.mark.slow
def test_the_signed_page_is_for_the_opd_and_for_those_who_judge(world, report_at):
    page = report_at(S.VERIFIED).approvals.get().signed_page

    readers = {
        name
        for name, actor in world.everyone().items()
        if may_read_evidence(actor, page)
    }

    assert readers == {"ratih", "hasan", "siti", "joko"}


def test_the_sekretariat_reads_the_draft_it_fills_itself(world):
    report = make.draft(world.dlh, world.siti)

    assert report in Progress.objects.readable_by(world.siti)
    assert report not in Progress.objects.readable_by(world.joko)

"""One report from the first line to «terverifikasi», through the verbs alone."""

import pytest

from focal_points.progress import actions
from focal_points.progress.models import State
from focal_points.progress.review_models import Approval
from tests.make import progress as make


@pytest.mark.slow
def test_a_report_is_filled_approved_sent_returned_mended_and_verified(world, clock):
    clock(make.WITHIN)
    report = make.filled(make.draft(world.dinkes, world.ratih), world.ratih)

    make.ask(report, world.ratih)
    actions.approve_as_head(progress=report, by=world.hasan)
    sent = actions.submit(progress=report, by=world.ratih)
    assert sent.receipt_number == "TT-33.16-2020-2-0001"

    make.returned(report, world.siti)
    make.filled(report, world.ratih, obstacles="Belum ada data terpilah.")
    make.ask(report, world.ratih, Approval.Kind.SIGNED_PAGE)
    actions.submit(progress=report, by=world.ratih)
    note = report.notes.get()
    actions.resolve_note(note=note, resolution="diperbaiki", by=world.siti)
    done = actions.verify(progress=report, by=world.siti)

    assert done.state == State.VERIFIED
    assert (done.verified_by, done.verified_at is not None) == (world.siti.user, True)
    assert done.receipt_number == "TT-33.16-2020-2-0001"
    assert report.versions.count() == 2

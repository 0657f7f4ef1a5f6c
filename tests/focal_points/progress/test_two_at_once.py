"""Two presses of one button, or two people, at the same moment."""

from __future__ import annotations

from functools import partial

import pytest

from focal_points.progress import actions
from focal_points.progress.models import Progress, State
from focal_points.progress.review_models import Approval
from tests.at_once import at_once
from tests.make import progress as make
from tests.make import pug_portal as make_floor
from tests.world import build

pytestmark = [
    pytest.mark.postgres,  # row locks
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def world(clock):
    clock(make.WITHIN)
    return build()


def test_a_double_click_starts_one_draft(world):
    period = make.period(world.blora)
    start = partial(
        actions.start_draft, period=period, opd=world.dinkes, by=world.ratih
    )

    at_once(start, start)

    assert Progress.objects.count() == 1


def test_a_double_click_submits_once(world):
    report = make.filled(make.draft(world.dinkes, world.ratih), world.ratih)
    make.ask(report, world.ratih, Approval.Kind.SIGNED_PAGE)
    submit = partial(actions.submit, progress=report, by=world.ratih)

    done, told = at_once(submit, submit)

    assert (done, len(told)) == (1, 1)
    assert report.versions.count() == 1


def test_two_heads_approve_once(world):
    report = make.filled(make.draft(world.dinkes, world.ratih), world.ratih)
    make.ask(report, world.ratih)
    approve = partial(actions.approve_as_head, progress=report, by=world.hasan)

    done, told = at_once(approve, approve)

    assert (done, len(told)) == (1, 1)
    assert report.approvals.filter(given_at__isnull=False).count() == 1


def test_two_verifiers_verify_once_and_the_second_is_told(world):
    report = make.progress_at(State.SUBMITTED, opd=world.dinkes, filler=world.ratih)

    done, told = at_once(
        partial(actions.verify, progress=report, by=world.siti),
        partial(
            actions.verify, progress=report, by=make_floor.colleague_of(world.siti)
        ),
    )

    assert done == 1
    assert "sudah diverifikasi oleh" in told[0]


def test_returned_or_verified_but_not_both(world):
    report = make.progress_at(State.SUBMITTED, opd=world.dinkes, filler=world.ratih)
    actions.add_note(progress=report, field="", text="Lampirkan SK.", by=world.siti)
    note = report.notes.get()
    actions.resolve_note(note=note, resolution="dikesampingkan", by=world.siti)
    actions.add_note(progress=report, field="", text="Lengkapi.", by=world.siti)

    done, told = at_once(
        partial(actions.return_to_opd, progress=report, by=world.siti),
        partial(
            actions.verify, progress=report, by=make_floor.colleague_of(world.siti)
        ),
    )

    assert (done, len(told)) == (1, 1)
    assert make.fresh(report).state == State.RETURNED

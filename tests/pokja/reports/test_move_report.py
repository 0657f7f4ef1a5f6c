"""From draft to sent: every move by every role, who and when, nothing by strangers."""

from __future__ import annotations

import itertools

import pytest
from django.core.exceptions import PermissionDenied

from pokja.reports import actions
from pokja.reports.models import State
from pokja.reports.workflow import WORKFLOW
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from pug_portal.audit.models import Event
from tests.make import reports as make

DESKS = {Role.SEKRETARIAT, Role.BAPPEDA}
LEGAL = {
    (State.DRAFT, State.SUBMITTED): DESKS,
    (State.SUBMITTED, State.DRAFT): {Role.BAPPEDA},
    (State.SUBMITTED, State.SETTLED): {Role.BAPPEDA},
    (State.SETTLED, State.SENT): DESKS,
}
MOVES = list(itertools.product(State, State))


@pytest.mark.parametrize(("source", "target"), MOVES)
def test_every_move_by_every_role(world, source, target):
    for actor in world.everyone().values():
        allowed = actor.role in LEGAL.get((source, target), set())
        try:
            WORKFLOW.check(source, target, by=actor)
        except (Refusal, PermissionDenied):
            assert not allowed, (source, target, actor.role)
        else:
            assert allowed, (source, target, actor.role)


@pytest.mark.usefixtures("january")
class TestMoving:
    def test_settled_means_who_and_when(self, world):
        report = make.ready(world, State.SETTLED)

        assert report.settled_by == world.joko.user
        assert report.settled_at is not None
        assert Event.objects.filter(verb="report.settled").exists()

    def test_sent_means_who_and_when(self, world):
        report = make.ready(world, State.SENT)

        assert (report.sent_by, report.state) == (world.joko.user, State.SENT)

    def test_a_report_without_its_pdf_cannot_be_submitted(self, world):
        with pytest.raises(Refusal, match="belum siap"):
            actions.move_report(
                report=make.requested(world), target=State.SUBMITTED, by=world.siti
            )

    def test_two_people_at_once_the_second_is_told(self, world):
        report = make.ready(world, State.SUBMITTED)
        actions.move_report(report=report, target=State.SETTLED, by=world.joko)

        with pytest.raises(Refusal, match="Muat ulang"):
            actions.move_report(report=report, target=State.SETTLED, by=world.joko)

    @pytest.mark.parametrize("name", ["prov", "budi"])
    def test_other_regions_move_nothing(self, world, name):
        report = make.ready(world)

        with pytest.raises(PermissionDenied):
            actions.move_report(
                report=report, target=State.SUBMITTED, by=getattr(world, name)
            )

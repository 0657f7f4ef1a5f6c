"""Every move of an answer × every role: only what the table says, and no other."""

from __future__ import annotations

import itertools

import pytest
from django.core.exceptions import PermissionDenied

from prasyarat.assessments.models import State
from prasyarat.assessments.workflow import WORKFLOW
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role

MOVES = {(step.source, step.target): step for step in WORKFLOW}


@pytest.mark.parametrize(
    ("source", "target", "role"), list(itertools.product(State, State, Role))
)
def test_a_move_is_legal_for_the_roles_of_its_row_and_no_other(source, target, role):
    actor = Actor(user=None, role=role)
    step = MOVES.get((source.value, target.value))

    if step is None:
        with pytest.raises(Refusal, match="tidak dapat berubah"):
            WORKFLOW.check(source, target, by=actor)
    elif any(can(actor, permission) for permission in step.permissions):
        assert WORKFLOW.check(source, target, by=actor) is step
    else:
        with pytest.raises(PermissionDenied):
            WORKFLOW.check(source, target, by=actor)


def test_nothing_leaves_verified_but_by_reopening():
    assert [t for s, t in MOVES if s == State.VERIFIED] == [State.NEEDS_WORK]

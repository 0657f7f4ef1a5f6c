"""Every move of every role: only those of the table are made."""

from __future__ import annotations

import itertools

import pytest
from django.core.exceptions import PermissionDenied

from pokja.regulations.models import State
from pokja.regulations.workflow import WORKFLOW
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role

LEGAL = {(State.DRAFT, State.ISSUED), (State.ISSUED, State.REVOKED)}
WRITERS = {Role.SEKRETARIAT, Role.BAPPEDA}


@pytest.mark.parametrize(
    ("source", "target", "role"), list(itertools.product(State, State, Role))
)
def test_a_move_is_made_by_its_roles_alone(source, target, role):
    actor = Actor(user=None, role=role)

    if (source, target) not in LEGAL:
        with pytest.raises(Refusal):
            WORKFLOW.check(source, target, by=actor)
    elif role not in WRITERS:
        with pytest.raises(PermissionDenied):
            WORKFLOW.check(source, target, by=actor)
    else:
        assert WORKFLOW.check(source, target, by=actor).target == target

"""Every move between states, under every role."""

import itertools

import pytest
from django.core.exceptions import PermissionDenied

from focal_points.progress.models import State
from focal_points.progress.workflow import WORKFLOW
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role

S = State
FILLS = {Role.FOCAL_POINT, Role.SEKRETARIAT}
JUDGES = {Role.SEKRETARIAT, Role.BAPPEDA}
LEGAL = {
    (S.DRAFT, S.AWAITING_HEAD): FILLS,
    (S.RETURNED, S.AWAITING_HEAD): FILLS,
    (S.AWAITING_HEAD, S.DRAFT): FILLS | {Role.KEPALA_OPD},
    (S.AWAITING_HEAD, S.SUBMITTED): FILLS,
    (S.SUBMITTED, S.DRAFT): FILLS,
    (S.SUBMITTED, S.RETURNED): JUDGES,
    (S.SUBMITTED, S.VERIFIED): JUDGES,
    (S.VERIFIED, S.RETURNED): {Role.SEKRETARIAT},
}


@pytest.mark.parametrize(("source", "target"), list(itertools.product(S, S)))
@pytest.mark.parametrize("role", list(Role))
def test_only_the_moves_of_the_table_are_made_and_only_by_their_roles(
    source, target, role
):
    actor = Actor(user=None, role=role)
    roles = LEGAL.get((source, target))

    if roles is None:
        with pytest.raises(Refusal):
            WORKFLOW.check(source, target, by=actor)
    elif role not in roles:
        with pytest.raises(PermissionDenied):
            WORKFLOW.check(source, target, by=actor)
    else:
        assert WORKFLOW.check(source, target, by=actor).target == target

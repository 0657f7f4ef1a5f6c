"""Every (from, to, role) of a RAD, a programme and a line."""

from __future__ import annotations

import itertools

import pytest
from django.core.exceptions import PermissionDenied

from pokja.programme.choices import LineStatus, State
from pokja.programme.workflow import LINE_WORKFLOW, PROGRAMME_WORKFLOW, RAD_WORKFLOW
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role

CHAIR = {Role.BAPPEDA}
DESK = {Role.SEKRETARIAT, Role.BAPPEDA}
VERSION_MOVES = {("draf", "ditetapkan"): CHAIR, ("ditetapkan", "perubahan"): CHAIR}
LINE_MOVES = dict.fromkeys(
    [
        ("direncanakan", "berjalan"),
        ("direncanakan", "selesai"),
        ("direncanakan", "ditunda"),
        ("direncanakan", "dibatalkan"),
        ("berjalan", "selesai"),
        ("berjalan", "ditunda"),
        ("berjalan", "dibatalkan"),
        ("ditunda", "berjalan"),
        ("ditunda", "dibatalkan"),
        ("selesai", "berjalan"),
        ("dibatalkan", "direncanakan"),
    ],
    DESK,
)


def outcome(workflow, source, target, role) -> str:
    try:
        workflow.check(source, target, by=Actor(user=None, role=role))
    except PermissionDenied:
        return "not yours"
    except Refusal:
        return "no such move"
    return "moves"


@pytest.mark.parametrize("role", [None, *Role])
@pytest.mark.parametrize(
    ("workflow", "states", "moves"),
    [
        (PROGRAMME_WORKFLOW, State, VERSION_MOVES),
        (RAD_WORKFLOW, State, VERSION_MOVES),
        (LINE_WORKFLOW, LineStatus, LINE_MOVES),
    ],
    ids=["programme", "rad", "line"],
)
def test_only_the_moves_of_the_table_are_made_and_only_by_its_roles(
    workflow, states, moves, role
):
    for source, target in itertools.product(states, states):
        roles = moves.get((source.value, target.value))
        expected = "no such move"
        if roles is not None:
            expected = "moves" if role in roles else "not yours"
        assert outcome(workflow, source, target, role) == expected, (source, target)


def test_a_replaced_version_goes_nowhere():
    for workflow in (PROGRAMME_WORKFLOW, RAD_WORKFLOW):
        assert not [step for step in workflow if step.source == State.REPLACED]

"""Every (from, to, role) of a meeting and of a follow-up."""

from __future__ import annotations

import itertools

import pytest
from django.core.exceptions import PermissionDenied

from pokja.meetings.choices import FollowUpState, State
from pokja.meetings.workflow import FOLLOW_UP_WORKFLOW, WORKFLOW
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role

DESK = {Role.SEKRETARIAT, Role.BAPPEDA}
MEETING_MOVES = {
    ("rencana", "diundang"): DESK,
    ("rencana", "berlangsung"): DESK,
    ("rencana", "ditunda"): DESK,
    ("rencana", "dibatalkan"): DESK,
    ("diundang", "berlangsung"): DESK,
    ("diundang", "ditunda"): DESK,
    ("diundang", "dibatalkan"): DESK,
    ("ditunda", "rencana"): DESK,
    ("ditunda", "dibatalkan"): DESK,
    ("berlangsung", "koreksi"): DESK,
    ("koreksi", "berlangsung"): DESK,
    ("koreksi", "disahkan"): {Role.BAPPEDA},
}
CONFIRMS = {Role.SEKRETARIAT}
FOLLOW_UP_MOVES = {
    ("belum", "proses"): {*DESK, Role.FOCAL_POINT, Role.KEPALA_OPD},
    ("belum", "batal"): CONFIRMS,
    ("proses", "selesai"): CONFIRMS,
    ("proses", "batal"): CONFIRMS,
    ("selesai", "proses"): CONFIRMS,
    ("batal", "belum"): CONFIRMS,
}


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
        (WORKFLOW, State, MEETING_MOVES),
        (FOLLOW_UP_WORKFLOW, FollowUpState, FOLLOW_UP_MOVES),
    ],
    ids=["meeting", "follow-up"],
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


def test_a_settled_or_cancelled_meeting_goes_nowhere():
    ends = {State.SETTLED, State.CANCELLED}

    assert not [step for step in WORKFLOW if step.source in ends]

"""The table of moves: offered, checked, drawn."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from pug_portal.access.actor import Actor
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from pug_portal.access.workflow import Step, Workflow

FLOW = Workflow(
    "Uji",
    Step("draf", "diajukan", Permission.PROGRESS_FILL, "Ajukan"),
    Step("diajukan", "diverifikasi", Permission.PROGRESS_VERIFY, "Verifikasi"),
)
RATIH = Actor(user=None, role=Role.FOCAL_POINT)
SITI = Actor(user=None, role=Role.SEKRETARIAT)


def test_it_offers_only_the_moves_of_the_role():
    assert [step.label for step in FLOW.offered("draf", RATIH)] == ["Ajukan"]
    assert FLOW.offered("draf", SITI) == []


def test_a_legal_move_passes():
    assert FLOW.check("draf", "diajukan", by=RATIH).label == "Ajukan"


def test_a_move_that_is_not_in_the_table_is_refused_with_both_states_named():
    with pytest.raises(Refusal) as refused:
        FLOW.check("draf", "diverifikasi", by=SITI)

    assert "draf" in refused.value.sentence
    assert "diverifikasi" in refused.value.sentence


def test_a_move_of_another_role_is_refused_with_whom_to_ask():
    with pytest.raises(PermissionDenied) as refused:
        FLOW.check("diajukan", "diverifikasi", by=RATIH)

    assert "Sekretariat Pokja" in str(refused.value)


def test_the_same_move_cannot_stand_twice():
    with pytest.raises(ValueError, match="twice"):
        Workflow("Ganda", *FLOW.steps, FLOW.steps[0])


def test_it_draws_itself():
    assert "draf --> diajukan: Ajukan" in FLOW.mermaid()

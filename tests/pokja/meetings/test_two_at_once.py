"""Two chairs settle at the same moment."""

from __future__ import annotations

from functools import partial

import pytest

from pokja.meetings.minutes_actions import settle_minutes
from pokja.meetings.models import Recommendation
from pug_portal.access.roles import Role
from pug_portal.audit.models import Event
from tests.at_once import at_once
from tests.make import meetings as make
from tests.make import pug_portal as make_floor
from tests.world import build

pytestmark = [
    pytest.mark.postgres,  # row locks
    pytest.mark.django_db(transaction=True),
]


def second_chair(world):
    user = make_floor.user("Bambang Wicaksono", world.blora)
    return make_floor.hat(user, Role.BAPPEDA, world.blora)


def test_one_meeting_is_settled_once():
    world = build()
    meeting = make.meeting_at("koreksi", world)

    done, told = at_once(
        partial(settle_minutes, meeting=meeting, by=world.joko),
        partial(settle_minutes, meeting=meeting, by=second_chair(world)),
    )

    assert (done, len(told)) == (1, 1)
    assert Event.objects.filter(verb__contains="settled").count() == 1


def test_recommendations_of_two_meetings_are_numbered_without_gap_or_twin():
    world = build()
    meetings = [
        make.meeting_at("koreksi", world, title=f"Rakor {number}")
        for number in range(1, 5)
    ]

    done, told = at_once(
        *(partial(settle_minutes, meeting=one, by=world.joko) for one in meetings)
    )

    numbers = Recommendation.objects.order_by("number").values_list("number", flat=True)
    assert (done, told) == (4, [])
    assert list(numbers) == [1, 2, 3, 4]

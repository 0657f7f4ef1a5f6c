"""What is counted once after each write in the region."""

from __future__ import annotations

from itertools import count

import pytest

from pug_portal.access.actor import Actor
from pug_portal.access.roles import Role
from pug_portal.audit.fresh import until_next_event


@pytest.fixture
def asked():
    """A figure that tells how often it was worked out."""
    return count(1).__next__


def worn(newest: int | None) -> Actor:
    actor = Actor(user=None, role=Role.SEKRETARIAT, assignment_id=4711)
    if newest is not None:
        actor.cache["newest_event"] = newest
    return actor


def test_it_stands_until_something_is_written(asked):
    assert [until_next_event(worn(newest), "n", asked) for newest in (7, 7, 8)] == [
        1,
        1,
        2,
    ]


def test_it_stands_where_nothing_was_ever_written(asked):
    assert [until_next_event(worn(0), "n", asked) for _ in range(2)] == [1, 1]


def test_nothing_is_kept_without_a_known_event(asked):
    assert [until_next_event(worn(None), "n", asked) for _ in range(2)] == [1, 2]

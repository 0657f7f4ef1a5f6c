"""What several tests of this folder begin with."""

from __future__ import annotations

import pytest

from tests.make import attendance as make


@pytest.fixture
def meeting(world, clock):
    clock(make.NINE)
    return make.meeting_today(world)


@pytest.fixture
def door(meeting, world):
    make.chairs(meeting, world, 3)
    return make.door(meeting, world)

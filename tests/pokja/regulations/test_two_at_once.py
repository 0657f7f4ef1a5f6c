"""Two people at the same moment; run on PostgreSQL, where row locks exist."""

from __future__ import annotations

import datetime as dt
from functools import partial

import pytest

from pokja.regulations.evaluation_actions import finish_follow_up
from pokja.regulations.models import Regulation
from tests.at_once import at_once
from tests.make import regulations as make
from tests.world import build


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_one_number_is_recorded_once():
    world = build()

    done, told = at_once(
        partial(make.regulation, world), partial(make.regulation, world)
    )

    assert (done, Regulation.objects.count()) == (1, 1)
    assert "sudah tercatat" in told[0]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_one_follow_up_is_finished_once():
    world = build()
    follow_up = make.follow_up(world, make.regulation(world))
    finish = partial(
        finish_follow_up, follow_up=follow_up, on=dt.date(2021, 1, 4), result="Terbit"
    )

    done, told = at_once(partial(finish, by=world.siti), partial(finish, by=world.joko))

    assert done == 1
    assert "sudah selesai" in told[0]

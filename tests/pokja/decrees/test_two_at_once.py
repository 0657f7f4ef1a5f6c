"""Two people record two decrees for the same days at the same moment."""

from __future__ import annotations

from functools import partial

import pytest

from pokja.decrees.models import Decree
from tests.at_once import at_once
from tests.make import pokja as make
from tests.world import build


@pytest.mark.postgres  # row locks
@pytest.mark.django_db(transaction=True)
def test_one_of_two_is_refused():
    world = build()

    done, told = at_once(
        partial(make.decree, world, number="1/2020"),
        partial(make.decree, world, number="2/2020"),
    )

    assert done == 1
    assert len(told) == 1
    assert "/2020" in told[0]
    assert Decree.objects.count() == 1

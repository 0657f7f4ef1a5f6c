"""What several tests of this folder begin with."""

import pytest

from focal_points.appointments.actions import change_person
from tests.make import focal_points as make_fp
from tests.make import handover as make_handover
from tests.make import pokja as make
from tests.make import progress as make_progress
from tests.make import pug_portal as make_people

NIP = "198001012005012001"


@pytest.fixture
def twice(world, clock):
    """Ratih of Dinkes has a second account and appointment, and a seat in the Pokja."""
    clock(make_progress.WITHIN)
    twin = make_people.user("Ratih Kusumah, S.E.", world.blora, "ratih2")
    actor = make_fp.appointed(twin, world.bappeda)
    change_person(appointment=make_handover.of(actor), by=world.siti, nip=NIP)
    decree = make.decree(world)
    make.member(world, decree, name="Ratih Kusumah, S.E.", nip=NIP, sex="P")
    draft = make_progress.draft(world.dinkes, world.ratih)
    draft.filled_by.add(twin, world.ratih.user)
    make_progress.draft(world.bappeda, actor)
    return twin

"""One entry in the register of office holders reaches all who go by the office."""

from __future__ import annotations

import datetime as dt

from focal_points.offices.queries import signatory
from pokja.decrees.models import Kind
from pokja.meetings.invitees import candidates
from pokja.membership.models import Standing
from pokja.membership.queries import members_on
from tests.make import focal_points as make_fp
from tests.make import pokja as make

BEFORE, AFTER = dt.date(2020, 6, 30), dt.date(2020, 7, 1)


def test_one_mutasi_reaches_the_roster_the_invitees_and_the_signature_block(world):
    office = make_fp.office(world.blora)
    make_fp.holder(office, "Agus Prasetyo")
    decree = make.decree(world)
    make.member(world, decree, office=office, position="", standing=Standing.CHAIR)

    make_fp.holder(office, "Sri Mulyati", start=AFTER, sex="P")

    for day, name in ((BEFORE, "Agus Prasetyo"), (AFTER, "Sri Mulyati")):
        (seat,) = members_on(world.blora, Kind.POKJA, day).seats
        invited = [each.name for each in candidates(world.blora, day) if each.member_id]
        block = signatory(office, day)
        assert block is not None
        assert (seat.name, invited, block.name) == (name, [name], name)

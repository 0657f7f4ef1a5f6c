"""Two phones send one name at the same moment."""

from __future__ import annotations

from functools import partial

import pytest

from pokja.attendance.door_actions import check_in, sign_in_guest
from pokja.attendance.models import Participant, Presence
from pokja.attendance.people import Person
from pokja.meetings.queries import attendance_totals
from pug_portal.access.actor import NOBODY
from tests.at_once import at_once
from tests.make import attendance as make
from tests.world import build

pytestmark = [
    pytest.mark.postgres,  # row locks
    pytest.mark.django_db(transaction=True),
]


def test_two_check_ins_of_one_person_give_one_row(clock):
    clock(make.NINE)
    world = build()
    meeting = make.meeting_today(world)
    chair = make.chairs(meeting, world, 1)[0]
    code = make.code(make.door(meeting, world))
    guest = Person("Sri Utami", "P", "Ketua", institution="PUSPA", source="tamu")

    done, told = at_once(
        *[partial(check_in, code=code, chair=chair.pk, by=NOBODY)] * 2,
        *[partial(sign_in_guest, code=code, person=guest, by=NOBODY)] * 2,
    )

    assert done == 2
    assert all("sudah tercatat hadir" in sentence for sentence in told)
    assert Presence.objects.count() == 2
    assert Participant.objects.filter(name="Sri Utami").count() == 1
    assert attendance_totals(meeting.attendance.all()).total == 2

"""Two phones send one name at the same moment."""

from __future__ import annotations

import time
from functools import partial

import pytest

from pokja.attendance.codes import LIVES, STEP
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


@pytest.mark.slow
def test_forty_phones_twenty_at_a_time_are_forty_people_within_two_minutes(clock):
    clock(make.NINE)
    world = build()
    meeting = make.meeting_today(world)
    chairs = make.chairs(meeting, world, 40)
    code = make.code(make.door(meeting, world))
    started = time.monotonic()

    for wave in (chairs[:20], chairs[20:]):
        phones = [partial(check_in, code=code, chair=c.pk, by=NOBODY) for c in wave]
        assert at_once(*phones) == (20, [])

    assert time.monotonic() - started < LIVES * STEP
    totals = attendance_totals(meeting.attendance.all())
    assert (totals.men, totals.women) == (20, 20)
    assert Presence.objects.filter(by_code=True).count() == 40

"""A bimtek of Blora, and one that the province offers."""

from __future__ import annotations

import datetime as dt

from pokja.attendance import actions as attendance
from pokja.attendance.people import Mark, Person
from pokja.meetings import actions as meeting_actions
from pokja.meetings import minutes_actions, part_actions
from pokja.trainings import actions
from pug_portal.lib import clock
from tests.make import meetings as make
from tests.permission_rows import row

DESK = row(403, siti=200, joko=200, budi=404, prov=404)
DESK_POST = row(403, siti=302, joko=302, budi=404, prov=404)
SETTLED = row(403, siti=200, joko=200, budi=404, prov=403)

ROWS = {
    "training-list GET": row(403, siti=200, joko=200, budi=200, prov=200),
    # Offered to every regency of the province, not to the province itself.
    "training-offer GET": row(403, siti=200, joko=200, budi=200, prov=404),
    "training-offer POST": row(403, siti=302, joko=302, budi=302, prov=404),
    "training-edit GET": DESK,
    "training-edit POST": DESK_POST,
    "certificate-list GET": SETTLED,
    "certificate-edit GET": SETTLED,
    "certificate-edit POST": row(403, siti=422, joko=422, budi=404, prov=403),
}


def kwargs(world) -> dict[str, dict[str, object]]:
    bimtek = make.meeting_at("rencana", world, kind="bimtek", title="Bimtek Blora")
    settled, chair = _settled(world)
    return {
        "training-offer": {"pk": _offer(world).pk},
        "training-edit": {"pk": bimtek.pk},
        "certificate-list": {"pk": settled.pk},
        "certificate-edit": {"pk": chair.pk},
    }


def _offer(world):
    tomorrow = clock.today() + dt.timedelta(days=1)
    facts = make.facts(
        world.province, held=tomorrow, kind="bimtek", is_past_entry=False
    )
    meeting = meeting_actions.plan_meeting(
        region=world.province, by=world.prov, **facts
    )
    return actions.describe_training(
        meeting=meeting,
        target_men=None,
        target_women=None,
        lesson_hours=None,
        is_offered=True,
        by=world.prov,
    )


def _settled(world):
    meeting = make.meeting_at(
        "berlangsung", world, kind="bimtek", title="Bimtek lalu", chair_name="Arif"
    )
    chair = attendance.add_participant(
        meeting=meeting, person=Person("Ani", "P", "Staf", world.dinkes), by=world.siti
    )
    mark = Mark("hadir")
    attendance.mark_one(participant=chair, day=make.HELD, mark=mark, by=world.siti)
    part_actions.set_minutes(meeting=meeting, text=make.MINUTES, by=world.siti)
    meeting = minutes_actions.sign_minutes(
        meeting=meeting, notulis="Rina Astuti", by=world.siti
    )
    return minutes_actions.settle_minutes(meeting=meeting, by=world.joko), chair

"""The two-day bimtek of Kalsel: offered to the kabupaten, answered by one of them."""

from __future__ import annotations

from collections.abc import Sequence

from pokja.demo.attendance import by_name
from pokja.demo.papers import upload
from pokja.meetings.models import Meeting
from pokja.meetings.rows import AttendanceRow
from pokja.meetings.scenes import Attend
from pokja.trainings.actions import answer_offer, certify, describe_training
from pokja.trainings.queries import focal_points_for
from pug_portal.access.actor import Actor
from pug_portal.lib.clock import standing_at
from pug_portal.regions.models import Region

SENT = 2
NUMBER = "893.3/{:03d}/PPRG/2019 (contoh)"


def offered_training(by: Actor, region: Region, guest: Actor) -> Attend:
    """`guest` is the sekretariat of the `region` that sends its focal points."""

    def attend(meeting: Meeting, rows: Sequence[AttendanceRow]) -> None:
        with standing_at("2019-11-14T09:00"):
            training = describe_training(
                meeting=meeting,
                target_men=30,
                target_women=30,
                lesson_hours=16,
                is_offered=True,
                by=by,
            )
        with standing_at("2019-11-18T10:00"):
            offered = focal_points_for(training, region).filter(sex="P")
            sent = [row.pk for row in offered[:SENT]]
            answer_offer(training=training, appointments=sent, by=guest)
        by_name(by, from_registers=False)(meeting, rows)

    return attend


def hand_out_certificates(meeting: Meeting, by: Actor) -> None:
    """To the focal points, so that their training history shows them; one with its paper."""
    people = meeting.participants.exclude(appointment=None)
    for number, participant in enumerate(people, start=1):
        paper = upload("sertifikat-contoh.pdf", f"Sertifikat {participant.name}")
        certify(
            participant=participant,
            number=NUMBER.format(number),
            upload=paper if number == 1 else None,
            by=by,
        )

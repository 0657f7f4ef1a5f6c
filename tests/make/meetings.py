"""Meetings brought to a state through the real verbs."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from pokja.meetings import actions, agenda_actions, minutes_actions, part_actions
from pokja.meetings.models import Meeting, Recommendation
from pokja.meetings.recommendation_actions import add_recommendation
from pokja.meetings.rows import (
    AgendaRow,
    AttendanceRow,
    OutcomeRow,
    RecommendationFacts,
)
from pokja.meetings.times import moment
from pug_portal.regions.models import Region

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
MINUTES = "1. Pengarusutamaan gender (PUG)\n- Mencakup disabilitas\n- Mencakup usia\n\n2. Tujuh prasyarat"
HELD = dt.date(2020, 10, 26)


def facts(region: Region, **other: Any) -> dict[str, Any]:
    held = other.pop("held", HELD)
    return {
        "kind": "rapat_koordinasi",
        "title": "Rapat koordinasi Pokja PUG",
        "theme": "Penguatan focal point",
        "starts_at": moment(held, dt.time(9), region),
        "ends_at": moment(held, dt.time(12, 30), region),
        "place": "Ruang Pertemuan Bappeda Lantai 2",
        "organiser": "Dinsos P3A",
        "host": "Bappeda",
        "chair_position": "Ketua Pokja PUG",
        "is_past_entry": True,
        **other,
    }


def meeting_at(state: str, world: Any, **other: Any) -> Meeting:
    """rencana, diundang, berlangsung, koreksi, disahkan, ditunda or dibatalkan."""
    desk, chair = world.siti, world.joko
    meeting = actions.plan_meeting(
        region=world.blora, by=desk, **facts(world.blora, **other)
    )
    if state == "rencana":
        return meeting
    if state == "ditunda":
        return actions.postpone(meeting=meeting, reason="Bupati berhalangan", by=desk)
    if state == "dibatalkan":
        return actions.cancel(meeting=meeting, reason="Digabung", by=desk)
    meeting = actions.invite(meeting=meeting, by=desk)
    if state == "diundang":
        return meeting
    meeting = actions.start_meeting(meeting=meeting, by=desk)
    if state == "berlangsung":
        return meeting
    fill(meeting, world)
    meeting = minutes_actions.sign_minutes(
        meeting=meeting, notulis="Rina Astuti", by=desk
    )
    if state == "koreksi":
        return meeting
    assert state == "disahkan", state
    return minutes_actions.settle_minutes(meeting=meeting, by=chair)


def fill(meeting: Meeting, world: Any) -> None:
    """Every part a signed meeting has."""
    by = world.siti
    agenda_actions.set_agenda(
        meeting=meeting, rows=[AgendaRow("Pembukaan", "09.00", "Ketua Pokja")], by=by
    )
    part_actions.set_outcomes(
        meeting=meeting, rows=[OutcomeRow("Focal point lebih aktif", "sebagian")], by=by
    )
    part_actions.set_attendance(
        meeting=meeting,
        rows=[
            AttendanceRow(opd=world.dinkes, men=1, women=2),
            AttendanceRow(opd=world.dlh, men=2, women=1),
            AttendanceRow(institution="PUSPA Ceria", women=3, is_leader=True),
        ],
        by=by,
    )
    part_actions.set_minutes(meeting=meeting, text=MINUTES, by=by)
    recommend(meeting, world)


def recommend(meeting: Meeting, world: Any, **other: Any) -> Recommendation:
    given = {
        "text": "Menyusun profil gender bidang kesehatan",
        "proposer_opd": world.dlh,
        "responsible_opd": world.dinkes,
        "due_on": dt.date(2020, 12, 31),
        **other,
    }
    return add_recommendation(
        meeting=meeting, facts=RecommendationFacts(**given), by=world.siti
    )


def follow_up_of(world: Any, **other: Any) -> Recommendation:
    """The recommendation of a settled meeting: it falls to Dinkes."""
    return meeting_at("disahkan", world, **other).recommendations.get()


def png(name: str = "foto.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PNG, "image/png")


def jpg(name: str = "foto.jpg") -> SimpleUploadedFile:
    drawn = io.BytesIO()
    Image.new("RGB", (8, 6), "#2b4687").save(drawn, "JPEG")
    return SimpleUploadedFile(name, drawn.getvalue(), "image/jpeg")

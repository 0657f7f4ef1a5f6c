"""At the door of a meeting: its page by code, a moment, the first on the list."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse

from pokja.attendance.models import Participant
from tests.make import attendance as make


def page(code: str) -> str:
    return reverse("check-in", args=[code])


def at(clock, seconds: int) -> None:
    moment = dt.datetime.fromisoformat(make.NINE) + dt.timedelta(seconds=seconds)
    clock(moment.isoformat())


def first(meeting) -> Participant:
    return meeting.participants.filter(name="Orang Ke-00").get()

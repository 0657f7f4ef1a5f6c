"""The four steps of a report as the page draws them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from focal_points.progress.models import Progress, State


@dataclass(frozen=True)
class StepView:
    label: str
    icon: str
    css: str
    at: dt.datetime | None = None
    is_current: bool = False


_PLACE = {
    State.DRAFT: 0,
    State.AWAITING_HEAD: 1,
    State.SUBMITTED: 2,
    State.RETURNED: 3,
    State.VERIFIED: 3,
}


def steps_of(progress: Progress) -> list[StepView]:
    """Draf, persetujuan, diajukan, diverifikasi; a return takes the last place."""
    state = State(progress.state)
    here = _PLACE[state]
    is_returned = state == State.RETURNED
    last = (
        ("Dikembalikan", "arrow-back-up", progress.returned_at)
        if is_returned
        else ("Diverifikasi", "shield-check", progress.verified_at)
    )
    sent_at = progress.submitted_at if here >= 2 else None
    drawn = [
        ("Draf", "pencil", None),
        ("Kepala OPD", "signature", None),
        ("Diajukan", "send", sent_at),
        last,
    ]
    return [
        StepView(label, icon, _css(place, here, state), at, place == here)
        for place, (label, icon, at) in enumerate(drawn)
    ]


def _css(place: int, here: int, state: State) -> str:
    if place < here or (state == State.VERIFIED and place == here):
        return "ya"
    if place > here:
        return ""
    return "kini balik" if state == State.RETURNED else "kini"

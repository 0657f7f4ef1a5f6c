"""Which buttons the page of a meeting shows: decided here, drawn in the template."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from pokja.meetings.choices import Kind, State
from pokja.meetings.days import is_on
from pokja.meetings.models import Meeting
from pokja.meetings.workflow import (
    BEFORE_MEETING,
    DELETABLE,
    FACTS_OPEN,
    FILES_OPEN,
    RECORD_OPEN,
    WORKFLOW,
)
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.workflow import Step

# (url name, icon, asks nothing more than a press)
_MOVES: dict[tuple[str, str], tuple[str, str, bool]] = {
    (State.PLANNED, State.INVITED): ("meeting-invite", "send", True),
    (State.PLANNED, State.RUNNING): ("meeting-start", "pencil", True),
    (State.INVITED, State.RUNNING): ("meeting-start", "pencil", True),
    (State.POSTPONED, State.PLANNED): ("meeting-reschedule", "calendar-event", False),
    (State.RUNNING, State.CORRECTION): ("meeting-sign", "signature", False),
    (State.CORRECTION, State.RUNNING): ("meeting-return", "arrow-back-up", False),
    (State.CORRECTION, State.SETTLED): ("meeting-settle", "circle-check", False),
}
_BY_TARGET = {
    State.POSTPONED: ("meeting-postpone", "calendar-x", False),
    State.CANCELLED: ("meeting-cancel", "circle-x", False),
}
DOOR_STATES = (State.INVITED, State.RUNNING)
_MAIN = {State.INVITED, State.RUNNING, State.CORRECTION, State.SETTLED, State.PLANNED}


@dataclass(frozen=True)
class Button:
    label: str
    url: str
    icon: str
    is_post: bool
    is_main: bool


@dataclass(frozen=True)
class Buttons:
    main: list[Button]
    others: list[Button]
    # Before the meeting one page prepares it; until the invitation is out it comes first.
    prepares: bool = False
    letters_first: bool = False


def buttons_for(meeting: Meeting, actor: Actor, *, is_written: bool) -> Buttons:
    """At most two main ones; the rest stands under «Tindakan lain».

    Minutes without a single point cannot be signed: until then writing comes first.
    """
    moves = [
        _button(meeting, step)
        for step in WORKFLOW.offered(meeting.state, actor)
        if _makes_sense(meeting, step, actor, is_written)
    ]
    others = [move for move in moves if not move.is_main]
    if meeting.kind in (Kind.TRAINING, Kind.ADVOCACY):
        others += _of_training(meeting)
    others.append(_plain(meeting, "meeting-copy", "Salin rapat", "copy"))
    others.append(_plain(meeting, "meeting-series", "Jadikan rapat berkala", "refresh"))
    others.append(_plain(meeting, "meeting-archive", "Arsip rapat (ZIP)", "download"))
    if meeting.is_settled and can(actor, Permission.RELEASE_EDIT):
        others.append(_plain(meeting, "release-edit", "Rilis publik", "file-text"))
    if meeting.state in DELETABLE:
        others.append(_plain(meeting, "meeting-delete", "Hapus rapat", "trash"))
    main = [move for move in moves if move.is_main]
    if meeting.state in RECORD_OPEN and not is_written:
        main.append(_plain(meeting, "meeting-minutes", "Tulis notulen", "pencil"))
    if meeting.state in DOOR_STATES and is_on(meeting):
        main.insert(0, _door(meeting))
    prepares = meeting.state in BEFORE_MEETING and not meeting.is_past_entry
    return Buttons(main, others, prepares, prepares and meeting.state == State.PLANNED)


def _of_training(meeting: Meeting) -> list[Button]:
    if meeting.state in FACTS_OPEN:
        return [_plain(meeting, "training-edit", "Data pelatihan", "pencil")]
    if not meeting.is_settled:
        return []
    return [_plain(meeting, "certificate-list", "Sertifikat", "file-certificate")]


def _door(meeting: Meeting) -> Button:
    address = reverse("check-in-open", args=[meeting.pk])
    return Button("Layar absensi QR", address, "qrcode", True, False)


def _makes_sense(meeting: Meeting, step: Step, actor: Actor, is_written: bool) -> bool:
    move = (step.source, step.target)
    if move == (State.PLANNED, State.RUNNING):
        return meeting.is_past_entry
    if move == (State.PLANNED, State.INVITED):
        return not meeting.is_past_entry
    if move == (State.RUNNING, State.CORRECTION):
        return is_written
    if move == (State.CORRECTION, State.SETTLED):
        return meeting.signed_by_id != actor.user_id
    return True


def _button(meeting: Meeting, step: Step) -> Button:
    move = (step.source, step.target)
    name, icon, is_post = _MOVES.get(move) or _BY_TARGET[State(step.target)]
    goes_back = move == (State.CORRECTION, State.RUNNING)
    return Button(
        step.label,
        reverse(name, args=[meeting.pk]),
        icon,
        is_post,
        step.target in _MAIN and not goes_back,
    )


def _plain(meeting: Meeting, name: str, label: str, icon: str) -> Button:
    return Button(label, reverse(name, args=[meeting.pk]), icon, False, False)


@dataclass(frozen=True)
class Editable:
    """Which parts the page offers to write."""

    facts: bool = False
    record: bool = False
    files: bool = False


def editable(meeting: Meeting, is_keeper: bool) -> Editable:
    if not is_keeper:
        return Editable()
    return Editable(
        facts=meeting.state in FACTS_OPEN,
        record=meeting.state in RECORD_OPEN,
        files=meeting.state in FILES_OPEN,
    )

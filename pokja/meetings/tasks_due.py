"""What waits for this actor in this slice: the home page and the menu ask."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from pokja.meetings.choices import OPEN_STATES, FollowUpState, State
from pokja.meetings.models import Meeting, Recommendation
from pokja.meetings.scope import is_desk
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES
from pug_portal.lib.clock import now
from pug_portal.lib.counting import count_together
from pug_portal.lib.dates import tanggal
from pug_portal.lib.numbers import angka

SOON = dt.timedelta(days=14)


@dataclass(frozen=True)
class Task:
    """One line of «Perlu tindakan Anda»: the whole line is a link."""

    title: str
    detail: str
    url: str
    icon: str
    due_on: dt.date | None = None
    is_late: bool = False


def tasks_for(actor: Actor, on: dt.date) -> list[Task]:
    """At most five queries, whatever the number of meetings."""
    if actor.region is None:
        return []
    if actor.role in OPD_ROLES:
        return [_answer(row, on) for row in _mine(actor)[:20]]
    tasks = []
    if can(actor, Permission.MINUTES_SETTLE):
        tasks += [_settle(meeting) for meeting in _to_settle(actor)[:10]]
    if is_desk(actor):
        tasks += [_write_up(meeting) for meeting in _unfinished(actor)[:10]]
        tasks += [_prepare(meeting) for meeting in _coming(actor)[:10]]
    if can(actor, Permission.FOLLOW_UP_CONFIRM):
        tasks += _to_confirm(actor, on)
    return tasks


def waiting(actor: Actor) -> QuerySet[Any]:
    """What makes the figure beside «Rapat dan tindak lanjut»."""
    if actor.region is None:
        return Meeting.objects.none()
    if actor.role in OPD_ROLES:
        return _mine(actor)
    if can(actor, Permission.MINUTES_SETTLE):
        return _to_settle(actor)
    return _unfinished(actor) if is_desk(actor) else Meeting.objects.none()


def _mine(actor: Actor) -> QuerySet[Recommendation]:
    rows = Recommendation.objects.for_actor(actor).filter(state__in=OPEN_STATES)
    return rows.order_by("due_on", "pk")


def _own(actor: Actor) -> QuerySet[Meeting]:
    return Meeting.objects.owned_by(actor).select_related("region")


def _to_settle(actor: Actor) -> QuerySet[Meeting]:
    """Signed by somebody else: nobody settles what he signed."""
    rows = _own(actor).filter(state=State.CORRECTION)
    return rows.exclude(signed_by=actor.user_id)


def _unfinished(actor: Actor) -> QuerySet[Meeting]:
    states = [State.PLANNED, State.INVITED, State.RUNNING]
    return _own(actor).filter(state__in=states, ends_at__lt=now())


def _coming(actor: Actor) -> QuerySet[Meeting]:
    soon = (now(), now() + SOON)
    rows = _own(actor).filter(state=State.PLANNED)
    return rows.filter(ends_at__gte=soon[0], starts_at__lte=soon[1])


def _to_confirm(actor: Actor, on: dt.date) -> list[Task]:
    rows = Recommendation.objects.of_settled().owned_by(actor)
    reported = rows.filter(state=FollowUpState.IN_PROGRESS)
    numbers = count_together({"told": reported, "late": rows.late_on(on)})
    told, late = numbers["told"], numbers["late"]
    url = reverse("follow-up-list")
    tasks = []
    if told:
        tasks.append(
            Task(
                f"Periksa {told} tindak lanjut yang dilaporkan",
                "Nyatakan selesai bila buktinya cukup",
                f"{url}?status=proses",
                "list-check",
            )
        )
    if late:
        tasks.append(
            Task(
                f"Ingatkan {late} tindak lanjut yang terlambat",
                "Lewat tenggat dan belum selesai",
                f"{url}?terlambat=1",
                "clock-exclamation",
                is_late=True,
            )
        )
    return tasks


def _answer(row: Recommendation, on: dt.date) -> Task:
    late = row.days_late(on)
    due = f"Tenggat {tanggal(row.due_on)}" if row.due_on else "Tanpa tenggat"
    return Task(
        title=row.text,
        detail=f"{due}, terlambat {angka(late)} hari" if late else due,
        url=reverse("follow-up", args=[row.pk]),
        icon="list-check",
        due_on=row.due_on,
        is_late=bool(late),
    )


def _meeting_task(title: str, meeting: Meeting, icon: str) -> Task:
    day = tanggal(meeting.starts_at, meeting.region.zone)
    url = reverse("meeting-detail", args=[meeting.pk])
    late = meeting.ends_at < now()
    return Task(title, f"{meeting.title}, {day}", url, icon, is_late=late)


def _settle(meeting: Meeting) -> Task:
    return _meeting_task("Sahkan notulen", meeting, "signature")


def _write_up(meeting: Meeting) -> Task:
    return _meeting_task("Lengkapi hasil dan notulen", meeting, "pencil")


def _prepare(meeting: Meeting) -> Task:
    return _meeting_task("Siapkan dan kirim undangan", meeting, "send")

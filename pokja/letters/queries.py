"""Reading letters: which kinds a meeting needs, and what has gone out."""

from __future__ import annotations

from django.db.models import QuerySet

from pokja.letters.choices import CALLS_OFF, Kind, State
from pokja.letters.content import Happening, from_json
from pokja.letters.models import Letter, Letterhead
from pokja.letters.texts import LINK
from pokja.meetings.choices import State as MeetingState
from pokja.meetings.models import Meeting
from pokja.meetings.times import local
from pug_portal.access.actor import Actor
from pug_portal.regions.models import Region


def letters_of(meeting: Meeting, actor: Actor) -> QuerySet[Letter]:
    """Newest first."""
    rows = Letter.objects.for_actor(actor).filter(meeting=meeting)
    return rows.select_related("letterhead", "finished_by").order_by("-pk")


def latest_finished(meeting: Meeting) -> Letter | None:
    rows = Letter.objects.filter(meeting=meeting, state=State.FINISHED)
    return rows.order_by("-pk").first()


def latest_invitation(meeting: Meeting) -> Letter | None:
    """The last word on when and where: an invitation or its correction."""
    rows = Letter.objects.filter(meeting=meeting, state=State.FINISHED)
    return rows.exclude(kind__in=CALLS_OFF).order_by("-pk").first()


def previous_of(region: Region) -> Letter | None:
    rows = Letter.objects.filter(meeting__region=region)
    return (
        rows.select_related("letterhead", "signer", "on_behalf_of", "via")
        .order_by("-pk")
        .first()
    )


def kinds_offered(meeting: Meeting, latest: Letter | None) -> list[Kind]:
    """What the state of the meeting and the last letter that went out call for."""
    state = MeetingState(meeting.state)
    if state in {MeetingState.PLANNED, MeetingState.INVITED}:
        return _before_meeting(meeting, latest)
    if latest is None:
        return []
    calls_off = {
        MeetingState.POSTPONED: Kind.POSTPONEMENT,
        MeetingState.CANCELLED: Kind.CANCELLATION,
    }.get(state)
    return [calls_off] if calls_off and latest.kind != calls_off else []


def _before_meeting(meeting: Meeting, latest: Letter | None) -> list[Kind]:
    if meeting.is_past_entry:
        return []
    if latest is None or latest.kind in {Kind.POSTPONEMENT, Kind.CANCELLATION}:
        return [Kind.INVITATION]
    if differs(meeting, latest):
        return [Kind.CORRECTION]
    return [Kind.INVITATION]


def differs(meeting: Meeting, letter: Letter) -> bool:
    """The meeting is no longer when or where the letter said."""
    if letter.content is None:
        return False
    content = from_json(letter.content)
    told: Happening = content.happening
    links = {fact.value for fact in content.facts if fact.label == LINK}
    now = (
        local(meeting.starts_at, meeting.region),
        local(meeting.ends_at, meeting.region),
        meeting.place,
        {meeting.online_link} - {""},
    )
    return now != (told.start, told.end, told.place, links)


def letterheads(actor: Actor) -> QuerySet[Letterhead]:
    return (
        Letterhead.objects.owned_by(actor)
        .select_related("region", "emblem")
        .order_by("name", "pk")
    )

"""Door of the slice: its tables and the words they use."""

from pokja.meetings.choices import FileKind, FollowUpState, Kind, State, Verdict
from pokja.meetings.invitee_models import Invitee, InviteeSource
from pokja.meetings.meeting_models import (
    AgendaItem,
    Attendance,
    ExpectedOutcome,
    Meeting,
    MeetingFile,
    MinutesItem,
)
from pokja.meetings.recommendation_models import FollowUpNote, Recommendation

__all__ = [
    "AgendaItem",
    "Attendance",
    "ExpectedOutcome",
    "FileKind",
    "FollowUpNote",
    "FollowUpState",
    "Invitee",
    "InviteeSource",
    "Kind",
    "Meeting",
    "MeetingFile",
    "MinutesItem",
    "Recommendation",
    "State",
    "Verdict",
]

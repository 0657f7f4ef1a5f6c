"""Door of the slice: its tables and the words they use."""

from pokja.meetings.agenda_models import (
    AgendaItem,
    AgendaTemplate,
    AgendaTemplateItem,
)
from pokja.meetings.choices import (
    CorrectionState,
    FileKind,
    FollowUpState,
    Kind,
    Section,
    State,
    Verdict,
)
from pokja.meetings.invitee_models import Invitee, InviteeSource
from pokja.meetings.meeting_models import (
    Attendance,
    ExpectedOutcome,
    Meeting,
    MeetingFile,
)
from pokja.meetings.minutes_models import (
    MinutesCorrection,
    MinutesItem,
    MinutesRevision,
    MinutesVersion,
    Phrase,
)
from pokja.meetings.recommendation_models import FollowUpNote, Recommendation

__all__ = [
    "AgendaItem",
    "AgendaTemplate",
    "AgendaTemplateItem",
    "Attendance",
    "CorrectionState",
    "ExpectedOutcome",
    "FileKind",
    "FollowUpNote",
    "FollowUpState",
    "Invitee",
    "InviteeSource",
    "Kind",
    "Meeting",
    "MeetingFile",
    "MinutesCorrection",
    "MinutesItem",
    "MinutesRevision",
    "MinutesVersion",
    "Phrase",
    "Recommendation",
    "Section",
    "State",
    "Verdict",
]

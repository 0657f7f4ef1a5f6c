"""Door: Django looks for models only here."""

from pokja.decrees.models import Decree
from pokja.meetings.models import (
    AgendaItem,
    Attendance,
    ExpectedOutcome,
    FollowUpNote,
    Meeting,
    MeetingFile,
    MinutesItem,
    Recommendation,
)
from pokja.membership.models import Member
from pokja.regulations.models import (
    Regulation,
    RegulationEvaluation,
    RegulationFollowUp,
    RegulationLink,
)
from pokja.reports.models import PokjaReport

__all__ = [
    "AgendaItem",
    "Attendance",
    "Decree",
    "ExpectedOutcome",
    "FollowUpNote",
    "Meeting",
    "MeetingFile",
    "Member",
    "MinutesItem",
    "PokjaReport",
    "Recommendation",
    "Regulation",
    "RegulationEvaluation",
    "RegulationFollowUp",
    "RegulationLink",
]

"""Door: Django looks for models only here."""

from pokja.calendar.models import FeedLink
from pokja.decrees.models import Decree
from pokja.meetings.models import (
    AgendaItem,
    Attendance,
    ExpectedOutcome,
    FollowUpNote,
    Meeting,
    MeetingFile,
    MinutesItem,
    Phrase,
    Recommendation,
)
from pokja.membership.models import Member
from pokja.programme.models import (
    DriverPlan,
    DriverStep,
    Finding,
    LineRecord,
    MonevVisit,
    Programme,
    ProgrammeLine,
    Rad,
    RadLine,
)
from pokja.radar.models import RadarNotice
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
    "DriverPlan",
    "DriverStep",
    "ExpectedOutcome",
    "FeedLink",
    "Finding",
    "FollowUpNote",
    "LineRecord",
    "Meeting",
    "MeetingFile",
    "Member",
    "MinutesItem",
    "MonevVisit",
    "Phrase",
    "PokjaReport",
    "Programme",
    "ProgrammeLine",
    "Rad",
    "RadLine",
    "RadarNotice",
    "Recommendation",
    "Regulation",
    "RegulationEvaluation",
    "RegulationFollowUp",
    "RegulationLink",
]

"""Door: Django looks for models only here."""

from pokja.attendance.models import Door, Participant, Presence
from pokja.calendar.models import FeedLink
from pokja.decree_drafting.models import DecreeText
from pokja.decree_reading.models import DecreeReading
from pokja.decrees.models import Decree
from pokja.handover.models import Handover
from pokja.letters.models import Letter, Letterhead, LetterJob, LetterMail
from pokja.meetings.models import (
    AgendaItem,
    AgendaTemplate,
    AgendaTemplateItem,
    Attendance,
    ExpectedOutcome,
    FollowUpNote,
    Invitee,
    Meeting,
    MeetingFile,
    MinutesItem,
    Phrase,
    Recommendation,
)
from pokja.membership.merge_models import PersonMerge
from pokja.membership.models import Member
from pokja.membership.portrait_models import Portrait
from pokja.membership.rank_models import Rank
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
from pokja.public_roster.models import RosterSwitch
from pokja.radar.models import RadarNotice
from pokja.regulations.models import (
    Regulation,
    RegulationEvaluation,
    RegulationFollowUp,
    RegulationLink,
)
from pokja.releases.models import Release, ReleaseSwitch
from pokja.reports.models import PokjaReport
from pokja.trainings.models import Acceptance, Certificate, Training

__all__ = [
    "Acceptance",
    "AgendaItem",
    "AgendaTemplate",
    "AgendaTemplateItem",
    "Attendance",
    "Certificate",
    "Decree",
    "DecreeReading",
    "DecreeText",
    "Door",
    "DriverPlan",
    "DriverStep",
    "ExpectedOutcome",
    "FeedLink",
    "Finding",
    "FollowUpNote",
    "Handover",
    "Invitee",
    "Letter",
    "LetterJob",
    "LetterMail",
    "Letterhead",
    "LineRecord",
    "Meeting",
    "MeetingFile",
    "Member",
    "MinutesItem",
    "MonevVisit",
    "Participant",
    "PersonMerge",
    "Phrase",
    "PokjaReport",
    "Portrait",
    "Presence",
    "Programme",
    "ProgrammeLine",
    "Rad",
    "RadLine",
    "RadarNotice",
    "Rank",
    "Recommendation",
    "Regulation",
    "RegulationEvaluation",
    "RegulationFollowUp",
    "RegulationLink",
    "Release",
    "ReleaseSwitch",
    "RosterSwitch",
    "Training",
]

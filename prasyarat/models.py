"""Door: Django looks for models only here."""

from prasyarat.assessments.models import Answer, Evidence, RegionTarget
from prasyarat.gender_data.models import Figure, TableDuty, TableYear
from prasyarat.gender_data.profile_models import GenderProfile
from prasyarat.instruments.models import Indicator, Instrument, Prerequisite
from prasyarat.next_steps.models import AwardLevel, GapAction

__all__ = [
    "Answer",
    "AwardLevel",
    "Evidence",
    "Figure",
    "GapAction",
    "GenderProfile",
    "Indicator",
    "Instrument",
    "Prerequisite",
    "RegionTarget",
    "TableDuty",
    "TableYear",
]

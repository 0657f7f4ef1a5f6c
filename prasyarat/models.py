"""Door: Django looks for models only here."""

from prasyarat.assessments.models import Answer, Evidence, RegionTarget
from prasyarat.evidence.models import (
    EvidenceDocument,
    EvidenceVersion,
    VersionPage,
)
from prasyarat.gender_data.models import Figure, TableDuty, TableYear
from prasyarat.gender_data.profile_models import GenderProfile
from prasyarat.instruments.models import Indicator, Instrument, Prerequisite

__all__ = [
    "Answer",
    "Evidence",
    "EvidenceDocument",
    "EvidenceVersion",
    "Figure",
    "GenderProfile",
    "Indicator",
    "Instrument",
    "Prerequisite",
    "RegionTarget",
    "TableDuty",
    "TableYear",
    "VersionPage",
]

"""Door: Django looks for models only here."""

from prasyarat.assessments.models import Answer, Evidence, RegionTarget
from prasyarat.instruments.models import Indicator, Instrument, Prerequisite

__all__ = [
    "Answer",
    "Evidence",
    "Indicator",
    "Instrument",
    "Prerequisite",
    "RegionTarget",
]

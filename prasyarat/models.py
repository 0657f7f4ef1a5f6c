"""Door: Django looks for models only here."""

from prasyarat.assessments.duty_models import AnswerDuty
from prasyarat.assessments.figure_models import PortalFigure
from prasyarat.assessments.models import Answer, Evidence, RegionTarget
from prasyarat.evaluation.models import (
    EvaluationPack,
    EvaluationPeriod,
    FieldCheck,
    FolderDraft,
)
from prasyarat.evaluation.result_models import OfficialNote, OfficialResult
from prasyarat.evidence.models import (
    EvidenceDocument,
    EvidenceVersion,
    VersionPage,
)
from prasyarat.gender_data.models import Figure, TableDuty, TableYear
from prasyarat.gender_data.profile_models import GenderProfile
from prasyarat.instruments.models import (
    Indicator,
    Instrument,
    InstrumentContent,
    InstrumentDraft,
    InstrumentUse,
    ItemMapping,
    Prerequisite,
)
from prasyarat.next_steps.models import AwardLevel, GapAction

__all__ = [
    "Answer",
    "AnswerDuty",
    "AwardLevel",
    "EvaluationPack",
    "EvaluationPeriod",
    "Evidence",
    "EvidenceDocument",
    "EvidenceVersion",
    "FieldCheck",
    "Figure",
    "FolderDraft",
    "GapAction",
    "GenderProfile",
    "Indicator",
    "Instrument",
    "InstrumentContent",
    "InstrumentDraft",
    "InstrumentUse",
    "ItemMapping",
    "OfficialNote",
    "OfficialResult",
    "PortalFigure",
    "Prerequisite",
    "RegionTarget",
    "TableDuty",
    "TableYear",
    "VersionPage",
]

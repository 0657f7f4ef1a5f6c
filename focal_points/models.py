"""Door: Django looks for models only here."""

from focal_points.appointments.models import Appointment
from focal_points.budgets.line_models import BudgetLine, SipdDraft, SipdMapping
from focal_points.budgets.models import ArgBudget, ArgRecap
from focal_points.campaigns.models import Campaign, CampaignDocument
from focal_points.cascade.models import CascadeEntry
from focal_points.indicators.models import Indicator
from focal_points.offices.models import Office, OfficeHolder
from focal_points.opd.change_models import Restructuring, Succession
from focal_points.opd.models import Opd
from focal_points.paper_forms.models import PaperJob, ScanFile, ScanPage
from focal_points.periods.dispensation_models import Dispensation
from focal_points.periods.models import Exemption, ReportingPeriod
from focal_points.planning.models import GenderProposal, Musrenbang, Stage
from focal_points.pprg.models import PprgDocument, PprgNote, PprgVersion
from focal_points.pprg.team_models import GapChoice, Reviewer, Verdict
from focal_points.progress.link_models import FillingLink
from focal_points.progress.models import (
    Activity,
    Progress,
    ProgressFile,
)
from focal_points.progress.review_models import (
    Approval,
    KeptDraft,
    NoteReply,
    ProgressNote,
    ProgressVersion,
    Recheck,
    SectionAuthor,
)

__all__ = [
    "Activity",
    "Appointment",
    "Approval",
    "ArgBudget",
    "ArgRecap",
    "BudgetLine",
    "Campaign",
    "CampaignDocument",
    "CascadeEntry",
    "Dispensation",
    "Exemption",
    "FillingLink",
    "GapChoice",
    "GenderProposal",
    "Indicator",
    "KeptDraft",
    "Musrenbang",
    "NoteReply",
    "Office",
    "OfficeHolder",
    "Opd",
    "PaperJob",
    "PprgDocument",
    "PprgNote",
    "PprgVersion",
    "Progress",
    "ProgressFile",
    "ProgressNote",
    "ProgressVersion",
    "Recheck",
    "ReportingPeriod",
    "Restructuring",
    "Reviewer",
    "ScanFile",
    "ScanPage",
    "SectionAuthor",
    "SipdDraft",
    "SipdMapping",
    "Stage",
    "Succession",
    "Verdict",
]

"""Door: Celery looks for tasks only here."""

from prasyarat.assessments.tasks import count_portal_figures
from prasyarat.evaluation.tasks import (
    build_evaluation_pack,
    drop_old_packs,
    requeue_lost_packs,
)
from prasyarat.evidence.tasks import read_evidence_text, requeue_lost_evidence
from prasyarat.gender_data.tasks import build_gender_profile, requeue_lost_profiles

__all__ = [
    "build_evaluation_pack",
    "build_gender_profile",
    "count_portal_figures",
    "drop_old_packs",
    "read_evidence_text",
    "requeue_lost_evidence",
    "requeue_lost_packs",
    "requeue_lost_profiles",
]

"""Door: Celery looks for tasks only here."""

from prasyarat.gender_data.tasks import build_gender_profile, requeue_lost_profiles

__all__ = ["build_gender_profile", "requeue_lost_profiles"]

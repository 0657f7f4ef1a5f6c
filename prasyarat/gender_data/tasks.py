"""Celery's side of the profile: the broker carries an id and nothing else."""

from celery import shared_task

from prasyarat.gender_data import profile_jobs


@shared_task(soft_time_limit=780, time_limit=840)
def build_gender_profile(profile_id: int) -> None:
    profile_jobs.build(profile_id)


@shared_task
def requeue_lost_profiles() -> None:
    for profile_id in profile_jobs.requeue_lost():
        build_gender_profile.delay(profile_id)

"""Celery's side of reading: the broker carries an id and nothing else."""

from celery import shared_task

from prasyarat.evidence import text_jobs


@shared_task(soft_time_limit=150, time_limit=180)
def read_evidence_text(version_id: int) -> None:
    text_jobs.read_version(version_id)


@shared_task
def requeue_lost_evidence() -> None:
    for version_id in text_jobs.requeue_lost():
        read_evidence_text.delay(version_id)

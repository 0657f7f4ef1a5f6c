"""Celery's side of the letter jobs: the broker carries an id and nothing else."""

from celery import shared_task

from pokja.letters import jobs


@shared_task(soft_time_limit=780, time_limit=840)
def run_letter_job(job_id: int) -> None:
    jobs.run(job_id)


@shared_task
def requeue_lost_letters() -> None:
    for job_id in jobs.requeue_lost():
        run_letter_job.delay(job_id)

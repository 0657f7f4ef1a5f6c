"""Celery's side of the paper jobs: the broker carries an id and nothing else."""

from celery import shared_task

from focal_points.paper_forms import jobs


@shared_task(soft_time_limit=780, time_limit=840)
def run_paper_job(job_id: int) -> None:
    jobs.run(job_id)


@shared_task
def requeue_lost_papers() -> None:
    for job_id in jobs.requeue_lost():
        run_paper_job.delay(job_id)


@shared_task
def drop_old_papers() -> int:
    return jobs.drop_old()

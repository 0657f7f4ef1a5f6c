"""Celery's side of the report job: the broker carries an id and nothing else."""

from celery import shared_task

from pokja.reports import jobs


@shared_task(soft_time_limit=780, time_limit=840)
def build_report(report_id: int) -> None:
    jobs.build(report_id)


@shared_task
def requeue_lost() -> None:
    for report_id in jobs.requeue_lost():
        build_report.delay(report_id)

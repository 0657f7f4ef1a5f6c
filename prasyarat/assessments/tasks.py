"""Celery's side of the portal's figures."""

from celery import shared_task

from prasyarat.assessments import figure_jobs


@shared_task(soft_time_limit=780, time_limit=840)
def count_portal_figures() -> None:
    figure_jobs.count_where_changed()

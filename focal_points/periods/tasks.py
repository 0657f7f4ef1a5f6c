"""Thin tasks of this slice."""

from celery import shared_task

from focal_points.periods import jobs


@shared_task
def open_due_periods() -> None:
    jobs.open_due_periods()

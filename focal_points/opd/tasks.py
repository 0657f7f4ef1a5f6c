"""Thin tasks of this slice."""

from celery import shared_task

from focal_points.opd import actions
from pug_portal.access.actor import SYSTEM


@shared_task
def take_due_names() -> None:
    actions.take_due_names(by=SYSTEM)

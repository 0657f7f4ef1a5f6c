"""Thin tasks of this slice."""

from celery import shared_task

from pug_portal.access.actor import SYSTEM
from pug_portal.identity import moving


@shared_task
def apply_due_moves() -> None:
    moving.apply_due_moves(by=SYSTEM)

"""Periodic work of imports."""

from celery import shared_task

from pug_portal.imports import actions


@shared_task
def drop_expired_drafts() -> int:
    return actions.drop_expired()

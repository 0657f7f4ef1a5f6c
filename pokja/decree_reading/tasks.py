"""Periodic work of the reader."""

from celery import shared_task

from pokja.decree_reading import actions


@shared_task
def drop_expired_readings() -> int:
    return actions.drop_expired()

"""Thin tasks of this slice."""

from celery import shared_task

from pokja.radar import notices


@shared_task
def note_endings() -> None:
    for region_id in notices.note_everywhere():
        mail_notices.delay(region_id)


@shared_task
def mail_notices(region_id: int) -> None:
    notices.mail_region(region_id)

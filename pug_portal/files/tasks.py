"""Periodic work of files."""

from celery import shared_task

from pug_portal.files import parts


@shared_task
def drop_old_parts() -> int:
    """Also where nobody uploads any more, a half-arrived file does not stay."""
    return parts.drop_old()

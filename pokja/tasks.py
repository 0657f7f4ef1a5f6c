"""Door: Celery looks for tasks only here."""

from pokja.radar.tasks import mail_notices, note_endings
from pokja.reports.tasks import build_report, requeue_lost

__all__ = ["build_report", "mail_notices", "note_endings", "requeue_lost"]

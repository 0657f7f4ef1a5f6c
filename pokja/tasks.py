"""Door: Celery looks for tasks only here."""

from pokja.letters.tasks import requeue_lost_letters, run_letter_job
from pokja.radar.tasks import mail_notices, note_endings
from pokja.reports.tasks import build_report, requeue_lost

__all__ = [
    "build_report",
    "mail_notices",
    "note_endings",
    "requeue_lost",
    "requeue_lost_letters",
    "run_letter_job",
]

"""Door: Celery looks for tasks only here."""

from pokja.decree_reading.tasks import drop_expired_readings
from pokja.letters.tasks import requeue_lost_letters, run_letter_job
from pokja.radar.tasks import mail_notices, note_endings
from pokja.reports.tasks import build_report, requeue_lost

__all__ = [
    "build_report",
    "drop_expired_readings",
    "mail_notices",
    "note_endings",
    "requeue_lost",
    "requeue_lost_letters",
    "run_letter_job",
]

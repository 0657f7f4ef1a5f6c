"""Door: Celery looks for tasks only here."""

from pokja.decree_reading.tasks import drop_expired_readings
from pokja.reports.tasks import build_report, requeue_lost

__all__ = ["build_report", "drop_expired_readings", "requeue_lost"]

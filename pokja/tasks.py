"""Door: Celery looks for tasks only here."""

from pokja.reports.tasks import build_report, requeue_lost

__all__ = ["build_report", "requeue_lost"]

"""Door: Celery looks for tasks only here."""

from focal_points.periods.tasks import open_due_periods

__all__ = ["open_due_periods"]

"""Door: Celery looks for tasks only here."""

from focal_points.opd.tasks import take_due_names
from focal_points.periods.tasks import open_due_periods

__all__ = ["open_due_periods", "take_due_names"]

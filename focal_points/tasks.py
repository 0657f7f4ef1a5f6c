"""Door: Celery looks for tasks only here."""

from focal_points.opd.tasks import take_due_names
from focal_points.paper_forms.tasks import (
    drop_old_papers,
    requeue_lost_papers,
    run_paper_job,
)
from focal_points.periods.tasks import open_due_periods

__all__ = [
    "drop_old_papers",
    "open_due_periods",
    "requeue_lost_papers",
    "run_paper_job",
    "take_due_names",
]

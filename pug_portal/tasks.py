"""Door: Celery looks for tasks only here."""

from celery import shared_task

from pug_portal.health import pulse
from pug_portal.identity.tasks import apply_due_moves


@shared_task
def beat_heartbeat() -> None:
    """Beat sends it, a worker runs it: one sign that both live."""
    pulse.beat(pulse.WORKER)


__all__ = ["apply_due_moves", "beat_heartbeat"]

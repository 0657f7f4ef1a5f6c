"""Door: Django looks for models only here."""

from pug_portal.health.models import Heartbeat

__all__ = ["Heartbeat"]

"""Reading the trail."""

from __future__ import annotations

from django.db import models
from django.db.models import QuerySet

from pug_portal.audit.models import Event


def history_of(obj: models.Model, limit: int = 30) -> QuerySet[Event]:
    """The newest events of one object: its own page shows them."""
    return Event.objects.about(obj)[:limit]

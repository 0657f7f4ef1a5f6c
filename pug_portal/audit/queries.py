"""Reading the trail."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import models
from django.db.models import CharField, QuerySet, Subquery
from django.db.models.functions import Cast

from pug_portal.audit.models import Event


def history_of(obj: models.Model, limit: int = 30) -> QuerySet[Event]:
    """The newest events of one object: its own page shows them."""
    return Event.objects.about(obj)[:limit]


def history_of_rows(rows: QuerySet[Any], limit: int = 30) -> QuerySet[Event]:
    """The newest events of several rows of one table, asked for in the same query."""
    keys = rows.order_by().annotate(told_key=Cast("pk", CharField())).values("told_key")
    table = rows.model._meta.label_lower
    return Event.objects.filter(object_type=table, object_id__in=keys)[:limit]


# Every request asks it: the expression is made once, each query resolves a copy of it.
@cache
def newest_event_of(region_path: str) -> Subquery:
    """Inside a query over rows that name a region: the id of its newest event.

    Every write leaves an event, so what was counted under one id still holds under it.
    """
    of_region = Event.objects.filter(region_path=models.OuterRef(region_path))
    return Subquery(of_region.order_by("-pk").values("pk")[:1])

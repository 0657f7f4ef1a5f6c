"""Keeping the portal's figures fresh: only regions where somebody wrote since."""

from __future__ import annotations

import logging

from django.db.models import Max

from prasyarat.assessments.figure_actions import count_figures
from prasyarat.assessments.figure_models import PortalFigure
from pug_portal.access.actor import SYSTEM
from pug_portal.audit.models import Event
from pug_portal.lib.clock import now
from pug_portal.regions.models import Region

logger = logging.getLogger(__name__)


def count_where_changed() -> int:
    """How many regions were counted. A new day changes figures too: decrees end."""
    last = dict(
        PortalFigure.objects.order_by()
        .values_list("region")
        .annotate(at=Max("counted_at"))
    )
    written = dict(
        Event.objects.exclude(region_code="")
        .order_by()
        .values_list("region_code")
        .annotate(at=Max("at"))
    )
    done = 0
    for region in Region.objects.in_use():
        before, event = last.get(region.pk), written.get(region.code)
        fresh = before is not None and before.date() == now().date()
        if event is None or (fresh and before is not None and event <= before):
            continue
        try:
            count_figures(region=region, by=SYSTEM)
        except Exception:
            # One region's broken figure must not leave the others uncounted.
            logger.exception("figures of region %s could not be counted", region.code)
        else:
            done += 1
    return done
